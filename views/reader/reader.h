// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"
#include "models/cues/cue.h"
#include "views/reader/readingstyle.h"
#include "views/theme/theme.h"

#include <QTextEdit>
#include <QTimer>

namespace assay {

class ReaderLayout;

/// One article as text, with a cursor that moves by units. Tags, the cursor's ring and the gutter
/// letters are painted over the words; a tag never touches the document. Says what was chosen;
/// changes nothing itself.
class Reader : public QTextEdit {
    Q_OBJECT

public:
    explicit Reader(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    const Theme& theme() const { return m_theme; }
    void setProject(Project* project);
    /// Whose tags are shown as small letters beside the reviewer's own; nobody's at first.
    void setOthers(const QList<ReviewerId>& reviewers);
    /// Shows an article; null shows none. Its text comes when it is loaded.
    void showArticle(ArticleId article);
    ArticleId article() const { return m_article; }
    bool isLoaded() const { return m_loaded; }

    /// The unit under the cursor, and the units [first, last] of the range, -1 and {0, -1} where
    /// there is none.
    qsizetype currentUnit() const { return m_current; }
    std::pair<qsizetype, qsizetype> range() const;
    /// The same with everything that a folded line in it stands for.
    std::pair<qsizetype, qsizetype> coveredUnits() const;
    /// Moves the cursor to `unit` and brings it into view. With `extend`, the range grows to it.
    void setCurrentUnit(qsizetype unit, bool extend = false);
    void moveBy(int units, bool extend);
    /// Goes on to the next unit after `from` that is no heading and no furniture: the next untagged
    /// one, or the next one at all. False when there is none.
    bool goOn(qsizetype from, bool untagged, int direction = 1);
    /// Shows page furniture in full, or folds runs of it into a line each, as at first.
    void showFurniture(bool shown);
    bool isFurnitureShown() const { return m_furnitureShown; }
    bool isFoldedAway(qsizetype unit) const;
    /// Marks the unit for a moment.
    void flash(qsizetype unit);

    const ReadingStyle& readingStyle() const { return m_style; }
    void setReadingStyle(const ReadingStyle& style);

    /// Marks words that hint at a tag: cues in order of the text, and the colour of each kind; a
    /// colour that is not valid leaves the kind out. Forgotten with the article.
    void setCues(const QList<Cue>& cues, const QList<QColor>& colours);
    const QList<Cue>& cues() const { return m_cues; }
    const QList<QColor>& cueColours() const { return m_cueColours; }
    /// Marks what was searched for, in order of the text, and the one of them that is looked at (-1
    /// for none), which is brought into view.
    void setHits(const QList<TextRange>& hits, qsizetype current = -1);
    const QList<TextRange>& hits() const { return m_hits; }

    /// Shows where the current unit would be split: arrows move the place by words, Return or a
    /// click asks for it (splitWanted), Escape leaves.
    void startSplit();
    bool isSplitting() const { return m_splitAt >= 0; }
    /// Asks for the split at the place shown.
    void applySplit();

    /// What Copy gives: the selected text, or the units of the range; `withTags` each unit with its
    /// tag and note. Null where there is nothing; the caller owns it.
    QMimeData* copied(bool withTags) const;
    /// The text of one unit, on one line; empty while it is not loaded.
    QString unitText(qsizetype unit) const;
    /// Where the unit, or its first line, stands in the viewport.
    QRect unitGeometry(qsizetype unit) const;
    /// The units [first, last] that are in view, {0, -1} where none is.
    std::pair<qsizetype, qsizetype> visibleUnits() const;
    /// Rings the unit that the other reader's sentence belongs to, -1 for none, and brings it into
    /// view where `show` says so. Forgotten with the article.
    void setMatched(qsizetype unit, bool show);
    qsizetype matchedUnit() const { return m_matched; }
    /// How units stand to their match, for the overview; forgotten with the article.
    void setMatchMarks(const QHash<qsizetype, Relation>& marks);
    const QHash<qsizetype, Relation>& matchMarks() const { return m_matchMarks; }

    /// Whether any of the unit shows; true where there is no such unit.
    bool isInSight(qsizetype unit) const;
    /// Position of the first visible unit and its distance from the top, for scrollTo().
    std::pair<qsizetype, int> scrollPlace() const;
    void scrollTo(std::pair<qsizetype, int> place);
    /// Part of the text, by offset, that is in view, from 0 to 1.
    std::pair<qreal, qreal> visibleShare() const;

signals:
    void currentChanged();
    void articleChanged(); ///< another article, whose text may not be there yet
    void loaded();
    void viewChanged(); ///< scrolled or resized
    void marksChanged(); ///< other cues or hits
    void splitWanted(qsizetype unit, qint32 offset);
    void splitChanged(bool splitting);
    void focused();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;

private:
    struct Span; // a unit's box in a line, see readerpaint.cpp
    friend class ReaderAccessible;
    const ArticleState* state() const;
    void take(const ChangeSet& changes);
    void buildDocument();
    void rebuildDocument();
    void layOutDocument();
    void install(QTextDocument* fresh);
    void formatDocument(QTextDocument* document);
    void foldFurniture();
    void paintFolds(QPainter& painter, const QTextBlock& block) const;
    void layOutSlowly();
    QRectF unitRect(qsizetype unit) const;
    void updateUnits(qsizetype first, qsizetype last);
    void bringIntoView(qsizetype unit);
    int documentPosition(qint32 offset) const;
    qint32 articleOffset(int position) const;

    void paintUnder(QPainter& painter, const QRect& area);
    void paintOver(QPainter& painter, const QRect& area);
    void paintRing(QPainter& painter) const;
    QPainterPath ringAround(qsizetype first, qsizetype last) const;
    void paintHits(QPainter& painter, const QTextBlock& block) const;
    void paintCues(QPainter& painter, const QTextBlock& block) const;
    void paintSplit(QPainter& painter) const;
    void leaveSplit();
    bool splitKey(int key);
    bool splitAtClick(qint32 offset);
    QList<qint32> wordGaps() const;
    void paintLetters(QPainter& painter, const QTextBlock& block, const QList<Span>& spans) const;
    void paintOthers(QPainter& painter, const QList<Span>& spans) const;
    QList<Span> spansOf(const QTextBlock& block) const;

    Project* m_project = nullptr;
    Theme m_theme;
    ArticleId m_article;
    bool m_loaded = false;
    bool m_furnitureShown = false;
    ReaderLayout* m_layout = nullptr;
    ReadingStyle m_style;
    QList<Cue> m_cues;
    QList<QColor> m_cueColours;
    QList<TextRange> m_hits;
    qsizetype m_hit = -1;
    qint32 m_splitAt = -1; ///< article offset; -1: not splitting
    QList<qint32> m_blockStarts; ///< article offset of each document block's first character
    QList<qsizetype> m_blockUnits; ///< index of its first unit
    QList<ReviewerId> m_others;
    qsizetype m_current = -1;
    qsizetype m_anchor = -1;
    qsizetype m_flashed = -1;
    qsizetype m_matched = -1;
    QHash<qsizetype, Relation> m_matchMarks;
    QPoint m_pressed;
    QTimer m_flash;
    QTimer m_slices;
    QTimer m_tell;
};

} // namespace assay
