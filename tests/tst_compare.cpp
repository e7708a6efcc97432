// SPDX-License-Identifier: GPL-3.0-or-later
// What two sentences and two articles have in common: golden pairs, properties, figures.
#include "models/compare/articleindex.h"
#include "models/compare/counterparts.h"
#include "models/compare/explanation.h"
#include "models/compare/report.h"
#include "models/compare/sametags.h"
#include "models/compare/worddiff.h"
#include "models/items/matchlistmodel.h"
#include "tests/fixtures.h"
#include "tests/pairfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <map>
#include <random>

using namespace assay;
using namespace Qt::StringLiterals;

class TestCompare : public QObject {
    Q_OBJECT

private slots:
    void quantities_data();
    void quantities();
    void equalFigures_data();
    void equalFigures();
    void differentFigures_data();
    void differentFigures();
    void changedNumbers();
    void copies();
    void graded();
    void goldLinks();
    void claims();
    void pairsOfOthers();
    void retrieval();
    void conflicts_data();
    void conflicts();
    void mirrored();
    void orderDoesNotMatter();
    void copyScoresOne();
    void deterministic();
    void neighboursJoin();
    void headingsAndFurniture();
    void oddArticles();
    void otherScripts();
    void wordDiffs();
    void explains();
    void index();
    void handLinks();
    void sameTagOffers();
    void earlierVersions();
    void lists();
    void reports();
    void counterpartsOfProject();
};

struct Judged {
    Similarity similarity;
    Match match;
};

/// How one pair is judged, as by "assay compare --pairs".
static Judged judged(const QString& first, const QString& second)
{
    const PreparedArticle a = test::prepared({ first });
    const PreparedArticle b = test::prepared({ second });
    const SimilarityTable table(a, b);
    SimilarityTable::Scratch scratch = table.scratch();
    const Similarity similarity = table.compare(0, 0, scratch);
    return { similarity, judgePair(a, 0, b, 0, table, similarity, false) };
}

void TestCompare::quantities_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("dimension");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("bound");
    const auto row = [](const char* text, Dimension dimension, double low, double high,
                         Bound bound = Bound::Exact) {
        QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(dimension) << low << high
                            << static_cast<int>(bound);
    };
    row("It lasted for up to three months.", Dimension::Time, 7889400, 7889400, Bound::AtMost);
    row("Relief came within 24 hours.", Dimension::Time, 86400, 86400, Bound::AtMost);
    row("It takes 6 to 12 weeks.", Dimension::Time, 3628800, 7257600);
    row("The 12-week course is over.", Dimension::Time, 7257600, 7257600);
    row("It takes half an hour.", Dimension::Time, 1800, 1800);
    row("A quarter of an hour is enough.", Dimension::Time, 900, 900);
    row("Benefits can last for weeks or even months.", Dimension::Time, 1209600, 36817200);
    row("It is gone after a year or two.", Dimension::Time, 31557600, 63115200);
    row("About 2,000 people came.", Dimension::Count, 2000, 2000, Bound::About);
    row("The firm made 1.5 million dollars.", Dimension::Money, 1.5e6, 1.5e6);
    row("One injection costs $650.", Dimension::Money, 650, 650);
    row("Prices range from $500 to $2,500.", Dimension::Money, 500, 2500);
    row("More than 90 percent agreed.", Dimension::Percent, 90, 90, Bound::AtLeast);
    row("One patient in ten had pain.", Dimension::Percent, 10, 10);
    row("Four of six testers liked it.", Dimension::Percent, 400.0 / 6, 400.0 / 6);
    row("It eased pain in 15 per cent.", Dimension::Percent, 15, 15);
    row("It fails in one in every 2,000 cases.", Dimension::Percent, 0.05, 0.05);
    row("A third of adults sleep badly.", Dimension::Percent, 100.0 / 3, 100.0 / 3);
    row("Take 500 mg at night.", Dimension::Mass, 500, 500);
    row("Doses of 0.5 mg/kg were used.", Dimension::Dose, 0.5, 0.5);
    row("The firm was founded in 2016.", Dimension::Year, 2016, 2016);
    row("It opens on 5 March.", Dimension::Date, 98, 98);
    row("Twenty-five patients came.", Dimension::Count, 25, 25);
    row("Use the cream twice a day.", Dimension::Frequency, 2, 2);
    row("Use the cream every 12 hours.", Dimension::Frequency, 2, 2);
    row("Walk briskly three times a week.", Dimension::Frequency, 3.0 / 7, 3.0 / 7);
    row("Rinse every other day.", Dimension::Frequency, 0.5, 0.5);
    row("Rinse once daily.", Dimension::Frequency, 1, 1);
    row("It is offered to everyone aged 75 and over.", Dimension::Time, 75 * 31557600.0,
        75 * 31557600.0, Bound::AtLeast);
    row("Fewer than two in a million doses harm.", Dimension::Percent, 0.0002, 0.0002,
        Bound::AtMost);
}

void TestCompare::quantities()
{
    QFETCH(QString, text);
    QFETCH(int, dimension);
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, bound);
    const PreparedArticle article = test::prepared({ text });
    const std::vector<Quantity>& found = article.units[0].quantities;
    QCOMPARE(found.size(), 1U);
    QCOMPARE(static_cast<int>(found[0].dimension), dimension);
    QVERIFY2(std::abs(found[0].low - low) <= low * 1e-6, qPrintable(QString::number(found[0].low)));
    QVERIFY2(
        std::abs(found[0].high - high) <= high * 1e-6, qPrintable(QString::number(found[0].high)));
    QCOMPARE(static_cast<int>(found[0].bound), bound);
}

static QList<std::tuple<const char*, const char*, const char*>> equalForms()
{
    return { { "The drug cost %1 last year.", "$1,500,000", "$1.5 million" },
        { "About %1 people took part in the march.", "2,000", "two thousand" },
        { "Prices rose by %1 in May.", "50 percent", "50%" },
        { "The trial lasted for %1.", "twelve months", "one year" },
        { "The effect was seen within %1.", "24 hours", "a day" },
        { "Patients were followed for %1.", "52 weeks", "a year" },
        { "She took %1 of the drug.", "500 mg", "0.5 g" },
        { "She took %1 of the drug.", "1,000 milligrams", "1 gram" },
        { "The company earned %1.", "$2.4 billion", "2.4 billion dollars" },
        { "%1 of adults sleep badly.", "One third", "33 percent" },
        { "%1 of adults sleep badly.", "A quarter", "25 percent" },
        { "%1 of adults sleep badly.", "One in four", "25%" },
        { "%1 of adults sleep badly.", "Three out of four", "75 percent" },
        { "He waited %1 for the result.", "90 minutes", "1.5 hours" },
        { "He waited %1 for the result.", "half an hour", "30 minutes" },
        { "They walked %1 a day.", "5 kilometres", "5,000 metres" },
        { "The clinic treats %1 patients.", "two hundred", "200" },
        { "The clinic treats %1 patients.", "twenty-five", "25" },
        { "The clinic treats %1 patients.", "a dozen", "12" },
        { "It opened on %1.", "5 March", "March 5" },
        { "The virus killed %1.", "1.2 million people", "1,200,000 people" },
        { "Give %1 of water.", "250 ml", "0.25 litres" },
        { "The course takes %1.", "six weeks", "42 days" },
        { "Doses of %1 were used.", "0.5 mg/kg", "500 mcg/kg" },
        { "The rate fell to %1.", "4.50%", "4.5 percent" },
        { "The rate fell to %1.", "4.0 percent", "four percent" } };
}

