// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/containers/mime.h"
#include "models/import/decoding.h"
#include "models/import/markup/readpage.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// A page that a browser saved with everything it needs in one file.
class Mhtml final : public Format {
public:
    QString name() const override { return u"mhtml"_s; }
    QStringList suffixes() const override { return { u"mhtml"_s, u"mht"_s }; }

    bool recognises(const QByteArray& bytes) const override
    {
        const QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 2048)).toLower();
        return head.contains("mime-version:") && head.contains("multipart/related")
            && (head.contains("snapshot-content-location:") || head.contains("<saved by"));
    }

    Reading read(const SourceFile& file) const override
    {
        const MimePart whole = parseMime(file.bytes);
        const MimePart* page = whole.find(u"text/html"_s);
        if (!page)
            page = whole.find(u"application/xhtml+xml"_s);
        if (!page)
            return refuse(u"There is no page in it."_s);
        SourceDocument origin;
        const QString charset
            = page->charset.isEmpty() ? declaredCharset(page->body) : page->charset;
        const auto html = decodeBytes({ page->body, file.name, file.encoding }, charset, origin);
        if (!html)
            return std::unexpected(html.error());
        SourceDocument document = readPage(*html);
        document.encoding = origin.encoding;
        document.encodingSource = origin.encodingSource;
        document.findings += origin.findings;
        if (document.link.isEmpty())
            document.link = whole.header("snapshot-content-location");
        if (document.link.isEmpty())
            document.link = page->header("content-location");
        if (document.title.isEmpty())
            document.title = whole.header("subject");
        return document;
    }
};

} // namespace

std::unique_ptr<Format> mhtml()
{
    return std::make_unique<Mhtml>();
}

} // namespace assay
