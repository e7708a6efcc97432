// SPDX-License-Identifier: GPL-3.0-or-later
// Which matches show, and how the cursor follows them.
#include "app/flows/compareflow.h"

#include "app/desk.h"
#include "app/messagebar.h"
#include "models/items/matchlistmodel.h"
#include "views/compare/comparepanel.h"
#include "views/compare/ribbons.h"
#include "views/reader/readerpane.h"

#include <QScopedValueRollback>

namespace assay {

bool CompareFlow::counts(const Match& match, float threshold)
{
    return match.relation != Relation::Related && (match.byHand || match.score >= threshold);
}

bool CompareFlow::counts(const Match& match) const
{
    return counts(match, m_panel.model()->threshold());
}

/// What readers and ribbons show of a comparison.
struct CompareFlow::Shown {
    std::shared_ptr<const std::vector<Match>> matches;
    std::array<QHash<qsizetype, Relation>, 2> marks; ///< by unit, of either article
};

CompareFlow::Shown CompareFlow::shownOf(
    const Comparison& comparison, float threshold, bool ofItself)
{
    std::vector<Match> matches;
    for (const Match& match : comparison.matches) {
        // An article beside itself: every sentence is its own match, which needs no ribbon.
        if (counts(match, threshold) && !(ofItself && match.a == match.b))
            matches.push_back(match);
    }
    Shown shown;
    for (size_t side = 0; side < 2; ++side) {
        for (const Match& match : matches) {
            for (const quint32 unit : side == 0 ? match.a : match.b) {
                // A conflict shows whatever else the unit belongs to.
                if (match.relation == Relation::Conflict || !shown.marks[side].contains(unit))
                    shown.marks[side].insert(unit, match.relation);
            }
        }
    }
    shown.matches = std::make_shared<const std::vector<Match>>(std::move(matches));
    return shown;
}

void CompareFlow::showMatches()
{
    const auto put = [this](const Shown& shown) {
        m_desk.ribbons()->setMatches(shown.matches);
        // A long article's take milliseconds to be given back.
        m_pool.start([before = std::exchange(m_matches, shown.matches)] { });
        for (int side = 0; side < 2; ++side)
            m_desk.reader(side)->setMatchMarks(shown.marks[static_cast<size_t>(side)]);
        follow();
    };
    const float threshold = m_panel.model()->threshold();
    const bool ofItself = m_compared && m_compared->a == m_compared->b;
    if (m_comparison->matches.size() <= manyMatches)
        return put(shownOf(*m_comparison, threshold, ofItself));
    // Of a long article these take milliseconds, which a frame has not.
    m_pool.start([this, put, threshold, ofItself, comparison = m_comparison] {
        auto shown = std::make_shared<Shown>(shownOf(*comparison, threshold, ofItself));
        QMetaObject::invokeMethod(
            this,
            [this, put, shown, comparison, threshold] {
                if (m_comparison == comparison && m_panel.model()->threshold() == threshold
                    && isShown())
                    put(*shown);
            },
            Qt::QueuedConnection);
    });
}

/// The match of a unit: what was said by hand first, then conflicts, then the likeliest.
std::optional<Match> CompareFlow::matchOf(bool ofA, qsizetype unit) const
{
    const Match* best = nullptr;
    const auto rank = [](const Match& match) {
        return std::tuple(match.byHand, match.relation == Relation::Conflict, match.score);
    };
    for (const Match& match : m_comparison->matches) {
        if (counts(match)
            && std::ranges::contains(ofA ? match.a : match.b, static_cast<quint32>(unit))
            && (!best || rank(match) > rank(*best)))
            best = &match;
    }
    return best ? std::optional(*best) : std::nullopt;
}

/// Of a pair that both readers show, the comparison says how it stands: words weigh a little
/// otherwise among all articles than between the two.
void CompareFlow::sayAsCompared(ArticleId article, TextRange range, Counterpart& counterpart) const
{
    if (!isShown() || m_compared->a == m_compared->b)
        return;
    const bool ofA = article == m_compared->a;
    if (!(ofA && counterpart.article == m_compared->b)
        && !(article == m_compared->b && counterpart.article == m_compared->a))
        return;
    const auto unitOf = [this](ArticleId of, TextRange at) {
        const ArticleState* state = m_project->state().article(of);
        return state ? static_cast<quint32>(state->unitWith(at)) : quint32(-1);
    };
    const quint32 own = unitOf(article, range);
    const quint32 other = unitOf(counterpart.article, counterpart.range);
    for (const Match& match : m_comparison->matches) {
        if (std::ranges::contains(ofA ? match.a : match.b, own)
            && std::ranges::contains(ofA ? match.b : match.a, other)) {
            counterpart.relation = match.relation;
            counterpart.score = match.score;
            return;
        }
    }
}

/// Whether the readers show what was compared.
bool CompareFlow::isShown() const
{
    return m_compared && m_desk.reader(0)->article() == m_compared->a
        && m_desk.reader(1)->article() == m_compared->b;
}

/// The cursor moved: the other reader shows what belongs to it.
void CompareFlow::follow()
{
    m_pause.start();
    if (m_showing)
        return;
    const int active = m_desk.activeIndex();
    const std::optional<Match> match = isShown() && m_desk.activeReader()->currentUnit() >= 0
        ? matchOf(active == 0, m_desk.activeReader()->currentUnit())
        : std::nullopt;
    m_desk.activeReader()->setMatched(-1, false);
    m_desk.reader(1 - active)
        ->setMatched(
            match ? static_cast<qsizetype>((active == 0 ? match->b : match->a).front()) : -1,
            m_following);
    m_desk.ribbons()->setCurrent(match);
    m_panel.setCurrent(match);
}

/// Puts both cursors on a match, or one where only one article has it.
void CompareFlow::show(const Match& match)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        if (!match.a.empty())
            m_desk.reader(0)->setCurrentUnit(match.a.front());
        if (!match.b.empty())
            m_desk.reader(1)->setCurrentUnit(match.b.front());
        if (match.a.empty() != match.b.empty()) {
            const int side = match.a.empty() ? 1 : 0;
            m_desk.reader(1 - side)->setMatched(-1, false);
        }
    }
    if (match.a.empty() || match.b.empty()) {
        m_desk.ribbons()->setCurrent({});
        m_panel.setCurrent(match);
        return;
    }
    const int active = m_desk.activeIndex();
    m_desk.reader(active)->setMatched(-1, false);
    m_desk.reader(1 - active)->setMatched((active == 0 ? match.b : match.a).front(), true);
    m_desk.ribbons()->setCurrent(match);
    m_panel.setCurrent(match);
}

