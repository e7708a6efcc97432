// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of one file, edited apart on several machines, then merged in every order.
#include "tests/torture/torture.h"
#include "models/project/filestate.h"

#include <algorithm>

namespace assay::torture {

using namespace Qt::StringLiterals;

static void edit(const QString& path, const QString& name, QRandomGenerator& random)
{
    Project project;
    project.openNow(path).value();
    // The same reviewer may work on two machines, and two reviewers may have one name.
    static QHash<QString, ReviewerId> people;
    ReviewerId& id = people[name];
    if (id.isNull())
        id = ReviewerId::create();
    project.setReviewer(id, name);
    editAtRandom(project, random, 1 + random.bounded(12));
    project.flush().value();
}

static void mergeInto(const QString& path, const QStringList& others, Result& result)
{
    Project project;
    project.openNow(path).value();
    for (const QString& other : others) {
        const Expected<MergePreview> preview = planMergeNow(project, other);
        result.expect(preview.has_value(), preview ? QString() : preview.error().message);
        if (preview)
            project.merge(*preview, false).value();
        project.flush().value();
    }
}

static QStringList seen(const QString& path)
{
    Project project;
    project.openNow(path).value();
    return appearance(project);
}

Result merge(const Task& task)
{
    Result result;
    const auto folder = fastFolder();
    QRandomGenerator random(task.seed);
    const int rounds = task.isShort ? 60 : 1000;
    qsizetype events = 0;
    for (int round = 0; round < rounds && result.broken.size() < 5; ++round) {
        const QString where = u"round %1: "_s.arg(round);
        const auto path = [&](const QString& name) { return folder->filePath(name + u".assay"_s); };
        makeProject(path(u"base"_s));
        edit(path(u"base"_s), u"Ann"_s, random);
        QStringList copies{ u"a"_s, u"b"_s };
        if (round % 2)
            copies.append(u"c"_s);
        QSet<QString> all;
        for (const QString& copy : copies) {
            QFile::copy(path(u"base"_s), path(copy));
            edit(path(copy), copy == u"a" || round % 3 == 0 ? u"Ann"_s : u"Ben"_s, random);
            all += eventKeys(path(copy));
        }
        QList<QStringList> appearances;
        QStringList order = copies;
        do {
            const QString target = path(u"merged"_s);
            QFile::remove(target);
            QFile::copy(path(order.first()), target);
            QStringList others;
            for (const QString& copy : order.sliced(1))
                others.append(path(copy));
            mergeInto(target, others, result);
            if (!task.fault.isEmpty() && order == copies) {
                const auto store = Store::open(target, Database::Mode::Existing);
                (*store)
                    ->database()
                    .run(u"DELETE FROM event WHERE lamport ="
                         u" (SELECT max(lamport) FROM event)"_s)
                    .value();
            }
            result.expect(eventKeys(target) == all, where + u"the union is not whole"_s);
            for (const QString& problem : problemsOf(target))
                result.expect(false, where + problem);
            appearances.append(seen(target));
            const QByteArray before = fileBytes(target);
            mergeInto(target, others, result);
            result.expect(
                fileBytes(target) == before, where + u"a second merge changes something"_s);
        } while (std::next_permutation(order.begin(), order.end()));
        result.expect(appearances.count(appearances.first()) == appearances.size(),
            where + u"the order matters"_s);
        events += all.size();
        for (const QString& name : copies + QStringList{ u"base"_s, u"merged"_s })
            QFile::remove(path(name));
    }
    result.figures = { { u"rounds"_s, rounds }, { u"events"_s, events } };
    return result;
}

} // namespace assay::torture
