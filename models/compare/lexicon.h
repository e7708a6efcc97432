// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/phrasetable.h"
#include "models/compare/words.h"

#include <QStringList>

#include <unordered_set>

namespace assay {

/// What a quantity measures. Two of different dimensions are never compared.
enum class Dimension : quint8 {
    Count,
    Percent,
    Money,
    Time,
    Mass,
    Dose,
    Volume,
    Length,
    Energy,
    Temperature,
    Times,
    Year,
    Date,
    Frequency ///< times a day
};

/// How a number is meant.
enum class Bound : quint8 { Exact, AtMost, AtLeast, About };

/// What comparison knows of one language: the words in resources/compare/<language>/. A language
/// without a folder is compared by stems and letters alone.
class Lexicon {
public:
    /// How words are related: groups of the same meaning, groups of wider meaning, matters.
    struct Entry {
        float count = 0; ///< how often the word stands in 800,000 words of mixed English
        std::vector<quint32> same;
        std::vector<quint32> wider;
        std::vector<quint32> matters;
        std::vector<std::pair<quint32, bool>> opposites; ///< of which pair, and on which side
    };
    struct Measure {
        Dimension dimension = Dimension::Count;
        double factor = 1;
    };
    struct NumberWord {
        enum Kind : quint8 { Value, Multiplier, Divisor } kind = Value;
        double value = 0;
    };
    /// A figure without a number: "free of charge", "permanently".
    struct Fixed {
        Dimension dimension = Dimension::Count;
        double value = 0; ///< in the dimension's base unit
        Bound bound = Bound::Exact;
        quint8 role = 0; ///< index of roleNames() plus 1
    };
    /// What a sentence says of a matter: that it is open, that it is settled, that something has no
    /// effect.
    enum Stance : quint32 { Uncertain = 1, Assured = 2, Null = 4 };
    /// A soft one denies a part of the sentence, or says what a hard one says; "not only" denies
    /// nothing.
    enum Denial : quint32 { Hard = 1, Soft = 2, Neither = 3 };
    /// What tells which ones a figure is about; see subjects.txt.
    enum Subject : quint32 {
        Clause = 1,
        Another = 2,
        Control = 3,
        Beside = 4,
        Some = 5,
        Advice = 6,
        Anyone = 7,
        Conduct = 8
    };
    static constexpr quint32 mostSides = 8; ///< of groups that leave one another out

    /// Reads the words of a language once and keeps them; any thread.
    static const Lexicon& load(QStringView language);

    const QString& language() const { return m_language; }
    /// Whether there is a folder for it.
    bool isKnown() const { return m_known; }

    const Entry* entry(quint32 stem) const;
    bool isStop(quint32 word) const { return m_stop.contains(word); }
    bool isNegation(quint32 word) const { return m_negations.contains(word); }
    const Measure* measure(quint32 word) const;
    const NumberWord* number(quint32 word) const;
    /// By words: an index of fixed() plus 1.
    const PhraseTable& fixedPhrases() const { return m_fixedPhrases; }
    const Fixed& fixed(quint32 value) const { return m_fixed[value - 1]; }
    /// Month from 1, 0 for a word that is none.
    int month(quint32 word) const;

    /// By stems: phrases that count as one word; the value is the stem they are read as.
    const PhraseTable& phrases() const { return m_phrases; }
    /// By words: a Denial, a Subject, a Bound, an index of roles() plus 1, an index of sources(), a
    /// Stance, 1.
    const PhraseTable& denials() const { return m_denials; }
    const PhraseTable& subjects() const { return m_subjects; }
    /// By words: which groups that leave one another out, times mostSides, and which of them.
    const PhraseTable& apart() const { return m_apart; }
    /// By words: what puts two things level, or one above all.
    const PhraseTable& equals() const { return m_equals; }
    /// By words: the line of comparatives.txt times 2, and 1 for what puts under.
    const PhraseTable& comparatives() const { return m_comparatives; }
    const PhraseTable& bounds() const { return m_bounds; }
    const PhraseTable& roles() const { return m_roles; }
    const PhraseTable& sources() const { return m_sources; }
    /// By words: what somebody is named for, times 2, and 1 where the name stands in front.
    const PhraseTable& credits() const { return m_credits; }
    const PhraseTable& stances() const { return m_stances; }
    const PhraseTable& inheriting() const { return m_inheriting; }
    const QStringList& roleNames() const { return m_roleNames; }
    quint8 ageRole() const { return m_ageRole; } ///< the role of an age, plus 1
    const QStringList& sourceNames() const { return m_sourceNames; } ///< by value of sources()

    /// A reader for this language. Makes one for each thread.
    std::unique_ptr<WordReader> reader() const;

private:
    explicit Lexicon(const QString& language);
    void readWords();
    void readGroups();
    void readPhrases();
    void readSides(const QString& file, quint32 most, PhraseTable& table) const;
    void readMeasures();
    void readFixed();
    QString read(const QString& name) const;
    quint32 stemFor(QStringView phrase);

    QString m_language;
    bool m_known = false;
    std::unique_ptr<WordReader> m_reader; ///< while reading
    std::unordered_map<quint32, Entry> m_entries;
    std::unordered_set<quint32> m_stop;
    std::unordered_set<quint32> m_negations; ///< hard ones of one word
    std::unordered_map<quint32, Measure> m_measures;
    std::unordered_map<quint32, NumberWord> m_numbers;
    std::unordered_map<quint32, int> m_months;
    PhraseTable m_phrases, m_denials, m_subjects, m_apart, m_equals, m_comparatives, m_fixedPhrases,
        m_bounds, m_roles, m_sources, m_stances, m_inheriting, m_credits;
    std::vector<Fixed> m_fixed;
    QStringList m_roleNames;
    quint8 m_ageRole = 0;
    QStringList m_sourceNames;
    WordReader::Irregular m_irregular;
};

} // namespace assay
