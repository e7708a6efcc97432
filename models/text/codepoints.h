// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace assay {

/// Turns rising UTF-16 offsets of one text into Unicode code point offsets, in one pass over the
/// text.
class CodePoints {
public:
    explicit CodePoints(QStringView text)
        : m_text(text)
    {
    }

    /// Code points before UTF-16 offset `at`. Calls must come with offsets that do not fall.
    qsizetype before(qsizetype at)
    {
        for (; m_at < at && m_at < m_text.size(); ++m_at)
            m_pairs
                += m_text[m_at].isLowSurrogate() && m_at > 0 && m_text[m_at - 1].isHighSurrogate();
        return at - m_pairs;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_pairs = 0;
};

} // namespace assay
