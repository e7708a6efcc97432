// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/backgroundtask.h"
#include "app/flows/exportflow.h"
#include "app/messagebar.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QScreen>
#include <QToolBar>
#include <QToolButton>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Export", text);
}

namespace {

struct OwnPrinter {
    QPrinter m_own{ QPrinter::HighResolution };
};

/// A preview with its printer, which outlives it: the first base is made first and goes last.
class PrintPreview final : private OwnPrinter, public QPrintPreviewDialog {
public:
    PrintPreview(QPageSize::PageSizeId size, const QString& title, QWidget* parent)
        : QPrintPreviewDialog(&m_own, parent)
    {
        setAttribute(Qt::WA_DeleteOnClose);
        m_own.setPageSize(QPageSize(size));
        m_own.setFullPage(true);
        m_own.setDocName(title);
        resize(QSize(1160, 820).boundedTo(screen()->availableSize() * 9 / 10));
        // What the window is for stands last in its bar, where a narrow one hides it.
        auto* bar = findChild<QToolBar*>();
        const QList<QAction*> actions = bar ? bar->actions() : QList<QAction*>();
        if (actions.size() < 2)
            return;
        bar->insertAction(actions.first(), actions.last());
        bar->insertSeparator(actions.first());
        if (auto* print = qobject_cast<QToolButton*>(bar->widgetForAction(actions.last()))) {
            print->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
            print->setFocus();
        }
        // The field in the list of sizes is made for the system's own letters and margins.
        if (auto* sizes = findChild<QComboBox*>()) {
            sizes->setMinimumWidth(sizes->fontMetrics().horizontalAdvance(u"100.0%__"_s) + 40);
            if (QLineEdit* field = sizes->lineEdit())
                field->setStyleSheet(u"padding: 0; border: 0; min-height: 0"_s);
            sizes->setMinimumHeight(30);
        }
    }
};

} // namespace

static void printTo(QPrinter& printer, const PaperDocument& document)
{
    QPainter painter(&printer);
    const QRectF sheet = printer.paperRect(QPrinter::DevicePixel);
    const QSizeF size = document.pageSize();
    // Another paper than the pages were made for: they shrink to it.
    const qreal scale = std::min(sheet.width() / size.width(), sheet.height() / size.height());
    const int first = std::max(1, printer.fromPage());
    const int last
        = printer.toPage() > 0 ? std::min(printer.toPage(), document.pages()) : document.pages();
    for (int page = first; page <= last; ++page) {
        if (page > first)
            printer.newPage();
        painter.save();
        painter.scale(scale, scale);
        document.paint(painter, page - 1);
        painter.restore();
    }
}

void ExportFlow::print(
    Project& project, ArticleId article, const PaperJob& job, const QList<ReviewerId>& reviewers)
{
    if (isBusy())
        return;
    auto review = std::make_shared<PaperReview>(
        PaperReview::withoutText(project, article, voicesOf(project, article, reviewers)));
    auto document = std::make_shared<Expected<std::shared_ptr<const PaperDocument>>>();
    PaperOptions options = job.options;
    options.attached = false;
    m_task.start(
        say("Laying out “%1”").arg(review->facts.title),
        [review, document, text = project.textSource(article), options](const Progress&) {
            Expected<QString> words = text();
            if (!words) {
                *document = std::unexpected(words.error());
                return;
            }
            review->text = std::move(*words);
            *document = PaperDocument::of(*review, options);
        },
        [this, document, size = job.options.size] {
            if (!*document) {
                m_messages.showMessage(document->error().message, {}, true);
                return;
            }
            if (m_task.wasCancelled())
                return;
            auto* preview = new PrintPreview(size, (**document)->review().facts.title, m_window);
            QObject::connect(preview, &QPrintPreviewDialog::paintRequested, preview,
                [pages = **document](QPrinter* to) { printTo(*to, *pages); });
            preview->open();
        });
}

} // namespace assay
