// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/pages/pdfreading.h"

#include "models/import/pages/paragraphs.h"
#include "models/import/pages/pdfpages.h"

#include <poppler-qt6.h>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

/// The title that the file gives itself, when it is one and not a file name.
static QString titleOf(const Poppler::Document& pdf, const QList<SourceBlock>& blocks)
{
    const QString title = pdf.title().simplified();
    const bool stands = std::any_of(blocks.begin(), blocks.end(), [&](const SourceBlock& block) {
        return !block.furniture && block.text.contains(title, Qt::CaseInsensitive);
    });
    if (title.size() > 5 && stands)
        return title;
    quint8 level = 9;
    QString found;
    for (qsizetype i = 0; i < std::min<qsizetype>(blocks.size(), 30); ++i) {
        if (blocks[i].role == BlockRole::Heading && !blocks[i].furniture
            && blocks[i].level < level) {
            level = blocks[i].level;
            found = blocks[i].text;
        }
    }
    return found;
}

Reading readPdf(const SourceFile& file)
{
    const auto pdf = openPdf(file.bytes);
    if (!pdf)
        return std::unexpected(pdf.error());
    QList<double> heights;
    QList<PageLine> lines = pdfLines(**pdf, heights);
    if (lines.isEmpty())
        return refuse(u"It has no text, only pictures of pages (a scan, perhaps). Let a program "
                      "that recognises letters make its text first."_s);
    SourceDocument document;
    document.blocks = blocksOfLines(std::move(lines), heights);
    document.title = titleOf(**pdf, document.blocks);
    document.author = (*pdf)->author();
    document.date = (*pdf)->creationDate().toString(Qt::ISODate);
    return document;
}

} // namespace assay
