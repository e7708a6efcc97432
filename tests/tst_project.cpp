// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/csvfield.h"
#include "models/project/bounds.h"
#include "models/exchange/exchange.h"
#include "models/storage/check.h"
#include "models/project/repairs.h"
#include "models/statistics/agreement.h"
#include "models/project/filestate.h"
#include "tests/fixtures.h"

#include <QJsonValue>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace assay;
using namespace Qt::StringLiterals;

class TestProject : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_project.reset(); }
    void tagsAndComposition();
    void invalidEditsChangeNothing();
    void editsOfNothingAreNone();
    void undoAndRedoSurviveReopening();
    void undoOfArticleTakesItAway();
    void toldUnitsAreThoseThatAre();
    void othersEditsAreNotMine();
    void visitIsOneEdit();
    void splitAndJoinKeepTags();
    void repairsByHand();
    void updateCarriesOverEdits();
    void foldingDoesNotDependOnOrder();
    void sessionsWriteTheirOwnChain();
    void asynchronousOpening();
    void slowDiskBlocksNobody();
    void csvIsSafe();
    void agreementAsPublished();
    void newerTextCarriesTags();
    void kindsTitlesAndLinks();
    void eraseForGood();
    void erasureElsewhereWaits();
    void revokesReachBack();
    void whatIsOutOfBoundsCountsForNothing();
    void mergeIsOneUndoableEdit();
    void otherProgramsAreHeard();
    void unknownKindsAreKept();
    void tenThousandUndos();

private:
    void reopen();
    Tag tagOf(qsizetype unit) const
    {
        return m_project->state().article(m_article)->tag(m_project->reviewer(), unit);
    }
    void tag(qsizetype unit, Tag tag)
    {
        QVERIFY(m_project->edit({ test::tagChange(*m_project, m_article, unit, tag) }));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
    ReviewerId m_ann;
    ArticleId m_article;
};

void TestProject::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_ann = ReviewerId::create();
    m_project = std::make_unique<Project>();
    m_project->setReviewer(m_ann, u"Ann"_s);
    QVERIFY(m_project->openNow(m_folder->filePath(u"p.assay"_s), Database::Mode::New));
    const auto ids = m_project->addArticles({ test::article(test::smallText(), u"a.txt"_s) });
    QVERIFY(ids);
    m_article = ids->first();
}

void TestProject::reopen()
{
    QVERIFY(m_project->flush());
    const QString path = m_project->path();
    m_project = std::make_unique<Project>();
    m_project->setReviewer(m_ann, u"Ann"_s);
    QVERIFY(m_project->openNow(path));
}

void TestProject::tagsAndComposition()
{
    const ArticleState* article = m_project->state().article(m_article);
    QCOMPARE(article->units()[0].kind, UnitKind::Heading);
    QCOMPARE(article->composition(m_ann).total(), 5); // neither headings nor furniture
    tag(1, Tag::Marketing);
    tag(2, Tag::Evidence);
    tag(0, Tag::Marketing); // a tagged heading counts
    Composition expected;
    expected.of(Tag::Marketing) = 2;
    expected.of(Tag::Evidence) = 1;
    expected.of(Tag::Untagged) = 3;
    QCOMPARE(article->composition(m_ann), expected);
    QCOMPARE(m_project->state().composition(m_ann), expected);
}

void TestProject::invalidEditsChangeNothing()
{
    const qsizetype furniture = m_project->state().article(m_article)->units().size() - 1;
    Change outside = test::tagChange(*m_project, m_article, 1, Tag::Evidence);
    outside.range.end += 3;
    Change foreign = test::tagChange(*m_project, m_article, 1, Tag::Evidence);
    foreign.article = ArticleId::create();
    for (const Change& bad :
        { outside, foreign, test::tagChange(*m_project, m_article, furniture, Tag::Evidence) }) {
        QVERIFY(!m_project->edit({ test::tagChange(*m_project, m_article, 2, Tag::Caveat), bad }));
        QCOMPARE(tagOf(2), Tag::Untagged);
    }
}

void TestProject::editsOfNothingAreNone()
{
    tag(1, Tag::Evidence);
    QVERIFY(m_project->flush());
    const auto again
        = m_project->edit({ test::tagChange(*m_project, m_article, 1, Tag::Evidence) });
    QVERIFY(again && again->isNull());
    m_project->undo();
    QCOMPARE(tagOf(1), Tag::Untagged);
}

