// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/compareflow.h"

#include "app/desk.h"
#include "app/messagebar.h"
#include "views/compare/comparepanel.h"
#include "views/compare/ribbons.h"
#include "views/inspector/inspector.h"
#include "views/reader/readerpane.h"

#include <QSettings>

namespace assay {

using namespace Qt::StringLiterals;

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
        [this](ArticleId article, TextRange range, QList<Counterpart> found) {
            for (Counterpart& each : found)
                sayAsCompared(article, range, each);
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

void CompareFlow::swap()
{
    if (m_desk.isSecondShown())
        m_desk.swapReaders();
}

} // namespace assay
