// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/joining.h"

#include <map>
#include <set>

namespace assay {

/// The likeness that two sentences together must reach, and by how much they must be ahead of the
/// better of them.
static constexpr float together = 0.55F;
static constexpr float gain = 0.10F;
/// The least that each must have by itself.
static constexpr float eachAtLeast = 0.15F;

namespace {

/// Two matches that would be one.
struct Joint {
    float likeness = 0;
    std::size_t first = 0; ///< in the list of matches
    std::size_t second = 0;
};

} // namespace

void joinNeighbours(std::vector<Match>& matches, const SimilarityTable& table)
{
    std::vector<Joint> joints;
    const auto look = [&](bool twoOfA) {
        std::map<std::pair<quint32, quint32>, std::size_t> known; // the one, then one of the two
        for (std::size_t i = 0; i < matches.size(); ++i) {
            const Match& match = matches[i];
            if (match.relation != Relation::Conflict && match.score >= eachAtLeast)
                known.emplace(twoOfA ? std::pair(match.b.front(), match.a.front())
                                     : std::pair(match.a.front(), match.b.front()),
                    i);
        }
        for (const auto& [units, first] : known) {
            const auto next = known.find({ units.first, units.second + 1 });
            if (next == known.end())
                continue;
            const Match& one = matches[first];
            const Match& two = matches[next->second];
            if (one.relation == Relation::Copied || two.relation == Relation::Copied)
                continue; // a copy stands for itself
            const std::array<quint32, 1> single{ units.first };
            const std::array<quint32, 2> pair{ units.second, units.second + 1 };
            const auto align = [&](std::span<const quint32> some) {
                return twoOfA ? table.alignJointly(some, single) : table.alignJointly(single, some);
            };
            const float likeness = align(pair);
            const float alone
                = std::max(align(std::span(pair).first(1)), align(std::span(pair).last(1)));
            if (likeness >= together && likeness >= alone + gain)
                joints.push_back({ likeness, first, next->second });
        }
    };
    look(true);
    look(false);
    std::ranges::stable_sort(joints, std::greater(), &Joint::likeness);
    std::set<std::size_t> taken;
    for (const Joint& joint : joints) {
        if (taken.contains(joint.first) || taken.contains(joint.second))
            continue;
        taken.insert({ joint.first, joint.second });
        Match& one = matches[joint.first];
        Match& two = matches[joint.second];
        (one.a == two.a ? one.b : one.a).push_back((one.a == two.a ? two.b : two.a).front());
        one.relation = Relation::SameClaim;
        one.score = std::max({ one.score, two.score, std::min(joint.likeness, 0.999F) });
        two.a.clear();
    }
    std::erase_if(matches, [](const Match& match) { return match.a.empty(); });
}

} // namespace assay