void TestProject::undoAndRedoSurviveReopening()
{
    for (qsizetype unit = 1; unit <= 3; ++unit)
        tag(unit, Tag::Evidence);
    tag(2, Tag::Caveat);
    reopen();
    QCOMPARE(tagOf(2), Tag::Caveat);
    QCOMPARE(
        m_project->undoPlace()->range, m_project->state().article(m_article)->units()[2].range);
    QVERIFY(m_project->undo());
    QCOMPARE(tagOf(2), Tag::Evidence);
    QVERIFY(m_project->undo());
    QCOMPARE(tagOf(3), Tag::Untagged);
    reopen();
    QVERIFY(m_project->canRedo());
    QVERIFY(m_project->redo());
    QCOMPARE(tagOf(3), Tag::Evidence);
    QVERIFY(m_project->redo());
    QCOMPARE(tagOf(2), Tag::Caveat);
    QVERIFY(!m_project->redo());
    for (int i = 0; i < 4; ++i)
        QVERIFY(m_project->undo());
    tag(4, Tag::None);
    QVERIFY(!m_project->canRedo());
}

void TestProject::undoOfArticleTakesItAway()
{
    QCOMPARE(m_project->state().articles().size(), 1);
    QVERIFY(m_project->undo());
    QCOMPARE(m_project->state().articles().size(), 0);
    reopen();
    QCOMPARE(m_project->state().articles().size(), 0);
    QVERIFY(m_project->redo());
    QCOMPARE(m_project->state().articles().size(), 1);
    QCOMPARE(*m_project->textNow(m_article), test::smallText());
}

/// A tag told of by the units' old numbers, and a join that leaves fewer of them.
void TestProject::toldUnitsAreThoseThatAre()
{
    const ArticleState* article = m_project->state().article(m_article);
    const qsizetype last = article->units().size() - 1;
    QList<Change> changes{ test::textChange(
        *m_project, m_article, last, EventKind::Note, u"About the last."_s) };
    changes += joinUnits(*article, 2, 3).value();
    const auto check = [&](const ChangeSet& told) {
        for (const ChangeSet::Units& units : told.units)
            QVERIFY(units.last < m_project->state().article(units.article)->units().size());
    };
    connect(m_project.get(), &Project::changed, this, check);
    QVERIFY(m_project->edit(changes));
    QCOMPARE(m_project->state().article(m_article)->units().size(), last);
    QVERIFY(m_project->undo());
    QVERIFY(m_project->redo());
}

void TestProject::othersEditsAreNotMine()
{
    tag(1, Tag::Evidence);
    QVERIFY(m_project->flush());
    {
        Project other;
        other.setReviewer(ReviewerId::create(), u"Ben"_s);
        QVERIFY(other.openNow(m_project->path()));
        QVERIFY(!other.canUndo());
        QVERIFY(other.edit({ test::tagChange(other, m_article, 1, Tag::Marketing) }));
        QVERIFY(other.flush());
    }
    reopen();
    QCOMPARE(tagOf(1), Tag::Evidence);
    QCOMPARE(m_project->state().article(m_article)->reviewers().size(), 2);
    QVERIFY(m_project->undo());
    QCOMPARE(tagOf(1), Tag::Untagged);
}

void TestProject::visitIsOneEdit()
{
    const auto first = m_project->edit(
        { test::textChange(*m_project, m_article, 1, EventKind::Note, u"Who"_s) });
    QVERIFY(first);
    QVERIFY(m_project->edit(
        { test::textChange(*m_project, m_article, 1, EventKind::Note, u"Who says so?"_s) },
        *first));
    const ArticleState* article = m_project->state().article(m_article);
    QCOMPARE(article->mark(m_ann, 1).note, u"Who says so?"_s);
    QVERIFY(m_project->undo());
    QCOMPARE(article->mark(m_ann, 1).note, QString());
    // A visit that was undone is over: what comes then is a new edit.
    const auto next = m_project->edit(
        { test::textChange(*m_project, m_article, 1, EventKind::Note, u"Nobody"_s) }, *first);
    QVERIFY(next && *next != *first);
    QCOMPARE(article->mark(m_ann, 1).note, u"Nobody"_s);
}

void TestProject::splitAndJoinKeepTags()
{
    const ArticleState* article = m_project->state().article(m_article);
    const TextRange whole = article->units()[2].range; // "A trial of 250 people found a benefit."
    tag(2, Tag::Evidence);
    const QString text = test::smallText();
    const auto at = static_cast<qint32>(text.indexOf(u"found"));
    Change split;
    split.kind = EventKind::Boundary;
    split.article = m_article;
    split.flag = true;
    split.range = { at, at - 1 };
    QVERIFY(m_project->edit({ split }));
    const TextRange left{ whole.start, at - 1 };
    QCOMPARE(article->units()[2].range, left);
    QCOMPARE(article->units()[3].range.start, at);
    // Both halves would be more than half covered by nothing but the whole's tag.
    QCOMPARE(tagOf(2), Tag::Evidence);
    QCOMPARE(tagOf(3), Tag::Evidence);
    tag(3, Tag::Caveat);
    split.flag = false;
    QVERIFY(m_project->edit({ split }));
    QCOMPARE(article->units()[2].range, whole);
    reopen();
    article = m_project->state().article(m_article);
    QCOMPARE(article->units()[2].range, whole);
    QVERIFY(tagOf(2) != Tag::Untagged);
    QVERIFY(m_project->undo());
    QCOMPARE(tagOf(3), Tag::Caveat);
}

