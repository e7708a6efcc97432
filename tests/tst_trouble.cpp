// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever goes wrong: the window says the cause and what is safe, and offers a button that helps.
// And what leaves no trace, or must not be there at all.
#include "app/commandline/commandline.h"
#include "app/diary/programlog.h"
#include "app/diary/runmark.h"
#include "app/flows/copiesflow.h"
#include "app/manual/manual.h"
#include "app/statusline.h"
#include "app/translations.h"
#include "app/session.h"
#include "app/flows/hints.h"
#include "models/project/filestate.h"
#include "tests/windowfixture.h"
#include "views/dialogs/listdialog.h"

#include <QLabel>
#include <QDirIterator>
#include <QMessageBox>
#include <QMenu>
#include <QProcess>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardItemModel>
#include <QTimer>

#include <csignal>
#include <unistd.h>

using namespace assay;
using namespace Qt::StringLiterals;

class TestTrouble : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void locked();
    void newer();
    void foreign();
    void empty();
    void corrupt();
    void readOnly();
    void diskFull();
    void gone();
    void replaced();
    void putBackWhileOpen();
    void putBackAndKept();
    void erasedByColleague();
    void importerCrashed();
    void importerKilled();
    void exportTargetBusy();
    void badDefinition();
    void unreadableArticle();
    void copyCannotBeWritten();
    void crashIsToldOf();
    void logHoldsNoArticle();
    void logTurnsOver();
    void erasedForGood();
    void noNetwork();
    void manualOpens();
    void manualsSayTheSame();