void TestCompare::equalFigures_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    for (const auto& [form, a, b] : equalForms()) {
        const QString text = QString::fromUtf8(form);
        QTest::addRow("%s / %s", a, b)
            << text.arg(QString::fromUtf8(a)) << text.arg(QString::fromUtf8(b));
    }
}

void TestCompare::equalFigures()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QVERIFY(judged(first, second).match.relation != Relation::Conflict);
    QVERIFY(judged(second, first).match.relation != Relation::Conflict);
}

void TestCompare::differentFigures_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    // The same forms with a figure that no rounding and no other way of writing explains.
    static const QHash<QByteArray, const char*> others{ { "$1,500,000", "$7 million" },
        { "2,000", "seven thousand" }, { "50 percent", "7%" }, { "twelve months", "seven years" },
        { "24 hours", "seven days" }, { "52 weeks", "seven years" }, { "500 mg", "7 g" },
        { "1,000 milligrams", "7 grams" }, { "$2.4 billion", "7 billion dollars" },
        { "One third", "8 percent" }, { "A quarter", "8 percent" }, { "One in four", "8%" },
        { "Three out of four", "8 percent" }, { "90 minutes", "7 hours" },
        { "half an hour", "7 minutes" }, { "5 kilometres", "7 metres" }, { "two hundred", "7" },
        { "twenty-five", "7" }, { "a dozen", "7" }, { "5 March", "March 9" },
        { "1.2 million people", "7 people" }, { "250 ml", "7 litres" }, { "six weeks", "7 days" },
        { "0.5 mg/kg", "7 mcg/kg" }, { "4.50%", "7 percent" }, { "4.0 percent", "7 percent" } };
    for (const auto& [form, a, same] : equalForms()) {
        const QString text = QString::fromUtf8(form);
        QVERIFY(others.contains(a));
        const char* b = others.value(a);
        QTest::addRow("%s / %s", a, b)
            << text.arg(QString::fromUtf8(a)) << text.arg(QString::fromUtf8(b));
    }
}

void TestCompare::differentFigures()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QCOMPARE(judged(first, second).match.relation, Relation::Conflict);
}

/// Sentences of the pairs: what the figures below are measured on.
static QStringList pool()
{
    QStringList sentences;
    for (const test::GoldPair& pair : test::goldPairs())
        sentences += pair.a + pair.b;
    sentences.removeDuplicates();
    return sentences;
}

void TestCompare::changedNumbers()
{
    // A number in digits is changed and a word left out; then only the word is.
    static const QRegularExpression number(u"(?<![\\w.:-])\\d+(?![\\w:.,-]|,\\d)"_s);
    int changed = 0;
    int found = 0;
    int falseAlarms = 0;
    for (const QString& sentence : pool()) {
        const auto at = number.match(sentence);
        QStringList words = sentence.split(u' ');
        if (!at.hasMatch() || words.size() < 7)
            continue;
        QString other = sentence;
        other.replace(at.capturedStart(), at.capturedLength(),
            QString::number(at.captured().toInt() * 3 + 1));
        QStringList otherWords = other.split(u' ');
        qsizetype left = at.capturedStart() > sentence.size() / 2 ? 1 : words.size() - 2;
        while (words[left].contains(QRegularExpression(u"\\d"_s)))
            --left;
        words.removeAt(left);
        otherWords.removeAt(left);
        ++changed;
        found += judged(sentence, otherWords.join(u' ')).match.relation == Relation::Conflict;
        if (judged(sentence, words.join(u' ')).match.relation == Relation::Conflict) {
            qInfo("false alarm: %s", qPrintable(words.join(u' ')));
            ++falseAlarms;
        }
    }
    qInfo("changed numbers: %d of %d found, %d false alarms", found, changed, falseAlarms);
    QVERIFY(changed >= 50);
    QVERIFY(found >= changed * 0.80);
    QVERIFY(falseAlarms <= found / 100);
}

void TestCompare::copies()
{
    const QStringList sentences = pool();
    std::mt19937 random(7); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same edits at every run
    const auto below = [&](qsizetype count) {
        return static_cast<qsizetype>(random() % static_cast<quint32>(count));
    };
    const QStringList words = sentences.join(u' ').split(u' ');
    for (const auto& [edits, goal] : { std::pair{ 1, 0.98 }, { 2, 0.95 }, { 3, 0.93 } }) {
        int copies = 0;
        int tried = 0;
        for (int round = 0; round < 3; ++round) {
            for (const QString& sentence : sentences) {
                QStringList edited = sentence.split(u' ');
                if (edited.size() < 10)
                    continue;
                for (int edit = 0; edit < edits; ++edit) {
                    const qsizetype at = below(edited.size());
                    const qsizetype how = below(3);
                    if (how == 0)
                        edited[at] = words[below(words.size())];
                    else if (how == 1)
                        edited.removeAt(at);
                    else
                        edited.insert(at, words[below(words.size())]);
                }
                ++tried;
                const Relation relation = judged(sentence, edited.join(u' ')).match.relation;
                copies += relation == Relation::Copied || relation == Relation::Conflict;
            }
        }
        qInfo("copies with %d edits: %.1f %% of %d", edits, 100.0 * copies / tried, tried);
        QVERIFY(copies >= tried * goal);
    }
}

/// Ranks from 0, ties in the middle.
static std::vector<double> ranks(const std::vector<double>& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> result(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t past = first;
        while (past < order.size() && values[order[past]] <= values[order[first]])
            ++past;
        for (std::size_t i = first; i < past; ++i)
            result[order[i]] = static_cast<double>(first + past - 1) / 2;
        first = past;
    }
    return result;
}

static double spearman(const std::vector<double>& x, const std::vector<double>& y)
{
    const std::vector<double> a = ranks(x);
    const std::vector<double> b = ranks(y);
    const double mean = static_cast<double>(a.size() - 1) / 2;
    double both = 0;
    double inA = 0;
    double inB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - mean) * (b[i] - mean);
        inA += (a[i] - mean) * (a[i] - mean);
        inB += (b[i] - mean) * (b[i] - mean);
    }
    return both / std::sqrt(inA * inB);
}

