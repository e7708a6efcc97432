// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/markup/elementnames.h"
#include "models/import/markup/rawblocks.h"

namespace assay {

/// Whether the text reads like prose: it has sentences, or is long enough to have one.
bool isProse(const RawBlock& raw);

/// Weighs every element of a page by the prose and the furniture in it, and finds the article's.
class PageWeights {
public:
    /// All must outlive this. `headline` is the element of the page's headline or -1.
    PageWeights(const Page& page, const std::vector<RawBlock>& blocks, int headline);

    /// The element whose text outweighs most what else is in it.
    int article() const { return m_article; }
    bool isInArticle(int node) const { return isInside(node, m_article); }
    /// The outermost furniture element around a node, or -1.
    int furnitureAround(int node) const { return m_furnitureAt[index(node)]; }
    bool isInside(int node, int top) const { return node >= top && node < m_page[top].end; }

private:
    void weighProse();
    bool isMisnamed(int i) const;
    bool isSectionButton(int i) const;
    void readHints();
    double weightOf(const RawBlock& raw) const;
    void weigh();
    int bestElement() const;
    void markTeasers();
    void markInside(int top);
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }

    const Page& m_page;
    const std::vector<RawBlock>& m_blocks;
    int m_headline;
    std::vector<Hint> m_hints;
    std::vector<int> m_furnitureAt;
    std::vector<double> m_sums; ///< prose less furniture in each element
    std::vector<double> m_prose; ///< letters of prose in each element
    std::vector<int> m_paragraphs; ///< blocks of prose in each element
    int m_article = 0;
};

} // namespace assay
