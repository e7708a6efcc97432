// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/exchange.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// A field as RFC 4180 wants it. A leading apostrophe keeps spreadsheets from running text as a
/// formula.
QByteArray field(QString text)
{
    if (!text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', "\"\""_L1) + u'"';
    return text.toUtf8();
}

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
        const QList<QByteArray> fields{ field(row.article.toString()), field(row.file),
            QByteArray::number(row.unit), field(kindName(row.kind)), QByteArray::number(row.start),
            QByteArray::number(row.end), field(row.text), field(row.reviewer),
            field(tagName(row.mark.tag)), field(row.mark.note),
            said ? QByteArray(row.mark.unsure ? "true" : "false") : QByteArray(),
            field(row.mark.source) };
        return fields.join(',') + "\r\n";
    }
};

} // namespace

std::unique_ptr<ExchangeFormat> csv()
{
    return std::make_unique<Csv>();
}

} // namespace assay
