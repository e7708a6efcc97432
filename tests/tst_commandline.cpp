// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fixtures.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <fstream>

using namespace assay;
using namespace Qt::StringLiterals;

/// Runs the real program as a script would: no display, no home folder that can be written.
class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void init();
    void noSecondRecord();
    void outputsHarmNothing();
    void terminalsAreNotSpokenTo();
    void checksSayWhatTheyCover();
    void erasuresAreAccepted();
    void usage();
    void segment();
    void segmentStrings();
    void importListTag();
    void tagIsAllOrNothing_data();
    void tagIsAllOrNothing();
    void exports();
    void statsAndCheck();
    void mergeAndLog();
    void repairSalvages();
    void exportsHoldOnlyWhatWasAsked();
    void reviewersAgree();
    void namesakesAreToldApart();
    void troubleIsNamed();
    void encodingRepairUpdateOriginal();
    void linesAreTakenWhole();
    void commandsSideBySide();
    void wrongColumnsAreMended();
    void compares();
    void comparesPairs();

private:
    struct Result {
        int code;
        QByteArray out;
        QByteArray err;
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
        qsizetype complaints() const { return err.count('\n'); }
    };
    Result run(const QStringList& arguments, const QByteArray& input = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : { "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM" })
            environment.remove(QString::fromLatin1(name));
        environment.insert(u"HOME"_s, u"/nonexistent"_s);
        // No call needs a home that can be written; root may write everywhere but here.
        environment.insert(u"XDG_DATA_HOME"_s, m_home.isEmpty() ? u"/proc/none"_s : m_home);
        environment.insert(u"LC_ALL"_s, u"C"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder->path());
        process.start(QStringLiteral(ASSAY_PROGRAM), arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        Result result{ process.exitCode(), process.readAllStandardOutput(), {} };
        for (const QByteArray& line : process.readAllStandardError().split('\n')) {
            // Said by every call that writes, where there is no home: noSecondRecord() looks at it.
            if (!m_home.isEmpty() || !line.startsWith(noRecord))
                result.err += result.err.isEmpty() ? line : '\n' + line;
            else
                ++m_saidNoRecord;
        }
        return result;
    }
    void write(const QString& name, const QString& text) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    static constexpr char noRecord[] = "It is saved, but no second record of it can be kept: ";
    QString m_home; ///< where journals go; empty: nowhere
    mutable int m_saidNoRecord = 0;
};

void TestCommandLine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_home.clear();
    m_saidNoRecord = 0;
    write(u"a.txt"_s, test::smallText());
    write(u"b.txt"_s, u"Ein Fuß 😀 tut weh. Der zweite nicht.\n"_s);
    const Result made = run({ u"import"_s, u"p.assay"_s, u"a.txt"_s, u"b.txt"_s });
    QCOMPARE(made.code, 0);
    QCOMPARE(made.out.count('\n'), 2);
    QCOMPARE(made.err, QByteArray());
}

void TestCommandLine::noSecondRecord()
{
    QCOMPARE(m_saidNoRecord, 1); // by the import of init(), once for its two articles
    QCOMPARE(run({ u"list"_s, u"p.assay"_s }).code, 0); // which writes nothing
    QCOMPARE(m_saidNoRecord, 1);
    const Result tagged = run({ u"tag"_s, u"p.assay"_s, u"--reviewer"_s, u"Ann"_s },
        "{\"article\":\"a.txt\",\"unit\":2,\"tag\":\"evidence\"}\n");
    QCOMPARE(tagged.code, 0);
    QCOMPARE(m_saidNoRecord, 2);
}

void TestCommandLine::usage()
{
    QCOMPARE(run({ u"--help"_s }).code, 0);
    QVERIFY(run({ u"--version"_s }).out.startsWith("Assay "));
    for (const QString& command :
        { u"segment"_s, u"import"_s, u"list"_s, u"tag"_s, u"export"_s, u"stats"_s, u"check"_s }) {
        const Result help = run({ command, u"--help"_s });
        QCOMPARE(help.code, 0);
        QVERIFY2(help.out.contains("Example:") && help.out.contains("assay " + command.toUtf8()),
            help.out.constData());
        const Result wrong = run({ command, u"--nonsense"_s });
        QCOMPARE(wrong.code, 2);
        QCOMPARE(wrong.complaints(), 1);
    }
    QCOMPARE(run({ u"list"_s }).code, 2);
    // What cannot be meant for the window opens none.
    for (const QString& wrong : { u"--bogus"_s, u"--reviewer"_s, u"tag2"_s, u"check-all"_s }) {
        const Result refused = run({ wrong, u"x"_s });
        QCOMPARE(refused.code, 2);
        QCOMPARE(refused.complaints(), 1);
    }
}

void TestCommandLine::segment()
{
    const Result result = run({ u"segment"_s, u"--text"_s, u"b.txt"_s });
    QCOMPARE(result.code, 0);
    const QString content = result.json()[u"content"].toString();
    const QJsonArray units = result.json()[u"units"].toArray();
    QCOMPARE(units.size(), 2);
    QCOMPARE(units[0][u"start"].toInt(), 0);
    QCOMPARE(units[0][u"end"].toInt(), 18); // code points: the emoji is one
    QCOMPARE(units[1][u"text"].toString(), u"Der zweite nicht."_s);
    QVERIFY(content.startsWith(units[0][u"text"].toString()));
    const Result mixed = run({ u"segment"_s, u"absent.txt"_s, u"a.txt"_s });
    QCOMPARE(mixed.code, 1);
    QCOMPARE(mixed.out.count('\n'), 2); // the other file all the same
    QCOMPARE(mixed.complaints(), 1);
    QVERIFY(QJsonDocument::fromJson(mixed.out.split('\n')[0]).object().contains(u"error"));
}

void TestCommandLine::segmentStrings()
{
    const Result result
        = run({ u"segment"_s, u"--strings"_s }, "[\"One. Two.\", \"\", \"Title\\n\\nThree?\"]");
    QCOMPARE(result.code, 0);
    QCOMPARE(QJsonDocument::fromJson(result.out).array(),
        QJsonDocument::fromJson("[[\"One.\",\"Two.\"],[],[\"Title\",\"Three?\"]]").array());
    QCOMPARE(run({ u"segment"_s, u"--strings"_s }, "{}").code, 1);
}

