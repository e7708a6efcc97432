// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paper/paperdocument.h"

#include <QWidget>

namespace assay {

/// Shows one page of a document, as large as fits; arrow and page keys and the wheel turn pages.
class PagePreview : public QWidget {
    Q_OBJECT

public:
    explicit PagePreview(QWidget* parent = nullptr);

    /// `further` are pages behind the document's own; null for none.
    void setDocument(const std::shared_ptr<const PaperDocument>& document,
        const std::shared_ptr<const std::vector<PdfPage>>& further = {});
    int page() const { return m_page; }
    int pages() const { return m_document ? m_document->pages() + behind() : 0; }
    void setPage(int page);
    /// Shown instead of a page.
    void setMessage(const QString& message);

    QSize sizeHint() const override { return { 420, 560 }; }

signals:
    void pageChanged(int page, int pages);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    int behind() const { return m_further ? static_cast<int>(m_further->size()) : 0; }

    std::shared_ptr<const PaperDocument> m_document;
    std::shared_ptr<const std::vector<PdfPage>> m_further;
    int m_page = 0;
    QString m_message;
    QPixmap m_picture; ///< of the page at the present size
};

} // namespace assay
