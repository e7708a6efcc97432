// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/erasuresflow.h"

#include "app/messagebar.h"
#include "views/dialogs/listdialog.h"

#include <QFile>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QStandardItemModel>

namespace assay {

using namespace Qt::StringLiterals;

ErasuresFlow::ErasuresFlow(QWidget* window, MessageBar& messages)
    : QObject(window)
    , m_window(window)
    , m_messages(messages)
{
}

void ErasuresFlow::watch(Project& project)
{
    connect(&project, &Project::erasuresChanged, this, [this, &project] { tell(project); });
    connect(&project, &Project::notReached, this, &ErasuresFlow::tellOfLeftovers);
    tell(project);
}

static QString titleOf(const Project& project, const WaitingErasure& erasure)
{
    const ArticleState* article = project.state().article(erasure.article);
    const QString title = article ? article->facts().title : QString();
    return title.isEmpty() ? erasure.article.toString() : title;
}

static QString nameOf(const Project& project, const WaitingErasure& erasure)
{
    const QString name = project.state().reviewerName(erasure.by);
    return name.isEmpty() ? ErasuresFlow::tr("somebody") : name;
}

/// What would go with the article: "3 notes, 41 tags by Ann, Ben".
static QString lossOf(const Project& project, const WaitingErasure& erasure)
{
    const ArticleState* article = project.state().article(erasure.article);
    if (!article)
        return ErasuresFlow::tr("its text is not in this file");
    qsizetype notes = 0;
    qsizetype tags = 0;
    QStringList names;
    for (const ReviewerId& reviewer : article->reviewers()) {
        notes += article->notedUnits(reviewer).size();
        tags += article->composition(reviewer).tagged();
        names.append(project.state().reviewerName(reviewer));
    }
    QStringList parts{ ErasuresFlow::tr(
        "a text of %n unit(s)", nullptr, static_cast<int>(article->units().size())) };
    if (tags > 0)
        parts.append(ErasuresFlow::tr("%n tag(s)", nullptr, static_cast<int>(tags)));
    if (notes > 0)
        parts.append(ErasuresFlow::tr("%n note(s)", nullptr, static_cast<int>(notes)));
    const QString loss = parts.join(u", "_s);
    return names.isEmpty() ? loss : loss + u" ("_s + names.join(u", "_s) + u')';
}

void ErasuresFlow::tell(Project& project)
{
    const QList<WaitingErasure> waiting = project.waitingErasures();
    if (waiting.isEmpty())
        return;
    const QPointer<Project> open(&project);
    const auto waits = [open] { return open && !open->waitingErasures().isEmpty(); };
    const WaitingErasure& first = waiting.first();
    const QString text = waiting.size() == 1
        ? tr("“%1” was erased for good by %2 in another copy. Here it is hidden, and nothing of it "
             "is lost until you say so.")
              .arg(titleOf(project, first), nameOf(project, first))
        : tr("%n article(s) were erased for good in other copies. Here they are hidden, and "
             "nothing "
             "of them is lost until you say so.",
              nullptr, static_cast<int>(waiting.size()));
    m_messages.showWhile(waits, text, { { tr("Show What Would Go…"), [this, open] {
                                             if (open)
                                                 show(*open);
                                         } } });
}

void ErasuresFlow::show(Project& project)
{
    const QList<WaitingErasure> waiting = project.waitingErasures();
    auto* model = new QStandardItemModel;
    for (const WaitingErasure& each : waiting) {
        const QDateTime time = QDateTime::fromString(each.time, Qt::ISODate);
        auto* item = new QStandardItem(tr("%1 – erased by %2 on %3: %4")
                .arg(titleOf(project, each), nameOf(project, each),
                    QLocale().toString(time.toLocalTime(), QLocale::ShortFormat),
                    lossOf(project, each)));
        item->setEditable(false);
        item->setCheckable(true);
        model->appendRow(item);
    }
    auto* dialog = new ListDialog(tr("Erased in Other Copies"),
        waiting.isEmpty()
            ? tr("No erasure of another copy waits in this project.")
            : tr("A colleague erased these for good. Here they are hidden. Tick what is to be "
                 "erased in this file and in this computer's copies of it, too, which cannot be "
                 "undone, or what is to be shown again."),
        model, m_window);
    dialog->showWhole();
    const QPointer<Project> open(&project);
    const auto ticked = [model, waiting] {
        QList<ArticleId> articles;
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->item(row)->checkState() == Qt::Checked)
                articles.append(waiting[row].article);
        }
        return articles;
    };
    const auto add = [&](const QString& text, auto act) {
        QPushButton* button = dialog->addStanding(text);
        button->setDefault(false);
        button->setAutoDefault(false);
        button->setEnabled(false);
        connect(model, &QStandardItemModel::itemChanged, button,
            [button, ticked] { button->setEnabled(!ticked().isEmpty()); });
        connect(button, &QPushButton::clicked, dialog, [this, dialog, open, ticked, act] {
            const QList<ArticleId> articles = ticked();
            dialog->close();
            if (open)
                act(*open, articles);
        });
    };
    add(tr("Show Ticked Again"), [this](Project& of, const QList<ArticleId>& articles) {
        if (const Expected<GroupId> shown = of.refuseErasures(articles); !shown)
            m_messages.showMessage(shown.error().message, {}, true);
        else
            m_messages.showMessage(tr("%n article(s) are shown again. Undo hides them.", nullptr,
                static_cast<int>(articles.size())));
    });
    add(tr("Erase Ticked for Good"), [this](Project& of, const QList<ArticleId>& articles) {
        if (const Expected<void> erased = of.acceptErasures(articles); !erased)
            m_messages.showMessage(erased.error().message, {}, true);
        else
            m_messages.showMessage(tr("%n article(s) are erased in this file and in the copies on "
                                      "this computer.",
                nullptr, static_cast<int>(articles.size())));
    });
    connect(&project, &QObject::destroyed, dialog, &QDialog::close);
    dialog->open();
}

void ErasuresFlow::tellOfLeftovers(const QStringList& files)
{
    m_messages.showMessage(
        tr("Repairs set these files aside; they may still hold what was erased: %1")
            .arg(files.join(u", "_s)),
        { { tr("Delete These Files"),
              [this, files] {
                  QStringList left = files;
                  left.removeIf([](const QString& file) { return QFile::remove(file); });
                  m_messages.showMessage(left.isEmpty()
                          ? tr("%n file(s) were deleted.", nullptr, static_cast<int>(files.size()))
                          : tr("These files cannot be deleted: %1").arg(left.join(u", "_s)),
                      {}, !left.isEmpty());
              } },
            { tr("Keep Them"), [] {} } },
        true);
}

} // namespace assay
