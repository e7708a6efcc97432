// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/letters/letterhead.h"

#include <QRegularExpression>
#include <QSet>

#include <optional>

namespace assay {

using namespace Qt::StringLiterals;

/// The name of the field that a line gives, small; nothing where it gives none.
static std::optional<QString> fieldOf(const QString& line)
{
    static const QRegularExpression field(
        u"^\\s*\\*?(\\p{L}[\\p{L} -]{0,24}?)\\s?:\\*?(?:\\s|$)"_s);
    const QRegularExpressionMatch match = field.match(line);
    return match.hasMatch() ? std::optional(match.captured(1).toLower()) : std::nullopt;
}

static bool isKnown(const QString& field)
{
    static const QSet<QString> known{ u"from"_s, u"sent"_s, u"date"_s, u"to"_s, u"cc"_s, u"bcc"_s,
        u"subject"_s, u"reply-to"_s, u"von"_s, u"gesendet"_s, u"datum"_s, u"an"_s, u"kopie"_s,
        u"betreff"_s, u"antwort an"_s, u"de"_s, u"enviado"_s, u"enviado el"_s, u"fecha"_s,
        u"para"_s, u"asunto"_s, u"envoyé"_s, u"à"_s, u"objet"_s };
    return known.contains(field);
}

/// The line that mail programs put above what they forward.
static bool isRule(const QString& line)
{
    static const QRegularExpression dashed(
        u"^\\s*-{3,}[^-]*(?:message|mail|nachricht|mensaje|forward|weitergeleitet|reenviad)[^-]*-{3,}\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression words(
        u"^\\s*(?:begin forwarded message|anfang der weitergeleiteten nachricht|inicio del mensaje reenviado|début du message (?:transféré|réexpédié))\\s?:\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return dashed.match(line).hasMatch() || words.match(line).hasMatch();
}

std::vector<bool> forwardedHeads(const QStringList& lines)
{
    std::vector<bool> heads(static_cast<std::size_t>(lines.size()));
    for (qsizetype i = 0; i < lines.size();) {
        qsizetype from = i;
        const bool ruled = isRule(lines[i]);
        if (ruled) {
            heads[static_cast<std::size_t>(i)] = true;
            ++from;
            while (from < lines.size() && lines[from].trimmed().isEmpty())
                ++from;
        }
        QSet<QString> known;
        qsizetype past = from;
        // Once it is a head, fields of any name go on: "Importance: High".
        for (; past < lines.size(); ++past) {
            const std::optional<QString> field = fieldOf(lines[past]);
            if (!field || (known.isEmpty() && !isKnown(*field)))
                break;
            if (isKnown(*field))
                known.insert(*field);
        }
        const bool named
            = known.contains(u"from"_s) || known.contains(u"von"_s) || known.contains(u"de"_s);
        const bool isHead = named && (ruled || known.size() >= 2);
        for (qsizetype k = from; k < past && isHead; ++k)
            heads[static_cast<std::size_t>(k)] = true;
        i = isHead ? past : i + 1;
    }
    return heads;
}

bool isAttribution(const QString& text)
{
    static const QRegularExpression sign(
        u"@|\\b\\d{1,2}[:.]\\d{2}\\b|\\b(?:wrote|writes|schrieb|escribió|écrit|scritto|schreef)\\b[^:]{0,40}:$"_s);
    return text.size() < 300 && text.endsWith(u':') && sign.match(text).hasMatch();
}

} // namespace assay
