// SPDX-License-Identifier: GPL-3.0-or-later
// What stands over the words besides tags: cues, what was searched for, and the place of a split.
#include "views/reader/reader.h"
#include "views/reader/readerlayout.h"
#include "views/text/linespan.h"

#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

void Reader::setCues(const QList<Cue>& cues, const QList<QColor>& colours)
{
    m_cues = cues;
    m_cueColours = colours;
    viewport()->update();
    emit marksChanged();
}

void Reader::setHits(const QList<TextRange>& hits, qsizetype current)
{
    const bool others = hits != m_hits;
    m_hits = hits;
    m_hit = current;
    if (m_loaded && current >= 0 && current < hits.size()) {
        const qsizetype unit = state()->unitAt(hits[current].start);
        if (isFoldedAway(unit))
            showFurniture(true);
        bringIntoView(unit);
    }
    viewport()->update();
    if (others)
        emit marksChanged();
}

/// Calls `take` with each line's part of [start, end) of the article's text, in document
/// coordinates, as far as it stands in `block`.
template <typename Take>
static void eachPart(const ReaderLayout& layout, const QTextBlock& block, qint32 blockStart,
    TextRange range, Take take)
{
    const QRectF box = layout.blockBoundingRect(block);
    const int from = std::max(0, range.start - blockStart);
    const int to = std::min(block.length() - 1, range.end - blockStart);
    if (from >= to)
        return;
    for (const LineSpan& span : lineSpans(*block.layout(), block.text(), from, to)) {
        const QTextLine line = block.layout()->lineAt(span.line);
        take(QRectF(QPointF(box.left() + span.left, box.top() + line.y()),
                 QPointF(box.left() + span.right, box.top() + line.y() + line.height())),
            box.top() + line.y() + line.ascent());
    }
}

void Reader::paintHits(QPainter& painter, const QTextBlock& block) const
{
    const qsizetype number = block.blockNumber();
    if (m_hits.isEmpty() || number >= m_blockStarts.size()
        || m_layout->foldOf(static_cast<int>(number)) != 0)
        return;
    const qint32 start = m_blockStarts[number];
    const qint32 end = start + block.length();
    auto hit = std::partition_point(m_hits.begin(), m_hits.end(),
        [start](const TextRange& range) { return range.end <= start; });
    for (; hit != m_hits.end() && hit->start < end; ++hit) {
        const bool looked = hit - m_hits.begin() == m_hit;
        eachPart(*m_layout, block, start, *hit, [&](const QRectF& box, qreal) {
            painter.fillRect(box.adjusted(-1, 0, 1, 0), m_theme.hit);
            if (looked) {
                painter.setPen(QPen(m_theme.ring, 2));
                painter.drawRect(box.adjusted(-2, -1, 2, 1));
            }
        });
    }
}

