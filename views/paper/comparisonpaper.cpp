// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/comparisonpaper.h"

#include "views/paper/comparisonpages.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QSaveFile>

namespace assay {

using namespace Qt::StringLiterals;

static Expected<QByteArray> pdfOf(
    const ComparisonReport& report, QPageSize::PageSizeId size, QString& missing)
{
    const int total = [&] {
        const auto pages = comparisonPages(report, size, {});
        return pages ? static_cast<int>(pages->size()) : 0;
    }();
    const auto pages = comparisonPages(report, size, { 0, 0, total });
    if (!pages)
        return std::unexpected(pages.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    PdfBook book(buffer);
    book.addPages(*pages);
    PdfInformation information;
    information.title = u"%1 / %2"_s.arg(report.a.title, report.b.title);
    information.author = report.reviewer;
    information.created = QDateTime::currentDateTimeUtc();
    if (const Expected<void> done = book.finish(information); !done)
        return std::unexpected(done.error());
    missing = book.missingLetters();
    return bytes;
}

Expected<QString> exportComparison(
    const ComparisonReport& report, const QString& path, QPageSize::PageSizeId size)
{
    QByteArray bytes;
    QString missing;
    if (path.endsWith(".csv"_L1, Qt::CaseInsensitive))
        bytes = report.toCsv();
    else if (path.endsWith(".html"_L1, Qt::CaseInsensitive)
        || path.endsWith(".htm"_L1, Qt::CaseInsensitive))
        bytes = report.toHtml().toUtf8();
    else {
        Expected<QByteArray> made = pdfOf(report, size, missing);
        if (!made)
            return std::unexpected(made.error());
        bytes = std::move(*made);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(QCoreApplication::translate("Paper", "%1 cannot be written: %2.")
                .arg(path, file.errorString()));
    return missing;
}

} // namespace assay
