// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace assay {

class Reader;

/// What a screen reader knows of a reader: the article as text whose sentences are its units, the
/// caret at the current unit, the range as selection, and tag, note and position of each unit as
/// attributes of its words. Offsets are those of the reader's document.
class ReaderAccessible final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit ReaderAccessible(Reader* reader);
    /// Makes readers known to accessibility: has to be called before the first of them is asked
    /// for; further calls change nothing.
    static void install();
    /// Tells a screen reader of the unit that the cursor has come to, or of what changed about it.
    static void announce(Reader& reader);

    QString text(QAccessible::Text part) const override;
    QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    void selection(int index, int* start, int* end) const override;
    int selectionCount() const override;
    void addSelection(int start, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int start, int end) override;
    int cursorPosition() const override;
    void setCursorPosition(int position) override;
    QString text(int start, int end) const override;
    QString textBeforeOffset(
        int offset, QAccessible::TextBoundaryType boundary, int* start, int* end) const override;
    QString textAfterOffset(
        int offset, QAccessible::TextBoundaryType boundary, int* start, int* end) const override;
    QString textAtOffset(
        int offset, QAccessible::TextBoundaryType boundary, int* start, int* end) const override;
    int characterCount() const override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint& point) const override;
    void scrollToSubstring(int start, int end) override;
    QString attributes(int offset, int* start, int* end) const override;

private:
    Reader& reader() const;
    qsizetype unitAt(int offset) const;
    /// Where the unit stands in the document.
    std::pair<int, int> span(qsizetype unit) const;
    QString unit(qsizetype unit, int* start, int* end) const;
};

} // namespace assay
