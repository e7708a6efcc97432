// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/containers/archive.h"

#include <QHash>
#include <QXmlStreamReader>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Reads content.xml: headings, paragraphs, list items and table rows.
class ContentReader {
public:
    explicit ContentReader(const QByteArray& xml)
        : m_in(xml)
    {
    }

    bool read(SourceDocument& document)
    {
        while (!m_in.atEnd()) {
            m_in.readNext();
            if (m_in.isStartElement())
                start();
            else if (m_in.isEndElement())
                end(document);
            else if (m_in.isCharacters() && m_paragraphs > 0)
                addText(m_in.text());
        }
        document.blocks += m_notes; // in health articles they are where the sources stand
        if (m_in.hasError() && !document.blocks.isEmpty())
            document.findings.append({ u"It is damaged: the end of its text is missing."_s, {} });
        return !m_in.hasError() || !document.blocks.isEmpty();
    }

private:
    void start()
    {
        const auto name = m_in.qualifiedName();
        if (name == "text:tracked-changes"_L1 || name == "office:annotation"_L1
            || name == "text:note-citation"_L1 || name == "svg:title"_L1 || name == "svg:desc"_L1
            || name == "office:binary-data"_L1 || name == "text:ruby-text"_L1
            || name == "text:sequence-decls"_L1 || name == "text:table-of-content"_L1) {
            m_in.skipCurrentElement();
        } else if (name == "text:note-body"_L1) {
            m_note.emplace_back(std::exchange(m_text, {}), m_block, m_isTitle, m_rows,
                std::exchange(m_beforeTable, {}), std::exchange(m_cells, {}));
            m_rows = 0;
            m_itemStarts = false;
        } else if (name == "style:style"_L1) {
            m_parents[m_in.attributes().value("style:name"_L1).toString()]
                = m_in.attributes().value("style:parent-style-name"_L1).toString();
        } else if (name == "text:p"_L1 || name == "text:h"_L1) {
            // A frame stands inside a paragraph, with paragraphs of its own.
            if (m_rows == 0)
                m_outer.push_back({ m_text, m_block, m_isTitle });
            ++m_paragraphs;
            if (m_rows == 0)
                begin();
        } else if (name == "text:list-item"_L1) {
            m_itemStarts = true;
        } else if (name == "text:s"_L1) {
            addText(u" ");
        } else if (name == "text:tab"_L1) {
            addText(u" ");
        } else if (name == "text:line-break"_L1) {
            m_text += u'\n';
        } else if (name == "table:table-row"_L1) {
            if (m_rows++ == 0) {
                m_cells.clear();
                m_beforeTable = { std::exchange(m_text, {}), m_block, m_isTitle };
            }
        }
    }

    void begin()
    {
        m_text.clear();
        m_block = {};
        QString style = m_in.attributes().value("text:style-name"_L1).toString();
        if (const QString parent = m_parents.value(style); !parent.isEmpty())
            style = parent;
        m_isTitle = style == "Title"_L1;
        if (m_in.qualifiedName() == "text:h"_L1 || m_isTitle) {
            m_block.role = BlockRole::Heading;
            const int level = m_in.attributes().value("text:outline-level"_L1).toInt();
            m_block.level = static_cast<quint8>(std::clamp(level, 1, 6));
        } else if (style == "Quotations"_L1) {
            m_block.role = BlockRole::Quote;
        } else if (m_itemStarts) {
            m_block.role = BlockRole::ListItem;
        }
    }

    /// White space in the file means a single blank.
    void addText(QStringView text)
    {
        for (const QChar c : text) {
            if (!c.isSpace())
                m_text += c;
            else if (!m_text.isEmpty() && !m_text.back().isSpace())
                m_text += u' ';
        }
    }

