// SPDX-License-Identifier: GPL-3.0-or-later
// A project's bytes changed one by one and in stretches. No change of what a person would read goes
// unnoticed, and repairing brings everything back: all of it with the copies on this computer, and
// without them every event whose row and the link before it are whole.
#include "models/storage/recovery.h"
#include "models/storage/salvage.h"
#include "tests/torture/torture.h"

#include <QDir>
#include <QElapsedTimer>

#include <algorithm>

namespace assay::torture {

using namespace Qt::StringLiterals;

namespace {

/// Where the row of an event stands in the file.
struct Row {
    QString key;
    qsizetype from = -1;
    qsizetype to = -1; ///< behind its last byte
};

/// All that a log says, to be compared.
struct Whole {
    QHash<QString, Event> events;
    QStringList appearance;
    QString uuid;
};

struct Original {
    QByteArray bytes;
    Whole whole;
    QList<Row> rows; ///< those that stand in one page, by their place
    QString copies; ///< root of snapshots and journals
    QString uuid;
};

Expected<Whole> readWhole(const QString& path)
{
    Whole whole;
    {
        const auto store = Store::open(path, Database::Mode::Peek);
        const auto events = store ? (*store)->events() : std::unexpected(store.error());
        if (!events)
            return std::unexpected(events.error());
        whole.uuid = (*store)->uuid();
        for (const Event& event : *events)
            whole.events.insert(keyOf(event), event);
    }
    Project project;
    if (const Expected<void> opened = project.openNow(path); !opened)
        return std::unexpected(opened.error());
    whole.appearance = appearance(project);
    return whole;
}

bool sameEvent(const Event& a, const Event& b)
{
    return a.stamp == b.stamp && a.reviewer == b.reviewer && a.time == b.time && a.group == b.group
        && a.kind == b.kind && a.payload == b.payload && a.chain == b.chain && a.change == b.change;
}

/// What reads otherwise than before; empty: nothing does.
QString difference(const Whole& now, const Whole& before)
{
    if (now.uuid != before.uuid)
        return u"the project is another one"_s;
    if (now.events.size() != before.events.size())
        return u"%1 events of %2"_s.arg(now.events.size()).arg(before.events.size());
    for (auto it = before.events.begin(); it != before.events.end(); ++it) {
        const auto there = now.events.constFind(it.key());
        if (there == now.events.constEnd() || !sameEvent(*there, *it))
            return u"event "_s + it.key();
    }
    return now.appearance == before.appearance ? QString() : u"what is shown"_s;
}

/// The row ends with the event's link. In front of its columns stand their types, a byte or two
/// each.
QList<Row> rowsOf(const QByteArray& bytes, const QHash<QString, Event>& events)
{
    QList<Row> rows;
    for (auto it = events.begin(); it != events.end(); ++it) {
        const Event& event = *it;
        const qsizetype columns = 16 + 16 + 16 + 32 + 8 + 8 + 12 + event.time.size()
            + event.kind.size() + event.payload.size();
        // The link alone may stand in the table of heads, too.
        const qsizetype payload = bytes.indexOf(event.payload + event.chain);
        const qsizetype end = payload + event.payload.size();
        if (payload >= 0 && columns < 1000) // a longer one goes on in another page
            rows.append({ it.key(), end - columns, end + event.chain.size() });
    }
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.from < b.from; });
    return rows;
}

Original makeOriginal(const QString& folder, quint32 seed)
{
    Original original;
    original.copies = folder + u"/copies"_s;
    const QString path = folder + u"/p.assay"_s;
    QRandomGenerator random(seed);
    for (int session = 0; session < 4; ++session) {
        Project project;
        project.storage().keepCopies(original.copies, session != 1);
        project.setReviewer(ReviewerId::create(), session % 2 ? u"Ben"_s : u"Ann"_s);
        project.openNow(path, session ? Database::Mode::Existing : Database::Mode::New).value();
        if (session == 0)
            project.addArticles({ test::article(test::longText(300), u"long.txt"_s) }).value();
        editAtRandom(project, random, 150);
        project.flush().value();
    }
    original.bytes = fileBytes(path);
    original.whole = readWhole(path).value();
    original.uuid = original.whole.uuid;
    original.rows = rowsOf(original.bytes, original.whole.events);
    return original;
}

