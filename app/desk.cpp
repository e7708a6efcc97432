// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"

#include "views/compare/ribbons.h"
#include "views/inspector/inspector.h"
#include "views/library/librarypanel.h"
#include "views/reader/readerpane.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>

namespace assay {

using namespace Qt::StringLiterals;

/// In logical pixels: with all panels open, the window fits a screen of 800 of them, which is
/// 1,600 dots at twice the size.
static constexpr int narrowestPane = 140;
static constexpr int narrowestInspector = 250;

Desk::Desk(QWidget* parent)
    : QWidget(parent)
    , m_splitter(new QSplitter)
    , m_library(new LibraryPanel)
    , m_panes{ new ReaderPane, new ReaderPane }
    , m_ribbons(new Ribbons(m_panes[0]->reader(), m_panes[1]->reader()))
    , m_inspector(new Inspector)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_inspector);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(narrowestInspector);
    m_inspector->installEventFilter(this); // larger words ask for a wider panel
    scroll->setFocusPolicy(Qt::NoFocus);
    m_inspectorArea = scroll;
    m_splitter->addWidget(m_panes[0]);
    m_splitter->addWidget(m_ribbons);
    m_splitter->addWidget(m_panes[1]);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_ribbons->setFixedWidth(m_ribbons->sizeHint().width());
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(2, 1);
    for (int i = 0; i < 2; ++i) {
        pane(i)->setMinimumWidth(narrowestPane);
        connect(reader(i), &Reader::focused, this, [this, i] { activate(i); });
        connect(reader(i), &Reader::loaded, this, [this, i] { arrive(i); });
        connect(reader(i), &Reader::currentChanged, this, [this, i] {
            if (i == m_active)
                emit activeChanged();
        });
        connect(pane(i), &ReaderPane::closeRequested, this, [this, i] {
            if (i == 0 && isSecondShown()) // the first stays: it takes over what the second shows
                show(reader(1)->article());
            showSecond(false);
        });
        connect(pane(i), &ReaderPane::articleDropped, this, [this, i](ArticleId article) {
            if (!m_project || !m_project->state().articles().contains(article))
                return; // of another window's project
            show(article, i != m_active);
            reader(i)->setFocus();
        });
    }
    connect(m_library, &LibraryPanel::chosen, this, [this](ArticleId article) {
        show(article);
        activeReader()->setFocus();
    });
    connect(m_library, &LibraryPanel::chosenForOther, this,
        [this](ArticleId article) { show(article, true); });
    connect(this, &Desk::activeChanged, this, [this] {
        m_library->setCurrent(activeReader()->article());
        m_inspector->showUnit(activeReader()->article(), activeReader()->currentUnit());
    });
    activate(0);
}

bool Desk::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_inspector && event->type() == QEvent::LayoutRequest)
        m_inspectorArea->setMinimumWidth(std::max(
            narrowestInspector, m_inspector->minimumSizeHint().width() + 18)); // and its scroll bar
    return QWidget::eventFilter(watched, event);
}

Reader* Desk::reader(int reader) const
{
    return pane(reader)->reader();
}

bool Desk::isSecondShown() const
{
    return !pane(1)->isHidden();
}

void Desk::setProject(Project* project)
{
    m_project = project;
    m_waiting = {};
    m_reveal.reset();
    m_inspector->setProject(project);
    for (ReaderPane* each : m_panes)
        each->setProject(project);
    m_library->setProject(project);
    emit activeChanged();
}

void Desk::setTheme(const Theme& theme)
{
    m_library->setTheme(theme);
    m_ribbons->setTheme(theme);
    m_inspector->setTheme(theme);
    for (ReaderPane* each : m_panes)
        each->setTheme(theme);
}

void Desk::activate(int reader)
{
    m_active = reader;
    for (int i = 0; i < 2; ++i)
        pane(i)->setActive(i == reader && isSecondShown());
    emit activeChanged();
}

void Desk::showSecond(bool shown)
{
    pane(1)->setVisible(shown);
    m_ribbons->setVisible(shown);
    if (!shown && m_active == 1)
        reader(0)->setFocus();
    activate(shown ? m_active : 0);
    emit secondShown(shown);
}

void Desk::swapReaders()
{
    const std::array places{ session::placeOf(*reader(0)), session::placeOf(*reader(1)) };
    for (size_t i = 0; i < 2; ++i) {
        m_waiting[i] = places[1 - i];
        reader(static_cast<int>(i))->showArticle(places[1 - i].article);
    }
    emit activeChanged();
}

void Desk::setOthers(const QList<ReviewerId>& reviewers)
{
    m_others = reviewers;
    setBlind(m_blind);
}

void Desk::setBlind(bool blind)
{
    m_blind = blind;
    const QList<ReviewerId> shown = blind ? QList<ReviewerId>() : m_others;
    for (int i = 0; i < 2; ++i)
        reader(i)->setOthers(shown);
    m_inspector->setOthers(shown);
}

void Desk::focusOther()
{
    if (!isSecondShown())
        return;
    Reader* other = reader(1 - m_active);
    other->setFocus();
    // It may have been scrolled meanwhile: no key may tag what cannot be seen.
    if (const auto [first, last] = other->range(); first == last && first >= 0)
        other->setCurrentUnit(first);
}

void Desk::focusNextArea(const QList<QWidget*>& more)
{
    QList<QWidget*> areas{ m_library->list(), reader(0) };
    if (isSecondShown())
        areas.append(reader(1));
    areas.append(m_inspector);
    areas += more;
    // Behind another tab a panel is visible, but nothing of it shows.
    areas.removeIf(
        [](const QWidget* area) { return !area->isVisible() || area->visibleRegion().isEmpty(); });
    const QWidget* focus = window()->focusWidget();
    const auto at = std::find_if(areas.begin(), areas.end(),
        [&](const QWidget* area) { return area == focus || area->isAncestorOf(focus); });
    const qsizetype next = at == areas.end() ? 0 : (at - areas.begin() + 1) % areas.size();
    if (areas.value(next) == m_inspector)
        m_inspector->focusNote();
    else if (QWidget* area = areas.value(next))
        area->setFocus(Qt::TabFocusReason);
}

void Desk::setReadingStyle(const ReadingStyle& style)
{
    for (int i = 0; i < 2; ++i)
        reader(i)->setReadingStyle(style);
}

void Desk::restore()
{
    const QList<ArticleId>& articles = m_project->state().articles();
    for (int i = 0; i < 2; ++i) {
        session::ReaderPlace place = session::loadReader(m_project->path(), i);
        if (!articles.contains(place.article))
            place = { articles.value(i), -1, {} };
        m_waiting[static_cast<size_t>(i)] = place;
        reader(i)->showArticle(place.article);
    }
    const QSettings settings;
    showSecond(settings.value("desk/second"_L1, true).toBool());
    m_splitter->restoreState(settings.value("desk/columns"_L1).toByteArray());
    reader(0)->setFocus();
    activate(0);
}

void Desk::save() const
{
    QSettings settings;
    settings.setValue("desk/second"_L1, isSecondShown());
    settings.setValue("desk/columns"_L1, m_splitter->saveState());
    if (!m_project || !m_project->isOpen())
        return;
    for (int i = 0; i < 2; ++i)
        session::saveReader(m_project->path(), i, session::placeOf(*reader(i)));
}

} // namespace assay
