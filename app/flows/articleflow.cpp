// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/articleflow.h"

#include "app/flows/backgroundtask.h"
#include "app/messagebar.h"
#include "models/statistics/agreement.h"
#include "models/statistics/tagstrip.h"
#include "models/text/decode.h"
#include "models/text/sourceplace.h"
#include "views/dialogs/sourcedialog.h"
#include "views/dialogs/statisticsdialog.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QStringDecoder>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text, int n = -1)
{
    return QCoreApplication::translate("ArticleFlow", text, nullptr, n);
}

ArticleFlow::ArticleFlow(QWidget* window, BackgroundTask& task, MessageBar& messages)
    : m_window(window)
    , m_task(task)
    , m_messages(messages)
{
}

bool ArticleFlow::report(const Expected<GroupId>& edited)
{
    if (!edited)
        m_messages.showMessage(edited.error().message, {}, true);
    return edited.has_value();
}

void ArticleFlow::setStatus(Project& project, ArticleId article, ArticleStatus status)
{
    if (project.state().article(article))
        report(project.edit({ statusChange(article, project.reviewer(), status) }));
}

void ArticleFlow::remove(Project& project, ArticleId article)
{
    const ArticleState* state = project.state().article(article);
    if (!state)
        return;
    const QString title = state->facts().title;
    Change change;
    change.kind = EventKind::ArticleRemoved;
    change.article = article;
    const Expected<GroupId> removed = project.edit({ change });
    if (!report(removed))
        return;
    // This edit, whatever was done since.
    const auto bringBack = [this, group = *removed, open = QPointer<Project>(&project)] {
        if (!open)
            return;
        // An undo that came first has brought it back: one more step would only end what can be
        // redone.
        if (!open->fold().isActive(group))
            return;
        const std::optional<History::Step> latest = open->history().latest();
        if (latest && latest->edit == group)
            open->undo();
        else
            report(open->revokeAll({ group }));
    };
    const auto isRemoved = [group = *removed, open = QPointer<Project>(&project)] {
        return open && open->fold().isActive(group);
    };
    m_messages.showWhile(isRemoved,
        say("“%1” was removed from the project. Its tags are kept.").arg(title),
        { { say("Undo"), bringBack } });
}

