// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's actions do, but for tagging and comparing.
#include "app/mainwindow.h"

#include "app/actions.h"
#include "app/diary/programlog.h"
#include "app/desk.h"
#include "app/docks.h"
#include "app/flows/hints.h"
#include "app/keycard.h"
#include "app/manual/manualwindow.h"
#include "app/messagebar.h"
#include "app/session.h"
#include "app/statusline.h"
#include "app/welcome.h"
#include "models/import/importprocess.h"
#include "views/compare/comparepanel.h"
#include "views/inspector/inspector.h"
#include "views/library/librarypanel.h"
#include "views/reader/readerpane.h"
#include "views/search/searchpanel.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>

namespace assay {

using namespace Qt::StringLiterals;

void MainWindow::connectProjectActions()
{
    m_actions->on("new", [this] {
        QString path = QFileDialog::getSaveFileName(this, tr("New Project"),
            session::projectsFolder(), tr("Assay projects (*.assay)"), nullptr,
            QFileDialog::DontConfirmOverwrite); // none is ever overwritten
        if (path.isEmpty())
            return;
        if (QFileInfo(path).suffix().isEmpty())
            path += u".assay"_s;
        if (QFileInfo::exists(path))
            m_messages->showMessage(tr("%1 exists already and was left as it is.").arg(path),
                { { tr("Open It"), [this, path] { openProject(path); } } });
        else
            newProject(path);
    });
    m_actions->on("open", [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Open Project"),
            session::projectsFolder(), tr("Assay projects (*.assay);;All files (*)"));
        if (!path.isEmpty())
            openProject(path);
    });
    m_actions->on("add", [this] {
        if (m_project)
            m_imports.askAndImport(*m_project, [this](ArticleId id) { showArticle(id); });
        else
            m_actions->action("new")->trigger();
    });
    m_actions->on("paste", [this] {
        // An empty clipboard may have no data at all.
        const QMimeData nothing;
        const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
        m_imports.importClipboard(
            *m_project, copied ? *copied : nothing, [this](ArticleId id) { showArticle(id); });
    });
    m_actions->on("export",
        [this] { m_exports.exportArticles(*m_project, { m_desk->activeReader()->article() }); });
    m_actions->on("export-all",
        [this] { m_exports.exportArticles(*m_project, m_project->state().articles()); });
    m_actions->on(
        "print", [this] { m_exports.print(*m_project, m_desk->activeReader()->article()); });
    m_actions->on("merge", [this] { m_merges.askAndMerge(*m_project); });
    m_actions->on("save-copy", [this] {
        m_desk->inspector()->commit(); // the copy is to have what stands in the fields
        m_copies->saveCopy(*m_project);
    });
    m_actions->on("snapshots", [this] { m_copies->showSnapshots(*m_project); });
    m_actions->on("statistics", [this] { m_articles.showStatistics(*m_project); });
    m_actions->on("reviewer", [this] { m_people->rename(); });
    m_actions->on("history", [this] { showHistory(); });
    m_actions->on("changes", [this] { showChanges(); });
    connect(m_status, &StatusLine::copyRequested, this,
        [this] { m_actions->action("save-copy")->trigger(); });
    connect(m_copies, &CopiesFlow::recentChanged, this, &MainWindow::refresh);
    connect(m_copies, &CopiesFlow::openRequested, this, [this](const QString& path) {
        m_reopen = true; // also the file that is open: another one lies there now
        openProject(path);
    });
    connect(m_copies, &CopiesFlow::anotherWanted, this,
        [this] { m_actions->action("open")->trigger(); });
    connect(m_copies, &CopiesFlow::historyWanted, this, &MainWindow::showHistory);
    m_actions->on("quit", [this] { close(); });
    m_actions->on("undo", [this] { undoOrRedo(true); });
    m_actions->on("redo", [this] { undoOrRedo(false); });
    m_actions->on("sample", [this] { openSample(); });
    const auto trigger
        = [this](const char* id) { return [this, id] { m_actions->action(id)->trigger(); }; };
    connect(m_welcome, &Welcome::newRequested, this, trigger("new"));
    connect(m_welcome, &Welcome::openRequested, this, trigger("open"));
    connect(m_welcome, &Welcome::addRequested, this, trigger("add"));
    connect(m_welcome, &Welcome::sampleRequested, this, &MainWindow::openSample);
    connect(m_welcome, &Welcome::recentChosen, this, &MainWindow::openProject);
}

