// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/propertiesflow.h"

#include "app/flows/backgroundtask.h"
#include "app/messagebar.h"
#include "models/base/plainname.h"
#include "models/import/importer.h"
#include "models/import/importprocess.h"
#include "views/dialogs/propertiesdialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QSaveFile>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Properties", text);
}

/// Who can read the file, in words: its own rights decide, and those of the folders above it.
static QString readersOf(const QString& path)
{
    const QFileInfo file(path);
    bool others = file.permission(QFile::ReadOther);
    bool group = file.permission(QFile::ReadGroup);
    for (QDir folder = file.absoluteDir(); others || group;) {
        const QFileInfo info(folder.path());
        others = others && info.permission(QFile::ExeOther);
        group = group && (info.permission(QFile::ExeGroup) || info.permission(QFile::ExeOther));
        if (!folder.cdUp())
            break;
    }
    if (others)
        return say("%1 can be read by everybody on this computer.").arg(path);
    return group ? say("%1 can be read by you and the group “%2”.").arg(path, file.group())
                 : say("%1 can be read by you alone.").arg(path);
}

void PropertiesFlow::show(Project& project, ArticleId article)
{
    const ArticleState* state = project.state().article(article);
    if (!state)
        return;
    for (PropertiesDialog* before : m_window->findChildren<PropertiesDialog*>())
        before->close(); // one of another article would hide behind it
    auto* dialog = new PropertiesDialog(
        state->facts(), state->units().size(), readersOf(project.path()), m_window);
    const QPointer<Project> open(&project);
    QObject::connect(dialog, &PropertiesDialog::originalWanted, dialog, [this, open, article] {
        if (open)
            saveOriginal(*open, article);
    });
    QObject::connect(dialog, &PropertiesDialog::encodingChosen, dialog,
        [this, open, article, dialog](const QString& encoding) {
            if (open)
                readAgain(*open, article, encoding);
            dialog->close();
        });
    QObject::connect(&project, &QObject::destroyed, dialog, &QDialog::close);
    dialog->show();
}

void PropertiesFlow::saveOriginal(Project& project, ArticleId article)
{
    const Provenance& from = project.state().article(article)->facts().provenance;
    const QString path = QFileDialog::getSaveFileName(m_window, say("Save Original"),
        QDir::home().filePath(plainFileName(from.file, u"original"_s)));
    if (path.isEmpty())
        return;
    const Expected<QByteArray> bytes = project.contentNow(from.sha256);
    QSaveFile file(path);
    const bool written = bytes && file.open(QIODevice::WriteOnly)
        && file.write(*bytes) == bytes->size() && file.commit();
    if (!bytes)
        m_messages.showMessage(bytes.error().message, {}, true);
    else if (!written)
        m_messages.showMessage(
            say("%1 cannot be written: %2.").arg(path, file.errorString()), {}, true);
    else
        m_messages.showMessage(say("The original file is in %1.").arg(path));
}

void PropertiesFlow::readAgain(Project& project, ArticleId article, const QString& encoding)
{
    const Provenance from = project.state().article(article)->facts().provenance;
    const Expected<QByteArray> bytes = project.contentNow(from.sha256);
    if (!bytes) {
        m_messages.showMessage(bytes.error().message, {}, true);
        return;
    }
    if (m_task.isRunning()) {
        m_messages.showMessage(
            say("Please wait until “%1” is done, or cancel it.").arg(m_task.title()));
        return;
    }
    auto read = std::make_shared<Expected<ImportedArticle>>();
    m_task.start(
        say("Reading %1 again").arg(from.file),
        [read, from, encoding, bytes = *bytes](const Progress&) {
            ImportProcess process;
            *read = importBytes(bytes, from.file, process, { encoding });
        },
        [this, read, from, article, encoding, open = QPointer<Project>(&project)] {
            if (!open)
                return;
            if (*read)
                (*read)->provenance.origin = from.origin;
            const Expected<GroupId> revised
                = *read ? open->reviseArticle(article, **read) : std::unexpected(read->error());
            if (!revised)
                m_messages.showMessage(revised.error().message, {}, true);
            else
                m_messages.showMessage(revised->isNull()
                        ? say("Read as %1 the text is the same.").arg(encoding)
                        : say("The article was read again as %1. Undo takes it back.")
                              .arg(encoding));
        });
}

} // namespace assay
