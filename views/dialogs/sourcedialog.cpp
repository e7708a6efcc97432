// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/sourcedialog.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace assay {

using namespace Qt::StringLiterals;

/// Colouring looks at the whole source before it is shown: beyond this many UTF-16 units it would
/// be felt.
static constexpr qsizetype mostColoured = 1'500'000;

/// The theme's name in its own file.
static QString themeName(const Theme& theme)
{
    return theme.name == "dark"_L1    ? u"Assay Dark"_s
        : theme.name == "contrast"_L1 ? u"Assay High Contrast"_s
                                      : u"Assay Light"_s;
}

SourceDialog::SourceDialog(const QString& title, const QString& source, const QString& format,
    const Theme& theme, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_text(new QPlainTextEdit)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Original Source of “%1”").arg(title));
    m_text->setReadOnly(true);
    m_text->setAccessibleName(windowTitle());
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setPlainText(source);
    if (source.size() <= mostColoured) {
        m_repository = std::make_unique<KSyntaxHighlighting::Repository>();
        m_repository->addCustomSearchPath(u":"_s);
        auto* highlighter = new KSyntaxHighlighting::SyntaxHighlighter(m_text->document());
        highlighter->setTheme(m_repository->theme(themeName(theme)));
        highlighter->setDefinition(
            m_repository->definitionForName(format == "markdown"_L1 ? u"Markdown"_s
                    : format == "html"_L1                           ? u"HTML"_s
                    : format == "mhtml"_L1                          ? u"Email"_s
                    : format == "email"_L1                          ? u"Email"_s
                                                                    : u"None"_s));
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_text, 1);
    column->addWidget(buttons);
    resize(std::min(900, parent->width()), std::min(700, parent->height()));
}

SourceDialog::~SourceDialog()
{
    delete m_text; // its highlighter before the repository
}

void SourceDialog::mark(TextRange place)
{
    if (place.length() <= 0) {
        m_text->setExtraSelections({});
        return;
    }
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(m_text->document());
    selection.cursor.setPosition(place.start);
    selection.cursor.setPosition(place.end, QTextCursor::KeepAnchor);
    selection.format.setBackground(m_theme.hit);
    m_text->setExtraSelections({ selection });
    QTextCursor cursor(m_text->document());
    cursor.setPosition(place.start);
    m_text->setTextCursor(cursor);
    m_text->centerCursor();
}

} // namespace assay
