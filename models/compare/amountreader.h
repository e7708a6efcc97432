// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/quantity.h"

#include <optional>
#include <span>
#include <vector>

namespace assay {

/// A number as read: its value and how many tokens it took.
struct Amount {
    double value = 0;
    double slack = 0; ///< by how much it may have been rounded
    bool wordy = false; ///< a fraction in words
    std::size_t past = 0; ///< token behind it
    bool rounded = false;
};

/// Reads numbers, in digits and in words, from the tokens of one sentence.
class AmountReader {
public:
    AmountReader(std::span<const Token> tokens, QStringView text, const Lexicon& lexicon);

    /// The number that begins at the token `at`, with "million" and the like behind it; empty where
    /// none does.
    std::optional<Amount> amount(std::size_t at) const;

protected:
    QStringView letters(std::size_t at) const
    {
        return m_text.sliced(m_tokens[at].start, m_tokens[at].end - m_tokens[at].start);
    }
    bool is(std::size_t at, QLatin1StringView word) const
    {
        return at < m_tokens.size() && letters(at).compare(word, Qt::CaseInsensitive) == 0;
    }

    std::span<const Token> m_tokens;
    QStringView m_text;
    const Lexicon& m_lexicon;
    std::vector<quint32> m_words;

private:
    std::optional<Amount> digits(std::size_t at) const;
    std::optional<Amount> words(std::size_t at) const;
    void addHalf(Amount& amount) const;
    void multiply(Amount& amount) const;
};

} // namespace assay