/// Split, join and furniture by hand, each one undoable edit, kept when the article is updated.
void TestProject::repairsByHand()
{
    const ArticleState* article = m_project->state().article(m_article);
    const QString text = test::smallText();
    const qsizetype before = article->units().size();
    const auto at = static_cast<qint32>(text.indexOf(u" of 250"));
    const Expected<QList<Change>> split = splitUnit(*article, text, 2, at);
    QVERIFY(split && m_project->edit(*split));
    QCOMPARE(article->units().size(), before + 1);
    QCOMPARE(text.sliced(article->units()[3].range.start, 6), u"of 250"_s);
    QVERIFY(!splitUnit(*article, text, 2, article->units()[2].range.start));
    const Expected<QList<Change>> joined = joinUnits(*article, 2, 3);
    QVERIFY(joined && m_project->edit(*joined));
    QCOMPARE(article->units().size(), before);
    const UnitKind kind = article->units()[1].kind;
    QVERIFY(m_project->edit(toggleFurniture(*article, 1, 1)));
    QCOMPARE(article->units()[1].kind, UnitKind::Furniture);
    QCOMPARE(article->units()[3].kind, UnitKind::Furniture); // the whole paragraph
    QVERIFY(!joinUnits(*article, 1, 2));
    // A newer save, lightly edited, keeps what was repaired.
    QString newer = text;
    newer.replace(u"Pulses ease pain."_s, u"New words stand here. Pulses ease pain."_s);
    QVERIFY(m_project->reviseArticle(m_article, test::article(newer, u"small.txt"_s)));
    QCOMPARE(article->units()[2].kind, UnitKind::Furniture);
    QVERIFY(m_project->undo());
    QVERIFY(m_project->undo());
    QCOMPARE(article->units()[1].kind, kind);
    QVERIFY(m_project->undo());
    QCOMPARE(article->units().size(), before + 1);
}

/// A newer save carries tags to sentences that were lightly edited, and tells what became of all.
void TestProject::updateCarriesOverEdits()
{
    const QString old
        = u"Title\n\nZinc is sold as a cure. Four small trials looked at lozenges. They may taste of metal.\n"_s;
    const QString now
        = u"Title\n\nA new opening. Zinc is sold as a cure. Four small trials looked at zinc lozenges. Call us.\n"_s;
    const ImportedArticle before = importPlainText(old, u"a.txt"_s);
    const ImportedArticle after = importPlainText(now, u"a.txt"_s);
    const RangeMap map = RangeMap::between(old, before.layout, now, after.layout);
    const UnitChanges changes
        = compareUnits(map, old, before.layout.units, now, after.layout.units);
    QCOMPARE(changes.unchanged, 2);
    QCOMPARE(changes.edited, 1);
    QCOMPARE(changes.added, 2);
    QCOMPARE(changes.vanished, 1);
    const std::optional<TextRange> to = map.forward(before.layout.units[2].range);
    QVERIFY(to);
    QCOMPARE(now.sliced(to->start, to->length()), u"Four small trials looked at zinc lozenges."_s);
}

/// Whatever order events come in, the fold ends in the same state; adding one twice changes
/// nothing.
void TestProject::foldingDoesNotDependOnOrder()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 200; ++round) {
        QList<Event> events;
        QList<GroupId> groups;
        for (int i = 0; i < 30; ++i) {
            Event event;
            event.stamp = { random.bounded(1, 12),
                { QUuid(static_cast<uint>(random.bounded(1, 4)), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1) },
                i };
            event.reviewer = { QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2) };
            event.group = GroupId::create();
            event.change.article = m_article;
            if (!groups.isEmpty() && random.bounded(3) == 0) {
                event.change.kind = EventKind::Revoke;
                event.change.revoked = groups[random.bounded(static_cast<int>(groups.size()))];
            } else {
                event.change.kind = random.bounded(2) ? EventKind::Tag : EventKind::Unsure;
                event.change.range = { random.bounded(3) * 10, 100 };
                event.change.tag = allTags[static_cast<size_t>(random.bounded(4))];
                event.change.flag = random.bounded(2);
            }
            groups.append(event.group);
            events.append(event);
        }
        const auto fold = [](const QList<Event>& list) {
            Fold all;
            for (const Event& event : list)
                all.add(event);
            QList<CellRow> rows = all.rows();
            std::sort(rows.begin(), rows.end(), [](const CellRow& a, const CellRow& b) {
                return std::pair(a.cell.field, a.cell.range)
                    < std::pair(b.cell.field, b.cell.range);
            });
            return rows;
        };
        const QList<CellRow> straight = fold(events);
        QList<Event> shuffled = events + events.first(10);
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        QCOMPARE(fold(shuffled), straight);
    }
}

