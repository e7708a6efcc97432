// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/background.h"
#include "models/compare/comparer.h"
#include "models/compare/counterparts.h"
#include "models/compare/sametags.h"

#include <QObject>
#include <QTimer>

#include <atomic>

namespace assay {

class ComparePanel;
class Desk;
class MessageBar;

/// Keeps the two readers' articles compared: tells the ribbons, the panel and the readers what
/// belongs together, follows the cursor, walks matches, and turns what a person says of a match
/// into edits.
class CompareFlow : public QObject {
    Q_OBJECT

public:
    CompareFlow(QWidget* window, Desk& desk, ComparePanel& panel, MessageBar& messages);

    void setProject(Project* project);
    bool isFollowing() const { return m_following; }
    /// Whether the other reader brings the match of the current sentence into view.
    void setFollowing(bool following);

    /// Both articles and what they have in common, links by hand among it; null while there is
    /// nothing to compare.
    const std::shared_ptr<const ComparedArticles>& compared() const { return m_compared; }
    const Comparison& comparison() const { return *m_comparison; }

    /// Goes to the next (or previous) matched sentence of the active reader, and in the other one
    /// to what it belongs to.
    void walk(int steps);
    /// Goes to the match of the current sentence, in the other reader.
    void goToMatch();
    /// Offers the relations that the current sentences of both readers may have.
    void askForLink();
    /// Links the current sentences of both readers, or with nothing takes a link back.
    /// Which sentence of the other reader is meant: the one that the current one's match is ringed
    /// at, or the one its cursor stands at.
    enum class Partner : quint8 { Match, Cursor };
    void link(std::optional<Relation> relation, Partner partner = Partner::Match);
    /// Says that the current sentence and its match do not belong together.
    void refuse(Partner partner = Partner::Match);
    /// Shows both articles the other way round.
    void swap();
    /// Offers the versions of the active reader's article that came before, and compares with one.
    void askForEarlier();
    /// Offers to give sentences that are the same, word for word, the tag that one of them has.
    void offerSameTags();

signals:
    void comparedChanged();

private:
    void compareSoon();
    void compareNow();
    void take(const std::shared_ptr<const ComparedArticles>& compared);
    void applyHandLinks();
    static constexpr std::size_t manyMatches = 5000; ///< more take longer than a frame may
    struct Shown;
    static Shown shownOf(const Comparison& comparison, float threshold, bool ofItself);
    void showMatches();
    bool isShown() const;
    void follow();
    void show(const Match& match);
    std::optional<Match> matchOf(bool ofA, qsizetype unit) const;
    void sayAsCompared(ArticleId article, TextRange range, Counterpart& counterpart) const;
    static bool counts(const Match& match, float threshold);
    bool counts(const Match& match) const;
    std::optional<std::pair<Target, Target>> currentPair(Partner partner = Partner::Match) const;
    void sayState();
    void sayOfHere(const QString& text);
    bool hasMatchShown() const;
    bool edit(const QList<Change>& changes);
    void listSameTags(const QList<SameTag>& offers);

    QWidget* m_window;
    Desk& m_desk;
    ComparePanel& m_panel;
    MessageBar& m_messages;
    Project* m_project = nullptr;
    Comparer m_comparer;
    Counterparts m_counterparts;
    QTimer m_pause; ///< of the cursor, before the project is searched for counterparts
    std::atomic<bool> m_stopped = false;
    BackgroundPool m_pool; ///< looks for identical sentences
    QTimer m_rest;
    std::shared_ptr<const ComparedArticles> m_compared;
    std::shared_ptr<const Comparison> m_comparison = std::make_shared<const Comparison>();
    std::shared_ptr<const std::vector<Match>> m_matches; ///< that the ribbons show
    bool m_following;
    bool m_showing = false; ///< both cursors are being moved
};

} // namespace assay
