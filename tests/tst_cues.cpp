// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cues/cuefinder.h"
#include "models/search/corpus.h"
#include "models/statistics/tagstrip.h"
#include "models/text/sourceplace.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

/// What is found in a text besides its sentences: cues, searched words, places in a source.
class TestCues : public QObject {
    Q_OBJECT

private slots:
    void kinds_data();
    void kinds();
    void cuesStayInTheirUnit();
    void ownDefinitions();
    void brokenDefinitionsAreNamed_data();
    void brokenDefinitionsAreNamed();
    void finderKeepsAndForgets();
    void folding();
    void searching();
    void placesInSources();
    void strips();

private:
    static QStringList found(CueScanner& scanner, const QString& text)
    {
        const QList<Unit> all{ { { 0, static_cast<qint32>(text.size()) }, UnitKind::Sentence, 0,
            0 } };
        QStringList list;
        for (const Cue& cue : scanner.scan(text, all)) {
            const CueKind& kind = scanner.kinds()[cue.kind];
            list.append(u"%1=%2/%3"_s.arg(
                text.sliced(cue.range.start, cue.range.length()), kind.name, tagName(kind.hint)));
        }
        return list;
    }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
};

void TestCues::kinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const QString& text, const QStringList& expected) {
        QTest::newRow(name) << text << expected;
    };
    row("nothing", u"The heel bears the weight of the body."_s, {});
    row("hype", u"A breakthrough and a Beacon of Hope."_s,
        { u"breakthrough=hype/marketing"_s, u"Beacon of Hope=hype/marketing"_s });
    row("capitals", u"CALL NOW for a FREE CONSULTATION"_s,
        { u"CALL NOW=offer/marketing"_s, u"FREE CONSULTATION=offer/marketing"_s });
    row("curly", u"It is a “miracle” – don’t wait."_s,
        { u"miracle=hype/marketing"_s, u"don’t wait=offer/marketing"_s });
    row("hyphen", u"A life-changing, hope-based, side-effect free cure."_s,
        { u"life-changing=hype/marketing"_s, u"side-effect free=hype/marketing"_s,
            u"cure=hype/marketing"_s });
    row("bullet", u"• Promising•risk-free"_s,
        { u"Promising=hype/marketing"_s, u"risk-free=hype/marketing"_s });
    row("part of a word", u"Secure incurable hopeless cancan."_s, {});
    row("caveat first", u"More research is needed; side effects may occur."_s,
        { u"More research=caveat/caveat"_s, u"is needed=caveat/caveat"_s,
            u"side effects may=caveat/caveat"_s });
    row("hedge", u"It may help and can possibly ease pain."_s,
        { u"may=hedge/"_s, u"help=benefit/marketing"_s, u"can=hedge/"_s, u"possibly=hedge/"_s });
    row("statistics", u"In 2019, 47 % of 1,204 patients (p < .05, n = 80) took 0.5 mg/kg."_s,
        { u"47 %=statistic/evidence"_s, u"1,204 patients=statistic/evidence"_s,
            u"p < .05=statistic/evidence"_s, u"n = 80=statistic/evidence"_s,
            u"0.5 mg/kg=statistic/evidence"_s });
    row("time", u"Relief came within 24 hours and lasted up to three months."_s,
        { u"Relief=benefit/marketing"_s, u"24 hours=statistic/evidence"_s,
            u"three months=statistic/evidence"_s });
    row("references", u"See NCT01234567, PMID: 1234567 and doi 10.1000/j.x-12."_s,
        { u"NCT01234567=statistic/evidence"_s, u"PMID: 1234567=statistic/evidence"_s,
            u"10.1000/j.x-12=statistic/evidence"_s });
    row("research", u"A randomized controlled trial in JAMA Psychiatry found little."_s,
        { u"randomized controlled trial=research/evidence"_s, u"JAMA Psychiatry=journal/evidence"_s,
            u"found=research/evidence"_s });
    row("phrase over word", u"It has shown promise."_s, { u"shown promise=hype/marketing"_s });
    row("letters beyond", u"Ein Zürcher Versuch, 病人 50% 好转"_s, { u"50%=statistic/evidence"_s });
}

void TestCues::kinds()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    CueScanner scanner;
    QCOMPARE(found(scanner, text), expected);
}

