// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/article/layoutcodec.h"
#include "models/import/importer.h"
#include "models/import/importprocess.h"
#include "models/text/blocks.h"
#include "models/text/codepoints.h"
#include "models/text/language.h"
#include "models/text/sentences.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestText : public QObject {
    Q_OBJECT

private slots:
    void sentences_data();
    void sentences();
    void languages();
    void golden_data();
    void golden();
    void nothingIsAltered();
    void hostileInputIsLinear();
    void decoding_data();
    void decoding();
    void badFiles();
    void layoutRoundTrip();
    void codePoints();
    void realArticles();

private:
    ImportProcess m_process;
};

void TestText::sentences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const QStringList& parts) {
        QTest::newRow(name) << parts.join(u' ') << parts;
    };
    row("two", { u"The foot hurts."_s, u"Rest helps."_s });
    row("title before a name", { u"Dr. Elliot was not involved."_s, u"She said so."_s });
    row("figure", { u"See Fig. 3 for the device."_s, u"It is small."_s });
    row("decimal", { u"Pain fell to 2.6 points."_s, u"That is a lot."_s });
    row("et al.", { u"Okoro et al. 2019 saw no effect."_s, u"Others did."_s });
    row("citation behind", { u"Nobody knows why.[17]"_s, u"A review is due."_s });
    row("glued citation", { u"Pain fell by half.1"_s, u"It came back."_s });
    row("quotation mark", { u"“It was worth it.”"_s, u"He sold the bicycle."_s });
    row("question", { u"Does it work?"_s, u"A little!"_s, u"Not for long."_s });
    row("small letter goes on", { u"It costs approx. ninety pounds."_s });
    row("initials", { u"The study by J. R. Marsh had no control group."_s, u"It was small."_s });
    row("U.S. inside", { u"The U.S. agency has not approved it."_s, u"Others have."_s });
    row("a.m. at the end", { u"The clinic opens at 8 a.m."_s, u"The phone rings at nine."_s });
    row("ellipsis goes on", { u"Wait… what did the trial find?"_s });
    row("unit of measure", { u"Rest for 10 min."_s, u"Tissue was then cut."_s });
    row("vitamin", { u"She took vitamin C."_s, u"Women took more."_s });
    row("hepatitis and an initial",
        { u"Hepatitis B. Vaccination is advised."_s.first(12),
            u"Vaccination by A. Ruiz is advised."_s });
    row("time of day opens",
        { u"At 5 a.m. Mr. Smith woke."_s, u"He left at 6 p.m."_s, u"Mr. Smith then slept."_s });
    row("name that starts small", { u"The signal was weak."_s, u"γH2AX was stronger."_s });
    row("hurried writing", { u"i tried it for a week."_s, u"it did nothing."_s });
    row("brand", { u"She works at Yahoo! in the accounts department."_s });
    row("reference behind a quotation", { u"\"It helped\" (Lind 55)."_s });
    row("citation apart", { u"Minorities have rights. 4"_s, u"Even so they were not heard."_s });
    row("several stops", { u"Really?!"_s, u"Yes."_s });
    row("spaced ellipsis", { u"It was . . . I do not know."_s });
    row("spaced ellipsis and stop",
        { u"It was all. . . ."_s.first(11), u". . . The rest is lost."_s });
    row("etc. goes on", { u"Herbs, teas, etc. can interact with drugs."_s });
    row("number behind a unit", { u"They lost 4 kg."_s, u"20 people regained it."_s });
    row("spoons and times", { u"Adults: 1 tsp. 3 times a day."_s, u"Children: half."_s });
    row("feet and inches", { u"He is 5 ft. 6 in. tall."_s, u"She is not."_s });
    row("citations apart", { u"It works. [1, 2]"_s, u"Others do not."_s });
    row("citation in round brackets",
        { u"It works.(1)"_s, u"Others do not. (2,3)"_s, u"So be it."_s });
    row("journals", { u"It stood in J. Clin. Oncol. and in Am. J. Clin. Nutr. before."_s });
    row("vitamin by its short name", { u"Vit. D is cheap."_s, u"It is safe."_s });
    row("dosing", { u"Take one tablet b.i.d."_s, u"Children take half."_s });
    row("zones and days", { u"Call at 3 p.m. ET on Friday."_s, u"We open at 8 a.m. Monday."_s });
    row("pictures behind a stop", { u"I lost 10 kg! 💪🔥"_s, u"Try it."_s });
    row("ticks open points", { u"✅ Relieves pain fast."_s, u"✅ Works in days."_s });
    row("a person's name", { u"Ask for Ann."_s, u"Doctors will see you."_s });
    row("number with a point", { u"It costs 1,000."_s, u"That is a lot."_s });
    row("bullets", { u"• First thing"_s, u"• Second thing"_s });
    row("rising numbers", { u"1. Rest the foot"_s, u"2. Call a doctor"_s, u"3. Wait"_s });
    row("rising letters", { u"a) Rest the foot"_s, u"b) Call a doctor"_s });
    row("an enumeration inside", { u"It may cause 1) rash, 2) nausea, and 3) sleepiness."_s });
    QTest::newRow("list in a line")
        << u"Check for any of these:      - Fever.    - A rash.    - Pain"_s
        << QStringList{ u"Check for any of these:"_s, u"- Fever."_s, u"- A rash."_s, u"- Pain"_s };
    QTest::newRow("dash in a sentence")
        << u"The air - indoors and out - may be bad."_s
        << QStringList{ u"The air - indoors and out - may be bad."_s };
    QTest::newRow("wide stops") << u"これは文です。これも文です。"_s
                                << QStringList{ u"これは文です。"_s, u"これも文です。"_s };
    QTest::newRow("glued") << u"It has a diameter.There is a hole."_s
                           << QStringList{ u"It has a diameter."_s, u"There is a hole."_s };
    QTest::newRow("address") << u"Visit www.example.org. It is free."_s
                             << QStringList{ u"Visit www.example.org."_s, u"It is free."_s };
}

