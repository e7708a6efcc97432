// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/containers/archive.h"

#include <QHash>
#include <QXmlStreamReader>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// What a paragraph style makes of its paragraphs.
struct Style {
    BlockRole role = BlockRole::Paragraph;
    quint8 level = 0;
    bool title = false;
};

/// The styles of a document by their ids. Their names are English in every language of Word.
QHash<QString, Style> stylesOf(const QByteArray& xml)
{
    QHash<QString, Style> styles;
    QXmlStreamReader in(xml);
    QString id;
    while (!in.atEnd()) {
        if (in.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto value = [&] { return in.attributes().value("w:val"_L1).toString().toLower(); };
        if (in.qualifiedName() == "w:style"_L1)
            id = in.attributes().value("w:styleId"_L1).toString();
        else if (in.qualifiedName() == "w:outlineLvl"_L1 && value().toInt() < 6)
            styles[id] = { BlockRole::Heading, static_cast<quint8>(value().toInt() + 1), false };
        else if (in.qualifiedName() == "w:name"_L1) {
            const QString name = value();
            if (name == "title"_L1)
                styles[id] = { BlockRole::Heading, 1, true };
            else if (name.startsWith("heading "_L1))
                styles[id] = { BlockRole::Heading,
                    static_cast<quint8>(std::clamp(name.sliced(8).toInt(), 1, 6)), false };
            else if (name.contains("quote"_L1))
                styles[id].role = BlockRole::Quote;
            else if (name == "caption"_L1)
                styles[id].role = BlockRole::Caption;
            else if (name.startsWith("list "_L1))
                styles[id].role = BlockRole::ListItem;
        }
    }
    return styles;
}

/// Reads the body of a document: paragraphs and table rows, without what was deleted, field codes
/// and the copies for older programs.
class BodyReader {
public:
    BodyReader(const QByteArray& xml, const QHash<QString, Style>& styles)
        : m_in(xml)
        , m_styles(styles)
    {
    }

    bool read(SourceDocument& document)
    {
        while (!m_in.atEnd()) {
            m_in.readNext();
            if (m_in.isStartElement())
                start(document);
            else if (m_in.isEndElement())
                end(document);
            else if (m_in.isCharacters() && m_inText)
                m_text += m_in.text();
        }
        if (m_in.hasError() && !document.blocks.isEmpty())
            document.findings.append({ u"It is damaged: the end of its text is missing."_s, {} });
        return !m_in.hasError() || !document.blocks.isEmpty();
    }

private:
    void start(SourceDocument&)
    {
        const auto name = m_in.qualifiedName();
        if (name == "w:del"_L1 || name == "mc:Fallback"_L1 || name == "w:instrText"_L1
            || name == "w:moveFrom"_L1 || name == "w:pPrChange"_L1 || name == "w:rPrChange"_L1) {
            m_in.skipCurrentElement();
        } else if (name == "w:p"_L1) {
            // A text box stands inside a paragraph, with paragraphs of its own.
            m_outer.push_back({ std::exchange(m_text, m_rows > 0 ? m_text : QString()), m_style });
            m_style = {};
        } else if (name == "w:pStyle"_L1) {
            m_style = m_styles.value(m_in.attributes().value("w:val"_L1).toString());
        } else if (name == "w:outlineLvl"_L1) {
            const int level = m_in.attributes().value("w:val"_L1).toInt();
            if (level < 6)
                m_style = { BlockRole::Heading, static_cast<quint8>(level + 1), false };
        } else if (name == "w:numPr"_L1) {
            m_mayList = m_style.role != BlockRole::Heading;
        } else if (name == "w:numId"_L1) { // 0 says: no list after all
            if (std::exchange(m_mayList, false) && m_in.attributes().value("w:val"_L1) != "0"_L1)
                m_style.role = BlockRole::ListItem;
        } else if (name == "w:t"_L1 || name == "m:t"_L1) {
            m_inText = true;
        } else if (name == "w:tab"_L1 || name == "w:ptab"_L1) {
            if (!m_text.isEmpty())
                m_text += u' ';
        } else if (name == "w:br"_L1 || name == "w:cr"_L1) {
            m_text += m_in.attributes().value("w:type"_L1).isEmpty() ? u'\n' : u' ';
        } else if (name == "w:noBreakHyphen"_L1) {
            m_text += u'\u2011';
        } else if (name == "w:tr"_L1) {
            if (m_rows++ == 0) {
                m_cells.clear();
                m_beforeTable = std::exchange(m_text, {});
            }
        }
    }

    void end(SourceDocument& document)
    {
        const auto name = m_in.qualifiedName();
        if (name == "w:t"_L1 || name == "m:t"_L1) {
            m_inText = false;
        } else if (name == "w:p"_L1) {
            if (m_rows > 0)
                m_text += u' ';
            else
                append(document, std::exchange(m_text, m_outer.back().first), m_style);
            m_style = m_outer.back().second;
            m_outer.pop_back();
        } else if (name == "w:tc"_L1 && m_rows == 1) {
            if (!m_text.trimmed().isEmpty())
                m_cells.append(m_text.simplified());
            m_text.clear();
        } else if (name == "w:tr"_L1 && --m_rows == 0) {
            append(document, m_cells.join(" | "_L1), { BlockRole::TableRow, 0, false });
            m_text = std::exchange(m_beforeTable, {});
        }
    }

    static void append(SourceDocument& document, const QString& text, const Style& style)
    {
        if (text.trimmed().isEmpty())
            return;
        document.blocks.append({ text.trimmed(), style.role, style.level, false });
        if (style.title && document.title.isEmpty())
            document.title = text.simplified();
    }

    QXmlStreamReader m_in;
    const QHash<QString, Style>& m_styles;
    Style m_style;
    QString m_text;
    QString m_beforeTable; ///< of a paragraph that a table in a text box interrupts
    QStringList m_cells;
    std::vector<std::pair<QString, Style>> m_outer; ///< paragraphs around the present one
    int m_rows = 0; ///< table rows that are open
    bool m_inText = false;
    bool m_mayList = false;
};

void readCore(const QByteArray& xml, SourceDocument& document)
{
    QXmlStreamReader in(xml);
    while (!in.atEnd()) {
        if (in.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (in.qualifiedName() == "dc:title"_L1 && document.title.isEmpty())
            document.title = in.readElementText(QXmlStreamReader::SkipChildElements);
        else if (in.qualifiedName() == "dc:creator"_L1)
            document.author = in.readElementText(QXmlStreamReader::SkipChildElements);
        else if (in.qualifiedName() == "dcterms:created"_L1)
            document.date = in.readElementText(QXmlStreamReader::SkipChildElements);
        else if (in.qualifiedName() == "dc:language"_L1)
            document.language = in.readElementText(QXmlStreamReader::SkipChildElements);
    }
}

/// A document of Word and the many programs that write its format.
class Docx final : public Format {
public:
    QString name() const override { return u"docx"_s; }
    QStringList suffixes() const override { return { u"docx"_s, u"docm"_s }; }
    bool recognises(const QByteArray& bytes) const override
    {
        return looksLikeArchive(bytes) && bytes.contains("word/document.xml");
    }

    Reading read(const SourceFile& file) const override
    {
        Archive archive(file.bytes);
        if (const auto opened = archive.open(); !opened)
            return std::unexpected(opened.error());
        const auto body = archive.read(u"word/document.xml"_s);
        if (!body)
            return std::unexpected(body.error());
        QHash<QString, Style> styles;
        if (archive.contains(u"word/styles.xml"_s))
            styles = stylesOf(archive.read(u"word/styles.xml"_s).value_or(QByteArray()));
        SourceDocument document;
        if (!BodyReader(*body, styles).read(document))
            return refuse(u"It is damaged: its text cannot be read."_s);
        if (archive.contains(u"docProps/core.xml"_s))
            readCore(archive.read(u"docProps/core.xml"_s).value_or(QByteArray()), document);
        return document;
    }
};

} // namespace

std::unique_ptr<Format> docx()
{
    return std::make_unique<Docx>();
}

} // namespace assay
