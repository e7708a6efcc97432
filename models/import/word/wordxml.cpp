// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/word/wordxml.h"

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

QString wordName(const QXmlStreamReader& in)
{
    const QStringView space = in.namespaceUri();
    const auto with = [&in](QLatin1StringView prefix) { return prefix + in.name().toString(); };
    if (space.endsWith("/wordprocessingml/main"_L1) || space.contains("/wordprocessingml/2006"_L1))
        return with("w:"_L1);
    if (space.endsWith("/officeDocument/2006/math"_L1) || space.endsWith("/officeDocument/math"_L1))
        return with("m:"_L1);
    if (space.contains("/markup-compatibility/"_L1))
        return with("mc:"_L1);
    return in.qualifiedName().toString();
}

QString attribute(const QXmlStreamReader& in, QLatin1StringView name)
{
    for (const QXmlStreamAttribute& each : in.attributes()) {
        if (each.name() == name)
            return each.value().toString();
    }
    return {};
}

std::optional<WordStyle> styleOfLevel(const QString& level)
{
    bool isNumber = false;
    const int number = level.toInt(&isNumber);
    if (!isNumber || number < 0 || number >= 6)
        return {};
    return WordStyle{ BlockRole::Heading, static_cast<quint8>(number + 1), false, false };
}

/// What a style's name says: it is English in every language of Word.
static std::optional<WordStyle> styleNamed(const QString& name)
{
    if (name == "title"_L1)
        return WordStyle{ BlockRole::Heading, 1, true, false };
    if (name.startsWith("heading "_L1))
        return WordStyle{ BlockRole::Heading,
            static_cast<quint8>(std::clamp(name.sliced(8).toInt(), 1, 6)), false, false };
    if (name.startsWith("toc "_L1))
        return WordStyle{ BlockRole::Paragraph, 0, false, true };
    if (name.contains("quote"_L1))
        return WordStyle{ BlockRole::Quote, 0, false, false };
    if (name == "caption"_L1)
        return WordStyle{ BlockRole::Caption, 0, false, false };
    if (name.startsWith("list "_L1))
        return WordStyle{ BlockRole::ListItem, 0, false, false };
    return {};
}

QHash<QString, WordStyle> wordStyles(const QByteArray& xml)
{
    QHash<QString, WordStyle> styles;
    QHash<QString, QString> bases;
    QXmlStreamReader in(xml);
    QString id;
    while (!in.atEnd()) {
        if (in.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString element = wordName(in);
        const QString value = attribute(in, "val"_L1);
        if (element == "w:style"_L1)
            id = attribute(in, "styleId"_L1);
        else if (element == "w:basedOn"_L1)
            bases.insert(id, value);
        else if (element == "w:outlineLvl"_L1)
            styles[id] = styleOfLevel(value).value_or(styles.value(id)); // 9 says: no heading
        else if (const auto named
            = element == "w:name"_L1 ? styleNamed(value.toLower()) : std::nullopt)
            styles[id] = *named;
    }
    constexpr int deepest = 20; // a file may name styles in a ring
    for (auto it = bases.cbegin(); it != bases.cend(); ++it) {
        QString base = it.value();
        for (int up = 0; up < deepest && !styles.contains(it.key()) && !base.isEmpty(); ++up) {
            if (const auto found = styles.constFind(base); found != styles.cend()) {
                WordStyle taken = *found;
                taken.title = false; // a subtitle is often based on the title
                styles.insert(it.key(), taken);
            }
            base = bases.value(base);
        }
    }
    return styles;
}

} // namespace assay
