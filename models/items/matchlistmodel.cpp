// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/matchlistmodel.h"

#include <QCoreApplication>

namespace assay {

using namespace Qt::StringLiterals;

MatchListModel::MatchListModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void MatchListModel::setComparison(const Project* project,
    const std::shared_ptr<const ComparedArticles>& compared,
    const std::shared_ptr<const Comparison>& comparison)
{
    m_project = project;
    m_compared = compared;
    m_comparison = comparison;
    findLinked();
    refresh();
}

void MatchListModel::setTab(MatchTab tab)
{
    m_tab = tab;
    refresh();
}

void MatchListModel::setThreshold(float threshold)
{
    m_threshold = threshold;
    findLinked();
    refresh();
}

void MatchListModel::refresh()
{
    std::vector<Match> rows = rowsOf(m_tab);
    if (rows == m_rows) {
        if (!rows.empty()) // their tags may be others
            emit dataChanged(index(0), index(static_cast<int>(rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

bool MatchListModel::isLink(const Match& match) const
{
    return match.relation != Relation::Related && (match.byHand || match.score >= m_threshold);
}

void MatchListModel::findLinked()
{
    m_linkedA.assign(m_compared ? m_compared->preparedA->units.size() : 0, false);
    m_linkedB.assign(m_compared ? m_compared->preparedB->units.size() : 0, false);
    if (!m_compared)
        return;
    for (const Match& match : m_comparison->matches) {
        if (!isLink(match))
            continue;
        for (const quint32 unit : match.a)
            m_linkedA[unit] = true;
        for (const quint32 unit : match.b)
            m_linkedB[unit] = true;
    }
}

/// Calls `take` with the rows of a tab: matches, or a side and a unit.
template <typename TakeMatch, typename TakeUnit>
void MatchListModel::visit(MatchTab tab, const TakeMatch& takeMatch, const TakeUnit& takeUnit) const
{
    if (!m_compared)
        return;
    const auto relation = [&](Relation wanted) {
        for (const Match& match : m_comparison->matches) {
            if (match.relation == wanted && (isLink(match) || wanted == Relation::Related))
                takeMatch(match);
        }
    };
    const auto only = [&](bool ofA, bool caveats) {
        const PreparedArticle& article = ofA ? *m_compared->preparedA : *m_compared->preparedB;
        const std::vector<bool>& linked = ofA ? m_linkedA : m_linkedB;
        const ArticleState* state = m_project->state().article(ofA ? m_compared->a : m_compared->b);
        for (quint32 unit = 0; unit < article.units.size(); ++unit) {
            if (article.units[unit].isEmpty() || linked[unit])
                continue;
            if (!caveats
                || (state && unit < state->units().size()
                    && state->tag(m_project->reviewer(), unit) == Tag::Caveat))
                takeUnit(ofA, unit);
        }
    };
    switch (tab) {
    case MatchTab::Copied:
        return relation(Relation::Copied);
    case MatchTab::SameClaim:
        relation(Relation::SameClaim);
        return relation(Relation::Supports);
    case MatchTab::Conflicts:
        return relation(Relation::Conflict);
    case MatchTab::Related:
        return relation(Relation::Related);
    case MatchTab::OnlyA:
        return only(true, false);
    case MatchTab::OnlyB:
        return only(false, false);
    case MatchTab::DroppedCaveats:
        return only(true, true);
    case MatchTab::Unsupported:
        for (const bool ofA : { true, false }) {
            if (!ofA && m_compared->a == m_compared->b)
                break;
            for (const qsizetype unit : unsupportedClaims(m_project->state(),
                     ofA ? m_compared->a : m_compared->b, m_project->reviewer()))
                takeUnit(ofA, static_cast<quint32>(unit));
        }
    }
}

std::vector<Match> MatchListModel::rowsOf(MatchTab tab) const
{
    std::vector<Match> rows;
    visit(
        tab, [&](const Match& match) { rows.push_back(match); },
        [&](bool ofA, quint32 unit) {
            Match single;
            (ofA ? single.a : single.b) = { unit };
            rows.push_back(std::move(single));
        });
    return rows;
}

qsizetype MatchListModel::count(MatchTab tab) const
{
    if (tab == m_tab)
        return static_cast<qsizetype>(m_rows.size());
    qsizetype count = 0;
    visit(tab, [&](const Match&) { ++count; }, [&](bool, quint32) { ++count; });
    return count;
}

qsizetype MatchListModel::leftOut(MatchTab tab) const
{
    if (!m_compared)
        return 0;
    const auto isOf = [tab](Relation relation) {
        switch (relation) {
        case Relation::Copied:
            return tab == MatchTab::Copied;
        case Relation::SameClaim:
        case Relation::Supports:
            return tab == MatchTab::SameClaim;
        case Relation::Conflict:
            return tab == MatchTab::Conflicts;
        case Relation::Related:
            return false; // those pass any threshold
        }
        return false;
    };
    return std::ranges::count_if(m_comparison->matches,
        [&](const Match& match) { return isOf(match.relation) && !isLink(match); });
}

int MatchListModel::rowOf(const Match& match) const
{
    const auto at = std::ranges::find(m_rows, match);
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

int MatchListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant MatchListModel::textOf(const Match& match, bool ofA) const
{
    QStringList texts;
    for (const quint32 unit : ofA ? match.a : match.b)
        texts.append(m_compared->text(ofA, unit));
    return texts.join(u' ');
}

Tag MatchListModel::tagOf(const Match& match, bool ofA) const
{
    const std::vector<quint32>& units = ofA ? match.a : match.b;
    const ArticleState* state = m_project->state().article(ofA ? m_compared->a : m_compared->b);
    return state && !units.empty() && units.front() < state->units().size()
        ? state->tag(m_project->reviewer(), units.front())
        : Tag::Untagged;
}

QVariant MatchListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || !m_compared)
        return {};
    const Match& match = m_rows[static_cast<std::size_t>(index.row())];
    const bool single = match.a.empty() || match.b.empty();
    switch (role) {
    case TextARole:
        return textOf(match, true);
    case TextBRole:
        return textOf(match, false);
    case RelationRole:
        return single ? -1 : static_cast<int>(match.relation);
    case ScoreRole:
        return static_cast<double>(match.score);
    case ByHandRole:
        return match.byHand;
    case TagARole:
        return static_cast<int>(tagOf(match, true));
    case TagBRole:
        return static_cast<int>(tagOf(match, false));
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        const QString a = textOf(match, true).toString();
        const QString b = textOf(match, false).toString();
        return single ? a + b : u"%1: %2 / %3"_s.arg(relationTitle(match.relation), a, b);
    }
    default:
        return {};
    }
}

QString matchTabTitle(MatchTab tab)
{
    switch (tab) {
    case MatchTab::Copied:
        return MatchListModel::tr("Copied");
    case MatchTab::SameClaim:
        return MatchListModel::tr("Same claim");
    case MatchTab::Conflicts:
        return MatchListModel::tr("Conflicts");
    case MatchTab::OnlyA:
        return MatchListModel::tr("Only in A");
    case MatchTab::OnlyB:
        return MatchListModel::tr("Only in B");
    case MatchTab::DroppedCaveats:
        return MatchListModel::tr("Dropped caveats");
    case MatchTab::Unsupported:
        return MatchListModel::tr("Unsupported claims");
    case MatchTab::Related:
        return MatchListModel::tr("Related");
    }
    return {};
}

QString relationTitle(Relation relation)
{
    switch (relation) {
    case Relation::Related:
        return MatchListModel::tr("related");
    case Relation::SameClaim:
        return MatchListModel::tr("same claim");
    case Relation::Copied:
        return MatchListModel::tr("copied");
    case Relation::Conflict:
        return MatchListModel::tr("conflict");
    case Relation::Supports:
        return MatchListModel::tr("supports");
    }
    return {};
}

} // namespace assay
