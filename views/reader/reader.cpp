// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reader/reader.h"

#include "views/reader/readerlayout.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QPointer>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

/// One slice of layout in the background; a frame has 16 ms.
static constexpr qint64 sliceMilliseconds = 4;

Reader::Reader(QWidget* parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Article text"));
    m_flash.setSingleShot(true);
    m_flash.setInterval(700);
    connect(&m_flash, &QTimer::timeout, this, [this] {
        m_flashed = -1;
        viewport()->update();
    });
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &Reader::layOutSlowly);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &Reader::viewChanged);
    showArticle({});
}

void Reader::setTheme(const Theme& theme)
{
    m_theme = theme;
    QPalette colours = palette();
    colours.setColor(QPalette::Base, theme.paper);
    colours.setColor(QPalette::Text, theme.ink);
    colours.setColor(QPalette::Highlight, theme.selection);
    colours.setColor(QPalette::HighlightedText, theme.ink);
    setPalette(colours);
    formatDocument(document());
}

void Reader::setProject(Project* project)
{
    if (m_project)
        m_project->disconnect(this);
    m_project = project;
    showArticle({});
    if (!project)
        return;
    connect(project, &Project::changed, this, &Reader::take);
    connect(project, &Project::textLoaded, this, [this](ArticleId id) {
        if (id == m_article && !m_loaded)
            buildDocument();
    });
}

void Reader::setOthers(const QList<ReviewerId>& reviewers)
{
    m_others = reviewers;
    viewport()->update();
}

const ArticleState* Reader::state() const
{
    return m_project ? m_project->state().article(m_article) : nullptr;
}

void Reader::showArticle(ArticleId article)
{
    m_article = article;
    m_loaded = false;
    m_current = m_anchor = m_flashed = -1;
    m_slices.stop();
    if (state() && m_project->text(article)) {
        buildDocument();
        emit articleChanged();
        return;
    }
    install(new QTextDocument(this));
    m_blockStarts.clear();
    m_blockUnits.clear();
    if (state())
        m_project->requestText(article);
    emit articleChanged();
    emit currentChanged();
}

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

/// One document block a paragraph; a line break inside a hard-wrapped paragraph shows as a blank.
void Reader::buildDocument()
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
    m_current = m_anchor = -1;
    foldFurniture();
    if (!units.isEmpty()) {
        m_current = m_anchor = 0;
        if (units[0].kind == UnitKind::Furniture || units[0].kind == UnitKind::Heading)
            goOn(0, false);
    }
    verticalScrollBar()->setValue(0);
    m_slices.start();
    emit loaded();
    emit currentChanged();
}

