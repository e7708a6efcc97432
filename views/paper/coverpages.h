// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pdf/pdfbook.h"
#include "views/paper/pagepainter.h"

namespace assay {

class PagePen;

/// A note as the list of notes shows it.
struct CoverNote {
    int number = 0;
    Tag tag = Tag::Untagged;
    QString text;
    int page = 0; ///< where it stands, of the article's pages, from 0
    qreal top = 0; ///< on that page, in points
    int unitPage = 0; ///< where its sentence begins
};

/// The pages before the article: title, source, reviewers, what the article is made of, where it
/// stands, notes with their pages, method. They follow the article's own pages where those are the
/// original ones.
class CoverPages {
public:
    CoverPages(const PaperReview& review, const PaperOptions& options,
        const QList<CoverNote>& notes, const Theme& theme);
    /// A line of its own under the method, for what is special about this file.
    void setRemark(const QString& remark) { m_remark = remark; }
    /// The article's own pages are in front, with nothing on them but highlights.
    void setOnOriginal() { m_onOriginal = true; }

    /// How many pages these are.
    int count() const;
    /// Draws them, with sizes and links. They stand at `position`; the article's pages begin at
    /// page `firstArticlePage` of the file, from 0.
    std::vector<PdfPage> draw(const PaperPosition& position, int firstArticlePage) const;

private:
    void drawHead(PagePen& pen) const;
    void drawComposition(PagePen& pen) const;
    void drawTable(PagePen& pen) const;
    QString caveatWords(double first) const;
    void drawStrips(PagePen& pen) const;
    void drawNotes(PagePen& pen, const PaperPosition& position, int firstArticlePage) const;
    void drawMethod(PagePen& pen) const;
    std::vector<PdfPage> layOut(const PaperPosition& position, int firstArticlePage) const;

    const PaperReview& m_review;
    const PaperOptions& m_options;
    QList<CoverNote> m_notes;
    const Theme& m_theme;
    PageMeasures m_measures;
    QString m_remark;
    bool m_onOriginal = false;
};

} // namespace assay