private:
    QString path() const { return m_folder->filePath(u"p.assay"_s); }
    void show()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    /// A sound project of an article with one tag, at path(), without a window that has it open.
    void makeProject(bool withCopies = false)
    {
        Project project;
        project.setReviewer(ReviewerId::create(), u"Ann"_s);
        if (withCopies)
            project.storage().keepCopies(session::copiesFolder(), true);
        project.openNow(path(), Database::Mode::New).value();
        const auto ids
            = project.addArticles({ test::article(test::smallText(), u"a.txt"_s) }).value();
        project.edit({ test::tagChange(project, ids[0], 1, Tag::Evidence) }).value();
        project.flush().value();
    }
    void sql(const QString& statement)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"trouble"_s);
            database.setDatabaseName(path());
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
        }
        QSqlDatabase::removeDatabase(u"trouble"_s);
    }
    /// Waits for a message that holds all of `words`, checks that each offer is there.
    void expect(const QStringList& words, const QStringList& offers)
    {
        const auto fits = [&] {
            const QString text = m_window->messages()->text();
            return std::all_of(words.begin(), words.end(),
                [&](const QString& word) { return text.contains(word); });
        };
        QTRY_VERIFY2_WITH_TIMEOUT(fits(),
            qPrintable(m_window->messages()->text() + u" / "_s + words.join(u", "_s)), 15'000);
        for (const QString& offer : offers)
            QVERIFY2(m_window->messages()->offers().contains(offer),
                qPrintable(m_window->messages()->text() + u" offers "_s
                    + m_window->messages()->offers().join(u", "_s)));
        m_states.insert(QString::fromLatin1(QTest::currentTestFunction()));
    }
    void open()
    {
        QSignalSpy shown(m_window.get(), &MainWindow::projectShown);
        m_window->openProject(path());
        QVERIFY(shown.wait(15'000));
        QTRY_VERIFY(m_window->project()->isHistoryReady());
    }
    QProcess* startProgram(
        const QStringList& arguments, const QString& wrapper = {}, const QStringList& wrapped = {})
    {
        auto* program = new QProcess(this);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_folder->path());
        for (const QString& name : { u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s })
            environment.insert(name, m_folder->filePath(u"own"_s));
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s); // it is killed or traced
        program->setProcessEnvironment(environment);
        const QString assay = QStringLiteral(ASSAY_PROGRAM);
        if (wrapper.isEmpty())
            program->start(assay, arguments);
        else
            program->start(wrapper, wrapped + QStringList{ assay } + arguments);
        return program;
    }
    QString ownFolder() const { return m_folder->filePath(u"own/assay"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    QSet<QString> m_states;
};

static QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestTrouble::initTestCase()
{
    static QTemporaryDir settings;
    test::prepareApplication(settings.path());
}

void TestTrouble::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    show();
}

void TestTrouble::cleanup()
{
    m_window.reset();
}

void TestTrouble::locked()
{
    makeProject();
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holder"_s);
        other.setDatabaseName(path());
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(u"BEGIN EXCLUSIVE"_s));
        m_window->openProject(path());
        expect({ path(), u"Nothing was changed"_s }, { u"Try Again"_s });
        other.close();
    }
    QSqlDatabase::removeDatabase(u"holder"_s);
    QSignalSpy shown(m_window.get(), &MainWindow::projectShown);
    m_window->messages()->take(u"Try Again"_s);
    QVERIFY(shown.wait(15'000)); // and it helps
}

void TestTrouble::newer()
{
    makeProject();
    sql(u"PRAGMA user_version=99"_s);
    open();
    expect({ path(), u"newer"_s }, { u"Work on a Copy…"_s });
}

void TestTrouble::foreign()
{
    sql(u"CREATE TABLE theirs (a)"_s);
    const QByteArray before = bytesOf(path());
    m_window->openProject(path());
    expect({ path(), u"not an Assay project"_s, u"left as it is"_s }, { u"Open Another…"_s });
    QCOMPARE(bytesOf(path()), before);
}

void TestTrouble::empty()
{
    test::writeFile(path(), {});
    m_window->openProject(path());
    expect({ path(), u"0 bytes"_s, u"left as it is"_s }, { u"Open Another…"_s });
    m_window.reset();
    QVERIFY(QFile::remove(path()));
    makeProject(true);
    QVERIFY(QFile(path()).resize(0));
    show();
    m_window->openProject(path());
    expect({ path(), u"0 bytes"_s, u"hold what was saved"_s }, { u"Bring It Back"_s });
    QSignalSpy shown(m_window.get(), &MainWindow::projectShown);
    m_window->messages()->take(u"Bring It Back"_s);
    QVERIFY(shown.wait(15'000));
    QCOMPARE(m_window->project()->state().articles().size(), 1);
}

void TestTrouble::corrupt()
{
    makeProject(true);
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(4096);
    file.write(QByteArray(8192, 'x'));
    file.close();
    m_window->openProject(path());
    expect({ path() }, {});
    const QStringList offers = m_window->messages()->offers();
    QVERIFY2(offers.contains(u"Repair"_s) || offers.contains(u"Bring It Back"_s),
        qPrintable(m_window->messages()->text()));
    QSignalSpy shown(m_window.get(), &MainWindow::projectShown);
    m_window->messages()->take(offers.first());
    QVERIFY(shown.wait(15'000));
    const ArticleId id = m_window->project()->state().articles().value(0);
    QVERIFY(m_window->project()->state().article(id));
    QCOMPARE(m_window->project()->textNow(id).value(), test::smallText());
}

void TestTrouble::readOnly()
{
    makeProject();
    const bool isRoot = geteuid() == 0;
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(m_folder->path(),
        QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther | QFile::ReadGroup
            | QFile::ExeGroup));
    constexpr uid_t nobody = 65534; // root may write everything
    if (isRoot)
        QCOMPARE(seteuid(nobody), 0);
    m_window->openProject(path());
    QSignalSpy shown(m_window.get(), &MainWindow::projectShown);
    const bool came = shown.wait(15'000);
    if (isRoot)
        QCOMPARE(seteuid(0), 0);
    QVERIFY(came);
    expect({ path() }, { u"Work on a Copy…"_s });
}

void TestTrouble::diskFull()
{
    makeProject();
    open();
    Project& project = *m_window->project();
    project.storage().runNow(
        [](Store* store) { store->database().value(u"PRAGMA max_page_count=1"_s); });
    const ArticleId id = project.state().articles().first();
    project
        .edit({ test::textChange(
            project, id, 1, EventKind::Note, u"A long note. "_s.repeated(2000)) })
        .value();
    QTRY_VERIFY(project.saveError());
    QTRY_VERIFY(m_window->findChildren<QPushButton*>().size() > 0);
    const auto offered = [&](const QString& text) {
        for (const QPushButton* button : m_window->findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == text)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(offered(u"Save a Copy…"_s) && offered(u"Try Again"_s));
    QVERIFY2(
        project.saveError()->message.contains(u"full"_s), qPrintable(project.saveError()->message));
    m_states.insert(u"diskFull"_s);
    project.storage().runNow(
        [](Store* store) { store->database().value(u"PRAGMA max_page_count=1000000"_s); });
    project.retrySaving();
    QTRY_COMPARE(project.unsaved(), 0);
}

void TestTrouble::gone()
{
    makeProject();
    session::rememberProject(path());
    QVERIFY(QFile::remove(path()));
    m_window->openProject(path());
    expect({ path(), u"is not there"_s, u"Nothing was changed"_s }, { u"Forget It"_s });
    m_window->messages()->take(u"Forget It"_s);
    QVERIFY(session::recentProjects().isEmpty());
}

void TestTrouble::replaced()
{
    makeProject();
    open();
    QVERIFY(QFile::rename(path(), m_folder->filePath(u"away.assay"_s)));
    test::writeFile(path(), u"something else"_s);
    expect({ path(), u"replaced"_s, u"kept in memory"_s }, { u"Save a Copy…"_s });
    QTRY_VERIFY(m_window->findChild<QLabel*>(u"saveState"_s)->text().contains(u"Not saved"_s));
}

/// An older copy put over the open file is told at once, nothing is called saved, and the missing
/// comes back with one button.
void TestTrouble::putBackWhileOpen()
{
    makeProject(true);
    const QByteArray older = bytesOf(path());
    open();
    Project& project = *m_window->project();
    const ArticleId article = project.state().articles().first();
    for (int i = 2; i < 5; ++i)
        QVERIFY(project.edit({ test::tagChange(project, article, i, Tag::Caveat) }));
    QVERIFY(project.flush());
    const auto* const saved = m_window->findChild<QLabel*>(u"saveState"_s);
    QVERIFY(saved);
    QTRY_COMPARE(saved->text(), u"Saved"_s);
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(older);
    }
    expect({ u"older state"_s, u"3 edits are missing"_s },
        { u"Bring Them Back"_s, u"Keep the Older One"_s, u"Save Beside…"_s });
    QTRY_VERIFY(saved->text().startsWith(u"Not saved"_s));
    QVERIFY(project.edit({ test::tagChange(project, article, 1, Tag::Marketing) }));
    QTest::qWait(200);
    QVERIFY2(saved->text() != u"Saved"_s, qPrintable(saved->text()));
    expect({ u"older state"_s }, { u"Bring Them Back"_s });
    m_window->messages()->take(u"Bring Them Back"_s);
    QTRY_COMPARE_WITH_TIMEOUT(saved->text(), u"Saved"_s, 15'000);
    m_window.reset();
    Project again;
    QVERIFY(again.openNow(path()));
    const ArticleState* state = again.state().article(article);
    int tagged = 0;
    for (const ReviewerId& reviewer : again.state().reviewers())
        tagged += static_cast<int>(state->composition(reviewer).tagged());
    QCOMPARE(tagged, 1 + 3 + 1); // Ann's, and those of whoever sits at the window
}

/// The other choice: the file as it is now, and the second record keeps what it lacks.
void TestTrouble::putBackAndKept()
{
    makeProject(true);
    const QByteArray older = bytesOf(path());
    open();
    Project& project = *m_window->project();
    const ArticleId article = project.state().articles().first();
    QVERIFY(project.edit({ test::tagChange(project, article, 2, Tag::Caveat) }));
    QVERIFY(project.flush());
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(older);
    }
    expect({ u"older state"_s }, { u"Keep the Older One"_s });
    QSignalSpy shown(m_window.get(), &MainWindow::projectShown);
    m_window->messages()->take(u"Keep the Older One"_s);
    QVERIFY(shown.wait(15'000));
    const auto* const saved = m_window->findChild<QLabel*>(u"saveState"_s);
    QTRY_COMPARE(saved->text(), u"Saved"_s);
    QVERIFY(!m_window->project()->olderState());
    QTest::qWait(300); // it was decided: nobody asks again
    QVERIFY2(!m_window->messages()->text().contains(u"older state"_s),
        qPrintable(m_window->messages()->text()));
    std::optional<Expected<MergePreview>> kept;
    planRecovery(*m_window->project(), [&](const Expected<MergePreview>& found) { kept = found; });
    QTRY_VERIFY(kept);
    QVERIFY(*kept && (*kept)->events > 0);
}

/// A copy in which a colleague erased an article hides it here, says so with what would go, and
/// takes nothing.
void TestTrouble::erasedByColleague()
{
    makeProject(true);
    const QString copy = m_folder->filePath(u"colleague.assay"_s);
    QVERIFY(QFile::copy(path(), copy));
    {
        Project other;
        other.setReviewer(ReviewerId::create(), u"Ben"_s);
        QVERIFY(other.openNow(copy));
        Change erase;
        erase.kind = EventKind::ArticleErased;
        erase.article = other.state().articles().first();
        QVERIFY(other.edit({ erase }));
        QVERIFY(other.flush());
    }
    open();
    Project& project = *m_window->project();
    QVERIFY(project.merge(planMergeNow(project, copy).value(), true));
    expect({ u"A cure for heels"_s, u"erased for good by Ben"_s, u"nothing of it is lost"_s },
        { u"Show What Would Go…"_s });
    QCOMPARE(project.state().articles().size(), 0);
    QVERIFY(bytesOf(path()).contains("Pulses ease pain."));
    m_window->messages()->take(u"Show What Would Go…"_s);
    auto* const dialog = m_window->findChild<ListDialog*>();
    QVERIFY(dialog);
    auto* const model = qobject_cast<QStandardItemModel*>(dialog->list()->model());
    QVERIFY(model);
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(model->item(0)->checkState(), Qt::Unchecked);
    QVERIFY2(model->item(0)->text().contains(u"1 tag"_s), qPrintable(model->item(0)->text()));
    QPushButton* erase = nullptr;
    for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
        if (button->text() == u"Erase Ticked for Good"_s)
            erase = button;
    }
    QVERIFY(erase && !erase->isEnabled());
    model->item(0)->setCheckState(Qt::Checked);
    QVERIFY(erase->isEnabled());
    erase->click();
    QTRY_VERIFY_WITH_TIMEOUT(!bytesOf(path()).contains("Pulses ease pain."), 15'000);
    QTRY_VERIFY(project.waitingErasures().isEmpty());
}

void TestTrouble::importerCrashed()
{
    makeProject();
    open();
    const QString bomb = QStringLiteral(ASSAY_SOURCE "/tests/data/hostile/bomb.docx");
    const QString good = m_folder->filePath(u"good.txt"_s);
    test::writeFile(good, u"A second article\n\nIt is sound. It has two sentences.\n"_s);
    m_window->addFiles({ bomb, good });
    expect({ u"bomb.docx"_s }, { u"Try Again"_s });
    QCOMPARE(m_window->project()->state().articles().size(), 2); // the good one came in
}

/// Kills each import program that this process started, as the system does when memory is short.
static void killImporters()
{
    const QDir tasks(u"/proc/self/task"_s);
    for (const QString& task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QByteArray& child : bytesOf(tasks.filePath(task + "/children"_L1)).split(' ')) {
            if (bytesOf(u"/proc/%1/comm"_s.arg(child.toLongLong())).startsWith("assay-import"))
                ::kill(child.toInt(), SIGKILL);
        }
    }
}

void TestTrouble::importerKilled()
{
    makeProject();
    open();
    const QString path = m_folder->filePath(u"long.html"_s);
    test::writeFile(path,
        u"<h1>A long page</h1>"_s
            + u"<p>One of its many sentences is here.</p>\n"_s.repeated(40'000));
    QTimer killer;
    killer.callOnTimeout(this, killImporters);
    killer.start(1);
    m_window->addFiles({ path });
    expect({ u"long.html"_s }, { u"Try Again"_s });
    QCOMPARE(m_window->project()->state().articles().size(), 1);
    killer.stop();
    m_window->messages()->take(u"Try Again"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->project()->state().articles().size(), 2, 30'000);
}

void TestTrouble::exportTargetBusy()
{
    makeProject();
    open();
    const QString target = m_folder->filePath(u"out.pdf"_s);
    QVERIFY(QDir().mkpath(target)); // somebody made a folder of it
    m_window->exports().exportTo(
        *m_window->project(), { m_window->project()->state().articles().first() }, { target });
    expect({ u"out.pdf"_s, u"The project is as it was"_s }, { u"Choose Another Place…"_s });
    QCOMPARE(QDir(m_folder->path()).entryList({ u"out*"_s }, QDir::Files), QStringList());
}

void TestTrouble::badDefinition()
{
    makeProject();
    open();
    const QString mine = session::ownFolder() + u"/syntax/mine.xml"_s;
    QVERIFY(QDir().mkpath(QFileInfo(mine).path()));
    test::writeFile(mine, u"<language name=\"Mine\" section=\"Cues\" version=\"1\">\n<oops"_s);
    m_window->hints()->reload();
    expect({ mine, u"line 2"_s }, { u"Open the File"_s, u"All Issues"_s });
    QVERIFY(QFile::remove(mine));
}

void TestTrouble::unreadableArticle()
{
    makeProject();
    open();
    const QString page = m_folder->filePath(u"page.txt"_s);
    test::writeFile(page, {});
    m_window->addFiles({ page });
    expect({ page, u"empty"_s }, { u"Try Again"_s });
    test::writeFile(page, u"Now it is there\n\nAll of it has come. It is sound.\n"_s);
    m_window->messages()->take(u"Try Again"_s);
    QTRY_COMPARE(m_window->project()->state().articles().size(), 2);
}

void TestTrouble::copyCannotBeWritten()
{
    makeProject();
    open();
    const QString copy = m_folder->filePath(u"no/such/folder/copy.assay"_s);
    std::optional<Error> error;
    m_window->project()->saveCopy(copy, [&](const Expected<void>& saved) {
        if (!saved)
            error = saved.error();
    });
    QTRY_VERIFY(error);
    QVERIFY2(error->message.contains(m_folder->filePath(u"no/such/folder"_s)),
        qPrintable(error->message));
    // What the person agreed to replace is replaced, but never the project itself.
    const QString there = m_folder->filePath(u"there.assay"_s);
    test::writeFile(there, u"something else"_s);
    const auto copyTo = [&](const QString& to) {
        std::optional<Expected<void>> done;
        m_window->project()->saveCopy(to, [&](const Expected<void>& saved) { done = saved; });
        [&] { QTRY_VERIFY(done); }();
        return done && done->has_value();
    };
    const QByteArray before = bytesOf(path());
    QVERIFY(!copyTo(path()));
    QCOMPARE(bytesOf(path()), before);
    QVERIFY(copyTo(there));
    {
        Project copied;
        QVERIFY(copied.openNow(there).has_value());
        QCOMPARE(copied.uuid(), m_window->project()->uuid());
    }
    m_states.insert(u"copyCannotBeWritten"_s);
    QVERIFY2(m_states.size() >= 12, qPrintable(QStringList(m_states.values()).join(u' ')));
}

void TestTrouble::crashIsToldOf()
{
    makeProject();
    const QString running = ownFolder() + u"/running"_s;
    // As from a terminal, where the next start may be in another folder.
    const QString relative = QDir::current().relativeFilePath(path());
    QProcess* program = startProgram({ relative });
    const auto isMarked = [&] {
        for (const QString& name : QDir(running).entryList({ u"*.run"_s })) {
            if (bytesOf(running + u'/' + name).contains(path().toUtf8()))
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isMarked(), 20'000);
    QCOMPARE(RunMark::takeBroken(running).size(), 0); // it still runs
    program->kill();
    QVERIFY(program->waitForFinished());
    const QList<BrokenRun> broken = RunMark::takeBroken(running);
    QCOMPARE(broken.size(), 1);
    QCOMPARE(broken.first().project, path());
    QCOMPARE(RunMark::takeBroken(running).size(), 0); // told of once
    {
        RunMark sound(running);
        sound.setProject(path());
    }
    QCOMPARE(RunMark::takeBroken(running).size(), 0); // ended by itself

    m_window->setBrokenRun({ path(), QDateTime::currentDateTimeUtc().addSecs(-3600) });
    open();
    expect({ u"did not end by itself"_s, u"2 edits"_s, u"two seconds"_s },
        { u"Show the Latest Edits"_s });
    m_window.reset();
    show();
    const QString other = m_folder->filePath(u"other.assay"_s);
    m_window->setBrokenRun({ other, QDateTime::currentDateTimeUtc() });
    open();
    expect({ u"did not end by itself"_s, other }, { u"Open It"_s });
}

void TestTrouble::logHoldsNoArticle()
{
    makeProject();
    QCOMPARE(programlog::told(u"The text of “A cure for heels” is missing.\nNext"_s),
        u"The text of “…” is missing. / Next"_s);
    QCOMPARE(programlog::told(u"Der Text von „Ein Mittel“ fehlt."_s), u"Der Text von “…” fehlt."_s);
    QProcess* program = startProgram({ path(), m_folder->filePath(u"nowhere.txt"_s) });
    const QString log = ownFolder() + u"/log/assay.log"_s;
    QTRY_VERIFY_WITH_TIMEOUT(
        bytesOf(log).contains("Opened") && bytesOf(log).contains("nowhere.txt"), 20'000);
    program->kill();
    QVERIFY(program->waitForFinished());
    const QByteArray said = bytesOf(log);
    for (const QString& line : test::smallText().split(u'\n', Qt::SkipEmptyParts))
        QVERIFY2(!said.contains(line.toUtf8()), said.constData());
    QVERIFY(said.contains("started"));
    QCOMPARE(QFile::permissions(log) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
        QFile::Permissions());
}

void TestTrouble::logTurnsOver()
{
    const QString folder = m_folder->filePath(u"log"_s);
    programlog::start(folder, 2000);
    QCOMPARE(programlog::path(), folder + u"/assay.log"_s);
    for (int i = 0; i < 200; ++i)
        qInfo("Line %d of many that are said one after the other", i);
    programlog::stop();
    qInfo("Said when nobody writes");
    QByteArray all;
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 3);
    for (const QFileInfo& file : files) {
        QVERIFY(file.size() < 2200);
        all += bytesOf(file.filePath());
    }
    QVERIFY(all.contains("Line 199 of many"));
    QVERIFY(!all.contains("Line 5 of many"));
    QVERIFY(!all.contains("nobody writes"));
}

/// What was erased is looked for in every byte of everything that this test's home holds.
void TestTrouble::erasedForGood()
{
    const QString secret = u"Quetzalbeere"_s;
    const QString file = m_folder->filePath(secret + u".txt"_s);
    test::writeFile(file,
        secret + u" heals\n\nThe "_s + secret + u" pill eased pain in 40 people. "_s
            + u"It is the only one. "_s.repeated(40) + u'\n');
    makeProject(true);
    m_window.reset();
    const auto lookFor = [&](const QList<QByteArray>& traces) {
        QStringList found;
        for (const QString& root : { m_folder->path(), qEnvironmentVariable("HOME"),
                 QFileInfo(QSettings().fileName()).path() }) {
            QDirIterator all(
                root, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
            while (all.hasNext()) {
                const QString each = all.next();
                const QByteArray bytes = bytesOf(each);
                for (const QByteArray& trace : traces) {
                    if (bytes.contains(trace) || each.contains(QString::fromUtf8(trace)))
                        found.append(each + u": "_s + QString::fromLatin1(trace.first(8)));
                }
            }
        }
        return found;
    };
    const QString log = m_folder->filePath(u"log"_s);
    programlog::start(log);
    show();
    open();
    m_window->addFiles({ file });
    Project& project = *m_window->project();
    QTRY_COMPARE(project.state().articles().size(), 2);
    const ArticleId id = project.state().articles().last();
    project.edit({ test::textChange(project, id, 1, EventKind::Note, u"Note on "_s + secret) })
        .value();
    project.flush().value();
    // As it is stored, too: text and original may be packed.
    QList<QByteArray> traces{ secret.toUtf8(),
        QByteArray(reinterpret_cast<const char*>(secret.utf16()), secret.size() * 2) };
    project.storage().runNow([&](Store* store) {
        for (const QByteArray& name : { project.state().article(id)->facts().revision,
                 project.state().article(id)->facts().provenance.sha256 }) {
            if (const auto row = store->contentRow(name); row && row->bytes.size() > 24)
                traces.append(row->bytes.sliced(8, 16));
        }
    });
    QVERIFY(QFile::remove(file));
    QVERIFY(traces.size() >= 3);
    QVERIFY2(!lookFor(traces).isEmpty(), "the search finds nothing before the erasure either");
    Change erase;
    erase.kind = EventKind::ArticleErased;
    erase.article = id;
    project.edit({ erase }).value();
    project.flush().value();
    m_window->close();
    m_window.reset();
    programlog::stop();
    const QStringList found = lookFor(traces);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

/// The window and the commands under strace: no call that could reach another computer.
void TestTrouble::noNetwork()
{
    const QString strace = QStandardPaths::findExecutable(u"strace"_s);
    if (strace.isEmpty())
        QSKIP("strace is not installed");
    makeProject();
    const QString log = m_folder->filePath(u"strace.log"_s);
    const QStringList options{ u"-f"_s, u"-A"_s, u"-o"_s, log, u"-e"_s, u"trace=network"_s };
    QProcess* window = startProgram({ path() }, strace, options);
    const QString own = ownFolder() + u"/log/assay.log"_s;
    QTRY_VERIFY_WITH_TIMEOUT(bytesOf(own).contains("Opened"), 60'000);
    QTest::qWait(500); // what starts later
    QProcess::execute(u"pkill"_s, { u"-P"_s, QString::number(window->processId()) });
    QVERIFY(window->waitForFinished(20'000));
    for (const QStringList& call : { QStringList{ u"export"_s, path(), u"--format"_s, u"pdf"_s,
                                         u"--output"_s, m_folder->filePath(u"out"_s) },
             QStringList{ u"compare"_s,
                 QStringLiteral(ASSAY_SOURCE "/resources/samples/clinic-page.txt"),
                 QStringLiteral(ASSAY_SOURCE "/resources/samples/press-release.txt") },
             QStringList{ u"check"_s, path() } }) {
        QProcess* program = startProgram(call, strace, options);
        QVERIFY(program->waitForFinished(120'000));
        if (program->exitCode() != 0 && program->readAllStandardError().contains("ptrace"))
            QSKIP("this machine does not let programs be traced");
        QCOMPARE(program->exitCode(), 0);
    }
    const QByteArray calls = bytesOf(log);
    QVERIFY(calls.contains("exited with 0")); // something was traced
    for (const QByteArray& line : calls.split('\n'))
        QVERIFY2(!line.contains("AF_INET") && !line.contains("AF_PACKET"), line.constData());
}

void TestTrouble::manualOpens()
{
    m_window->actions()->action("manual")->trigger();
    const auto card = m_window->findChild<QDialog*>(u"card"_s);
    QVERIFY(card && card->isVisible());
}

/// Every language has the same pages with as many headings, rows and items; each key of a table
/// does something, and each command is one that there is.
void TestTrouble::manualsSayTheSame()
{
    const auto shape = [](const QString& text) {
        QStringList marks;
        for (const QString& line : text.split(u'\n')) {
            for (const QString& mark : { u"# "_s, u"% "_s, u"- "_s, u"|"_s }) {
                if (line.startsWith(mark))
                    marks.append(mark);
            }
        }
        return marks.join(u' ');
    };
    const QString english = manual::markdown();
    QVERIFY(english.count(u'\n') > 150);
    for (const QString& language : availableLanguages())
        QCOMPARE(shape(manual::markdown(language)), shape(english));
    QVERIFY(manual::markdown(u"de"_s) != english);
    QCOMPARE(manual::markdown(u"xx"_s), english);
    static const QRegularExpression command(u"`assay ([a-z]+)"_s);
    int commands = 0;
    for (const QRegularExpressionMatch& match : command.globalMatch(english)) {
        QVERIFY2(isCommandLine({ match.captured(1) }), qPrintable(match.captured()));
        ++commands;
    }
    QVERIFY(commands >= 14);
    static const QRegularExpression menu(u"\\*\\*([^*]+) › ([^*]+)\\*\\*"_s);
    QStringList titles;
    for (const ActionSpec& spec : m_window->actions()->table())
        titles.append(actionTitle(spec.text).remove(u'…'));
    for (const QMenu* each : m_window->findChildren<QMenu*>())
        titles.append(each->title().remove(u'&'));
    int menus = 0;
    for (const QRegularExpressionMatch& match : menu.globalMatch(english)) {
        const QString title = match.captured(2).simplified();
        QVERIFY2(std::any_of(titles.begin(), titles.end(),
                     [&](const QString& each) { return each.startsWith(title); }),
            qPrintable(title));
        ++menus;
    }
    QVERIFY(menus >= 12);
}

QTEST_MAIN(TestTrouble)
#include "tst_trouble.moc"