void TestCommandLine::exportsHoldOnlyWhatWasAsked()
{
    const QByteArray ann = R"({"article":"a.txt","unit":1,"tag":"caveat","note":"ANN1"}
{"article":"a.txt","unit":2,"tag":"evidence","note":"ANN2"})";
    const QByteArray ben
        = R"({"article":"a.txt","unit":1,"tag":"evidence","note":"BEN","source":"10.1/ben"})";
    QCOMPARE(run({ u"tag"_s, u"p.assay"_s, u"--reviewer"_s, u"Ann"_s }, ann).code, 0);
    QCOMPARE(run({ u"tag"_s, u"p.assay"_s, u"--reviewer"_s, u"Ben"_s }, ben).code, 0);
    const QStringList only{ u"export"_s, u"p.assay"_s, u"--reviewer"_s, u"Ann"_s, u"--tags"_s,
        u"caveat"_s, u"--force"_s };
    for (const QString& format : { u"jsonl"_s, u"csv"_s, u"pdf"_s }) {
        const QString name = u"out."_s + format;
        const QStringList one
            = format == "pdf"_L1 ? QStringList{ u"--article"_s, u"a.txt"_s } : QStringList{};
        const auto written = [&](const QStringList& more) {
            const Result made = run(
                only + one + QStringList{ u"--format"_s, format, u"--output"_s, name } + more);
            if (made.code != 0)
                return QByteArray(made.err);
            if (format != "pdf"_L1) {
                QFile file(m_folder->filePath(name));
                file.open(QIODevice::ReadOnly);
                return file.readAll();
            }
            // What it brings back is all that it holds.
            QFile::remove(m_folder->filePath(u"back.assay"_s));
            run({ u"import"_s, u"back.assay"_s, name });
            return run({ u"log"_s, u"back.assay"_s }).out;
        };
        const QByteArray whole = written({});
        QVERIFY2(whole.contains("ANN1"), whole.constData());
        QVERIFY2(!whole.contains("ANN2") && !whole.contains("BEN") && !whole.contains("10.1/ben")
                && !whole.contains("Ben"),
            qPrintable(format));
        QVERIFY2(!written({ u"--no-notes"_s }).contains("ANN"), qPrintable(format));
    }
    QCOMPARE(
        run(only + QStringList{ u"--format"_s, u"csv"_s, u"--output"_s, u"x.jsonl"_s }).code, 2);
    QCOMPARE(
        run(only + QStringList{ u"--format"_s, u"csv"_s, u"--output"_s, u"x"_s, u"--flattened"_s })
            .code,
        2);
}

/// Two people of one name: the command says so and names their ids, and takes one.
void TestCommandLine::namesakesAreToldApart()
{
    ReviewerId first;
    {
        Project project;
        const auto ids = [&] {
            project.setReviewer(first = ReviewerId::create(), u"Anna"_s);
            project.openNow(m_folder->filePath(u"two.assay"_s), Database::Mode::New).value();
            return project.addArticles({ test::article(test::smallText(), u"a.txt"_s) }).value();
        }();
        project.edit({ test::tagChange(project, ids[0], 1, Tag::Evidence) }).value();
        project.setReviewer(ReviewerId::create(), u"Anna"_s);
        project.edit({ test::tagChange(project, ids[0], 2, Tag::Caveat) }).value();
        project.flush().value();
    }
    const QByteArray line = "{\"article\":\"a.txt\",\"unit\":1,\"note\":\"Mine.\"}";
    const Result refused = run({ u"tag"_s, u"two.assay"_s, u"--reviewer"_s, u"Anna"_s }, line);
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.err.contains("please use an id"));
    QVERIFY(refused.err.contains(first.toString().toUtf8()));
    const Result taken = run({ u"tag"_s, u"two.assay"_s, u"--reviewer"_s, first.toString() }, line);
    QCOMPARE(taken.code, 0);
}

void TestCommandLine::reviewersAgree()
{
    const auto lines = [](const QList<const char*>& tags) {
        QByteArray all;
        for (qsizetype i = 0; i < tags.size(); ++i)
            all += R"({"article":"a.txt","unit":)" + QByteArray::number(i + 1) + R"(,"tag":")"
                + tags[i] + "\"}\n";
        return all;
    };
    run({ u"tag"_s, u"p.assay"_s, u"--reviewer"_s, u"Ann"_s },
        lines({ "evidence", "evidence", "caveat" }));
    run({ u"tag"_s, u"p.assay"_s, u"--reviewer"_s, u"Ben"_s },
        lines({ "evidence", "caveat", "caveat" }));
    const QJsonArray found = run({ u"stats"_s, u"p.assay"_s }).json()[u"agreement"].toArray();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0][u"units"].toInt(), 3);
    QCOMPARE(found[0][u"same"].toInt(), 2);
    // p = 2/3; e = 2/3 * 1/3 + 1/3 * 2/3 = 4/9; (2/3 - 4/9) / (5/9) = .4
    QVERIFY(qAbs(found[0][u"kappa"].toDouble() - .4) < 1e-9);
}

