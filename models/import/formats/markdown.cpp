// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/decoding.h"
#include "models/import/markdown/footnotes.h"
#include "models/import/markdown/frontmatter.h"
#include "models/import/markup/htmlpieces.h"
#include "models/import/tablerow.h"

#include <md4c.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Gathers blocks while md4c walks over the text.
class MarkdownReader {
public:
    static std::optional<QList<SourceBlock>> blocksOf(const QByteArray& utf8)
    {
        MarkdownReader reader;
        MD_PARSER parser{};
        parser.flags = MD_DIALECT_GITHUB;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            static_cast<MarkdownReader*>(self)->enter(type, detail);
            return 0;
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
            static_cast<MarkdownReader*>(self)->leave(type);
            return 0;
        };
        parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
        parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
            static_cast<MarkdownReader*>(self)->addText(type, QString::fromUtf8(text, size));
            return 0;
        };
        if (md_parse(utf8.constData(), static_cast<MD_SIZE>(utf8.size()), &parser, &reader) != 0)
            return {};
        reader.takeHtml();
        reader.flush();
        return reader.m_blocks;
    }

private:
    void enter(MD_BLOCKTYPE type, void* detail)
    {
        if (type != MD_BLOCK_HTML)
            takeHtml();
        switch (type) {
        case MD_BLOCK_H:
            flush();
            m_level = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
            break;
        case MD_BLOCK_OL: {
            const auto* list = static_cast<MD_BLOCK_OL_DETAIL*>(detail);
            flush();
            m_lists.append(List{ list->start, QLatin1Char(list->mark_delimiter) });
            break;
        }
        case MD_BLOCK_UL:
            flush();
            m_lists.append(List{});
            break;
        case MD_BLOCK_LI:
            flush();
            // An item may begin with another list: its number stands before the first words.
            if (!m_itemStarts)
                m_marker.clear();
            m_itemStarts = true;
            if (List& list = m_lists.last(); !list.delimiter.isNull())
                m_marker += QString::number(list.next++) + list.delimiter + u' ';
            break;
        case MD_BLOCK_QUOTE:
            flush();
            ++m_quotes;
            break;
        case MD_BLOCK_TR:
            m_cells.clear();
            m_inRow = true;
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            m_text.clear();
            break;
        case MD_BLOCK_HTML:
        case MD_BLOCK_CODE:
        case MD_BLOCK_P:
            flush();
            m_inHtml = type == MD_BLOCK_HTML;
            break;
        default:
            break;
        }
    }

    void leave(MD_BLOCKTYPE type)
    {
        if (type != MD_BLOCK_HTML)
            takeHtml();
        switch (type) {
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            m_cells.append(m_text.simplified());
            m_text.clear();
            break;
        case MD_BLOCK_TR:
            m_text = rowText(m_cells);
            append(BlockRole::TableRow);
            m_inRow = false;
            break;
        case MD_BLOCK_HTML:
            m_inHtml = false;
            break;
        case MD_BLOCK_LI:
            flush();
            // What comes behind an empty item is none.
            m_itemStarts = false;
            m_marker.clear();
            break;
        case MD_BLOCK_OL:
        case MD_BLOCK_UL:
            m_lists.removeLast();
            break;
        case MD_BLOCK_QUOTE:
            flush();
            --m_quotes;
            break;
        case MD_BLOCK_H:
        case MD_BLOCK_P:
        case MD_BLOCK_CODE:
            flush();
            m_level = 0;
            break;
        default:
            break;
        }
    }

    void addText(MD_TEXTTYPE type, const QString& text)
    {
        switch (type) {
        case MD_TEXT_BR:
            addBreak();
            break;
        case MD_TEXT_SOFTBR:
            m_text += u' ';
            break;
        case MD_TEXT_NULLCHAR:
            break;
        case MD_TEXT_ENTITY:
            m_text += reference(text);
            break;
        case MD_TEXT_HTML:
            if (m_inHtml)
                m_html += text;
            else if (isLineBreak(text))
                addBreak();
            else if (partsWords(text))
                m_text += u' ';
            break;
        default:
            m_text += text;
        }
    }

    /// Rows and headings are one line each.
    void addBreak() { m_text += m_inRow || m_level > 0 ? u' ' : u'\n'; }

    QString reference(const QString& text)
    {
        QString& known = m_references[text];
        if (known.isEmpty())
            known = decodedReference(text);
        return known;
    }

    /// Takes the blocks of HTML that came in a row. Together, since a blank line ends one, and may
    /// stand in the midst of a table.
    void takeHtml()
    {
        if (m_html.isEmpty())
            return;
        for (SourceBlock& block : blocksOfHtml(std::exchange(m_html, {}))) {
            if (block.role == BlockRole::Paragraph)
                block.role = plainRole();
            add(std::move(block));
        }
    }

    BlockRole plainRole() const
    {
        return m_itemStarts ? BlockRole::ListItem
            : m_quotes > 0  ? BlockRole::Quote
                            : BlockRole::Paragraph;
    }

    void flush()
    {
        if (m_inRow)
            return;
        append(m_level > 0 ? BlockRole::Heading : plainRole());
    }

    void append(BlockRole role)
    {
        add({ std::exchange(m_text, {}), role, static_cast<quint8>(m_level), false });
    }

    void add(SourceBlock block)
    {
        block.text = block.text.trimmed();
        if (block.text.isEmpty())
            return;
        block.text.prepend(std::exchange(m_marker, {}));
        m_blocks.append(std::move(block));
        m_itemStarts = false;
    }

    /// A list that the parser is in. Its items' numbers stand in the file, so they are text.
    struct List {
        unsigned next = 0;
        QChar delimiter; ///< '.' or ')'; null for a list with bullets
    };

    QList<SourceBlock> m_blocks;
    QString m_text;
    QString m_html; ///< of HTML blocks that are not taken yet
    QHash<QString, QString> m_references; ///< to characters, that were looked up
    QList<List> m_lists;
    QString m_marker; ///< of the item that starts
    QStringList m_cells;
    unsigned m_level = 0;
    int m_quotes = 0;
    bool m_itemStarts = false; ///< the next text is an item's first
    bool m_inRow = false;
    bool m_inHtml = false;
};

class Markdown final : public Format {
public:
    QString name() const override { return u"markdown"_s; }
    QStringList suffixes() const override { return { u"md"_s, u"markdown"_s, u"mkd"_s }; }
    bool recognises(const QByteArray&) const override { return false; }

    Reading read(const SourceFile& file) const override
    {
        SourceDocument document;
        auto text = decodeBytes(file, {}, document);
        if (!text)
            return std::unexpected(text.error());
        takeFrontMatter(*text, document);
        const auto blocks = MarkdownReader::blocksOf(withPlainFootnotes(*text).toUtf8());
        if (!blocks)
            return refuse(u"Its markup cannot be read."_s);
        document.blocks = *blocks;
        return document;
    }
};

} // namespace

std::unique_ptr<Format> markdown()
{
    return std::make_unique<Markdown>();
}

} // namespace assay