/// Fonts, margins and colours by kind of block.
void Reader::formatDocument(QTextDocument* document)
{
    const qreal pixels = m_points * 96.0 / 72.0;
    QFont serif = serifFont(m_points);
    serif.setPixelSize(qRound(pixels));
    QFont heading = sansFont(m_points, QFont::DemiBold);
    heading.setPixelSize(qRound(pixels * 1.12));
    QFont title = heading;
    title.setPixelSize(qRound(pixels * 1.35));
    QFont small = sansFont(m_points);
    small.setPixelSize(qRound(pixels * 0.84));
    m_layout->setColumn(pixels * 33, 58);
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

void Reader::setZoom(qreal points)
{
    points = std::clamp(points, 7.0, 40.0);
    if (points == m_points)
        return;
    const qsizetype unit = m_current;
    m_points = points;
    formatDocument(document());
    m_slices.start();
    if (unit >= 0)
        bringIntoView(unit);
}

void Reader::layOutSlowly()
{
    if (!m_layout || !m_layout->layOutMore(sliceMilliseconds))
        m_slices.stop();
}

void Reader::take(const ChangeSet& changes)
{
    if (changes.reviewers)
        viewport()->update();
    if (changes.texts.contains(m_article)) {
        showArticle(m_article);
        return;
    }
    for (const ChangeSet::Units& units : changes.units) {
        if (units.article != m_article || !m_loaded)
            continue;
        if (units.boundaries) {
            const qsizetype current = m_current;
            buildDocument();
            setCurrentUnit(std::min(current, state()->units().size() - 1));
        }
        updateUnits(units.first, units.last);
    }
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

std::pair<qsizetype, qsizetype> Reader::range() const
{
    if (m_current < 0)
        return { 0, -1 };
    return std::minmax(m_current, m_anchor < 0 ? m_current : m_anchor);
}

void Reader::setCurrentUnit(qsizetype unit, bool extend)
{
    const ArticleState* article = state();
    if (!article || !m_loaded || article->units().isEmpty())
        return;
    unit = std::clamp<qsizetype>(unit, 0, article->units().size() - 1);
    if (isFoldedAway(unit))
        showFurniture(true);
    const auto [first, last] = range();
    m_current = unit;
    if (!extend || m_anchor < 0)
        m_anchor = unit;
    updateUnits(std::min(first, unit), std::max(last, unit));
    bringIntoView(unit);
    emit currentChanged();
}

void Reader::moveBy(int units, bool extend)
{
    qsizetype unit = m_current + units;
    while (isFoldedAway(unit) && unit > 0 && unit + 1 < state()->units().size())
        unit += units < 0 ? -1 : 1;
    if (isFoldedAway(unit))
        return; // nothing but folded furniture lies that way
    setCurrentUnit(unit, extend);
}

bool Reader::goOn(qsizetype from, bool untagged, int direction)
{
    const ArticleState* article = state();
    if (!article || !m_loaded)
        return false;
    for (qsizetype i = from + direction; i >= 0 && i < article->units().size(); i += direction) {
        const UnitKind kind = article->units()[i].kind;
        if (kind == UnitKind::Heading || kind == UnitKind::Furniture)
            continue;
        if (untagged && article->mark(m_project->reviewer(), i).tag != Tag::Untagged)
            continue;
        setCurrentUnit(i);
        return true;
    }
    return false;
}

void Reader::flash(qsizetype unit)
{
    m_flashed = unit;
    m_flash.start();
    updateUnits(unit, unit);
}

/// Scrolls only when the unit is near an edge or out of sight, and then leaves context above and
/// below it.
void Reader::bringIntoView(qsizetype unit)
{
    if (unit < 0 || !m_loaded)
        return;
    const QTextBlock block
        = document()->findBlock(documentPosition(state()->units()[unit].range.start));
    const qreal estimate = m_layout->blockTop(block.blockNumber());
    m_layout->layOutBetween(estimate - viewport()->height(), estimate + viewport()->height());
    const QRectF box = unitRect(unit);
    const qreal height = viewport()->height();
    const qreal top = box.top() - verticalScrollBar()->value();
    const qreal bottom = box.bottom() - verticalScrollBar()->value();
    if (top < height * 0.12 || bottom > height * 0.72)
        verticalScrollBar()->setValue(qRound(box.top() - height * 0.3));
}

std::pair<qsizetype, int> Reader::scrollPlace() const
{
    if (!m_loaded || m_blockUnits.isEmpty())
        return { -1, 0 };
    const QTextBlock block = m_layout->blockAt(verticalScrollBar()->value());
    return { m_blockUnits.value(block.blockNumber(), 0),
        qRound(verticalScrollBar()->value() - m_layout->blockTop(block.blockNumber())) };
}

void Reader::scrollTo(std::pair<qsizetype, int> place)
{
    if (place.first < 0 || !m_loaded || place.first >= state()->units().size())
        return;
    const QTextBlock block
        = document()->findBlock(documentPosition(state()->units()[place.first].range.start));
    const qreal top = m_layout->blockTop(block.blockNumber());
    m_layout->layOutBetween(top, top + viewport()->height());
    verticalScrollBar()->setValue(qRound(m_layout->blockTop(block.blockNumber())) + place.second);
}

std::pair<qreal, qreal> Reader::visibleShare() const
{
    if (!m_loaded || document()->isEmpty())
        return { 0, 1 };
    const qreal length = std::max(1, document()->characterCount());
    const int scroll = verticalScrollBar()->value();
    const QTextBlock last = m_layout->blockAt(scroll + viewport()->height());
    return { m_layout->blockAt(scroll).position() / length,
        std::min(1.0, (last.position() + last.length()) / length) };
}

void Reader::resizeEvent(QResizeEvent* event)
{
    const std::pair<qsizetype, int> place = scrollPlace();
    QTextEdit::resizeEvent(event);
    scrollTo({ place.first, std::max(0, place.second) });
    if (m_loaded)
        m_slices.start();
    emit viewChanged();
}

void Reader::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->pos();
    QTextEdit::mousePressEvent(event);
}

/// A click chooses a unit; a drag selects text to copy and leaves the unit as it is.
void Reader::mouseReleaseEvent(QMouseEvent* event)
{
    QTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || !m_loaded
        || (event->pos() - m_pressed).manhattanLength() > 3)
        return;
    const QPointF at(event->pos().x(), event->pos().y() + verticalScrollBar()->value());
    int position = m_layout->hitTest(at, Qt::FuzzyHit);
    const QTextBlock block = document()->findBlock(position);
    position = std::max(block.position(),
        std::min(position,
            block.position() + block.length()
                - 2)); // behind the last letter is still the last unit
    const bool folded = m_layout->foldOf(block.blockNumber()) > 0;
    if (folded
        && qAbs(at.y() - m_layout->blockBoundingRect(block).center().y())
            < m_layout->blockBoundingRect(block).height())
        showFurniture(true);
    setCurrentUnit(
        state()->unitAt(articleOffset(position)), event->modifiers() & Qt::ShiftModifier);
}

void Reader::focusInEvent(QFocusEvent* event)
{
    QTextEdit::focusInEvent(event);
    viewport()->update();
    emit focused();
}

void Reader::focusOutEvent(QFocusEvent* event)
{
    QTextEdit::focusOutEvent(event);
    viewport()->update();
}

/// PageUp and so on scroll as in any reader; units move by actions.
void Reader::keyPressEvent(QKeyEvent* event)
{
    QScrollBar* bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_PageDown:
        bar->triggerAction(QScrollBar::SliderPageStepAdd);
        return;
    case Qt::Key_PageUp:
        bar->triggerAction(QScrollBar::SliderPageStepSub);
        return;
    case Qt::Key_Home:
        bar->setValue(0);
        return;
    case Qt::Key_End: {
        // The last screenful gets its true height first, so that the end is the end.
        if (m_layout) {
            const qreal end = m_layout->documentSize().height();
            m_layout->layOutBetween(end - 2 * viewport()->height(), end);
        }
        bar->setValue(bar->maximum());
        return;
    }
    default:
        QTextEdit::keyPressEvent(event);
    }
}

void Reader::scrollContentsBy(int dx, int dy)
{
    QTextEdit::scrollContentsBy(dx, dy);
    emit viewChanged();
}

void Reader::changeEvent(QEvent* event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace assay
