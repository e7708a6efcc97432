// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/pdfsyntax.h"

#include <QTimeZone>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace assay::pdf {

using namespace Qt::StringLiterals;

static void appendNumber(QByteArray& out, qreal value, int decimals)
{
    static constexpr qint64 powers[] = { 1, 10, 100, 1000, 10000 };
    const qint64 power = powers[std::clamp(decimals, 0, 4)];
    qint64 scaled = std::llround(std::clamp(value, -1e9, 1e9) * static_cast<qreal>(power));
    if (scaled < 0) {
        out.append('-');
        scaled = -scaled;
    }
    char digits[24];
    const auto whole = std::to_chars(digits, digits + sizeof digits, scaled / power);
    out.append(digits, whole.ptr - digits);
    qint64 rest = scaled % power;
    if (rest == 0)
        return;
    out.append('.');
    for (qint64 place = power / 10; rest > 0; place /= 10) {
        out.append(static_cast<char>('0' + rest / place));
        rest %= place;
    }
}

QByteArray number(qreal value, int decimals)
{
    QByteArray out;
    appendNumber(out, value, decimals);
    return out;
}

void append(QByteArray& out, std::initializer_list<qreal> values)
{
    for (const qreal value : values) {
        appendNumber(out, value, 2);
        out.append(' ');
    }
}

QByteArray literal(const QByteArray& bytes)
{
    QByteArray out("(");
    for (const char c : bytes) {
        if (c == '(' || c == ')' || c == '\\')
            out.append('\\');
        if (c == '\r')
            out.append("\\r");
        else
            out.append(c);
    }
    return out + ')';
}

QByteArray text(const QString& words)
{
    const bool plain
        = std::all_of(words.begin(), words.end(), [](QChar c) { return c >= u' ' && c < u'\x7f'; });
    if (plain)
        return literal(words.toLatin1());
    QByteArray out("<feff");
    out.reserve(words.size() * 4 + 8);
    static constexpr char hex[] = "0123456789abcdef";
    for (const QChar c : words) {
        for (int shift = 12; shift >= 0; shift -= 4)
            out.append(hex[(c.unicode() >> shift) & 15]);
    }
    return out + '>';
}

QByteArray name(const QByteArray& letters)
{
    QByteArray out("/");
    for (const char c : letters) {
        const bool regular = c > ' ' && c < '\x7f' && !QByteArrayView("()<>[]{}/%#").contains(c);
        if (regular)
            out.append(c);
        else
            out += '#' + QByteArray(1, c).toHex();
    }
    return out;
}

QByteArray date(const QDateTime& time)
{
    return "(D:" + time.toUTC().toString(u"yyyyMMddHHmmss"_s).toLatin1() + "Z)";
}

QDateTime dateFrom(QByteArray date)
{
    if (date.startsWith("D:"))
        date.remove(0, 2);
    QByteArray digits = date.first(std::min<qsizetype>(14, date.size()));
    digits += QByteArray("00000101000000").sliced(digits.size());
    QDateTime time = QDateTime::fromString(QString::fromLatin1(digits), u"yyyyMMddHHmmss"_s);
    if (!time.isValid())
        return {};
    time.setTimeZone(QTimeZone::UTC);
    const QByteArray zone = date.sliced(std::min<qsizetype>(14, date.size()));
    if (zone.size() >= 3 && (zone[0] == '+' || zone[0] == '-')) {
        const int minutes
            = zone.sliced(1, 2).toInt() * 60 + (zone.size() >= 6 ? zone.sliced(4, 2).toInt() : 0);
        time = time.addSecs((zone[0] == '+' ? -60 : 60) * minutes);
    }
    return time;
}

QByteArray colour(const QColor& colour)
{
    return number(colour.redF(), 3) + ' ' + number(colour.greenF(), 3) + ' '
        + number(colour.blueF(), 3) + ' ';
}

QByteArray rectangle(const QRectF& box)
{
    return '[' + number(box.left()) + ' ' + number(box.top()) + ' ' + number(box.right()) + ' '
        + number(box.bottom()) + ']';
}

QByteArray reference(int object)
{
    return QByteArray::number(object) + " 0 R";
}

QByteArray array(const QList<int>& objects)
{
    QByteArray out("[");
    for (const int object : objects)
        out += (out.size() > 1 ? " " : "") + reference(object);
    return out + ']';
}

} // namespace assay::pdf
