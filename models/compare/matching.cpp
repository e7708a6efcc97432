// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/matching.h"

#include "models/base/parallel.h"
#include "models/compare/joining.h"

#include <array>
#include <atomic>
#include <set>

namespace assay {

/// By how much a pair must be ahead of the second on both sides for nothing else to come near.
static constexpr float margin = 0.05F;
/// What a disagreement adds to a pair's place among the counterparts.
static constexpr float disagreementWorth = 0.12F;
/// Counterparts kept of each unit, and candidates looked at where not all pairs can be.
static constexpr std::size_t counterparts = 3;
static constexpr std::size_t candidates = 10;
static constexpr std::size_t allPairs = 10'000;

namespace {

struct Pair {
    quint32 a = 0;
    quint32 b = 0;
    Similarity similarity;
    float worth = 0; ///< the score, and more where the two disagree
};

/// Finds the matches of two articles.
class Matcher {
public:
    Matcher(const PreparedArticle& a, const PreparedArticle& b, const Progress& progress)
        : m_a(a)
        , m_b(b)
        , m_table(a, b)
        , m_progress(progress)
    {
    }
    std::vector<Match> find();

private:
    void scorePairs();
    std::vector<std::vector<quint32>> pairsToScore();
    void rank();
    bool isCertain(const Pair& pair) const;

    const PreparedArticle& m_a;
    const PreparedArticle& m_b;
    SimilarityTable m_table;
    const Progress& m_progress;
    std::vector<Pair> m_pairs; ///< by a, then b
    struct Best {
        std::array<const Pair*, 2> first{}; ///< by score
    };
    std::vector<Best> m_bestOfA, m_bestOfB;
};

/// Calls `work` for every row on all cores, in stretches, each with a scratch of its own. False
/// when it was asked to stop.
template <typename Work>
bool forEachRow(
    std::size_t rows, const SimilarityTable& table, const Progress& progress, const Work& work)
{
    struct Stretch {
        std::size_t first, past;
    };
    const std::size_t step = std::clamp<std::size_t>(rows / 16, 8, 500);
    std::vector<Stretch> stretches;
    for (std::size_t first = 0; first < rows; first += step)
        stretches.push_back({ first, std::min(rows, first + step) });
    std::atomic<bool> stopped = false;
    std::atomic<std::size_t> done = 0;
    inParallel(stretches, [&](const Stretch& stretch) {
        if (stopped)
            return;
        SimilarityTable::Scratch scratch = table.scratch();
        for (std::size_t row = stretch.first; row < stretch.past; ++row) {
            giveWay();
            work(row, scratch);
        }
        done += stretch.past - stretch.first;
        if (!goOn(progress, static_cast<qsizetype>(done), static_cast<qsizetype>(rows)))
            stopped = true;
    });
    return !stopped;
}

/// For each unit of A the units of B to look at: all, or what either side finds likely.
std::vector<std::vector<quint32>> Matcher::pairsToScore()
{
    std::vector<std::vector<quint32>> rows(m_a.units.size());
    if (m_a.units.size() * m_b.units.size() <= allPairs) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (quint32 k = 0; k < m_b.units.size() && !m_a.units[i].isEmpty(); ++k) {
                if (!m_b.units[k].isEmpty())
                    rows[i].push_back(k);
            }
        }
        return rows;
    }
    forEachRow(
        rows.size(), m_table, m_progress, [&](std::size_t i, SimilarityTable::Scratch& scratch) {
            rows[i] = m_table.candidates(i, candidates, false, scratch);
        });
    std::vector<std::vector<quint32>> columns(m_b.units.size());
    forEachRow(
        columns.size(), m_table, m_progress, [&](std::size_t k, SimilarityTable::Scratch& scratch) {
            columns[k] = m_table.candidates(k, candidates, true, scratch);
        });
    for (quint32 k = 0; k < columns.size(); ++k) {
        for (const quint32 i : columns[k])
            rows[i].push_back(k);
    }
    for (std::vector<quint32>& row : rows) {
        std::ranges::sort(row);
        row.erase(std::ranges::unique(row).begin(), row.end());
    }
    return rows;
}

