// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"
#include "models/base/id.h"

#include <memory>
#include <vector>

namespace assay {

/// The texts that are searched, each beside its folded form of the same length.
struct CorpusText {
    ArticleId article;
    QByteArray revision;
    QString text;
    QString folded;
};
using Corpus = std::vector<CorpusText>;

/// What `text` is compared as: without case and accents, all blanks, quotation marks and hyphens of
/// one kind. Every UTF-16 unit stands for the one at the same place, so ranges hold for both.
QString foldedForSearch(QStringView text);

/// Where `needle`, folded already, stands in `folded`, in order; with `wholeWords` only where no
/// letter or digit touches it. Stops after `limit` finds.
QList<TextRange> findFolded(
    const QString& folded, const QString& needle, bool wholeWords, qsizetype limit);

} // namespace assay