void ArticleFlow::erase(Project& project, ArticleId article)
{
    const ArticleState* state = project.state().article(article);
    if (!state)
        return;
    QMessageBox box(QMessageBox::Warning, say("Erase for Good"),
        say("Erase “%1” for good? Its text, its original file and all notes on it leave this "
            "project and its copies on this computer. This cannot be undone.")
            .arg(state->facts().title),
        QMessageBox::Cancel, m_window);
    const QAbstractButton* erase = box.addButton(say("Erase"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    const QPointer<Project> open(&project); // another may come while the question stands
    box.exec();
    if (box.clickedButton() != erase || !open)
        return;
    Change change;
    change.kind = EventKind::ArticleErased;
    change.article = article;
    report(project.edit({ change }));
}

/// The source as a person reads it.
static QString decoded(const QByteArray& bytes, const QString& encoding)
{
    if (const std::optional<Decoded> marked = decodeMarked(bytes))
        return normalisedText(marked->text);
    QStringDecoder decoder(encoding.toLatin1().constData());
    if (decoder.isValid()) {
        const QString text = decoder.decode(bytes);
        if (!decoder.hasError())
            return normalisedText(text);
    }
    return normalisedText(fromWindows1252(bytes));
}

void ArticleFlow::showSource(Project& project, ArticleId article, TextRange range)
{
    const ArticleState* state = project.state().article(article);
    if (!state)
        return;
    const Provenance& from = state->facts().provenance;
    static const QStringList shown{ u"text"_s, u"html"_s, u"mhtml"_s, u"markdown"_s, u"email"_s };
    if (!shown.contains(from.format)) {
        m_messages.showMessage(say("%1 is no text that can be shown as it is. Article › Properties "
                                   "gives the original file back.")
                .arg(from.file));
        return;
    }
    if (m_task.isRunning()) {
        m_messages.showMessage(
            say("Please wait until “%1” is done, or cancel it.").arg(m_task.title()));
        return;
    }
    struct Found {
        QString source;
        TextRange place;
        std::optional<Error> error;
    };
    auto found = std::make_shared<Found>();
    // The project does not go while its bytes are read: the window waits for the task.
    m_task.start(
        say("Reading the original of %1").arg(from.file),
        [found, from, range, source = project.textSource(article), &project](const Progress&) {
            const Expected<QByteArray> bytes = project.contentNow(from.sha256);
            const Expected<QString> text = source();
            if (!bytes || !text) {
                found->error = bytes ? text.error() : bytes.error();
                return;
            }
            found->source = decoded(*bytes, from.encoding);
            const bool isMarkup = from.format == "html"_L1 || from.format == "mhtml"_L1;
            found->place = placeInSource(found->source, isMarkup, *text, range);
        },
        [this, found, article, open = QPointer<Project>(&project), title = state->facts().title,
            format = from.format] {
            if (m_task.wasCancelled() || !open)
                return;
            if (found->error) {
                m_messages.showMessage(found->error->message, {}, true);
                return;
            }
            auto* dialog = new SourceDialog(title, found->source, format, m_theme, m_window);
            // An article that is removed or erased takes what is shown of it along.
            QObject::connect(open, &QObject::destroyed, dialog, &QDialog::close);
            QObject::connect(open, &Project::changed, dialog,
                [dialog, article, project = open.data()](const ChangeSet&) {
                    if (!project->state().articles().contains(article))
                        dialog->close();
                });
            dialog->show();
            dialog->mark(found->place);
        });
}

/// How far each two reviewers agree on what both tagged, and all of them where they are more.
static QStringList agreementLines(const ProjectState& state)
{
    constexpr qsizetype mostLines = 8;
    const QList<ReviewerId> reviewers = state.reviewers();
    QList<QList<Tag>> tags;
    for (const ReviewerId& reviewer : reviewers)
        tags.append(state.tagsBy(reviewer));
    QStringList lines;
    const auto add = [&lines](const QString& who, const Agreement& found) {
        if (found.units == 0)
            return;
        const auto number = [](const std::optional<double>& value) {
            return value ? QLocale().toString(*value, 'f', 2) : u"–"_s;
        };
        lines.append(say("%1: %n sentence(s) in common, %2 % alike, kappa %3, alpha %4",
            static_cast<int>(found.units))
                .arg(who, QString::number(qRound(100 * found.share())), number(found.kappa),
                    number(found.alpha)));
    };
    for (qsizetype a = 0; a < tags.size(); ++a) {
        for (qsizetype b = a + 1; b < tags.size() && lines.size() < mostLines; ++b)
            add(say("%1 and %2")
                    .arg(state.reviewerName(reviewers[a]), state.reviewerName(reviewers[b])),
                agreementOf({ tags[a], tags[b] }));
    }
    if (tags.size() > 2)
        add(say("All reviewers"), agreementOf(tags));
    return lines;
}

void ArticleFlow::showStatistics(Project& project)
{
    if (m_task.isRunning()) {
        m_messages.showMessage(
            say("Please wait until “%1” is done, or cancel it.").arg(m_task.title()));
        return;
    }
    struct Wanted {
        ArticleStatistics made;
        QList<Unit> units;
        QList<Tag> tags;
        Project::TextSource source;
    };
    auto all = std::make_shared<QList<Wanted>>();
    for (const ArticleId& id : project.state().articles()) {
        const ArticleState* state = project.state().article(id);
        all->append({ { state->facts().title, state->composition(project.reviewer()), {}, -1 },
            state->units(), state->tags(project.reviewer()), project.textSource(id) });
    }
    m_task.start(
        say("Counting"),
        [all](const Progress& progress) {
            for (qsizetype i = 0; i < all->size() && goOn(progress, i, all->size()); ++i) {
                Wanted& each = (*all)[i];
                each.made.firstCaveat
                    = tagStrip(each.units, each.tags, 1).first[static_cast<size_t>(Tag::Caveat)];
                if (const Expected<QString> text = each.source())
                    each.made.words = wordComposition(each.units, each.tags, *text);
            }
        },
        [this, all, open = QPointer<Project>(&project)] {
            if (m_task.wasCancelled() || !open)
                return;
            QList<ArticleStatistics> made;
            for (const Wanted& each : std::as_const(*all))
                made.append(each.made);
            auto* dialog = new StatisticsDialog(made, agreementLines(open->state()), m_window);
            QObject::connect(open, &QObject::destroyed, dialog, &QDialog::close);
            dialog->show();
        });
}

} // namespace assay
