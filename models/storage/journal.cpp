// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/journal.h"

#include "models/storage/datafolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

namespace assay {

using namespace Qt::StringLiterals;

/// Texts up to this many bytes stand in the line of the event that names them.
static constexpr qsizetype inlineLimit = 16 * 1024;

static Error failure(const QString& path)
{
    return { QCoreApplication::translate("Journal", "%1 cannot be written.").arg(path),
        qt_error_string() };
}

bool syncFolder(const QString& folder)
{
    const int file
        = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool done = ::fsync(file) == 0;
    ::close(file);
    return done;
}

/// Appends and syncs. What a failed write left behind is taken away again: a torn line in the
/// middle would hide the one after it.
static bool appendBytes(const QString& path, const QByteArray& bytes)
{
    const int file = ::open(QFile::encodeName(path).constData(),
        O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (file < 0)
        return false;
    const off_t before = ::lseek(file, 0, SEEK_END);
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t now = ::write(
            file, bytes.constData() + written, static_cast<size_t>(bytes.size() - written));
        if (now <= 0)
            break;
        written += now;
    }
    bool done = written == bytes.size();
    if (!done && written > 0)
        done = ::ftruncate(file, before) == 0 && false;
    done = done && ::fdatasync(file) == 0;
    ::close(file);
    return done;
}

Journal::Journal(const QString& folder)
    : m_folder(folder)
{
}

QByteArray eventLine(const Event& event, const QHash<QByteArray, QByteArray>& texts)
{
    const auto hex = [](const QByteArray& bytes) { return QString::fromLatin1(bytes.toHex()); };
    QJsonObject line{ { u"replica"_s, event.stamp.replica.toString() }, { u"n"_s, event.stamp.n },
        { u"lamport"_s, event.stamp.lamport }, { u"reviewer"_s, event.reviewer.toString() },
        { u"time"_s, event.time }, { u"edit"_s, event.group.toString() }, { u"kind"_s, event.kind },
        { u"payload"_s, QString::fromUtf8(event.payload) }, { u"chain"_s, hex(event.chain) } };
    QJsonArray words;
    for (const QByteArray& name : contentNames(event.change.kind, event.payload)) {
        if (const auto it = texts.constFind(name); it != texts.constEnd())
            words.append(QString::fromLatin1(it->toBase64()));
    }
    if (!words.isEmpty())
        line[u"texts"_s] = words;
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

Expected<void> Journal::append(const QList<Group>& groups) const
{
    QByteArray lines;
    for (const Group& group : groups) {
        QHash<QByteArray, QByteArray> texts;
        for (const Content& content : group.content) {
            if (content.bytes.size() <= inlineLimit)
                texts.insert(content.sha256, content.bytes);
            else if (const Expected<void> kept = keepContent(content.sha256, content.bytes); !kept)
                return kept;
        }
        for (const Event& event : group.events)
            lines += eventLine(event, texts);
    }
    const QString path = insideFolder(m_folder, u"journal.jsonl"_s);
    const bool isNew = !QFile::exists(path);
    if (path.isEmpty() || (isNew && !makeOwnFolder(m_folder)))
        return std::unexpected(failure(m_folder));
    if (!appendBytes(path, lines))
        return std::unexpected(failure(path));
    if (isNew)
        syncFolder(m_folder);
    return {};
}

static std::optional<Event> eventOf(const QJsonObject& line)
{
    const auto text = [&line](QStringView key) { return line[key].toString(); };
    Event event;
    event.stamp = { line[u"lamport"].toInteger(), ReplicaId::fromString(text(u"replica")),
        line[u"n"].toInteger() };
    event.reviewer = ReviewerId::fromString(text(u"reviewer"));
    event.time = text(u"time");
    event.group = GroupId::fromString(text(u"edit"));
    event.kind = text(u"kind");
    event.payload = text(u"payload").toUtf8();
    event.chain = QByteArray::fromHex(text(u"chain").toLatin1());
    if (event.stamp.replica.isNull() || event.stamp.n < 1 || event.chain.size() != 32)
        return {};
    return event;
}

void Journal::turnOver(Store& store) const
{
    const QString current = insideFolder(m_folder, u"journal.jsonl"_s);
    const QString before = insideFolder(m_folder, u"journal-before.jsonl"_s);
    if (current.isEmpty() || before.isEmpty() || !QFile::exists(current))
        return;
    QByteArray kept;
    if (QFile oldest(before); oldest.open(QIODevice::ReadOnly)) {
        while (!oldest.atEnd()) {
            const QByteArray line = oldest.readLine();
            const std::optional<Event> event = eventOf(QJsonDocument::fromJson(line).object());
            if (event && store.linkAt(event->stamp.replica, event->stamp.n) != event->chain)
                kept += line;
        }
    }
    if (kept.isEmpty()) {
        QFile::remove(before);
        QFile::rename(current, before);
    } else {
        QFile rest(current);
        QSaveFile both(before);
        if (!rest.open(QIODevice::ReadOnly) || !both.open(QIODevice::WriteOnly))
            return; // both parts stay
        both.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        both.write(kept);
        both.write(rest.readAll());
        if (!both.commit())
            return;
        QFile::remove(current);
    }
    syncFolder(m_folder);
}

void Journal::forget(Store& store) const
{
    for (const QString& name : { u"journal.jsonl"_s, u"journal-before.jsonl"_s }) {
        if (const QString path = insideFolder(m_folder, name); !path.isEmpty())
            QFile::remove(path);
    }
    if (const QString content = insideFolder(m_folder, u"content"_s); !content.isEmpty()) {
        for (const QString& name : QDir(content).entryList(QDir::Files | QDir::System)) {
            if (!store.hasContent(QByteArray::fromHex(name.toLatin1())))
                QFile::remove(content + u'/' + name);
        }
    }
    syncFolder(m_folder);
}

Journal::Record Journal::read() const
{
    Record record;
    for (const char* name : { "journal-before.jsonl", "journal.jsonl" }) {
        QFile file(insideFolder(m_folder, QLatin1StringView(name)));
        if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
            continue;
        while (!file.atEnd()) {
            const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
            std::optional<Event> event = eventOf(line);
            if (!event)
                continue;
            for (const QJsonValue& words : line[u"texts"].toArray()) {
                const QByteArray bytes = QByteArray::fromBase64(words.toString().toLatin1());
                record.texts.insert(contentHash(bytes), bytes);
            }
            record.events.append(std::move(*event));
        }
    }
    const TextFinder text = [&record](const QByteArray& hash) { return record.texts.value(hash); };
    for (Event& event : record.events) {
        if (auto change = decodePayload(eventKindFromName(event.kind), event.payload, text))
            event.change = std::move(*change);
    }
    return record;
}

QString Journal::contentPath(const QByteArray& sha256) const
{
    return insideFolder(insideFolder(m_folder, u"content"_s), QString::fromLatin1(sha256.toHex()));
}

Expected<void> Journal::keepContent(const QByteArray& sha256, const QByteArray& bytes) const
{
    const QString path = contentPath(sha256);
    if (QFile::exists(path))
        return {};
    QSaveFile file(path);
    if (path.isEmpty() || !makeOwnFolder(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(qCompress(bytes)) < 0 || !file.commit())
        return std::unexpected(failure(path));
    return {};
}

std::optional<QByteArray> Journal::content(const QByteArray& sha256) const
{
    QFile file(contentPath(sha256));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = qUncompress(file.readAll());
    return contentHash(bytes) == sha256 ? std::optional(bytes) : std::nullopt;
}

} // namespace assay
