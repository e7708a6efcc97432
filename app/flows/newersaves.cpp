// SPDX-License-Identifier: GPL-3.0-or-later
// Newer saves of articles that are in the project: offered, and taken in.
#include "app/flows/importflow.h"

#include <QCoreApplication>
#include <QPointer>

namespace assay {

static QString say(const char* text, int n = -1)
{
    return QCoreApplication::translate("Import", text, nullptr, n);
}

/// Files that seem to be newer saves of articles that are there: the words of the offer, with its
/// choices added to `choices`.
QString ImportFlow::offerUpdate(Project& project, const Newer& newer,
    const std::function<void(ArticleId)>& show, QList<MessageBar::Choice>& choices)
{
    const QPointer<Project> open(&project);
    const QString text = newer.size() == 1
        ? say("%1 seems to be a newer save of “%2”. Updating carries over what was said of "
              "sentences that both have.")
              .arg(newer.first().second.provenance.file,
                  project.state().article(newer.first().first)->facts().title)
        : say("%n file(s) seem to be newer saves of articles that are in the project.",
              static_cast<int>(newer.size()));
    choices.append({ { say("Update"),
                         [this, open, newer, show] {
                             if (!open)
                                 return;
                             update(*open, newer);
                             show(newer.first().first);
                         } },
        { say("Keep Both"), [open, newer, show] {
             if (!open)
                 return;
             QList<ImportedArticle> articles;
             for (const auto& [older, article] : newer)
                 articles.append(article);
             const Expected<QList<ArticleId>> ids = open->addArticles(articles);
             if (ids && !ids->isEmpty())
                 show(ids->first());
         } } });
    return text;
}

/// Gives the articles their newer texts and says what became of their sentences.
void ImportFlow::update(Project& project, const Newer& newer)
{
    UnitChanges all;
    QStringList problems;
    for (const auto& [id, article] : newer) {
        const Expected<QString> before = project.textNow(id);
        if (!before) {
            problems.append(before.error().message);
            continue;
        }
        const QList<Unit> units = project.state().article(id)->units();
        const UnitChanges one = compareUnits(
            RangeMap::between(*before, Layout{ units }, article.text, article.layout), *before,
            units, article.text, article.layout.units);
        const Expected<GroupId> revised = project.reviseArticle(id, article);
        if (!revised)
            problems.append(revised.error().message);
        all.unchanged += one.unchanged;
        all.edited += one.edited;
        all.added += one.added;
        all.vanished += one.vanished;
    }
    if (!problems.isEmpty())
        m_messages.showMessage(problems.join(u'\n'), {}, true);
    else
        m_messages.showMessage(
            say("Of the sentences %1 are the same, %2 lightly edited, %3 new, and %4 are gone.")
                .arg(all.unchanged)
                .arg(all.edited)
                .arg(all.added)
                .arg(all.vanished));
}

} // namespace assay
