// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/ribbons.h"

#include "models/items/matchlistmodel.h"
#include "views/reader/reader.h"

#include <QMouseEvent>
#include <QLocale>
#include <QPainter>

namespace assay {

using namespace Qt::StringLiterals;

Ribbons::Ribbons(Reader* left, Reader* right, QWidget* parent)
    : QWidget(parent)
    , m_left(left)
    , m_right(right)
{
    setMouseTracking(true);
    setAccessibleName(tr("What belongs together in the two articles"));
    for (const Reader* reader : { left, right })
        connect(reader, &Reader::viewChanged, this, qOverload<>(&QWidget::update));
}

void Ribbons::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void Ribbons::setMatches(const std::shared_ptr<const std::vector<Match>>& matches)
{
    m_matches = matches;
    update();
}

void Ribbons::setCurrent(const std::optional<Match>& match)
{
    if (m_current == match)
        return;
    m_current = match;
    update();
}

std::optional<std::pair<qreal, qreal>> Ribbons::extent(
    const Reader& reader, const std::vector<quint32>& units) const
{
    const int height = reader.viewport()->height();
    std::optional<std::pair<qreal, qreal>> found;
    for (const quint32 unit : units) {
        const QRect box = reader.unitGeometry(static_cast<qsizetype>(unit));
        if (box.isEmpty() || box.bottom() < 0 || box.top() > height)
            continue;
        const qreal top = mapFromGlobal(reader.viewport()->mapToGlobal(box.topLeft())).y();
        const qreal bottom = top + box.height();
        found = found ? std::pair(std::min(found->first, top), std::max(found->second, bottom))
                      : std::pair(top, bottom);
    }
    return found;
}

std::vector<Ribbons::Ribbon> Ribbons::visibleRibbons() const
{
    std::vector<Ribbon> ribbons;
    if (!m_left->isLoaded() || !m_right->isLoaded() || !m_right->isVisible())
        return ribbons;
    const auto [fromA, toA] = m_left->visibleUnits();
    const auto [fromB, toB] = m_right->visibleUnits();
    const auto inView = [](const std::vector<quint32>& units, qsizetype from, qsizetype to) {
        return std::ranges::any_of(units, [&](quint32 unit) {
            return static_cast<qsizetype>(unit) >= from && static_cast<qsizetype>(unit) <= to;
        });
    };
    const auto first = std::ranges::lower_bound(*m_matches, fromA, {}, [](const Match& match) {
        return match.a.empty() ? qsizetype(-1) : static_cast<qsizetype>(match.a.back());
    });
    for (auto match = first; match != m_matches->end(); ++match) {
        if (!match->a.empty() && static_cast<qsizetype>(match->a.front()) > toA)
            break;
        if (!inView(match->a, fromA, toA) || !inView(match->b, fromB, toB))
            continue;
        const auto a = extent(*m_left, match->a);
        const auto b = extent(*m_right, match->b);
        if (!a || !b)
            continue;
        const qreal middle = width() / 2.0;
        QPainterPath path({ 0, a->first });
        path.cubicTo({ middle, a->first }, { middle, b->first }, { qreal(width()), b->first });
        path.lineTo(width(), b->second);
        path.cubicTo({ middle, b->second }, { middle, a->second }, { 0, a->second });
        path.closeSubpath();
        ribbons.push_back({ static_cast<std::size_t>(match - m_matches->begin()), path,
            (a->first + a->second + b->first + b->second) / 4 });
    }
    return ribbons;
}

QSize Ribbons::sizeHint() const
{
    const QFontMetrics metrics(sansFont(7.5, QFont::DemiBold));
    int wide = 62;
    for (const Relation relation : { Relation::Copied, Relation::Conflict })
        wide = std::max(wide, metrics.horizontalAdvance(relationTitle(relation)) + 18);
    return { wide, 200 };
}

QString Ribbons::label(const Match& match) const
{
    const QString name = relationTitle(match.relation);
    if (match.relation == Relation::SameClaim && !match.byHand)
        return QLocale().toString(static_cast<double>(match.score), 'f', 2);
    return name;
}

void Ribbons::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.window);
    painter.setPen(m_theme.line);
    painter.drawLine(0, 0, 0, height());
    painter.drawLine(width() - 1, 0, width() - 1, height());
    painter.setRenderHint(QPainter::Antialiasing);
    // Beside the texts alone, not beside their heads.
    const QWidget* page = m_left->viewport();
    const int top = mapFromGlobal(page->mapToGlobal(QPoint())).y();
    painter.setClipRect(0, top, width(), page->height());
    std::vector<Ribbon> ribbons = visibleRibbons();
    const auto isCurrent = [&](const Ribbon& ribbon) {
        return m_current && (*m_matches)[ribbon.match] == *m_current;
    };
    // The one that is looked at over the others.
    std::ranges::stable_sort(ribbons, {}, isCurrent);
    for (const Ribbon& ribbon : ribbons) {
        const Match& match = (*m_matches)[ribbon.match];
        const Theme::TagColours& colours = m_theme.of(match.relation);
        QColor fill = colours.tint;
        fill.setAlpha(isCurrent(ribbon) ? 255 : 170);
        painter.setBrush(fill);
        QPen pen(colours.line, isCurrent(ribbon) ? 2 : 1);
        if (match.byHand)
            pen.setStyle(Qt::DashLine);
        painter.setPen(pen);
        painter.drawPath(ribbon.path);
    }
    // Labels give way to one another, downwards; those that find no room are left out, the current
    // one never.
    const QFont font = sansFont(7.5, QFont::DemiBold);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    std::vector<QRectF> taken;
    for (auto ribbon = ribbons.rbegin(); ribbon != ribbons.rend(); ++ribbon) {
        const Match& match = (*m_matches)[ribbon->match];
        const QString text = metrics.elidedText(label(match), Qt::ElideRight, width() - 8);
        const qreal wide = metrics.horizontalAdvance(text) + 8;
        const qreal high = metrics.height() + 2;
        QRectF box((width() - wide) / 2, ribbon->middle - high / 2, wide, high);
        const auto free = [&] {
            return std::ranges::none_of(
                taken, [&](const QRectF& other) { return other.intersects(box); });
        };
        for (int tries = 0; tries < 3 && !free(); ++tries)
            box.translate(0, high + 1);
        if (!free() && ribbon != ribbons.rbegin())
            continue;
        taken.push_back(box);
        const Theme::TagColours& colours = m_theme.of(match.relation);
        const bool plain = match.relation == Relation::SameClaim && !match.byHand;
        painter.setPen(plain ? QPen(colours.line, 1) : QPen(Qt::NoPen));
        painter.setBrush(plain ? m_theme.paper : colours.line);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(plain ? m_theme.ink : colours.onLine);
        painter.drawText(box, Qt::AlignCenter, text);
    }
}

const Match* Ribbons::matchAt(QPointF place) const
{
    const std::vector<Ribbon> ribbons = visibleRibbons();
    for (auto ribbon = ribbons.rbegin(); ribbon != ribbons.rend(); ++ribbon) {
        if (ribbon->path.contains(place))
            return &(*m_matches)[ribbon->match];
    }
    return nullptr;
}

void Ribbons::mousePressEvent(QMouseEvent* event)
{
    if (const Match* match = matchAt(event->position())) {
        const Match choice = *match; // whoever is told may set others
        emit chosen(choice);
    }
}

void Ribbons::mouseMoveEvent(QMouseEvent* event)
{
    const Match* match = matchAt(event->position());
    setCursor(match ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(match ? u"%1 (%2)"_s.arg(relationTitle(match->relation),
                           QLocale().toString(static_cast<double>(match->score), 'f', 2))
                     : QString());
}

} // namespace assay