void TestCompare::graded()
{
    QFile file(QStringLiteral(ASSAY_SOURCE "/tests/data/compare/graded.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::vector<double> grades;
    QStringList first;
    QStringList second;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList fields = line.split(u'\t');
        if (fields.size() != 3)
            continue;
        grades.push_back(fields[0].toDouble());
        first.append(fields[1]);
        second.append(fields[2]);
    }
    QVERIFY(grades.size() >= 60);
    const PreparedArticle a = test::prepared(first);
    const PreparedArticle b = test::prepared(second);
    const SimilarityTable table(a, b);
    SimilarityTable::Scratch scratch = table.scratch();
    std::vector<double> scores;
    for (std::size_t i = 0; i < grades.size(); ++i)
        scores.push_back(static_cast<double>(table.compare(i, i, scratch).score));
    const double correlation = spearman(grades, scores);
    qInfo("graded pairs: Spearman %.3f of %d", correlation, static_cast<int>(grades.size()));
    QVERIFY(correlation >= 0.74);
}

void TestCompare::goldLinks()
{
    int gold = 0;
    int linked = 0;
    int listed = 0;
    int called = 0;
    int calledRight = 0;
    int conflicts = 0;
    int conflictsRight = 0;
    for (const test::GoldPair& pair : test::goldPairs()) {
        QVERIFY(pair.links.size() >= 20);
        const Comparison found = compareArticles(test::prepared(pair.a), test::prepared(pair.b));
        const auto link = [&](const Match& match) {
            return std::ranges::find_if(pair.links, [&](const test::GoldPair::Link& each) {
                return each.a == match.a.front() && each.b == match.b.front();
            });
        };
        gold += static_cast<int>(pair.links.size());
        for (const Match& match : found.matches) {
            const auto said = link(match);
            const bool is = said != pair.links.end();
            listed += is;
            if (match.relation == Relation::Related)
                continue;
            ++called;
            linked += is;
            calledRight += is;
            if (match.relation == Relation::Conflict) {
                ++conflicts;
                conflictsRight += is && said->relation == Relation::Conflict;
            }
        }
    }
    qInfo(
        "gold links: %d, listed %d, linked %d; called %d, of them right %d; conflicts %d, right %d",
        gold, listed, linked, called, calledRight, conflicts, conflictsRight);
    QVERIFY(listed >= gold * 0.97);
    QVERIFY(linked >= gold * 0.75);
    QVERIFY(calledRight >= called * 0.93);
    QVERIFY(conflictsRight >= conflicts * 0.8);
}

/// Pairs of articles that contradict each other again and again, and four that do not: how many
/// calls are right, and how many of the contradictions and same claims are called.
void TestCompare::claims()
{
    int conflicts = 0;
    int conflictsRight = 0;
    int conflictsThere = 0;
    int same = 0;
    int sameRight = 0;
    int sameThere = 0;
    const auto isSame = [](Relation relation) {
        return relation == Relation::SameClaim || relation == Relation::Copied;
    };
    for (const test::GoldPair& pair : test::goldPairs(u"claims"_s)) {
        const Comparison found = compareArticles(test::prepared(pair.a), test::prepared(pair.b));
        QHash<std::pair<quint32, quint32>, Relation> gold;
        for (const test::GoldPair::Link& link : pair.links) {
            gold.insert({ link.a, link.b }, link.relation);
            conflictsThere += link.relation == Relation::Conflict;
            sameThere += isSame(link.relation);
        }
        for (const Match& match : found.matches) {
            for (const quint32 a : match.a) {
                for (const quint32 b : match.b) {
                    const Relation is = gold.value({ a, b }, Relation::Related);
                    if (match.relation == Relation::Conflict) {
                        ++conflicts;
                        conflictsRight += is == Relation::Conflict;
                    } else if (isSame(match.relation)) {
                        ++same;
                        sameRight += isSame(is);
                    }
                }
            }
        }
    }
    qInfo("claims: conflicts %d of %d called right, of %d; same claims %d of %d, of %d",
        conflictsRight, conflicts, conflictsThere, sameRight, same, sameThere);
    QVERIFY(conflictsThere >= 100);
    QVERIFY(conflictsRight >= conflicts * 0.88);
    QVERIFY(conflictsRight >= conflictsThere * 0.55);
    QVERIFY(sameRight >= sameThere * 0.75);
}

/// Pairs by writers who knew none of the rules, in words of their own: few contradictions are seen
/// in them, but what is called one has to be.
void TestCompare::pairsOfOthers()
{
    QFile file(QStringLiteral(ASSAY_SOURCE "/tests/data/compare/pairs.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    struct Set {
        QStringList a, b, labels;
    };
    std::map<QString, Set> sets;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList fields = line.split(u'\t');
        if (fields.size() != 4)
            continue;
        Set& set = sets[fields[0]];
        set.labels.append(fields[1]);
        set.a.append(fields[2]);
        set.b.append(fields[3]);
    }
    QCOMPARE(sets.size(), size_t(4));
    for (const auto& [name, set] : sets) {
        const PreparedArticle a = test::prepared(set.a);
        const PreparedArticle b = test::prepared(set.b);
        const SimilarityTable table(a, b);
        SimilarityTable::Scratch scratch = table.scratch();
        int called = 0;
        int right = 0;
        for (std::size_t i = 0; i < a.units.size(); ++i) {
            const Match match = judgePair(a, i, b, i, table, table.compare(i, i, scratch), false);
            if (match.relation != Relation::Conflict)
                continue;
            ++called;
            right += set.labels[static_cast<qsizetype>(i)] == u"conflict";
        }
        const auto there = set.labels.count(u"conflict"_s);
        qInfo("pairs of others, set %s: conflicts %d of %d called right, of %d", qPrintable(name),
            right, called, static_cast<int>(there));
        QVERIFY(there >= 90);
        QVERIFY(right >= called * 0.8);
        QVERIFY(right >= static_cast<double>(there) * 0.17);
    }
}

void TestCompare::retrieval()
{
    // All six pairs as two long articles: each sentence's counterpart among those of all subjects.
    QStringList a;
    QStringList b;
    QSet<std::pair<quint32, quint32>> gold;
    for (const test::GoldPair& pair : test::goldPairs()) {
        for (const test::GoldPair::Link& link : pair.links)
            gold.insert({ link.a + static_cast<quint32>(a.size()),
                link.b + static_cast<quint32>(b.size()) });
        a += pair.a;
        b += pair.b;
    }
    const Comparison found = compareArticles(test::prepared(a), test::prepared(b));
    int called = 0;
    int right = 0;
    for (const Match& match : found.matches) {
        if (match.relation == Relation::Related)
            continue;
        ++called;
        right += gold.contains({ match.a.front(), match.b.front() });
    }
    qInfo("among %d x %d sentences: precision %.3f, recall %.3f", static_cast<int>(a.size()),
        static_cast<int>(b.size()), 1.0 * right / called,
        1.0 * right / static_cast<double>(gold.size()));
    QVERIFY(right >= called * 0.9);
    QVERIFY(right >= static_cast<double>(gold.size()) * 0.7);
}

void TestCompare::conflicts_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("conflict");
    const auto row = [](const char* name, const char* first, const char* second, bool conflict) {
        QTest::newRow(name) << QString::fromUtf8(first) << QString::fromUtf8(second) << conflict;
    };
    row("denied", "The housing is waterproof and can be washed.",
        "The housing is not waterproof and cannot be washed.", true);
    row("denied by both", "You need no prescription and no visit to a doctor.",
        "No doctor's visit or prescription is required.", false);
    row("denied softly", "Do not run in the first week after the injection.",
        "Avoid running in the first week after the injection.", false);
    row("opposites", "Serious side effects of this injection are rare.",
        "Serious side effects of this injection are common.", true);
    row("opposite denied", "The injection is safe for most patients.",
        "The injection is not dangerous for most patients.", false);
    row("another journal", "A trial in JAMA Psychiatry found that the drug eased the symptoms.",
        "A trial in The Lancet found that the drug eased the symptoms.", true);
    row("open and settled", "Whether the treatment is safe is unknown; more research is needed.",
        "The treatment is safe and effective for every patient.", true);
    row("upper limits", "The benefit of the infusion lasts for up to a week.",
        "The benefit of the infusion lasts for up to three months.", true);
    row("inside a limit", "The benefit of the infusion lasts for up to three months.",
        "The benefit of the infusion lasts for two weeks.", false);
    row("rounded", "About 240,000 people have the illness.",
        "Some 238,900 people have the illness.", false);
    row("ranges behind a limit", "Symptoms improve within 2 to 4 weeks of treatment.",
        "Symptoms improve within 6 to 8 weeks of treatment.", true);
    row("a blank is no dash", "Adults take two 500 mg tablets each day.",
        "Adults take two 50 mg tablets each day.", true);
    row("a dash is one", "Pain fell over 10-12 weeks in the trial.",
        "Pain fell over 10 to 12 weeks in the trial.", false);
    row("each end of a range", "Relief was felt within hours or days of the infusion.",
        "Relief was felt within minutes of the infusion.", true);
    row("opposites beside a word of both", "The drops increase the risk of bleeding.",
        "The drops lower the risk of bleeding.", true);
    row("opposites of several words", "There is strong evidence for the method.",
        "There is little evidence for the method.", true);
    row("opposites with little else", "The injection into the heel is painless.",
        "Many patients find the injection into the heel painful.", true);
    row("denied in several words", "The benefit has been confirmed by others.",
        "The benefit has yet to be confirmed by others.", true);
    row("failed to show", "Studies have shown that zinc shortens colds.",
        "Studies have failed to show that zinc shortens colds.", true);
    row("free from", "The tablets often cause side effects.",
        "The tablets are free from side effects.", true);
    row("denied of some", "It may help some people sleep.", "It may not help everyone sleep.",
        false);
    row("denied twice", "The treatment is not without risk.", "The treatment carries risk.", false);
    row("no more than a limit", "Take no more than three tablets a day.",
        "Take up to three tablets a day.", false);
    row("a single one", "Most patients need a single session of the treatment.",
        "Most patients need six sessions of the treatment.", true);
    row("not a single one", "Not a single patient had a fever.", "No patient had a fever.", false);
    row("of others", "A review found a benefit for pain that had lasted longer than six months.",
        "Studies of pain that has lasted less than six weeks are too few.", false);
    row("of another", "The trial lasted 12 weeks.", "A second trial lasted 24 weeks.", false);
    row("of the controls", "Of 250 patients, 79 percent improved.",
        "In the control group 24 percent improved.", false);
    row("beside the controls", "Pain fell by 79 percent more than in the control group.",
        "Pain fell by 24 percent more than in the control group.", true);
    row("of men, of women", "Among women 20 percent had pain after the operation.",
        "Among men 8 percent had pain after the operation.", false);
    row("of another year", "In 2022 about 3 million people were registered as patients.",
        "In 2016 fewer than 700,000 people were registered as patients.", false);
    row("only the year differs", "The clinic was founded in 2016 by two surgeons.",
        "The clinic was founded in 2009 by two surgeons.", true);
    row("no difference", "Pain scores were the same in both groups after a year.",
        "The pain scores of both groups did not differ after a year.", false);
    row("none is more common", "Tooth decay is the most common chronic disease of childhood.",
        "No chronic disease of childhood is more common than tooth decay.", false);
    row("another thing denied", "Women who take the test should keep up with mammograms.",
        "The test does not replace mammograms, which women should keep up with.", false);
    row("who are meant", "The app is made for people who cannot sleep at night.",
        "The app helps people sleep at night.", false);
    row("crosswise", "Yoga helped older people more than younger people in the trial.",
        "Yoga helped younger people more than older people in the trial.", true);
    row("crosswise and opposed", "Physiotherapy is better for the knee than steroid injections.",
        "Steroid injections are worse for the knee than physiotherapy.", false);
    row("in other units", "The volunteers took the pills for 12 weeks.",
        "The volunteers took the pills for three months.", false);
    row("in the same unit", "The implant was followed for 15 years.",
        "The implant was followed for 16 years.", true);
    row("and a half", "The course takes one and a half years to finish.",
        "The course takes 18 months to finish.", false);
    row("ages without the word", "The test is offered to everyone aged 75 and over.",
        "The test is offered to everyone aged 65 and over.", true);
    row("round, but not so round", "The operation costs about $30,000 in all.",
        "The operation costs $42,000 in all.", true);
    row("beside the other group",
        "Pain fell in 38 percent, compared with 21 percent in the other group.",
        "Pain fell in 29 percent, against 21 percent in the comparison group.", true);
    row("how often", "Adults take the tablets once a day with food.",
        "Adults take the tablets twice a day with food.", true);
    row("as often", "Adults take the tablets twice a day with food.",
        "Adults take the tablets every 12 hours with food.", false);
    row("none and some", "No serious complications were seen in either group.",
        "Three patients had serious complications, all of them after surgery.", true);
    row("no one and some", "Some participants felt dizzy or constipated in the first weeks.",
        "No one in the study reported dizziness or constipation.", true);
    row("no cost is no denial", "Medicare covers the yearly shot at no cost to patients.",
        "Medicare covers the yearly shot for all patients.", false);
    row("free of charge", "The test is free of charge for patients.",
        "The test costs patients $45.", true);
    row("for good", "The results are permanent, the clinic says.",
        "The results last three to four months, the clinic says.", true);
    row("not for good", "The results are not permanent, the clinic says.",
        "The results last three to four months, the clinic says.", false);
    row("permanent teeth", "The brace moves permanent teeth within two years.",
        "The brace moves permanent teeth within two years, she said.", false);
    row("other goods", "The treatment costs $200 at the clinic.",
        "A consultation costs $80 at the clinic.", false);
    row("pounds of money", "A course of tablets costs less than 20 pounds.",
        "A newer injection costs about 5,000 pounds.", false);
    row("pounds of weight", "Those on the diet lost 11 pounds in a year.",
        "Those on the diet lost 25 pounds in a year.", true);
    row("above and below", "Women benefited more than men from the exercise.",
        "Women responded less well than men to the exercise.", true);
    row("no better, no worse", "Opioids were not more effective than cannabis.",
        "Cannabis worked no worse than opioids.", false);
    row("no better, but better", "Opioids were not more effective than cannabis.",
        "Opioids worked better than cannabis.", true);
    row("level and above", "At one year, there was no difference between exercise and waiting.",
        "After one year, patients who had exercise were better than those who had waited.", true);
    row("not as well as", "Aids from a shop work as well as those fitted by an audiologist.",
        "Aids from a shop do not perform as well as aids fitted by an audiologist.", true);
    row("other measures", "Yoga caused more pain than walking in the trial.",
        "Yoga brought less joy than walking in the trial.", false);
    row("other ages of one study", "The trial randomly assigned 198 people aged 18 to 65.",
        "The trial randomly assigned 198 people aged 30 to 75.", true);
    row("one of one thing", "A single shot protects older adults for at least two winters.",
        "One dose protects older adults for just one winter, so a single shot is too few.", true);
    row("as many of one thing", "A single session costs £95 and a course of four costs £340.",
        "Daniel paid for four sessions in the spring.", false);
    row("no effect in other words",
        "Sleeping with magnets under the mattress eases the pain of arthritis in the hands.",
        "Magnets make no difference to arthritis pain, whichever joint is meant.", true);
    row("as many with it as without",
        "Cranberry capsules halved the number of bladder infections in the women of the home.",
        "Women on cranberry capsules had just as many bladder infections as before.", true);
    row("denied, sharing few words",
        "The drops are known to raise the pressure inside the eye of one user in ten.",
        "In healthy people these drops do not raise pressure in the eye at all.", true);
    row("does not work for everyone", "Light therapy lifts the mood of many people in winter.",
        "Light therapy does not work for everyone whose mood is low in winter.", false);
    row("those whom pills did not help",
        "Light therapy may help people whose winter mood pills have not lifted.",
        "Pills lift the winter mood of many people.", false);
    row("another moment denied", "The cream eases itching of the scalp.",
        "The cream does not stain towels or pillows.", false);
    row("paid by others", "The honey study was paid for by the beekeepers' union.",
        "A drug company financed the honey study.", true);
    row("led elsewhere", "The honey study was carried out at the University of Graz.",
        "The honey study was run by doctors in Oslo.", true);
    row("led and paid", "The honey study was carried out at the University of Graz.",
        "The honey study was paid for by the beekeepers' union.", false);
    row("another study led elsewhere", "The honey study was carried out in Graz.",
        "A second honey study was carried out in Oslo.", false);
    row("one in thousands", "It pierces the bowel in one in 2,000 colonoscopies.",
        "It pierces the bowel in one in 50 colonoscopies.", true);
    row("per cent in two words",
        "Participants lost an average of 15 per cent of their weight in the trial.",
        "Participants lost an average of six per cent of their weight in the trial.", true);
    row("forever, but back", "Laser treatment removes the hair of the upper lip forever.",
        "After laser treatment the hair of the upper lip grows back.", true);
    row("no cases, and some", "No cases of shingles were recorded in the trial.",
        "Four people in the trial developed shingles, and one of them died.", true);
    row("not used by those for whom it is suitable",
        "The spray is suitable for people with asthma.",
        "People with asthma should not use the spray.", true);
    row("found that it does not",
        "Large studies have found that the spray does not cause hoarseness.",
        "The spray is a proven cause of hoarseness.", true);
    row("needed no longer", "Blood tests are needed before treatment with the capsules begins.",
        "Blood tests are no longer needed before treatment with the capsules.", true);
    row("a bound is no direction",
        "The capsules are licensed for adults with four or more attacks a month.",
        "On the capsules adults had two fewer attacks a month.", false);
    row("worried about it", "The cream does not thin the skin of children with eczema.",
        "Four parents of children with eczema in ten worried about thin skin.", false);
    row("other outcomes of one drug", "The tablets lower the risk of dying from any cause.",
        "In healthy people the tablets do not reduce the risk of a heart attack.", false);
    row("operations paid and done",
        "The operation is often carried out by the health service in England.",
        "Most operations in England are carried out by private companies.", false);
    row("studies of two things", "The study of knee braces was funded by Brace Makers Limited.",
        "The study of sleeping tablets was funded by the Danish Heart Foundation.", false);
    row("seen in others", "Nausea was reported in 12 of the women in the trial.",
        "Rashes were reported in three smokers in the trial.", false);
    row("whom it did not help",
        "Patients who do not respond to braces, insoles and stretching may be offered shock waves.",
        "Braces, insoles and stretching settle most sore heels.", false);
    row("no harm, and a benefit", "The patch causes no lasting damage to knee cartilage.",
        "The patch repairs worn knee cartilage.", false);
    row("other things counted", "The clinic has 4 doctors for its patients.",
        "The clinic has 9 rooms for its patients.", false);
}

