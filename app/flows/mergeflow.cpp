// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/mergeflow.h"

#include "app/messagebar.h"
#include "models/items/describe.h"
#include "models/project/filestate.h"
#include "views/dialogs/listdialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QPushButton>
#include <QStringListModel>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text, int n = -1)
{
    return QCoreApplication::translate("Merge", text, nullptr, n);
}

MergeFlow::MergeFlow(QWidget* window, MessageBar& messages)
    : m_window(window)
    , m_messages(messages)
{
}

void MergeFlow::askAndMerge(Project& project)
{
    const QString path = QFileDialog::getOpenFileName(m_window, say("Merge Project"),
        QFileInfo(project.path()).absolutePath(), say("Assay projects (*.assay);;All files (*)"));
    if (!path.isEmpty())
        merge(project, path);
}

void MergeFlow::merge(Project& project, const QString& path)
{
    m_messages.showMessage(say("Reading %1 …").arg(path));
    planMerge(project, path,
        [this, path, project = QPointer<Project>(&project)](const Expected<MergePreview>& preview) {
            if (!project)
                return;
            if (!preview)
                m_messages.showMessage(preview.error().message, {}, true);
            else if (preview->events == 0)
                m_messages.showMessage(
                    say("Everything in %1 is in this project already.").arg(path));
            else
                show(*project, *preview);
        });
}

void MergeFlow::show(Project& project, const MergePreview& preview)
{
    m_messages.hide();
    QStringList lines;
    for (const MergePreview::Overtaken& each : preview.overtaken) {
        const QString before = describeValue(each.cell, each.before);
        const QString after = describeValue(each.cell, each.after);
        const QString place = describePlace(project, each.cell);
        const QString who = project.state().reviewerName(each.cell.reviewer);
        lines.append(u"%1%2 → %3%4"_s.arg(who.isEmpty() ? who : who + u": "_s, before, after,
            place.isEmpty() ? place : u" – "_s + place));
    }
    QStringList parts{ say("%n event(s) by %1 come in.", static_cast<int>(preview.events))
            .arg(preview.reviewers.join(u", "_s)) };
    if (preview.articles > 0)
        parts.append(say("%n article(s) are added.", static_cast<int>(preview.articles)));
    if (preview.unknown > 0)
        parts.append(say("%n event(s) were made by a newer Assay: they are kept, not understood.",
            static_cast<int>(preview.unknown)));
    for (const WaitingErasure& each : preview.erasures) {
        const ArticleState* article = project.state().article(each.article);
        const QString name = project.state().reviewerName(each.by);
        parts.append(
            say("“%1” was erased for good by %2 in that copy: here it would be hidden, and "
                "kept until you say so.")
                .arg(article ? article->facts().title : each.article.toString(),
                    name.isEmpty() ? preview.reviewers.join(u", "_s) : name));
    }
    parts.append(lines.isEmpty()
            ? say("Nothing that is said here now reads otherwise afterwards.")
            : say("%n thing(s) said here would read otherwise, because later word came:",
                  static_cast<int>(lines.size())));
    parts.append(say("The merge can be undone in one step."));
    auto* dialog = new ListDialog(say("Merge %1").arg(QFileInfo(preview.path).fileName()),
        parts.join(u'\n'), new QStringListModel(lines), m_window);
    QObject::connect(dialog->addStanding(say("Merge")), &QPushButton::clicked, dialog,
        [this, dialog, preview, project = QPointer<Project>(&project)] {
            dialog->close();
            if (!project)
                return;
            if (const Expected<void> merged = project->merge(preview, true); !merged)
                m_messages.showMessage(merged.error().message, {}, true);
            else
                m_messages.showMessage(
                    say("%n event(s) came in.", static_cast<int>(preview.events)));
        });
    dialog->open();
}

} // namespace assay
