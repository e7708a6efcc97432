// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <cstdint>
#include <vector>

namespace assay {

/// What a word means to the segmenter; one word may be several of these.
enum WordKind : quint16 {
    NeverEnds = 1 << 0, ///< abbreviation after which something always follows: "Dr."
    BeforeNumber = 1 << 1, ///< ... after which a number follows: "Fig. 3"
    Abbreviation = 1 << 2, ///< ... that ends a sentence only before a word that starts one
    OftenEnds = 1 << 3, ///< ... that ends a sentence before any capital: "etc."
    UnitOfMeasure = 1 << 4, ///< behind a number, as `OftenEnds`: "10 min."
    TimeOfDay = 1 << 5, ///< "a.m."
    Month = 1 << 6, ///< goes on after an ordinal: "3. Oktober"
    Starter = 1 << 7, ///< starts a sentence when capitalised
    SmallStarter = 1 << 8, ///< starts one in hurried writing even when it is not
    Label = 1 << 9, ///< names a letter or a number behind it: "vitamin C."
    Lead = 1 << 10, ///< opens a phrase of time: "At 5 a.m. Mr. Smith ..."
    Common = 1 << 11, ///< tells the language
    TopLevel = 1 << 12, ///< ends an address: "example.Com"
    AfterTime = 1 << 13, ///< goes on after a time of day: "8 a.m. EST"
};

/// Words and what they mean, looked up without regard to case and without allocating.
class WordTable {
public:
    void add(QStringView word, WordKind kind);
    /// The kinds of `word`, 0 for one that is not here.
    quint16 kindsOf(QStringView word) const;

private:
    struct Slot {
        quint32 hash = 0;
        quint32 start = 0; ///< in m_letters
        quint16 length = 0;
        quint16 kinds = 0;
    };
    const Slot& slotFor(QStringView word, quint32 hash) const;
    void grow();

    std::vector<Slot> m_slots = std::vector<Slot>(64);
    std::vector<char16_t> m_letters;
    std::size_t m_used = 0;
};

} // namespace assay
