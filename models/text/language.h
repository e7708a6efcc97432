// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QSet>
#include <QString>

namespace assay {

/// What the segmenter knows of one language: the words in resources/segmentation/<language>/.
struct Language {
    QString name; ///< ISO 639-1
    QSet<QString> never; ///< abbreviations after which no sentence ends; lower case, no final stop
    QSet<QString> beforeNumber; ///< ... when a number follows
    QSet<QString> general; ///< ... unless the next word starts a sentence
    QSet<QString> starters; ///< words that start a sentence when capitalised
    QRegularExpression furniture; ///< a whole line that is page furniture
    QRegularExpression furnitureToEnd; ///< a whole line from which on everything is furniture

    /// Reads the words of `name` once and keeps them. A language without words has empty sets.
    static const Language& load(const QString& name);
    static const Language& english() { return load(QStringLiteral("en")); }
};

} // namespace assay
