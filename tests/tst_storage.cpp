// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/check.h"
#include "models/storage/recovery.h"
#include "models/storage/salvage.h"
#include "tests/fixtures.h"

#include <QDir>
#include <QDirIterator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSignalSpy>
#include <QTest>

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
    project.planRecovery([&](const Expected<MergePreview>& preview) {
        found = preview;
        there = true;
    });
    QTRY_VERIFY(there);
    QVERIFY(found);
    QCOMPARE(found->events, 3); // the reviewer, the tag, the note
    QVERIFY(project.merge(*found, true));
    QVERIFY(project.flush());
    QTRY_COMPARE(project.state().article(article)->mark(ben, 3).note, u"From the journal"_s);
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
    project.editsSince(snapshot->path, [&](const Expected<QList<GroupId>>& groups) {
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
        project.lookOver([&said](const QStringList& problems) { said = problems; });
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

QTEST_GUILESS_MAIN(TestStorage)
#include "tst_storage.moc"