/// A language is a folder: its words decide, and it is recognised by its commonest.
void TestText::languages()
{
    const auto cut = [](const QString& text, const QString& language) {
        QStringList found;
        for (const TextRange& range : assay::sentences(
                 text, { 0, static_cast<qint32>(text.size()) }, Language::load(language)))
            found.append(text.sliced(range.start, range.length()));
        return found;
    };
    QCOMPARE(cut(u"Am 3. Oktober kam Dr. Lang. Er riet z. B. zu Geduld."_s, u"de"_s),
        QStringList({ u"Am 3. Oktober kam Dr. Lang."_s, u"Er riet z. B. zu Geduld."_s }));
    QCOMPARE(cut(u"La Dra. Ruiz vive en la Avda. del Sol. ¿Sirve la vitamina C? No."_s, u"es"_s),
        QStringList(
            { u"La Dra. Ruiz vive en la Avda. del Sol."_s, u"¿Sirve la vitamina C?"_s, u"No."_s }));
    QCOMPARE(
        Language::of(
            u"Die Schulter wird steif, und das ist nicht schlimm, weil es mit der Zeit vergeht."_s)
            .name,
        u"de"_s);
    QCOMPARE(
        Language::of(
            u"El hombro se congela y no se sabe por qué, pero con el tiempo los dolores se van."_s)
            .name,
        u"es"_s);
    QCOMPARE(
        Language::of(u"The shoulder freezes and nobody knows why, but it will thaw with time."_s)
            .name,
        u"en"_s);
    QVERIFY(Language::all().size() >= 3);
    QCOMPARE(
        cut(u"It eases pain.¹² The trial was small.³,⁵ Nobody knows. That was in 2019.⁴ About 10⁵ came."_s,
            u"en"_s),
        QStringList({ u"It eases pain.¹²"_s, u"The trial was small.³,⁵"_s, u"Nobody knows."_s,
            u"That was in 2019.⁴"_s, u"About 10⁵ came."_s }));
    // Stops of other scripts, wherever in the eight letters that are looked at together.
    for (int shift = 0; shift < 20; ++shift) {
        const QString start = u"क "_s.repeated(shift);
        QCOMPARE(cut(start + u"यह दवा नई है। यह काम करती है। Sleep helps."_s, u"en"_s),
            QStringList({ start + u"यह दवा नई है।"_s, u"यह काम करती है।"_s, u"Sleep helps."_s }));
        QCOMPARE(cut(u"هل يساعد النوم؟ نعم، يساعد. نیند ضروری ہے۔ یہ سچ ہے۔"_s, u"en"_s),
            QStringList(
                { u"هل يساعد النوم؟"_s, u"نعم، يساعد."_s, u"نیند ضروری ہے۔"_s, u"یہ سچ ہے۔"_s }));
    }
}

