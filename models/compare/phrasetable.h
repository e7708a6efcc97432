// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <algorithm>
#include <span>
#include <unordered_map>
#include <vector>

namespace assay {

/// Phrases of one word or more, each with a value, found by the hashes of their words.
class PhraseTable {
public:
    struct Hit {
        std::size_t length = 0; ///< words; 0: no phrase begins here
        quint32 value = 0;
    };

    void add(std::span<const quint32> words, quint32 value)
    {
        if (words.empty())
            return;
        auto& phrases = m_phrases[words.front()];
        phrases.push_back({ { words.begin(), words.end() }, value });
        std::ranges::stable_sort(
            phrases, std::greater(), [](const Phrase& phrase) { return phrase.words.size(); });
    }
    /// The longest phrase that begins at `at`.
    Hit at(std::span<const quint32> words, std::size_t at) const
    {
        if (const auto found = m_phrases.find(words[at]); found != m_phrases.end()) {
            for (const Phrase& phrase : found->second) {
                if (phrase.words.size() <= words.size() - at
                    && std::ranges::equal(phrase.words, words.subspan(at, phrase.words.size())))
                    return { phrase.words.size(), phrase.value };
            }
        }
        return {};
    }
    /// The phrase that ends right before `at`, the longest of up to `longest` words.
    Hit before(std::span<const quint32> words, std::size_t at, std::size_t longest) const
    {
        for (std::size_t length = std::min(longest, at); length > 0; --length) {
            if (const Hit hit = this->at(words.first(at), at - length); hit.length == length)
                return hit;
        }
        return {};
    }

private:
    struct Phrase {
        std::vector<quint32> words;
        quint32 value;
    };
    std::unordered_map<quint32, std::vector<Phrase>> m_phrases;
};

} // namespace assay
