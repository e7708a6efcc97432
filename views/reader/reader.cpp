// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reader/reader.h"

#include "views/reader/readeraccessible.h"
#include "views/reader/readerlayout.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

Reader::Reader(QWidget* parent)
    : QTextEdit(parent)
{
    ReaderAccessible::install(); // before anybody asks what this is
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
    // One slice a turn of the event loop: two would leave a frame too little.
    m_slices.setSingleShot(true);
    m_slices.setInterval(2); // leaves room for what other threads do for the same article
    connect(&m_slices, &QTimer::timeout, this, &Reader::layOutSlowly);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &Reader::viewChanged);
    // After the cursor has come to rest: a screen reader is told once, not at every step.
    m_tell.setSingleShot(true);
    m_tell.setInterval(30);
    connect(&m_tell, &QTimer::timeout, this, [this] { ReaderAccessible::announce(*this); });
    connect(this, &Reader::currentChanged, &m_tell, qOverload<>(&QTimer::start));
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
    const std::pair<qsizetype, int> place = scrollPlace();
    formatDocument(document());
    scrollTo(place);
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
    leaveSplit();
    m_article = article;
    m_loaded = false;
    m_current = m_anchor = m_flashed = m_matched = -1;
    m_matchMarks.clear();
    m_cues.clear();
    m_hits.clear();
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
        if (units.boundaries)
            rebuildDocument();
        updateUnits(units.first, units.last);
        if (m_current >= units.first && m_current <= units.last)
            m_tell.start(); // its tag is another
    }
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
    leaveSplit();
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
    if (isSplitting() && splitAtClick(articleOffset(position)))
        return;
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
    // The text may have been scrolled meanwhile: no key may tag what cannot be seen.
    const bool byKey = event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason
        || event->reason() == Qt::OtherFocusReason;
    if (byKey && !isInSight(m_current))
        bringIntoView(m_current);
    emit focused();
}

void Reader::focusOutEvent(QFocusEvent* event)
{
    QTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason
        && event->reason() != Qt::MenuBarFocusReason)
        leaveSplit(); // its keys go elsewhere now
    viewport()->update();
}

/// PageUp and so on scroll as in any reader; units move by actions.
void Reader::keyPressEvent(QKeyEvent* event)
{
    if (isSplitting() && splitKey(event->key()))
        return;
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

void Reader::changeEvent(QEvent* event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace assay
