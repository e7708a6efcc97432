// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reader/readeraccessible.h"

#include "models/items/describe.h"
#include "views/reader/reader.h"
#include "views/reader/readerlayout.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

ReaderAccessible::ReaderAccessible(Reader* reader)
    : QAccessibleWidget(reader, QAccessible::Document)
{
}

void ReaderAccessible::install()
{
    QAccessible::installFactory([](const QString& key, QObject* object) -> QAccessibleInterface* {
        auto* reader = key == "assay::Reader"_L1 ? qobject_cast<Reader*>(object) : nullptr;
        return reader ? new ReaderAccessible(reader) : nullptr;
    });
}

void ReaderAccessible::announce(Reader& reader)
{
    if (!QAccessible::isActive() || !reader.hasFocus() || !reader.state())
        return;
    QAccessibleInterface* self = QAccessible::queryAccessibleInterface(&reader);
    if (auto* text = self ? self->textInterface() : nullptr) {
        QAccessibleTextCursorEvent moved(&reader, text->cursorPosition());
        QAccessible::updateAccessibility(&moved);
    }
    QAccessibleAnnouncementEvent said(&reader,
        u"%1. %2"_s.arg(describeUnit(*reader.m_project, *reader.state(), reader.currentUnit()),
            reader.unitText(reader.currentUnit())));
    QAccessible::updateAccessibility(&said);
}

Reader& ReaderAccessible::reader() const
{
    return *static_cast<Reader*>(widget());
}

void* ReaderAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State ReaderAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.multiLine = true;
    state.selectableText = true;
    return state;
}

QString ReaderAccessible::text(QAccessible::Text part) const
{
    const ArticleState* article = reader().state();
    switch (part) {
    case QAccessible::Name:
        return article ? article->facts().title : reader().accessibleName();
    case QAccessible::Description:
    case QAccessible::Value:
        return article && reader().isLoaded()
            ? describeUnit(*reader().m_project, *article, reader().currentUnit())
            : QString();
    default:
        return QAccessibleWidget::text(part);
    }
}

qsizetype ReaderAccessible::unitAt(int offset) const
{
    if (!reader().isLoaded() || !reader().state() || reader().state()->units().isEmpty())
        return -1;
    return reader().state()->unitAt(
        reader().articleOffset(std::clamp(offset, 0, std::max(0, characterCount() - 1))));
}

std::pair<int, int> ReaderAccessible::span(qsizetype unit) const
{
    const TextRange range = reader().state()->units()[unit].range;
    const int start = reader().documentPosition(range.start);
    return { start, start + range.length() };
}

QString ReaderAccessible::unit(qsizetype unit, int* start, int* end) const
{
    if (unit < 0 || unit >= reader().state()->units().size()) {
        *start = *end = -1;
        return {};
    }
    std::tie(*start, *end) = span(unit);
    return text(*start, *end);
}

int ReaderAccessible::selectionCount() const
{
    return reader().textCursor().hasSelection() || reader().currentUnit() >= 0 ? 1 : 0;
}

/// What was selected to be copied, else the units that keys act on.
void ReaderAccessible::selection(int, int* start, int* end) const
{
    *start = *end = 0;
    const QTextCursor cursor = reader().textCursor();
    const auto [first, last] = reader().range();
    if (cursor.hasSelection()) {
        *start = cursor.selectionStart();
        *end = cursor.selectionEnd();
    } else if (first <= last && unitAt(0) >= 0) {
        *start = span(first).first;
        *end = span(last).second;
    }
}

void ReaderAccessible::addSelection(int start, int end)
{
    setSelection(0, start, end);
}

void ReaderAccessible::removeSelection(int)
{
    QTextCursor cursor = reader().textCursor();
    cursor.clearSelection();
    reader().setTextCursor(cursor);
}

void ReaderAccessible::setSelection(int, int start, int end)
{
    const qsizetype first = unitAt(start);
    const qsizetype last = unitAt(std::max(start, end - 1));
    if (first < 0 || last < 0)
        return;
    reader().setCurrentUnit(first);
    if (last > first)
        reader().setCurrentUnit(last, true);
}

int ReaderAccessible::cursorPosition() const
{
    return unitAt(0) < 0 || reader().currentUnit() < 0 ? 0 : span(reader().currentUnit()).first;
}

