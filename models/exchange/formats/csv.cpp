// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/csvfield.h"
#include "models/exchange/exchange.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Comma-separated values with the same columns as JSON lines.
class Csv final : public ExchangeFormat {
public:
    QString format() const override { return u"csv"_s; }

    QByteArray head() const override
    {
        return "article,file,unit,kind,start,end,text,reviewer,tag,note,unsure,source\r\n";
    }

    QByteArray line(const ExportRow& row) const override
    {
        const bool said = !row.reviewer.isEmpty();
        const QList<QByteArray> fields{ csvField(row.article.toString()), csvField(row.file),
            QByteArray::number(row.unit), csvField(kindName(row.kind)),
            QByteArray::number(row.start), QByteArray::number(row.end), csvField(row.text),
            csvField(row.reviewer), csvField(tagName(row.mark.tag)), csvField(row.mark.note),
            said ? QByteArray(row.mark.unsure ? "true" : "false") : QByteArray(),
            csvField(row.mark.source) };
        return fields.join(',') + "\r\n";
    }
};

} // namespace

std::unique_ptr<ExchangeFormat> csv()
{
    return std::make_unique<Csv>();
}

} // namespace assay