/// Says what is so of the current sentence, for as long as it is the current one.
void CompareFlow::sayOfHere(const QString& text)
{
    const auto place = [this] {
        const Reader* reader = m_desk.activeReader();
        return std::tuple(reader->article(), reader->currentUnit(), m_compared.get(),
            m_panel.model()->threshold());
    };
    m_messages.showWhile([place, there = place()] { return place() == there; }, text);
}

void CompareFlow::walk(int steps)
{
    const bool ofA = m_desk.activeIndex() == 0;
    const qsizetype current = m_desk.activeReader()->currentUnit();
    std::optional<qsizetype> next;
    for (const Match& match : m_comparison->matches) {
        if (!counts(match))
            continue;
        const auto unit = static_cast<qsizetype>((ofA ? match.a : match.b).front());
        if (steps > 0 ? unit > current && (!next || unit < *next)
                      : unit < current && (!next || unit > *next))
            next = unit;
    }
    if (!next) {
        sayOfHere(m_compared
                ? steps > 0 ? tr("There is no match below.") : tr("There is no match above.")
                : tr("Two articles must be open side by side."));
        return;
    }
    if (const std::optional<Match> match = matchOf(ofA, *next))
        show(*match);
}

void CompareFlow::goToMatch()
{
    const int active = m_desk.activeIndex();
    const std::optional<Match> match = matchOf(active == 0, m_desk.activeReader()->currentUnit());
    if (!match) {
        sayOfHere(tr("No match of this sentence was found in the other article."));
        return;
    }
    show(*match);
    m_desk.reader(1 - active)->setFocus();
}

} // namespace assay