void Matcher::scorePairs()
{
    const std::vector<std::vector<quint32>> rows = pairsToScore();
    std::vector<std::vector<Pair>> scored(rows.size());
    forEachRow(
        rows.size(), m_table, m_progress, [&](std::size_t i, SimilarityTable::Scratch& scratch) {
            for (const quint32 k : rows[i]) {
                Pair pair{ static_cast<quint32>(i), k, m_table.compare(i, k, scratch), 0 };
                pair.worth = pair.similarity.score;
                if (pair.worth >= worthALook
                    && !findDisagreements(
                        m_a, i, m_b, k, m_table, pair.similarity, pair.worth >= sameClaim)
                        .empty())
                    pair.worth += disagreementWorth;
                if (pair.worth > 0)
                    scored[i].push_back(pair);
            }
        });
    for (const std::vector<Pair>& row : scored)
        m_pairs.insert(m_pairs.end(), row.begin(), row.end());
}

void Matcher::rank()
{
    m_bestOfA.resize(m_a.units.size());
    m_bestOfB.resize(m_b.units.size());
    const auto take = [](Best& best, const Pair& pair) {
        if (!best.first[0] || pair.similarity.score > best.first[0]->similarity.score)
            best.first = { &pair, best.first[0] };
        else if (!best.first[1] || pair.similarity.score > best.first[1]->similarity.score)
            best.first[1] = &pair;
    };
    for (const Pair& pair : m_pairs) {
        take(m_bestOfA[pair.a], pair);
        take(m_bestOfB[pair.b], pair);
    }
}

/// Each is the other's best, and nothing else comes near.
bool Matcher::isCertain(const Pair& pair) const
{
    const auto ahead = [&](const Best& best) {
        return best.first[0] == &pair
            && (!best.first[1]
                || best.first[1]->similarity.score + margin <= pair.similarity.score);
    };
    return ahead(m_bestOfA[pair.a]) && ahead(m_bestOfB[pair.b]);
}

/// What stands word for word in the other article has its counterpart: a looser likeness to a third
/// sentence is no second claim, and would hide that nothing says the same as that one.
static void demoteBesideCopies(std::vector<Match>& matches)
{
    std::set<quint32> copiedA, copiedB;
    for (const Match& match : matches) {
        if (match.relation == Relation::Copied) {
            copiedA.insert(match.a.begin(), match.a.end());
            copiedB.insert(match.b.begin(), match.b.end());
        }
    }
    const auto any = [](const auto& units, const std::set<quint32>& copied) {
        return std::ranges::any_of(units, [&](quint32 unit) { return copied.contains(unit); });
    };
    for (Match& match : matches) {
        if (match.relation == Relation::SameClaim
            && (any(match.a, copiedA) || any(match.b, copiedB)))
            match.relation = Relation::Related;
    }
}

std::vector<Match> Matcher::find()
{
    scorePairs();
    rank();
    // The best of each unit of either side.
    std::vector<bool> kept(m_pairs.size());
    const auto keepBest = [&](std::size_t count, quint32 Pair::* side, quint32 Pair::* other) {
        std::vector<std::vector<std::size_t>> of(count);
        for (std::size_t i = 0; i < m_pairs.size(); ++i)
            of[m_pairs[i].*side].push_back(i);
        for (std::vector<std::size_t>& pairs : of) {
            const std::size_t most = std::min(counterparts, pairs.size());
            std::ranges::partial_sort(
                pairs, pairs.begin() + static_cast<std::ptrdiff_t>(most), [&](auto x, auto y) {
                    const Pair& first = m_pairs[x];
                    const Pair& second = m_pairs[y];
                    return first.worth > second.worth
                        || (first.worth == second.worth // NOLINT: ties by place
                            && first.*other < second.*other);
                });
            for (std::size_t k = 0; k < most; ++k)
                kept[pairs[k]] = true;
        }
    };
    keepBest(m_a.units.size(), &Pair::a, &Pair::b);
    keepBest(m_b.units.size(), &Pair::b, &Pair::a);
    std::vector<const Pair*> listed;
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        if (kept[i])
            listed.push_back(&m_pairs[i]);
    }
    std::vector<Match> matches(listed.size());
    forEachRow(listed.size(), m_table, {}, [&](std::size_t i, SimilarityTable::Scratch&) {
        const Pair& pair = *listed[i];
        Match& match = matches[i];
        match = judgePair(m_a, pair.a, m_b, pair.b, m_table, pair.similarity, isCertain(pair));
        match.score = std::min(1.0F, std::max(match.score, pair.worth));
    });
    demoteBesideCopies(matches);
    joinNeighbours(matches, m_table);
    return matches;
}

} // namespace

std::vector<Match> findMatches(
    const PreparedArticle& a, const PreparedArticle& b, const Progress& progress)
{
    return Matcher(a, b, progress).find();
}

} // namespace assay
