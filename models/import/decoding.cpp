// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/decoding.h"

#include "models/text/decode.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <uchardet.h>

namespace assay {

using namespace Qt::StringLiterals;

QString declaredCharset(const QByteArray& bytes)
{
    static const QRegularExpression pattern(
        u"(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]{2,40})"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString head = QString::fromLatin1(bytes.first(std::min<qsizetype>(bytes.size(), 4096)));
    return pattern.match(head).captured(1);
}

/// Decodes with the encoding of that name, as the web understands names. Nothing for a name that
/// is not known, or, when `strictly`, for bytes that are wrong in it.
static std::optional<QString> decodeAs(const QByteArray& bytes, const QString& name, bool strictly)
{
    const QString small = name.toLower();
    static const QStringList westerners{ u"iso-8859-1"_s, u"latin1"_s, u"latin-1"_s, u"us-ascii"_s,
        u"ascii"_s, u"windows-1252"_s, u"cp1252"_s, u"x-user-defined"_s };
    if (westerners.contains(small))
        return fromWindows1252(bytes);
    // Stateless: the whole file is here, so a letter that is cut off at its end is an error.
    QStringDecoder decoder(
        small == "gb2312"_L1 || small == "gbk"_L1 ? "GB18030" : name.toLatin1().constData(),
        QStringConverter::Flag::Stateless);
    if (!decoder.isValid())
        return {};
    QString text = decoder(bytes);
    if (strictly && decoder.hasError())
        return {};
    return text;
}

static QString guessedCharset(const QByteArray& bytes)
{
    constexpr qsizetype sample = 200'000;
    uchardet_t detector = uchardet_new();
    uchardet_handle_data(
        detector, bytes.constData(), static_cast<std::size_t>(std::min(bytes.size(), sample)));
    uchardet_data_end(detector);
    const QString name = QString::fromLatin1(uchardet_get_charset(detector));
    uchardet_delete(detector);
    return name;
}

/// A guess at a rare Latin alphabet, or at one of an old computer's, is wrong where every letter is
/// a common western one: these alphabets share most of their bytes.
static bool looksWestern(const QByteArray& bytes, const QString& guess)
{
    static const QRegularExpression otherScripts(
        u"^(UTF|ISO-2022|HZ|GB|BIG5|EUC|SHIFT|UHC|CP949|JOHAB|TIS|KOI8|MAC-CYRILLIC|VISCII|GEORGIAN"
        "|IBM8(55|62|66)|WINDOWS-(125[1356]|874)|ISO-8859-([5-8]|11)$)"_s);
    if (guess.isEmpty() || otherScripts.match(guess).hasMatch())
        return false;
    static const QString common
        = u"äöüÄÖÜßéèêëàâáíóúñÑçÇîïôûùœæøåÅØÆÉÀÈÁÍÓÚìòõãÃÕ¿¡«»‘’“”„–—…•€£§°©®™´·½¼²³¹ªº×÷±†‡¶µ\u00A0\u00AD"_s;
    const QString text = fromWindows1252(bytes);
    return std::all_of(
        text.begin(), text.end(), [](QChar c) { return c.unicode() < 128 || common.contains(c); });
}

std::expected<QString, Finding> decodeBytes(
    const SourceFile& file, const QString& declared, SourceDocument& document)
{
    const auto take = [&](const QString& text, const QString& name,
                          const QString& source) -> std::expected<QString, Finding> {
        if (looksBinary(text))
            return refuse(u"It is not a text file."_s);
        document.encoding = name;
        document.encodingSource = source;
        return normalisedText(text);
    };
    const QByteArray& bytes = file.bytes;
    if (!file.encoding.isEmpty()) {
        const std::optional<QString> text = decodeAs(bytes, file.encoding, false);
        if (!text)
            return refuse(u"There is no encoding called %1."_s, { file.encoding });
        return take(*text, file.encoding, u"chosen"_s);
    }
    if (const std::optional<Decoded> unicode = decodeMarked(bytes))
        return take(unicode->text, unicode->encoding, u"mark"_s);
    if (bytes.contains("\x1b$") || bytes.contains("\x1b(")) {
        if (const auto text = decodeAs(bytes, u"ISO-2022-JP"_s, true))
            return take(*text, u"ISO-2022-JP"_s, u"escapes"_s);
    }
    if (const std::optional<QString> text = decodeAs(bytes, u"UTF-8"_s, true))
        return take(*text, u"UTF-8"_s, u"strict"_s);
    if (!declared.isEmpty() && declared.compare("utf-8"_L1, Qt::CaseInsensitive) != 0) {
        if (const auto text = decodeAs(bytes, declared, false))
            return take(*text, declared, u"declared"_s);
    }
    QString name = guessedCharset(bytes);
    if (looksWestern(bytes, name))
        name = u"windows-1252"_s;
    std::optional<QString> text = name.isEmpty() ? std::nullopt : decodeAs(bytes, name, true);
    if (!text) {
        name = u"windows-1252"_s;
        text = fromWindows1252(bytes);
    }
    auto taken = take(*text, name, u"guess"_s);
    if (taken)
        document.findings.append(
            { u"The file does not say how its letters are stored; they were read as %1."_s,
                { name } });
    return taken;
}

} // namespace assay
