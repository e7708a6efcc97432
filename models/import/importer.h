// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"
#include "models/base/error.h"

#include <memory>
#include <vector>

namespace assay {

/// Reads one file format. Each importer is one file in models/import/formats/ that defines a
/// factory named like the file; the build finds it there.
class Importer {
public:
    virtual ~Importer() = default;

    /// Format name for scripts: "text", "html" ...
    virtual QString format() const = 0;
    /// Endings of file names, lower case, without the dot.
    virtual QStringList suffixes() const = 0;
    /// Makes an article of `bytes`. Fails when they are not of this format or hold no text.
    virtual Expected<ImportedArticle> read(const QByteArray& bytes, const QString& fileName) const
        = 0;
};

/// All importers, in the order of their file names.
const std::vector<std::unique_ptr<Importer>>& importers();

/// Reads the file at `path` with the importer for its name, else as plain text. Fails, naming the
/// file, when it cannot be read, is a folder, is empty, is too large, or holds no text.
Expected<ImportedArticle> importFile(const QString& path);

/// Makes an article of text that is already at hand (pasted, or from standard input).
ImportedArticle importPlainText(const QString& text, const QString& fileName);

} // namespace assay
