// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/paperexport.h"

#include "views/paper/coverpage.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSet>

namespace assay {

static Error stopped()
{
    return { QCoreApplication::translate("Paper", "The export was stopped; nothing was written."),
        {} };
}

static QList<PdfOutlineEntry> outlineOf(
    const PaperReview& review, const PagePlan& plan, int coverPages)
{
    QList<PdfOutlineEntry> outline{ { review.facts.title, 0, 0, 0 } };
    for (size_t page = 0; page < plan.pages.size(); ++page) {
        for (const PlacedLine& placed : plan.pages[page].lines) {
            const PaperBlock& block = plan.blocks[static_cast<size_t>(placed.block)];
            if (block.kind == UnitKind::Heading && placed.line == 0)
                outline.append({ block.layout->text(), coverPages + static_cast<int>(page),
                    placed.y / PageMeasures::unit, 0 });
        }
    }
    return outline;
}

Expected<void> exportPaper(const PaperReview& review, const QString& path, const Progress& progress,
    QPageSize::PageSizeId sizeId)
{
    const Expected<Theme> theme = Theme::load(QStringLiteral("paper"));
    if (!theme)
        return std::unexpected(theme.error());
    const QPageSize size(sizeId);
    const PagePlan plan = PagePlan::of(review, PageMeasures::of(size));
    PagePainter pages(review, plan, *theme);
    const CoverPage cover(review, plan, *theme);
    const int coverPages = cover.pages();
    const int total = coverPages + static_cast<int>(plan.pages.size());

    PdfDocument document;
    document.pageHeight = size.size(QPageSize::Point).height();
    document.title = review.facts.title;
    document.author = review.reviewer;
    document.review = review.toJson();
    QBuffer buffer(&document.pages);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(PageMeasures::dpi);
        writer.setPageSize(size);
        writer.setPageMargins({});
        QPainter painter(&writer);
        for (int page = 0; page < total; ++page) {
            if (!goOn(progress, page, total))
                return std::unexpected(stopped());
            if (page > 0)
                writer.newPage();
            if (page < coverPages) {
                cover.draw(painter, pages, page, total);
            } else {
                const auto index = static_cast<size_t>(page - coverPages);
                pages.draw(painter, index, page + 1, total);
                document.highlights += pages.highlights(index, page);
            }
        }
    }
    document.outline = outlineOf(review, plan, coverPages);
    if (!goOn(progress, total, total))
        return std::unexpected(stopped());
    return writeAnnotatedPdf(document, path);
}

QStringList paperPaths(
    const Project& project, const QList<ArticleId>& articles, const QString& folder)
{
    QStringList paths;
    QSet<QString> taken;
    for (const ArticleId& id : articles) {
        const QString file = project.state().article(id)->facts().provenance.file;
        QString base = QFileInfo(file).completeBaseName();
        if (base.isEmpty())
            base = QStringLiteral("article");
        QString name = base;
        for (int n = 2; taken.contains(name.toLower()); ++n)
            name = QStringLiteral("%1-%2").arg(base).arg(n);
        taken.insert(name.toLower());
        paths.append(QDir(folder).filePath(name + QStringLiteral(".pdf")));
    }
    return paths;
}

} // namespace assay
