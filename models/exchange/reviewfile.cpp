// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/reviewfile.h"

#include "models/project/bounds.h"
#include "models/text/codepoints.h"
#include "models/text/decode.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace assay {

using namespace Qt::StringLiterals;

static constexpr int fileVersion = 2;
static constexpr std::array forms{ "plain"_L1, "quote"_L1, "table-row"_L1, "caption"_L1 };

static QJsonObject provenanceObject(const Provenance& from)
{
    return { { u"file"_s, from.file }, { u"format"_s, from.format },
        { u"encoding"_s, from.encoding }, { u"language"_s, from.language },
        { u"sha256"_s, QString::fromLatin1(from.sha256.toHex()) },
        { u"imported"_s, from.imported.toUTC().toString(Qt::ISODate) },
        { u"author"_s, from.author }, { u"published"_s, from.published }, { u"site"_s, from.site },
        { u"link"_s, from.link } };
}

static Provenance provenanceFrom(const QJsonObject& object)
{
    Provenance from;
    from.file = boundedLine(object[u"file"].toString());
    from.format = boundedLine(object[u"format"].toString());
    from.encoding = boundedLine(object[u"encoding"].toString());
    from.language = boundedLine(object[u"language"].toString());
    from.sha256 = QByteArray::fromHex(object[u"sha256"].toString().toLatin1());
    from.imported = QDateTime::fromString(object[u"imported"].toString(), Qt::ISODate);
    from.author = boundedLine(object[u"author"].toString());
    from.published = boundedLine(object[u"published"].toString());
    from.site = boundedLine(object[u"site"].toString());
    from.link = boundedLine(object[u"link"].toString());
    return from;
}

QByteArray encodeReview(const ReviewFile& review)
{
    CodePoints points(review.text);
    QJsonArray units;
    for (const Unit& unit : review.layout.units) {
        QJsonObject row{ { u"kind"_s, kindName(unit.kind) }, { u"block"_s, unit.block },
            { u"start"_s, points.before(unit.range.start) } };
        row[u"end"_s] = points.before(unit.range.end);
        if (unit.kind == UnitKind::Heading)
            row[u"level"_s] = unit.level;
        if (unit.form != BlockForm::Plain)
            row[u"form"_s] = forms[static_cast<size_t>(unit.form)];
        units.append(row);
    }
    QJsonArray voices;
    for (const ReviewFile::Voice& voice : review.voices) {
        QJsonArray said;
        for (const ReviewFile::Said& one : voice.said) {
            QJsonObject row{ { u"unit"_s, one.unit }, { u"tag"_s, tagName(one.mark.tag) } };
            if (!one.mark.note.isEmpty())
                row[u"note"_s] = one.mark.note;
            if (one.mark.unsure)
                row[u"unsure"_s] = true;
            if (!one.mark.source.isEmpty())
                row[u"source"_s] = one.mark.source;
            if (one.lamport > 0)
                row[u"lamport"_s] = one.lamport;
            said.append(row);
        }
        voices.append(QJsonObject{
            { u"id"_s, voice.id.toString() }, { u"name"_s, voice.name }, { u"said"_s, said } });
    }
    return QJsonDocument(
        QJsonObject{ { u"format"_s, u"assay-review"_s }, { u"version"_s, fileVersion },
            { u"project"_s, review.project }, { u"article"_s, review.article.toString() },
            { u"title"_s, review.title }, { u"from"_s, provenanceObject(review.provenance) },
            { u"original"_s, review.originalLength }, { u"text"_s, review.text },
            { u"units"_s, units }, { u"reviewers"_s, voices } })
        .toJson(QJsonDocument::Compact);
}

namespace {

/// Reads a review and notes whether everything in it can be true.
class ReviewReader {
public:
    explicit ReviewReader(const QJsonObject& object)
        : m_object(object)
    {
    }