/// A row of small dots right under the words: nothing that could be taken for a tag.
void Reader::paintCues(QPainter& painter, const QTextBlock& block) const
{
    const qsizetype number = block.blockNumber();
    if (m_cues.isEmpty() || number >= m_blockStarts.size()
        || m_layout->foldOf(static_cast<int>(number)) != 0)
        return;
    const qint32 start = m_blockStarts[number];
    const qint32 end = start + block.length();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (auto cue = firstCueBehind(m_cues, start); cue != m_cues.end() && cue->range.start < end;
        ++cue) {
        const QColor colour = m_cueColours.value(cue->kind);
        if (!colour.isValid())
            continue;
        eachPart(*m_layout, block, start, cue->range, [&](const QRectF& box, qreal baseline) {
            const qreal y = std::round(baseline + 3);
            for (qreal x = std::round(box.left()); x < box.right(); x += 3)
                painter.fillRect(QRectF(x, y, 1, 1), colour);
        });
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

/// Offsets in the article where a word of the current unit begins, the first left out.
QList<qint32> Reader::wordGaps() const
{
    QList<qint32> gaps;
    const std::optional<QString> text = m_project->text(m_article);
    if (!text || m_current < 0)
        return gaps;
    const TextRange range = state()->units()[m_current].range;
    for (qint32 i = range.start + 1; i < range.end; ++i) {
        if ((*text)[i - 1].isSpace() && !(*text)[i].isSpace())
            gaps.append(i);
    }
    return gaps;
}

/// Begins at the gap behind a comma, colon or dash that is nearest to the middle, else at the gap
/// nearest to it: where a sentence that does two things is most likely to turn.
void Reader::startSplit()
{
    const QList<qint32> gaps = m_loaded && m_current >= 0 ? wordGaps() : QList<qint32>();
    if (gaps.isEmpty() || isFoldedAway(m_current))
        return;
    const QString text = *m_project->text(m_article);
    const TextRange range = state()->units()[m_current].range;
    const auto cost = [&](qint32 gap) {
        qint32 before = gap - 1;
        while (text[before].isSpace() && before > range.start)
            --before;
        const bool pause = u",;:–—)"_s.contains(text[before]);
        return std::abs(gap - (range.start + range.end) / 2) + (pause ? 0 : range.length());
    };
    m_splitAt = *std::min_element(
        gaps.begin(), gaps.end(), [&](qint32 a, qint32 b) { return cost(a) < cost(b); });
    m_anchor = m_current;
    viewport()->update();
    emit splitChanged(true);
}

void Reader::leaveSplit()
{
    if (!isSplitting())
        return;
    m_splitAt = -1;
    viewport()->update();
    emit splitChanged(false);
}

void Reader::applySplit()
{
    if (!isSplitting())
        return;
    const qint32 at = m_splitAt;
    leaveSplit();
    emit splitWanted(m_current, at);
}

bool Reader::splitKey(int key)
{
    const QList<qint32> gaps = wordGaps();
    if (gaps.isEmpty()) {
        leaveSplit();
        return false;
    }
    const qsizetype at = gaps.indexOf(m_splitAt);
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        // Arrows move as the eye sees it: in text from right to left, right is back.
        const bool mirrored
            = document()->findBlock(documentPosition(m_splitAt)).textDirection() == Qt::RightToLeft;
        const qsizetype by = (key == Qt::Key_Right) != mirrored ? 1 : -1;
        m_splitAt = gaps[std::clamp<qsizetype>(at + by, 0, gaps.size() - 1)];
        viewport()->update();
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        applySplit();
        return true;
    case Qt::Key_Escape:
        leaveSplit();
        return true;
    default:
        return false;
    }
}

/// A click in the unit splits it before the word that was clicked.
bool Reader::splitAtClick(qint32 offset)
{
    const TextRange range = state()->units()[m_current].range;
    if (offset < range.start || offset >= range.end)
        return false;
    const QList<qint32> gaps = wordGaps();
    if (gaps.isEmpty())
        return false;
    const auto after = std::upper_bound(gaps.begin(), gaps.end(), offset);
    m_splitAt = after == gaps.begin() ? gaps.first() : *std::prev(after);
    applySplit();
    return true;
}

void Reader::paintSplit(QPainter& painter) const
{
    if (!isSplitting())
        return;
    const QTextBlock block = document()->findBlock(documentPosition(m_splitAt));
    const qint32 start = m_blockStarts[block.blockNumber()];
    eachPart(*m_layout, block, start, { m_splitAt, m_splitAt + 1 }, [&](const QRectF& box, qreal) {
        const qreal x = block.textDirection() == Qt::RightToLeft ? box.right() + 2 : box.left() - 3;
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.fillRect(QRectF(x, box.top() - 3, 3, box.height() + 7), m_theme.accent);
        painter.fillRect(QRectF(x - 3, box.top() - 5, 9, 3), m_theme.accent);
        painter.fillRect(QRectF(x - 3, box.bottom() + 3, 9, 3), m_theme.accent);
        painter.setRenderHint(QPainter::Antialiasing);
    });
}

QString Reader::unitText(qsizetype unit) const
{
    const std::optional<QString> text = m_loaded ? m_project->text(m_article) : std::nullopt;
    if (!text || unit < 0 || unit >= state()->units().size())
        return {};
    const TextRange range = state()->units()[unit].range;
    return text->sliced(range.start, range.length()).simplified();
}

QRect Reader::unitGeometry(qsizetype unit) const
{
    return unitRect(unit).translated(0, -verticalScrollBar()->value()).toAlignedRect();
}

QMimeData* Reader::copied(bool withTags) const
{
    if (!m_loaded || m_current < 0)
        return nullptr;
    const QTextCursor selection = textCursor();
    auto* clip = new QMimeData;
    if (selection.hasSelection() && !withTags) {
        clip->setText(selection.selectedText().replace(QChar::ParagraphSeparator, u'\n'));
        return clip;
    }
    auto [first, last] = range();
    if (selection.hasSelection()) {
        first = state()->unitAt(articleOffset(selection.selectionStart()));
        last = state()->unitAt(articleOffset(selection.selectionEnd() - 1));
    }
    QStringList lines;
    QString html;
    for (qsizetype i = first; i <= last; ++i) {
        const QString text = unitText(i);
        const Mark mark = state()->mark(m_project->reviewer(), i);
        if (!withTags || mark.isEmpty()) {
            lines.append(text);
            html += u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
            continue;
        }
        QString said = tagTitle(mark.tag);
        if (mark.unsure)
            said += tr(", unsure");
        QStringList more;
        if (!mark.note.isEmpty())
            more.append(mark.note.simplified());
        if (!mark.source.isEmpty())
            more.append(mark.source);
        QString line = u"[%1] %2"_s.arg(said, text);
        if (!more.isEmpty())
            line += u" (%1)"_s.arg(more.join(u"; "_s));
        lines.append(line);
        html += u"<p><b>[%1]</b> <span style=\"background:%2\">%3</span>%4</p>"_s.arg(
            said.toHtmlEscaped(),
            (mark.tag == Tag::Untagged ? m_theme.paper : m_theme.of(mark.tag).tint).name(),
            text.toHtmlEscaped(),
            more.isEmpty() ? QString() : u" <i>(%1)</i>"_s.arg(more.join(u"; "_s).toHtmlEscaped()));
    }
    clip->setText(lines.join(u'\n'));
    clip->setHtml(html);
    return clip;
}

} // namespace assay