/// Cause, file and what is safe, in one line; what is good is left as it is.
void TestCommandLine::troubleIsNamed()
{
    const auto tag = [this](const QByteArray& line) {
        return run({ u"tag"_s, u"p.assay"_s, u"--reviewer"_s, u"Ann"_s }, line);
    };
    QCOMPARE(tag(R"({"article":"a.txt","unit":1,"tag":"caveat","note":"Keep"})").code, 0);
    for (const char* wrong : { R"({"article":"a.txt","unit":1,"note":5})",
             R"({"article":"a.txt","unit":1,"source":["x"]})",
             R"({"article":"a.txt","unit":1,"unsure":"true"})",
             R"({"article":"a.txt","unit":"1","tag":"none"})", R"({"unit":1,"tag":"none"})",
             R"({"article":"a.txt","unit":1,"tag":"none","Note":"a slip"})" }) {
        const Result refused = tag(wrong);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.startsWith("Line 1: "), refused.err.constData());
    }
    QVERIFY(run({ u"log"_s, u"p.assay"_s }).out.contains("Keep"));
    // Locked: said so, at once, also by --repair; nothing is made of it.
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"lock"_s);
        other.setDatabaseName(m_folder->filePath(u"p.assay"_s));
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(u"BEGIN EXCLUSIVE"_s));
        for (const QStringList& call :
            { QStringList{ u"list"_s }, QStringList{ u"check"_s, u"--repair"_s } }) {
            const Result locked = run(call + QStringList{ u"p.assay"_s });
            QCOMPARE(locked.code, 1);
            QVERIFY2(locked.err.contains("locked"), locked.err.constData());
            QCOMPARE(locked.complaints(), 1);
        }
        other.close();
    }
    QSqlDatabase::removeDatabase(u"lock"_s);
    // A repair is promised to what may have been a project, and to no folder.
    write(u"foreign.assay"_s, u"words"_s);
    QVERIFY(run({ u"check"_s, u"foreign.assay"_s }).err.contains("If a project stood there"));
    QVERIFY(!run({ u"check"_s, u"."_s }).err.contains("--repair"));
    // A word that is neither a file nor a command.
    const Result unknown = run({ u"bogus"_s });
    QCOMPARE(unknown.code, 2);
    QCOMPARE(unknown.complaints(), 1);
    // Output that nobody can take.
    QProcess full;
    full.setStandardOutputFile(u"/dev/full"_s);
    full.setWorkingDirectory(m_folder->path());
    full.start(QStringLiteral(ASSAY_PROGRAM), { u"segment"_s, u"a.txt"_s });
    full.waitForFinished();
    QCOMPARE(full.exitCode(), 1);
    QCOMPARE(full.readAllStandardError().count('\n'), 1);
    // What could not be made is not left half-made.
    QCOMPARE(run({ u"import"_s, u"new.assay"_s, u"absent.txt"_s }).code, 1);
    QVERIFY(!QFile::exists(m_folder->filePath(u"new.assay"_s)));
    QDir(m_folder->path()).mkdir(u"folder"_s);
    for (const QByteArray& name : { "good.txt"_ba, "caf\xe9.txt"_ba, "more.txt"_ba }) {
        std::ofstream file((m_folder->path() + u"/folder/"_s).toStdString() + name.toStdString());
        file << "The text of " << name.size() << " " << name.constData()[0] << " stands here.\n";
    }
    const Result odd = run({ u"import"_s, u"p.assay"_s, u"folder"_s });
    QCOMPARE(odd.out.count('\n'), 2);
    QCOMPARE(odd.complaints(), 1);
}