/// A change of the bytes, and which of them it touched.
struct Damage {
    QByteArray bytes;
    QList<std::pair<qsizetype, qsizetype>> touched; ///< from, to
    QString name;
};

Damage changeByte(const QByteArray& bytes, QRandomGenerator& random)
{
    Damage damage{ bytes, {}, {} };
    const qsizetype at = random.bounded(static_cast<int>(bytes.size()));
    damage.bytes[at]
        = static_cast<char>(damage.bytes[at] ^ static_cast<char>(1 + random.bounded(255)));
    damage.touched = { { at, at + 1 } };
    damage.name = u"byte %1"_s.arg(at);
    return damage;
}

Damage changeStretch(const QByteArray& bytes, QRandomGenerator& random)
{
    Damage damage{ bytes, {}, {} };
    const int size = static_cast<int>(bytes.size());
    const qsizetype at = random.bounded(size);
    const qsizetype length
        = std::min<qsizetype>(size - at, 1 << random.bounded(15)); // up to four pages
    switch (random.bounded(5)) {
    case 0:
        damage.bytes.replace(at, length, QByteArray(length, '\0'));
        damage.name = u"zeros at %1, %2 bytes"_s.arg(at).arg(length);
        break;
    case 1:
        for (qsizetype i = at; i < at + length; ++i)
            damage.bytes[i] = static_cast<char>(random.bounded(256));
        damage.name = u"noise at %1, %2 bytes"_s.arg(at).arg(length);
        break;
    case 2:
        damage.bytes.truncate(std::max<qsizetype>(at, 1));
        damage.touched = { { at, size } };
        damage.name = u"cut at %1"_s.arg(at);
        return damage;
    case 3: {
        const qsizetype pages = size / 4096;
        const qsizetype a = random.bounded(static_cast<int>(pages)) * 4096;
        const qsizetype b = random.bounded(static_cast<int>(pages)) * 4096;
        damage.bytes.replace(a, 4096, bytes.sliced(b, 4096));
        damage.touched = { { a, a + 4096 } };
        damage.name = u"page %1 over %2"_s.arg(b / 4096).arg(a / 4096);
        return damage;
    }
    default:
        damage.bytes.remove(at, length);
        damage.touched = { { at - 4096, at + length + 4096 } };
        damage.name = u"without %1 bytes at %2"_s.arg(length).arg(at);
        return damage;
    }
    damage.touched = { { at, at + length } };
    return damage;
}

/// Events that have to come back without any copy: their row is whole, and so is the row before it
/// in their session, or they are the first.
QSet<QString> provable(const Original& original, const Damage& damage)
{
    QSet<QString> intact;
    for (const Row& row : original.rows) {
        const bool hit = std::any_of(damage.touched.begin(), damage.touched.end(),
            [&](const auto& each) { return each.first < row.to && row.from < each.second; });
        if (!hit)
            intact.insert(row.key);
    }
    QSet<QString> all;
    for (const QString& key : std::as_const(intact)) {
        const Stamp& stamp = original.whole.events[key].stamp;
        const QString before = stamp.replica.toString() + u'/' + QString::number(stamp.n - 1);
        if (stamp.n == 1 || intact.contains(before))
            all.insert(key);
    }
    return all;
}

struct Count {
    int trials = 0;
    int noticed = 0;
    int harmless = 0; ///< nothing that is read was touched
    int unnoticed = 0;
    int repaired = 0;
    qsizetype alone = 0; ///< events back from the file alone ...
    qsizetype ofAlone = 0; ///< ... of these in all
    qsizetype anew = 0; ///< of them behind a gap
    qsizetype mended = 0; ///< of them with one wrong byte
    qint64 slowest = 0; ///< repair, ms
};

/// Nothing that a person would read may have changed while the check calls the file sound.
void expectNoticed(const QString& path, const Original& original, const Damage& damage, bool blind,
    Count& count, Result& result)
{
    const QStringList problems = blind ? QStringList() : problemsOf(path);
    if (!problems.isEmpty()) {
        ++count.noticed;
        return;
    }
    const Expected<Whole> now = readWhole(path);
    const QString what = now ? difference(*now, original.whole) : now.error().message;
    count.harmless += what.isEmpty();
    count.unnoticed += !what.isEmpty();
    result.expect(what.isEmpty(), damage.name + u" changes unnoticed: "_s + what);
}

