// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/comparer.h"

#include <QAbstractListModel>

namespace assay {

/// The lists of a comparison, as its tabs show them.
enum class MatchTab : quint8 {
    Copied,
    SameClaim,
    Conflicts,
    OnlyA,
    OnlyB,
    DroppedCaveats, ///< of A, tagged by the reviewer, that nothing in B says
    Unsupported, ///< marketing of either that no link supports
    Related ///< weak ones, for whoever looks further
};

inline constexpr std::array allMatchTabs{ MatchTab::Copied, MatchTab::SameClaim,
    MatchTab::Conflicts, MatchTab::OnlyA, MatchTab::OnlyB, MatchTab::DroppedCaveats,
    MatchTab::Unsupported, MatchTab::Related };

/// One tab of a comparison: a row a match, or a unit that has none. Matches below the threshold
/// count as none.
class MatchListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TextARole = Qt::UserRole + 1, ///< QString, empty where only B has it
        TextBRole,
        RelationRole, ///< a Relation as int; -1 for a unit without a match
        ScoreRole, ///< double
        ByHandRole,
        TagARole, ///< a Tag as int
        TagBRole
    };

    explicit MatchListModel(QObject* parent = nullptr);

    /// Shows a comparison with what was said of it by hand; null shows nothing. `project` must live
    /// until another one is set.
    void setComparison(const Project* project,
        const std::shared_ptr<const ComparedArticles>& compared,
        const std::shared_ptr<const Comparison>& comparison);
    void setTab(MatchTab tab);
    MatchTab tab() const { return m_tab; }
    /// From 0 to 1; links made by hand pass any.
    void setThreshold(float threshold);
    float threshold() const { return m_threshold; }
    /// Looks at tags again.
    void refresh();

    /// Rows that a tab has.
    qsizetype count(MatchTab tab) const;
    /// Matches that a tab would have, were they not below the threshold.
    qsizetype leftOut(MatchTab tab) const;
    /// The match of a row; for a single unit one side is empty.
    const Match& match(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// The row of that match in the present tab, or -1.
    int rowOf(const Match& match) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    template <typename TakeMatch, typename TakeUnit>
    void visit(MatchTab tab, const TakeMatch& takeMatch, const TakeUnit& takeUnit) const;
    void findLinked();
    std::vector<Match> rowsOf(MatchTab tab) const;
    bool isLink(const Match& match) const;
    QVariant textOf(const Match& match, bool ofA) const;
    Tag tagOf(const Match& match, bool ofA) const;

    const Project* m_project = nullptr;
    std::shared_ptr<const ComparedArticles> m_compared;
    std::shared_ptr<const Comparison> m_comparison;
    MatchTab m_tab = MatchTab::Conflicts;
    float m_threshold = 0;
    std::vector<bool> m_linkedA, m_linkedB; ///< by unit: has a match that counts
    std::vector<Match> m_rows;
};

/// The name of a tab and of a relation for people, translated.
QString matchTabTitle(MatchTab tab);
QString relationTitle(Relation relation);

} // namespace assay
