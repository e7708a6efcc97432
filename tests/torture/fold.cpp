// SPDX-License-Identifier: GPL-3.0-or-later
// Random edits of two reviewers, partly in two programs at once: the projection kept edit by edit
// is what the log folds to, undo then redo is identity, and repairs never lose a tag.
#include "tests/torture/torture.h"

#include <QCoreApplication>
#include <QSqlQuery>

namespace assay::torture {

using namespace Qt::StringLiterals;

static void openAs(Project& project, const QString& path, const QString& name)
{
    static const ReviewerId ids[2] = { ReviewerId::create(), ReviewerId::create() };
    project.setReviewer(ids[name == u"Ben"], name);
    project.openNow(path).value();
}

static void undoAndRedo(Project& project, Result& result, const QString& where)
{
    const QStringList before = appearance(project);
    int undone = 0;
    while (undone < 5 && project.undo())
        ++undone;
    for (int i = 0; i < undone; ++i)
        project.redo();
    result.expect(appearance(project) == before, where + u": undo and redo change something"_s);
}

/// Every unit tagged, then split and joined at random: no unit is untagged afterwards.
static void repairsKeepTags(const QString& path, QRandomGenerator& random, Result& result)
{
    Project project;
    openAs(project, path, u"Ann"_s);
    const ArticleId id
        = project.addArticles({ test::article(test::longText(80), u"r.txt"_s) })->first();
    const ArticleState* article = project.state().article(id);
    for (qsizetype i = 0; i < article->units().size(); ++i)
        project.edit({ test::tagChange(project, id, i, allTags[random.bounded(4)]) }).value();
    for (int i = 0; i < 12; ++i) {
        const auto unit = random.bounded(static_cast<int>(article->units().size()));
        Change change = changeOf(*article, unit, EventKind::Boundary);
        const TextRange range = change.range;
        change.flag = random.bounded(2) && range.length() > 4;
        const qint32 at = range.start + 1 + random.bounded(range.length() - 1);
        change.range = change.flag ? TextRange{ at, at } : TextRange{ range.start, -1 };
        project.edit({ change }).value();
    }
    for (qsizetype i = 0; i < article->units().size(); ++i)
        result.expect(article->tag(project.reviewer(), i) != Tag::Untagged,
            u"a split or join lost the tag of unit %1"_s.arg(i));
    project.flush().value();
}

Result fold(const Task& task)
{
    Result result;
    const auto folder = fastFolder();
    QRandomGenerator random(task.seed);
    const int rounds = task.isShort ? 60 : 1000;
    qsizetype events = 0;
    for (int round = 0; round < rounds && result.broken.size() < 5; ++round) {
        const QString path = folder->filePath(u"%1.assay"_s.arg(round));
        const QString where = u"round %1"_s.arg(round);
        makeProject(path);
        QStringList seen;
        {
            Project ann;
            openAs(ann, path, u"Ann"_s);
            editAtRandom(ann, random, 15);
            undoAndRedo(ann, result, where);
            Project ben; // while the other program goes on
            ann.flush().value();
            openAs(ben, path, u"Ben"_s);
            for (int turn = 0; turn < 4; ++turn) {
                editAtRandom(ben, random, 5);
                ben.flush().value();
                editAtRandom(ann, random, 5);
                ann.flush().value();
                QCoreApplication::processEvents();
            }
        }
        repairsKeepTags(path, random, result);
        if (!task.fault.isEmpty()) {
            const auto store = Store::open(path, Database::Mode::Existing);
            (*store)
                ->database()
                .run(u"UPDATE cell SET n = n + 1 WHERE lamport = (SELECT max(lamport) FROM cell)"_s)
                .value();
        }
        for (const QString& problem : problemsOf(path))
            result.expect(false, where + u": "_s + problem);
        Project again;
        openAs(again, path, u"Ann"_s);
        seen = appearance(again);
        again.flush().value();
        {
            const auto store = Store::open(path, Database::Mode::Existing);
            events += (*store)->events()->size();
            (*store)->rebuild().value();
        }
        Project rebuilt;
        openAs(rebuilt, path, u"Ann"_s);
        result.expect(appearance(rebuilt) == seen, where + u": rebuilt is not what was kept"_s);
        QFile::remove(path);
    }
    result.figures = { { u"rounds"_s, rounds }, { u"events"_s, events } };
    return result;
}

} // namespace assay::torture
