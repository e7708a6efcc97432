// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/factsjson.h"

#include "models/base/canonicaljson.h"
#include "models/project/bounds.h"

#include <QJsonDocument>

namespace assay {

using namespace Qt::StringLiterals;

/// What was added to an article's facts after the first version: left out where empty, so that old
/// facts keep their hashes.
template <typename Origin>
static auto laterFacts(Origin& from)
{
    return std::array{ std::pair{ "author"_L1, &from.author },
        std::pair{ "encoding-source"_L1, &from.encodingSource },
        std::pair{ "importer"_L1, &from.importer }, std::pair{ "link"_L1, &from.link },
        std::pair{ "published"_L1, &from.published }, std::pair{ "site"_L1, &from.site } };
}

QByteArray factsText(const ArticleFacts& facts)
{
    const Provenance& from = facts.provenance;
    QJsonObject object{ { u"title"_s, facts.title }, { u"file"_s, from.file },
        { u"origin"_s, from.origin }, { u"format"_s, from.format },
        { u"encoding"_s, from.encoding }, { u"language"_s, from.language },
        { u"imported"_s, from.imported.toString(Qt::ISODate) } };
    for (const auto& [name, value] : laterFacts(from)) {
        if (!value->isEmpty())
            object[name] = *value;
    }
    return canonicalJson(object);
}

QJsonObject factsToJson(const ArticleFacts& facts)
{
    return { { u"facts"_s, hex(contentHash(factsText(facts))) },
        { u"revision"_s, hex(facts.revision) }, { u"layout"_s, hex(facts.layout) },
        { u"length"_s, facts.length }, { u"original"_s, hex(facts.provenance.sha256) } };
}

ArticleFacts factsFromJson(const QJsonObject& object, const TextFinder& text)
{
    // Version 1 had title and origin in the payload itself.
    const QJsonObject words = object.contains(u"facts"_s)
        ? QJsonDocument::fromJson(text(unhex(object[u"facts"]))).object()
        : object;
    ArticleFacts facts;
    const auto line = [&words](QStringView key) { return boundedLine(words[key].toString()); };
    facts.title = line(u"title");
    facts.revision = unhex(object[u"revision"]);
    facts.layout = unhex(object[u"layout"]);
    facts.length = boundedOffset(object[u"length"]).value_or(0);
    Provenance& from = facts.provenance;
    from.file = line(u"file");
    from.origin = line(u"origin");
    from.format = line(u"format");
    from.encoding = line(u"encoding");
    from.language = line(u"language");
    from.sha256 = unhex(object[u"original"]);
    from.imported = QDateTime::fromString(words[u"imported"].toString(), Qt::ISODate);
    for (const auto& [name, value] : laterFacts(from))
        *value = boundedLine(words[name].toString());
    return facts;
}

} // namespace assay
