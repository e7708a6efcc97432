// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"
#include "models/compare/counterparts.h"
#include "models/cues/cue.h"
#include "views/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace assay {

class TagControl;

/// The current unit: its tag, note and source. A note is handed on after a second of rest, every
/// second and a half while it is typed, when the field is left and when another unit comes; what is
/// typed in one visit is one edit.
class Inspector : public QWidget {
    Q_OBJECT

public:
    explicit Inspector(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setProject(Project* project);
    /// Shows a unit; -1 shows none.
    void showUnit(ArticleId article, qsizetype unit);
    /// Whose marks are listed below the reviewer's own; nobody's at first.
    void setOthers(const QList<ReviewerId>& reviewers);
    /// The cues of the article that is shown, and their kinds; no kinds show no section.
    void setCues(const QList<Cue>& cues, const QList<CueKind>& kinds);
    /// Sentences of other articles that say what the current one says; of another sentence: none.
    void setCounterparts(
        ArticleId article, TextRange range, const QList<Counterpart>& counterparts);
    void focusNote();
    void focusSource();
    /// Hands on what was typed and not handed on yet.
    void commit();
    /// Told which edit the visit's first commit became, so that the next ones extend it.
    void setVisit(GroupId visit) { m_visit = visit; }

signals:
    void tagChosen(assay::Tag tag);
    void unsureChosen();
    void placeChosen(const assay::Place& place); ///< of a sentence in another article
    void edited(const QList<assay::Change>& changes, assay::GroupId visit);
    void holding(bool words); ///< words were typed that are not handed on yet, or are by now
    void left(bool goOn); ///< the note or source was finished; `goOn`: with Ctrl+Enter

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void refreshHeading(const ArticleState* article);
    void refreshCues(const QString& sentence);
    void refreshOthers(const ArticleState* article);
    void refreshCounterparts(const QString& sentence);
    void endVisit();
    void hold(bool words);

    Project* m_project = nullptr;
    ArticleId m_article;
    TextRange m_range;
    qsizetype m_unit = -1;
    GroupId m_visit; ///< the edit that this visit's typing goes into
    bool m_filling = false;
    bool m_dirty = false;
    QTimer m_rest; ///< until what is typed is handed on
    QTimer m_latest; ///< the same, however long the typing goes on
    QTimer m_show; ///< until a change is shown
    QLabel* m_heading;
    TagControl* m_tags;
    QCheckBox* m_unsure;
    QPlainTextEdit* m_note;
    QLineEdit* m_source;
    QLabel* m_quote;
    QLabel* m_cuesHeading;
    QLabel* m_cuesText;
    QList<Cue> m_cues;
    QList<CueKind> m_kinds;
    Theme m_theme;
    QLabel* m_counterpartsHeading;
    QLabel* m_counterpartsText;
    QList<Counterpart> m_counterparts;
    QLabel* m_othersHeading;
    QLabel* m_othersText;
    QList<ReviewerId> m_others;
};

} // namespace assay
