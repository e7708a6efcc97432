// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/containers/mime.h"
#include "models/import/decoding.h"
#include "models/import/letters/htmlletter.h"
#include "models/import/letters/plainletter.h"

#include <QDateTime>
#include <QRegularExpression>

#include <memory>
#include <vector>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// A part of a letter that is read.
struct LetterPart {
    const MimePart* part = nullptr;
    QString head; ///< of a letter that is attached as one: sender and subject
};

/// Chooses what of a message is the letter, and names what is attached.
class LetterParts {
public:
    void collect(const MimePart& part, int depth = 0)
    {
        constexpr int deepest = 10; // letters in letters
        if (part.type == "multipart/alternative"_L1) {
            const MimePart* best = nullptr; // the richest form: the last that is HTML
            for (const MimePart& each : part.parts) {
                if (!best || each.find(u"text/html"_s))
                    best = &each;
            }
            if (best)
                collect(*best, depth);
        } else if (!part.parts.isEmpty()) {
            for (const MimePart& each : part.parts)
                collect(each, depth);
        } else if (part.type == "message/rfc822"_L1 && depth < deepest) {
            m_letters.push_back(std::make_unique<MimePart>(parseMime(part.body)));
            const MimePart& letter = *m_letters.back();
            m_head
                = u"From: %1\nSubject: %2"_s.arg(letter.header("from"), letter.header("subject"));
            collect(letter, depth + 1);
            m_head.clear();
        } else {
            take(part);
        }
    }

    std::vector<LetterPart> texts;
    QStringList attached; ///< names of files; of pictures inside the letter none

private:
    void take(const MimePart& part)
    {
        static const QRegularExpression named(
            uR"x(\b(?:file)?name\*?=\s*(?:"([^"]*)"|([^;\s]+)))x"_s,
            QRegularExpression::CaseInsensitiveOption);
        const QString place = part.header("content-disposition");
        QRegularExpressionMatch match = named.match(place);
        if (!match.hasMatch())
            match = named.match(QString::fromUtf8(part.contentType));
        const QString name = match.captured(1) + match.captured(2);
        const bool isText = part.type == "text/html"_L1 || part.type == "text/plain"_L1;
        // A picture inside the letter is a part of how it looks.
        const bool isFile
            = !name.isEmpty() && (isText ? !texts.empty() : !part.type.startsWith("image/"_L1));
        const bool asFile = place.startsWith("attachment"_L1, Qt::CaseInsensitive) || isFile;
        if (asFile)
            attached.append(name.isEmpty() ? part.type : name);
        else if (isText)
            texts.push_back({ &part, std::exchange(m_head, {}) });
    }

    std::vector<std::unique_ptr<MimePart>> m_letters; ///< that came as attachments
    QString m_head;
};

/// An e-mail: its text, under its subject. What is attached stays in the file.
class Email final : public Format {
public:
    QString name() const override { return u"email"_s; }
    QStringList suffixes() const override { return { u"eml"_s }; }
    bool recognises(const QByteArray&) const override { return false; }

    Reading read(const SourceFile& file) const override
    {
        const MimePart whole = parseMime(file.bytes);
        LetterParts parts;
        parts.collect(whole);
        if (parts.texts.empty())
            return refuse(u"There is no letter in it."_s);
        SourceDocument document;
        for (const LetterPart& each : parts.texts) {
            if (!each.head.isEmpty())
                document.blocks.append({ each.head, BlockRole::Paragraph, 0, true });
            const Reading read = readPart(*each.part, file);
            if (!read)
                return read;
            document.blocks += read->blocks;
            document.findings += read->findings;
            if (document.plain.isEmpty())
                document.plain = read->plain;
            if (document.encoding.isEmpty()) {
                document.encoding = read->encoding;
                document.encodingSource = read->encodingSource;
            }
        }
        if (!parts.attached.isEmpty())
            document.findings.append(
                { u"What is attached is no part of it: %1. Save it and import it by itself."_s,
                    { parts.attached.join(u", "_s) } });
        document.title = whole.header("subject");
        document.author = whole.header("from");
        const QDateTime sent = QDateTime::fromString(whole.header("date"), Qt::RFC2822Date);
        document.date = sent.isValid() ? sent.toString(Qt::ISODate) : whole.header("date");
        return document;
    }

private:
    static Reading readPart(const MimePart& part, const SourceFile& file)
    {
        SourceDocument origin;
        const auto text
            = decodeBytes({ part.body, file.name, file.encoding }, part.charset, origin);
        if (!text)
            return std::unexpected(text.error());
        SourceDocument document;
        if (part.type == "text/html"_L1)
            document = readHtmlLetter(*text);
        else
            document.blocks = plainLetterBlocks(*text,
                { part.parameter("format").toLower() == "flowed",
                    part.parameter("delsp").toLower() == "yes" });
        document.encoding = origin.encoding;
        document.encodingSource = origin.encodingSource;
        document.findings += origin.findings;
        return document;
    }
};

} // namespace

std::unique_ptr<Format> email()
{
    return std::make_unique<Email>();
}

} // namespace assay
