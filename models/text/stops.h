// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/paragraph.h"

namespace assay {

/// What was found out about a run of stops.
struct StopRun {
    qsizetype next = 0; ///< where the scan goes on
    qsizetype boundary = -1; ///< where the sentence ends, or -1 when it goes on
};

/// Judges whether a sentence ends at a stop.
class StopJudge {
public:
    explicit StopJudge(const Paragraph& paragraph)
        : m_p(paragraph)
    {
    }

    /// Judges the stop at `first`, in the sentence whose first letter stands at `from`.
    StopRun judge(qsizetype first, qsizetype from);
    /// Hurried writing: sentences may start with a small letter.
    void setCasual() { m_casual = Casual; }

private:
    /// What stands behind a stop and the blanks after it.
    struct Following {
        qsizetype at = 0;
        qsizetype gap = 0; ///< blanks before it
        QChar mark; ///< the first character
        QChar lead; ///< the first that is no opening quote or bracket
        QStringView word; ///< from `lead` on
        const WordTable* words = nullptr;

        bool opened() const { return mark != lead; }
        bool is(quint16 kinds) const { return words->kindsOf(word) & kinds; }
        bool starter() const { return lead.isUpper() && is(Starter); }
        bool capital() const { return lead.isUpper() || lead.isTitleCase(); }
    };

    qsizetype pastStops(qsizetype i) const;
    qsizetype pastClosers(qsizetype i) const;
    qsizetype pastCitation(qsizetype i) const;
    qsizetype pastBracketed(qsizetype i) const;
    qsizetype pastEmoji(qsizetype i) const;
    qsizetype pastNumber(qsizetype i) const;
    StopRun spacedDots(qsizetype first, qsizetype last) const;
    Following following(qsizetype after) const;
    bool ends(qsizetype first, qsizetype last, qsizetype after, qsizetype from);
    bool endsAfterMarks(qsizetype first, qsizetype last, qsizetype after, const Following& next);
    bool endsBeforeSmall(qsizetype first, qsizetype last, qsizetype after, const Following& next);
    bool endsAfterWord(QStringView word, const Following& next, qsizetype stop, qsizetype from);
    bool endsAfterLetter(QStringView word, const Following& next, qsizetype stop) const;
    bool endsAfterTime(const Following& next, qsizetype stop, qsizetype from) const;
    bool countsAnew(const Following& next) const;
    bool startsSmall(const Following& next);
    bool glued(qsizetype first, qsizetype last, qsizetype after) const;
    bool gluedSmall(
        QStringView word, QStringView following, qsizetype first, qsizetype after) const;
    bool isCasual();

    const Paragraph& m_p;
    enum { Unknown, Formal, Casual } m_casual = Unknown;
};

} // namespace assay
