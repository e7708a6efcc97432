// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keylegend.h"

#include "app/actions.h"

#include <QPainter>
#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace assay {

using namespace Qt::StringLiterals;

static QFont capFont(const QWidget* widget)
{
    QFont font = widget->font();
    font.setPointSizeF(font.pointSizeF() * 0.88);
    font.setWeight(QFont::DemiBold);
    return font;
}

static int capWidth(const QFont& font, const QString& key)
{
    return QFontMetrics(font).horizontalAdvance(key) + 11;
}

/// Draws a keycap with its leading edge at `left`, centred in `box`.
static void paintCap(QPainter& painter, const QRect& box, int left, const QString& key,
    const QFont& font, const Theme& theme)
{
    const int height = QFontMetrics(font).height() + 3;
    const QRectF cap(
        left + 0.5, box.center().y() - height / 2 + 0.5, capWidth(font, key) - 1, height - 1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.paper);
    painter.drawRoundedRect(cap, 3.5, 3.5);
    painter.setPen(theme.ink);
    painter.setFont(font);
    painter.drawText(cap, Qt::AlignCenter, key);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

KeyButton::KeyButton(const QString& text, QWidget* parent)
    : QToolButton(parent)
    , m_text(text)
{
    setToolButtonStyle(Qt::ToolButtonTextOnly);
}

void KeyButton::setKey(const QString& key)
{
    m_key = key;
    updateGeometry();
    update();
}

void KeyButton::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

QSize KeyButton::sizeHint() const
{
    QSize size = QToolButton::sizeHint();
    const int iconRoom = icon().isNull() ? 0 : iconSize().width() + 7;
    const int cap = m_key.isEmpty() ? 0 : capWidth(capFont(this), m_key) + 8;
    size.setWidth(fontMetrics().horizontalAdvance(m_text) + iconRoom + cap + 26);
    return size;
}

void KeyButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // boxes are exact; "left" is left in them
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    const QRect box = rect().adjusted(13, 0, -12, 0);
    int x = box.left();
    if (!icon().isNull()) {
        icon().paint(&painter,
            QRect(QPoint(x, box.center().y() - iconSize().height() / 2 + 1), iconSize()),
            Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
        x += iconSize().width() + 7;
    }
    painter.setPen(isEnabled() ? m_theme.ink : m_theme.muted);
    painter.drawText(QRect(x, 0, box.width(), height()),
        static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), m_text);
    if (!m_key.isEmpty()) {
        const QFont font = capFont(this);
        paintCap(painter, rect(), box.right() - capWidth(font, m_key) + 2, m_key, font, m_theme);
    }
}

KeyLegend::KeyLegend(const Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&actions, &Actions::keysChanged, this, &KeyLegend::refresh);
    refresh();
}

void KeyLegend::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void KeyLegend::refresh()
{
    const std::pair<const char*, QString> wanted[]
        = { { "next", tr("next") }, { "extend-down", tr("extend") }, { "repeat", tr("again") },
              { "unsure", tr("unsure") }, { "note", tr("note") }, { "split", tr("split") },
              { "other", tr("other reader") }, { "next-match", tr("next match") },
              { "undo", tr("undo") }, { "palette", tr("commands") }, { "keys", tr("all keys") } };
    m_keys.clear();
    QStringList spoken;
    for (const auto& [id, does] : wanted) {
        QString key = m_actions.keyText(id);
        if (key.isEmpty())
            continue;
        key.replace(QKeySequence(Qt::Key_Down).toString(QKeySequence::NativeText), u"↓"_s)
            .replace(u'+', u' ');
        m_keys.append({ key, does });
        spoken.append(u"%1 %2"_s.arg(m_actions.keyText(id), does));
    }
    setAccessibleName(tr("Keys: %1").arg(spoken.join(u", "_s)));
    updateGeometry();
    update();
}

QSize KeyLegend::sizeHint() const
{
    const QFont font = capFont(this);
    int width = 0;
    for (const auto& [key, does] : m_keys)
        width += capWidth(font, key) + 5 + fontMetrics().horizontalAdvance(does) + 14;
    return { width, fontMetrics().height() + 8 };
}

void KeyLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    const QFont font = capFont(this);
    qsizetype shown = m_keys.size();
    const auto widthOf = [&](qsizetype i) {
        return capWidth(font, m_keys[i].first) + 5
            + fontMetrics().horizontalAdvance(m_keys[i].second) + 14;
    };
    int needed = 0;
    for (qsizetype i = 0; i < m_keys.size(); ++i)
        needed += widthOf(i);
    // The last one names where all others are found: it stays.
    qsizetype left = m_keys.size() - 1;
    while (needed > width() && left > 0)
        needed -= widthOf(--left);
    int x = layoutDirection() == Qt::RightToLeft ? 0 : std::max(0, width() - needed);
    for (qsizetype i = 0; i < shown; ++i) {
        if (i >= left && i + 1 < shown)
            continue;
        const auto& [key, does] = m_keys[i];
        paintCap(painter, rect(), x, key, font, m_theme);
        x += capWidth(font, key) + 5;
        painter.setFont(this->font());
        painter.setPen(m_theme.muted);
        painter.drawText(QRect(x, 0, width(), height()),
            static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), does);
        x += fontMetrics().horizontalAdvance(does) + 14;
    }
}

} // namespace assay
