// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/bounds.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

#include <algorithm>

namespace assay {

static QString say(const char* text)
{
    return QCoreApplication::translate("Bounds", text);
}

bool isBoundedTime(QByteArrayView utf8)
{
    // As this program writes it, which is nearly always the case, without building a QDateTime.
    static constexpr char shape[] = "dddd-dd-ddTdd:dd:ddZ";
    constexpr qsizetype length = sizeof shape - 1;
    bool plain = utf8.size() == length;
    for (qsizetype i = 0; plain && i < length; ++i)
        plain = shape[i] == 'd' ? utf8[i] >= '0' && utf8[i] <= '9' : utf8[i] == shape[i];
    const auto number = [&](qsizetype from, qsizetype digits) {
        int value = 0;
        for (qsizetype i = from; i < from + digits; ++i)
            value = value * 10 + (utf8[i] - '0');
        return value;
    };
    if (plain)
        return number(0, 4) >= 1970 && number(0, 4) < 2200 && number(5, 2) >= 1
            && number(5, 2) <= 12 && number(8, 2) >= 1 && number(8, 2) <= 31 && number(11, 2) < 24
            && number(14, 2) < 60 && number(17, 2) <= 60;
    constexpr qsizetype longest = 40;
    if (utf8.size() > longest)
        return false;
    const QDateTime time = QDateTime::fromString(QString::fromUtf8(utf8), Qt::ISODate);
    return time.isValid() && time.date().year() >= 1970 && time.date().year() < 2200;
}

bool isShallow(QByteArrayView json)
{
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepestPayload)
                return false;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return true;
}

std::optional<qint32> boundedOffset(const QJsonValue& value)
{
    const qint64 offset = value.toInteger(-1);
    if (offset < 0 || offset > maximumTextLength)
        return {};
    return static_cast<qint32>(offset);
}

bool isBoundedMap(const QList<RangeMap::Pair>& pairs, qint32 length)
{
    TextRange last;
    TextRange lastTo;
    for (const RangeMap::Pair& pair : pairs) {
        if (pair.from.start < last.end || pair.from.end < pair.from.start
            || pair.to.start < lastTo.end || pair.to.end < pair.to.start || pair.to.end > length)
            return false;
        last = pair.from;
        lastTo = pair.to;
    }
    return true;
}

bool areBoundedSpans(const QList<Span>& spans)
{
    return std::ranges::all_of(spans, [](const Span& span) {
        return !span.replica.isNull() && span.first >= 1 && span.last >= span.first
            && span.last < lamportEnd;
    });
}

QString boundedLine(const QString& text, qsizetype longest)
{
    const auto turns = [](char16_t c) { // embeddings, overrides, isolates (UAX #9, table 2)
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    };
    const auto isBad = [&](QChar c) {
        return c.category() == QChar::Other_Control || turns(c.unicode()) || c.unicode() == 0x2028
            || c.unicode() == 0x2029 || c == QChar::ByteOrderMark;
    };
    QString line;
    if (text.size() <= longest && std::ranges::none_of(text, isBad))
        return text;
    for (const QChar c : text) {
        if (line.size() >= longest)
            break;
        if (c == u'\n' || c == u'\t')
            line += u' ';
        else if (!isBad(c))
            line += c;
    }
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    return line;
}

QString storableText(const QString& text)
{
    QString stored = QString::fromUtf8(text.toUtf8()); // takes one mark away
    while (stored.startsWith(QChar::ByteOrderMark))
        stored.remove(0, 1);
    if (stored.contains(QChar::Null))
        stored.remove(QChar::Null);
    return stored;
}

QString problemOfEvent(const Event& event)
{
    if (event.stamp.replica.isNull() || event.stamp.n < 1)
        return say("has no place in a session");
    if (event.stamp.lamport < 1 || event.stamp.lamport >= lamportEnd)
        return say("says it came at a moment that no clock of a project reaches");
    if (!isBoundedTime(event.time.toUtf8()))
        return say("was made at no time between 1970 and 2200");
    if (event.payload.size() > largestPayload)
        return say("is larger than 4 MB");
    if (!isBoundedPayload(event.payload))
        return say("is nested deeper than any event");
    if (event.change.kind == EventKind::Reviewer) {
        const QString name
            = QJsonDocument::fromJson(event.payload).object()[QStringLiteral("name")].toString();
        if (name.size() > longestName)
            return say("gives a reviewer a name of more than 200 characters");
    }
    return {};
}

QString problemOfArrivals(QList<Event> events, qint64 highest)
{
    std::ranges::sort(events, {}, [](const Event& event) { return event.stamp.lamport; });
    const auto sentence = [](const Event& event, const QString& problem) {
        return say("Event %1 of session %2 %3.")
            .arg(QString::number(event.stamp.n), event.stamp.replica.toString(), problem);
    };
    for (const Event& event : std::as_const(events)) {
        if (const QString problem = problemOfEvent(event); !problem.isEmpty())
            return sentence(event, problem);
        if (!isInReach(event.stamp.lamport, highest))
            return sentence(event,
                say("says it came so long after all others that every later edit would be hidden"));
        highest = std::max(highest, event.stamp.lamport);
    }
    return {};
}

} // namespace assay
