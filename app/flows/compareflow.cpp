// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/compareflow.h"

#include "app/desk.h"
#include "app/messagebar.h"
#include "views/compare/comparepanel.h"
#include "views/compare/ribbons.h"
#include "views/inspector/inspector.h"
#include "views/reader/readerpane.h"

#include <QScopedValueRollback>
#include <QSettings>

namespace assay {

using namespace Qt::StringLiterals;

/// More take longer than a frame may.
static constexpr std::size_t manyMatches = 5000;

CompareFlow::CompareFlow(QWidget* window, Desk& desk, ComparePanel& panel, MessageBar& messages)
    : QObject(window)
    , m_window(window)
    , m_desk(desk)
    , m_panel(panel)
    , m_messages(messages)
    , m_following(QSettings().value("compare/follow"_L1, true).toBool())
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(60);
    connect(&m_rest, &QTimer::timeout, this, &CompareFlow::compareNow);
    connect(&m_comparer, &Comparer::compared, this, &CompareFlow::take);
    connect(&m_comparer, &Comparer::progressed, this, [this](qsizetype done, qsizetype total) {
        m_panel.setNotice(tr("Comparing: %1 of %2").arg(done).arg(total));
    });
    m_pause.setSingleShot(true);
    m_pause.setInterval(250);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        const Reader* reader = m_desk.activeReader();
        if (m_project && m_project->state().articles().size() > 1 && reader->isLoaded())
            m_counterparts.ask(reader->article(), reader->currentUnit());
    });
    connect(&m_counterparts, &Counterparts::found, this,
        [this](ArticleId article, TextRange range, const QList<Counterpart>& found) {
            m_desk.inspector()->setCounterparts(article, range, found);
        });
    for (int i = 0; i < 2; ++i) {
        connect(desk.reader(i), &Reader::loaded, this, &CompareFlow::compareSoon);
        connect(desk.reader(i), &Reader::articleChanged, this, &CompareFlow::compareSoon);
    }
    connect(&desk, &Desk::activeChanged, this, &CompareFlow::follow);
    connect(&desk, &Desk::secondShown, this, &CompareFlow::compareSoon);
    connect(&panel, &ComparePanel::chosen, this, &CompareFlow::show);
    connect(&panel, &ComparePanel::thresholdChanged, this, &CompareFlow::showMatches);
    connect(&panel, &ComparePanel::left, this, [this] { m_desk.activeReader()->setFocus(); });
    connect(desk.ribbons(), &Ribbons::chosen, this, &CompareFlow::show);
}

void CompareFlow::setProject(Project* project)
{
    if (m_project)
        m_project->disconnect(this);
    m_stopped = true;
    m_pool.waitForDone();
    m_stopped = false;
    m_project = project;
    m_comparer.setProject(project);
    m_counterparts.setProject(project);
    m_pause.stop();
    take({});
    if (!project)
        return;
    connect(project, &Project::changed, this, [this](const ChangeSet& changes) {
        const auto ours = [this](ArticleId article) {
            return m_compared && (article == m_compared->a || article == m_compared->b);
        };
        const bool other = std::ranges::any_of(changes.texts, ours)
            || std::ranges::any_of(changes.units, [&](const ChangeSet::Units& units) {
                   return units.boundaries && ours(units.article);
               });
        if (other) { // what is shown counts sentences that are others now
            m_comparer.cancel();
            take({});
            return compareSoon();
        }
        if (changes.links || changes.reviewers)
            applyHandLinks();
        if (std::ranges::any_of(
                changes.units, [&](const ChangeSet::Units& units) { return ours(units.article); }))
            m_panel.refresh();
    });
}

void CompareFlow::setFollowing(bool following)
{
    m_following = following;
    QSettings().setValue("compare/follow"_L1, following);
    follow();
}

void CompareFlow::compareSoon()
{
    m_rest.start();
}

void CompareFlow::compareNow()
{
    const ArticleId a = m_desk.reader(0)->article();
    const ArticleId b = m_desk.reader(1)->article();
    const bool ready = m_project && m_desk.isSecondShown() && m_desk.reader(0)->isLoaded()
        && m_desk.reader(1)->isLoaded();
    if (!ready) {
        m_comparer.cancel();
        take({});
        return;
    }
    if (m_compared && (m_compared->a != a || m_compared->b != b))
        take({});
    m_comparer.compare(a, b);
}

void CompareFlow::take(const std::shared_ptr<const ComparedArticles>& compared)
{
    auto before = std::pair(std::move(m_compared), std::move(m_comparison));
    m_compared = compared;
    m_comparison = std::make_shared<const Comparison>();
    applyHandLinks();
    sayState();
    emit comparedChanged();
    // A long article's takes milliseconds to be given back.
    m_pool.start([before = std::move(before)] { });
}

void CompareFlow::applyHandLinks()
{
    if (m_compared)
        m_comparison = sharedWithHandLinks(m_compared, m_project->state(), m_project->reviewer());
    m_panel.setComparison(m_project, m_compared, m_comparison);
    // Lists and ribbons of a long article in one turn of the event loop each: a frame has 16 ms.
    QMetaObject::invokeMethod(
        this, [this] { showMatches(); },
        m_comparison->matches.size() > manyMatches ? Qt::QueuedConnection : Qt::DirectConnection);
}

/// What there is to know before trusting the lists.
void CompareFlow::sayState()
{
    if (!m_compared) {
        m_panel.setNotice(m_desk.isSecondShown()
                ? QString()
                : tr("Open the second reader to compare two articles."));
        return;
    }
    const auto isEmpty = [](const PreparedArticle& article) {
        return std::ranges::all_of(
            article.units, [](const UnitFeatures& unit) { return unit.isEmpty(); });
    };
    if (isEmpty(*m_compared->preparedA) || isEmpty(*m_compared->preparedB))
        m_panel.setNotice(tr("One of the two has no sentences to compare."));
    else if (m_compared->a == m_compared->b)
        m_panel.setNotice(tr("Both readers show the same article."));
    else if (m_compared->preparedA->language != m_compared->preparedB->language)
        m_panel.setNotice(tr("These articles are in different languages: only names and figures "
                             "can match."));
    else if (m_compared->comparison.isWeak)
        m_panel.setNotice(tr("Little is known of this language: words that mean the same are not "
                             "recognised."));
    else
        m_panel.setNotice({});
}

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
        m_messages.showMessage(m_compared
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
        m_messages.showMessage(tr("No match of this sentence was found in the other article."));
        return;
    }
    show(*match);
    m_desk.reader(1 - active)->setFocus();
}

void CompareFlow::swap()
{
    if (m_desk.isSecondShown())
        m_desk.swapReaders();
}

} // namespace assay