/// A phrase does not go on in the next sentence, but in the next line of a hard-wrapped one.
void TestCues::cuesStayInTheirUnit()
{
    CueScanner scanner;
    const QString text = u"We saw more. Research goes\non. A beacon\nof hope."_s;
    const auto unitOf = [&](QStringView words) {
        const auto start = static_cast<qint32>(text.indexOf(words));
        return Unit{ { start, start + static_cast<qint32>(words.size()) }, UnitKind::Sentence, 0,
            0 };
    };
    const QList<Unit> units{ unitOf(u"We saw more."), unitOf(u"Research goes\non."),
        unitOf(u"A beacon\nof hope.") };
    QStringList words;
    qint32 last = 0;
    for (const Cue& cue : scanner.scan(text, units)) {
        words.append(text.sliced(cue.range.start, cue.range.length()));
        QVERIFY(cue.range.start >= last); // in order, none over another
        last = cue.range.end;
    }
    QCOMPARE(words, QStringList({ u"Research"_s, u"beacon\nof hope"_s }));
    QList<Unit> furniture = units;
    for (Unit& unit : furniture)
        unit.kind = UnitKind::Furniture;
    QVERIFY(scanner.scan(text, furniture).isEmpty());
}

static const QByteArray ownDefinition = R"(<?xml version="1.0" encoding="UTF-8"?>
<language name="My Cues" section="Cues" version="1" kateversion="5.0" extensions="">
  <highlighting>
    <list name="words"><item>zap</item><item>breakthrough</item></list>
    <contexts>
      <context name="all" attribute="Plain" lineEndContext="#stay">
        <keyword String="words" attribute="marketing: slang" context="#stay"/>
      </context>
    </contexts>
    <itemDatas>
      <itemData name="Plain" defStyleNum="dsNormal"/>
      <itemData name="marketing: slang" defStyleNum="dsString"/>
    </itemDatas>
  </highlighting>
</language>
)";

void TestCues::ownDefinitions()
{
    QTemporaryDir folder;
    write(folder.filePath(u"syntax/mine.xml"_s), ownDefinition);
    CueScanner scanner(folder.path());
    QVERIFY2(scanner.problems().isEmpty(), qPrintable(scanner.problems().value(0).message));
    // One's own come first, and all others stay.
    QCOMPARE(found(scanner, u"zap the pain: a breakthrough, a miracle."_s),
        QStringList({ u"zap=slang/marketing"_s, u"breakthrough=slang/marketing"_s,
            u"miracle=hype/marketing"_s }));
    QVERIFY(scanner.kinds()[0].colours.value(u"light"_s).isValid());
}

void TestCues::brokenDefinitionsAreNamed_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("line");
    QTest::newRow("not closed") << QByteArray("</contexts>") << QByteArray() << 14;
    QTest::newRow("no such list") << QByteArray("String=\"words\"")
                                  << QByteArray("String=\"wrods\"") << 7;
    QTest::newRow("no such item") << QByteArray("attribute=\"marketing: slang\"")
                                  << QByteArray("attribute=\"marketing: slnag\"") << 7;
    QTest::newRow("no such context")
        << QByteArray("context=\"#stay\"/>") << QByteArray("context=\"#pop!there\"/>") << 7;
    QTest::newRow("bad pattern") << QByteArray("<keyword String=\"words\"")
                                 << QByteArray("<RegExpr String=\"(a\"") << 7;
    QTest::newRow("other section")
        << QByteArray("section=\"Cues\"") << QByteArray("section=\"Markup\"") << 2;
    QTest::newRow("something else") << ownDefinition << QByteArray("<html>\n<p>x</p></html>") << 1;
}

void TestCues::brokenDefinitionsAreNamed()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, line);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"syntax/mine.xml"_s);
    QByteArray bytes = ownDefinition;
    QVERIFY(bytes.contains(from));
    write(path, bytes.replace(from, to));
    CueScanner scanner(folder.path());
    QVERIFY(!scanner.problems().isEmpty());
    const QString message = scanner.problems().first().message;
    QVERIFY2(message.contains(path), qPrintable(message));
    QVERIFY2(message.contains(u"line %1:"_s.arg(line)), qPrintable(message));
    // What ships goes on working.
    QCOMPARE(found(scanner, u"A miracle."_s), QStringList({ u"miracle=hype/marketing"_s }));
}

void TestCues::finderKeepsAndForgets()
{
    CueFinder finder({});
    QSignalSpy spy(&finder, &CueFinder::found);
    const ArticleId id = ArticleId::create();
    const QString text = u"A miracle. A cure."_s;
    QList<Unit> units{ { { 0, 10 }, UnitKind::Sentence, 0, 0 },
        { { 11, 18 }, UnitKind::Sentence, 0, 0 } };
    QVERIFY(!finder.cues(id, "r1", text, units));
    QVERIFY(spy.wait());
    QVERIFY(finder.cues(id, "r1", text, units));
    QCOMPARE(finder.cues(id, "r1", text, units)->size(), 2);
    units[1].kind = UnitKind::Furniture; // other units: found anew
    QVERIFY(!finder.cues(id, "r1", text, units));
    QVERIFY(spy.wait());
    QCOMPARE(finder.cues(id, "r1", text, units)->size(), 1);
    QVERIFY(!finder.cues(id, "r2", text, units)); // another text under the same units
    QVERIFY(spy.wait());
    finder.clear();
    QVERIFY(!finder.cues(id, "r1", text, units));
}

