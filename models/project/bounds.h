// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/event.h"

#include <optional>

class QJsonValue;

/// What an event may say, whoever wrote it. A file comes from somebody else sooner or later, and a
/// chain proves only that it says what was written, not that what was written has a meaning. The
/// same bounds hold at every door: opening, merging, recovery, a review in a PDF, an import.
namespace assay {

/// How far one event's lamport may lie above all others known, before it counts for nothing. Each
/// event made adds one, so honest ones lie as close together as there are events.
inline constexpr qint64 longestLamportStep = 10'000'000;
/// Lamports end here, so that adding one to any is no overflow.
inline constexpr qint64 lamportEnd = 1LL << 62;
inline constexpr qsizetype largestPayload = 4'000'000; ///< bytes
inline constexpr int deepestPayload = 32; ///< JSON levels
inline constexpr qsizetype longestName = 200; ///< of a reviewer or a field; UTF-16 units
inline constexpr qsizetype longestLine = 1000; ///< of a title, author, place ...; UTF-16 units
/// Ends of sessions that one event records, so that its payload stays in bounds.
inline constexpr qsizetype mostRecordedHeads = 30'000;

/// Whether an event of that lamport may follow where `highest` is the highest of all known.
inline bool isInReach(qint64 lamport, qint64 highest)
{
    return lamport > 0 && lamport < lamportEnd && lamport - highest <= longestLamportStep;
}

/// Whether it is a time between 1970 and 2200 as ISO 8601 has it, in UTC: "2026-07-03T12:00:00Z".
bool isBoundedTime(QByteArrayView utf8);
/// Whether JSON is nested no deeper than a payload may be, so that no parser runs out of stack.
bool isShallow(QByteArrayView json);
/// Whether a payload is neither too large nor nested too deep; what it says is not looked at.
inline bool isBoundedPayload(QByteArrayView json)
{
    return json.size() <= largestPayload && isShallow(json);
}
/// The place in a text that a payload names, in UTF-16 units; nothing where it is no number or no
/// text is that long. No cast wraps.
std::optional<qint32> boundedOffset(const QJsonValue& value);
/// Whether the stretches lie one after another on both sides, the new ones within `length`.
bool isBoundedMap(const QList<RangeMap::Pair>& pairs, qint32 length);
/// Whether each span is of a session and goes upwards.
bool areBoundedSpans(const QList<Span>& spans);

/// The text as one line: without controls and what turns the direction of what follows, and with at
/// most `longest` UTF-16 units.
QString boundedLine(const QString& text, qsizetype longest = longestLine);
/// The text as something that is stored in UTF-8 and comes back the same: without byte order marks
/// at its start, NUL, and halves of characters.
QString storableText(const QString& text);

/// What an event says of itself that no Assay writes, in words that go on "Event 3 of session x";
/// empty where it says nothing such. What its payload says is not looked at beyond its size.
QString problemOfEvent(const Event& event);
/// The same of the events that are to come in where `highest` is the highest lamport known: the
/// first problem as a sentence, empty where there is none.
QString problemOfArrivals(QList<Event> events, qint64 highest);

} // namespace assay