void expectRepaired(const QString& path, const Original& original, const Damage& damage,
    Count& count, Result& result)
{
    rememberPlace(original.copies, original.uuid, path);
    QElapsedTimer timer;
    timer.start();
    const Expected<SalvageReport> report = salvage(path, original.copies);
    count.slowest = std::max(count.slowest, timer.elapsed());
    result.expect(
        report.has_value(), damage.name + u": "_s + (report ? u""_s : report.error().message));
    if (!report)
        return;
    const QStringList problems = report->problems + problemsOf(path);
    const Expected<Whole> now = readWhole(path);
    const QString what = now ? difference(*now, original.whole) : now.error().message;
    result.expect(problems.isEmpty() && what.isEmpty(),
        damage.name + u" is not repaired: "_s + what + problems.join(u' '));
    count.repaired += problems.isEmpty() && what.isEmpty();
}

void expectSalvagedAlone(const QString& path, const Original& original, const Damage& damage,
    Count& count, Result& result)
{
    const Expected<SalvageReport> report = salvage(path, QString());
    const QSet<QString> due = provable(original, damage);
    count.ofAlone += original.whole.events.size();
    if (!report) {
        result.expect(due.isEmpty(), damage.name + u": "_s + report.error().message);
        return;
    }
    // Behind a gap they have another key, and still the same words, edit and rank.
    QSet<QByteArray> words;
    const auto wordsOf = [](const Event& event) {
        return event.group.toBytes() + event.payload + QByteArray::number(event.stamp.lamport)
            + event.time.toUtf8();
    };
    const auto store = Store::open(path, Database::Mode::Peek);
    const auto events = store ? (*store)->events() : std::unexpected(store.error());
    for (const Event& event : events ? *events : QList<Event>())
        words.insert(wordsOf(event));
    count.alone += words.size();
    count.anew += report->behindGaps;
    count.mended += report->mended;
    qsizetype missing = 0;
    for (const QString& key : due)
        missing += !words.contains(wordsOf(original.whole.events[key]));
    result.expect(missing == 0,
        damage.name + u": %1 events that the chain proves are not salvaged"_s.arg(missing));
}

} // namespace

Result corrupt(const Task& task)
{
    Result result;
    Count count;
    const auto folder = fastFolder();
    const Original original = makeOriginal(folder->path(), task.seed);
    result.expect(original.rows.size() > 400, u"the rows of the log were not found"_s);
    QRandomGenerator random(task.seed);
    const QString path = folder->filePath(u"damaged.assay"_s);
    const int bytes = task.isShort ? 45 : 2000;
    const int stretches = task.isShort ? 25 : 500;
    for (int i = 0; i < bytes + stretches && result.broken.size() < 8; ++i) {
        const Damage damage = i < bytes ? changeByte(original.bytes, random)
                                        : changeStretch(original.bytes, random);
        ++count.trials;
        const auto begin = [&] {
            for (const QString& old :
                QDir(folder->path()).entryList({ u"damaged*"_s }, QDir::Files))
                QFile::remove(folder->filePath(old));
            writeFile(path, damage.bytes);
        };
        begin();
        expectNoticed(path, original, damage, task.fault == u"blind"_s, count, result);
        begin();
        if (task.fault == u"nocopies"_s)
            QDir(original.copies).removeRecursively();
        expectRepaired(path, original, damage, count, result);
        if (i % 3 == 0 || i >= bytes) {
            begin();
            expectSalvagedAlone(path, original, damage, count, result);
        }
    }
    result.figures = { { u"events"_s, original.whole.events.size() }, { u"trials"_s, count.trials },
        { u"noticed"_s, count.noticed }, { u"harmless"_s, count.harmless },
        { u"unnoticed"_s, count.unnoticed }, { u"repaired"_s, count.repaired },
        { u"slowest_repair_ms"_s, count.slowest }, { u"events_back_without_copies"_s, count.alone },
        { u"of"_s, count.ofAlone }, { u"behind_gaps"_s, count.anew },
        { u"mended"_s, count.mended } };
    return result;
}

} // namespace assay::torture