void TestProject::sessionsWriteTheirOwnChain()
{
    tag(1, Tag::Evidence);
    reopen();
    tag(2, Tag::Caveat);
    reopen();
    tag(3, Tag::Caveat);
    QVERIFY(m_project->flush());
    QSet<QUuid> replicas;
    QList<Event> events;
    m_project->storage().runNow([&](Store* store) { events = *store->events(); });
    qsizetype seen = 0;
    for (const Event& event : std::as_const(events)) {
        replicas.insert(event.stamp.replica.uuid);
        seen = std::max(seen, recordedHeads(event.payload).size());
    }
    QCOMPARE(replicas.size(), 3);
    QCOMPARE(seen, 1); // each session records the one before, which stands for all earlier ones
}

void TestProject::asynchronousOpening()
{
    tag(1, Tag::Evidence);
    reopen();
    Project project;
    project.setReviewer(m_ann, u"Ann"_s);
    QSignalSpy opened(&project, &Project::opened);
    QSignalSpy history(&project, &Project::historyChanged);
    QSignalSpy text(&project, &Project::textLoaded);
    project.open(m_project->path());
    QVERIFY(opened.wait());
    QVERIFY(project.edit(
        { test::tagChange(project, m_article, 2, Tag::Caveat) })); // before the history is there
    project.requestText(m_article);
    QVERIFY(text.wait());
    QCOMPARE(*project.text(m_article), test::smallText());
    QTRY_VERIFY(project.canUndo());
    QVERIFY(project.undo());
    QCOMPARE(project.state().article(m_article)->tag(m_ann, 2), Tag::Untagged);
    QVERIFY(project.undo());
    QCOMPARE(project.state().article(m_article)->tag(m_ann, 1), Tag::Untagged);
    Project absent;
    QSignalSpy failed(&absent, &Project::openFailed);
    absent.open(m_folder->filePath(u"absent.assay"_s));
    QVERIFY(failed.wait());
}

void TestProject::slowDiskBlocksNobody()
{
    QVERIFY(m_project->flush());
    m_project->storage().setCommitDelay(200);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 10; ++i)
        tag(1 + i % 3, allTags[static_cast<size_t>(i) % 4]);
    QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(m_project->unsaved() > 0);
    QVERIFY(m_project->flush());
    QTRY_COMPARE(m_project->unsaved(), 0);
}

void TestProject::csvIsSafe()
{
    QVERIFY(m_project->edit({ test::textChange(
        *m_project, m_article, 1, EventKind::Note, u"=HYPERLINK(\"x\"),\nsecond"_s) }));
    QByteArray csv;
    QVERIFY(exportRows(*m_project, { m_article },
        [&](const ExportRow& row) { csv += exchangeFormat(u"csv"_s)->line(row); }));
    QVERIFY(csv.contains("\"'=HYPERLINK(\"\"x\"\"),\nsecond\""));
    // Where semicolons part the cells, one begins behind each.
    QCOMPARE(csvField(u"a; =1+1;b"_s), "\"a; '=1+1;b\""_ba);
}

/// The examples that explain the two measures elsewhere: Krippendorff's three coders with gaps
/// (alpha .691), and two readers of fifty grants (kappa .4).
void TestProject::agreementAsPublished()
{
    const auto tags = [](const char* values) {
        QList<Tag> list;
        for (; *values; ++values)
            list.append(
                *values == '*' ? Tag::Untagged : allTags[static_cast<size_t>(*values - '1')]);
        return list;
    };
    const Agreement three = agreementOf(
        { tags("*****34121133*3"), tags("1*213343*******"), tags("**21344*21133*4") });
    QVERIFY2(qAbs(*three.alpha - .691) < .0006, qPrintable(QString::number(*three.alpha)));
    QVERIFY(!three.kappa);
    const QByteArray a = QByteArray(25, '1') + QByteArray(25, '2');
    const QByteArray b
        = QByteArray(20, '1') + QByteArray(5, '2') + QByteArray(10, '1') + QByteArray(15, '2');
    const Agreement two = agreementOf({ tags(a), tags(b) });
    QCOMPARE(two.units, 50);
    QCOMPARE(two.same, 35);
    QVERIFY(qAbs(*two.kappa - .4) < 1e-9);
    QCOMPARE(two.met[0][1], 5);
    // One tag alone: nothing can be said. Nothing in common: nothing is compared.
    QVERIFY(!agreementOf({ tags("111"), tags("111") }).kappa);
    QCOMPARE(agreementOf({ tags("1*"), tags("*1") }).units, 0);
}