void TestCompare::conflicts()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(bool, conflict);
    QCOMPARE(judged(first, second).match.relation == Relation::Conflict, conflict);
    QCOMPARE(judged(second, first).match.relation == Relation::Conflict, conflict);
}

void TestCompare::mirrored()
{
    for (const test::GoldPair& pair : test::goldPairs()) {
        const PreparedArticle a = test::prepared(pair.a);
        const PreparedArticle b = test::prepared(pair.b);
        const Comparison straight = compareArticles(a, b);
        Comparison back = compareArticles(b, a);
        for (Match& match : back.matches)
            std::swap(match.a, match.b);
        std::ranges::sort(back.matches, {}, [](const Match& m) { return std::pair(m.a, m.b); });
        std::swap(back.onlyA, back.onlyB);
        QCOMPARE(back, straight);
    }
    // Many enough that candidates are looked up, not all pairs scored.
    const QStringList all = pool();
    const PreparedArticle a = test::prepared(all.first(140));
    const PreparedArticle b = test::prepared(all.sliced(100, 140));
    const Comparison straight = compareArticles(a, b);
    Comparison back = compareArticles(b, a);
    for (Match& match : back.matches)
        std::swap(match.a, match.b);
    std::ranges::sort(back.matches, {}, [](const Match& m) { return std::pair(m.a, m.b); });
    std::swap(back.onlyA, back.onlyB);
    QCOMPARE(back, straight);
}

