// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/maintext.h"

#include "models/import/markup/articleends.h"
#include "models/import/markup/metadata.h"
#include "models/import/markup/pageweights.h"
#include "models/text/language.h"

#include <QRegularExpression>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Marks what of a page's blocks is no part of its article.
class Trimmer {
public:
    Trimmer(const Page& page, std::vector<RawBlock>& blocks, int headline)
        : m_page(page)
        , m_blocks(blocks)
        , m_language(Language::of(page.textOf(0)))
        , m_english(Language::english())
        , m_headline(headline)
        , m_weights(page, blocks, headline)
    {
    }

    void mark(const QString& body)
    {
        for (std::size_t i = 0; i < m_blocks.size(); ++i)
            m_blocks[i].block.furniture = !isInArticle(i) || isFurniture(i);
        trimEnds(m_page, m_blocks);
        markTail();
        applyBody(body);
        markHeadings();
        keepSomething();
        keepHeadline();
    }

private:
    bool isInArticle(std::size_t i) const { return m_weights.isInArticle(m_blocks[i].node); }

    /// Furniture inside the article's element.
    bool isFurniture(std::size_t i) const
    {
        const RawBlock& raw = m_blocks[i];
        const int holder = m_weights.furnitureAround(raw.node);
        if (holder >= 0 && holder >= m_weights.article())
            return !isOwnQuote(i, holder);
        const double links = raw.length > 0 ? static_cast<double>(raw.linkLength) / raw.length : 0;
        if (links > 0.8)
            return raw.block.role != BlockRole::ListItem || !amongProse(i);
        const QString line = raw.block.text.left(200);
        if (raw.length < 200
            && (m_language.furniture.match(line) || m_english.furniture.match(line)))
            return true;
        return isStray(i);
    }

    /// Whether a quote in a box of its own says what stands nowhere else: a testimonial, not a line
    /// pulled out of the text.
    bool isOwnQuote(std::size_t i, int holder) const
    {
        static const QRegularExpression names(u"pull-?quote"_s);
        if (!m_page[holder].names.contains(names) || !endsLikeSentence(m_blocks[i].block.text))
            return false;
        if (m_words.isEmpty()) {
            for (const RawBlock& raw : m_blocks)
                m_words += essence(raw.block.text) + u'\n';
        }
        // Once is the quote itself. Where there are many, the page is made of them.
        constexpr int most = 50;
        const QString own = essence(m_blocks[i].block.text);
        const qsizetype first = m_words.indexOf(own);
        return ++m_judged <= most && m_words.indexOf(own, first + 1) < 0;
    }

    /// Whether it says a dose or a measure, which is never a mere credit or counter.
    static bool isAmount(const QString& text)
    {
        static const QRegularExpression amount(u"\\d\\s?(?:[mkn\\x{00B5}\\x{03BC}]?g|mcg|[mcdk]?m|["
                                               u"mcd]?l|IU|IE|UI|mmol|mol|mmHg|kcal|kJ|%"
                                               "|tablets?|capsules?|drops?)(?![\\pL\\pN])"_s,
            QRegularExpression::UseUnicodePropertiesOption);
        return amount.match(text).hasMatch();
    }

    /// A word or two on their own between paragraphs: a credit, a button, a counter. Runs of such
    /// lines are a poem, a table or a list.
    bool isStray(std::size_t i) const
    {
        const auto isShort = [this](std::size_t k) {
            const RawBlock& raw = m_blocks[k];
            const bool stops = raw.block.text.endsWith(u'.') || raw.block.text.endsWith(u'?')
                || raw.block.text.endsWith(u'!') || raw.block.text.endsWith(u':')
                || raw.block.text.endsWith(u'"') || raw.block.text.endsWith(u'\u201D')
                || raw.block.text.endsWith(u'\u3002');
            return raw.block.role == BlockRole::Paragraph && raw.length < 28 && !stops
                && !raw.emphasised && !isAmount(raw.block.text)
                && !m_page.isInside(raw.node, "pre");
        };
        if (!isShort(i))
            return false;
        std::size_t from = i;
        std::size_t to = i;
        while (from > 0 && to - from < 4 && isShort(from - 1) && isInArticle(from - 1))
            --from;
        while (to + 1 < m_blocks.size() && to - from < 4 && isShort(to + 1) && isInArticle(to + 1))
            ++to;
        return to - from < 4;
    }