void TestProject::newerTextCarriesTags()
{
    tag(1, Tag::Marketing);
    tag(2, Tag::Evidence);
    QString text = test::smallText();
    text.replace(u"It may cause bruising."_s, u"It may cause bruising and pain."_s);
    text.prepend(u"A word before\n\n"_s);
    QVERIFY(m_project->reviseArticle(m_article, test::article(text, u"a2.txt"_s)));
    const ArticleState* article = m_project->state().article(m_article);
    const qsizetype moved = article->unitAt(static_cast<qint32>(text.indexOf(u"A trial of"_s)));
    QCOMPARE(tagOf(moved), Tag::Evidence);
    QCOMPARE(tagOf(moved - 1), Tag::Marketing);
    QCOMPARE(tagOf(moved + 1), Tag::Untagged); // another sentence than before
    QCOMPARE(*m_project->textNow(m_article), text); // although it is not on the disk yet
    tag(moved, Tag::Caveat);
    reopen();
    QCOMPARE(tagOf(moved), Tag::Caveat);
    QCOMPARE(tagOf(moved - 1), Tag::Marketing);
    QVERIFY(m_project->undo());
    QVERIFY(m_project->undo()); // the newer text
    QCOMPARE(*m_project->textNow(m_article), test::smallText());
    QCOMPARE(tagOf(2), Tag::Evidence);
    QVERIFY(m_project->redo());
    QVERIFY(m_project->redo());
    QCOMPARE(tagOf(moved), Tag::Caveat);
}

void TestProject::kindsTitlesAndLinks()
{
    const ArticleState* article = m_project->state().article(m_article);
    Change kind = changeOf(*article, 1, EventKind::BlockKind);
    kind.unitKind = UnitKind::Furniture;
    Change title;
    title.kind = EventKind::ArticleMeta;
    title.article = m_article;
    title.field = u"title"_s;
    title.text = u"Heels"_s;
    Change link = changeOf(*article, 1, EventKind::Link);
    link.other = { m_article, 0, article->units()[2].range };
    link.text = u"supports"_s;
    Change refuse = link;
    refuse.kind = EventKind::Refuse;
    refuse.flag = true;
    QVERIFY(m_project->edit({ link, refuse }));
    QVERIFY(m_project->edit({ kind, title }));
    reopen();
    article = m_project->state().article(m_article);
    QCOMPARE(article->units()[1].kind, UnitKind::Furniture);
    QVERIFY(!m_project->edit({ test::tagChange(*m_project, m_article, 1, Tag::Evidence) }));
    QCOMPARE(article->facts().title, u"Heels"_s);
    QCOMPARE(m_project->state().links().size(), 2);
    QCOMPARE(targetFromText(m_project->state().links().first().cell.other).range,
        article->units()[2].range);
    QVERIFY(m_project->undo());
    QCOMPARE(article->units()[1].kind, UnitKind::Sentence);
    QCOMPARE(article->facts().title, u"A cure for heels"_s);
    QVERIFY(m_project->undo());
    QCOMPARE(m_project->state().links().size(), 0);
}

void TestProject::eraseForGood()
{
    const QString secret = u"Words that nobody may find again"_s;
    const auto other
        = m_project->addArticles({ test::article(secret + u". More."_s, u"secret.txt"_s) });
    QVERIFY(m_project->edit(
        { test::textChange(*m_project, other->first(), 0, EventKind::Note, u"A hidden note"_s) }));
    const auto holds = [this](const QByteArray& words) {
        QFile file(m_project->path());
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(words);
    };
    QVERIFY(m_project->flush());
    QVERIFY(holds(secret.toUtf8()) && holds("A hidden note") && holds("secret.txt"));
    Change erase;
    erase.kind = EventKind::ArticleErased;
    erase.article = other->first();
    QVERIFY(m_project->edit({ erase }));
    QVERIFY(m_project->flush());
    QCOMPARE(m_project->state().articles().size(), 1);
    reopen();
    QVERIFY(!holds(secret.toUtf8()) && !holds("A hidden note") && !holds("secret.txt"));
    QCOMPARE(m_project->state().articles().size(), 1);
    while (m_project->undo()) { }
    QVERIFY(!m_project->state().articles().contains(other->first()));
    QVERIFY(m_project->flush());
    const auto store = Store::open(m_project->path(), Database::Mode::Existing);
    const CheckReport report = checkProject(**store);
    QVERIFY2(report.isSound(), qPrintable(report.problems.join(u'\n')));
    QVERIFY(report.erased > 3);
}

