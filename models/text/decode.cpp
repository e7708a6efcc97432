// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/decode.h"

#include <QStringDecoder>

namespace assay {

using namespace Qt::StringLiterals;

/// windows-1252's characters for 0x80 to 0x9f, as the WHATWG Encoding Standard maps them.
static constexpr char16_t windows1252[32]
    = { 0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
          0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
          0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178 };

QString fromWindows1252(const QByteArray& bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text) {
        if (c >= QChar(0x80) && c < QChar(0xA0))
            c = QChar(windows1252[c.unicode() - 0x80]);
    }
    return text;
}

/// UTF-16 without a mark shows as NUL bytes on one side of nearly every pair.
static std::optional<QStringConverter::Encoding> utf16Pattern(const QByteArray& bytes)
{
    const qsizetype pairs = std::min<qsizetype>(bytes.size(), 4096) / 2;
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < pairs; ++i) {
        even += bytes[2 * i] == 0;
        odd += bytes[2 * i + 1] == 0;
    }
    if (pairs >= 4 && odd > pairs * 7 / 10 && even <= pairs / 20)
        return QStringConverter::Utf16LE;
    if (pairs >= 4 && even > pairs * 7 / 10 && odd <= pairs / 20)
        return QStringConverter::Utf16BE;
    return {};
}

bool looksBinary(QStringView text)
{
    const QStringView head = text.first(std::min<qsizetype>(text.size(), 65536));
    const auto controls = std::count_if(head.begin(), head.end(), [](QChar c) {
        return (c < u' ' && c != u'\n' && c != u'\t' && c != u'\r' && c != u'\f' && c != u'\x1b')
            || c == QChar::ReplacementCharacter || c == u'\x7f';
    });
    return controls > 2 && controls * 100 > head.size(); // a slip or two may be in any text
}

std::optional<Decoded> decodeMarked(const QByteArray& bytes)
{
    std::optional<QStringConverter::Encoding> encoding = QStringConverter::encodingForData(bytes);
    if (!encoding)
        encoding = utf16Pattern(bytes);
    if (!encoding)
        return {};
    QStringDecoder decoder(*encoding, QStringConverter::Flag::Stateless);
    return Decoded{ decoder(bytes),
        QString::fromLatin1(QStringConverter::nameForEncoding(*encoding)) };
}

QString storedText(const QByteArray& utf8)
{
    QStringDecoder decoder(QStringConverter::Utf8,
        QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    return decoder(utf8);
}

QString normalisedText(QString text)
{
    qsizetype marks = 0;
    while (marks < text.size() && text[marks] == QChar::ByteOrderMark)
        ++marks;
    text.remove(0, marks);
    if (text.contains(QChar::Null))
        text.remove(QChar::Null);
    if (text.contains(u'\r')) {
        text.replace("\r\n"_L1, "\n"_L1);
        text.replace(u'\r', u'\n');
    }
    return text;
}

} // namespace assay
