// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/reader/reader.h"

namespace assay {

/// A narrow strip beside a reader that shows where in the whole article each tag stands, and what
/// is in view. A click goes there. Places are by offset in the text, so that it needs no layout.
class OverviewRuler : public QWidget {
    Q_OBJECT

public:
    explicit OverviewRuler(Reader* reader, QWidget* parent = nullptr);
    void setProject(Project* project);

    QSize sizeHint() const override { return { 16, 100 }; }

signals:
    void unitChosen(qsizetype unit);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override { mousePressEvent(event); }

private:
    void forget();

    Reader* m_reader;
    Project* m_project = nullptr;
    QTimer m_rest;
    QPixmap m_marks; ///< null: to be painted anew
};

} // namespace assay
