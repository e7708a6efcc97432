// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"
#include "models/project/project.h"
#include "views/theme/theme.h"

#include <QWidget>

#include <array>

class QSplitter;

namespace assay {

class Inspector;
class LibraryPanel;
class Reader;
class ReaderPane;
class Ribbons;

/// The work area: two readers side by side, and the list of articles and the inspector that stand
/// around them. Knows which reader is active and brings places into view; makes no edits.
class Desk : public QWidget {
    Q_OBJECT

public:
    explicit Desk(QWidget* parent = nullptr);
    void setProject(Project* project);
    void setTheme(const Theme& theme);
    void setReadingStyle(const ReadingStyle& style);

    LibraryPanel* library() const { return m_library; }
    Inspector* inspector() const { return m_inspector; }
    QWidget* inspectorArea() const { return m_inspectorArea; } ///< with room to scroll
    ReaderPane* pane(int reader) const { return m_panes[static_cast<size_t>(reader)]; }
    Reader* reader(int reader) const;
    Reader* activeReader() const { return reader(m_active); }
    int activeIndex() const { return m_active; }
    Ribbons* ribbons() const { return m_ribbons; }
    bool isSecondShown() const;
    void showSecond(bool shown);
    /// Shows what each reader shows in the other one, at the same places.
    void swapReaders();

    /// Shows the article in the active reader, or in the other one.
    void show(ArticleId article, bool inOther = false);
    /// Brings a place into view, showing its article where no reader has it, and flashes it.
    void reveal(const Place& place);
    /// The same in the reader that is not active.
    void revealBeside(const Place& place);
    /// Shows both articles, one in each reader.
    void showBeside(ArticleId first, ArticleId second);
    /// Shows these reviewers' tags beside one's own.
    void setOthers(const QList<ReviewerId>& reviewers);
    /// Hides what others said, whatever setOthers() asks for.
    void setBlind(bool blind);
    void focusOther();
    /// Walks the areas of the window: list, readers, inspector, and `more`.
    void focusNextArea(const QList<QWidget*>& more);

    /// Comes back to where the last session with this project left off, or shows the first
    /// articles.
    void restore();
    void save() const;

signals:
    void activeChanged();
    void secondShown(bool shown);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void activate(int reader);
    void arrive(int reader);

    Project* m_project = nullptr;
    int m_active = 0;
    QSplitter* m_splitter;
    LibraryPanel* m_library;
    std::array<ReaderPane*, 2> m_panes;
    Ribbons* m_ribbons;
    Inspector* m_inspector;
    QWidget* m_inspectorArea;
    std::array<session::ReaderPlace, 2> m_waiting; ///< where to go once the text is there
    std::optional<Place> m_reveal;
    QList<ReviewerId> m_others;
    bool m_blind = false;
};

} // namespace assay