/// An erasure of another copy hides the article and takes nothing away, until somebody at this file
/// says so; what was erased here never comes back with a merge.
void TestProject::erasureElsewhereWaits()
{
    const QString secret = u"Words that a colleague erased"_s;
    const auto ids = m_project->addArticles({ test::article(secret + u". More."_s, u"s.txt"_s),
        test::article(u"A second one. It goes, too.\n"_s, u"t.txt"_s) });
    QVERIFY(m_project->edit(
        { test::textChange(*m_project, ids->first(), 0, EventKind::Note, u"Ann's own note"_s) }));
    QVERIFY(m_project->flush());
    const QString copy = m_folder->filePath(u"copy.assay"_s);
    const QString before = m_folder->filePath(u"before.assay"_s);
    QVERIFY(QFile::copy(m_project->path(), copy) && QFile::copy(m_project->path(), before));
    {
        Project other;
        other.setReviewer(ReviewerId::create(), u"Ben"_s);
        QVERIFY(other.openNow(copy));
        for (const ArticleId& id : *ids) {
            Change erase;
            erase.kind = EventKind::ArticleErased;
            erase.article = id;
            QVERIFY(other.edit({ erase }));
        }
        QVERIFY(other.flush());
        QVERIFY(other.waitingErasures().isEmpty()); // there, they are carried out
    }
    const auto holds = [this](const QByteArray& words) {
        QFile file(m_project->path());
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(words);
    };
    const auto report = [this] {
        return checkProject(**Store::open(m_project->path(), Database::Mode::Existing));
    };
    const Expected<MergePreview> preview = planMergeNow(*m_project, copy);
    QVERIFY(preview);
    QCOMPARE(preview->erasures.size(), 2);
    QVERIFY(m_project->merge(*preview, true));
    QVERIFY(m_project->flush());
    m_project->catchUp();
    QCOMPARE(m_project->waitingErasures().size(), 2);
    QCOMPARE(m_project->state().reviewerName(m_project->waitingErasures().first().by), u"Ben"_s);
    QCOMPARE(m_project->state().articles().size(), 1); // hidden
    QVERIFY(holds(secret.toUtf8()) && holds("Ann's own note"));
    QVERIFY2(report().isSound(), qPrintable(report().problems.join(u'\n')));
    QCOMPARE(report().waiting, 2);
    reopen();
    QCOMPARE(m_project->waitingErasures().size(), 2);
    QVERIFY(m_project->undo()); // of the merge
    QCOMPARE(m_project->state().articles().size(), 3);
    QVERIFY(m_project->redo());
    QCOMPARE(m_project->state().articles().size(), 1);
    // One is shown again, the other erased here, too.
    QVERIFY(m_project->refuseErasures({ ids->last() }));
    QCOMPARE(m_project->state().articles().size(), 2);
    QCOMPARE(m_project->waitingErasures().size(), 1);
    QVERIFY(m_project->acceptErasures({ ids->first() }));
    QVERIFY(m_project->flush());
    m_project->catchUp();
    QVERIFY(m_project->waitingErasures().isEmpty());
    QVERIFY(!holds(secret.toUtf8()) && !holds("Ann's own note"));
    QVERIFY(holds("A second one."));
    // A copy that still has the words brings them to nobody.
    {
        Project other;
        other.setReviewer(ReviewerId::create(), u"Cid"_s);
        QVERIFY(other.openNow(before));
        QVERIFY(other.edit(
            { test::textChange(other, ids->first(), 0, EventKind::Note, u"A note of Cid's"_s) }));
        QVERIFY(other.flush());
    }
    QVERIFY(m_project->merge(planMergeNow(*m_project, before).value(), false));
    QVERIFY(m_project->flush());
    reopen();
    QVERIFY(!holds(secret.toUtf8()) && !holds("A note of Cid's"));
    QCOMPARE(m_project->state().articles().size(), 2);
    QVERIFY2(report().isSound(), qPrintable(report().problems.join(u'\n')));
}

