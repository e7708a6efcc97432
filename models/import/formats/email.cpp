// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/containers/mime.h"
#include "models/import/decoding.h"
#include "models/import/letters/htmlletter.h"
#include "models/import/letters/plainletter.h"

#include <QDateTime>
#include <QRegularExpression>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// The names of attached files, of pictures inside the letter none.
void addAttached(const MimePart& part, QStringList& names)
{
    static const QRegularExpression named(uR"x(\b(?:file)?name\*?=\s*(?:"([^"]*)"|([^;\s]+)))x"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString place = part.header("content-disposition");
    const QRegularExpressionMatch match = named.match(place);
    const QString name = match.captured(1) + match.captured(2);
    if (place.startsWith("attachment"_L1, Qt::CaseInsensitive))
        names.append(name.isEmpty() ? part.type : name);
    for (const MimePart& each : part.parts)
        addAttached(each, names);
}

/// An e-mail: its text, under its subject. What is attached stays in the file.
class Email final : public Format {
public:
    QString name() const override { return u"email"_s; }
    QStringList suffixes() const override { return { u"eml"_s }; }
    bool recognises(const QByteArray&) const override { return false; }

    Reading read(const SourceFile& file) const override
    {
        const MimePart whole = parseMime(file.bytes);
        const MimePart* html = whole.find(u"text/html"_s);
        const MimePart* plain = whole.find(u"text/plain"_s);
        const MimePart* part = html ? html : plain;
        if (!part)
            return refuse(u"There is no letter in it."_s);
        SourceDocument origin;
        const auto text
            = decodeBytes({ part->body, file.name, file.encoding }, part->charset, origin);
        if (!text)
            return std::unexpected(text.error());
        SourceDocument document;
        if (html)
            document = readHtmlLetter(*text);
        else
            document.blocks = plainLetterBlocks(*text,
                { part->parameter("format").toLower() == "flowed",
                    part->parameter("delsp").toLower() == "yes" });
        document.encoding = origin.encoding;
        document.encodingSource = origin.encodingSource;
        document.findings += origin.findings;
        QStringList attached;
        addAttached(whole, attached);
        if (!attached.isEmpty())
            document.findings.append(
                { u"What is attached is no part of it: %1. Save it and import it by itself."_s,
                    { attached.join(u", "_s) } });
        document.title = whole.header("subject");
        document.author = whole.header("from");
        const QDateTime sent = QDateTime::fromString(whole.header("date"), Qt::RFC2822Date);
        document.date = sent.isValid() ? sent.toString(Qt::ISODate) : whole.header("date");
        return document;
    }
};

} // namespace

std::unique_ptr<Format> email()
{
    return std::make_unique<Email>();
}

} // namespace assay
