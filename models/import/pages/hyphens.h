// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace assay {

/// Whether the text ends in a hyphen of any kind: the keyboard's, U+2010 or U+2011.
bool endsInHyphen(QStringView text);

/// The words that stand unbroken inside a text's lines. They tell which hyphens at line ends are
/// the words' own ("evidence-/based") and which came with the line ("treat-/ment").
class WrittenWords {
public:
    /// `lines` are all of the text's, in reading order.
    explicit WrittenWords(const QStringList& lines = {});

    /// Adds a line to `text`: behind a blank, or joined to a word that the line end broke.
    void join(QString& text, const QString& line) const;

private:
    bool isOwnHyphen(const QString& first, const QString& second) const;
    bool has(const QString& word) const { return m_small.contains(word.toLower()); }

    QSet<QString> m_words; ///< letters, digits and hyphens alone
    QSet<QString> m_small; ///< the same in small letters
};

} // namespace assay
