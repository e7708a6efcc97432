// SPDX-License-Identifier: GPL-3.0-or-later
// Breaks project files on purpose.
// Usage: torture RIG [--short] [--fault NAME] [--seed N] [--seconds N]
// Prints one JSON line; exit code 0: everything held (with --fault: the fault was found).
#include "tests/torture/torture.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>

#include <cstdio>

using namespace assay;
using namespace Qt::StringLiterals;

namespace assay::torture {

std::unique_ptr<QTemporaryDir> fastFolder()
{
    const QString memory = u"/dev/shm"_s;
    return QFileInfo(memory).isWritable()
        ? std::make_unique<QTemporaryDir>(memory + u"/assay-XXXXXX"_s)
        : std::make_unique<QTemporaryDir>();
}

QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

void makeProject(const QString& path)
{
    Project project;
    project.setReviewer(ReviewerId::create(), u"Ann"_s);
    project.openNow(path, Database::Mode::New).value();
    const auto ids = project
                         .addArticles({ test::article(test::smallText(), u"a.txt"_s),
                             test::article(test::longText(120), u"b.txt"_s) })
                         .value();
    project.edit({ test::tagChange(project, ids[0], 1, Tag::Evidence) }).value();
    project.flush().value();
}

static Change unitChange(const Project& project, QRandomGenerator& random, EventKind kind)
{
    const QList<ArticleId>& ids = project.state().articles();
    const ArticleState* article
        = project.state().article(ids[random.bounded(static_cast<int>(ids.size()))]);
    return changeOf(*article, random.bounded(static_cast<int>(article->units().size())), kind);
}

/// A split in the middle of the unit, or a join with the one before.
static Change boundary(const Project& project, QRandomGenerator& random)
{
    Change change = unitChange(project, random, EventKind::Boundary);
    const TextRange unit = change.range;
    change.flag = random.bounded(2) && unit.length() > 4;
    const qint32 middle = unit.start + unit.length() / 2;
    change.range = change.flag ? TextRange{ middle, middle } : TextRange{ unit.start, -1 };
    return change;
}

static void editOnce(Project& project, QRandomGenerator& random)
{
    const QList<ArticleId> ids = project.state().articles();
    const int dice = random.bounded(100);
    Change change;
    if (ids.isEmpty() || dice < 3) {
        static int number = 0;
        project
            .addArticles(
                { test::article(test::smallText() + u"\nNumber %1.\n"_s.arg(random.generate()),
                    u"more%1.txt"_s.arg(++number)) })
            .value();
        return;
    }
    if (dice < 5) {
        const ArticleId id = ids[random.bounded(static_cast<int>(ids.size()))];
        const Expected<QString> before = project.textNow(id);
        if (!before)
            return; // another program has just erased it
        QString text = *before;
        text.insert(random.bounded(2) ? 0 : static_cast<int>(text.size()),
            u"\n\nA sentence %1 that is new.\n\n"_s.arg(random.bounded(1000)));
        project.reviseArticle(id, test::article(text, u"newer.txt"_s)).value();
        return;
    }
    if (dice < 20) {
        random.bounded(2) ? project.undo() : project.redo();
        return;
    }
    if (dice < 55) {
        change = unitChange(project, random, EventKind::Tag);
        change.tag = allTags[random.bounded(4)];
    } else if (dice < 62) {
        change = unitChange(project, random, EventKind::Unsure);
        change.flag = random.bounded(2);
    } else if (dice < 72) {
        change
            = unitChange(project, random, random.bounded(2) ? EventKind::Note : EventKind::Source);
        change.text = random.bounded(4) ? u"Words %1"_s.arg(random.bounded(50)) : QString();
    } else if (dice < 84) {
        change = boundary(project, random);
    } else if (dice < 89) {
        change = unitChange(project, random, EventKind::BlockKind);
        change.unitKind = static_cast<UnitKind>(random.bounded(4));
    } else if (dice < 93) {
        change = unitChange(project, random, EventKind::ArticleMeta);
        change.field = u"title"_s;
        change.text = u"Title %1"_s.arg(random.bounded(20));
    } else if (dice < 98) {
        change
            = unitChange(project, random, random.bounded(2) ? EventKind::Link : EventKind::Refuse);
        const Change other = unitChange(project, random, EventKind::Link);
        change.other = { other.article, 0, other.range };
        change.text
            = change.kind == EventKind::Link && random.bounded(3) ? u"same-claim"_s : QString();
        change.flag = random.bounded(2);
    } else {
        change = unitChange(project, random,
            random.bounded(3) ? EventKind::ArticleRemoved : EventKind::ArticleErased);
    }
    project.edit({ change }); // furniture refuses a tag: that is as it should be
}

void editAtRandom(Project& project, QRandomGenerator& random, int count)
{
    for (int i = 0; i < count; ++i)
        editOnce(project, random);
}

QStringList appearance(const Project& project)
{
    QStringList lines;
    const ProjectState& state = project.state();
    for (const ArticleId& id : state.articles()) {
        const ArticleState* article = state.article(id);
        lines.append(id.toString() + article->facts().title
            + QString::fromLatin1(article->facts().revision.toHex()));
        for (qsizetype i = 0; i < article->units().size(); ++i) {
            const Unit& unit = article->units()[i];
            QString line
                = u"%1-%2 %3"_s.arg(unit.range.start).arg(unit.range.end).arg(kindName(unit.kind));
            for (const ReviewerId& reviewer : state.reviewers()) {
                const Mark& mark = article->mark(reviewer, i);
                line += u"|%1 %2 %3 %4"_s.arg(
                    tagName(mark.tag), QString::number(mark.unsure), mark.note, mark.source);
            }
            lines.append(line);
        }
    }
    QStringList links;
    for (const CellRow& row : state.links())
        links.append(row.cell.article.toString() + row.cell.other + row.value->text
            + QString::number(row.value->number));
    links.sort();
    return lines + links;
}

QStringList problemsOf(const QString& path)
{
    const auto store = Store::open(path, Database::Mode::Existing);
    return store ? checkProject(**store).problems : QStringList{ store.error().message };
}

QString keyOf(const Event& event)
{
    return event.stamp.replica.toString() + u'/' + QString::number(event.stamp.n);
}

QSet<QString> eventKeys(const QString& path)
{
    QSet<QString> keys;
    const auto store = Store::open(path, Database::Mode::Peek);
    const auto events = store ? (*store)->events() : std::unexpected(store.error());
    for (const Event& event : events ? *events : QList<Event>())
        keys.insert(keyOf(event));
    return keys;
}

} // namespace assay::torture

