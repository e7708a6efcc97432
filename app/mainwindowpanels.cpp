// SPDX-License-Identifier: GPL-3.0-or-later
// The window's panels and lists: what stands around the readers, and what comes over them.
#include "app/mainwindow.h"

#include "app/actions.h"
#include "app/desk.h"
#include "app/docks.h"
#include "app/flows/hints.h"
#include "app/flows/people.h"
#include "app/messagebar.h"
#include "app/preferences/preferences.h"
#include "models/items/changelistmodel.h"
#include "models/items/issuelistmodel.h"
#include "models/items/undolistmodel.h"
#include "views/compare/comparepanel.h"
#include "views/dialogs/listdialog.h"
#include "views/dialogs/palette.h"
#include "views/inspector/inspector.h"
#include "views/library/librarypanel.h"
#include "views/reader/findbar.h"
#include "views/reader/readerpane.h"
#include "views/search/searchpanel.h"

#include <QIdentityProxyModel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPointer>

namespace assay {

using namespace Qt::StringLiterals;

void MainWindow::makePanels()
{
    auto* issues = new QListView;
    issues->setObjectName(u"issues"_s);
    issues->setModel(m_issues);
    issues->setWordWrap(true);
    issues->setFrameShape(QFrame::NoFrame);
    issues->setAccessibleName(tr("Issues"));
    const auto jump = [this](const QModelIndex& index) {
        const auto article = index.data(IssueListModel::ArticleRole).value<ArticleId>();
        if (m_project && m_project->state().articles().contains(article)) {
            showArticle(article);
            m_desk->activeReader()->setFocus();
        }
    };
    connect(issues, &QListView::clicked, this, jump);
    connect(issues, &QListView::activated, this, jump);
    m_docks->add(u"articles"_s, tr("Articles"), m_desk->library(), Qt::LeftDockWidgetArea, true);
    m_docks->add(u"search"_s, tr("Search"), m_search, Qt::LeftDockWidgetArea, false);
    m_docks->tab(u"articles"_s, u"search"_s);
    m_docks->add(
        u"sentence"_s, tr("Sentence"), m_desk->inspectorArea(), Qt::RightDockWidgetArea, true);
    m_docks->add(
        u"comparison"_s, tr("Comparison"), m_comparePanel, Qt::BottomDockWidgetArea, false);
    m_docks->add(u"issues"_s, tr("Issues"), issues, Qt::BottomDockWidgetArea, false);
    connect(m_hints, &Hints::problemsFound, this, [this](const QList<Issue>& problems) {
        m_issues->replace(u"cues"_s, problems);
        if (!problems.isEmpty())
            m_messages->showMessage(problems.first().message,
                { { tr("Open the File"),
                      [this, file = problems.first().file] { openOutside(file, *m_messages); } },
                    { tr("All Issues"), [this] { m_docks->show(u"issues"_s); } } },
                true);
    });
    m_desk->library()->setMenuActions({ m_actions->action("rename"), m_actions->action("mark-done"),
        m_actions->action("mark-skipped"), m_actions->action("mark-todo"),
        m_actions->action("properties"), m_actions->action("source-view"),
        m_actions->action("export"), m_actions->action("remove"), m_actions->action("erase") });
}

void MainWindow::connectSearch()
{
    const auto bar = [this] { return m_desk->pane(m_desk->activeIndex())->findBar(); };
    m_actions->on("find", [bar] { bar()->start(); });
    // What is walked is what was asked last: the article's own finds, or the project's.
    const auto step = [this, bar](int by) {
        if (!bar()->isVisible() && m_docks->isShown(u"search"_s))
            m_search->step(by);
        else
            bar()->step(by);
    };
    m_actions->on("find-next", [step] { step(1); });
    m_actions->on("find-previous", [step] { step(-1); });
    m_actions->on("find-project", [this] {
        m_docks->show(u"search"_s);
        m_search->startTyping(m_desk->activeReader()->textCursor().selectedText());
    });
    m_actions->on("unsure-list", [this] { showUnits(UnitFilter::unsureOnes()); });
    m_actions->on("notes-list", [this] { showUnits(UnitFilter::notedOnes()); });
    const auto markHits = [this] {
        for (int i = 0; i < 2; ++i) {
            if (!m_desk->pane(i)->findBar()->isVisible())
                m_desk->reader(i)->setHits(m_search->isVisible()
                        ? m_search->model()->hitsIn(m_desk->reader(i)->article())
                        : QList<TextRange>());
        }
    };
    connect(m_search, &SearchPanel::placeChosen, this, [this, markHits](const Place& place) {
        if (m_project->state().articles().contains(place.article))
            m_desk->reveal(place);
        markHits();
    });
    connect(m_search, &SearchPanel::resultsChanged, this, markHits);
    connect(m_search, &SearchPanel::left, this, [this] { m_desk->activeReader()->setFocus(); });
    connect(m_docks->toggle(u"search"_s), &QAction::toggled, this, markHits);
    for (int i = 0; i < 2; ++i)
        connect(m_desk->reader(i), &Reader::loaded, this, markHits, Qt::QueuedConnection);
}

void MainWindow::showUnits(const UnitFilter& filter)
{
    m_docks->show(u"search"_s);
    m_search->showAll(filter);
}

/// The next sentence below that is marked unsure, in this article and then from its beginning.
void MainWindow::nextUnsure()
{
    Reader* reader = m_desk->activeReader();
    const ArticleState* article = m_project->state().article(reader->article());
    const qsizetype count = article ? article->units().size() : 0;
    for (qsizetype step = 1; step <= count; ++step) {
        const qsizetype unit = (reader->currentUnit() + step + count) % count;
        if (article->mark(m_project->reviewer(), unit).unsure) {
            reader->setCurrentUnit(unit);
            return;
        }
    }
    m_messages->showMessage(tr("No sentence of this article is marked unsure."));
}

void MainWindow::showPalette()
{
    QList<CommandPalette::Entry> entries;
    for (const ActionSpec& spec : m_actions->table()) {
        QAction* action = m_actions->action(spec.id);
        if (QByteArrayView(spec.id) == "palette")
            continue;
        entries.append({ actionTitle(spec.text), spec.menu ? actionTitle(spec.menu) : QString(),
            action->shortcut().toString(QKeySequence::NativeText), action->isEnabled(),
            [action] { action->trigger(); } });
    }
    for (QAction* toggle : m_docks->toggles())
        entries.append({ tr("Panel: %1").arg(toggle->text()), tr("View"), {}, toggle->isEnabled(),
            [toggle] { toggle->trigger(); } });
    for (const QMenu* menu : m_people->filledMenus()) {
        for (const QPointer<QAction> action : menu->actions()) {
            if (action->isSeparator() || action->menu())
                continue;
            const QString tick = action->isChecked() ? u"✓ "_s : QString();
            entries.append({ tick + action->text().remove(u'&'), menu->title().remove(u'&'), {},
                menu->isEnabled() && action->isEnabled(), [action] {
                    if (action)
                        action->trigger();
                } });
        }
    }
    if (m_project) {
        for (const ArticleId& id : m_project->state().articles())
            entries.append({ m_project->state().article(id)->facts().title, tr("Go to article"), {},
                true, [this, id] { showArticle(id); } });
    }
    auto* palette = new CommandPalette(std::move(entries), this);
    palette->show();
    palette->field()->setFocus();
}

void MainWindow::showPreferences()
{
    auto* dialog = new Preferences(*m_actions, *m_hints, this);
    connect(dialog, &Preferences::readingChanged, this,
        [this](const ReadingStyle& style) { m_desk->setReadingStyle(style); });
    connect(dialog, &Preferences::lookChanged, this, &MainWindow::applyTheme);
    dialog->show();
}

void MainWindow::showHistory()
{
    auto* model = new UndoListModel;
    model->setProject(m_project.get());
    auto* dialog = new ListDialog(tr("Undo History"),
        tr("Everything you did in this project, the latest on top; what is undone is struck "
           "through. Going to a line undoes what came after it, or redoes up to it."),
        model, this);
    connect(this, &MainWindow::projectShown, dialog, &QDialog::close);
    dialog->list()->setCurrentIndex(
        model->index(static_cast<int>(m_project->history().undone().size()), 0));
    dialog->addButton(tr("Go Here"), [this, dialog, model](int row) {
        for (int steps = model->stepsTo(row); steps != 0; steps += steps > 0 ? -1 : 1)
            undoOrRedo(steps > 0);
        dialog->list()->setCurrentIndex(model->index(row)); // the list was made anew
    });
    dialog->show();
}

void MainWindow::showChanges()
{
    auto* model = new QIdentityProxyModel;
    model->setSourceModel(m_changes);
    auto* dialog = new ListDialog(tr("Changes by Others"),
        m_changes->rowCount() > 0
            ? tr("What came into this project since you last had it open here, the latest on top.")
            : tr("Nothing came into this project since you last had it open here."),
        model, this);
    connect(this, &MainWindow::projectShown, dialog, &QDialog::close);
    dialog->addButton(tr("Show"), [this](int row) {
        const auto place
            = m_changes->data(m_changes->index(row), ChangeListModel::PlaceRole).value<Place>();
        if (m_project->state().articles().contains(place.article))
            m_desk->reveal(place);
    });
    dialog->show();
}

} // namespace assay
