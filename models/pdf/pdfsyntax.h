// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QDateTime>
#include <QList>
#include <QRectF>
#include <QString>

/// How values are written in a PDF file (ISO 32000-1, 7.3 and 7.9).
namespace assay::pdf {

/// A number with at most `decimals` (up to 4) decimals and no zeros behind them.
QByteArray number(qreal value, int decimals = 2);
/// Numbers with a blank behind each, for content streams.
void append(QByteArray& out, std::initializer_list<qreal> values);
/// A string for people: plain where it is ASCII, else UTF-16 with its mark.
QByteArray text(const QString& words);
/// A string of bytes.
QByteArray literal(const QByteArray& bytes);
/// A name, with its slash.
QByteArray name(const QByteArray& letters);
/// Date as D:YYYYMMDDHHmmSSZ, a string.
QByteArray date(const QDateTime& time);
/// What a date string says, UTC; invalid where it is none. `date` is without its parentheses.
QDateTime dateFrom(QByteArray date);
/// Red, green and blue from 0 to 1, with a blank behind each.
QByteArray colour(const QColor& colour);
/// "[left bottom right top]" of a box whose y goes upwards (its top() is the lower edge).
QByteArray rectangle(const QRectF& box);
QByteArray reference(int object);
QByteArray array(const QList<int>& objects);

} // namespace assay::pdf
