// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/card.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Links take their colour from the palette when the text is set: it is set again with another one.
class CardText final : public QTextBrowser {
public:
    explicit CardText(const QString& html)
        : m_html(html)
    {
        setHtml(html);
    }

protected:
    void changeEvent(QEvent* event) override
    {
        QTextBrowser::changeEvent(event);
        if (event->type() != QEvent::PaletteChange)
            return;
        const int scrolled = verticalScrollBar()->value();
        setHtml(m_html);
        verticalScrollBar()->setValue(scrolled);
    }

private:
    QString m_html;
};

} // namespace

void showCard(const QString& title, const QString& html, QWidget* parent)
{
    for (QDialog* open : parent->findChildren<QDialog*>(u"card"_s)) {
        if (open->windowTitle() == title && open->isVisible()) {
            open->raise();
            open->activateWindow();
            return;
        }
    }
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(u"card"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* text = new CardText(html);
    text->setAccessibleName(title);
    text->setFrameShape(QFrame::NoFrame);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(text, 1);
    column->addWidget(buttons);
    const QFontMetrics metrics(dialog->font());
    dialog->resize(std::min(metrics.averageCharWidth() * 130, parent->width()),
        std::min(metrics.height() * 44, parent->height()));
    dialog->show();
    text->setFocus();
}

} // namespace assay