    void end(SourceDocument& document)
    {
        const auto name = m_in.qualifiedName();
        if (name == "text:p"_L1 || name == "text:h"_L1) {
            --m_paragraphs;
            if (m_rows > 0) {
                m_text += u' ';
            } else {
                append(document, m_text);
                std::tie(m_text, m_block, m_isTitle) = m_outer.back();
                m_outer.pop_back();
            }
        } else if (name == "text:note-body"_L1 && !m_note.empty()) {
            std::tie(m_text, m_block, m_isTitle, m_rows, m_beforeTable, m_cells) = m_note.back();
            m_note.pop_back();
        } else if (name == "text:list-item"_L1) {
            m_itemStarts = false;
        } else if (name == "table:table-cell"_L1 && m_rows == 1) {
            if (!m_text.trimmed().isEmpty())
                m_cells.append(m_text.simplified());
            m_text.clear();
        } else if (name == "table:table-row"_L1 && --m_rows == 0) {
            m_block = { {}, BlockRole::TableRow, 0, false };
            m_isTitle = false;
            append(document, m_cells.join(" | "_L1));
            std::tie(m_text, m_block, m_isTitle) = m_beforeTable;
        }
    }

    void append(SourceDocument& document, const QString& text)
    {
        if (text.trimmed().isEmpty())
            return;
        m_block.text = text.trimmed();
        (m_note.empty() ? document.blocks : m_notes).append(m_block);
        m_itemStarts = false;
        if (m_isTitle && document.title.isEmpty())
            document.title = m_block.text;
    }

    QXmlStreamReader m_in;
    QHash<QString, QString> m_parents; ///< of automatic styles
    SourceBlock m_block;
    QString m_text;
    QStringList m_cells;
    std::vector<std::tuple<QString, SourceBlock, bool>> m_outer; ///< paragraphs around this one
    std::tuple<QString, SourceBlock, bool> m_beforeTable; ///< a paragraph that a table interrupts
    using Interrupted = std::tuple<QString, SourceBlock, bool>;
    std::vector<std::tuple<QString, SourceBlock, bool, int, Interrupted, QStringList>>
        m_note; ///< what the note that is read stands in
    QList<SourceBlock> m_notes; ///< that follow the text
    int m_paragraphs = 0;
    int m_rows = 0;
    bool m_itemStarts = false;
    bool m_isTitle = false;
};

void readMeta(const QByteArray& xml, SourceDocument& document)
{
    QXmlStreamReader in(xml);
    while (!in.atEnd()) {
        if (in.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (in.qualifiedName() == "dc:title"_L1 && document.title.isEmpty())
            document.title = in.readElementText(QXmlStreamReader::SkipChildElements);
        else if (in.qualifiedName() == "meta:initial-creator"_L1)
            document.author = in.readElementText(QXmlStreamReader::SkipChildElements);
        else if (in.qualifiedName() == "meta:creation-date"_L1)
            document.date = in.readElementText(QXmlStreamReader::SkipChildElements);
        else if (in.qualifiedName() == "dc:language"_L1)
            document.language = in.readElementText(QXmlStreamReader::SkipChildElements);
    }
}

/// An OpenDocument text.
class Odt final : public Format {
public:
    QString name() const override { return u"odt"_s; }
    QStringList suffixes() const override { return { u"odt"_s, u"ott"_s }; }
    bool recognises(const QByteArray& bytes) const override
    {
        return looksLikeArchive(bytes)
            && bytes.first(std::min<qsizetype>(bytes.size(), 200))
                   .contains("application/vnd.oasis.opendocument.text");
    }

    Reading read(const SourceFile& file) const override
    {
        Archive archive(file.bytes);
        if (const auto opened = archive.open(); !opened)
            return std::unexpected(opened.error());
        if (archive.read(u"META-INF/manifest.xml"_s)
                .value_or(QByteArray())
                .contains("encryption-data"))
            return refuse(u"It is locked with a password. Save it without one and try again."_s);
        const auto content = archive.read(u"content.xml"_s);
        if (!content)
            return std::unexpected(content.error());
        SourceDocument document;
        if (!ContentReader(*content).read(document))
            return refuse(u"It is damaged: its text cannot be read."_s);
        if (archive.contains(u"meta.xml"_s))
            readMeta(archive.read(u"meta.xml"_s).value_or(QByteArray()), document);
        return document;
    }
};

} // namespace

std::unique_ptr<Format> odt()
{
    return std::make_unique<Odt>();
}

} // namespace assay
