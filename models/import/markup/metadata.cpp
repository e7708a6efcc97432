// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/metadata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

/// Sets `to` when it is still empty.
static void offer(QString& to, const QString& value)
{
    if (to.isEmpty())
        to = value.simplified().left(1000);
}

static QString metaContent(const Page& page, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        for (int i = page.find("meta"); i >= 0; i = page.find("meta", i + 1)) {
            const Node& meta = page[i];
            for (const QByteArrayView key : { "property", "name", "itemprop" }) {
                if (meta.attribute(key).compare(name, Qt::CaseInsensitive) == 0
                    && !meta.attribute("content").trimmed().isEmpty())
                    return meta.attribute("content");
            }
        }
    }
    return {};
}

/// The name in a JSON-LD value: a text, an object with a name, or a list of these.
static QString nameIn(const QJsonValue& value)
{
    if (value.isArray()) {
        QStringList names;
        for (const QJsonValue& each : value.toArray())
            names.append(nameIn(each));
        names.removeAll(QString());
        return names.join(", "_L1);
    }
    return value.isObject() ? value[u"name"].toString() : value.toString();
}

static void readArticleObject(const QJsonObject& object, SourceDocument& document)
{
    const QString type = object[u"@type"].isArray() ? object[u"@type"].toArray().first().toString()
                                                    : object[u"@type"].toString();
    static const QStringList types{ u"Article"_s, u"NewsArticle"_s, u"BlogPosting"_s,
        u"MedicalWebPage"_s, u"WebPage"_s, u"Report"_s, u"ScholarlyArticle"_s,
        u"ReportageNewsArticle"_s, u"MedicalScholarlyArticle"_s, u"AdvertiserContentArticle"_s };
    if (!types.contains(type))
        return;
    offer(document.title, nameIn(object[u"headline"]));
    offer(document.author, nameIn(object[u"author"]));
    offer(document.date, object[u"datePublished"].toString());
    offer(document.site, nameIn(object[u"publisher"]));
}

/// All objects of the page's JSON-LD.
static QJsonArray dataObjects(const Page& page)
{
    QJsonArray all;
    for (int i = page.find("script"); i >= 0; i = page.find("script", i + 1)) {
        if (page[i].attribute("type") != "application/ld+json"_L1)
            continue;
        QString text;
        for (int k = i + 1; k < page[i].end; ++k)
            text += page[k].text;
        const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
        QJsonArray objects = json.isArray() ? json.array() : QJsonArray{ json.object() };
        if (json.object().contains("@graph"_L1))
            objects = json.object()[u"@graph"].toArray();
        for (const QJsonValue& object : objects)
            all.append(object);
    }
    return all;
}

QString bodyInData(const Page& page)
{
    const QJsonArray objects = dataObjects(page);
    for (const QJsonValue& object : objects) {
        const QString body = object[u"articleBody"].toString();
        if (!body.isEmpty())
            return body;
    }
    return {};
}

static QString linkOf(const Page& page)
{
    for (int i = page.find("link"); i >= 0; i = page.find("link", i + 1)) {
        if (page[i].attribute("rel").compare("canonical"_L1, Qt::CaseInsensitive) == 0)
            return page[i].attribute("href");
    }
    return metaContent(page, { "og:url"_L1 });
}

void readMetadata(const Page& page, SourceDocument& document)
{
    static const QRegularExpression savedFrom(u"saved from url=\\(\\d+\\)(\\S+)"_s);
    offer(document.link, linkOf(page));
    if (const QRegularExpressionMatch match = savedFrom.match(page.leadingComments);
        match.hasMatch())
        offer(document.link, match.captured(1));
    const QJsonArray objects = dataObjects(page);
    for (const QJsonValue& object : objects)
        readArticleObject(object.toObject(), document);
    offer(document.title, metaContent(page, { "og:title"_L1, "twitter:title"_L1, "dc.title"_L1 }));
    offer(document.author,
        metaContent(
            page, { "author"_L1, "dc.creator"_L1, "parsely-author"_L1, "sailthru.author"_L1 }));
    offer(document.date,
        metaContent(page,
            { "article:published_time"_L1, "datePublished"_L1, "dc.date"_L1, "date"_L1,
                "pubdate"_L1, "parsely-pub-date"_L1, "og:published_time"_L1 }));
    offer(document.site, metaContent(page, { "og:site_name"_L1, "application-name"_L1 }));
    if (document.date.isEmpty()) {
        const int time = page.find("time");
        if (time >= 0)
            offer(document.date, page[time].attribute("datetime"));
    }
    offer(document.language, page[0].attribute("lang"));
    offer(document.language, page[0].attribute("xml:lang"));
    if (document.author.startsWith("http"_L1))
        document.author.clear(); // some pages name the author's profile
}

QString essence(const QString& text)
{
    QString letters;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            letters += c.toLower();
    }
    return letters;
}

QString headlineOf(const Page& page, const SourceDocument& document, int& headingNode)
{
    headingNode = -1;
    const int titleNode = page.find("title");
    const QString pageTitle = titleNode >= 0 ? page.textOf(titleNode) : QString();
    const QString named = essence(document.title + u' ' + pageTitle);
    QString headline;
    qsizetype longestMatch = 0;
    int only = -1;
    int count = 0;
    for (const QByteArrayView tag : { "h1", "h2" }) {
        for (int i = page.find(tag); i >= 0; i = page.find(tag, i + 1)) {
            const QString text = page.textOf(i);
            const QString heading = essence(text);
            if (tag == "h1" && heading.size() > 3) {
                ++count;
                only = i;
            }
            // The site's name may stand in a heading and in the title too: the longest counts.
            if (heading.size() >= 8 && heading.size() > longestMatch && named.contains(heading)) {
                longestMatch = heading.size();
                headingNode = i;
                headline = text;
            }
        }
    }
    if (headingNode >= 0)
        return headline;
    if (count == 1 && page.textOf(only).size() > 20 && document.title.isEmpty()) {
        headingNode = only;
        return page.textOf(only);
    }
    if (!document.title.isEmpty())
        return document.title;
    // "Headline | Site": the longest part. What goes on small is no site: "Silver - the cure".
    static const QRegularExpression marks(u"\\s+[|\\x{00BB}\\x{2014}\\x{2013}-]\\s+(?!\\p{Ll})"_s);
    const QStringList parts = pageTitle.split(marks, Qt::SkipEmptyParts);
    const auto longest = std::max_element(parts.begin(), parts.end(),
        [](const QString& a, const QString& b) { return a.size() < b.size(); });
    return longest == parts.end() ? QString() : *longest;
}

} // namespace assay
