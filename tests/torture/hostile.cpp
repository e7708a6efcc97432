// SPDX-License-Identifier: GPL-3.0-or-later
// Projects and PDFs that somebody made to do harm, each given to the program: it ends by itself,
// soon, in little memory, with a word, and writes nothing but what it was asked for.
#include "tests/torture/ran.h"
#include "tests/torture/torture.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <cstdlib>

namespace assay::torture {

using namespace Qt::StringLiterals;

namespace {

constexpr double mostSeconds = 20;
constexpr qint64 mostMemory = 1024LL * 1024 * 1024;

/// Runs SQL in a project as any program could.
void tamper(const QString& path, const QStringList& statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"hostile"_s);
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("cannot open %s", qPrintable(path));
        QSqlQuery query(database);
        for (const QString& statement : statements) {
            if (!query.exec(statement))
                qFatal("%s: %s",
                    qPrintable(statement.first(std::min<qsizetype>(80, statement.size()))),
                    qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(u"hostile"_s);
}

/// A log whose links all hold, of one session with these payloads: what a program of the same kind
/// but of bad will would write.
void forge(const QString& path, const QList<std::pair<QString, QByteArray>>& events)
{
    const auto store = Store::open(path, Database::Mode::Existing);
    const ReplicaId replica = ReplicaId::create();
    QByteArray previous;
    Group group;
    qint64 n = 0;
    for (const auto& [kind, payload] : events) {
        Event event;
        event.stamp = { 1'000'000 + n, replica, ++n };
        event.reviewer = ReviewerId::create();
        event.group = GroupId::create();
        event.time = u"2026-01-01T00:00:00Z"_s;
        event.kind = kind;
        event.payload = payload;
        event.chain = chainLink(event, previous);
        previous = event.chain;
        group.events.append(event);
    }
    (*store)->commit({ group }).value();
}

struct Case {
    QString name;
    std::function<void(const QString& path)> make; ///< out of a sound project at `path`
};

QByteArray deep(int levels, const char* open, const char* close)
{
    return QByteArray(open).repeated(levels) + QByteArray(close).repeated(levels);
}

/// Bytes as qCompress() makes them, but with that size in front.
QByteArray claiming(const QByteArray& bytes, quint32 size)
{
    QByteArray packed = qCompress(bytes);
    for (int i = 0; i < 4; ++i)
        packed[i] = static_cast<char>(size >> (24 - 8 * i));
    return packed;
}

QString blob(const QByteArray& bytes)
{
    return u"x'"_s + QString::fromLatin1(bytes.toHex()) + u'\'';
}

QList<Case> projectCases()
{
    const auto sql = [](const QStringList& statements) {
        return [statements](const QString& path) { tamper(path, statements); };
    };
    const auto log = [](const QList<std::pair<QString, QByteArray>>& events) {
        return [events](const QString& path) { forge(path, events); };
    };
    const QByteArray id = QUuid::createUuid().toString(QUuid::WithoutBraces).toLatin1();
    return {
        { u"trigger"_s,
            sql({ u"CREATE TRIGGER bad AFTER INSERT ON event BEGIN DELETE FROM event; END"_s }) },
        { u"view instead of a table"_s,
            sql({ u"ALTER TABLE cell RENAME TO cell2"_s,
                u"CREATE VIEW cell AS SELECT * FROM cell2, event, event AS e, event AS f"_s }) },
        { u"endless view"_s,
            sql({ u"DROP TABLE identity"_s,
                u"CREATE VIEW identity AS WITH RECURSIVE c(id) AS (SELECT 1 UNION ALL"
                u" SELECT id + 1 FROM c) SELECT id, x'00' AS uuid FROM c"_s }) },
        { u"virtual table"_s,
            sql({ u"DROP TABLE head"_s, u"CREATE VIRTUAL TABLE head USING fts5(replica, n)"_s }) },
        { u"extra index with an expression"_s,
            sql({ u"CREATE INDEX slow ON event (length(payload) * length(kind))"_s }) },
        { u"checks that cost"_s,
            sql({ u"DROP TABLE cell"_s,
                u"CREATE TABLE cell (article INTEGER CHECK (length(randomblob(100000000)) > 0))"_s }) },
        { u"300 MB of zeros as a text"_s,
            sql({ u"INSERT INTO content (sha256, codec, size, bytes)"
                  u" VALUES (randomblob(32), 0, 1, zeroblob(299000000))"_s }) },
        { u"packed text that claims 4 GB"_s,
            sql({ u"UPDATE content SET codec = 1, bytes = "_s
                + blob(claiming(QByteArray(1000, 'x'), 0xffffffff)) }) },
        { u"packed text of 250 MB"_s,
            sql({ u"UPDATE content SET codec = 1, bytes = "_s
                + blob(qCompress(QByteArray(250'000'000, '\0'), 9)) }) },
        { u"wrong hashes"_s, sql({ u"UPDATE content SET sha256 = randomblob(32)"_s }) },
        { u"wrong links"_s, sql({ u"UPDATE event SET chain = randomblob(32)"_s }) },
        { u"links of odd sizes"_s, sql({ u"UPDATE event SET chain = x'00'"_s }) },
        { u"numbers beyond all"_s,
            sql({ u"UPDATE event SET n = 9223372036854775807 WHERE n = 2"_s,
                u"UPDATE event SET lamport = 9223372036854775807"_s }) },
        { u"a present state that lies"_s,
            sql({ u"UPDATE cell SET start = 2147483647, finish = -5, number = 2147483647"_s,
                u"UPDATE identity SET uuid = randomblob(3)"_s }) },
        { u"payload of 100,000 brackets"_s, log({ { u"tag"_s, deep(100'000, "[", "]") } }) },
        { u"payload of nested objects"_s, log({ { u"tag"_s, deep(50'000, "{\"a\":", "}") } }) },
        { u"payload of 60 MB"_s, log({ { u"tag"_s, "\"" + QByteArray(60'000'000, 'a') + "\"" } }) },
        { u"an article without an end"_s,
            log({ { u"article-added"_s,
                "{\"article\":\"" + id + "\",\"layout\":\"" + QByteArray(64, 'a')
                    + "\",\"length\":2147483647,\"revision\":\"" + QByteArray(64, 'b')
                    + "\",\"v\":1}" } }) },
        { u"a hundred thousand reviewers"_s,
            [](const QString& path) {
                QList<std::pair<QString, QByteArray>> events;
                for (int i = 0; i < 100'000; ++i)
                    events.append({ u"reviewer"_s, "{\"name\":\"R\",\"v\":1}" });
                forge(path, events);
            } },
        { u"an undo of an undo of itself"_s,
            log({ { u"revoke"_s, "{\"edit\":\"" + id + "\",\"v\":1}" },
                { u"revoke"_s, "{\"edit\":\"" + id + "\",\"v\":1}" } }) },
        { u"a merge that names itself"_s,
            log({ { u"merge"_s,
                "{\"spans\":[[\"" + id + "\",1,9223372036854775807]],\"v\":1}" } }) },
        { u"write-ahead log"_s, sql({ u"PRAGMA journal_mode=WAL"_s }) },
        { u"pages in a circle"_s,
            [](const QString& path) {
                QByteArray bytes = fileBytes(path);
                for (qsizetype page = 4096; page + 4096 <= bytes.size(); page += 4096) {
                    if (bytes[page] == 5 || bytes[page] == 2) // an inner page: leads to itself
                        bytes.replace(page + 8, 4, QByteArray(3, '\0') + char(page / 4096 + 1));
                }
                bytes.replace(32, 8, QByteArray::fromHex("0000000200000010")); // so do free pages
                writeFile(path, bytes);
            } },
    };
}

/// SQL, paths and control characters wherever a name goes.
QStringList hostileNames()
{
    return { u"'; DROP TABLE event; --"_s, u"../../../../tmp/assay-escaped"_s, u"/etc/passwd"_s,
        u"a\nb\r\u001b[2Jc"_s, u"\u202egpj.exe"_s, u"%s%n%1%2"_s, u"con"_s, QString(300, u'x'),
        u"<script>alert(1)</script>"_s, u"$(touch /tmp/assay-ran)"_s };
}

void nameBadly(const QString& path)
{
    Project project;
    project.openNow(path).value();
    project.setReviewer(ReviewerId::create(), hostileNames().first());
    int number = 0;
    for (const QString& name : hostileNames()) {
        const auto ids = project.addArticles(
            { test::article(test::smallText() + u"\n%1.\n"_s.arg(++number), name + u".txt"_s) });
        if (!ids)
            continue;
        Change title;
        title.kind = EventKind::ArticleMeta;
        title.article = ids->first();
        title.field = u"title"_s;
        title.text = name;
        project.edit({ title, test::tagChange(project, ids->first(), 1, Tag::Caveat),
            test::textChange(project, ids->first(), 1, EventKind::Note, u"=1+1"_s + name) });
    }
    project.flush().value();
}

/// A PDF object with a stream, its length right.
QByteArray stream(const QByteArray& entries, const QByteArray& bytes)
{
    return "<<" + entries + " /Length " + QByteArray::number(bytes.size()) + ">>\nstream\n" + bytes
        + "\nendstream";
}

/// A PDF of a page of words with an attachment `review.json`, which is that object.
QByteArray pdfWith(const QByteArray& attachment)
{
    const QByteArray words = "BT /F1 12 Tf 72 700 Td (The pill helped most people here.) Tj ET";
    const QList<QByteArray> objects{
        "<</Type /Catalog /Pages 2 0 R /Names <</EmbeddedFiles <</Names [(review.json) 6 0 R]>>>>"
        " /AF [6 0 R]>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font"
        " <</F1 5 0 R>>>>>>",
        stream({}, words), "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
        "<</Type /Filespec /F (review.json) /UF (review.json) /AFRelationship /Data /EF <</F 7 0 "
        "R>>>>",
        attachment
    };
    QByteArray pdf = "%PDF-1.7\n";
    QList<qsizetype> places;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        places.append(pdf.size());
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const qsizetype table = pdf.size();
    pdf += "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype place : places)
        pdf += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    pdf += "trailer\n<</Size " + QByteArray::number(objects.size() + 1)
        + " /Root 1 0 R>>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    return pdf;
}

/// zlib's own format, without the size that qCompress() puts in front.
QByteArray deflated(const QByteArray& bytes)
{
    return qCompress(bytes, 9).sliced(4);
}

QList<std::pair<QString, QByteArray>> attachments()
{
    const QByteArray zeros(400'000'000, '\0');
    const QByteArray once = deflated(zeros);
    QByteArray five = once;
    QByteArray filters = "/FlateDecode";
    for (int i = 0; i < 4; ++i) {
        five = deflated(five);
        filters += " /FlateDecode";
    }
    return { { u"400 MB of zeros"_s, stream("/Filter /FlateDecode", once) },
        { u"packed five times"_s, stream("/Filter [" + filters + "]", five) },
        { u"a length that lies"_s, "<</Length 99999999999>>\nstream\n{}\nendstream" },
        { u"its own filter"_s, stream("/Filter 7 0 R", "{}") },
        { u"brackets"_s, stream({}, deep(200'000, "[", "]")) },
        { u"an object of itself"_s,
            stream({},
                R"({"assay":"review","version":1,"article":{"id":"../../x"},"units":[[0,999999999]],"text":"a"})") },
        { u"a reference to nowhere"_s, "999 0 R" } };
}

} // namespace

void hog()
{
    const std::vector<char> memory(static_cast<size_t>(mostMemory + mostMemory / 10), 'x');
    const volatile char last = memory.back(); // or the compiler would leave it all out
    static_cast<void>(last);
    std::abort();
}

Result hostile(const Task& task)
{
    Result result;
    double slowest = 0;
    qint64 largest = 0;
    int runs = 0;
    int refused = 0;
    const auto judge = [&](const QString& name, const QStringList& arguments,
                           const QString& folder) {
        // The planted fault: a program that swells and crashes.
        const Ran ran = task.fault.isEmpty()
            ? run(arguments, folder)
            : run({ u"hog"_s }, folder, QCoreApplication::applicationFilePath().toLocal8Bit());
        const QString where = u"%1, %2: "_s.arg(name, arguments.first());
        result.expect(ran.code == 0 || ran.code == 1, where + u"ended with %1"_s.arg(ran.code));
        result.expect(ran.seconds <= mostSeconds, where + u"%1 s"_s.arg(ran.seconds));
        result.expect(ran.memory <= mostMemory, where + u"%1 MB"_s.arg(ran.memory >> 20));
        result.expect(ran.code == 0 || !ran.said.isEmpty(), where + u"without a word"_s);
        slowest = std::max(slowest, ran.seconds);
        largest = std::max(largest, ran.memory);
        refused += ran.code == 1;
        ++runs;
        return ran;
    };
    QList<Case> cases = projectCases();
    cases.append({ u"names"_s, &nameBadly });
    if (!task.fault.isEmpty())
        cases = { cases.last() };
    for (const Case& each : std::as_const(cases)) {
        const auto memory = fastFolder();
        const QTemporaryDir& folder = *memory;
        const QString path = folder.filePath(u"p.assay"_s);
        makeProject(path);
        each.make(path);
        const QString other = folder.filePath(u"o.assay"_s);
        makeProject(other);
        const QString out = folder.filePath(u"out"_s);
        QList<QStringList> calls{ { u"list"_s, path }, { u"check"_s, path },
            { u"check"_s, u"--repair"_s, path }, { u"list"_s, path } };
        calls.prepend({ u"merge"_s, other, path });
        if (!task.isShort)
            calls = QList<QStringList>{ { u"log"_s, path },
                { u"export"_s, path, u"--format"_s, u"csv"_s, u"--output"_s, out },
                { u"export"_s, path, u"--format"_s, u"pdf"_s, u"--output"_s, out } }
                + calls;
        for (const QStringList& call : std::as_const(calls))
            judge(each.name, call, folder.path());
        const QStringList problems = problemsOf(other);
        result.expect(
            problems.isEmpty(), each.name + u" harmed another project: "_s + problems.join(u' '));
        const QStringList beside
            = QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        for (const QString& entry : beside)
            result.expect(entry.startsWith(u"p."_s) || entry.startsWith(u"o."_s)
                    || QStringList{ u"out"_s, u"data"_s, u"stderr"_s }.contains(entry),
                each.name + u" wrote "_s + entry);
    }
    for (const char* trace : { "/tmp/assay-escaped.pdf", "/tmp/assay-ran", "/etc/passwd.pdf" })
        result.expect(!QFile::exists(QString::fromLatin1(trace)), QString::fromLatin1(trace));
    for (const auto& [name, attachment] : attachments()) {
        const QTemporaryDir folder;
        const QString pdf = folder.filePath(u"a.pdf"_s);
        writeFile(pdf, pdfWith(attachment));
        judge(u"attachment: "_s + name, { u"import"_s, folder.filePath(u"p.assay"_s), pdf },
            folder.path());
    }
    result.figures = { { u"cases"_s, cases.size() + attachments().size() }, { u"runs"_s, runs },
        { u"refused"_s, refused }, { u"slowest_s"_s, slowest },
        { u"largest_mb"_s, largest >> 20 } };
    return result;
}

} // namespace assay::torture
