// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/importer.h"
#include "models/import/importprocess.h"
#include "models/project/bounds.h"
#include "models/project/project.h"
#include "models/storage/check.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace assay;
using namespace Qt::StringLiterals;

/// Reading files: what comes of good ones, and that bad ones do no harm.
class TestImport : public QObject {
    Q_OBJECT

private slots:
    void golden_data();
    void golden();
    void chosenEncoding();
    void mislabelled();
    void everyBadFileEnds();
    void breachDoesNotStopTheBatch();
    void readersAreConfined();
    void articlesSpoilNoProject();
    void nothingElseIsOpened();
    void folders();

private:
    QByteArray fixture(const QString& name) const;
    QString write(const QString& name, const QByteArray& bytes) const;

    ImportProcess m_process;
    QTemporaryDir m_folder;
};

static const QString fixtures = QStringLiteral(ASSAY_SOURCE "/tests/data/import");

QByteArray TestImport::fixture(const QString& name) const
{
    QFile file(fixtures + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString TestImport::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

/// Each file of tests/data/import, in its folders too, stands beside <file>.expected: what it says
/// of itself, then a line a unit, "kind<TAB>text". ASSAY_UPDATE=1 writes what came out.
void TestImport::golden_data()
{
    QTest::addColumn<QString>("path");
    for (const QString& path : articleFiles({ fixtures })) {
        if (!path.endsWith(".expected"_L1))
            QTest::newRow(qPrintable(path.sliced(fixtures.size() + 1))) << path;
    }
}

void TestImport::golden()
{
    QFETCH(QString, path);
    const Expected<ImportedArticle> article = importFile(path, m_process);
    QVERIFY2(article, article ? "" : qPrintable(article.error().message));
    const Provenance& from = article->provenance;
    QString found = QStringList{ from.format, from.encoding, from.language, article->title,
        from.author, from.published, from.site, from.link }
                        .join(u'\t')
        + u'\n';
    for (const Issue& issue : article->issues)
        found += u"issue\t"_s + issue.message + u'\n';
    for (const Unit& unit : article->layout.units)
        found += kindName(unit.kind) + (unit.level ? QString::number(unit.level) : QString())
            + u'\t'
            + article->text.sliced(unit.range.start, unit.range.length()).replace(u'\n', u"⏎"_s)
            + u'\n';
    QFile expected(path + u".expected"_s);
    if (qEnvironmentVariableIsSet("ASSAY_UPDATE")) {
        QVERIFY(expected.open(QIODevice::WriteOnly));
        expected.write(found.toUtf8());
        return;
    }
    QVERIFY2(expected.open(QIODevice::ReadOnly), qPrintable(expected.fileName()));
    QCOMPARE(found, QString::fromUtf8(expected.readAll()));
}

/// A wrong guess can be put right.
void TestImport::chosenEncoding()
{
    const QByteArray cyrillic(
        "\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0. \xdd\xf2\xee \xf2\xe5\xf1\xf2.");
    const Expected<ImportedArticle> chosen
        = importBytes(cyrillic, u"a.txt"_s, m_process, { u"windows-1251"_s });
    QVERIFY(chosen);
    QCOMPARE(chosen->text, u"Привет, мир. Это тест."_s);
    QCOMPARE(chosen->provenance.encodingSource, u"chosen"_s);
    const Expected<ImportedArticle> unknown
        = importBytes(cyrillic, u"a.txt"_s, m_process, { u"klingon-8"_s });
    QVERIFY(!unknown && unknown.error().message.contains(u"klingon-8"_s));
}

/// The bytes decide, not the name.
void TestImport::mislabelled()
{
    const std::pair<const char*, QString> pairs[] = { { "twocolumns.pdf", u"pdf"_s },
        { "leaflet.docx", u"docx"_s }, { "leaflet.odt", u"odt"_s }, { "book.epub", u"epub"_s },
        { "saved.mhtml", u"mhtml"_s } };
    for (const auto& [name, format] : pairs) {
        const Expected<ImportedArticle> article
            = importBytes(fixture(QString::fromLatin1(name)), u"page.html"_s, m_process);
        QVERIFY2(article, name);
        QCOMPARE(article->provenance.format, format);
    }
}

static QByteArray deepMarkup(const char* open, const char* close)
{
    return QByteArray(open).repeated(1'000'000) + "deep text here."
        + QByteArray(close).repeated(1'000'000);
}

/// More than two hundred files that are cut, damaged, mislabelled, hostile or no files at all: each
/// ends soon with an article or one message that names it, and the good one behind them comes in.
void TestImport::everyBadFileEnds()
{
    QStringList paths;
    QRandomGenerator random(11);
    const QStringList good{ u"book.epub"_s, u"leaflet.docx"_s, u"leaflet.odt"_s, u"letter.eml"_s,
        u"notes.md"_s, u"saved.mhtml"_s, u"twocolumns.pdf"_s };
    for (const QString& name : good) {
        const QByteArray bytes = fixture(name);
        QVERIFY(bytes.size() > 100);
        for (int i = 0; i < 12; ++i)
            paths.append(write(u"cut%1-%2"_s.arg(i).arg(name), bytes.first(bytes.size() * i / 12)));
        for (int i = 0; i < 14; ++i) {
            QByteArray changed = bytes;
            for (int k = 0; k < 1 + i * 4; ++k)
                changed[random.bounded(static_cast<int>(changed.size()))]
                    = static_cast<char>(random.bounded(256));
            paths.append(write(u"hit%1-%2"_s.arg(i).arg(name), changed));
        }
        paths.append(write(name + u".txt"_s, bytes));
        paths.append(write(name + u".docx"_s, bytes));
        paths.append(write(name + u".pdf"_s, bytes));
    }
    paths.append(write(u"deep.html"_s, deepMarkup("<div>", "</div>")));
    paths.append(write(u"bold.html"_s, deepMarkup("<b><p>", "")));
    paths.append(write(u"tables.html"_s, deepMarkup("<table><tr><td>", "")));
    paths.append(write(u"links.html"_s,
        "<html><link rel=stylesheet href='file:///dev/zero'><img src='\\\\host\\share\\x.png'>"
        "<iframe src='file:///etc/passwd'></iframe><style>@import 'file:///dev/zero';</style>"
        "<p>Only these words are read, and no other file. They are enough for a unit.</p></html>"));
    paths.append(
        write(u"entities.html"_s, "<p>" + QByteArray("&lt;&amp;&#x1F600;").repeated(200'000)));
    paths.append(
        write(u"attributes.html"_s, "<p " + QByteArray("a=b ").repeated(1'000'000) + ">x.</p>"));
    paths.append(write(u"open.html"_s, QByteArray("<").repeated(3'000'000)));
    paths.append(write(u"brackets.md"_s, QByteArray("[").repeated(2'000'000)));
    paths.append(write(u"quotes.md"_s, QByteArray("> ").repeated(500'000) + "end."));
    paths.append(write(u"stars.md"_s, QByteArray("*a **b ").repeated(300'000)));
    paths.append(write(u"parts.eml"_s,
        "Content-Type: multipart/mixed; boundary=b\n\n"
            + QByteArray("--b\nContent-Type: multipart/mixed; boundary=b\n\n").repeated(50'000)));
    paths.append(write(u"header.eml"_s, QByteArray("X: y\n z\n").repeated(400'000)));
    paths.append(write(u"line.txt"_s, QByteArray("word ").repeated(20'000'000)));
    paths.append(write(u"stops.txt"_s, QByteArray(". ").repeated(5'000'000)));
    paths.append(write(u"nul.txt"_s, QByteArray(2'000'000, '\0')));
    paths.append(write(
        u"old.doc"_s, QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + QByteArray(5000, 'x')));
    paths.append(write(u"rich.rtf"_s, "{\\rtf1 text}"));
    paths.append(write(u"picture.png"_s, "\x89PNG\r\n\x1a\n" + QByteArray(3000, 'p')));
    paths.append(write(u"empty.html"_s, {}));
    paths.append(write(u"blank.html"_s, "<html><body>  </body></html>"));
    paths.append(write(u"surrogates.html"_s, "<p>\xed\xa0\x80\xed\xbf\xbf lone halves.</p>"));
    QFile sparse(m_folder.filePath(u"huge.html"_s));
    QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(2LL * 1024 * 1024 * 1024));
    paths.append(sparse.fileName());
    const QString fifo = m_folder.filePath(u"pipe.html"_s);
    QVERIFY(mkfifo(fifo.toLocal8Bit().constData(), 0600) == 0);
    paths << fifo << u"/dev/zero"_s << m_folder.path() << m_folder.filePath(u"absent.pdf"_s);
    const QStringList kept = articleFiles({ QStringLiteral(ASSAY_SOURCE "/tests/data/hostile") });
    paths += kept; // bombs, locks, a scan: each of these must be refused
    paths.append(write(u"good.txt"_s, "One good sentence. And another."));
    QVERIFY2(paths.size() >= 200, qPrintable(QString::number(paths.size())));

    QElapsedTimer timer;
    timer.start();
    qint64 longest = 0;
    qint64 last = 0;
    int refused = 0;
    bool lastCameIn = false;
    importFiles(paths, {}, [&](qsizetype i, const Expected<ImportedArticle>& result) {
        longest = std::max(longest, timer.elapsed() - std::exchange(last, timer.elapsed()));
        refused += !result;
        if (kept.contains(paths[i]) && result)
            qFatal("%s came in", qPrintable(paths[i]));
        if (!result && !result.error().message.contains(paths[i]))
            qWarning(
                "%s is not named: %s", qPrintable(paths[i]), qPrintable(result.error().message));
        lastCameIn = i == paths.size() - 1 && result;
        return true;
    });
    qInfo("%lld files: %d refused, longest %lld ms, all %lld ms",
        static_cast<long long>(paths.size()), refused, static_cast<long long>(longest),
        static_cast<long long>(timer.elapsed()));
    constexpr qint64 most = 25'000; // 20 s by the clock, and what starting and ending take
    QVERIFY2(longest < most, qPrintable(QString::number(longest)));
    QVERIFY(lastCameIn);
    QVERIFY(refused > 30);
}

/// An importer that dies over one file is started anew for the next.
void TestImport::breachDoesNotStopTheBatch()
{
    ImportProcess process;
    QVERIFY(process.read({ "First words.", u"a.txt"_s, {} }));
    QProcess::execute(u"pkill"_s,
        { u"-KILL"_s, u"-P"_s, QString::number(QCoreApplication::applicationPid()),
            u"assay-import"_s });
    const Expected<SourceDocument> after = process.read({ "Second words.", u"b.txt"_s, {} });
    const Expected<SourceDocument> next = process.read({ "Third words.", u"c.txt"_s, {} });
    QVERIFY(next);
    QCOMPARE(next->plain, u"Third words."_s);
    Q_UNUSED(after)
}

/// What reads foreign files sees none of a person's: neither to read nor to write, reaches nobody,
/// and says what this computer lacks for it. (The rig "sandbox" tries every call there is.)
void TestImport::readersAreConfined()
{
    ImportProcess process;
    const Expected<Confinement> layers = process.confinement();
    QVERIFY(layers);
#ifdef Q_OS_LINUX
    QVERIFY(layers->filter);
    QCOMPARE(layers->landlock > 0, syscall(SYS_landlock_create_ruleset, nullptr, 0, 1U) > 0);
#endif
    QCOMPARE(layers->missing().size(), int(!layers->filter) + int(layers->landlock == 0));
    QVERIFY(Confinement().missing().size() == 2);
    QCOMPARE(Confinement::fromBytes(layers->toBytes()), *layers);
}

/// Under strace: no socket, no program but the importer, and no file but the input and what the
/// system's libraries need.
void TestImport::nothingElseIsOpened()
{
    const QString strace = QStandardPaths::findExecutable(u"strace"_s);
    if (strace.isEmpty())
        QSKIP("strace is not installed");
    const QString page = write(u"tempting.html"_s,
        "<html><base href='https://example.org/'><img src='https://example.org/a.png'>"
        "<link rel=stylesheet href='https://example.org/a.css'><script "
        "src='//example.org/a.js'></script>"
        "<p>A page that names many other files, none of which may be opened or "
        "fetched.</p></html>");
    QStringList inputs{ page };
    for (const QString& name : { u"book.epub"_s, u"leaflet.docx"_s, u"leaflet.odt"_s,
             u"letter.eml"_s, u"notes.md"_s, u"saved.mhtml"_s, u"twocolumns.pdf"_s })
        inputs.append(fixtures + u'/' + name);
    QProcess traced;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s); // a traced program cannot look
    traced.setProcessEnvironment(environment);
    const QString log = m_folder.filePath(u"strace.log"_s);
    traced.start(strace,
        QStringList{ u"-f"_s, u"-o"_s, log, u"-e"_s, u"trace=network,open,openat,execve"_s,
            QStringLiteral(ASSAY_PROGRAM), u"segment"_s }
            + inputs);
    QVERIFY(traced.waitForFinished(120'000));
    if (traced.exitCode() != 0 && traced.readAllStandardError().contains("ptrace"))
        QSKIP("this machine does not let programs be traced");
    QCOMPARE(traced.exitCode(), 0);
    QFile file(log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    static const QRegularExpression opened(u"open(?:at)?\\((?:AT_FDCWD, )?\"([^\"]*)\""_s);
    static const QRegularExpression system(
        u"^(?:/usr/lib|/lib|/usr/share/(?:fonts|fontconfig|poppler|locale|zoneinfo|icu|qt6|X11)|/"
        u"etc/(?:ld\\.so|fonts|localtime|locale)"
        "|/var/cache/fontconfig|/proc|/sys|/dev/(?:null|urandom)|/usr/local/(?:lib|share/fonts)|/root/\\.fonts|/root/\\.cache/fontconfig)"_s);
    int inputsOpened = 0;
    for (const QString& line : lines) {
        // A pair of joined pipes inside one process is no network.
        QVERIFY2(!line.contains("AF_INET"_L1) && !line.contains("connect("_L1), qPrintable(line));
        QVERIFY2(!line.contains(" socket("_L1), qPrintable(line));
        if (line.contains("execve("_L1))
            QVERIFY2(line.contains("/assay"_L1), qPrintable(line));
        const QRegularExpressionMatch match = opened.match(line);
        // O_PATH names a place for the kernel, and reads nothing.
        if (!match.hasMatch() || line.contains(" = -1 "_L1) || line.contains("O_PATH"_L1))
            continue; // a call that another thread interrupts ends in a line of its own
        const QString path = match.captured(1);
        if (inputs.contains(path))
            ++inputsOpened;
        else
            QVERIFY2(system.match(path).hasMatch()
                    || path.startsWith(QStringLiteral(ASSAY_SOURCE "/build")),
                qPrintable(line));
    }
    QCOMPARE(inputsOpened, inputs.size());
}

void TestImport::folders()
{
    QDir folder(m_folder.filePath(u"saved"_s));
    QVERIFY(folder.mkpath(u"page_files"_s) && folder.mkpath(u"more"_s));
    for (const QString& name : { u"page.html"_s, u"page_files/frame.html"_s, u"more/b.TXT"_s,
             u".hidden.txt"_s, u"style.css"_s, u"photo.jpg"_s, u"review.assay"_s, u"old.doc"_s }) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
    }
    const QStringList found = articleFiles({ folder.path() });
    QCOMPARE(found,
        QStringList({ folder.filePath(u"more/b.TXT"_s), folder.filePath(u"old.doc"_s),
            folder.filePath(u"page.html"_s) }));
}

/// What an article brings along cannot spoil the project that takes it in: marks at its start,
/// titles and authors without end.
void TestImport::articlesSpoilNoProject()
{
    const QString file = m_folder.filePath(u"spoilt.assay"_s);
    Project project;
    project.setReviewer(ReviewerId::create(), u"Ann"_s);
    QVERIFY(project.openNow(file, Database::Mode::New));
    const QByteArray marks = QByteArray("\xef\xbb\xbf").repeated(3);
    const QByteArray bidi = QByteArray("\xe2\x80\xae").repeated(300'000);
    const QByteArray page = "<p>A sentence stands here. And a second one, which is longer.</p>";
    const QList<std::pair<QString, QByteArray>> files{
        { u"marks.txt"_s, marks + "A heading\n\nA sentence. Another one.\n" },
        { u"marks.html"_s, marks + "<p>" + marks + "A sentence of its own stands here.</p>" },
        { u"bidi.html"_s, "<title>" + bidi + "</title>" + page },
        { u"title.html"_s, "<title>" + QByteArray(3'000'000, 't') + "</title>" + page },
        { u"author.html"_s,
            "<title>A title</title><meta name=author content=\"" + QByteArray(1'000'000, 'a')
                + "\">" + page },
        { u"author.md"_s,
            "---\ntitle: T\nauthor: " + QByteArray(1'000'000, 'a') + "\n---\n\nWords.\n" }
    };
    int cut = 0;
    for (const auto& [name, bytes] : files) {
        const Expected<ImportedArticle> article = importBytes(bytes, name, m_process);
        QVERIFY2(article, qPrintable(name + (article ? QString() : article.error().message)));
        QVERIFY2(article->title.size() <= longestLine, qPrintable(name));
        QVERIFY2(article->provenance.author.size() <= longestLine, qPrintable(name));
        QVERIFY2(!article->text.startsWith(QChar::ByteOrderMark), qPrintable(name));
        for (const Issue& issue : article->issues)
            cut += issue.message.contains(u"too long for a title"_s);
        QVERIFY(project.addArticles({ *article }));
    }
    QVERIFY2(cut >= 3, qPrintable(QString::number(cut)));
    QVERIFY(project.flush());
    for (const ArticleId& id : project.state().articles())
        QVERIFY(project.textNow(id));
    const auto store = Store::open(file, Database::Mode::Existing);
    const CheckReport report = checkProject(**store);
    QVERIFY2(report.isSound(), qPrintable(report.problems.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
