// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/articlestate.h"

namespace assay {

/// A review as it travels inside a PDF: the article, how it falls into units, and what reviewers
/// say. JSON; offsets in it are Unicode code points.
struct ReviewFile {
    /// What one reviewer says of one unit.
    struct Said {
        qsizetype unit = 0;
        Mark mark;
        qint64 lamport = 0; ///< of the latest thing said; 0: not known

        bool operator==(const Said&) const = default;
    };
    struct Voice {
        ReviewerId id;
        QString name;
        QList<Said> said;

        bool operator==(const Voice&) const = default;
    };
    QString project; ///< uuid of the project it comes from
    ArticleId article; ///< there
    QString title;
    Provenance provenance; ///< without the path, which is nobody's business
    QString text;
    Layout layout;
    QList<Voice> voices;
    qint64 originalLength = 0; ///< of the bytes at the file's beginning that are the article's
                               ///< original, untouched; 0: it is not in there

    bool operator==(const ReviewFile&) const = default;
};

QByteArray encodeReview(const ReviewFile& review);
/// Fails on bytes that are no such review, or that do not hold together: a PDF can come from
/// anywhere.
Expected<ReviewFile> decodeReview(const QByteArray& bytes);

} // namespace assay
