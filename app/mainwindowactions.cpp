// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's actions do.
#include "app/mainwindow.h"

#include "app/actions.h"
#include "app/desk.h"
#include "app/keycard.h"
#include "app/messagebar.h"
#include "app/statusline.h"
#include "app/welcome.h"
#include "models/items/changelistmodel.h"
#include "models/items/undolistmodel.h"
#include "views/dialogs/listdialog.h"
#include "views/inspector/inspector.h"
#include "views/library/librarypanel.h"
#include "views/reader/readerpane.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QIdentityProxyModel>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>

namespace assay {

using namespace Qt::StringLiterals;

void MainWindow::connectActions()
{
    m_actions->on("new", [this] {
        QString path = QFileDialog::getSaveFileName(
            this, tr("New Project"), QDir::homePath(), tr("Assay projects (*.assay)"));
        if (path.isEmpty())
            return;
        if (QFileInfo(path).suffix().isEmpty())
            path += u".assay"_s;
        newProject(path);
    });
    m_actions->on("open", [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Open Project"),
            QDir::homePath(), tr("Assay projects (*.assay);;All files (*)"));
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
        m_imports.importClipboard(*m_project, *QGuiApplication::clipboard()->mimeData(),
            [this](ArticleId id) { showArticle(id); });
    });
    m_actions->on("export",
        [this] { m_exports.exportArticles(*m_project, { m_desk->activeReader()->article() }); });
    m_actions->on("export-all",
        [this] { m_exports.exportArticles(*m_project, m_project->state().articles()); });
    m_actions->on("merge", [this] { m_merges.askAndMerge(*m_project); });
    m_actions->on("save-copy", [this] { m_copies->saveCopy(*m_project); });
    m_actions->on("snapshots", [this] { m_copies->showSnapshots(*m_project); });
    m_actions->on("reviewer", [this] { m_people->rename(); });
    m_actions->on("history", [this] { showHistory(); });
    m_actions->on("changes", [this] { showChanges(); });
    m_actions->on(
        "properties", [this] { m_properties.show(*m_project, m_desk->activeReader()->article()); });
    m_actions->on("erase", [this] { eraseArticle(m_desk->activeReader()->article()); });
    m_actions->on("newer-text",
        [this] { m_imports.askForNewerText(*m_project, m_desk->activeReader()->article()); });
    connect(m_status, &StatusLine::copyRequested, this,
        [this] { m_actions->action("save-copy")->trigger(); });
    connect(m_copies, &CopiesFlow::recentChanged, this, &MainWindow::refresh);
    connect(m_copies, &CopiesFlow::openRequested, this, [this](const QString& path) {
        m_reopen = true; // also the file that is open: another one lies there now
        openProject(path);
    });
    m_actions->on("quit", [this] { close(); });
    m_actions->on("undo", [this] { undoOrRedo(true); });
    m_actions->on("redo", [this] { undoOrRedo(false); });
    m_actions->on("next", [this] { m_desk->activeReader()->moveBy(1, false); });
    m_actions->on("previous", [this] { m_desk->activeReader()->moveBy(-1, false); });
    m_actions->on("extend-down", [this] { m_desk->activeReader()->moveBy(1, true); });
    m_actions->on("extend-up", [this] { m_desk->activeReader()->moveBy(-1, true); });
    m_actions->on("next-untagged",
        [this] { m_desk->activeReader()->goOn(m_desk->activeReader()->currentUnit(), true, 1); });
    m_actions->on("previous-untagged",
        [this] { m_desk->activeReader()->goOn(m_desk->activeReader()->currentUnit(), true, -1); });
    m_actions->on("other", [this] { m_desk->focusOther(); });
    m_actions->on("remove", [this] { removeArticle(m_desk->activeReader()->article()); });
    m_actions->on("second", [this] { m_desk->showSecond(!m_desk->isSecondShown()); });
    m_actions->on("next-area", [this] { m_desk->focusNextArea(); });
    for (const auto& [id, factor] : { std::pair{ "zoom-in", 1.1 }, std::pair{ "zoom-out", 1 / 1.1 },
             std::pair{ "zoom-reset", 0.0 } }) {
        m_actions->on(id, [this, factor] {
            for (int i = 0; i < 2; ++i)
                m_desk->reader(i)->setZoom(factor > 0 ? m_desk->reader(i)->zoom() * factor : 12);
            QSettings().setValue("reader/zoom"_L1, m_desk->reader(0)->zoom());
        });
    }
    for (const char* id : { "theme-desktop", "theme-light", "theme-dark", "theme-contrast" })
        m_actions->on(id, [this, id] {
            QSettings().setValue("window/theme"_L1, QString(QLatin1StringView(id).sliced(6)));
            applyTheme();
        });
    m_actions->on("keys", [this] { showKeyCard(*m_actions, this); });
    m_actions->on("sample", [this] { openSample(); });
    m_actions->on("about", [this] {
        QMessageBox::about(this, tr("About Assay"),
            tr("Assay %1\nReview health articles, sentence by sentence.\nFree software under the "
               "GNU General Public License, version 3 or later.")
                .arg(QLatin1StringView(ASSAY_VERSION)));
    });
    connect(
        m_welcome, &Welcome::newRequested, this, [this] { m_actions->action("new")->trigger(); });
    connect(
        m_welcome, &Welcome::openRequested, this, [this] { m_actions->action("open")->trigger(); });
    connect(
        m_welcome, &Welcome::addRequested, this, [this] { m_actions->action("add")->trigger(); });
    connect(m_welcome, &Welcome::sampleRequested, this, &MainWindow::openSample);
    connect(m_welcome, &Welcome::recentChosen, this, &MainWindow::openProject);
    connect(m_desk->library(), &LibraryPanel::removeRequested, this, &MainWindow::removeArticle);
    connect(m_desk, &Desk::activeChanged, this, &MainWindow::refreshActions);
    for (int i = 0; i < 2; ++i)
        m_desk->reader(i)->setZoom(QSettings().value("reader/zoom"_L1, 12).toDouble());
}