void TestCompare::orderDoesNotMatter()
{
    const test::GoldPair pair = test::goldPairs().first();
    const Comparison straight = compareArticles(test::prepared(pair.a), test::prepared(pair.b));
    QStringList reversed(pair.b.rbegin(), pair.b.rend());
    const Comparison turned = compareArticles(test::prepared(pair.a), test::prepared(reversed));
    const auto last = static_cast<quint32>(reversed.size() - 1);
    QCOMPARE(turned.matches.size(), straight.matches.size());
    for (const Match& match : straight.matches) {
        const auto at = std::ranges::find_if(turned.matches, [&](const Match& other) {
            return other.a == match.a && other.b.front() == last - match.b.front();
        });
        QVERIFY(at != turned.matches.end());
        QCOMPARE(at->relation, match.relation);
        QVERIFY(std::abs(at->score - match.score) < 1e-4F);
    }
}

void TestCompare::copyScoresOne()
{
    const QStringList all = pool();
    const Comparison found = compareArticles(test::prepared(all), test::prepared(all));
    for (quint32 unit = 0; unit < static_cast<quint32>(all.size()); ++unit) {
        const auto at = std::ranges::find_if(found.matches,
            [&](const Match& match) { return match.a.front() == unit && match.b.front() == unit; });
        QVERIFY2(at != found.matches.end(), qPrintable(all[unit]));
        QCOMPARE(at->score, 1.0F);
        QCOMPARE(at->relation, Relation::Copied);
    }
    QVERIFY(found.onlyA.empty());
    QVERIFY(found.onlyB.empty());
}

