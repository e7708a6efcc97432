// SPDX-License-Identifier: GPL-3.0-or-later
// The reader's document: one block a paragraph, in the person's reading style.
#include "views/reader/reader.h"
#include "views/reader/readerlayout.h"

#include <QPointer>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace assay {

/// One slice of layout in the background; a frame has 16 ms.
static constexpr qint64 sliceMilliseconds = 3;

/// Gives the document our layout before anything is laid out, then shows it instead of the one
/// before.
void Reader::install(QTextDocument* fresh)
{
    fresh->setDocumentMargin(0);
    m_layout = new ReaderLayout(fresh);
    fresh->setDocumentLayout(m_layout);
    formatDocument(fresh);
    connect(m_layout, &ReaderLayout::grew, this, [this](qreal y, qreal by) {
        // What is read must not move when something above it gets its true height.
        if (y < verticalScrollBar()->value() - 1)
            verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(by));
        viewport()->update(); // what stood below it moved, also where it is in view
    });
    const QPointer<QTextDocument> before = document();
    setDocument(fresh); // deletes the one it came with, not ours
    if (before)
        before->deleteLater();
}

/// Shows an article for the first time: from its start, the cursor at its first sentence.
void Reader::buildDocument()
{
    layOutDocument();
    const QList<Unit>& units = state()->units();
    m_current = m_anchor = -1;
    if (!units.isEmpty()) {
        m_current = m_anchor = 0;
        if (units[0].kind == UnitKind::Furniture || units[0].kind == UnitKind::Heading)
            goOn(0, false);
    }
    verticalScrollBar()->setValue(0);
    emit loaded();
    emit currentChanged();
}

/// Sentences were split or joined, or a paragraph became furniture: what is read stays where it is.
void Reader::rebuildDocument()
{
    // The document still is as it was, but there may be fewer units: those of another reader, whose
    // cursor was at the last, were joined.
    const qsizetype current
        = std::clamp<qsizetype>(m_current, 0, std::max<qsizetype>(1, state()->units().size()) - 1);
    const QRectF before = unitRect(current);
    const qreal scroll = verticalScrollBar()->value();
    const bool inView = before.bottom() > scroll && before.top() < scroll + viewport()->height();
    const qreal seen = inView ? before.top() : scroll;
    const QTextBlock block = m_layout->blockAt(seen);
    const qint32 offset = m_blockStarts.value(block.blockNumber());
    const qreal within = scroll - m_layout->blockTop(block.blockNumber());
    layOutDocument();
    m_current = m_anchor = current;
    const int number = document()->findBlock(documentPosition(offset)).blockNumber();
    m_layout->layOutBetween(
        m_layout->blockTop(number) + within, m_layout->blockTop(number) + viewport()->height());
    verticalScrollBar()->setValue(qRound(m_layout->blockTop(number) + within));
    emit loaded();
    emit currentChanged();
}

/// One document block a paragraph; a line break inside a hard-wrapped paragraph shows as a blank.
void Reader::layOutDocument()
{
    const ArticleState* article = state();
    const QString text = *m_project->text(m_article);
    QString all;
    all.reserve(text.size());
    m_blockStarts.clear();
    m_blockUnits.clear();
    const QList<Unit>& units = article->units();
    for (qsizetype i = 0; i < units.size();) {
        qsizetype last = i;
        while (last + 1 < units.size() && units[last + 1].block == units[i].block)
            ++last;
        if (!m_blockStarts.isEmpty())
            all += QChar::ParagraphSeparator;
        QString words
            = text.sliced(units[i].range.start, units[last].range.end - units[i].range.start);
        words.replace(u'\n', u' ');
        words.replace(QChar::ParagraphSeparator, u' ');
        words.replace(QChar::LineSeparator, u' ');
        m_blockStarts.append(units[i].range.start);
        m_blockUnits.append(i);
        all += words;
        i = last + 1;
    }
    auto* fresh = new QTextDocument(this);
    fresh->setUndoRedoEnabled(false);
    fresh->setPlainText(all);
    install(fresh);
    m_loaded = true;
    foldFurniture();
    m_slices.start();
}