void TestText::sentences()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QStringList found;
    for (const TextRange& range :
        assay::sentences(text, { 0, static_cast<qint32>(text.size()) }, Language::english()))
        found.append(text.sliced(range.start, range.length()));
    QCOMPARE(found, expected);
}

/// Each tests/data/segment/<name>.txt stands beside <name>.expected: a line a unit,
/// "kind<TAB>text". ASSAY_UPDATE=1 writes what came out.
void TestText::golden_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(ASSAY_SOURCE "/tests/data/segment"));
    const QStringList names = folder.entryList({ u"*.txt"_s });
    for (const QString& name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
    const QDir samples(QStringLiteral(ASSAY_SOURCE "/resources/samples"));
    const QStringList sampleNames = samples.entryList({ u"*.txt"_s });
    for (const QString& name : sampleNames)
        QTest::newRow(qPrintable(name)) << samples.filePath(name);
    QVERIFY(names.size() >= 3 && sampleNames.size() >= 3);
}

void TestText::golden()
{
    QFETCH(QString, path);
    const Expected<ImportedArticle> article = importFile(path, m_process);
    QVERIFY(article);
    QString found;
    for (const Unit& unit : article->layout.units)
        found += kindName(unit.kind) + u'\t'
            + article->text.sliced(unit.range.start, unit.range.length()).replace(u'\n', u"⏎"_s)
            + u'\n';
    QFile expected(QStringLiteral(ASSAY_SOURCE "/tests/data/segment/")
        + QFileInfo(path).completeBaseName() + u".expected"_s);
    if (qEnvironmentVariableIsSet("ASSAY_UPDATE")) {
        QVERIFY(expected.open(QIODevice::WriteOnly));
        expected.write(found.toUtf8());
        return;
    }
    QVERIFY2(expected.open(QIODevice::ReadOnly), qPrintable(expected.fileName()));
    QCOMPARE(found, QString::fromUtf8(expected.readAll()));
}

static void checkCover(const QString& text, const Layout& layout)
{
    qint32 at = 0;
    for (const Unit& unit : layout.units) {
        QVERIFY(unit.range.start >= at && unit.range.end > unit.range.start);
        for (qint32 i = at; i < unit.range.start; ++i)
            QVERIFY2(text[i].isSpace(), "a character stands in no unit");
        QVERIFY(!text[unit.range.start].isSpace() && !text[unit.range.end - 1].isSpace());
        at = unit.range.end;
    }
    for (qsizetype i = at; i < text.size(); ++i)
        QVERIFY(text[i].isSpace());
}

void TestText::nothingIsAltered()
{
    QRandomGenerator random(7);
    const QString letters = u"aB. ?!\n\n\t…\"')([1•-–=#ü中 Dr et al"_s;
    for (int round = 0; round < 3000; ++round) {
        QString text;
        for (int length = random.bounded(200); length > 0; --length)
            text += letters[random.bounded(static_cast<int>(letters.size()))];
        checkCover(
            text, layoutOf(text, plainBlocks(text, Language::english()), Language::english()));
    }
}

