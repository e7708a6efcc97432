// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/decoding.h"

#include <QRegularExpression>

#include <md4c.h>

#include <algorithm>

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
        parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML;
        parser.flags &= ~static_cast<unsigned>(MD_FLAG_NOHTML);
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
        reader.flush();
        return reader.m_blocks;
    }

private:
    void enter(MD_BLOCKTYPE type, void* detail)
    {
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
            m_itemStarts = true;
            m_marker.clear();
            if (List& list = m_lists.last(); !list.delimiter.isNull())
                m_marker = QString::number(list.next++) + list.delimiter + u' ';
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
            m_html = type == MD_BLOCK_HTML;
            break;
        default:
            break;
        }
    }

    void leave(MD_BLOCKTYPE type)
    {
        switch (type) {
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            if (!m_text.trimmed().isEmpty())
                m_cells.append(m_text.simplified());
            m_text.clear();
            break;
        case MD_BLOCK_TR:
            m_text = m_cells.join(" | "_L1);
            append(BlockRole::TableRow);
            m_inRow = false;
            break;
        case MD_BLOCK_HTML:
            m_text.remove(QRegularExpression(
                u"<!--.*?-->|<[^>]*>"_s, QRegularExpression::DotMatchesEverythingOption));
            flush();
            m_html = false;
            break;
        case MD_BLOCK_LI:
            flush();
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
            m_text += u'\n';
            break;
        case MD_TEXT_SOFTBR:
            m_text += u' ';
            break;
        case MD_TEXT_NULLCHAR:
            break;
        case MD_TEXT_ENTITY:
            m_text += entity(text);
            break;
        case MD_TEXT_HTML:
            if (m_html)
                m_text += text;
            break;
        default:
            m_text += text;
        }
    }

    /// The entities that people write by hand; others stay as they are.
    static QString entity(const QString& text)
    {
        static const QHash<QString, QString> known{ { u"&amp;"_s, u"&"_s }, { u"&lt;"_s, u"<"_s },
            { u"&gt;"_s, u">"_s }, { u"&quot;"_s, u"\""_s }, { u"&nbsp;"_s, u"\u00A0"_s },
            { u"&ndash;"_s, u"–"_s }, { u"&mdash;"_s, u"—"_s }, { u"&hellip;"_s, u"…"_s },
            { u"&copy;"_s, u"©"_s }, { u"&rsquo;"_s, u"’"_s }, { u"&lsquo;"_s, u"‘"_s },
            { u"&ldquo;"_s, u"“"_s }, { u"&rdquo;"_s, u"”"_s } };
        if (text.startsWith("&#"_L1)) {
            const bool hex = text.size() > 2 && text[2].toLower() == u'x';
            const uint code
                = QStringView(text).sliced(hex ? 3 : 2).chopped(1).toUInt(nullptr, hex ? 16 : 10);
            if (code > 0 && code <= 0x10FFFF)
                return QString::fromUcs4(reinterpret_cast<const char32_t*>(&code), 1);
        }
        return known.value(text, text);
    }

    void flush()
    {
        if (m_inRow)
            return;
        append(m_level > 0     ? BlockRole::Heading
                : m_itemStarts ? BlockRole::ListItem
                : m_quotes > 0 ? BlockRole::Quote
                               : BlockRole::Paragraph);
    }

    void append(BlockRole role)
    {
        QString text = m_text.trimmed();
        m_text.clear();
        if (text.isEmpty())
            return;
        if (role == BlockRole::ListItem)
            text.prepend(std::exchange(m_marker, {}));
        m_blocks.append({ text, role, static_cast<quint8>(m_level), false });
        m_itemStarts = false;
    }

    /// A list that the parser is in. Its items' numbers stand in the file, so they are text.
    struct List {
        unsigned next = 0;
        QChar delimiter; ///< '.' or ')'; null for a list with bullets
    };

    QList<SourceBlock> m_blocks;
    QString m_text;
    QList<List> m_lists;
    QString m_marker; ///< of the item that starts
    QStringList m_cells;
    unsigned m_level = 0;
    int m_quotes = 0;
    bool m_itemStarts = false; ///< the next text is an item's first
    bool m_inRow = false;
    bool m_html = false;
};

/// Takes "---" front matter off `text` and puts what it says into `document`.
void takeFrontMatter(QString& text, SourceDocument& document)
{
    if (!text.startsWith("---\n"_L1))
        return;
    const qsizetype end = text.indexOf("\n---\n"_L1, 3);
    if (end < 0 || end > 20'000)
        return;
    const QStringList lines = text.sliced(4, end - 3).split(u'\n');
    // Two rules with paragraphs between them look alike: front matter is keys, and what belongs to
    // them.
    static const QRegularExpression key(u"^(?:[\\w-]+\\s*:|\\s|-|#|$)"_s);
    if (!std::all_of(lines.begin(), lines.end(),
            [](const QString& line) { return key.match(line).hasMatch() && line.size() < 500; }))
        return;
    for (const QString& line : lines) {
        const qsizetype colon = line.indexOf(u':');
        if (colon < 0)
            continue;
        QString value = line.sliced(colon + 1).trimmed();
        if (value.size() > 1 && (value.front() == u'"' || value.front() == u'\'')
            && value.back() == value.front())
            value = value.sliced(1, value.size() - 2);
        const QString name = line.first(colon).trimmed().toLower();
        if (name == "title"_L1)
            document.title = value;
        else if (name == "author"_L1)
            document.author = value;
        else if (name == "date"_L1)
            document.date = value;
    }
    const qsizetype next = text.indexOf(u'\n', end + 1);
    text = next < 0 ? QString() : text.sliced(next + 1);
}

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
        const auto blocks = MarkdownReader::blocksOf(text->toUtf8());
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
