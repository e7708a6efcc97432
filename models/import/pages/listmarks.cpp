// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/pages/listmarks.h"

#include <QRegularExpression>

namespace assay {

using namespace Qt::StringLiterals;

bool startsItem(const QString& line)
{
    static const QRegularExpression marker(
        u"^(?:[\u2022\u25CF\u25AA\u25E6\u2023\u2043\u00B7\uF0B7\u2013*-]\\s+\\S|\\(?(?:\\d{1,2}|[a-z])[.)]\\s+\\S)"_s);
    // English writes a day so with a year only; "1. May cause drowsiness" is an item.
    static const QRegularExpression date(
        u"^\\d{1,2}\\.\\s+(?:(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\\b|(?:January|February|March|May|June|July|October|December)\\s+\\d{4}\\b)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return marker.match(line).hasMatch() && !date.match(line).hasMatch();
}

bool isDoubtfulMark(const QString& line)
{
    return !line.isEmpty()
        && (line.front().isLetterOrNumber() || QStringView(u"\u2013*-(").contains(line.front()));
}

int itemNumber(const QString& line)
{
    static const QRegularExpression number(u"^\\(?(\\d{1,2})[.)]\\s"_s);
    return number.match(line).captured(1).toInt();
}

} // namespace assay
