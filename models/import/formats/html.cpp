// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/decoding.h"
#include "models/import/markup/readpage.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// A saved web page. Nothing that it names is opened: not its folder, not the network.
class Html final : public Format {
public:
    QString name() const override { return u"html"_s; }
    QStringList suffixes() const override
    {
        return { u"html"_s, u"htm"_s, u"xhtml"_s, u"shtml"_s };
    }

    bool recognises(const QByteArray& bytes) const override
    {
        QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 1024)).toLower();
        if (head.startsWith("\xef\xbb\xbf"))
            head.remove(0, 3);
        return head.trimmed().startsWith('<')
            && (head.contains("<!doctype html") || head.contains("<html"));
    }

    Reading read(const SourceFile& file) const override
    {
        SourceDocument origin;
        const auto html = decodeBytes(file, declaredCharset(file.bytes), origin);
        if (!html)
            return std::unexpected(html.error());
        // A part of a page that somebody copied: chosen by hand, so none of it is furniture.
        const bool fragment = html->startsWith("<!--StartFragment-->"_L1);
        SourceDocument document = fragment ? readBarePage(*html) : readPage(*html);
        document.encoding = origin.encoding;
        document.encodingSource = origin.encodingSource;
        document.findings += origin.findings;
        return document;
    }
};

} // namespace

std::unique_ptr<Format> html()
{
    return std::make_unique<Html>();
}

} // namespace assay
