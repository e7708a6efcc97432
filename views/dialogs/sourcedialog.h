// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"
#include "views/theme/theme.h"

#include <QDialog>

#include <memory>

class QPlainTextEdit;

namespace KSyntaxHighlighting {
class Repository;
}

namespace assay {

/// The source an article was read from, as it came, with the syntax of its format coloured and the
/// place of one unit marked.
class SourceDialog : public QDialog {
    Q_OBJECT

public:
    /// `format` is a provenance's: "html", "markdown" ...; others are shown as plain text.
    SourceDialog(const QString& title, const QString& source, const QString& format,
        const Theme& theme, QWidget* parent);
    ~SourceDialog() override;
    /// Marks a stretch of the source and scrolls there; an empty one takes the mark away.
    void mark(TextRange place);
    QPlainTextEdit* text() const { return m_text; }

private:
    Theme m_theme;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
    QPlainTextEdit* m_text;
};

} // namespace assay
