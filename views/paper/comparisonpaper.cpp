// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/comparisonpaper.h"

#include "views/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace assay {

using namespace Qt::StringLiterals;

/// Rows of each list that are tried first; fewer where they do not fit on the page.
static constexpr int mostRows = 12;

/// The report on one page: lists give way until it fits.
static QByteArray pdfOf(const ComparisonReport& report, QPageSize::PageSizeId size)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72 * 4);
    writer.setPageSize(QPageSize(size));
    writer.setPageMargins({ 18, 18, 18, 18 }, QPageLayout::Millimeter);
    writer.setTitle(u"%1 / %2"_s.arg(report.a.title, report.b.title));
    writer.setCreator(u"Assay"_s);
    const QSizeF page = writer.pageLayout().paintRectPixels(writer.resolution()).size();
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    document.setDefaultFont(sansFont(9));
    document.setDocumentMargin(0);
    for (int rows = mostRows; rows > 0; --rows) {
        document.setHtml(report.toHtml(rows));
        document.setTextWidth(page.width());
        if (document.size().height() <= page.height())
            break;
    }
    QPainter painter(&writer);
    const qreal scale = std::min(1.0, page.height() / document.size().height());
    painter.scale(scale, scale); // very long sentences: smaller words rather than a second page
    document.drawContents(&painter);
    painter.end();
    return bytes;
}

Expected<void> exportComparison(
    const ComparisonReport& report, const QString& path, QPageSize::PageSizeId size)
{
    QByteArray bytes;
    if (path.endsWith(".csv"_L1, Qt::CaseInsensitive))
        bytes = report.toCsv();
    else if (path.endsWith(".html"_L1, Qt::CaseInsensitive)
        || path.endsWith(".htm"_L1, Qt::CaseInsensitive))
        bytes = report.toHtml().toUtf8();
    else
        bytes = pdfOf(report, size);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(QCoreApplication::translate("Paper", "%1 cannot be written: %2.")
                .arg(path, file.errorString()));
    return {};
}

} // namespace assay
