// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of two articles stand for one another, and how well.
#include "models/compare/similarity.h"

#include <map>

namespace assay {

/// How much two words count as one, by how they are kin; the same stem counts 1.
static constexpr float sameMeaning = 0.9F;
static constexpr float samePrefix = 0.6F;
static constexpr float abbreviated = 0.7F;
static constexpr float sameMatter = 0.3F;
/// Opposites are of one thing, and of each other's negation: "painless", "not painful".
static constexpr float opposite = 0.5F;
/// Words that have one thing in common are kin only where they are few: "aaaaaab", "aaaaaac" ...
static constexpr std::ptrdiff_t mostKin = 100;

/// What words have in common, and which word has it: sorted, those that share it stand together.
struct Bond {
    enum Sort : quint8 { Prefix, Same, Wider, Matter } sort;
    quint32 of;
    quint32 word;

    friend auto operator<=>(const Bond&, const Bond&) = default;
};

std::vector<Bond> SimilarityTable::bonds() const
{
    std::vector<Bond> bonds;
    for (quint32 word = 0; word < m_words.size(); ++word) {
        if (m_words[word].stop)
            continue;
        if (m_words[word].prefix != 0)
            bonds.push_back({ Bond::Prefix, m_words[word].prefix, word });
        if (const Lexicon::Entry* entry = m_lexicon.entry(m_words[word].stem)) {
            for (const quint32 group : entry->same)
                bonds.push_back({ Bond::Same, group, word });
            for (const quint32 group : entry->wider)
                bonds.push_back({ Bond::Wider, group, word });
            for (const quint32 group : entry->matters)
                bonds.push_back({ Bond::Matter, group, word });
        }
    }
    std::ranges::sort(bonds);
    return bonds;
}

/// Words that stand on the two sides of a pair of opposites.
std::vector<std::pair<quint32, quint32>> SimilarityTable::opposed() const
{
    std::map<quint32, std::array<std::vector<quint32>, 2>> sides; // of pairs
    for (quint32 word = 0; word < m_words.size(); ++word) {
        const Lexicon::Entry* entry = m_lexicon.entry(m_words[word].stem);
        if (!entry || m_words[word].stop)
            continue;
        for (const auto& [pair, right] : entry->opposites)
            sides[pair][right].push_back(word);
    }
    std::vector<std::pair<quint32, quint32>> found;
    for (const auto& [pair, words] : sides) {
        for (const quint32 left : words[0]) {
            for (const quint32 right : words[1])
                found.emplace_back(left, right);
        }
    }
    return found;
}

void SimilarityTable::findKin()
{
    m_kin.resize(m_words.size());
    const auto raise = [&](quint32 from, quint32 to, float likeness) {
        for (Kin& kin : m_kin[from]) {
            if (kin.word == to) {
                kin.likeness = std::max(kin.likeness, likeness);
                return;
            }
        }
        m_kin[from].push_back({ to, likeness });
    };
    const auto join = [&](quint32 a, quint32 b, float likeness) {
        if (a != b) {
            raise(a, b, likeness);
            raise(b, a, likeness);
        }
    };
    constexpr std::array likeness{ samePrefix, sameMeaning, close, sameMatter };
    const std::vector<Bond> bonds = this->bonds();
    for (auto first = bonds.begin(); first != bonds.end();) {
        const auto past = std::find_if(first, bonds.end(),
            [&](const Bond& bond) { return bond.sort != first->sort || bond.of != first->of; });
        // Two words under one wider one are not kin: an apple is no pear.
        for (auto a = first; a != past && first->sort != Bond::Wider && past - first <= mostKin;
            ++a) {
            for (auto b = a + 1; b != past; ++b)
                join(a->word, b->word, likeness[first->sort]);
        }
        if (first->sort == Bond::Same) {
            auto below = std::ranges::lower_bound(bonds, Bond{ Bond::Wider, first->of, 0 });
            for (; below != bonds.end() && below->sort == Bond::Wider && below->of == first->of;
                ++below) {
                for (auto above = first; above != past; ++above)
                    join(above->word, below->word, close);
            }
        }
        first = past;
    }
    for (const auto& [left, right] : opposed())
        join(left, right, opposite);
    for (const PreparedArticle* article : { &m_a, &m_b }) {
        for (const auto& [acronym, word] : article->acronyms) {
            const auto a = m_ids.find(acronym);
            const auto b = m_ids.find(word);
            if (a != m_ids.end() && b != m_ids.end())
                join(a->second, b->second, abbreviated);
        }
    }
}

bool SimilarityTable::areKin(quint32 stemA, quint32 stemB) const
{
    if (stemA == stemB)
        return true;
    const auto a = m_ids.find(stemA);
    const auto b = m_ids.find(stemB);
    return a != m_ids.end() && b != m_ids.end()
        && std::ranges::any_of(m_kin[a->second],
            [&](const Kin& kin) { return kin.word == b->second && kin.likeness >= close; });
}

} // namespace assay