void MainWindow::connectArticleActions()
{
    const auto reader = [this] { return m_desk->activeReader(); };
    // Of the list with the keys, it is the row that shows them.
    const auto shown = [this] {
        const ArticleId row
            = m_desk->library()->list()->hasFocus() ? m_desk->library()->current() : ArticleId();
        return row.isNull() ? m_desk->activeReader()->article() : row;
    };
    m_actions->on("next", [reader] { reader()->moveBy(1, false); });
    m_actions->on("previous", [reader] { reader()->moveBy(-1, false); });
    m_actions->on("extend-down", [reader] { reader()->moveBy(1, true); });
    m_actions->on("extend-up", [reader] { reader()->moveBy(-1, true); });
    m_actions->on("next-untagged", [reader] { reader()->goOn(reader()->currentUnit(), true, 1); });
    m_actions->on(
        "previous-untagged", [reader] { reader()->goOn(reader()->currentUnit(), true, -1); });
    m_actions->on("next-unsure", [this] { nextUnsure(); });
    m_actions->on("other", [this] { m_desk->focusOther(); });
    m_actions->on("rename", [this, shown] {
        m_docks->show(u"articles"_s);
        m_desk->library()->startRename(shown());
    });
    for (const auto& [id, status] : { std::pair{ "mark-done", ArticleStatus::Done },
             std::pair{ "mark-skipped", ArticleStatus::Skipped },
             std::pair{ "mark-todo", ArticleStatus::ToDo } })
        m_actions->on(
            id, [this, shown, status] { m_articles.setStatus(*m_project, shown(), status); });
    m_actions->on("source-view", [this, reader, shown] {
        const ArticleState* article = m_project->state().article(shown());
        const qsizetype unit = reader()->currentUnit();
        m_articles.showSource(
            *m_project, shown(), article && unit >= 0 ? article->units()[unit].range : TextRange());
    });
    m_actions->on("properties", [this, shown] { m_properties.show(*m_project, shown()); });
    m_actions->on("newer-text", [this, shown] { m_imports.askForNewerText(*m_project, shown()); });
    m_actions->on("remove", [this, shown] { m_articles.remove(*m_project, shown()); });
    m_actions->on("erase", [this, shown] { m_articles.erase(*m_project, shown()); });
    m_actions->on("erasures", [this] { m_erasures->show(*m_project); });
    const auto copy = [this](bool withTags) {
        if (QMimeData* copied = m_desk->activeReader()->copied(withTags))
            QGuiApplication::clipboard()->setMimeData(copied);
    };
    m_actions->on("copy", [copy] { copy(false); });
    m_actions->on("copy-tagged", [copy] { copy(true); });
}

void MainWindow::changeReading(const std::function<void(ReadingStyle&)>& change)
{
    ReadingStyle style = m_desk->reader(0)->readingStyle();
    change(style);
    m_desk->setReadingStyle(style);
    session::setReadingStyle(m_desk->reader(0)->readingStyle()); // as far as it was taken
}

