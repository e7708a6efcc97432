// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QFile>
#include <QFontDatabase>
#include <QThreadPool>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace assay {

using namespace Qt::StringLiterals;

Expected<Theme> Theme::load(const QString& name)
{
    QFile file(u":/themes/%1.theme"_s.arg(name));
    const QJsonObject colours = file.open(QIODevice::ReadOnly)
        ? QJsonDocument::fromJson(file.readAll())[u"assay"].toObject()
        : QJsonObject();
    bool good = !colours.isEmpty();
    const auto read = [&good](const QJsonObject& object, const QString& key) {
        const QColor colour = QColor::fromString(object[key].toString());
        good = good && colour.isValid();
        return colour;
    };
    Theme theme;
    theme.name = name;
    const std::pair<QColor Theme::*, QString> fields[] = { { &Theme::window, u"window"_s },
        { &Theme::panel, u"panel"_s }, { &Theme::paper, u"paper"_s }, { &Theme::line, u"line"_s },
        { &Theme::ink, u"ink"_s }, { &Theme::muted, u"muted"_s }, { &Theme::accent, u"accent"_s },
        { &Theme::selection, u"selection"_s }, { &Theme::track, u"track"_s },
        { &Theme::button, u"button"_s }, { &Theme::current, u"current"_s },
        { &Theme::error, u"error"_s }, { &Theme::ring, u"ring"_s }, { &Theme::hit, u"hit"_s },
        { &Theme::removed, u"removed"_s }, { &Theme::added, u"added"_s } };
    for (const auto& [field, key] : fields)
        theme.*field = read(colours, key);
    const auto readTag = [&](const QJsonObject& of) {
        return TagColours{ read(of, u"line"_s), read(of, u"tint"_s), read(of, u"on-line"_s) };
    };
    for (const Tag tag : allTags)
        theme.tags[static_cast<size_t>(tag)]
            = readTag(colours[u"tags"].toObject()[tagName(tag)].toObject());
    for (const Relation relation : allRelations) {
        // A weak likeness looks like a claim: its label says which it is.
        const Relation as = relation == Relation::Related ? Relation::SameClaim : relation;
        theme.relations[static_cast<size_t>(relation)]
            = readTag(colours[u"relations"].toObject()[relationName(as)].toObject());
    }
    theme.tags[static_cast<size_t>(Tag::Untagged)] = theme.of(Tag::None);
    if (!good)
        return fail(QCoreApplication::translate("Theme", "The theme “%1” is damaged.").arg(name));
    return theme;
}

QString tagLetter(Tag tag)
{
    switch (tag) {
    case Tag::Evidence:
        return u"E"_s;
    case Tag::Marketing:
        return u"M"_s;
    case Tag::Caveat:
        return u"C"_s;
    case Tag::None:
        return u"–"_s;
    case Tag::Untagged:
        break;
    }
    return {};
}

QString tagTitle(Tag tag)
{
    switch (tag) {
    case Tag::Evidence:
        return QCoreApplication::translate("Tag", "Evidence");
    case Tag::Marketing:
        return QCoreApplication::translate("Tag", "Marketing");
    case Tag::Caveat:
        return QCoreApplication::translate("Tag", "Caveat");
    case Tag::None:
        return QCoreApplication::translate("Tag", "None");
    case Tag::Untagged:
        break;
    }
    return QCoreApplication::translate("Tag", "Untagged");
}

QString tagWord(Tag tag)
{
    // In German a noun has its capital wherever it stands.
    return QLocale().language() == QLocale::German ? tagTitle(tag) : tagTitle(tag).toLower();
}

void loadFonts()
{
    // A thread's fonts end with it, and pages that it laid out need them longer.
    QThreadPool::globalInstance()->setExpiryTimeout(-1);
    for (const char* name : { "NotoSerif-Regular.ttf", "Inter-Regular.otf", "Inter-SemiBold.otf" })
        QFontDatabase::addApplicationFont(u":/fonts/"_s + QLatin1StringView(name));
}

QFont serifFont(qreal points)
{
    QFont font(u"Noto Serif"_s);
    font.setPointSizeF(points);
    font.setStyleHint(QFont::Serif);
    return font;
}

QFont sansFont(qreal points, QFont::Weight weight)
{
    QFont font(u"Inter"_s);
    font.setPointSizeF(points);
    font.setStyleHint(QFont::SansSerif);
    font.setWeight(weight);
    return font;
}

} // namespace assay