void MainWindow::connectTags()
{
    const std::tuple<const char*, Tag, bool> tags[]
        = { { "evidence", Tag::Evidence, false }, { "marketing", Tag::Marketing, false },
              { "caveat", Tag::Caveat, false }, { "none", Tag::None, false },
              { "evidence-stay", Tag::Evidence, true }, { "marketing-stay", Tag::Marketing, true },
              { "caveat-stay", Tag::Caveat, true }, { "none-stay", Tag::None, true } };
    for (const auto& [id, tag, stay] : tags) {
        m_actions->on(id, [this, tag, stay] {
            if (m_project)
                report(m_tagging.tag(*m_project, *m_desk->activeReader(), tag, stay));
        });
    }
    m_actions->on(
        "repeat", [this] { report(m_tagging.repeat(*m_project, *m_desk->activeReader())); });
    m_actions->on(
        "clear", [this] { report(m_tagging.clear(*m_project, *m_desk->activeReader())); });
    m_actions->on(
        "unsure", [this] { report(m_tagging.toggleUnsure(*m_project, *m_desk->activeReader())); });
    m_actions->on("furniture",
        [this] { report(m_tagging.toggleFurniture(*m_project, *m_desk->activeReader())); });
    m_actions->on("show-furniture", [this] {
        Reader* reader = m_desk->activeReader();
        reader->showFurniture(!reader->isFurnitureShown());
    });
    m_actions->on("note", [this] { m_desk->inspector()->focusNote(); });
    m_actions->on("source", [this] { m_desk->inspector()->focusSource(); });
    Inspector* inspector = m_desk->inspector();
    connect(inspector, &Inspector::tagChosen, this,
        [this](Tag tag) { report(m_tagging.tag(*m_project, *m_desk->activeReader(), tag, true)); });
    connect(inspector, &Inspector::unsureChosen, this,
        [this] { m_actions->action("unsure")->trigger(); });
    connect(inspector, &Inspector::edited, this,
        [this, inspector](const QList<Change>& changes, GroupId visit) {
            const Expected<GroupId> edited = m_project->edit(changes, visit);
            if (!edited)
                m_messages->showMessage(edited.error().message, {}, true);
            else if (!edited->isNull())
                inspector->setVisit(*edited);
        });
    connect(inspector, &Inspector::left, this, [this](bool goOn) {
        Reader* reader = m_desk->activeReader();
        reader->setFocus();
        if (goOn)
            reader->goOn(reader->currentUnit(), false);
    });
}

void MainWindow::showHistory()
{
    auto* model = new UndoListModel;
    model->setProject(m_project.get());
    auto* dialog = new ListDialog(tr("Undo History"),
        tr("Everything you did in this project, the latest on top. Going to a line undoes or "
           "redoes what lies between."),
        model, this);
    connect(this, &MainWindow::projectShown, dialog, &QDialog::close);
    dialog->list()->setCurrentIndex(
        model->index(static_cast<int>(m_project->history().undone().size()), 0));
    dialog->addButton(tr("Go Here"), [this, model](int row) {
        for (int steps = model->stepsTo(row); steps != 0; steps += steps > 0 ? -1 : 1)
            undoOrRedo(steps > 0);
    });
    dialog->show();
}

void MainWindow::showChanges()
{
    auto* model = new QIdentityProxyModel;
    model->setSourceModel(m_changes);
    auto* dialog = new ListDialog(tr("Changes by Others"),
        tr("What came into this project since you last had it open here, the latest on top."),
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

void MainWindow::eraseArticle(ArticleId article)
{
    const ArticleState* state = m_project ? m_project->state().article(article) : nullptr;
    if (!state)
        return;
    QMessageBox box(QMessageBox::Warning, tr("Erase for Good"),
        tr("Erase “%1” for good? Its text, its original file and all notes on it leave this "
           "project and its copies on this computer. This cannot be undone.")
            .arg(state->facts().title),
        QMessageBox::Cancel, this);
    const QAbstractButton* erase = box.addButton(tr("Erase"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != erase)
        return;
    Change change;
    change.kind = EventKind::ArticleErased;
    change.article = article;
    if (const Expected<GroupId> erased = m_project->edit({ change }); !erased)
        m_messages->showMessage(erased.error().message, {}, true);
}

} // namespace assay