/// Circles, revokes of oneself and of what came later count for nothing; all others do, however
/// deep, and in whatever order they are read.
void TestProject::revokesReachBack()
{
    const ArticleId article = ArticleId::create();
    const ReplicaId replica = ReplicaId::create();
    qint64 n = 0;
    const auto tagged = [&](GroupId group) {
        Event event;
        ++n;
        event.stamp = { n, replica, n };
        event.group = group;
        event.change.kind = EventKind::Tag;
        event.change.article = article;
        event.change.range = { 0, 5 };
        event.change.tag = Tag::Caveat;
        return event;
    };
    const auto revoked = [&](GroupId group, GroupId of) {
        Event event;
        ++n;
        event.stamp = { n, replica, n };
        event.group = group;
        event.change.kind = EventKind::Revoke;
        event.change.revoked = of;
        return event;
    };
    const GroupId edit = GroupId::create();
    const GroupId self = GroupId::create();
    const GroupId one = GroupId::create();
    const GroupId two = GroupId::create();
    QList<Event> events{ tagged(edit), revoked(self, self), revoked(one, two), revoked(two, one) };
    GroupId of = edit;
    for (int depth = 0; depth < 21; ++depth) {
        const GroupId by = GroupId::create();
        events.append(revoked(by, of));
        of = by;
    }
    QRandomGenerator random(7);
    for (int order = 0; order < 40; ++order) {
        Fold fold;
        Fold atOnce;
        for (const Event& event : std::as_const(events))
            static_cast<void>(fold.add(event));
        static_cast<void>(atOnce.addAll(events));
        for (const Fold* each : { &fold, &atOnce }) {
            QVERIFY(!each->isActive(edit)); // 21 times
            QVERIFY(each->isActive(self));
            QVERIFY(!each->isActive(one)); // the later one of the circle reaches the earlier one
            QVERIFY(each->isActive(two));
        }
        std::shuffle(events.begin(), events.end(), random);
    }
}

/// One event that says it came at the end of time neither wins nor hides what is said later, and
/// counts again once so many others came that it is in reach.
void TestProject::whatIsOutOfBoundsCountsForNothing()
{
    QVERIFY(isInReach(1, 0) && isInReach(longestLamportStep, 0));
    QVERIFY(!isInReach(0, 0) && !isInReach(-1, 0) && !isInReach(longestLamportStep + 1, 0));
    QVERIFY(!isInReach(lamportEnd, lamportEnd - 1));
    QVERIFY(isBoundedTime("2026-07-03T12:00:00Z") && isBoundedTime("1970-01-01T00:00:00Z"));
    for (const char* time : { "", "1969-12-31T23:59:59Z", "2200-01-01T00:00:00Z",
             "2026-13-01T00:00:00Z", "2026-07-03T24:00:00Z", "yesterday" })
        QVERIFY2(!isBoundedTime(time), time);
    QCOMPARE(boundedOffset(QJsonValue(qint64(1) << 32 | 488)), std::nullopt);
    QCOMPARE(boundedOffset(QJsonValue(-1)), std::nullopt);
    QCOMPARE(boundedOffset(QJsonValue(488)), std::optional(488));
    QVERIFY(isShallow("{\"a\":[[\"[[[[\\\"[\"]]}"));
    QVERIFY(!isShallow(QByteArray(33, '[')));
    QCOMPARE(boundedLine(u"a\u202eb\nc\u001b[2J"_s), u"ab c[2J"_s);
    QCOMPARE(boundedLine(QString(300, u'x'), longestName).size(), longestName);
    QCOMPARE(storableText(u"\uFEFF\uFEFFa"_s), u"a"_s);
    const ArticleId article = ArticleId::create();
    const auto tagged = [&](qint64 lamport, Tag tag) {
        Event event;
        event.stamp = { lamport, ReplicaId::create(), 1 };
        event.group = GroupId::create();
        event.change.kind = EventKind::Tag;
        event.change.article = article;
        event.change.range = { 0, 5 };
        event.change.tag = tag;
        return event;
    };
    const Cell cell{ Field::Tag, article, {}, { 0, 5 }, 0, {} };
    const qint64 far = longestLamportStep + 100;
    Fold fold;
    for (const Event& event : { tagged(1, Tag::Evidence), tagged(lamportEnd - 1, Tag::Marketing),
             tagged(far, Tag::None), tagged(2, Tag::Caveat) })
        static_cast<void>(fold.add(event));
    QCOMPARE(fold.value(cell)->number, static_cast<qint32>(Tag::Caveat));
    const QList<Cell> changed = fold.add(tagged(200, Tag::Evidence));
    QVERIFY(changed.contains(cell));
    QCOMPARE(fold.value(cell)->number, static_cast<qint32>(Tag::None)); // far is in reach of it
}