    std::optional<ReviewFile> read()
    {
        // It is compared with the project's own and shown to nobody.
        const QUuid project = QUuid::fromString(m_object[u"project"].toString());
        m_review.project = project.isNull() ? QString() : project.toString(QUuid::WithoutBraces);
        m_review.article = ArticleId::fromString(m_object[u"article"].toString());
        m_review.title = boundedLine(m_object[u"title"].toString().simplified());
        m_review.provenance = provenanceFrom(m_object[u"from"].toObject());
        m_review.originalLength = m_object[u"original"].toInteger();
        m_review.text = m_object[u"text"].toString();
        if (m_review.text.isEmpty() || m_review.text.size() > maximumTextLength
            || m_review.text != normalisedText(m_review.text) || m_review.originalLength < 0
            || !readUnits() || !readVoices())
            return {};
        return std::move(m_review);
    }

private:
    bool readUnits()
    {
        // Offsets are code points: where each of them stands in UTF-16.
        std::vector<qint32> places;
        for (qint32 i = 0; i < m_review.text.size(); ++i) {
            if (!m_review.text[i].isLowSurrogate() || i == 0
                || !m_review.text[i - 1].isHighSurrogate())
                places.push_back(i);
        }
        places.push_back(static_cast<qint32>(m_review.text.size()));
        qint32 last = 0;
        qint32 lastBlock = -1;
        for (const QJsonValue& value : m_object[u"units"].toArray()) {
            const QJsonObject row = value.toObject();
            const auto kind = kindFromName(row[u"kind"].toString());
            const qint64 start = row[u"start"].toInteger(-1);
            const qint64 end = row[u"end"].toInteger(-1);
            const qint64 block = row[u"block"].toInteger(-1);
            if (!kind || start < 0 || end <= start || end >= static_cast<qint64>(places.size())
                || block < lastBlock || block > lastBlock + maximumTextLength)
                return false;
            Unit unit{ { places[static_cast<size_t>(start)], places[static_cast<size_t>(end)] },
                *kind, 0, static_cast<qint32>(block) };
            if (unit.range.start < last)
                return false;
            if (*kind == UnitKind::Heading)
                unit.level
                    = static_cast<quint8>(std::clamp<qint64>(row[u"level"].toInteger(1), 1, 6));
            for (size_t form = 0; form < forms.size(); ++form) {
                if (row[u"form"].toString() == forms[form])
                    unit.form = static_cast<BlockForm>(form);
            }
            last = unit.range.end;
            lastBlock = unit.block;
            m_review.layout.units.append(unit);
        }
        return !m_review.layout.units.isEmpty();
    }

    bool readVoices()
    {
        for (const QJsonValue& value : m_object[u"reviewers"].toArray()) {
            const QJsonObject object = value.toObject();
            ReviewFile::Voice voice{ ReviewerId::fromString(object[u"id"].toString()),
                object[u"name"].toString().simplified(), {} };
            if (voice.id.isNull() || voice.name.isEmpty() || voice.name.size() > longestName)
                return false;
            voice.name = boundedLine(voice.name, longestName);
            for (const QJsonValue& one : object[u"said"].toArray()) {
                const QJsonObject row = one.toObject();
                ReviewFile::Said said;
                said.unit = row[u"unit"].toInteger(-1);
                if (said.unit < 0 || said.unit >= m_review.layout.units.size())
                    return false;
                said.mark.tag = tagFromName(row[u"tag"].toString()).value_or(Tag::Untagged);
                said.mark.unsure = row[u"unsure"].toBool();
                said.mark.note = row[u"note"].toString();
                said.mark.source = row[u"source"].toString();
                said.lamport = row[u"lamport"].toInteger();
                if (said.lamport < 0 || said.lamport >= lamportEnd)
                    return false;
                voice.said.append(said);
            }
            m_review.voices.append(voice);
        }
        return true;
    }

    const QJsonObject m_object;
    ReviewFile m_review;
};

} // namespace

Expected<ReviewFile> decodeReview(const QByteArray& bytes)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("Review", text); };
    QJsonParseError problem;
    if (!isShallow(bytes))
        return fail(say("The attached review is damaged."));
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (!document.isObject() || document[u"format"].toString() != "assay-review"_L1)
        return fail(say("The attached review cannot be read."), problem.errorString());
    if (document[u"version"].toInt() > fileVersion)
        return fail(say("The attached review was made by a newer Assay."));
    std::optional<ReviewFile> review = ReviewReader(document.object()).read();
    if (!review)
        return fail(say("The attached review is damaged."));
    return std::move(*review);
}

} // namespace assay