int main(int argc, char** argv)
{
    if (argc > 1 && qstrcmp(argv[1], "window") == 0)
        return torture::killedWindow(argc, argv);
    if (argc > 6 && qstrcmp(argv[1], "soak-window") == 0)
        return torture::soakedWindow(argc, argv);
    if (argc > 4 && qstrcmp(argv[1], "repeat-window") == 0)
        return torture::repeatedWindow(argc, argv);
    if (argc == 2 && qstrcmp(argv[1], "probed-server") == 0)
        return torture::probedServer(argc, argv);
    if (argc == 2 && qstrcmp(argv[1], "hog") == 0)
        torture::hog();
    if (argc > 5 && qstrcmp(argv[1], "crowd-member") == 0)
        return torture::crowdMember(argc, argv);
    const QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"assay"_s);
    QCoreApplication::setApplicationName(u"torture"_s);
    QCommandLineParser parser;
    parser.addOptions({ { u"short"_s, u"The form for continuous integration."_s },
        { u"fault"_s, u"Plants a fault, which has to be found."_s, u"name"_s },
        { u"seed"_s, u"Of what is random."_s, u"number"_s, u"1"_s },
        { u"seconds"_s, u"How long the soak lasts."_s, u"number"_s, u"3600"_s } });
    parser.process(application);
    const QString name = parser.positionalArguments().value(0);
    const QHash<QString, torture::Result (*)(const torture::Task&)> rigs{
        { u"kill"_s, &torture::kill }, //
        { u"power"_s, &torture::power }, //
        { u"io"_s, &torture::io }, //
        { u"merge"_s, &torture::merge }, //
        { u"fold"_s, &torture::fold }, //
        { u"migrate"_s, &torture::migrate }, //
        { u"corrupt"_s, &torture::corrupt }, //
        { u"destroy"_s, &torture::destroy }, //
        { u"crowd"_s, &torture::crowd }, //
        { u"hostile"_s, &torture::hostile }, //
        { u"forge"_s, &torture::forge }, //
        { u"sandbox"_s, &torture::sandbox }, //
        { u"rollback"_s, &torture::rollback }, //
        { u"soak"_s, &torture::soak }, //
        { u"scale"_s, &torture::scale }, //
        { u"repeat"_s, &torture::repeat }, //
    };
    if (!rigs.contains(name)) {
        std::fprintf(stderr, "Rigs: %s\n", qPrintable(rigs.keys().join(u' ')));
        return 2;
    }
    const torture::Task task{ parser.isSet(u"short"_s), parser.value(u"fault"_s),
        parser.value(u"seed"_s).toUInt(), parser.value(u"seconds"_s).toInt() };
    QElapsedTimer timer;
    timer.start();
    torture::Result result = rigs.value(name)(task);
    result.figures[u"rig"_s] = name;
    result.figures[u"broken"_s] = result.broken.size();
    result.figures[u"seconds"_s] = static_cast<double>(timer.elapsed() / 100) / 10;
    if (!task.fault.isEmpty())
        result.figures[u"fault"_s] = task.fault;
    std::printf("%s\n", QJsonDocument(result.figures).toJson(QJsonDocument::Compact).constData());
    for (const QString& line : result.broken.first(std::min<qsizetype>(8, result.broken.size())))
        std::fprintf(stderr, "%s%s\n", task.fault.isEmpty() ? "" : "found: ", qPrintable(line));
    return result.broken.isEmpty() == task.fault.isEmpty() ? 0 : 1;
}
