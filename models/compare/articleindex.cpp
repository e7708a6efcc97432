// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/articleindex.h"

#include <cmath>

namespace assay {

/// A word in more sentences than this share of all tells too little to be followed, unless there
/// are few.
static constexpr std::size_t tooCommonShare = 20;
static constexpr std::size_t neverTooCommon = 3'000;

/// What a unit is found by: the stems of its words that are no stop words.
std::vector<quint32> ArticleIndex::keysOf(const PreparedArticle& prepared, std::size_t unit)
{
    std::vector<quint32> keys;
    for (const quint32 index : prepared.units[unit].words) {
        const PreparedArticle::Word& word = prepared.words[index];
        if (!word.stop)
            keys.push_back(word.stem);
    }
    return keys;
}

void ArticleIndex::put(ArticleId article, const PreparedArticle& prepared)
{
    remove(article);
    const auto number = static_cast<qint32>(m_articles.size());
    m_articles.push_back(article);
    const auto first = static_cast<quint32>(m_places.size());
    for (quint32 unit = 0; unit < prepared.units.size(); ++unit) {
        const std::vector<quint32> keys = keysOf(prepared, unit);
        if (keys.size() < 2)
            continue;
        const auto place = static_cast<quint32>(m_places.size());
        m_places.push_back({ number, unit });
        m_sizes.push_back(static_cast<quint16>(std::min<std::size_t>(keys.size(), 65535)));
        for (const quint32 key : keys)
            m_postings[key].push_back(place);
    }
    m_units.insert(article, { first, static_cast<quint32>(m_places.size()) });
}

void ArticleIndex::remove(ArticleId article)
{
    const auto known = m_units.constFind(article);
    if (known == m_units.cend())
        return;
    for (quint32 place = known->first; place < known->past; ++place)
        m_places[place].article = -1;
    m_dead += known->past - known->first;
    m_units.erase(known);
    if (m_dead > 1000 && m_dead * 2 > static_cast<qsizetype>(m_places.size()))
        compact();
}

/// Forgets what was taken out.
void ArticleIndex::compact()
{
    std::vector<quint32> moved(m_places.size() + 1); // an empty stretch may begin at the end
    std::vector<Place> places;
    std::vector<quint16> sizes;
    for (std::size_t old = 0; old < m_places.size(); ++old) {
        moved[old] = static_cast<quint32>(places.size());
        if (m_places[old].article < 0)
            continue;
        places.push_back(m_places[old]);
        sizes.push_back(m_sizes[old]);
    }
    moved.back() = static_cast<quint32>(places.size());
    for (auto posting = m_postings.begin(); posting != m_postings.end();) {
        std::vector<quint32>& units = posting->second;
        std::erase_if(units, [&](quint32 place) { return m_places[place].article < 0; });
        for (quint32& place : units)
            place = moved[place];
        posting = units.empty() ? m_postings.erase(posting) : std::next(posting);
    }
    for (Stretch& stretch : m_units) {
        const quint32 count = stretch.past - stretch.first;
        stretch.first = moved[stretch.first];
        stretch.past = stretch.first + count;
    }
    m_places = std::move(places);
    m_sizes = std::move(sizes);
    m_dead = 0;
}

float ArticleIndex::weight(std::size_t found) const
{
    return std::log((static_cast<float>(m_places.size()) + 1) / (static_cast<float>(found) + 0.5F));
}

std::vector<ArticleIndex::Hit> ArticleIndex::find(const PreparedArticle& prepared, std::size_t unit,
    ArticleId of, std::size_t most, std::size_t ofOne) const
{
    std::vector<float> worth(m_places.size());
    std::vector<quint32> touched;
    const std::size_t tooCommon
        = std::max<std::size_t>(neverTooCommon, m_places.size() / tooCommonShare);
    float own = 0;
    for (const quint32 key : keysOf(prepared, unit)) {
        const auto posting = m_postings.find(key);
        const std::size_t found = posting == m_postings.end() ? 0 : posting->second.size();
        const float value = weight(found);
        own += value * value;
        if (found == 0 || found > tooCommon)
            continue;
        for (const quint32 place : posting->second) {
            if (worth[place] <= 0)
                touched.push_back(place);
            worth[place] += value * value;
        }
    }
    const auto alike = [&](quint32 place) { // the other's norm is taken from its length
        return worth[place] / (std::sqrt(own) * std::sqrt(static_cast<float>(m_sizes[place])));
    };
    std::erase_if(touched, [&](quint32 place) {
        return m_places[place].article < 0
            || m_articles[static_cast<std::size_t>(m_places[place].article)] == of;
    });
    const auto likelier = [&](quint32 x, quint32 y) {
        const float a = alike(x);
        const float b = alike(y);
        return a > b || (a == b && x < y); // NOLINT(clang-diagnostic-float-equal): ties by place
    };
    const std::size_t looked = std::min(touched.size(), most * 8);
    std::ranges::partial_sort(
        touched, touched.begin() + static_cast<std::ptrdiff_t>(looked), likelier);
    touched.resize(looked);
    std::vector<Hit> hits;
    std::unordered_map<qint32, std::size_t> taken;
    for (const quint32 place : touched) {
        const Place& at = m_places[place];
        if (hits.size() == most)
            break;
        if (++taken[at.article] <= ofOne)
            hits.push_back({ m_articles[static_cast<std::size_t>(at.article)], at.unit,
                std::min(1.0F, alike(place)) });
    }
    return hits;
}

} // namespace assay