void MainWindow::connectViewActions()
{
    m_actions->on("second", [this] { m_desk->showSecond(!m_desk->isSecondShown()); });
    m_actions->on("next-area", [this] {
        m_desk->focusNextArea({ m_search->field(), m_comparePanel->list(),
            m_docks->content(u"issues"_s), m_messages });
    });
    m_actions->on("reset-layout", [this] { m_docks->reset(); });
    m_actions->on(
        "zoom-in", [this] { changeReading([](ReadingStyle& style) { style.points *= 1.1; }); });
    m_actions->on(
        "zoom-out", [this] { changeReading([](ReadingStyle& style) { style.points /= 1.1; }); });
    m_actions->on("zoom-reset", [this] {
        changeReading([](ReadingStyle& style) { style.points = ReadingStyle().points; });
    });
    m_actions->on(
        "wider", [this] { changeReading([](ReadingStyle& style) { style.columnEms += 3; }); });
    m_actions->on(
        "narrower", [this] { changeReading([](ReadingStyle& style) { style.columnEms -= 3; }); });
    for (const char* id : { "theme-desktop", "theme-light", "theme-dark", "theme-contrast" })
        m_actions->on(id, [this, id] {
            QSettings().setValue("window/theme"_L1, QString(QLatin1StringView(id).sliced(6)));
            applyTheme();
        });
    m_actions->action("cues")->setChecked(m_hints->isShown());
    m_actions->action("blind")->setChecked(m_hints->isBlind());
    m_actions->on("cues", [this] { m_hints->setShown(m_actions->action("cues")->isChecked()); });
    m_search->setBlind(m_hints->isBlind());
    m_actions->on("blind", [this] {
        m_hints->setBlind(m_actions->action("blind")->isChecked());
        m_search->setBlind(m_hints->isBlind());
    });
    m_actions->on("preferences", [this] { showPreferences(); });
    m_actions->on("palette", [this] { showPalette(); });
    m_actions->on("keys", [this] { showKeyCard(*m_actions, this); });
    m_actions->on("rules", [this] { showRules(this); });
    m_actions->on("log", [this] {
        const QString path = programlog::path();
        if (path.isEmpty())
            m_messages->showMessage(tr("No log is kept: its folder cannot be written."));
        else
            openOutside(path, *m_messages);
    });
    m_actions->on("manual", [this] { showManual(this); });
    const auto backToReader = [this] { m_desk->activeReader()->setFocus(); };
    connect(m_messages, &MessageBar::focusFreed, this, backToReader);
    connect(m_docks, &Docks::focusFreed, this, backToReader);
    connect(m_messages, &MessageBar::told, this, [](const QString& text, bool isError) {
        isError ? qWarning("%s", qUtf8Printable(text)) : qInfo("%s", qUtf8Printable(text));
    });
    m_actions->on("about", [this] {
        const Expected<Confinement> layers = ImportProcess().confinement();
        const QString safety = !layers ? layers.error().message
            : layers->missing().isEmpty()
            ? tr("Foreign files are read in processes that reach nothing else on this computer.")
            : layers->missing().join(u'\n');
        QMessageBox::about(this, tr("About Assay"),
            tr("Assay %1\nReview health articles, sentence by sentence.\nFree software under the "
               "GNU General Public License, version 3 or later.")
                    .arg(QLatin1StringView(ASSAY_VERSION))
                + u"\n\n"_s + safety);
    });
    connect(m_desk, &Desk::activeChanged, this, &MainWindow::refreshActions);
    connect(m_desk, &Desk::activeChanged, m_messages, &MessageBar::refresh);
    connect(m_desk->inspector(), &Inspector::holding, m_status, &StatusLine::setHolding);
    for (int i = 0; i < 2; ++i) {
        connect(m_desk->reader(i), &Reader::splitChanged, this, [this](bool splitting) {
            m_status->setHint(splitting
                    ? tr("Split: ← → move the place, %1 or Return splits, Escape leaves")
                          .arg(m_actions->keyText("split"))
                    : QString());
        });
        connect(m_desk->reader(i), &Reader::splitWanted, this,
            [this, i](qsizetype unit, qint32 offset) {
                report(m_tagging.split(*m_project, *m_desk->reader(i), unit, offset));
            });
    }
}

} // namespace assay
