// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"
#include "models/base/error.h"

#include <QStringList>

#include <functional>

namespace assay {

class ImportProcess;

/// What a person may say about a file that is to be read.
struct ImportOptions {
    QString encoding; ///< instead of what the bytes seem to say; empty: no choice
};

/// Reads the file at `path` in `process`. Fails, naming the file, when it cannot be read, is a
/// folder, is empty, is too large, breaks the importer, or holds no text.
Expected<ImportedArticle> importFile(
    const QString& path, ImportProcess& process, const ImportOptions& options = {});

/// Reads files side by side in as many processes as pay, and hands over each result, in the order
/// of `paths`, in the calling thread. A file that fails does not keep the others from coming in.
/// `take` returns whether to go on.
void importFiles(const QStringList& paths, const ImportOptions& options,
    const std::function<bool(qsizetype index, Expected<ImportedArticle> result)>& take);

/// Reads bytes that are at hand already, such as the original of an article, or a clipboard.
Expected<ImportedArticle> importBytes(const QByteArray& bytes, const QString& name,
    ImportProcess& process, const ImportOptions& options = {});

/// Makes an article of text that is already at hand (pasted, or from standard input).
ImportedArticle importPlainText(const QString& text, const QString& fileName);

/// `paths` with folders replaced by the files in them whose names are those of articles; the
/// folders that a browser saved beside a page ("page_files") are left out. Not in two threads at
/// once.
QStringList articleFiles(const QStringList& paths);

} // namespace assay
