// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/containers/archive.h"
#include "models/import/pages/listmarks.h"
#include "models/import/word/symbolfont.h"
#include "models/import/word/wordxml.h"

#include <QDir>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Reads the body of a document, or its notes: paragraphs and table rows, without what was deleted,
/// field codes and the copies for older programs.
class BodyReader {
public:
    BodyReader(const QByteArray& xml, const QHash<QString, WordStyle>& styles)
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
                addText(m_in.text());
        }
        if (m_unknown)
            document.findings.append(
                { u"Some signs of a font of pictures are not known; � stands for them."_s, {} });
        if (m_in.hasError() && !document.blocks.isEmpty())
            document.findings.append({ u"It is damaged: the end of its text is missing."_s, {} });
        return !m_in.hasError() || !document.blocks.isEmpty();
    }

private:
    /// Adds text; what stands in the private use area is a picture of the run's font.
    void addText(QStringView text)
    {
        for (const QChar c : text) {
            if (c.unicode() >= 0xF000 && c.unicode() <= 0xF0FF)
                addSymbol(m_font, c.unicode());
            else
                m_text += c;
        }
    }

    void addSymbol(const QString& font, char16_t code)
    {
        const QString known
            = code < u' ' || QChar::isSurrogate(code) ? QString() : symbolText(font, code);
        m_text += known.isEmpty() ? QString(u'\uFFFD') : known;
        m_unknown = m_unknown || known.isEmpty();
    }

    void start(SourceDocument&)
    {
        const QString name = wordName(m_in);
        if (name == "w:del"_L1 || name == "mc:Fallback"_L1 || name == "w:instrText"_L1
            || name == "w:moveFrom"_L1 || name == "w:pPrChange"_L1 || name == "w:rPrChange"_L1) {
            m_in.skipCurrentElement();
        } else if ((name == "w:footnote"_L1 || name == "w:endnote"_L1)
            && attribute(m_in, "type"_L1).contains("eparat"_L1)) {
            m_in.skipCurrentElement(); // the line above the notes
        } else if (name == "w:p"_L1) {
            // A text box stands inside a paragraph, with paragraphs of its own.
            m_outer.push_back({ std::exchange(m_text, m_rows > 0 ? m_text : QString()), m_style });
            m_style = {};
        } else if (name == "w:pStyle"_L1) {
            m_style = m_styles.value(attribute(m_in, "val"_L1));
        } else if (name == "w:outlineLvl"_L1) {
            if (const auto style = styleOfLevel(attribute(m_in, "val"_L1)))
                m_style = *style;
        } else if (name == "w:numPr"_L1) {
            m_mayList = m_style.role != BlockRole::Heading;
        } else if (name == "w:numId"_L1) { // 0 says: no list after all
            if (std::exchange(m_mayList, false) && attribute(m_in, "val"_L1) != "0"_L1)
                m_style.role = BlockRole::ListItem;
        } else if (name == "w:t"_L1 || name == "m:t"_L1) {
            m_inText = true;
        } else if (name == "w:tab"_L1 || name == "w:ptab"_L1) {
            if (!m_text.isEmpty())
                m_text += u' ';
        } else if (name == "w:br"_L1 || name == "w:cr"_L1) {
            m_text += attribute(m_in, "type"_L1).isEmpty() ? u'\n' : u' ';
        } else if (name == "w:r"_L1) {
            m_font.clear();
        } else if (name == "w:rFonts"_L1) {
            m_font = attribute(m_in, "ascii"_L1);
        } else if (name == "w:sym"_L1) {
            addSymbol(attribute(m_in, "font"_L1),
                static_cast<char16_t>(attribute(m_in, "char"_L1).toUShort(nullptr, 16)));
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
        const QString name = wordName(m_in);
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
            append(document, m_cells.join(" | "_L1), { BlockRole::TableRow, 0, false, false });
            m_text = std::exchange(m_beforeTable, {});
        }
    }

    static void append(SourceDocument& document, const QString& text, const WordStyle& style)
    {
        if (text.trimmed().isEmpty())
            return;
        document.blocks.append({ text.trimmed(), style.role, style.level, style.contents });
        SourceBlock& block = document.blocks.last();
        if (block.role == BlockRole::Paragraph && startsItem(block.text)
            && !isDoubtfulMark(block.text))
            block.role = BlockRole::ListItem; // a bullet that somebody typed
        if (style.title && document.title.isEmpty())
            document.title = text.simplified();
    }

    QXmlStreamReader m_in;
    const QHash<QString, WordStyle>& m_styles;
    WordStyle m_style;
    QString m_text;
    QString m_font; ///< of the present run
    QString m_beforeTable; ///< of a paragraph that a table in a text box interrupts
    QStringList m_cells;
    std::vector<std::pair<QString, WordStyle>> m_outer; ///< paragraphs around the present one
    int m_rows = 0; ///< table rows that are open
    bool m_inText = false;
    bool m_unknown = false; ///< a sign was met that is not known
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

/// Where the text is: the package says it, and nearly all say the same.
QString mainPart(Archive& archive)
{
    QXmlStreamReader in(archive.read(u"_rels/.rels"_s).value_or(QByteArray()));
    while (!in.atEnd()) {
        if (in.readNext() == QXmlStreamReader::StartElement
            && attribute(in, "Type"_L1).endsWith("/officeDocument"_L1)) {
            const QString target = QDir::cleanPath(u'/' + attribute(in, "Target"_L1)).sliced(1);
            if (archive.contains(target))
                return target;
        }
    }
    return u"word/document.xml"_s;
}

/// A document of Word and the many programs that write its format.
class Docx final : public Format {
public:
    QString name() const override { return u"docx"_s; }
    QStringList suffixes() const override { return { u"docx"_s, u"docm"_s }; }
    bool recognises(const QByteArray& bytes) const override
    {
        return looksLikeArchive(bytes) && bytes.contains("word/document");
    }

    Reading read(const SourceFile& file) const override
    {
        Archive archive(file.bytes);
        if (const auto opened = archive.open(); !opened)
            return std::unexpected(opened.error());
        const QString path = mainPart(archive);
        const QString folder = path.first(path.lastIndexOf(u'/') + 1);
        const auto body = archive.read(path);
        if (!body)
            return std::unexpected(body.error());
        QHash<QString, WordStyle> styles;
        if (archive.contains(folder + u"styles.xml"_s))
            styles = wordStyles(archive.read(folder + u"styles.xml"_s).value_or(QByteArray()));
        SourceDocument document;
        if (!BodyReader(*body, styles).read(document))
            return refuse(u"It is damaged: its text cannot be read."_s);
        // Notes follow the text: in health articles they are where the sources stand.
        for (const QString& notes : { folder + u"footnotes.xml"_s, folder + u"endnotes.xml"_s }) {
            if (!archive.contains(notes))
                continue;
            const auto xml = archive.read(notes);
            if (!xml || !BodyReader(*xml, styles).read(document))
                document.findings.append({ u"Its notes cannot be read."_s, {} });
        }
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
