// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/paragraph.h"

#include <vector>

namespace assay {

/// Finds lists that somebody flattened into one line: rising numbers or letters, bullets, dashes
/// behind wide gaps. It is told of the marks as the scan meets them and adds the boundaries it is
/// sure of, which may lie behind the scan.
class FlatLists {
public:
    FlatLists(const Paragraph& paragraph, std::vector<qsizetype>& boundaries)
        : m_p(paragraph)
        , m_boundaries(boundaries)
    {
    }

    /// At the stop or bracket at `i`: true when it closes a list marker ("2.", "b)", "3.)"), whose
    /// stop ends nothing. `from` is where the present sentence starts.
    bool marker(qsizetype i, qsizetype from);
    /// At a dash or star.
    void dash(qsizetype i, qsizetype from);
    void bullet(qsizetype i);
    /// A sentence ended: a dash before it opens no list.
    void sentenceEnded() { m_pendingDash = -1; }
    bool found() const { return m_found; }

private:
    enum Style { NumberStop, NumberBracket, NumberStopBracket, LetterStop, LetterBracket, Styles };
    /// A run of rising markers of one style.
    struct Chain {
        int next = 0;
        qsizetype first = -1; ///< where the first stands, until its boundary is drawn
    };

    void cutBefore(qsizetype at);

    const Paragraph& m_p;
    std::vector<qsizetype>& m_boundaries;
    Chain m_chains[Styles];
    qsizetype m_pendingDash = -1;
    bool m_found = false;
};

} // namespace assay
