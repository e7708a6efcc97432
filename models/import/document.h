// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QRectF>
#include <QStringList>

namespace assay {

/// What a block is in the file that it comes from.
enum class BlockRole : quint8 { Paragraph, Heading, ListItem, Quote, TableRow, Caption };

/// A paragraph, heading, list item ... of a file, as plain text.
struct SourceBlock {
    QString text; ///< blanks are single; a line feed is a line break inside the block
    BlockRole role = BlockRole::Paragraph;
    quint8 level = 0; ///< of a heading, from 1
    bool furniture = false; ///< belongs to the page, not to the article

    bool operator==(const SourceBlock&) const = default;
};

/// A finding of an importer. The words are the source text of a translation with its arguments,
/// since importers run in a process that speaks no language.
struct Finding {
    QString text;
    QStringList arguments;

    QString translated() const;
    bool operator==(const Finding&) const = default;
};

/// A highlight or underline that somebody made on a page of a PDF.
struct SourceMark {
    int page = 0; ///< from 0
    QList<QRectF> boxes; ///< as a viewer shows the page, points from its top left corner
    QString author;
    QString subject;
    QString contents;
    quint32 colour = 0; ///< QRgb; 0: none
    QDateTime time; ///< UTC; may be invalid
    QString words; ///< that lie under it

    bool operator==(const SourceMark&) const = default;
};

/// What an importer makes of a file: structure and origin, but no sentences yet.
struct SourceDocument {
    QString format; ///< "html", "pdf" ...
    QString title; ///< word for word; empty where the file names none
    QString author;
    QString date; ///< as the file writes it, ISO 8601 where it does
    QString site;
    QString link; ///< the canonical address or the one that it was saved from
    QString language; ///< as the file says; may be empty
    QString encoding;
    QString encodingSource; ///< "mark", "declared", "strict", "guess" ...
    QList<SourceBlock> blocks;
    QString plain; ///< instead of blocks: a text whose lines are all its structure
    QList<Finding> findings;
    QByteArray review; ///< attached by Assay to a PDF
    QList<SourceMark> marks; ///< on a PDF's pages

    bool operator==(const SourceDocument&) const = default;
};

/// A file as an importer gets it.
struct SourceFile {
    QByteArray bytes;
    QString name; ///< without its folder; may be empty
    QString encoding; ///< when a person chose one
    /// What is wanted of it: its text, or, of a PDF, the places of its words, or the file with
    /// marks on its pages.
    enum class Wanted : quint8 { Text, Words, Marked };
    Wanted wanted = Wanted::Text;
    QByteArray marks = {}; ///< for Marked

    /// Ending of the name, lower case, without the dot.
    QString suffix() const;
};

/// Whether the bytes are of a PDF, whatever the file is called.
bool looksLikePdf(const QByteArray& bytes);

/// Packs a finding alone, where something else than a document was wanted.
QByteArray encodeFinding(const Finding& finding);
/// The finding in an answer, for people; empty where there is none.
QString findingIn(const QByteArray& frame);
/// Packs a document or a finding for the way from one process to the other.
QByteArray encodeDocument(const std::expected<SourceDocument, Finding>& document);
/// The reverse. Fails on bytes that are not such a frame: the other process is not trusted.
Expected<SourceDocument> decodeDocument(const QByteArray& frame);

QByteArray encodeRequest(const SourceFile& file);
SourceFile decodeRequest(const QByteArray& frame);

} // namespace assay