void TestCompare::deterministic()
{
    const QStringList all = pool();
    const PreparedArticle a = test::prepared(all.first(130));
    const PreparedArticle b = test::prepared(all.sliced(130));
    const Comparison first = compareArticles(a, b);
    const int threads = QThreadPool::globalInstance()->maxThreadCount();
    QThreadPool::globalInstance()->setMaxThreadCount(1);
    const Comparison alone = compareArticles(a, b);
    QThreadPool::globalInstance()->setMaxThreadCount(threads);
    QCOMPARE(alone, first);
    QCOMPARE(
        compareArticles(test::prepared(all.first(130)), test::prepared(all.sliced(130))), first);
    // Asked to stop at once: what there is, without a fault.
    const Comparison stopped = compareArticles(a, b, [](qsizetype, qsizetype) { return false; });
    QVERIFY(stopped.matches.size() <= first.matches.size());
}

void TestCompare::neighboursJoin()
{
    const PreparedArticle a = test::prepared({ u"Birds sing at dawn in the old park."_s,
        u"Under stress the body floods its blood with cortisol."_s,
        u"It keeps people awake and hungry at night."_s });
    const PreparedArticle b = test::prepared({ u"Tickets are sold at the gate."_s,
        u"Under stress cortisol floods the blood, which leaves people hungry and wide awake at "
        u"night, "
        "a doctor explained."_s });
    const Comparison found = compareArticles(a, b);
    const auto joint = std::ranges::find_if(
        found.matches, [](const Match& match) { return match.a.size() == 2; });
    QVERIFY(joint != found.matches.end());
    QCOMPARE(joint->a, (std::vector<quint32>{ 1, 2 }));
    QCOMPARE(joint->b, std::vector<quint32>{ 1 });
    QCOMPARE(joint->relation, Relation::SameClaim);
    QCOMPARE(found.onlyA, std::vector<quint32>{ 0 });
    QVERIFY(!Explainer(a, b).reasons(*joint).isEmpty());
}

void TestCompare::headingsAndFurniture()
{
    const QString text = u"The vaccine is free\nThe vaccine is free for you.\nShare this page"_s;
    const QList<Unit> units{ { { 0, 19 }, UnitKind::Heading, 1, 0 },
        { { 20, 48 }, UnitKind::Sentence, 0, 1 }, { { 49, 64 }, UnitKind::Furniture, 0, 2 } };
    const PreparedArticle a = Preparer(u"en"_s).prepare(text, units);
    const Comparison found = compareArticles(a, a);
    QCOMPARE(found.matches.size(), 1U);
    QCOMPARE(found.matches.front().a, std::vector<quint32>{ 1 });
    QCOMPARE(found.matches.front().b, std::vector<quint32>{ 1 });
}