void TestProject::mergeIsOneUndoableEdit()
{
    tag(1, Tag::Evidence);
    QVERIFY(m_project->flush());
    const QString copy = m_folder->filePath(u"copy.assay"_s);
    QVERIFY(QFile::copy(m_project->path(), copy));
    const ReviewerId ben = ReviewerId::create();
    {
        Project other;
        other.setReviewer(ben, u"Ben"_s);
        QVERIFY(other.openNow(copy));
        QVERIFY(other.edit({ test::tagChange(other, m_article, 2, Tag::Caveat) }));
        other.setReviewer(m_ann, u"Ann"_s); // on another computer
        QVERIFY(other.edit({ test::tagChange(other, m_article, 1, Tag::Marketing) }));
        QVERIFY(other.addArticles({ test::article(test::longText(50), u"new.txt"_s) }));
        QVERIFY(other.flush());
    }
    const Expected<MergePreview> preview = planMergeNow(*m_project, copy);
    QVERIFY(preview);
    QCOMPARE(preview->articles, 1);
    QCOMPARE(preview->reviewers, (QStringList{ u"Ann"_s, u"Ben"_s }));
    QCOMPARE(preview->overtaken.size(), 1);
    QVERIFY(m_project->merge(*preview, true));
    QVERIFY(m_project->flush());
    QTRY_COMPARE(tagOf(1), Tag::Marketing);
    QCOMPARE(m_project->state().articles().size(), 2);
    const ArticleState* article = m_project->state().article(m_article);
    QCOMPARE(article->tag(ben, 2), Tag::Caveat);
    QVERIFY(m_project->undo());
    QCOMPARE(tagOf(1), Tag::Evidence);
    QCOMPARE(article->tag(ben, 2), Tag::Untagged);
    QCOMPARE(m_project->state().articles().size(), 1);
    reopen();
    QCOMPARE(tagOf(1), Tag::Evidence);
    QVERIFY(m_project->redo());
    QCOMPARE(tagOf(1), Tag::Marketing);
    QVERIFY(m_project->flush());
    QCOMPARE(planMergeNow(*m_project, copy)->events, 0);
    const auto store = Store::open(m_project->path(), Database::Mode::Existing);
    QVERIFY(checkProject(**store).isSound());
}

void TestProject::otherProgramsAreHeard()
{
    tag(1, Tag::Evidence);
    QVERIFY(m_project->flush());
    Project other;
    const ReviewerId ben = ReviewerId::create();
    other.setReviewer(ben, u"Ben"_s);
    QVERIFY(other.openNow(m_project->path()));
    QSignalSpy received(m_project.get(), &Project::received);
    QVERIFY(other.edit({ test::tagChange(other, m_article, 2, Tag::Caveat) }));
    QVERIFY(other.flush());
    const ArticleState* mine = m_project->state().article(m_article);
    QTRY_COMPARE_WITH_TIMEOUT(mine->tag(ben, 2), Tag::Caveat, 1000); // within a second
    QVERIFY(!received.isEmpty());
    tag(3, Tag::Marketing);
    QVERIFY(m_project->flush());
    const ArticleState* theirs = other.state().article(m_article);
    QTRY_COMPARE_WITH_TIMEOUT(theirs->tag(m_ann, 3), Tag::Marketing, 1000);
    // An undo that the other program has not heard of, while it writes.
    QVERIFY(m_project->undo());
    QVERIFY(other.undo());
    QVERIFY(m_project->flush() && other.flush());
    const auto store = Store::open(m_project->path(), Database::Mode::Existing);
    const CheckReport report = checkProject(**store);
    QVERIFY2(report.isSound(), qPrintable(report.problems.join(u'\n')));
}

void TestProject::unknownKindsAreKept()
{
    tag(1, Tag::Evidence);
    QVERIFY(m_project->flush());
    {
        const auto store = Store::open(m_project->path(), Database::Mode::Existing);
        Event event;
        event.stamp = { 99, ReplicaId::create(), 1 };
        event.reviewer = m_ann;
        event.group = GroupId::create();
        event.time = u"2030-01-01T00:00:00Z"_s;
        event.kind = u"sing"_s;
        event.payload = R"({"v":7})";
        event.chain = chainLink(event, {});
        Group group;
        group.events = { event };
        QVERIFY((*store)->commit({ group }));
        const CheckReport report = checkProject(**store);
        QVERIFY2(report.isSound(), qPrintable(report.problems.join(u'\n')));
        QCOMPARE(report.unknownEvents, 1);
        QVERIFY((*store)->rebuild());
        QVERIFY(checkProject(**store).isSound());
    }
    reopen();
    QCOMPARE(tagOf(1), Tag::Evidence);
    tag(2, Tag::Caveat); // goes on behind it
    QVERIFY(m_project->flush());
}

void TestProject::tenThousandUndos()
{
    for (int i = 0; i < 10'000; ++i)
        tag(1 + i % 3, allTags[static_cast<size_t>(i / 3) % 4]);
    const Tag last = tagOf(1);
    for (int i = 0; i < 10'000; ++i)
        QVERIFY(m_project->undo());
    QCOMPARE(tagOf(1), Tag::Untagged);
    reopen();
    for (int i = 0; i < 10'000; ++i)
        QVERIFY(m_project->redo());
    QVERIFY(!m_project->canRedo());
    QCOMPARE(tagOf(1), last);
}

QTEST_GUILESS_MAIN(TestProject)
#include "tst_project.moc"
