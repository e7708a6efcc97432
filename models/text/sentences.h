// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"

#include <vector>

namespace assay {

struct Language;

/// Cuts paragraphs of one text into sentences. Time grows with the length; every look back or ahead
/// is bounded.
class SentenceCutter {
public:
    /// Both must outlive the cutter.
    SentenceCutter(QStringView text, const Language& language)
        : m_text(text)
        , m_language(language)
    {
    }

    /// Adds the sentences of the paragraph `range` to `found`. Each starts and ends with a
    /// character that is no blank, they rise, and together they hold every character of the range
    /// but blanks. A newline inside the range counts as a blank.
    void cut(TextRange range, QList<TextRange>& found);

private:
    QStringView m_text;
    const Language& m_language;
    std::vector<qsizetype> m_boundaries; ///< kept from one paragraph to the next
};

/// The sentences of one paragraph.
QList<TextRange> sentences(QStringView text, TextRange range, const Language& language);

/// `range` without the blanks at its ends.
TextRange trimmed(QStringView text, TextRange range);

} // namespace assay
