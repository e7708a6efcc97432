// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/exchange.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

/// JSON lines: every field of a row, null where nobody said anything.
class JsonLines final : public ExchangeFormat {
public:
    QString format() const override { return u"jsonl"_s; }

    QByteArray line(const ExportRow& row) const override
    {
        const bool said = !row.reviewer.isEmpty();
        const QJsonObject object{ { u"article"_s, row.article.toString() }, { u"file"_s, row.file },
            { u"unit"_s, row.unit }, { u"kind"_s, kindName(row.kind) }, { u"start"_s, row.start },
            { u"end"_s, row.end }, { u"text"_s, row.text }, { u"reviewer"_s, orNull(row.reviewer) },
            { u"tag"_s, orNull(tagName(row.mark.tag)) }, { u"note"_s, orNull(row.mark.note) },
            { u"unsure"_s, said ? QJsonValue(row.mark.unsure) : QJsonValue() },
            { u"source"_s, orNull(row.mark.source) } };
        return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
};

} // namespace

std::unique_ptr<ExchangeFormat> jsonl()
{
    return std::make_unique<JsonLines>();
}

} // namespace assay