    /// From a heading such as "Comments" on, everything is furniture; from one such as "Related
    /// articles" on, everything up to the next long paragraph.
    void markTail()
    {
        const auto opens = [](const Phrases& own, const Phrases& english, const RawBlock& raw) {
            return raw.length < 80 && (raw.block.role == BlockRole::Heading || raw.linkLength == 0)
                && (own.match(raw.block.text) || english.match(raw.block.text));
        };
        double before = 0;
        bool toEnd = false;
        bool run = false;
        for (RawBlock& raw : m_blocks) {
            const bool inside = !raw.block.furniture;
            if (inside && opens(m_language.furnitureRun, m_english.furnitureRun, raw))
                run = true;
            else if (inside && before > 300
                && opens(m_language.furnitureToEnd, m_english.furnitureToEnd, raw))
                toEnd = true;
            if (isProse(raw) && raw.length >= 140 && raw.linkLength * 2 < raw.length)
                run = false;
            if (inside && isProse(raw))
                before += raw.length;
            raw.block.furniture = raw.block.furniture || toEnd || run;
        }
    }

    /// Where the page holds its article once more as data, that says where it begins and ends.
    void applyBody(const QString& body)
    {
        const QString known = essence(body);
        std::vector<std::size_t> found;
        qsizetype letters = 0;
        for (std::size_t i = 0; i < m_blocks.size() && known.size() > 150; ++i) {
            const QString own = essence(m_blocks[i].block.text);
            if (own.size() < 30 || !known.contains(own))
                continue;
            found.push_back(i);
            letters += own.size();
        }
        if (found.empty() || letters * 10 < known.size() * 7 || letters > known.size() * 13 / 10)
            return;
        for (std::size_t i = 0; i < m_blocks.size(); ++i)
            m_blocks[i].block.furniture
                = m_blocks[i].block.furniture || i < found.front() || i > found.back();
        for (const std::size_t i : found)
            m_blocks[i].block.furniture = false;
    }

    /// A list item that is a link may stand in a list of an article: one between its paragraphs.
    bool amongProse(std::size_t i) const
    {
        std::size_t from = i;
        std::size_t to = i;
        while (from > 0 && to - from <= 12 && m_blocks[from].block.role == BlockRole::ListItem)
            --from;
        while (to + 1 < m_blocks.size() && to - from <= 12
            && m_blocks[to].block.role == BlockRole::ListItem)
            ++to;
        return to - from <= 12 && isProse(m_blocks[from]) && isProse(m_blocks[to])
            && isInArticle(to);
    }

    /// A heading over nothing but furniture goes with it, and so does what stands above the
    /// headline.
    void markHeadings()
    {
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            SourceBlock& block = m_blocks[i].block;
            if (block.furniture || block.role != BlockRole::Heading)
                continue;
            bool over = false;
            for (std::size_t k = i + 1; k < m_blocks.size() && !over; ++k) {
                const SourceBlock& next = m_blocks[k].block;
                if (next.role == BlockRole::Heading && next.level <= block.level)
                    break;
                over = !next.furniture && next.role != BlockRole::Heading;
            }
            block.furniture = !over || m_blocks[i].node < m_headline;
        }
    }

    /// A page with no prose at all still says something: what is not named furniture.
    void keepSomething()
    {
        const bool any = std::any_of(m_blocks.begin(), m_blocks.end(), [](const RawBlock& raw) {
            return !raw.block.furniture && raw.block.role != BlockRole::Heading;
        });
        for (RawBlock& raw : m_blocks) {
            if (!any && m_weights.furnitureAround(raw.node) < 0 && raw.linkLength * 2 < raw.length)
                raw.block.furniture = false;
        }
    }

    /// The headline belongs to the article wherever it stands.
    void keepHeadline()
    {
        for (RawBlock& raw : m_blocks) {
            if (m_headline >= 0 && m_weights.isInside(raw.node, m_headline)) {
                raw.block.furniture = false;
                raw.block.role = BlockRole::Heading;
                raw.block.level = 1;
                return;
            }
        }
    }

    const Page& m_page;
    std::vector<RawBlock>& m_blocks;
    const Language& m_language;
    const Language& m_english; ///< its furniture stands on pages of every language
    int m_headline;
    PageWeights m_weights;
    mutable QString m_words; ///< essence of all blocks, a line each, once it is asked for
    mutable int m_judged = 0; ///< quotes so far
};

} // namespace

void markFurniture(
    const Page& page, std::vector<RawBlock>& blocks, int headline, const QString& body)
{
    Trimmer(page, blocks, headline).mark(body);
}

} // namespace assay
