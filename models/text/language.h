// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/phrases.h"
#include "models/text/wordtable.h"

#include <QString>
#include <QStringList>

namespace assay {

/// What the segmenter knows of one language: the words in resources/segmentation/<language>/. A
/// language is a folder: dropping one in is all that a new language needs.
struct Language {
    QString name; ///< ISO 639-1
    WordTable words;
    Phrases furniture; ///< whole lines that are page furniture
    Phrases furnitureToEnd; ///< whole lines from which on everything is furniture
    Phrases furnitureRun; ///< ... up to the next long paragraph, where a page has structure
    bool ordinalStops = false; ///< "3. Oktober": a number's stop may belong to it

    /// Reads the words of `name` once and keeps them. A language without a folder is read with
    /// the rules alone.
    static const Language& load(const QString& name);
    static const Language& english() { return load(QStringLiteral("en")); }
    /// Names of all languages that have a folder.
    static const QStringList& all();
    /// The language whose most common words `text` has most of; English where none stands out.
    static const Language& of(QStringView text);
    /// Which part of the first words of `text` are most common ones of this language: in its own
    /// texts four in ten, 0 for a language without a folder.
    double shareOfCommon(QStringView text) const;
};

} // namespace assay
