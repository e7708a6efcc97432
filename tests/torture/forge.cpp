// SPDX-License-Identifier: GPL-3.0-or-later
// Projects that somebody forged who read this program's source: their chains hold, their numbers
// are right, and what they say is meant to do harm. Each is opened, checked, listed, counted,
// exported, merged into a sound project, and, in full, shown in a window. Nothing crashes or takes
// long, nothing outside the data folder is touched, and the sound project stays sound: what is said
// in it later is what it reads.
#include "models/project/bounds.h"
#include "models/storage/datafolder.h"
#include "tests/torture/ran.h"
#include "tests/torture/torture.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QProcess>

#include <limits>

namespace assay::torture {

using namespace Qt::StringLiterals;

namespace {

constexpr double mostSeconds = 4; ///< a run may take; in the short form, on any machine, twice that
constexpr qint64 mostMemory = 900LL * 1000 * 1000;
constexpr qint64 huge = std::numeric_limits<qint64>::max();

/// What a forger knows of the project: names to put into payloads.
struct Known {
    QString path;
    QByteArray article;
    QByteArray revision;
    QByteArray layout;
    qint32 length = 0;
    QByteArray edit; ///< that brought the article in
    QByteArray reviewer;
    qint64 lamport = 0; ///< the highest
};

Known look(const QString& path)
{
    Known known;
    known.path = path;
    const auto store = Store::open(path, Database::Mode::Peek);
    const QList<Event> events = (*store)->events().value();
    for (const Event& event : events) {
        known.lamport = std::max(known.lamport, event.stamp.lamport);
        if (event.change.kind == EventKind::ArticleAdded && known.article.isEmpty()) {
            known.article = event.change.article.toString().toLatin1();
            known.revision = event.change.facts.revision.toHex();
            known.layout = event.change.facts.layout.toHex();
            known.length = event.change.facts.length;
            known.edit = event.group.toString().toLatin1();
            known.reviewer = event.reviewer.toString().toLatin1();
        }
    }
    return known;
}

/// One event as the forger wants it.
struct Forged {
    QString kind;
    QByteArray payload;
    qint64 lamport = 0; ///< 0: the next one
    QString time = u"2026-01-01T00:00:00Z"_s;
    GroupId edit = GroupId::create();
    ReviewerId reviewer = ReviewerId::create();
};

/// Writes them as one session whose chain holds, with the content they name.
void write(const Known& known, const QList<Forged>& forged, const QList<QByteArray>& texts = {})
{
    auto store = Store::open(known.path, Database::Mode::Existing);
    const ReplicaId replica = ReplicaId::create();
    QByteArray previous;
    Group group;
    qint64 n = 0;
    for (const Forged& each : forged) {
        Event event;
        ++n;
        event.stamp = { each.lamport != 0 ? each.lamport : known.lamport + n, replica, n };
        event.reviewer = each.reviewer;
        event.group = each.edit;
        event.time = each.time;
        event.kind = each.kind;
        event.payload = each.payload;
        event.chain = chainLink(event, previous);
        previous = event.chain;
        group.events.append(event);
    }
    for (const QByteArray& text : texts)
        group.content.append({ contentHash(text), text, false });
    (*store)->commit({ group }).value();
    // The tables of the present state say what the log says: the forger saw to that, too.
    store->reset();
    store = Store::open(known.path, Database::Mode::Existing);
    (*store)->rebuild().value();
}

using Make = std::function<void(const Known& known)>;
struct Case {
    QString name;
    Make make;
};

QByteArray target(const Known& known, qint64 start, qint64 end)
{
    return "\"article\":\"" + known.article + "\",\"end\":" + QByteArray::number(end)
        + ",\"revision\":\"" + known.revision + "\",\"start\":" + QByteArray::number(start);
}

QByteArray tagOf(const Known& known, qint64 start, qint64 end, const QByteArray& tag = "marketing")
{
    return '{' + target(known, start, end) + ",\"tag\":\"" + tag + "\",\"v\":1}";
}

QByteArray factsOf(const Known& known, const QByteArray& article, const QByteArray& facts,
    const QByteArray& length, const QByteArray& layout = {})
{
    return "{\"article\":\"" + article + "\",\"facts\":\"" + contentHash(facts).toHex()
        + "\",\"layout\":\"" + (layout.isEmpty() ? known.layout : contentHash(layout).toHex())
        + "\",\"length\":" + length + ",\"original\":\"\",\"revision\":\"" + known.revision
        + "\",\"v\":2}";
}

QByteArray someId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toLatin1();
}

/// An event of an otherwise harmless tag.
Case stamped(const QString& name, const std::function<void(Forged& event)>& change)
{
    return { name, [change](const Known& known) {
                Forged event{ u"tag"_s, tagOf(known, 18, 35) };
                change(event);
                write(known, { event });
            } };
}

/// One event of that kind; the payload's parts are filled in by what is known.
Case said(const QString& name, const QString& kind,
    const std::function<QByteArray(const Known&)>& payload)
{
    return { name,
        [kind, payload](const Known& known) { write(known, { { kind, payload(known) } }); } };
}

Case sql(const QString& name, const QString& statement)
{
    return { name, [statement](const Known& known) {
                if (!test::runSql(known.path, statement))
                    qFatal("%s", qPrintable(statement));
            } };
}

Case added(const QString& name, const QByteArray& facts, const QByteArray& length,
    const QByteArray& layout = {})
{
    return { name, [facts, length, layout](const Known& known) {
                write(known,
                    { { u"article-added"_s, factsOf(known, someId(), facts, length, layout) } },
                    { facts, layout });
            } };
}

Case revised(const QString& name, const QByteArray& map, bool fromItself = false)
{
    return { name, [map, fromItself](const Known& known) {
                const QByteArray facts = "{\"title\":\"Newer\"}";
                QByteArray payload
                    = factsOf(known, known.article, facts, QByteArray::number(known.length));
                payload.chop(1);
                payload += ",\"from\":\"" + (fromItself ? known.revision : QByteArray(64, 'a'))
                    + "\",\"map\":" + map + '}';
                write(known, { { u"text-revision"_s, payload } }, { facts });
            } };
}

void addStamps(QList<Case>& all)
{
    for (const qint64 lamport : { huge, huge - 1, lamportEnd, lamportEnd - 1, lamportEnd / 2,
             qint64(-1), std::numeric_limits<qint64>::min(), qint64(1) << 53, qint64(1) << 32,
             longestLamportStep * 3 })
        all.append(stamped(
            u"lamport %1"_s.arg(lamport), [lamport](Forged& event) { event.lamport = lamport; }));
    for (const QString& time :
        { u"9999-12-31T23:59:59Z"_s, u"1900-01-01T00:00:00Z"_s, u""_s, u"2026-13-45T99:99:99Z"_s,
            u"-0001-01-01T00:00:00Z"_s, QString(100'000, u'1'), u"2026-01-01T00:00:00Z\u202e"_s })
        all.append(stamped(u"time "_s + time.first(std::min<qsizetype>(20, time.size())),
            [time](Forged& event) { event.time = time; }));
    for (const QString& kind : { u""_s, QString(100'000, u'k'), u"tag\n\u001b[2J"_s, u"TAG"_s })
        all.append(stamped(u"kind "_s + kind.first(std::min<qsizetype>(4, kind.size())),
            [kind](Forged& event) { event.kind = kind; }));
    all.append(stamped(u"nobody's edit"_s, [](Forged& event) { event.reviewer = {}; }));
    all.append(stamped(u"of no edit"_s, [](Forged& event) { event.edit = {}; }));
}

void addTargets(QList<Case>& all)
{
    for (const auto& [start, end] : { std::pair<qint64, qint64>{ -1, 5 }, { 0, 1LL << 40 },
             { (1LL << 32) + 18, (1LL << 32) + 35 }, { 35, 18 }, { 0, 2147483647 },
             { 2147483647, 2147483647 }, { huge, huge }, { 0, 0 } })
        all.append(said(u"tag from %1 to %2"_s.arg(start).arg(end), u"tag"_s,
            [start, end](const Known& known) { return tagOf(known, start, end); }));
    all.append(said(u"an unknown tag"_s, u"tag"_s,
        [](const Known& known) { return tagOf(known, 18, 35, "excellent"); }));
    all.append(said(u"offsets that are fractions"_s, u"tag"_s, [](const Known& known) {
        return tagOf(known, 18, 35).replace(":18", ":18.5").replace(":35", ":1e300");
    }));
    all.append(said(u"offsets that are words"_s, u"tag"_s,
        [](const Known& known) { return tagOf(known, 18, 35).replace(":18", ":\"18\""); }));
    all.append(said(u"of an article that is not there"_s, u"tag"_s, [](const Known& known) {
        Known other = known;
        other.article = someId();
        return tagOf(other, 18, 35);
    }));
    all.append(said(u"of a text that is not there"_s, u"note"_s, [](const Known& known) {
        Known other = known;
        other.revision = QByteArray(64, 'c');
        return '{' + target(other, 18, 35) + ",\"note\":\"" + QByteArray(64, 'd') + "\",\"v\":1}";
    }));
    all.append(said(u"no JSON"_s, u"tag"_s, [](const Known&) { return QByteArray("evidence"); }));
    all.append(said(u"an array"_s, u"tag"_s, [](const Known&) { return QByteArray("[1,2]"); }));
    all.append(said(u"40 levels"_s, u"tag"_s, [](const Known&) {
        return QByteArray("{\"a\":").repeated(40) + "1" + QByteArray("}").repeated(40);
    }));
    all.append(said(u"5 MB"_s, u"tag"_s, [](const Known& known) {
        return tagOf(known, 18, 35)
            .replace("\"v\":1", "\"w\":\"" + QByteArray(5'000'000, 'x') + "\"");
    }));
    all.append(said(u"a boundary far out"_s, u"boundary"_s, [](const Known& known) {
        return '{' + target(known, 1LL << 31, 5) + ",\"on\":true,\"v\":1}";
    }));
    all.append({ u"20,000 boundaries"_s, [](const Known& known) {
                    QList<Forged> events;
                    for (int i = 0; i < 20'000; ++i)
                        events.append({ u"boundary"_s,
                            '{' + target(known, i % known.length, i % known.length)
                                + ",\"on\":true,\"v\":1}" });
                    write(known, events);
                } });
    all.append(said(u"a kind of unit that is none"_s, u"block-kind"_s, [](const Known& known) {
        return '{' + target(known, 18, 35) + ",\"kind\":\"script\",\"v\":1}";
    }));
    for (const QByteArray& end : { QByteArray("0,\"toStart\":1099511627776"),
             QByteArray("-5,\"toStart\":3"), QByteArray("4294967331,\"toStart\":4294967314") })
        all.append(said(u"a link to "_s + QString::fromLatin1(end.first(3)), u"link"_s,
            [end](const Known& known) {
                return '{' + target(known, 18, 35) + ",\"relation\":\"same-claim\",\"toArticle\":\""
                    + known.article + "\",\"toEnd\":" + end + ",\"toRevision\":\"" + known.revision
                    + "\",\"v\":1}";
            }));
    all.append(said(u"a relation of 100,000 letters"_s, u"link"_s, [](const Known& known) {
        return '{' + target(known, 18, 35) + ",\"relation\":\"" + QByteArray(100'000, 'r')
            + "\",\"toArticle\":\"" + known.article + "\",\"toEnd\":35,\"toRevision\":\""
            + known.revision + "\",\"toStart\":18,\"v\":1}";
    }));
}

void addArticles(QList<Case>& all)
{
    const QByteArray plain = "{\"title\":\"Added\",\"file\":\"added.txt\"}";
    for (const QByteArray& length : { QByteArray("1099511627776"), QByteArray("-5"),
             QByteArray("4294967784"), QByteArray("9223372036854775807"), QByteArray("1e9"),
             QByteArray("19999999"), QByteArray("1"), QByteArray("\"x\"") })
        all.append(added(u"a length of "_s + QString::fromLatin1(length), plain, length));
    all.append(
        added(u"a title of 3 MB"_s, "{\"title\":\"" + QByteArray(3'000'000, 't') + "\"}", "145"));
    all.append(added(u"a title of marks"_s,
        "{\"title\":\"" + QByteArray("\xe2\x80\xae").repeated(300'000) + "\"}", "145"));
    all.append(added(u"a file name that climbs"_s,
        "{\"title\":\"Climbs\",\"file\":\"../../../../victim/documents/letter\"}", "145"));
    all.append(added(u"a file name of controls"_s,
        "{\"title\":\"\\u001b[2J\",\"file\":\"a\\u0000b\\nc.txt\"}", "145"));
    all.append(added(u"a sentence table of nonsense"_s, plain, "145", QByteArray(4000, '\xff')));
    all.append(added(u"a sentence table that jumps"_s, plain, "145",
        QByteArray::fromHex("0102"
                            "00ffffffff03ffffffff030100ffffffff030101")));
    all.append(added(u"a newer sentence table"_s, plain, "145", QByteArray("\x02\x01\x00")));
    all.append({ u"an article with the id of another"_s, [plain](const Known& known) {
                    write(known,
                        { { u"article-added"_s, factsOf(known, known.article, plain, "3") } },
                        { plain });
                } });
    all.append(revised(u"a map that goes back"_s, "[[40,50,0,10],[0,10,40,50]]"));
    all.append(revised(u"a map that leaves the text"_s, "[[0,10,0,1000000]]"));
    all.append(revised(u"a map that wraps"_s, "[[4294967296,4294967306,0,10]]"));
    all.append(revised(u"a map that overlaps"_s, "[[0,50,0,50],[10,60,10,60]]"));
    all.append(revised(u"a map that is negative"_s, "[[-10,10,0,10]]"));
    all.append(revised(u"a text that came of itself"_s, "[[0,10,0,10]]", true));
    QByteArray many = "[";
    for (int i = 0; i < 50'000; ++i)
        many += "[0,0,0,0],";
    many.chop(1);
    all.append(revised(u"a map of 50,000"_s, many + ']'));
    for (const QString& name :
        { QString(100'000, u'n'), u""_s, u"A\nB\u001b[31m"_s, u"\u202eevil"_s, u"Ann"_s })
        all.append(said(u"a reviewer called "_s + name.first(std::min<qsizetype>(4, name.size())),
            u"reviewer"_s, [name](const Known&) {
                return QJsonDocument(QJsonObject{ { u"name"_s, name }, { u"v"_s, 1 } })
                    .toJson(QJsonDocument::Compact);
            }));
    all.append(said(u"a field of 100,000 letters"_s, u"article-meta"_s, [](const Known& known) {
        return "{\"article\":\"" + known.article + "\",\"field\":\"" + QByteArray(100'000, 'f')
            + "\",\"value\":\"\",\"v\":1}";
    }));
}

void addRevocations(QList<Case>& all)
{
    const auto revoke = [](const GroupId& edit, const GroupId& of) {
        Forged event{ u"revoke"_s, "{\"edit\":\"" + of.toString().toLatin1() + "\",\"v\":1}" };
        event.edit = edit;
        return event;
    };
    all.append({ u"an undo of itself"_s, [revoke](const Known& known) {
                    const GroupId edit = GroupId::create();
                    write(known, { revoke(edit, edit) });
                } });
    all.append({ u"undos in a circle"_s, [revoke](const Known& known) {
                    const GroupId one = GroupId::create();
                    const GroupId two = GroupId::create();
                    write(known, { revoke(one, two), revoke(two, one) });
                } });
    all.append({ u"50,000 undos of undos"_s, [revoke](const Known& known) {
                    QList<Forged> events;
                    GroupId of = GroupId::fromString(QString::fromLatin1(known.edit));
                    for (int i = 0; i < 50'000; ++i) {
                        const GroupId edit = GroupId::create();
                        events.append(revoke(edit, of));
                        of = edit;
                    }
                    write(known, events);
                } });
    all.append({ u"20,000 undos of one edit"_s, [revoke](const Known& known) {
                    QList<Forged> events;
                    const GroupId of = GroupId::fromString(QString::fromLatin1(known.edit));
                    for (int i = 0; i < 20'000; ++i)
                        events.append(revoke(GroupId::create(), of));
                    write(known, events);
                } });
    all.append({ u"one edit that undoes 20,000"_s, [revoke](const Known& known) {
                    QList<Forged> events;
                    const GroupId edit = GroupId::create();
                    for (int i = 0; i < 20'000; ++i)
                        events.append(revoke(edit, GroupId::create()));
                    write(known, events);
                } });
    const auto merge = [](const QByteArray& spans) {
        return said(u"a merge of "_s + QString::fromLatin1(spans.right(22)), u"merge"_s,
            [spans](const Known&) { return "{\"events\":" + spans + ",\"v\":1}"; });
    };
    const QByteArray id = someId();
    all.append(merge("[[\"" + id + "\",1,9223372036854775807]]"));
    all.append(merge("[[\"" + id + "\",9,3]]"));
    all.append(merge("[[\"" + id + "\",-5,3]]"));
    all.append(merge("[[\"00000000-0000-0000-0000-000000000000\",1,3]]"));
    all.append(merge("[]"));
    all.append({ u"a merge of everything, undone"_s, [revoke](const Known& known) {
                    const auto store = Store::open(known.path, Database::Mode::Peek);
                    QByteArray spans = "[";
                    const QList<Head> heads = (*store)->heads().value();
                    for (const Head& head : heads)
                        spans += "[\"" + head.replica.toString().toLatin1() + "\",1,"
                            + QByteArray::number(head.n) + "],";
                    spans.chop(1);
                    Forged event{ u"merge"_s, "{\"events\":" + spans + "],\"v\":1}" };
                    write(known, { event, revoke(GroupId::create(), event.edit) });
                } });
    all.append(said(u"an erasure"_s, u"article-erased"_s,
        [](const Known& known) { return "{\"article\":\"" + known.article + "\",\"v\":1}"; }));
    all.append(said(u"an erasure of nothing"_s, u"article-erased"_s,
        [](const Known&) { return "{\"article\":\"" + someId() + "\",\"v\":1}"; }));
    all.append({ u"10,000 erasures"_s, [](const Known& known) {
                    QList<Forged> events;
                    for (int i = 0; i < 10'000; ++i)
                        events.append(
                            { u"article-erased"_s, "{\"article\":\"" + someId() + "\",\"v\":1}" });
                    write(known, events);
                } });
    all.append({ u"30,000 sessions"_s, [](const Known& known) {
                    auto store = Store::open(known.path, Database::Mode::Existing);
                    Group group;
                    for (int i = 0; i < 30'000; ++i) {
                        Event event;
                        event.stamp = { known.lamport + i + 1, ReplicaId::create(), 1 };
                        event.reviewer = ReviewerId::create();
                        event.group = GroupId::create();
                        event.time = u"2026-01-01T00:00:00Z"_s;
                        event.kind = u"tag"_s;
                        event.payload = tagOf(known, 18, 35);
                        event.chain = chainLink(event, {});
                        group.events.append(event);
                    }
                    (*store)->commit({ group }).value();
                    (*store)->rebuild().value();
                } });
    all.append(said(u"heads of sessions that are not there"_s, u"tag"_s, [](const Known& known) {
        QByteArray heads = "[";
        for (int i = 0; i < 1000; ++i)
            heads += "[\"" + someId() + "\",4611686018427387904,\"" + QByteArray(64, 'e') + "\"],";
        heads.chop(1);
        return tagOf(known, 18, 35)
            .replace("\"revision\"", "\"heads\":" + heads + "],\"revision\"");
    }));
}

void addTables(QList<Case>& all)
{
    for (const QString& uuid : { u"../../../../victim/documents"_s, u"/etc"_s, u""_s, u"."_s,
             u"00000000-0000-0000-0000-000000000000"_s, u"{6f9619ff-8b86-d011-b42d-00c04fc964ff}"_s,
             u"6F9619FF-8B86-D011-B42D-00C04FC964FF"_s, QString(100'000, u'a'),
             u"6f9619ff-8b86-d011-b42d-00c04fc964ff/../../../../victim"_s })
        all.append(sql(u"a number that is "_s + uuid.first(std::min<qsizetype>(12, uuid.size())),
            u"UPDATE meta SET value = '%1' WHERE key = 'project'"_s.arg(uuid)));
    all.append(sql(u"no number"_s, u"DELETE FROM meta WHERE key = 'project'"_s));
    all.append(
        sql(u"a newer sentence table"_s, u"UPDATE meta SET value = '99' WHERE key = 'layout'"_s));
    all.append(sql(u"erasures that wait for nothing"_s,
        u"WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 10000)"
        u" INSERT INTO waiting SELECT randomblob(16) FROM c"_s));
    all.append(sql(u"an erasure of 10 MB"_s, u"INSERT INTO waiting VALUES (zeroblob(10000000))"_s));
    all.append(sql(u"ends far out"_s,
        u"UPDATE head SET n = 1152921504606846976, lamport = 9223372036854775807"_s));
    all.append(sql(u"ends below nothing"_s, u"UPDATE head SET n = -1, lamport = -5"_s));
    all.append(sql(u"no ends"_s, u"DELETE FROM head"_s));
    all.append(sql(u"a present state far out"_s,
        u"UPDATE cell SET start = 9223372036854775807, finish = -9223372036854775808"_s));
    all.append(sql(u"a present state of other kinds"_s,
        u"UPDATE OR IGNORE cell SET field = 255, number = 4294967298"_s));
    all.append(sql(
        u"a present state of the future"_s, u"UPDATE cell SET lamport = 9223372036854775807"_s));
    all.append(
        sql(u"ids of no size"_s, u"UPDATE OR IGNORE identity SET uuid = randomblob(id % 20)"_s));
    all.append(sql(u"texts of other sizes"_s, u"UPDATE content SET size = -1, codec = 9"_s));
}

QList<Case> cases()
{
    QList<Case> all;
    addStamps(all);
    addTargets(all);
    addArticles(all);
    addRevocations(all);
    addTables(all);
    return all;
}

/// A file whose pages are full of rows that run into each other, as a salvage finds them.
void fillWithRows(const QString& path, bool ofContent)
{
    const auto number = [](quint32 value) { // as SQLite writes one of four bytes
        QByteArray bytes(4, Qt::Uninitialized);
        for (int i = 3; i >= 0; --i, value >>= 7U)
            bytes[i] = static_cast<char>((value & 0x7fU) | (i < 3 ? 0x80U : 0U));
        return bytes;
    };
    // Each row says that its last column goes on for a megabyte, over all that follow.
    constexpr quint32 longest = 1'000'000;
    QByteArray row;
    if (ofContent)
        row = QByteArray::fromHex("09004c0101") + number(12 + 2 * longest) + QByteArray(32, 'h')
            + QByteArray(2, '\0');
    else
        row = QByteArray::fromHex("0d2c01012c352c13") + number(13 + 2 * longest)
            + QByteArray::fromHex("4c") + QByteArray(16, 'r') + QByteArray("\x01\x01");
    QByteArray bytes = fileBytes(path);
    bytes += row.repeated(4'000'000 / row.size());
    writeFile(path, bytes);
}

/// Every file below the folder but those that a run may write, with what is in it.
QStringList tree(const QString& folder)
{
    QStringList lines;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
        QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        const QString name = path.sliced(folder.size() + 1);
        const bool mayChange = name.startsWith("p."_L1) || name.startsWith("o."_L1)
            || name.startsWith("data/assay"_L1) || name == "data"_L1 || name.startsWith("out"_L1)
            || name == "stderr"_L1 || name == "lines"_L1;
        if (!mayChange)
            lines.append(name + u' '
                + QString::fromLatin1(it.fileInfo().isFile() ? contentHash(fileBytes(path)).toHex()
                                                             : QByteArray("folder")));
    }
    lines.sort();
    return lines;
}

/// Says something of the project's first article and reads it again: later words win.
QString laterWordsWin(const QString& path)
{
    {
        Project project;
        project.setReviewer(ReviewerId::create(), u"Later"_s);
        if (const Expected<void> opened = project.openNow(path); !opened)
            return opened.error().message;
        const ArticleId id = project.state().articles().value(0);
        if (id.isNull())
            return {};
        const Expected<GroupId> edited
            = project.edit({ test::tagChange(project, id, 1, Tag::Caveat),
                test::textChange(project, id, 1, EventKind::Note, u"Own words."_s) });
        const Expected<void> saved = edited ? project.flush() : std::unexpected(edited.error());
        if (!saved)
            return saved.error().message;
    }
    Project again;
    if (const Expected<void> opened = again.openNow(path); !opened)
        return opened.error().message;
    const ReviewerId later = again.state().reviewersNamed(u"Later"_s).value(0);
    const ArticleState* article = again.state().article(again.state().articles().value(0));
    if (!article || article->mark(later, 1).tag != Tag::Caveat
        || article->mark(later, 1).note != u"Own words."_s)
        return u"what was said later is not what it reads"_s;
    return {};
}

/// Whether a window on the project lives for a moment.
bool showsInWindow(const QString& path, const QString& folder)
{
    QProcess window;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, folder + u"/data"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, folder + u"/data/assay/config"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    window.setProcessEnvironment(environment);
    window.start(QStringLiteral(ASSAY_PROGRAM), { path });
    const bool ended = window.waitForFinished(1200);
    window.kill();
    window.waitForFinished();
    return !ended;
}

} // namespace

Result forge(const Task& task)
{
    Result result;
    double slowest = 0;
    QString slowestCase;
    double undosListed = 0;
    double sessionsListed = 0;
    qint64 largest = 0;
    int runs = 0;
    int refused = 0;
    int windows = 0;
    const double patience = task.isShort ? 2 : 1;
    const QList<Case> all = cases();
    for (const Case& each : all) {
        const auto memory = fastFolder();
        const QString folder = memory->path();
        const QString path = folder + u"/p.assay"_s;
        const QString sound = folder + u"/o.assay"_s;
        makeProject(path);
        QFile::copy(path, sound); // the forger has a copy of it: one story, and more
        QDir().mkpath(folder + u"/victim/documents/content"_s);
        QDir().mkpath(folder + u"/victim/documents/snapshots"_s);
        for (const char* own : { "letter", "journal.jsonl", "content/a", "snapshots/b.assay" })
            writeFile(folder + u"/victim/documents/"_s + QLatin1StringView(own), "one's own");
        QDir().mkpath(folder + u"/data"_s);
        each.make(look(path));
        const QStringList before = tree(folder);
        if (task.fault == "open"_L1) // planted: a program that writes where a name leads
            writeFile(folder + u"/victim/documents/letter"_s, "forged");
        QList<QStringList> calls{ { u"list"_s, path }, { u"check"_s, path },
            { u"merge"_s, sound, path } };
        if (!task.isShort)
            calls += QList<QStringList>{ { u"stats"_s, path }, { u"log"_s, path },
                { u"export"_s, path, u"--format"_s, u"csv"_s, u"--output"_s, folder + u"/out"_s },
                { u"export"_s, path, u"--format"_s, u"pdf"_s, u"--output"_s, folder + u"/out"_s },
                { u"merge"_s, sound, path, u"--accept-erasures"_s } };
        if (!task.fault.isEmpty())
            calls.resize(1);
        for (const QStringList& call : std::as_const(calls)) {
            const Ran ran = run(call, folder);
            const QString where = u"%1, %2: "_s.arg(each.name, call.first());
            result.expect(ran.code == 0 || ran.code == 1, where + u"ended with %1"_s.arg(ran.code));
            result.expect(
                ran.seconds <= mostSeconds * patience, where + u"%1 s"_s.arg(ran.seconds));
            result.expect(ran.memory <= mostMemory, where + u"%1 MB"_s.arg(ran.memory >> 20));
            result.expect(ran.code == 0 || !ran.said.isEmpty(), where + u"without a word"_s);
            result.expect(!ran.said.contains('\x1b'), where + u"spoke to the terminal"_s);
            if (each.name == "50,000 undos of undos"_L1 && call.first() == "list"_L1)
                undosListed = ran.seconds;
            if (each.name == "30,000 sessions"_L1 && call.first() == "list"_L1)
                sessionsListed = ran.seconds;
            if (ran.seconds > slowest) {
                slowest = ran.seconds;
                slowestCase = where;
            }
            largest = std::max(largest, ran.memory);
            refused += ran.code == 1;
            ++runs;
        }
        if (!task.isShort && task.fault.isEmpty()) {
            result.expect(showsInWindow(path, folder), each.name + u": the window ended"_s);
            ++windows;
        }
        result.expect(tree(folder) == before, each.name + u": files outside were touched"_s);
        if (!task.fault.isEmpty())
            break;
        const QStringList problems = problemsOf(sound);
        result.expect(
            problems.isEmpty(), each.name + u": the sound project is not: "_s + problems.value(0));
        const QString wrong = laterWordsWin(sound);
        result.expect(wrong.isEmpty(), each.name + u": in the sound project "_s + wrong);
        // In the forged one, too, where it opens at all and may be written.
        if (const auto opens = Store::open(path, Database::Mode::Existing);
            opens && !(*opens)->database().isReadOnly()) {
            const QString own = laterWordsWin(path);
            result.expect(own.isEmpty(), each.name + u": in itself "_s + own);
        }
    }
    // Salvaging what is full of rows.
    double slowestRepair = 0;
    for (const bool ofContent : { true, false }) {
        if (!task.fault.isEmpty())
            break;
        const auto memory = fastFolder();
        const QString path = memory->path() + u"/p.assay"_s;
        makeProject(path);
        fillWithRows(path, ofContent);
        const Ran ran = run({ u"check"_s, u"--repair"_s, path }, memory->path());
        constexpr double mostRepair = 5;
        result.expect(ran.code >= 0 && ran.seconds <= mostRepair * patience,
            u"repairing 4 MB of rows took %1 s"_s.arg(ran.seconds));
        result.expect(problemsOf(path).isEmpty(), u"what was repaired is not sound"_s);
        slowestRepair = std::max(slowestRepair, ran.seconds);
    }
    result.figures = { { u"cases"_s, all.size() }, { u"repair_4mb_of_rows_s"_s, slowestRepair },
        { u"runs"_s, runs }, { u"refused"_s, refused }, { u"windows"_s, windows },
        { u"slowest_s"_s, slowest }, { u"slowest"_s, slowestCase },
        { u"list_50000_undos_s"_s, undosListed }, { u"list_30000_sessions_s"_s, sessionsListed },
        { u"largest_mb"_s, largest >> 20 } };
    return result;
}

} // namespace assay::torture