/// Fonts, margins and colours by kind of block.
void Reader::formatDocument(QTextDocument* document)
{
    const qreal pixels = m_style.points * 96.0 / 72.0;
    QFont serif = serifFont(m_style.points);
    if (!m_style.family.isEmpty())
        serif.setFamily(m_style.family);
    serif.setPixelSize(qRound(pixels));
    QFont heading = sansFont(m_style.points, QFont::DemiBold);
    heading.setPixelSize(qRound(pixels * 1.12));
    QFont title = heading;
    title.setPixelSize(qRound(pixels * 1.35));
    QFont small = sansFont(m_style.points);
    small.setPixelSize(qRound(pixels * 0.84));
    m_layout->setColumn(pixels * m_style.columnEms, 58, m_style.leading);
    if (!state())
        return;
    const QList<Unit>& units = state()->units();
    document->setDefaultFont(serif);
    QTextCursor cursor(document);
    cursor.beginEditBlock();
    qsizetype number = 0;
    UnitKind before = UnitKind::Heading;
    for (QTextBlock block = document->begin(); block.isValid() && number < m_blockUnits.size();
        block = block.next(), ++number) {
        const Unit& unit = units[m_blockUnits[number]];
        QTextBlockFormat format;
        QTextCharFormat letters;
        letters.setFont(serif);
        format.setTopMargin(pixels * (number == 0 ? 0 : before == UnitKind::Heading ? 0.35 : 0.8));
        if (unit.kind == UnitKind::Heading) {
            letters.setFont(unit.level == 1 ? title : heading);
            format.setTopMargin(number == 0 ? 0 : pixels * 1.5);
        } else if (unit.kind == UnitKind::ListItem) {
            format.setLeftMargin(pixels * 1.1);
            format.setTopMargin(pixels * (before == UnitKind::ListItem ? 0.35 : 0.6));
        } else if (unit.kind == UnitKind::Furniture) {
            letters.setFont(small);
            letters.setForeground(m_theme.muted);
            format.setLeftMargin(pixels * 0.9);
            format.setTopMargin(before == UnitKind::Furniture ? 2 : pixels);
        }
        before = unit.kind;
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
        cursor.setBlockCharFormat(letters);
        if (unit.kind != UnitKind::Sentence) {
            cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            cursor.setCharFormat(letters);
        }
    }
    cursor.endEditBlock();
    if (m_loaded)
        foldFurniture();
    viewport()->update();
}

void Reader::setReadingStyle(const ReadingStyle& style)
{
    ReadingStyle sound = style;
    sound.points = std::clamp(style.points, smallestPoints, largestPoints);
    sound.columnEms = std::clamp(style.columnEms, 18.0, 80.0);
    sound.leading = std::clamp(style.leading, 0.9, 2.5);
    if (sound == m_style)
        return;
    m_style = sound;
    formatDocument(document());
    m_slices.start();
    // The other reader keeps in view what belongs to the sentence at the cursor.
    bringIntoView(hasFocus() || m_matched < 0 ? m_current : m_matched);
}

void Reader::layOutSlowly()
{
    if (m_layout && m_layout->layOutMore(sliceMilliseconds))
        m_slices.start();
}

int Reader::documentPosition(qint32 offset) const
{
    const auto it = std::upper_bound(m_blockStarts.begin(), m_blockStarts.end(), offset);
    const qsizetype block = std::max<qsizetype>(0, it - m_blockStarts.begin() - 1);
    return document()->findBlockByNumber(static_cast<int>(block)).position() + offset
        - m_blockStarts.value(block);
}

qint32 Reader::articleOffset(int position) const
{
    const QTextBlock block = document()->findBlock(position);
    return m_blockStarts.value(block.blockNumber()) + position - block.position();
}

} // namespace assay