/// A chosen encoding, repairs of units, a newer save, and the original bytes back.
void TestCommandLine::encodingRepairUpdateOriginal()
{
    write(u"c.txt"_s, {});
    QFile file(m_folder->filePath(u"c.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0.");
    file.close();
    const Result chosen = run({ u"segment"_s, u"--encoding"_s, u"windows-1251"_s, u"c.txt"_s });
    QCOMPARE(chosen.json()[u"units"][0][u"text"].toString(), u"Привет, мир."_s);
    QCOMPARE(run({ u"segment"_s, u"--encoding"_s, u"nonsense"_s, u"c.txt"_s }).code, 1);

    const auto units = [this] {
        return QJsonDocument::fromJson(run({ u"list"_s, u"p.assay"_s }).out.split('\n')[0])
            .object()[u"units"]
            .toInt();
    };
    const int before = units();
    QCOMPARE(run({ u"repair"_s, u"p.assay"_s },
                 "{\"article\":\"a.txt\",\"unit\":2,\"do\":\"split\",\"at\":7}\n"
                 "{\"article\":\"a.txt\",\"unit\":5,\"do\":\"furniture\"}\n")
                 .code,
        0);
    QCOMPARE(units(), before); // page furniture is not counted
    const Result wrong = run({ u"repair"_s, u"p.assay"_s },
        "{\"article\":\"a.txt\",\"unit\":2,\"do\":\"join\"}\n{\"article\":\"a.txt\",\"unit\":99,"
        "\"do\":\"join\"}\n");
    QCOMPARE(wrong.code, 1);
    QCOMPARE(wrong.complaints(), 1);
    QVERIFY(wrong.err.contains("Line 2"));
    QCOMPARE(units(), before); // all or nothing
    // A field that is meant otherwise is another repair.
    for (const char* line : { R"({"article":"a.txt","unit":1,"do":"join","lst":2})",
             R"({"article":"a.txt","unit":1,"do":"join","last":"2"})",
             R"({"article":"a.txt","unit":1.5,"do":"join"})" })
        QCOMPARE(run({ u"repair"_s, u"p.assay"_s }, line).code, 1);
    QCOMPARE(units(), before);
    QCOMPARE(
        run({ u"repair"_s, u"p.assay"_s }, "{\"article\":\"a.txt\",\"unit\":2,\"do\":\"join\"}\n")
            .code,
        0);
    QCOMPARE(units(), before - 1);

    const QString newer = test::smallText().replace(
        u"Pulses ease pain."_s, u"Here is one more. Pulses ease pain."_s);
    write(u"a.txt"_s, newer);
    const Result updated = run({ u"import"_s, u"p.assay"_s, u"--update"_s, u"a.txt"_s });
    QCOMPARE(updated.code, 0);
    QVERIFY(updated.json()[u"unchanged"].toInt() >= 3); // page furniture is not counted
    QCOMPARE(updated.json()[u"vanished"].toInt(), 0);
    QCOMPARE(updated.json()[u"new"].toInt(), 1);
    QCOMPARE(run({ u"original"_s, u"p.assay"_s, u"--article"_s, u"a.txt"_s, u"--output"_s,
                     u"back.txt"_s })
                 .code,
        0);
    QFile back(m_folder->filePath(u"back.txt"_s));
    QVERIFY(back.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(back.readAll()), newer);
    QCOMPARE(run({ u"original"_s, u"p.assay"_s, u"--article"_s, u"a.txt"_s, u"--output"_s,
                     u"back.txt"_s })
                 .code,
        1); // it is there already
    QCOMPARE(run({ u"original"_s, u"p.assay"_s, u"--article"_s, u"a.txt"_s, u"--force"_s,
                     u"--output"_s, u"p.assay"_s })
                 .code,
        1); // the project itself
    QCOMPARE(run({ u"check"_s, u"p.assay"_s }).code, 0);
}

/// A batch is what its lines say one after the other, to the end of the input, or nothing.
void TestCommandLine::linesAreTakenWhole()
{
    const QStringList tag{ u"tag"_s, u"p.assay"_s, u"--reviewer"_s, u"Ann"_s };
    const auto line = [](int unit, const char* rest) {
        return R"({"article":"a.txt","unit":)" + QByteArray::number(unit) + ',' + rest + "}\n";
    };
    const auto mark = [this](int unit) {
        run({ u"export"_s, u"p.assay"_s, u"--format"_s, u"jsonl"_s, u"--force"_s, u"--output"_s,
            u"out.jsonl"_s });
        QFile file(m_folder->filePath(u"out.jsonl"_s));
        file.open(QIODevice::ReadOnly);
        for (const QByteArray& row : file.readAll().split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(row).object();
            if (object[u"file"].toString() == "a.txt"_L1 && object[u"unit"].toInt() == unit)
                return object;
        }
        return QJsonObject();
    };
    QCOMPARE(run(tag, line(1, R"("tag":"caveat","note":"old")")).code, 0);
    // Back to what it was, within one batch.
    QCOMPARE(
        run(tag,
            line(1, R"("tag":"evidence","note":"new")") + line(1, R"("tag":"caveat","note":"old")")
                + line(2, R"("tag":"marketing","unsure":true)")
                + line(2, R"("tag":null,"unsure":false)"))
            .code,
        0);
    QCOMPARE(mark(1)[u"tag"].toString(), u"caveat"_s);
    QCOMPARE(mark(1)[u"note"].toString(), u"old"_s);
    QVERIFY(mark(2)[u"tag"].isNull());
    QVERIFY(!mark(2)[u"unsure"].toBool());
    // A zero byte is no end.
    const Result zero
        = run(tag, line(1, R"("tag":"none")") + QByteArray("\0\n", 2) + line(2, R"("tag":"none")"));
    QCOMPARE(zero.code, 1);
    QVERIFY2(zero.err.contains("Line 2"), zero.err.constData());
    QCOMPARE(mark(1)[u"tag"].toString(), u"caveat"_s);
    // What an export says of page furniture goes back in.
    QCOMPARE(run({ u"repair"_s, u"p.assay"_s }, line(3, R"("do":"furniture")")).code, 0);
    QCOMPARE(run(tag, line(3, R"("tag":null)")).code, 0);
    QCOMPARE(run(tag, line(3, R"("tag":"none")")).code, 1);
    // What cannot be read is no end either.
    QProcess folder;
    folder.setWorkingDirectory(m_folder->path());
    folder.start(u"bash"_s,
        { u"-c"_s, u"\"%1\" tag p.assay --reviewer A < /"_s.arg(QStringLiteral(ASSAY_PROGRAM)) });
    QVERIFY(folder.waitForFinished());
    QCOMPARE(folder.exitCode(), 1);
}

/// Two commands at one time: what the other wrote meanwhile is seen, a name makes one reviewer, and
/// what one makes the other does not take away.
void TestCommandLine::commandsSideBySide()
{
    const auto start = [this](const QString& script) {
        auto process = std::make_unique<QProcess>();
        process->setWorkingDirectory(m_folder->path());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ASSAY"_s, QStringLiteral(ASSAY_PROGRAM));
        environment.insert(u"XDG_DATA_HOME"_s, m_folder->filePath(u"data"_s));
        process->setProcessEnvironment(environment);
        process->start(u"bash"_s, { u"-c"_s, script });
        return process;
    };
    const QString line = u"echo '{\"article\":\"a.txt\",\"unit\":%1,\"tag\":\"%2\"}'"_s;
    const QString tag = u" | \"$ASSAY\" tag p.assay --reviewer Ann"_s;
    QVERIFY(start(line.arg(u"1"_s, u"caveat"_s) + tag)->waitForFinished());
    const auto slow = start(u"(sleep 1.5; "_s + line.arg(u"1"_s, u"caveat"_s) + u")"_s + tag);
    QTest::qWait(700);
    QVERIFY(start(line.arg(u"1"_s, u"evidence"_s) + tag)->waitForFinished());
    QVERIFY(slow->waitForFinished());
    QCOMPARE(slow->exitCode(), 0);
    const QJsonObject stats = run({ u"stats"_s, u"p.assay"_s }).json();
    const QByteArray said = QJsonDocument(stats).toJson(QJsonDocument::Compact);
    QVERIFY2(said.contains("\"caveat\":1"), said.constData());
    // Six at a time in a new name.
    const auto many
        = start(u"for i in 0 1 2 3 4 5; do (echo '{\"article\":\"b.txt\",\"unit\":0,"
                "\"tag\":\"none\"}' | \"$ASSAY\" tag p.assay --reviewer Bo) & done; wait"_s);
    QVERIFY(many->waitForFinished());
    QCOMPARE(run({ u"tag"_s, u"p.assay"_s, u"--reviewer"_s, u"Bo"_s },
                 R"({"article":"b.txt","unit":1,"tag":"none"})")
                 .code,
        0);
    // Six make one project.
    const auto made
        = start(u"for i in 0 1 2 3 4 5; do echo \"This is number $i. It has two.\" > n$i.txt; "
                "\"$ASSAY\" import new.assay n$i.txt & done; wait"_s);
    QVERIFY(made->waitForFinished());
    QCOMPARE(run({ u"list"_s, u"new.assay"_s }).out.count('\n'), 6);
    // One that fails takes away only what nobody wrote into.
    write(u"huge.html"_s, u"<p>Some words that are not few.</p>\n"_s.repeated(800'000));
    const auto failing = start(
        u"\"$ASSAY\" import q.assay huge.html & sleep .4; \"$ASSAY\" import q.assay a.txt; wait"_s);
    QVERIFY(failing->waitForFinished());
    QVERIFY(run({ u"list"_s, u"q.assay"_s }).out.contains("a.txt"));
}

/// A wrong number, session or time of an event gives its link to no other.
void TestCommandLine::wrongColumnsAreMended()
{
    QCOMPARE(run({ u"tag"_s, u"p.assay"_s, u"--reviewer"_s, u"Ben"_s },
                 R"({"article":"a.txt","unit":1,"tag":"caveat","note":"Here"})"
                 "\n"
                 R"({"article":"a.txt","unit":2,"tag":"evidence","note":"There"})")
                 .code,
        0);
    const QByteArray before = run({ u"log"_s, u"p.assay"_s }).out;
    QFile whole(m_folder->filePath(u"p.assay"_s));
    QVERIFY(whole.copy(m_folder->filePath(u"whole.assay"_s)));
    const QString second
        = u" WHERE (replica, n) = (SELECT replica, n FROM event WHERE kind = 'note' LIMIT 1)"_s;
    for (const QString& damage : { u"UPDATE event SET lamport = lamport + 256"_s,
             u"UPDATE event SET n = n + 77"_s, u"UPDATE event SET replica = randomblob(16)"_s,
             u"UPDATE event SET time = CAST(X'B6' || substr(time, 2) AS TEXT)"_s }) {
        QFile::remove(whole.fileName());
        QVERIFY(QFile::copy(m_folder->filePath(u"whole.assay"_s), whole.fileName()));
        QVERIFY2(test::runSql(whole.fileName(), damage + second), qPrintable(damage));
        QVERIFY2(run({ u"check"_s, u"p.assay"_s }).code == 1, qPrintable(damage));
        const Result repaired = run({ u"check"_s, u"--repair"_s, u"p.assay"_s });
        QVERIFY2(repaired.code == 0, qPrintable(damage));
        QVERIFY2(repaired.json()[u"salvaged"][u"unproven"].toInt() == 0,
            (damage.toUtf8() + repaired.out).constData());
        QCOMPARE(repaired.json()[u"salvaged"][u"mended"].toInt(), 1);
        QVERIFY2(run({ u"log"_s, u"p.assay"_s }).out == before, qPrintable(damage));
    }
}

void TestCommandLine::importListTag()
{
    QCOMPARE(run({ u"import"_s, u"p.assay"_s, u"a.txt"_s }).code, 1); // it is there already
    const Result tagged = run({ u"tag"_s, u"p.assay"_s, u"--reviewer"_s, u"Ann"_s },
        "{\"article\":\"a.txt\",\"unit\":1,\"tag\":\"marketing\",\"note\":\"Who "
        "says?\"}\n{\"article\":\"a.txt\",\"unit\":2,\"tag\":\"evidence\",\"unsure\":true}\n");
    QCOMPARE(tagged.code, 0);
    QCOMPARE(tagged.err, QByteArray());
    const QJsonObject first
        = QJsonDocument::fromJson(run({ u"list"_s, u"p.assay"_s }).out.split('\n')[0]).object();
    QCOMPARE(first[u"tagged"].toInt(), 2);
    QCOMPARE(first[u"unsure"].toInt(), 1);
    QCOMPARE(first[u"composition"][u"marketing"].toInt(), 1);
    // By a prefix of the id; the note stays when a line has none.
    const QString prefix = first[u"id"].toString().first(6);
    QCOMPARE(run({ u"tag"_s, u"p.assay"_s, u"--reviewer"_s, u"Ann"_s },
                 "{\"article\":\"" + prefix.toUtf8() + "\",\"unit\":1,\"tag\":\"caveat\"}")
                 .code,
        0);
    const Result rows = run(
        { u"export"_s, u"p.assay"_s, u"--format"_s, u"jsonl"_s, u"--output"_s, u"out.jsonl"_s });
    QCOMPARE(rows.code, 0);
    QFile file(m_folder->filePath(u"out.jsonl"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    const QJsonObject row = QJsonDocument::fromJson(lines[1]).object();
    QCOMPARE(row[u"tag"].toString(), u"caveat"_s);
    QCOMPARE(row[u"note"].toString(), u"Who says?"_s);
    QCOMPARE(row[u"reviewer"].toString(), u"Ann"_s);
    QVERIFY(QJsonDocument::fromJson(lines[0]).object()[u"tag"].isNull());
    QCOMPARE(run({ u"list"_s, u"p.assay"_s, u"--reviewer"_s, u"Nobody"_s }).code, 1);
}

void TestCommandLine::tagIsAllOrNothing_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("unknown article")
        << QByteArray("{\"article\":\"zzz.txt\",\"unit\":1,\"tag\":\"caveat\"}");
    QTest::newRow("unit out of range")
        << QByteArray("{\"article\":\"a.txt\",\"unit\":99,\"tag\":\"caveat\"}");
    QTest::newRow("unknown tag") << QByteArray(
        "{\"article\":\"a.txt\",\"unit\":1,\"tag\":\"nonsense\"}");
    QTest::newRow("furniture") << QByteArray(
        "{\"article\":\"a.txt\",\"unit\":7,\"tag\":\"caveat\"}");
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("says nothing") << QByteArray("{\"article\":\"a.txt\",\"unit\":1}");
}

void TestCommandLine::tagIsAllOrNothing()
{
    QFETCH(QByteArray, line);
    const Result result = run({ u"tag"_s, u"p.assay"_s, u"--reviewer"_s, u"Ann"_s },
        "{\"article\":\"a.txt\",\"unit\":1,\"tag\":\"caveat\"}\n" + line + "\n");
    QCOMPARE(result.code, 1);
    QCOMPARE(result.complaints(), 1);
    QVERIFY2(result.err.contains("Line 2"), result.err.constData());
    const QJsonObject first
        = QJsonDocument::fromJson(run({ u"list"_s, u"p.assay"_s }).out.split('\n')[0]).object();
    QCOMPARE(first[u"tagged"].toInt(), 0);
}

void TestCommandLine::exports()
{
    QVERIFY(run({ u"tag"_s, u"p.assay"_s, u"--reviewer"_s, u"Ann"_s },
                "{\"article\":\"a.txt\",\"unit\":1,\"tag\":\"marketing\"}")
                .code
        == 0);
    const QStringList pdf{ u"export"_s, u"p.assay"_s, u"--format"_s, u"pdf"_s, u"--output"_s };
    const Result folder = run(pdf + QStringList{ u"reports"_s });
    QVERIFY2(folder.code == 0, folder.err.constData());
    QVERIFY(QFile::exists(m_folder->filePath(u"reports/a.pdf"_s))
        && QFile::exists(m_folder->filePath(u"reports/b.pdf"_s)));
    const Result again = run(pdf + QStringList{ u"reports"_s });
    QCOMPARE(again.code, 1);
    QCOMPARE(again.complaints(), 1);
    QCOMPARE(run(pdf + QStringList{ u"reports"_s, u"--force"_s }).code, 0);
    QCOMPARE(run(pdf + QStringList{ u"one.pdf"_s }).code, 1); // two articles, one file
    QCOMPARE(run(pdf + QStringList{ u"one.pdf"_s, u"--article"_s, u"a.txt"_s }).code, 0);
    QProcess check;
    check.start(u"qpdf"_s, { u"--check"_s, m_folder->filePath(u"one.pdf"_s) });
    QVERIFY(check.waitForFinished() && check.exitCode() == 0);
    QCOMPARE(
        run({ u"export"_s, u"p.assay"_s, u"--format"_s, u"csv"_s, u"--output"_s, u"out.csv"_s })
            .code,
        0);
    QCOMPARE(
        run({ u"export"_s, u"p.assay"_s, u"--format"_s, u"csv"_s, u"--output"_s, u"out.csv"_s })
            .code,
        1);
    QCOMPARE(
        run({ u"export"_s, u"p.assay"_s, u"--format"_s, u"wax"_s, u"--output"_s, u"out"_s }).code,
        2);
    // What cannot be done leaves nothing behind, and no file is what its name does not say.
    QCOMPARE(run(pdf + QStringList{ u"originals"_s, u"--pages"_s, u"original"_s }).code, 1);
    QVERIFY(!QFile::exists(m_folder->filePath(u"originals"_s)));
    QCOMPARE(run(pdf + QStringList{ u"-"_s }).code, 1);
    QVERIFY(!QFile::exists(m_folder->filePath(u"-"_s)));
    QCOMPARE(
        run(pdf
            + QStringList{ u"o"_s, u"--pages"_s, u"original"_s, u"--flattened"_s, u"--force"_s })
            .code,
        2);
    QCOMPARE(
        run({ u"compare"_s, u"a.txt"_s, u"b.txt"_s, u"--output"_s, u"report.docx"_s }).code, 2);
}

void TestCommandLine::statsAndCheck()
{
    QCOMPARE(run({ u"stats"_s, u"p.assay"_s }).json()[u"articles"].toInt(), 2);
    const Result sound = run({ u"check"_s, u"p.assay"_s });
    QCOMPARE(sound.code, 0);
    QVERIFY(sound.json()[u"sound"].toBool());
    QFile file(m_folder->filePath(u"p.assay"_s));
    QVERIFY(file.resize(file.size() / 2));
    const Result cut = run({ u"check"_s, u"p.assay"_s });
    QCOMPARE(cut.code, 1);
    QVERIFY(!cut.err.isEmpty());
    QCOMPARE(run({ u"check"_s, u"a.txt"_s }).code, 1);
    QCOMPARE(run({ u"check"_s, u"absent.assay"_s }).code, 1);
}

void TestCommandLine::mergeAndLog()
{
    QVERIFY(QFile::copy(m_folder->filePath(u"p.assay"_s), m_folder->filePath(u"copy.assay"_s)));
    const QByteArray line = R"({"article":"a.txt","unit":1,"tag":"caveat","note":"Here"})";
    QCOMPARE(run({ u"tag"_s, u"copy.assay"_s, u"--reviewer"_s, u"Ben"_s }, line).code, 0);
    const Result dry = run({ u"merge"_s, u"--dry-run"_s, u"p.assay"_s, u"copy.assay"_s });
    QCOMPARE(dry.code, 0);
    QCOMPARE(dry.json()[u"events"].toInt(), 3);
    QCOMPARE(run({ u"merge"_s, u"p.assay"_s, u"copy.assay"_s }).json()[u"events"].toInt(), 3);
    QCOMPARE(run({ u"merge"_s, u"p.assay"_s, u"copy.assay"_s }).json()[u"events"].toInt(), 0);
    QCOMPARE(run({ u"check"_s, u"p.assay"_s }).code, 0);
    const Result log = run({ u"log"_s, u"p.assay"_s });
    QCOMPARE(log.code, 0);
    QCOMPARE(log.out, run({ u"log"_s, u"copy.assay"_s }).out); // the same union
    qsizetype lines = 0;
    for (const QByteArray& each : log.out.trimmed().split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(each).object();
        QVERIFY(!event[u"kind"].toString().isEmpty() && event[u"payload"].isObject());
        lines += event[u"text"].toString() == u"Here";
    }
    QCOMPARE(lines, 1);
    for (const QStringList& bad : { QStringList{ u"merge"_s, u"p.assay"_s, u"a.txt"_s },
             QStringList{ u"merge"_s, u"p.assay"_s, u"absent.assay"_s },
             QStringList{ u"merge"_s, u"p.assay"_s, u"p.assay"_s },
             QStringList{ u"log"_s, u"a.txt"_s } }) {
        const Result refused = run(bad);
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.complaints(), 1);
    }
    QCOMPARE(run({ u"merge"_s, u"p.assay"_s }).code, 2);
    // One link of the other's chain is changed: nothing of it is taken.
    QFile copy(m_folder->filePath(u"copy.assay"_s));
    QVERIFY(copy.open(QIODevice::ReadWrite));
    QByteArray bytes = copy.readAll();
    bytes.replace("\"tag\":\"caveat\"", "\"tag\":\"caveaT\"");
    copy.seek(0);
    copy.write(bytes);
    copy.close();
    const Result forged = run({ u"merge"_s, u"p.assay"_s, u"copy.assay"_s });
    QCOMPARE(forged.code, 1);
    QVERIFY2(forged.err.contains("damaged"), forged.err.constData());
}

void TestCommandLine::repairSalvages()
{
    m_home = m_folder->filePath(u"home"_s);
    QVERIFY(QFile::remove(m_folder->filePath(u"p.assay"_s)));
    QCOMPARE(run({ u"import"_s, u"p.assay"_s, u"a.txt"_s }).code, 0);
    const QByteArray line = R"({"article":"a.txt","unit":1,"tag":"caveat","note":"Here"})";
    QCOMPARE(run({ u"tag"_s, u"p.assay"_s, u"--reviewer"_s, u"Ben"_s }, line).code, 0);
    const QByteArray before = run({ u"log"_s, u"p.assay"_s }).out;
    for (const qint64 size : { qint64(0), qint64(5000), qint64(20'000) }) {
        QFile file(m_folder->filePath(u"p.assay"_s));
        QVERIFY(file.resize(size));
        QCOMPARE(run({ u"check"_s, u"p.assay"_s }).code, 1);
        const Result repaired = run({ u"check"_s, u"--repair"_s, u"p.assay"_s });
        QVERIFY2(repaired.code == 0, repaired.err.constData());
        QVERIFY(repaired.json()[u"salvaged"].isObject());
        QCOMPARE(run({ u"log"_s, u"p.assay"_s }).out, before);
    }
    // Renamed, without a readable number, and behind a link: its events tell whose copies they are.
    QVERIFY(QDir(m_folder->path()).mkdir(u"real"_s));
    const QString moved = m_folder->filePath(u"real/moved.assay"_s);
    QVERIFY(QFile::copy(m_folder->filePath(u"p.assay"_s), moved));
    QVERIFY(QFile::link(moved, m_folder->filePath(u"link.assay"_s)));
    QVERIFY(test::runSql(moved, u"UPDATE meta SET value = 'x'"_s));
    QVERIFY(test::runSql(moved, u"DELETE FROM content WHERE id = 2"_s));
    const Result linked = run({ u"check"_s, u"--repair"_s, u"link.assay"_s });
    QVERIFY2(linked.code == 0, linked.err.constData());
    QVERIFY(QFileInfo(m_folder->filePath(u"link.assay"_s)).isSymLink());
    QCOMPARE(run({ u"log"_s, u"real/moved.assay"_s }).out, before);
    // What no copy has stays lost, however often it is tried, and makes no second damaged file.
    QVERIFY(QDir(m_home).removeRecursively());
    QVERIFY(test::runSql(m_folder->filePath(u"p.assay"_s), u"DELETE FROM content WHERE id = 2"_s));
    const auto damagedOnes = [this] {
        return QDir(m_folder->path()).entryList({ u"*.damaged-*"_s, u"*.part"_s }).size();
    };
    QCOMPARE(run({ u"check"_s, u"--repair"_s, u"p.assay"_s }).code, 1);
    const qsizetype once = damagedOnes();
    const Result again = run({ u"check"_s, u"--repair"_s, u"p.assay"_s });
    QCOMPARE(again.code, 1);
    QVERIFY2(again.err.contains("no copy on this computer"), again.err.constData());
    QVERIFY(!again.json().contains(u"salvaged"));
    QCOMPARE(damagedOnes(), once);
}

/// What scripts rely on, both ways round, and the report in its three forms.
void TestCommandLine::compares()
{
    write(u"x.txt"_s,
        u"Title here\n\nThe pill works within one week. It costs $20 a month in most shops.\n"_s);
    write(u"y.txt"_s, u"The pill works within six weeks. Birds sing at dawn in the old park.\n"_s);
    const QJsonObject there = run({ u"compare"_s, u"x.txt"_s, u"y.txt"_s }).json();
    QCOMPARE(there[u"a"].toString(), u"x.txt"_s);
    const auto pairs = [](const QJsonObject& object, bool mirrored) {
        QMap<std::pair<int, int>, std::pair<QString, double>> all;
        for (const QJsonValue& match : object[u"matches"].toArray()) {
            const int a = match[u"a"][0].toInt();
            const int b = match[u"b"][0].toInt();
            all.insert(mirrored ? std::pair(b, a) : std::pair(a, b),
                { match[u"relation"].toString(), match[u"score"].toDouble() });
        }
        return all;
    };
    const auto found = pairs(there, false);
    QCOMPARE(found.value({ 1, 0 }).first, u"conflict"_s);
    for (const auto& [units, judged] : found.asKeyValueRange())
        QVERIFY(units.first != 0); // a heading
    QCOMPARE(there[u"onlyA"].toArray(), QJsonArray{ 2 });
    QCOMPARE(there[u"onlyB"].toArray(), QJsonArray{ 1 });
    QCOMPARE(pairs(run({ u"compare"_s, u"y.txt"_s, u"x.txt"_s }).json(), true), found);
    for (const QString& ending : { u"pdf"_s, u"html"_s, u"csv"_s }) {
        const QStringList call{ u"compare"_s, u"x.txt"_s, u"y.txt"_s, u"--output"_s,
            u"report."_s + ending };
        QCOMPARE(run(call).code, 0);
        QFile file(m_folder->filePath(u"report."_s + ending));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        if (ending == "pdf"_L1) {
            QProcess count;
            count.start(u"qpdf"_s, { u"--show-npages"_s, file.fileName() });
            QVERIFY(count.waitForFinished());
            QCOMPARE(count.readAllStandardOutput().trimmed(), QByteArray("1"));
        } else
            QVERIFY(bytes.contains("The pill works within six weeks."));
        const Result again = run(call); // what is there stays
        QCOMPARE(again.code, 1);
        QCOMPARE(again.complaints(), 1);
    }
    QCOMPARE(run({ u"compare"_s, u"x.txt"_s }).code, 2);
    QCOMPARE(run({ u"compare"_s, u"x.txt"_s, u"absent.txt"_s }).code, 1);
}

void TestCommandLine::comparesPairs()
{
    const QByteArray pairs
        = R"x([["The pill works within one week.", "The pill works within six weeks."],
               ["A cat sleeps.", "Shares rose on Monday."],
               ["Same words stand here.", "Same words stand here."]])x";
    const QJsonArray found
        = QJsonDocument::fromJson(run({ u"compare"_s, u"--pairs"_s }, pairs).out).array();
    QCOMPARE(found.size(), 3);
    QCOMPARE(found[0][u"relation"].toString(), u"conflict"_s);
    QVERIFY(found[0][u"why"][0].toString().contains(u"week"_s));
    QVERIFY(found[1][u"relation"].isNull());
    QCOMPARE(found[2][u"score"].toDouble(), 1.0);
    QCOMPARE(found[2][u"relation"].toString(), u"copied"_s);
    QCOMPARE(run({ u"compare"_s, u"--pairs"_s }, "[]").out.trimmed(), QByteArray("[]"));
    QCOMPARE(run({ u"compare"_s, u"--pairs"_s }, "[[1, 2]]").code, 1);
}

/// Whatever is asked for, no output falls onto a project or onto what is read.
void TestCommandLine::outputsHarmNothing()
{
    QVERIFY(QFile::copy(m_folder->filePath(u"p.assay"_s), m_folder->filePath(u"q.assay"_s)));
    const auto bytes = [&](const QString& name) {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray project = bytes(u"q.assay"_s);
    const QByteArray article = bytes(u"a.txt"_s);
    QVERIFY(QFile::link(m_folder->filePath(u"q.assay"_s), m_folder->filePath(u"tags.jsonl"_s)));
    QVERIFY(QFile::link(m_folder->filePath(u"q.assay"_s), m_folder->filePath(u"report.html"_s)));
    QVERIFY(QFile::link(m_folder->filePath(u"a.txt"_s), m_folder->filePath(u"same.html"_s)));
    const QList<QStringList> calls{ { u"export"_s, u"p.assay"_s, u"--format"_s, u"jsonl"_s,
                                        u"--output"_s, u"tags.jsonl"_s },
        { u"original"_s, u"p.assay"_s, u"--article"_s, u"a.txt"_s, u"--output"_s, u"q.assay"_s },
        { u"original"_s, u"p.assay"_s, u"--article"_s, u"a.txt"_s, u"--output"_s, u"tags.jsonl"_s },
        { u"compare"_s, u"a.txt"_s, u"b.txt"_s, u"--output"_s, u"report.html"_s },
        { u"compare"_s, u"a.txt"_s, u"b.txt"_s, u"--output"_s, u"same.html"_s } };
    for (const QStringList& call : calls) {
        const Result result = run(call + QStringList{ u"--force"_s });
        QVERIFY2(result.code == 1, qPrintable(call.join(u' ')));
        QVERIFY2(result.err.contains("nothing was written"), result.err.constData());
    }
    QCOMPARE(bytes(u"q.assay"_s), project);
    QCOMPARE(bytes(u"a.txt"_s), article);
}

/// What an article or a project is called never speaks to the terminal, and reads back all the
/// same.
void TestCommandLine::terminalsAreNotSpokenTo()
{
    const QString name = u"a\u009b2J\u202egpj.txt"_s;
    write(name, test::smallText() + u"More.\n"_s);
    const Result added = run({ u"import"_s, u"p.assay"_s, name });
    QVERIFY2(added.code == 0, added.err.constData());
    QVERIFY(!added.out.contains("\xc2\x9b") && !added.out.contains("\xe2\x80\xae"));
    const Result listed = run({ u"list"_s, u"p.assay"_s });
    QVERIFY(!listed.out.contains("\xc2\x9b") && !listed.out.contains("\xe2\x80\xae"));
    const Result missing = run({ u"list"_s, u"no\u001b[2Jthing.assay"_s });
    QCOMPARE(missing.code, 1);
    QVERIFY(!missing.err.contains('\x1b'));
    QCOMPARE(missing.complaints(), 1);
}

/// `check` says what it looks at and what it does not; what protects this computer can be asked
/// for.
void TestCommandLine::checksSayWhatTheyCover()
{
    const Result sound = run({ u"check"_s, u"p.assay"_s });
    QCOMPARE(sound.code, 0);
    const QJsonObject line = QJsonDocument::fromJson(sound.out).object();
    QVERIFY(line[u"not_covered"].toArray().size() >= 2);
    QCOMPARE(line[u"erasures_waiting"].toInt(-1), 0);
    const Result environment = run({ u"check"_s, u"--environment"_s });
    const QJsonObject layers = QJsonDocument::fromJson(environment.out).object();
    QVERIFY2(layers.contains(u"filter") && layers.contains(u"landlock"), environment.out);
    QCOMPARE(environment.code, layers[u"missing"].toArray().isEmpty() ? 0 : 1);
}

/// A colleague's erasure waits until it is accepted, here by an option.
void TestCommandLine::erasuresAreAccepted()
{
    QVERIFY(QFile::copy(m_folder->filePath(u"p.assay"_s), m_folder->filePath(u"q.assay"_s)));
    {
        Project other;
        other.setReviewer(ReviewerId::create(), u"Ben"_s);
        QVERIFY(other.openNow(m_folder->filePath(u"q.assay"_s)));
        Change erase;
        erase.kind = EventKind::ArticleErased;
        erase.article = other.state().articles().first();
        QVERIFY(other.edit({ erase }));
        QVERIFY(other.flush());
    }
    const auto articles = [&] { return run({ u"list"_s, u"p.assay"_s }).out.count('\n'); };
    const auto waiting = [&] {
        return QJsonDocument::fromJson(run({ u"check"_s, u"p.assay"_s }).out)
            .object()[u"erasures_waiting"]
            .toInt(-1);
    };
    const Result merged = run({ u"merge"_s, u"p.assay"_s, u"q.assay"_s });
    QVERIFY2(merged.code == 0, merged.err.constData());
    QCOMPARE(QJsonDocument::fromJson(merged.out).object()[u"erasures"].toInt(), 1);
    QVERIFY2(merged.err.contains("--accept-erasures"), merged.err.constData());
    QCOMPARE(articles(), 1);
    QCOMPARE(waiting(), 1);
    const Result accepted = run({ u"merge"_s, u"p.assay"_s, u"--accept-erasures"_s });
    QVERIFY2(accepted.code == 0, accepted.err.constData());
    QCOMPARE(waiting(), 0);
    QCOMPARE(articles(), 1);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
