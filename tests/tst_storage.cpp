// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/check.h"
#include "models/storage/recovery.h"
#include "models/storage/salvage.h"
#include "models/project/filestate.h"
#include "models/base/plainname.h"
#include "models/storage/datafolder.h"
#include "tests/fixtures.h"

#include <QDir>
#include <QDirIterator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSignalSpy>
#include <QScopeGuard>
#include <QTest>

#include <sys/stat.h>

#include <unistd.h>

using namespace assay;
using namespace Qt::StringLiterals;

class TestStorage : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void opensOnlyProjects_data();
    void opensOnlyProjects();
    void absentFileIsNotMade();
    void readOnlyFileSaysSo();
    void newerProjectIsReadOnly();
    void hostileSchemaIsRefused();
    void settingsAreKept();
    void checkFindsEveryChange();
    void diskFullKeepsTheEdit();
    void projectionsAreRebuilt();
    void tagEventIsSmall();
    void copiesBringBackWhatIsLost();
    void goingBackIsOneEdit();
    void movedFileIsNoticed();
    void oldSchemaIsMigrated();
    void damagedFileIsSalvaged();
    void uuidIsProven();
    void lateWordsOfErased();
    void othersAreBroughtBack();
    void namesAreNoPaths();
    void othersMayNotRead();
    void olderFileIsNoticed();
    void cutOffPurgeIsEnded();
    void journalKeepsWhatIsMissing();
    void bytesBehindTheEnd();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    /// A project with one article and two tags.
    QString makeProject()
    {
        const QString file = path(u"p.assay"_s);
        Project project;
        project.setReviewer(ReviewerId::create(), u"Ann"_s);
        [&] {
            QVERIFY(project.openNow(file, Database::Mode::New));
            const auto ids = project.addArticles({ test::article(test::smallText(), u"a.txt"_s) });
            QVERIFY(ids);
            QVERIFY(project.edit({ test::tagChange(project, ids->first(), 1, Tag::Marketing) }));
            QVERIFY(project.edit({ test::tagChange(project, ids->first(), 2, Tag::Evidence),
                test::textChange(project, ids->first(), 2, EventKind::Note, u"Which trial?"_s) }));
            QVERIFY(project.flush());
        }();
        return file;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestStorage::opensOnlyProjects_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("zero bytes") << QByteArray();
    QTest::newRow("text") << QByteArray("These are notes, not a project.").repeated(50);
    QTest::newRow("cut header") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("random") << QByteArray::fromHex("89504e470d0a1a0a0000000d").repeated(200);
}

void TestStorage::opensOnlyProjects()
{
    QFETCH(QByteArray, bytes);
    const QString name = path(u"no.assay"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const auto store = Store::open(name, Database::Mode::Existing);
    QVERIFY(!store);
    QVERIFY2(store.error().message.contains(name), qPrintable(store.error().message));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes); // left as it was
}

void TestStorage::absentFileIsNotMade()
{
    QVERIFY(!Store::open(path(u"gone.assay"_s), Database::Mode::Existing));
    QVERIFY(!QFile::exists(path(u"gone.assay"_s)));
    QVERIFY(!Store::open(m_folder->path(), Database::Mode::Existing));
    QVERIFY(!Store::open(path(u"nowhere/p.assay"_s), Database::Mode::New));
}

void TestStorage::readOnlyFileSaysSo()
{
    const QString file = makeProject();
    if (geteuid() == 0)
        QSKIP("root may write everything");
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner));
    Project project;
    QVERIFY(project.openNow(file));
    QVERIFY(!project.readOnlyReason().isEmpty());
    QVERIFY(!project.edit(
        { test::tagChange(project, project.state().articles().first(), 1, Tag::Caveat) }));
}

void TestStorage::newerProjectIsReadOnly()
{
    const QString file = makeProject();
    QVERIFY(test::runSql(file, u"PRAGMA user_version=99"_s));
    Project project;
    QVERIFY(project.openNow(file));
    QVERIFY(project.readOnlyReason().contains(u"newer"_s));
    QCOMPARE(project.state().articles().size(), 1);
    QVERIFY(!project.edit(
        { test::tagChange(project, project.state().articles().first(), 1, Tag::Caveat) }));
}

void TestStorage::hostileSchemaIsRefused()
{
    const QString file = makeProject();
    QVERIFY(test::runSql(
        file, u"CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END"_s));
    QVERIFY(!Store::open(file, Database::Mode::Existing));
    QVERIFY(test::runSql(file, u"DROP TRIGGER t"_s));
    QVERIFY(Store::open(file, Database::Mode::Existing));
    QVERIFY(test::runSql(file, u"CREATE VIEW v AS SELECT 1"_s));
    QVERIFY(!Store::open(file, Database::Mode::Existing));
}

