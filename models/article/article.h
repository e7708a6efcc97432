// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/kinds.h"
#include "models/base/error.h"
#include "models/base/id.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace assay {

/// A half-open stretch [start, end) of an article's normalised text, in UTF-16 code units.
struct TextRange {
    qint32 start = 0;
    qint32 end = 0;

    qint32 length() const { return end - start; }
    bool operator==(const TextRange&) const = default;
    friend auto operator<=>(const TextRange&, const TextRange&) = default;
};

/// A sentence, a heading, a list item or a piece of furniture: what one tag is given to.
struct Unit {
    TextRange range;
    UnitKind kind = UnitKind::Sentence;
    quint8 level = 0; ///< of a heading, from 1; 0 for every other kind
    qint32 block = 0; ///< units of one block stand in one paragraph
    BlockForm form = BlockForm::Plain; ///< of its block

    bool operator==(const Unit&) const = default;
};

/// How an article's text falls into units: what the segmenter found when it came in, plus repairs.
struct Layout {
    QList<Unit> units; ///< in order of the text; together they hold every character but blanks

    bool operator==(const Layout&) const = default;
};

/// Where an article came from, kept so that anyone can check what was reviewed.
struct Provenance {
    QString file; ///< name without its folder
    QString origin; ///< full path or address at the time of import
    QString format; ///< "text", "html", "pdf" ...
    QString encoding;
    QString language;
    QByteArray sha256; ///< of the original bytes
    QDateTime imported; ///< UTC
    QString encodingSource; ///< how the encoding was found: "mark", "declared", "guess" ...
    QString author; ///< this and the next three as the file names them; may be empty
    QString published;
    QString site;
    QString link; ///< the page's own address
    QString importer; ///< version of the program that read the file

    bool operator==(const Provenance&) const = default;
};

/// A highlight that somebody made on a page of the article's PDF, with another program.
struct ForeignMark {
    QString author;
    QString subject;
    QString contents;
    quint32 colour = 0; ///< QRgb; 0: none
    QString words; ///< that lie under it

    bool operator==(const ForeignMark&) const = default;
};

/// An article as an importer gives it: the words, how they fall into units, and what was noticed.
struct ImportedArticle {
    QString title;
    QString text; ///< normalised: no BOM, no U+0000, line ends are LF; otherwise untouched
    Layout layout;
    Provenance provenance;
    QByteArray original; ///< the bytes of the file
    QList<Issue> issues;
    QByteArray review; ///< attached to the PDF by Assay; decodeReview() reads it
    QList<ForeignMark> marks;
};

/// Number of words (runs of letters and digits) in `text`.
qsizetype wordCount(QStringView text);

/// The longest text an article may have, in UTF-16 code units, and the largest file, in bytes.
inline constexpr qsizetype maximumTextLength = 20'000'000;
inline constexpr qint64 maximumFileSize = 256LL * 1024 * 1024;

} // namespace assay
