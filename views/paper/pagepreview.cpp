// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/pagepreview.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace assay {

PagePreview::PagePreview(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Preview of the pages"));
    setMinimumSize(240, 320);
}

void PagePreview::setDocument(const std::shared_ptr<const PaperDocument>& document,
    const std::shared_ptr<const std::vector<PdfPage>>& further)
{
    m_document = document;
    m_further = further;
    m_message.clear();
    m_picture = {};
    m_page = std::clamp(m_page, 0, std::max(0, pages() - 1));
    emit pageChanged(m_page, pages());
    update();
}

void PagePreview::setMessage(const QString& message)
{
    m_message = message;
    update();
}

void PagePreview::setPage(int page)
{
    page = std::clamp(page, 0, std::max(0, pages() - 1));
    if (page == m_page)
        return;
    m_page = page;
    m_picture = {};
    emit pageChanged(m_page, pages());
    update();
}

void PagePreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Mid));
    if (!m_document || !m_message.isEmpty()) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.fillRect(rect(), palette().color(QPalette::Window));
        painter.drawText(
            rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_message);
    } else {
        const QSizeF page = m_document->pageSize();
        const qreal scale
            = std::min((width() - 24) / page.width(), (height() - 24) / page.height());
        const QSize size = (page * scale).toSize();
        const qreal ratio = devicePixelRatioF();
        if (m_picture.size() != size * ratio) {
            m_picture = QPixmap(size * ratio);
            m_picture.fill(Qt::white);
            QPainter sheet(&m_picture);
            sheet.setRenderHint(QPainter::Antialiasing);
            sheet.scale(scale * ratio, scale * ratio);
            if (m_page < m_document->pages())
                m_document->paint(sheet, m_page, behind());
            else
                (*m_further)[static_cast<size_t>(m_page - m_document->pages())].drawing.paint(
                    sheet);
            sheet.end();
            m_picture.setDevicePixelRatio(ratio);
        }
        const QPoint corner((width() - size.width()) / 2, (height() - size.height()) / 2);
        painter.drawPixmap(corner, m_picture);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void PagePreview::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_Right:
    case Qt::Key_Down:
        setPage(m_page + 1);
        break;
    case Qt::Key_PageUp:
    case Qt::Key_Left:
    case Qt::Key_Up:
        setPage(m_page - 1);
        break;
    case Qt::Key_Home:
        setPage(0);
        break;
    case Qt::Key_End:
        setPage(pages() - 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PagePreview::wheelEvent(QWheelEvent* event)
{
    setPage(m_page + (event->angleDelta().y() < 0 ? 1 : -1));
    event->accept();
}

} // namespace assay