void TestCompare::oddArticles()
{
    const PreparedArticle empty = test::prepared({});
    const PreparedArticle one = test::prepared({ u"A single sentence stands here."_s });
    QVERIFY(compareArticles(empty, empty).matches.empty());
    QCOMPARE(compareArticles(one, empty).onlyA, std::vector<quint32>{ 0 });
    const PreparedArticle signs = test::prepared({ u"?!"_s, u"…"_s, u"%"_s, u"\u200B"_s, u"5"_s,
        QString(QChar(0xD800)), u"a"_s.repeated(40'000), u"7 "_s.repeated(3000) });
    const Comparison found = compareArticles(signs, signs);
    QVERIFY(found.matches.size() >= 2);
    const Comparison other = compareArticles(
        test::prepared(
            { u"Die Studie dauerte 12 Wochen und erschien in JAMA Psychiatry."_s }, u"de"_s),
        test::prepared({ u"The study took 12 weeks and was published in JAMA Psychiatry."_s }));
    QVERIFY(other.isWeak);
    QCOMPARE(other.matches.size(), 1U);
}

void TestCompare::otherScripts()
{
    for (const auto& [language, first, second] :
        { std::tuple{ "de", "Die Impfung schützt mehr als vier Jahre vor Gürtelrose.",
              "Die Impfungen schützen mehr als vier Jahre vor der Gürtelrose." },
            { "ru", "Вакцина защищает от болезни четыре года.",
                "Вакцины защищают от этой болезни четыре года." },
            { "zh", "疫苗可以预防带状疱疹至少四年。", "这种疫苗可以预防带状疱疹四年。" },
            { "ar", "يحمي اللقاح من المرض لمدة أربع سنوات",
                "اللقاح يحمي من هذا المرض لمدة أربع سنوات" } }) {
        const QString code = QString::fromUtf8(language);
        const PreparedArticle a
            = test::prepared({ QString::fromUtf8(first), u"Etwas 77 anderes xyz abc."_s }, code);
        const PreparedArticle b = test::prepared({ QString::fromUtf8(second) }, code);
        const Comparison found = compareArticles(a, b);
        QVERIFY2(std::ranges::any_of(found.matches,
                     [](const Match& match) {
                         return match.a.front() == 0 && match.relation != Relation::Related;
                     }),
            language);
    }
}

void TestCompare::wordDiffs()
{
    const QString a = u"The benefit lasted up to three months, doctors said."_s;
    const QString b = u"The benefits lasted only up to a week, a doctor said!"_s;
    const QList<DiffPart> parts = wordDiff(a, b, u"en"_s);
    QString first;
    QStringList removed;
    QStringList added;
    for (const DiffPart& part : parts) {
        if (part.kind != DiffPart::Added)
            first += part.text;
        if (part.kind == DiffPart::Removed)
            removed.append(part.text.trimmed());
        if (part.kind == DiffPart::Added)
            added.append(part.text.trimmed());
    }
    QCOMPARE(first, a);
    QCOMPARE(removed.join(u'|'), u"three months,"_s);
    QVERIFY(added.contains(u"only"_s));
    QCOMPARE(wordDiff(a, a, u"en"_s), (QList<DiffPart>{ { DiffPart::Same, a } }));
    QCOMPARE(wordDiff({}, u"new"_s, u"en"_s), (QList<DiffPart>{ { DiffPart::Added, u"new"_s } }));
    QVERIFY(wordDiff({}, {}, u"en"_s).isEmpty());
}

void TestCompare::explains()
{
    const PreparedArticle a
        = test::prepared({ u"In a trial in JAMA Psychiatry the drug reduced symptoms."_s,
            u"The effects were seen within 24 hours, with benefits lasting for up to a week."_s });
    const PreparedArticle b = test::prepared(
        { u"JAMA Psychiatry reported that the benefits were lasting for up to three months."_s });
    const Explainer explainer(a, b);
    const Match match{ { 1 }, { 0 }, Relation::Conflict, 0.4F, false };
    QCOMPARE(explainer.reasons(match).first(),
        u"duration: up to 1 week / up to 3 months; both credit JAMA Psychiatry"_s);
}

void TestCompare::index()
{
    ArticleIndex index;
    QHash<QString, ArticleId> ids;
    for (const test::GoldPair& pair : test::goldPairs()) {
        ids.insert(pair.name, ArticleId::create());
        index.put(ids.value(pair.name), test::prepared(pair.b));
    }
    int gold = 0;
    int found = 0;
    for (const test::GoldPair& pair : test::goldPairs()) {
        const PreparedArticle a = test::prepared(pair.a);
        for (const test::GoldPair::Link& link : pair.links) {
            const auto hits = index.find(a, link.a, {}, 24, 3);
            ++gold;
            found += std::ranges::any_of(hits, [&](const ArticleIndex::Hit& hit) {
                return hit.article == ids.value(pair.name) && hit.unit == link.b;
            });
        }
    }
    qInfo("index: %d of %d counterparts among the first of six articles", found, gold);
    QVERIFY(found >= gold * 0.7);
    // What is taken out is not found; what is put in again is known once.
    const qsizetype units = index.units();
    const test::GoldPair first = test::goldPairs().first();
    index.put(ids.value(first.name), test::prepared(first.b));
    QCOMPARE(index.units(), units);
    for (int round = 0; round < 60; ++round) // until it forgets what lies about
        index.put(ids.value(first.name), test::prepared(first.b));
    QCOMPARE(index.units(), units);
    QVERIFY(!index.find(test::prepared(first.b), 1, {}, 24, 3).empty());
    index.remove(ids.value(first.name));
    QVERIFY(!index.holds(ids.value(first.name)));
    for (const auto& hit : index.find(test::prepared(first.b), 1, {}, 24, 3))
        QVERIFY(hit.article != ids.value(first.name));
}

/// A project of the articles of a pair, in a folder.
struct PairProject {
    QTemporaryDir folder;
    QString path = folder.filePath(u"pair.assay"_s);
    Project project;
    QList<ArticleId> ids;

    explicit PairProject(const QList<QStringList>& articles)
    {
        project.setReviewer(ReviewerId::create(), u"Anna"_s);
        if (!project.openNow(path, Database::Mode::New))
            qFatal("no project");
        QList<ImportedArticle> made;
        for (qsizetype i = 0; i < articles.size(); ++i)
            made.append(test::article(articles[i].join(u"\n\n"_s), u"%1.txt"_s.arg(i)));
        ids = project.addArticles(made).value();
    }
    std::shared_ptr<ComparedArticles> compared()
    {
        const auto side = [&](ArticleId id) {
            const QList<Unit>& units = project.state().article(id)->units();
            return ComparedArticles::Side{ id, units,
                std::make_shared<const PreparedArticle>(
                    Preparer(u"en"_s).prepare(project.textNow(id).value(), units)) };
        };
        return ComparedArticles::of(side(ids[0]), side(ids[1]));
    }
    Target target(int article, qsizetype unit)
    {
        const ArticleState* state = project.state().article(ids[article]);
        return { ids[article], state->revision(), state->units()[unit].range };
    }
};

static const Match* matchOf(const Comparison& comparison, quint32 a, quint32 b)
{
    const auto at = std::ranges::find_if(comparison.matches,
        [&](const Match& match) { return match.a.front() == a && match.b.front() == b; });
    return at == comparison.matches.end() ? nullptr : &*at;
}

void TestCompare::handLinks()
{
    const QStringList first{ u"The vaccine protects for at least four years."_s,
        u"Birds sing in the morning."_s, u"Our pill is the best in town."_s };
    const QStringList second{ u"The vaccine protects for at least four years."_s,
        u"Robins are heard at dawn."_s };
    PairProject made({ first, second });
    const auto compared = made.compared();
    const auto now
        = [&] { return withHandLinks(*compared, made.project.state(), made.project.reviewer()); };
    const ReviewerId reviewer = made.project.reviewer();
    QCOMPARE(matchOf(now(), 0, 0)->relation, Relation::Copied);
    // A link by hand comes in, from either side, and wins over what was found.
    const auto link = [&](Target from, Target to, std::optional<Relation> relation) {
        QVERIFY(
            made.project.edit({ linkChange(made.project.state(), reviewer, from, to, relation) })
                .has_value());
    };
    link(made.target(1, 1), made.target(0, 1), Relation::SameClaim);
    QVERIFY(matchOf(now(), 1, 1)->byHand);
    QCOMPARE(matchOf(now(), 1, 1)->relation, Relation::SameClaim);
    QVERIFY(!std::ranges::contains(now().onlyA, 1U));
    link(made.target(0, 1), made.target(1, 1), Relation::Conflict);
    QCOMPARE(matchOf(now(), 1, 1)->relation, Relation::Conflict);
    QCOMPARE(made.project.state().links().size(), 1); // said anew, not twice
    link(made.target(0, 1), made.target(1, 1), {});
    QVERIFY(!matchOf(now(), 1, 1) || !matchOf(now(), 1, 1)->byHand);
    // A refused match is out, and comes back with undo.
    QVERIFY(made.project
            .edit({ refuseChange(
                made.project.state(), reviewer, made.target(0, 0), made.target(1, 0), true) })
            .has_value());
    QVERIFY(!matchOf(now(), 0, 0));
    QVERIFY(std::ranges::contains(now().onlyA, 0U));
    QVERIFY(made.project.undo().has_value());
    QCOMPARE(matchOf(now(), 0, 0)->relation, Relation::Copied);
    // A claim is unsupported until a link says what backs it.
    QVERIFY(made.project.edit({ test::tagChange(made.project, made.ids[0], 2, Tag::Marketing) }));
    QCOMPARE(unsupportedClaims(made.project.state(), made.ids[0], reviewer), QList<qsizetype>{ 2 });
    link(made.target(1, 0), made.target(0, 2), Relation::Supports);
    QVERIFY(unsupportedClaims(made.project.state(), made.ids[0], reviewer).isEmpty());
    QCOMPARE(matchOf(now(), 2, 0)->relation, Relation::Supports);
    // All of it is in the file.
    QVERIFY(made.project.flush().has_value());
    Project again;
    again.setReviewer(reviewer, u"Anna"_s);
    QVERIFY(again.openNow(made.path).has_value());
    const Comparison kept = withHandLinks(*compared, again.state(), reviewer);
    QCOMPARE(kept, now());
}

void TestCompare::sameTagOffers()
{
    const QString twin = u"Call today to book your free visit."_s;
    PairProject made({ { twin, u"Only here stands this one sentence."_s },
        { u"CALL today, to book your free visit!"_s, u"Call us now."_s },
        { twin, u"Call us now."_s } });
    QVERIFY(sameTags(taggedArticles(made.project)).isEmpty());
    QVERIFY(made.project.edit({ test::tagChange(made.project, made.ids[0], 0, Tag::Marketing),
        test::tagChange(made.project, made.ids[1], 1, Tag::Marketing) }));
    const QList<SameTag> offers = sameTags(taggedArticles(made.project));
    QCOMPARE(offers.size(), 2); // three words are too few to be called identical
    QCOMPARE(offers[0].article, made.ids[1]);
    QCOMPARE(offers[0].tag, Tag::Marketing);
    QCOMPARE(offers[1].article, made.ids[2]);
    // Where twins have different tags, none is offered.
    QVERIFY(made.project.edit({ test::tagChange(made.project, made.ids[1], 0, Tag::None) }));
    QVERIFY(sameTags(taggedArticles(made.project)).isEmpty());
}

void TestCompare::earlierVersions()
{
    PairProject made({ { u"The pill works within one week."_s, u"It is sold in shops."_s } });
    const ArticleId id = made.ids.first();
    QVERIFY(made.project.state().article(id)->earlierRevisions().isEmpty());
    QVERIFY(made.project
            .reviseArticle(id,
                test::article(
                    u"The pill works within two weeks.\n\nIt is sold in shops."_s, u"0.txt"_s))
            .has_value());
    const QList<RevisionKey> earlier = made.project.state().article(id)->earlierRevisions();
    QCOMPARE(earlier.size(), 1);
    const ArticleId old = made.project.earlierVersion(id, earlier.first());
    QVERIFY(old != id);
    QCOMPARE(made.project.earlierVersion(id, earlier.first()), old);
    QCOMPARE(made.project.textNow(old).value(),
        u"The pill works within one week.\n\nIt is sold in shops."_s);
    QVERIFY(!made.project.state().articles().contains(old));
    QVERIFY(!made.project.edit({ test::tagChange(made.project, old, 0, Tag::None) }));
    made.ids = { old, id };
    const auto compared = made.compared();
    QCOMPARE(matchOf(compared->comparison, 0, 0)->relation, Relation::Conflict);
    QCOMPARE(matchOf(compared->comparison, 1, 1)->relation, Relation::Copied);
}

void TestCompare::lists()
{
    const test::GoldPair pair = test::goldPairs().last();
    PairProject made({ pair.a, pair.b });
    const auto compared = made.compared();
    MatchListModel model;
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    model.setComparison(
        &made.project, compared, std::make_shared<const Comparison>(compared->comparison));
    model.setTab(MatchTab::Conflicts);
    QVERIFY(model.rowCount() >= 3);
    QCOMPARE(model.count(MatchTab::Conflicts), model.rowCount());
    const Match match = model.match(0);
    QCOMPARE(model.rowOf(match), 0);
    QVERIFY(!model.index(0).data(MatchListModel::TextARole).toString().isEmpty());
    // A higher threshold moves matches to those that only one has.
    const qsizetype onlyA = model.count(MatchTab::OnlyA);
    model.setThreshold(0.9F);
    QVERIFY(model.count(MatchTab::OnlyA) > onlyA);
    QVERIFY(model.count(MatchTab::Copied) >= 1);
    model.setThreshold(0);
    // Caveats of A without a counterpart, once they are tagged.
    model.setTab(MatchTab::DroppedCaveats);
    QCOMPARE(model.rowCount(), 0);
    model.setTab(MatchTab::OnlyA);
    const auto unit = static_cast<qsizetype>(model.match(0).a.front());
    QVERIFY(made.project.edit({ test::tagChange(made.project, made.ids[0], unit, Tag::Caveat) }));
    model.setTab(MatchTab::DroppedCaveats);
    QCOMPARE(model.rowCount(), 1);
    model.setTab(MatchTab::Unsupported);
    QCOMPARE(model.rowCount(), 0);
    for (const MatchTab tab : allMatchTabs) {
        model.setTab(tab);
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(!model.index(row).data().toString().isEmpty());
    }
    model.setComparison(nullptr, {}, {});
    QCOMPARE(model.rowCount(), 0);
}

void TestCompare::reports()
{
    const test::GoldPair pair = test::goldPairs().last();
    PairProject made({ pair.a, pair.b });
    const auto compared = made.compared();
    const auto unit = static_cast<qsizetype>(compared->comparison.onlyA.front());
    QVERIFY(made.project.edit({ test::tagChange(made.project, made.ids[0], unit, Tag::Caveat) }));
    const ComparisonReport report
        = ComparisonReport::of(made.project, compared, made.project.reviewer());
    QCOMPARE(report.droppedCaveats(true).size(), 1U);
    QVERIFY(report.matched(true, Relation::Copied) >= 1);
    const QString html = report.toHtml();
    QVERIFY(html.contains(compared->text(true, static_cast<quint32>(unit)).toHtmlEscaped()));
    QVERIFY(html.contains(u"Conflicts · %1"_s.arg(
        std::ranges::count(compared->comparison.matches, Relation::Conflict, &Match::relation))));
    QVERIFY(report.toHtml(1).contains(u"more"_s));
    const QList<QByteArray> lines = report.toCsv().trimmed().split('\n');
    QCOMPARE(lines.size(),
        1
            + static_cast<qsizetype>(compared->comparison.matches.size()
                + compared->comparison.onlyA.size() + compared->comparison.onlyB.size()));
}

void TestCompare::counterpartsOfProject()
{
    const QList<test::GoldPair> pairs = test::goldPairs();
    QList<QStringList> articles;
    for (const test::GoldPair& pair : pairs)
        articles << pair.a << pair.b;
    PairProject made(articles);
    Counterparts counterparts;
    counterparts.setProject(&made.project);
    QList<Counterpart> found;
    int answers = 0;
    connect(&counterparts, &Counterparts::found, this,
        [&](ArticleId, TextRange, const QList<Counterpart>& all) {
            found = all;
            ++answers;
        });
    counterparts.ask(made.ids[0], 0); // overtaken by the next
    counterparts.ask(made.ids[0], 3);
    QTRY_VERIFY_WITH_TIMEOUT(answers >= 1, 20'000);
    QVERIFY(!found.isEmpty());
    QCOMPARE(found.first().article, made.ids[1]);
    QVERIFY(!found.first().reasons.isEmpty());
    // A removed article is found no more; the others are.
    Change removed;
    removed.kind = EventKind::ArticleRemoved;
    removed.article = made.ids[1];
    QVERIFY(made.project.edit({ removed }).has_value());
    const int before = answers;
    counterparts.ask(made.ids[0], 3);
    QTRY_VERIFY_WITH_TIMEOUT(answers > before, 20'000);
    for (const Counterpart& each : std::as_const(found))
        QVERIFY(each.article != made.ids[1]);
    counterparts.ask(made.ids[2], 2);
    QTRY_VERIFY_WITH_TIMEOUT(!found.isEmpty() && found.first().article == made.ids[3], 20'000);
    counterparts.setProject(nullptr);
}

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