void ReaderAccessible::setCursorPosition(int position)
{
    if (const qsizetype unit = unitAt(position); unit >= 0)
        reader().setCurrentUnit(unit);
}

int ReaderAccessible::characterCount() const
{
    return std::max(0, reader().document()->characterCount() - 1);
}

QString ReaderAccessible::text(int start, int end) const
{
    const int count = characterCount();
    start = std::clamp(start, 0, count);
    end = end < 0 ? count : std::clamp(end, start, count);
    QTextCursor cursor(reader().document());
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    return cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n');
}

/// A sentence is a unit, as it was found or repaired; all other boundaries are the toolkit's.
QString ReaderAccessible::textAtOffset(
    int offset, QAccessible::TextBoundaryType boundary, int* start, int* end) const
{
    if (boundary == QAccessible::SentenceBoundary && unitAt(0) >= 0)
        return unit(unitAt(offset), start, end);
    return QAccessibleTextInterface::textAtOffset(offset, boundary, start, end);
}

QString ReaderAccessible::textBeforeOffset(
    int offset, QAccessible::TextBoundaryType boundary, int* start, int* end) const
{
    if (boundary == QAccessible::SentenceBoundary && unitAt(0) >= 0)
        return unit(unitAt(offset) - 1, start, end);
    return QAccessibleTextInterface::textBeforeOffset(offset, boundary, start, end);
}

QString ReaderAccessible::textAfterOffset(
    int offset, QAccessible::TextBoundaryType boundary, int* start, int* end) const
{
    if (boundary == QAccessible::SentenceBoundary && unitAt(0) >= 0)
        return unit(unitAt(offset) + 1, start, end);
    return QAccessibleTextInterface::textAfterOffset(offset, boundary, start, end);
}

QRect ReaderAccessible::characterRect(int offset) const
{
    const QTextBlock block = reader().document()->findBlock(offset);
    if (!block.isValid() || !reader().m_layout)
        return {};
    const QRectF box = reader().m_layout->blockBoundingRect(block);
    const QTextLine line = block.layout()->lineForTextPosition(offset - block.position());
    QRectF rect(box.topLeft(), QSizeF(1, std::max(1.0, box.height())));
    if (line.isValid()) {
        const int at = offset - block.position();
        const qreal left = line.cursorToX(at);
        const qreal right = line.cursorToX(at + 1);
        rect = QRectF(box.left() + std::min(left, right), box.top() + line.y(),
            std::max(1.0, std::abs(right - left)), line.height());
    }
    rect.translate(0, -reader().verticalScrollBar()->value());
    const QPoint origin = reader().viewport()->mapToGlobal(QPoint());
    return rect.toAlignedRect().translated(origin);
}

int ReaderAccessible::offsetAtPoint(const QPoint& point) const
{
    if (!reader().m_layout)
        return -1;
    const QPoint at = reader().viewport()->mapFromGlobal(point);
    return reader().m_layout->hitTest(
        QPointF(at.x(), at.y() + reader().verticalScrollBar()->value()), Qt::FuzzyHit);
}

void ReaderAccessible::scrollToSubstring(int start, int)
{
    if (const qsizetype unit = unitAt(start); unit >= 0)
        reader().bringIntoView(unit);
}

/// IAccessible2 attributes: the unit's tag, whether its reviewer is unsure, the note, its place.
QString ReaderAccessible::attributes(int offset, int* start, int* end) const
{
    const qsizetype at = unitAt(offset);
    if (at < 0) {
        *start = 0;
        *end = characterCount();
        return {};
    }
    std::tie(*start, *end) = span(at);
    const ArticleState& article = *reader().state();
    const Mark& mark = article.mark(reader().m_project->reviewer(), at);
    const auto escaped = [](QString value) {
        for (const QChar special : u"\\:,=;"_s)
            value.replace(special, u"\\"_s + special);
        return value.simplified();
    };
    QStringList all{ u"kind:"_s + kindName(article.units()[at].kind),
        u"unit:"_s + QString::number(at + 1) };
    if (mark.tag != Tag::Untagged)
        all.append(u"tag:"_s + tagName(mark.tag));
    if (mark.unsure)
        all.append(u"unsure:true"_s);
    if (!mark.note.isEmpty())
        all.append(u"note:"_s + escaped(mark.note));
    if (!mark.source.isEmpty())
        all.append(u"source:"_s + escaped(mark.source));
    return all.join(u';') + u';';
}

} // namespace assay