void TestStorage::settingsAreKept()
{
    const auto store = Store::open(makeProject(), Database::Mode::Existing);
    QVERIFY(store);
    Database& database = (*store)->database();
    QCOMPARE(database.value(u"PRAGMA journal_mode"_s).toString(), u"delete"_s);
    QCOMPARE(database.value(u"PRAGMA synchronous"_s).toInt(), 3);
    QCOMPARE(database.value(u"PRAGMA secure_delete"_s).toInt(), 1);
    QCOMPARE(database.value(u"PRAGMA trusted_schema"_s).toInt(), 0);
    QVERIFY(!database.run(
        u"PRAGMA writable_schema=ON;\nUPDATE sqlite_schema SET sql = ''"_s)); // defensive
}

/// Every stored byte that is read is under a hash: one flipped bit anywhere in a row is found.
void TestStorage::checkFindsEveryChange()
{
    const QString file = makeProject();
    {
        const auto store = Store::open(file, Database::Mode::Existing);
        const CheckReport report = checkProject(**store);
        QVERIFY2(report.isSound(), qPrintable(report.problems.join(u'\n')));
        QCOMPARE(report.articles, 1);
    }
    const QStringList changes{
        u"UPDATE event SET payload = replace(payload, 'marketing', 'evidence') WHERE kind = 'tag'"_s,
        u"UPDATE event SET time = '2020-01-01T00:00:00Z' WHERE n = 2"_s,
        u"DELETE FROM event WHERE n = 3"_s,
        u"UPDATE content SET bytes = CAST('x' || substr(bytes, 2) AS BLOB) WHERE codec = 0 AND id = 1"_s,
        u"DELETE FROM content WHERE id = 1"_s, u"UPDATE cell SET number = 3 WHERE field = 1"_s,
        u"DELETE FROM cell"_s, u"UPDATE head SET n = n + 1"_s,
        u"UPDATE event SET chain = zeroblob(32) WHERE n = 4"_s
    };
    for (const QString& sql : changes) {
        const QString copy = path(u"copy.assay"_s);
        QFile::remove(copy);
        QVERIFY(QFile::copy(file, copy));
        QVERIFY(test::runSql(copy, sql));
        const auto store = Store::open(copy, Database::Mode::Existing);
        QVERIFY(store);
        QVERIFY2(!checkProject(**store).isSound(), qPrintable(sql));
    }
    // Cut short anywhere: either it does not open or the check says so.
    QFile whole(file);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    for (qsizetype length = 1000; length < bytes.size(); length += 3571) {
        const QString copy = path(u"cut.assay"_s);
        QFile cut(copy);
        QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write(bytes.first(length)) == length);
        cut.close();
        const auto store = Store::open(copy, Database::Mode::Existing);
        QVERIFY(!store || !checkProject(**store).isSound());
    }
}