void TestCues::folding()
{
    const QString text = u"Ärzte’s CAFÉ – “İ”\u00a0ﬁ 病\U0001F600"_s;
    const QString folded = foldedForSearch(text);
    QCOMPARE(folded.size(), text.size());
    QVERIFY(folded.startsWith(u"arzte's cafe - \""_s));
    QVERIFY(folded.endsWith(u"病\U0001F600"_s));
    QVERIFY(foldedForSearch(u"감사") != foldedForSearch(u"고소"));
    QVERIFY(foldedForSearch(u"が") != foldedForSearch(u"か"));
    QCOMPARE(foldedForSearch(u"ΆΣ"), u"ασ"_s);
}

void TestCues::searching()
{
    const QString text = foldedForSearch(u"Hope is a hope; hopeful Hope’s end."_s);
    QCOMPARE(findFolded(text, u"hope"_s, false, 10).size(), 4);
    QCOMPARE(findFolded(text, u"hope"_s, true, 10).size(), 3);
    QCOMPARE(findFolded(text, u"hope"_s, false, 2).size(), 2);
    QCOMPARE(findFolded(text, u"hope's"_s, true, 10).size(), 1);
    QVERIFY(findFolded(text, {}, false, 10).isEmpty());
    QCOMPARE(findFolded(u"aaaa"_s, u"aa"_s, false, 10).size(), 2); // finds do not overlap
}

void TestCues::placesInSources()
{
    const QString text = u"Heels hurt\nPulses may ease pain.\nThey said “no” & left.\nHeels hurt"_s;
    const QString source
        = u"<html><head><title>Heels hurt</title><script>var a = \"Pulses may\";</script></head>"
          "<body><h1>Heels hurt</h1><p>Pulses <b>may</b>\n ease&nbsp;pain.</p>"
          "<!-- They said --><p>They said &ldquo;no&rdquo; &amp; left.</p><p>Heels hurt</p>"_s;
    const auto place = [&](const QString& unit, qsizetype from = 0) {
        const auto start = static_cast<qint32>(text.indexOf(unit, from));
        const TextRange range = placeInSource(
            source, true, text, { start, start + static_cast<qint32>(unit.size()) });
        return source.sliced(range.start, range.length());
    };
    QCOMPARE(place(u"Pulses may ease pain."_s), u"Pulses <b>may</b>\n ease&nbsp;pain"_s);
    QCOMPARE(place(u"They said “no” & left."_s), u"They said &ldquo;no&rdquo; &amp; left"_s);
    // Of equal words the one as far down the text.
    const auto last = static_cast<qint32>(text.lastIndexOf(u"Heels"));
    QCOMPARE(placeInSource(source, true, text, { last, last + 10 }).start,
        static_cast<qint32>(source.lastIndexOf(u"Heels")));
    QCOMPARE(placeInSource(source, true, u"Not there at all"_s, { 0, 16 }).length(), 0);
    QCOMPARE(placeInSource({}, true, text, { 0, 10 }).length(), 0);
    QCOMPARE(placeInSource(u"a < b & c"_s, true, u"b & c"_s, { 0, 5 }).start, 4);
}

void TestCues::strips()
{
    const auto unit = [](qint32 start, qint32 end, UnitKind kind) {
        return Unit{ { start, end }, kind, 0, 0 };
    };
    const QList<Unit> units{ unit(0, 100, UnitKind::Furniture), unit(101, 151, UnitKind::Heading),
        unit(152, 202, UnitKind::Sentence), unit(203, 253, UnitKind::ListItem),
        unit(254, 304, UnitKind::Sentence) };
    const QList<Tag> tags{ Tag::Untagged, Tag::Untagged, Tag::Marketing, Tag::None, Tag::Caveat };
    const TagStrip strip = tagStrip(units, tags, 4);
    const std::vector<Tag> expected{ Tag::Untagged, Tag::Marketing, Tag::None, Tag::Caveat };
    QCOMPARE(strip.cells, expected);
    QCOMPARE(strip.first[static_cast<size_t>(Tag::Caveat)], 0.75); // furniture does not count
    QCOMPARE(strip.first[static_cast<size_t>(Tag::Evidence)], -1.0);
    QCOMPARE(tagStrip({}, {}, 3).cells.size(), size_t(3));
    QCOMPARE(positionOf(units, 3).number, 2);
    QCOMPARE(positionOf(units, 3).total, 3);
    QCOMPARE(positionOf(units, 0).number, 0);
    const QString text = u"x"_s.repeated(152) + u"Two words"_s.leftJustified(152, u' ');
    QCOMPARE(wordComposition(units, tags, text).of(Tag::Marketing), 2);
}

QTEST_GUILESS_MAIN(TestCues)
#include "tst_cues.moc"
