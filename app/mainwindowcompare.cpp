// SPDX-License-Identifier: GPL-3.0-or-later
// Two articles side by side: what the window's Compare menu does.
#include "app/mainwindow.h"

#include "app/actions.h"
#include "app/desk.h"
#include "app/docks.h"
#include "app/flows/comparefiles.h"
#include "app/flows/compareflow.h"
#include "app/flows/savedialog.h"
#include "app/messagebar.h"
#include "app/welcome.h"
#include "models/compare/counterparts.h"
#include "views/compare/comparepanel.h"
#include "views/inspector/inspector.h"
#include "views/paper/comparisonpaper.h"
#include "views/reader/readerpane.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QListView>
#include <QUrl>

namespace assay {

using namespace Qt::StringLiterals;

void MainWindow::connectCompare()
{
    m_actions->on("next-match", [this] { m_comparing->walk(1); });
    m_actions->on("previous-match", [this] { m_comparing->walk(-1); });
    m_actions->on("to-match", [this] { m_comparing->goToMatch(); });
    m_actions->action("follow")->setChecked(m_comparing->isFollowing());
    m_actions->on(
        "follow", [this] { m_comparing->setFollowing(m_actions->action("follow")->isChecked()); });
    m_actions->on("link", [this] { m_comparing->askForLink(); });
    m_actions->on("refuse", [this] { m_comparing->refuse(); });
    m_actions->on("same-tag", [this] { m_comparing->offerSameTags(); });
    m_actions->on("swap", [this] { m_comparing->swap(); });
    m_actions->on("earlier", [this] { m_comparing->askForEarlier(); });
    m_actions->on("comparison", [this] {
        m_desk->showSecond(true);
        m_docks->show(u"comparison"_s);
        m_comparePanel->list()->setFocus();
    });
    m_actions->on("compare-files", [this] {
        const QStringList paths = QFileDialog::getOpenFileNames(
            this, tr("Choose Two Files to Compare"), QDir::homePath());
        if (!paths.isEmpty())
            compareFiles(paths);
    });
    m_actions->on("export-comparison", [this] { exportComparison(); });
    m_exports.setComparison([this](ReviewerId reviewer) -> std::optional<ComparisonReport> {
        if (!m_comparing->compared())
            return {};
        return ComparisonReport::of(*m_project, m_comparing->compared(), reviewer);
    });
    connect(m_welcome, &Welcome::compareRequested, this,
        [this] { m_actions->action("compare-files")->trigger(); });
    connect(m_comparing, &CompareFlow::comparedChanged, this, &MainWindow::refreshActions);
    connect(m_desk->inspector(), &Inspector::placeChosen, this, [this](const Place& place) {
        // Beside the sentence it is a counterpart of.
        const Reader* reader = m_desk->activeReader();
        if (reader->article() == place.article)
            return m_desk->reveal(place);
        m_desk->revealBeside(place);
    });
}

void MainWindow::compareFiles(const QStringList& paths)
{
    if (!m_project) {
        const QString path = comparisonProject(paths);
        if (paths.size() != 2 || path.isEmpty()) {
            m_messages->showMessage(tr("Choose exactly two files to compare."), {}, true);
            return;
        }
        m_filesToCompare = paths;
        newProject(path);
        return;
    }
    importToCompare(*m_project, paths, *m_task, *m_messages, [this](ArticleId a, ArticleId b) {
        m_desk->showBeside(a, b);
        m_docks->show(u"comparison"_s);
        m_desk->activeReader()->setFocus();
    });
}

void MainWindow::exportComparison()
{
    if (!m_comparing->compared()) {
        m_messages->showMessage(tr("Two articles must be open side by side."));
        return;
    }
    const QString folder = QFileInfo(m_project->path()).absolutePath();
    const QString path = askWhereToSave(this, tr("Export the Comparison"),
        folder + u'/' + tr("comparison") + u".pdf"_s,
        tr("PDF (*.pdf);;Web page (*.html);;Table (*.csv)"));
    const std::shared_ptr<const ComparedArticles> compared = m_comparing->compared();
    if (path.isEmpty() || !compared) // the articles may have gone while the dialog was open
        return;
    const Expected<QString> done = assay::exportComparison(
        ComparisonReport::of(*m_project, compared, m_project->reviewer()), path);
    if (!done)
        return m_messages->showMessage(done.error().message, {}, true);
    QString text = tr("Exported to %1.").arg(path);
    if (!done->isEmpty())
        text += u' '
            + tr("No font on this computer has these letters: %1. They show as boxes.").arg(*done);
    m_messages->showMessage(
        text, { { tr("Open"), [this, path] { openOutside(path, *m_messages); } } });
}

} // namespace assay