void TestText::hostileInputIsLinear()
{
    const auto milliseconds = [](const QString& text) {
        QElapsedTimer timer;
        timer.start();
        const Layout layout
            = layoutOf(text, plainBlocks(text, Language::english()), Language::english());
        checkCover(text, layout);
        return std::max<qint64>(5, timer.elapsed());
    };
    for (const QString& piece : { u"."_s, u"A. "_s, u"((("_s, u"Dr. "_s, u"\n"_s, u"1. "_s, u"a"_s,
             u"[1]"_s, u"\"."_s, u"- x\n"_s, u"1) a "_s, u"  - "_s, u". . "_s, u"• "_s, u"?!"_s,
             u". i "_s, u"…"_s, u"<\u00A0"_s }) {
        const qint64 small = milliseconds(piece.repeated(100'000));
        const qint64 large = milliseconds(piece.repeated(400'000));
        QVERIFY2(large < small * 16,
            qPrintable(u"%1: %2 ms, then %3 ms"_s.arg(piece).arg(small).arg(large)));
    }
    // A sentence that opens with a great gap, and stops that each look back to its first letter.
    const auto gap = [](qsizetype n) {
        return u"Hello!"_s + u" "_s.repeated(n) + u"1 "_s + u"a.b "_s.repeated(n);
    };
    const qint64 small = milliseconds(gap(50'000));
    QVERIFY(milliseconds(gap(200'000)) < small * 16);
}

void TestText::decoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("guessed");
    QTest::newRow("utf-8") << QByteArray("na\xc3\xafve") << u"naïve"_s << false;
    QTest::newRow("utf-8 with mark") << QByteArray("\xef\xbb\xbfok") << u"ok"_s << false;
    QTest::newRow("utf-16 with mark") << QByteArray("\xff\xfeh\0i\0", 6) << u"hi"_s << false;
    QTest::newRow("utf-16 without")
        << QByteArray("s\0i\0x\0 \0f\0e\0e\0t\0", 16) << u"six feet"_s << false;
    QTest::newRow("windows-1252") << QByteArray("\x93quoted\x94 caf\xe9 for all of us.")
                                  << u"“quoted” café for all of us."_s << true;
    QTest::newRow("line ends") << QByteArray("a\r\nb\rc\n") << u"a\nb\nc\n"_s << false;
}

void TestText::decoding()
{
    QFETCH(QByteArray, bytes);
    const Expected<ImportedArticle> article = importBytes(bytes, u"a.txt"_s, m_process);
    QVERIFY(article);
    QTEST(article->text, "text");
    QFETCH(bool, guessed);
    QCOMPARE(!article->issues.isEmpty(), guessed);
}

void TestText::badFiles()
{
    QTemporaryDir folder;
    const auto write = [&](const QString& name, const QByteArray& bytes) {
        QFile file(folder.filePath(name));
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return file.fileName();
    };
    QByteArray binary;
    for (int i = 0; i < 4000; ++i)
        binary.append(static_cast<char>(i * 7));
    const QStringList bad{ write(u"empty.txt"_s, {}), write(u"blank.txt"_s, " \n \n"),
        write(u"picture.txt"_s, binary), folder.path(), folder.filePath(u"absent.txt"_s) };
    for (const QString& path : bad) {
        const Expected<ImportedArticle> article = importFile(path, m_process);
        QVERIFY2(!article, qPrintable(path));
        QVERIFY2(article.error().message.contains(path), qPrintable(article.error().message));
    }
    QFile huge(folder.filePath(u"huge.txt"_s));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(maximumFileSize + 1));
    QVERIFY(!importFile(huge.fileName(), m_process));
}

void TestText::layoutRoundTrip()
{
    const ImportedArticle article
        = importPlainText(u"Title here\n\nOne. Two.\n- item\n"_s, u"a.txt"_s);
    const QByteArray bytes = encodeLayout(article.layout);
    QCOMPARE(*decodeLayout(bytes, article.text.size()), article.layout);
    QVERIFY(!decodeLayout(bytes, 5)); // reaches past the text
    for (qsizetype cut = 0; cut < bytes.size(); ++cut)
        QVERIFY(!decodeLayout(bytes.first(cut)));
}

void TestText::codePoints()
{
    const QString text = u"a😀b"_s;
    CodePoints points(text);
    QCOMPARE(points.before(0), 0);
    QCOMPARE(points.before(1), 1);
    QCOMPARE(points.before(3), 2);
    QCOMPARE(points.before(4), 3);
}

/// The five real articles, where they are beside the project: every unit and kind that a person
/// found.
void TestText::realArticles()
{
    QFile gold(QStringLiteral(ASSAY_SOURCE "/../shared/data/articles_units.json"));
    if (!gold.open(QIODevice::ReadOnly))
        QSKIP("the real articles are not on this machine");
    qsizetype right = 0;
    qsizetype all = 0;
    for (const QJsonValue& value : QJsonDocument::fromJson(gold.readAll()).array()) {
        const Expected<ImportedArticle> article = importFile(
            QStringLiteral(ASSAY_SOURCE "/../shared/articles/") + value[u"file"].toString(),
            m_process);
        QVERIFY(article);
        for (const QJsonValue& unit : value[u"units"].toArray()) {
            ++all;
            const TextRange range{ static_cast<qint32>(unit[u"start"].toInt()),
                static_cast<qint32>(unit[u"end"].toInt()) };
            right += std::any_of(
                article->layout.units.begin(), article->layout.units.end(), [&](const Unit& found) {
                    return found.range == range && kindName(found.kind) == unit[u"kind"].toString();
                });
        }
    }
    qInfo("units of the real articles: %lld of %lld", static_cast<long long>(right),
        static_cast<long long>(all));
    QVERIFY(all > 0 && right >= all - 5);
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