/// A disk that is full refuses the commit, keeps what was there, and takes the edit once there is
/// room.
void TestStorage::diskFullKeepsTheEdit()
{
    const QString file = makeProject();
    Project project;
    project.setReviewer(ReviewerId::create(), u"Ben"_s);
    QVERIFY(project.openNow(file));
    project.storage().runNow(
        [](Store* store) { store->database().value(u"PRAGMA max_page_count=1"_s); });
    const ArticleId article = project.state().articles().first();
    QVERIFY(project.edit(
        { test::textChange(project, article, 3, EventKind::Note, u"long "_s.repeated(20'000)) }));
    const Expected<void> saved = project.flush();
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.contains(u"full"_s), qPrintable(saved.error().message));
    QTRY_VERIFY(project.saveError());
    QVERIFY(project.unsaved() > 0);
    QVERIFY(
        !project.state().article(article)->mark(project.reviewer(), 3).note.isEmpty()); // still in
                                                                                        // memory
    project.storage().runNow(
        [](Store* store) { store->database().value(u"PRAGMA max_page_count=1000000"_s); });
    QVERIFY(project.flush());
    QTRY_COMPARE(project.unsaved(), 0);
    const auto store = Store::open(file, Database::Mode::Existing);
    QVERIFY(checkProject(**store).isSound());
}

void TestStorage::projectionsAreRebuilt()
{
    const QString file = makeProject();
    QVERIFY(test::runSql(file, u"DELETE FROM cell"_s));
    const auto store = Store::open(file, Database::Mode::Existing);
    const CheckReport report = checkProject(**store);
    QVERIFY(!report.isSound() && report.repairable);
    QVERIFY((*store)->rebuild());
    QVERIFY(checkProject(**store).isSound());
}

void TestStorage::tagEventIsSmall()
{
    const QString file = path(u"many.assay"_s);
    Project project;
    project.setReviewer(ReviewerId::create(), u"Ann"_s);
    QVERIFY(project.openNow(file, Database::Mode::New));
    const auto ids = project.addArticles({ test::article(test::longText(40'000), u"long.txt"_s) });
    QVERIFY(project.flush());
    const qint64 before = QFileInfo(file).size();
    const qsizetype count = 2000;
    for (qsizetype i = 0; i < count; ++i)
        QVERIFY(project.edit({ test::tagChange(
                    project, ids->first(), i + 2, allTags[static_cast<size_t>(i) % 4]) })
            || true);
    QVERIFY(project.flush());
    const qint64 each = (QFileInfo(file).size() - before) / count;
    qInfo("growth a tag event: %lld bytes", static_cast<long long>(each));
    QVERIFY(each > 100 && each <= 400);
}

/// An older copy is put in the file's place: what was done since is offered and comes back.
void TestStorage::copiesBringBackWhatIsLost()
{
    const QString file = makeProject();
    const QString older = path(u"older.assay"_s);
    QVERIFY(QFile::copy(file, older));
    ArticleId article;
    const ReviewerId ben = ReviewerId::create();
    {
        Project project;
        project.storage().keepCopies(path(u"copies"_s), true);
        project.setReviewer(ben, u"Ben"_s);
        QVERIFY(project.openNow(file));
        article = project.state().articles().first();
        QVERIFY(project.edit({ test::tagChange(project, article, 3, Tag::Caveat),
            test::textChange(project, article, 3, EventKind::Note, u"From the journal"_s) }));
        QVERIFY(project.flush());
    }
    QCOMPARE(snapshotsIn(path(u"copies/"_s)
                 + QDir(path(u"copies"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).first())
                 .size(),
        1); // made when it was left
    QFile::remove(file);
    QVERIFY(QFile::copy(older, file));
    Project project;
    project.storage().keepCopies(path(u"copies"_s), true);
    project.setReviewer(ben, u"Ben"_s);
    QVERIFY(project.openNow(file));
    Expected<MergePreview> found;
    bool there = false;
    planRecovery(project, [&](const Expected<MergePreview>& preview) {
        found = preview;
        there = true;
    });
    QTRY_VERIFY(there);
    QVERIFY(found);
    QCOMPARE(found->events, 3); // the reviewer, the tag, the note
    // It was in the file at this place: nothing is saved until somebody decided.
    QVERIFY(missingNow(project) > 0);
    QVERIFY(project.edit({ test::tagChange(project, article, 1, Tag::Caveat) }));
    QVERIFY(!project.flush());
    QCOMPARE(bringBackNow(project).value_or(-1), 0);
    QVERIFY(project.flush());
    QTRY_COMPARE(project.state().article(article)->mark(ben, 3).note, u"From the journal"_s);
    QCOMPARE(project.state().article(article)->mark(ben, 1).tag, Tag::Caveat);
    const auto store = Store::open(file, Database::Mode::Existing);
    QVERIFY(checkProject(**store).isSound());
}

void TestStorage::goingBackIsOneEdit()
{
    const QString file = makeProject();
    Project project;
    project.storage().keepCopies(path(u"copies"_s), true);
    project.setReviewer(ReviewerId::create(), u"Ben"_s);
    QVERIFY(project.openNow(file));
    const ArticleId article = project.state().articles().first();
    const auto tagOf = [&](qsizetype unit) {
        return project.state().article(article)->tag(project.reviewer(), unit);
    };
    QVERIFY(project.edit({ test::tagChange(project, article, 1, Tag::Evidence) }));
    QVERIFY(project.flush());
    Expected<Snapshot> snapshot;
    project.storage().runNow([&](Store*) { snapshot = project.storage().makeSnapshot(); });
    QVERIFY(snapshot);
    QVERIFY(project.undo());
    QVERIFY(project.edit({ test::tagChange(project, article, 2, Tag::Caveat) }));
    QVERIFY(project.edit({ test::tagChange(project, article, 3, Tag::Caveat) }));
    // Done and undone, and redone, all behind the snapshot.
    QVERIFY(project.edit({ test::tagChange(project, article, 4, Tag::Caveat) }));
    QVERIFY(project.undo());
    QVERIFY(project.edit({ test::tagChange(project, article, 5, Tag::Caveat) }));
    QVERIFY(project.undo());
    QVERIFY(project.redo());
    QCOMPARE(tagOf(4), Tag::Untagged);
    QCOMPARE(tagOf(5), Tag::Caveat);
    Expected<QList<GroupId>> edits;
    project.flush().value();
    bool there = false;
    editsSince(project, snapshot->path, [&](const Expected<QList<GroupId>>& groups) {
        edits = groups;
        there = true;
    });
    QTRY_VERIFY(there);
    QVERIFY(edits && project.revokeAll(*edits));
    QCOMPARE(tagOf(1), Tag::Evidence); // its undo is undone too
    QCOMPARE(tagOf(2), Tag::Untagged);
    QCOMPARE(tagOf(4), Tag::Untagged);
    QCOMPARE(tagOf(5), Tag::Untagged);
    QVERIFY(project.undo());
    QCOMPARE(tagOf(4), Tag::Untagged);
    QCOMPARE(tagOf(5), Tag::Caveat);
    QCOMPARE(tagOf(1), Tag::Untagged);
    QCOMPARE(tagOf(3), Tag::Caveat);
    // A snapshot opens as a project of its own, with its large content.
    const QString restored = path(u"restored.assay"_s);
    QVERIFY(restoreSnapshot(
        snapshot->path, Journal(recoveryFolder(path(u"copies"_s), project.uuid())), restored));
    const auto store = Store::open(restored, Database::Mode::Existing);
    const CheckReport report = checkProject(**store);
    QVERIFY2(report.isSound(), qPrintable(report.problems.join(u'\n')));
}

/// The file is deleted under the program: that is said within a second, the edit stays, and a copy
/// takes everything.
void TestStorage::movedFileIsNoticed()
{
    const QString file = makeProject();
    Project project;
    project.setReviewer(ReviewerId::create(), u"Ben"_s);
    QVERIFY(project.openNow(file));
    QSignalSpy moved(&project, &Project::fileMoved);
    QVERIFY(QFile::remove(file));
    QTRY_COMPARE_WITH_TIMEOUT(moved.size(), 1, 1000);
    const ArticleId article = project.state().articles().first();
    QVERIFY(project.edit({ test::tagChange(project, article, 3, Tag::Caveat) }));
    const Expected<void> saved = project.flush();
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.contains(u"moved"_s), qPrintable(saved.error().message));
    QVERIFY(!QFile::exists(file)); // not made anew
    const QString copy = path(u"copy.assay"_s);
    std::optional<Expected<void>> done;
    project.saveCopy(copy, [&](const Expected<void>& result) { done = result; });
    QTRY_VERIFY(done);
    QVERIFY2(done->has_value(), done->has_value() ? "" : qPrintable(done->error().message));
    Project again;
    QVERIFY(again.openNow(copy));
    QCOMPARE(again.state().article(article)->tag(project.reviewer(), 3), Tag::Caveat);
}

void TestStorage::oldSchemaIsMigrated()
{
    const QDir fixtures(QStringLiteral(ASSAY_SOURCE "/tests/data/projects"));
    const QStringList names = fixtures.entryList({ u"schema-*.assay"_s }, QDir::Files);
    QCOMPARE(names.size(), Database::schema - 1); // one of every schema there was
    for (const QString& name : names) {
        const QString file = path(name);
        QVERIFY(QFile::copy(fixtures.filePath(name), file));
        QVERIFY(Store::open(file, Database::Mode::Peek)); // which does not touch it
        Project project;
        QVERIFY(project.openNow(file));
        QCOMPARE(project.state().articles().size(), 2);
        const ArticleState* article = project.state().article(project.state().articles().first());
        const ReviewerId ann = project.state().reviewersNamed(u"Ann Example"_s).value(0);
        QCOMPARE(article->mark(ann, 2).source, u"JAMA 2"_s);
        QCOMPARE(article->mark(ann, 3).note, u"Note 3"_s);
        const auto store = Store::open(file, Database::Mode::Existing);
        const CheckReport report = checkProject(**store);
        QVERIFY2(report.isSound(), qPrintable(report.problems.join(u'\n')));
    }
}

/// Any one page is zeroed: what the chains prove comes back from the file, and with the copies
/// everything does.
void TestStorage::damagedFileIsSalvaged()
{
    const QString file = path(u"p.assay"_s);
    {
        Project project;
        project.storage().keepCopies(path(u"copies"_s), false);
        project.setReviewer(ReviewerId::create(), u"Ann"_s);
        QVERIFY(project.openNow(file, Database::Mode::New));
        const auto ids = project.addArticles({ test::article(test::longText(400), u"a.txt"_s) });
        for (int i = 0; i < 20; ++i)
            QVERIFY(project.edit({ test::textChange(
                project, ids->first(), 2 + i, EventKind::Note, u"Note %1"_s.arg(i)) }));
        QVERIFY(project.flush());
    }
    QFile whole(file);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    whole.close();
    qsizetype events = 0;
    {
        const auto store = Store::open(file, Database::Mode::Existing);
        events = (*store)->events()->size();
    }
    for (const bool withCopies : { true, false }) {
        for (qsizetype page = 0; page < bytes.size(); page += 4096) {
            const QString damaged = path(u"d%1.assay"_s.arg(page / 4096));
            QFile::remove(damaged);
            QFile out(damaged);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(QByteArray(bytes).replace(page, 4096, QByteArray(4096, 0)));
            out.close();
            const auto uuid = QDir(path(u"copies"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
            rememberPlace(path(u"copies"_s), uuid.first(), damaged);
            // A copy of it is opened: that one is known, and this one still is.
            rememberPlace(path(u"copies"_s), uuid.first(), path(u"a copy.assay"_s));
            QVERIFY(!folderOfPlace(path(u"copies"_s), damaged).isEmpty());
            const Expected<SalvageReport> report
                = salvage(damaged, withCopies ? path(u"copies"_s) : path(u"none"_s));
            if (!withCopies) // then nothing may be worse than before
                continue;
            QVERIFY2(report, report ? "" : qPrintable(report.error().message));
            QCOMPARE(report->events, events);
            QVERIFY2(report->problems.isEmpty(), qPrintable(report->problems.join(u'\n')));
            QVERIFY(QFile::exists(report->damaged));
        }
    }
}

/// The uuid stands outside the chain: a changed letter is noticed and mended, also without copies;
/// a file of an earlier Assay gets its proof with the next edit.
void TestStorage::uuidIsProven()
{
    const QString file = makeProject();
    const auto uuidOf = [&file] {
        const auto store = Store::open(file, Database::Mode::Peek);
        return store ? std::pair((*store)->uuid(), (*store)->uuidProof())
                     : std::pair(QString(), QString());
    };
    const auto check = [&file] {
        const auto store = Store::open(file, Database::Mode::Existing);
        return store ? checkProject(**store).problems : QStringList{ store.error().message };
    };
    const auto [uuid, proof] = uuidOf();
    QVERIFY(!proof.isEmpty());
    QCOMPARE(check(), QStringList());
    QString wrong = uuid;
    wrong[3] = wrong[3] == u'a' ? u'b' : u'a';
    QVERIFY(test::runSql(file, u"UPDATE meta SET value = '%1' WHERE key = 'project'"_s.arg(wrong)));
    QCOMPARE(check().size(), 1);
    {
        Project project; // says so when it opens
        project.setReviewer(ReviewerId::create(), u"Ann"_s);
        QVERIFY(project.openNow(file));
        std::optional<QStringList> said;
        lookOver(project, [&said](const QStringList& problems) { said = problems; });
        QTRY_VERIFY(said);
        QCOMPARE(*said, check());
    }
    QVERIFY(salvage(file, path(u"no-copies"_s)));
    QCOMPARE(uuidOf(), std::pair(uuid, proof));
    QCOMPARE(check(), QStringList());
    QVERIFY(test::runSql(file,
        u"UPDATE meta SET value = 'f' || substr(value, 2) || 'x' WHERE key = 'project_sha256'"_s));
    QCOMPARE(check().size(), 1);
    QVERIFY(salvage(file, path(u"no-copies"_s)));
    QCOMPARE(uuidOf(), std::pair(uuid, proof)); // the proof was what was wrong
    QVERIFY(test::runSql(file, u"DELETE FROM meta WHERE key = 'project_sha256'"_s));
    QCOMPARE(check(), QStringList());
    {
        Project project;
        project.setReviewer(ReviewerId::create(), u"Ann"_s);
        QVERIFY(project.openNow(file));
        QVERIFY(project.edit(
            { test::tagChange(project, project.state().articles().first(), 1, Tag::None) }));
        QVERIFY(project.flush());
    }
    QCOMPARE(uuidOf(), std::pair(uuid, proof));
}

/// A note for an article that another program has erased meanwhile goes as well, from the file and
/// from the copies, and words that come again elsewhere are no fault.
void TestStorage::lateWordsOfErased()
{
    const QString file = makeProject();
    const auto open = [&](Project& project, const QString& name) {
        project.setReviewer(ReviewerId::create(), name);
        project.storage().keepCopies(path(u"copies"_s), true);
        return project.openNow(file);
    };
    {
        Project ann;
        Project ben;
        QVERIFY(open(ann, u"Ann"_s));
        QVERIFY(open(ben, u"Ben"_s));
        const ArticleId article = ann.state().articles().first();
        Change erase;
        erase.kind = EventKind::ArticleErased;
        erase.article = article;
        QVERIFY(ann.edit({ erase }));
        QVERIFY(ann.flush());
        QVERIFY(ben.edit( // who has not heard of it
            { test::textChange(ben, article, 1, EventKind::Note, u"Kumquat, says who?"_s) }));
        QVERIFY(ben.flush());
        QVERIFY(ben.addArticles({ test::article(u"Kumquats heal. They do."_s, u"b.txt"_s) }));
        QVERIFY(ben.edit({ test::textChange(
            ben, ben.state().articles().last(), 1, EventKind::Note, u"Which trial?"_s) }));
        QVERIFY(ben.flush());
        QTRY_VERIFY(!ann.state().articles().contains(article));
    }
    const auto store = Store::open(file, Database::Mode::Existing);
    QVERIFY(store);
    QVERIFY(!(*store)->hasContent(contentHash("Kumquat, says who?")));
    QVERIFY((*store)->hasContent(contentHash("Which trial?")));
    QCOMPARE(checkProject(**store).problems, QStringList());
    int looked = 0;
    QDirIterator all(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile each(all.next());
        QVERIFY(each.open(QIODevice::ReadOnly));
        const QByteArray bytes = each.readAll();
        QVERIFY2(!bytes.contains("Kumquat, says"), qPrintable(each.fileName()));
        ++looked;
    }
    QVERIFY(looked >= 3); // the project, a journal, a snapshot
}

/// What somebody else wrote into the file and was seen here comes back with what was done here.
void TestStorage::othersAreBroughtBack()
{
    const QString file = makeProject();
    Project ann;
    ann.setReviewer(ReviewerId::create(), u"Ann"_s);
    ann.storage().keepCopies(path(u"copies"_s), true);
    QVERIFY(ann.openNow(file));
    const ArticleId article = ann.state().articles().first();
    const ReviewerId bob = ReviewerId::create();
    ann.storage().runNow([&ann](Store*) { ann.storage().makeSnapshot().value(); });
    {
        Project other; // on another computer: it keeps its copies elsewhere
        other.setReviewer(bob, u"Bob"_s);
        QVERIFY(other.openNow(file));
        QVERIFY(other.edit({ test::tagChange(other, article, 1, Tag::Caveat),
            test::textChange(other, article, 1, EventKind::Note, u"Bob was here"_s) }));
        QVERIFY(other.flush());
    }
    QTRY_COMPARE(ann.state().article(article)->tag(bob, 1), Tag::Caveat);
    QVERIFY(ann.edit({ test::tagChange(ann, article, 2, Tag::Evidence) }));
    QVERIFY(ann.flush());
    ann.storage().runNow([](Store*) { }); // what came in is written by now
    QVERIFY(QFile::remove(file));
    QVERIFY(salvage(file, path(u"copies"_s)));
    Project back;
    back.setReviewer(bob, u"Bob"_s);
    QVERIFY(back.openNow(file));
    QCOMPARE(back.state().article(article)->tag(bob, 1), Tag::Caveat);
    QCOMPARE(back.state().article(article)->mark(bob, 1).note, u"Bob was here"_s);
}

/// What a file calls itself leads nowhere.
void TestStorage::namesAreNoPaths()
{
    const QString root = path(u"copies"_s);
    QVERIFY(QDir().mkpath(root));
    const QString own = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QCOMPARE(recoveryFolder(root, own), root + u'/' + own);
    for (const QString& name : { u"../../x"_s, u"/etc"_s, u""_s, u"."_s, u".."_s, own.toUpper(),
             u'{' + own + u'}', own + u"/.."_s, QUuid().toString(QUuid::WithoutBraces) })
        QVERIFY2(recoveryFolder(root, name).isEmpty(), qPrintable(name));
    QVERIFY(QDir().mkpath(path(u"elsewhere"_s)));
    QVERIFY(QFile::link(path(u"elsewhere"_s), root + u'/' + own));
    QVERIFY(recoveryFolder(root, own).isEmpty()); // a link leads out of it
    QVERIFY(insideFolder(root, u"a/b"_s).isEmpty() && insideFolder(root, u".."_s).isEmpty());
    const QString file = makeProject();
    QVERIFY(test::runSql(file, u"UPDATE meta SET value = '../../victim' WHERE key = 'project'"_s));
    const auto store = Store::open(file, Database::Mode::Existing);
    QVERIFY(!store);
    QCOMPARE(store.error().cause, Error::Cause::Damaged); // so that a repair is offered
    QCOMPARE(plainFileName(u"../../etc/passwd"_s, u"x"_s), u"passwd"_s);
    QCOMPARE(plainFileName(u".."_s, u"article"_s), u"article"_s);
    QCOMPARE(plainFileName(QString(300, u'a') + u".pdf"_s, u"x"_s), QString(120, u'a') + u".pdf"_s);
}

/// Projects, snapshots, journal and what is known of places are their owner's alone, whatever the
/// umask; what an earlier version left open is narrowed.
void TestStorage::othersMayNotRead()
{
    const mode_t before = umask(0);
    const auto back = qScopeGuard([before] { umask(before); });
    const QString file = path(u"p.assay"_s);
    const QString root = path(u"own/copies"_s);
    {
        Project project;
        project.storage().keepCopies(root, true);
        project.setReviewer(ReviewerId::create(), u"Ann"_s);
        QVERIFY(project.openNow(file, Database::Mode::New));
        QVERIFY(project.addArticles({ test::article(test::longText(20'000), u"a.txt"_s) }));
        QVERIFY(project.flush());
        project.storage().runNow([&](Store*) { QVERIFY(project.storage().makeSnapshot()); });
        std::optional<Expected<void>> saved;
        project.saveCopy(path(u"copy.assay"_s), [&](const Expected<void>& done) { saved = done; });
        QTRY_VERIFY(saved);
    }
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    int looked = 0;
    const auto look = [&](const QString& entry) {
        ++looked;
        QVERIFY2(!(QFileInfo(entry).permissions() & others), qPrintable(entry));
    };
    look(file);
    look(path(u"copy.assay"_s));
    look(path(u"own"_s));
    QDirIterator it(path(u"own"_s), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
        QDirIterator::Subdirectories);
    while (it.hasNext())
        look(it.next());
    QVERIFY(looked > 8);
    QVERIFY(QFile::setPermissions(root, QFile::Permissions(0x7755)));
    QVERIFY(QFile::setPermissions(path(u"own"_s), QFile::Permissions(0x7755)));
    narrowFolder(path(u"own"_s));
    look(root);
    // A project that a group shares stays shared when it is repaired.
}

/// An older copy in the place of the open file: nothing is called saved, the missing comes back,
/// and the command that opens it later is told.
void TestStorage::olderFileIsNoticed()
{
    const QString root = path(u"copies"_s);
    const QString file = path(u"p.assay"_s);
    auto project = std::make_unique<Project>();
    project->storage().keepCopies(root, false);
    project->setReviewer(ReviewerId::create(), u"Ann"_s);
    QVERIFY(project->openNow(file, Database::Mode::New));
    const auto ids = project->addArticles({ test::article(test::smallText(), u"a.txt"_s) });
    QVERIFY(project->flush());
    QFile then(file);
    QVERIFY(then.open(QIODevice::ReadOnly));
    const QByteArray older = then.readAll();
    then.close();
    for (int i = 1; i < 4; ++i)
        QVERIFY(project->edit({ test::tagChange(*project, ids->first(), i, Tag::Caveat) }));
    QVERIFY(project->flush());
    const auto putBack = [&] {
        QFile same(file);
        QVERIFY(same.open(QIODevice::WriteOnly));
        QCOMPARE(same.write(older), older.size());
    };
    putBack();
    QSignalSpy told(project.get(), &Project::wentBack);
    project->catchUp();
    QTRY_VERIFY(project->olderState());
    QVERIFY(project->edit({ test::tagChange(*project, ids->first(), 4, Tag::Evidence) }));
    const Expected<void> saved = project->flush();
    QVERIFY(!saved);
    QCOMPARE(saved.error().cause, Error::Cause::Older);
    const Expected<qint64> still = bringBackNow(*project);
    QVERIFY(still);
    QCOMPARE(*still, 0);
    QVERIFY(project->flush());
    QTRY_VERIFY(!project->olderState());
    project.reset();
    const auto tagsNow = [&] {
        Project again;
        again.openNow(file).value();
        const ReviewerId ann = again.state().reviewersNamed(u"Ann"_s).value(0);
        return again.state().article(again.state().articles().first())->composition(ann).tagged();
    };
    QCOMPARE(tagsNow(), 4);
    putBack();
    {
        Project again;
        again.storage().keepCopies(root, false);
        QVERIFY(again.openNow(file));
        QVERIFY(missingNow(again) > 0);
        keepOlderNow(again);
    }
    Project kept; // which was decided
    kept.storage().keepCopies(root, false);
    QVERIFY(kept.openNow(file));
    QCOMPARE(missingNow(kept), 0);
    // Another copy of the project is none that went back.
    QVERIFY(QFile::copy(file, path(u"other.assay"_s)));
    Project other;
    other.storage().keepCopies(root, false);
    QVERIFY(other.openNow(path(u"other.assay"_s)));
    QCOMPARE(missingNow(other), 0);
}

/// The program ended between the erasure and the purge of the copies: the next opening ends it. An
/// erasure that never came to the disk purges nothing.
void TestStorage::cutOffPurgeIsEnded()
{
    const QString root = path(u"copies"_s);
    const QString file = path(u"p.assay"_s);
    QString folder;
    ArticleId article;
    {
        Project project;
        project.storage().keepCopies(root, true);
        project.setReviewer(ReviewerId::create(), u"Ann"_s);
        QVERIFY(project.openNow(file, Database::Mode::New));
        article
            = project.addArticles({ test::article(u"A secret text.\n"_s, u"a.txt"_s) })->first();
        QVERIFY(project.flush());
        folder = recoveryFolder(root, project.uuid());
    }
    const auto holds = [&] {
        QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile copy(it.next());
            if (copy.open(QIODevice::ReadOnly)
                && copy.readAll().contains(QByteArray("A secret text").toBase64().first(12)))
                return true;
        }
        return false;
    };
    const auto snapshots = [&] { return snapshotsIn(folder).size(); };
    const auto mark = [&] {
        QFile made(folder + u"/purge"_s);
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write(article.toString().toLatin1() + '\n');
    };
    const auto open = [&] {
        Project project;
        project.storage().keepCopies(root, true);
        project.openNow(file).value();
    };
    QVERIFY(holds() && snapshots() > 0);
    mark();
    open(); // the erasure never came to the disk
    QVERIFY(holds() && !QFile::exists(folder + u"/purge"_s));
    {
        Project project; // one that keeps no copies erases, as if it ended before it could
        project.setReviewer(ReviewerId::create(), u"Ann"_s);
        QVERIFY(project.openNow(file));
        Change erase;
        erase.kind = EventKind::ArticleErased;
        erase.article = article;
        QVERIFY(project.edit({ erase }));
        QVERIFY(project.flush());
    }
    mark();
    open();
    QVERIFY(!holds());
    QVERIFY(snapshots() >= 1); // a new one, without it
    QVERIFY(!QFile::exists(folder + u"/purge"_s));
}

/// What another copy of the project did stays in the second record, however often this one is
/// snapshotted.
void TestStorage::journalKeepsWhatIsMissing()
{
    const QString root = path(u"copies"_s);
    const QString file = makeProject();
    const QString copy = path(u"q.assay"_s);
    QVERIFY(QFile::copy(file, copy));
    QSet<ReplicaId> there;
    {
        Project other;
        other.storage().keepCopies(root, false);
        other.setReviewer(ReviewerId::create(), u"Ben"_s);
        QVERIFY(other.openNow(copy));
        QVERIFY(other.edit(
            { test::tagChange(other, other.state().articles().first(), 3, Tag::Caveat) }));
        QVERIFY(other.flush());
    }
    Project project;
    project.storage().keepCopies(root, true);
    project.setReviewer(ReviewerId::create(), u"Ann"_s);
    QVERIFY(project.openNow(file));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(project.edit({ test::textChange(project, project.state().articles().first(), 1,
            EventKind::Note, u"Note %1"_s.arg(i)) }));
        QVERIFY(project.flush());
        project.storage().runNow([&](Store*) { QVERIFY(project.storage().makeSnapshot()); });
    }
    std::optional<Expected<MergePreview>> found;
    planRecovery(project, [&](const Expected<MergePreview>& preview) { found = preview; });
    QTRY_VERIFY(found);
    QVERIFY(*found && (*found)->events >= 1);
    QCOMPARE((*found)->reviewers, QStringList{ u"Ben"_s });
}

void TestStorage::bytesBehindTheEnd()
{
    const QString file = makeProject();
    QVERIFY(checkProject(**Store::open(file, Database::Mode::Existing)).isSound());
    QFile more(file);
    QVERIFY(more.open(QIODevice::Append));
    more.write("what no Assay wrote");
    more.close();
    const QStringList problems
        = checkProject(**Store::open(file, Database::Mode::Existing)).problems;
    QVERIFY2(problems.value(0).contains(u"19 bytes"_s), qPrintable(problems.join(u'\n')));
    QVERIFY(more.resize(more.size() - 19));
    QVERIFY(test::runSql(file, u"INSERT INTO meta VALUES ('note', 'x')"_s));
    QVERIFY(!checkProject(**Store::open(file, Database::Mode::Existing)).isSound());
}

QTEST_GUILESS_MAIN(TestStorage)
#include "tst_storage.moc"
