// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paper/pageproof.h"
#include "views/paper/paperjob.h"

#include <QDialog>
#include <QFutureWatcher>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace assay {

class PagePreview;

/// What the export dialog is about.
struct ExportSubject {
    qsizetype articles = 1;
    qsizetype originals = 0; ///< of these came as PDFs
    QList<std::pair<ReviewerId, QString>> reviewers; ///< who said anything; the first one is shown
    /// Pages of the comparison on the desk, with these reviewers' first one's tags; empty without
    /// one.
    std::function<FurtherPages(const QList<ReviewerId>&, QPageSize::PageSizeId)> comparison;
    /// The review that the preview shows, for these reviewers. Called on this thread; what it
    /// returns is called on another one.
    std::function<std::function<Expected<PaperReview>()>(const QList<ReviewerId>&)> preview;
};

/// Chooses what annotated PDFs show, with a live preview of the pages. Writes nothing itself.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    ExportDialog(ExportSubject subject, QWidget* parent);
    ~ExportDialog() override;

    PaperJob job() const;
    QList<ReviewerId> reviewers() const;
    /// One file of all articles instead of one for each.
    bool oneFile() const;
    PagePreview* preview() { return m_preview; }

signals:
    void exportWanted();
    void printWanted();

private:
    QWidget* makeChoices();
    void addPages(QVBoxLayout* column);
    void addContents(QVBoxLayout* column);
    void restore();
    void keep() const;
    void refresh();
    void makePreview();
    void showPreview();

    ExportSubject m_subject;
    QComboBox* m_pages;
    QComboBox* m_paper;
    QComboBox* m_files;
    QCheckBox* m_summary;
    QCheckBox* m_rewrite;
    QList<QCheckBox*> m_tags; ///< in the order of allTags
    QCheckBox* m_notes;
    QCheckBox* m_furniture;
    QCheckBox* m_comparison;
    QComboBox* m_highlights;
    QListWidget* m_reviewers;
    QLabel* m_warning;
    QLabel* m_number;
    PagePreview* m_preview;
    QPushButton* m_print;
    QTimer m_delay;
    QFutureWatcher<PageProof> m_making;
    bool m_again = false; ///< a choice changed while a preview was made
};

} // namespace assay
