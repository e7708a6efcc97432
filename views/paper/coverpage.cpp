// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/coverpage.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static constexpr qreal pt = PageMeasures::unit;

static QString say(const char* text, int n = -1)
{
    return QCoreApplication::translate("Cover", text, nullptr, n);
}

CoverPage::CoverPage(const PaperReview& review, const PagePlan& plan, const Theme& theme)
    : m_review(review)
    , m_plan(plan)
    , m_theme(theme)
    , m_left(plan.measures.gutter)
    , m_right(plan.measures.width - plan.measures.gutter)
{
}

int CoverPage::perFurtherPage() const
{
    return static_cast<int>(
        (m_plan.measures.lastLine() - m_plan.measures.top - 30 * pt) / (16 * pt));
}

void CoverPage::draw(QPainter& painter, PagePainter& pages, int page, int total) const
{
    qreal y = m_plan.measures.top;
    const int notes = static_cast<int>(m_plan.noteNumbers.size());
    if (page == 0) {
        y = drawHead(painter, y);
        y = drawComposition(painter, pages, y);
        y = drawStrip(painter, y);
        if (notes > 0)
            y = drawNotes(painter, y, 1, std::min(notes, onFirst));
        drawMethod(painter, y);
    } else {
        const int from = onFirst + (page - 1) * perFurtherPage() + 1;
        drawNotes(painter, y, from, std::min(notes, from + perFurtherPage() - 1));
    }
    pages.drawFoot(painter, m_review.facts.title, page + 1, total);
}

/// Draws wrapped text and returns where the next thing may stand.
qreal CoverPage::drawText(QPainter& painter, qreal y, const QString& text, const QFont& font,
    const QColor& colour, qreal pitch) const
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(m_right - m_left);
        line.setPosition({ 0, y });
        y += pitch;
    }
    layout.endLayout();
    painter.setPen(colour);
    layout.draw(&painter, { m_left, 0 });
    return y;
}

qreal CoverPage::drawHead(QPainter& painter, qreal y) const
{
    y = drawText(painter, y, m_review.facts.title, paperFont(sansFont(20, QFont::DemiBold), 20),
            m_theme.ink, 25 * pt)
        + 4 * pt;
    const Provenance& from = m_review.facts.provenance;
    const qsizetype units = m_review.composition.total();
    QStringList source{ from.file,
        say("imported %1")
            .arg(QLocale().toString(from.imported.toLocalTime().date(), QLocale::LongFormat)),
        say("%n sentence(s)", static_cast<int>(units)),
        say("%n word(s)", static_cast<int>(wordCount(m_review.text))) };
    source.removeAll(QString());
    const QFont small = paperFont(sansFont(9), 9);
    y = drawText(painter, y, source.join(u" · "_s), small, m_theme.muted, 13 * pt);
    const QString date
        = QLocale().toString(m_review.time.toLocalTime().date(), QLocale::LongFormat);
    const QString by = m_review.reviewer.isEmpty()
        ? say("Not reviewed yet, %1").arg(date)
        : say("Reviewed by %1, %2").arg(m_review.reviewer, date);
    return drawText(painter, y, by + u" · Assay "_s + QLatin1StringView(ASSAY_VERSION), small,
               m_theme.muted, 13 * pt)
        + 18 * pt;
}

/// Colour and pattern of a tag in bars, so that a grey print tells them apart too.
void CoverPage::fillPattern(QPainter& painter, const QRectF& box, Tag tag) const
{
    if (box.width() <= 0)
        return;
    painter.fillRect(box, tag == Tag::Untagged ? m_theme.track : m_theme.of(tag).line);
    painter.save();
    painter.setClipRect(box);
    if (tag == Tag::Marketing) {
        painter.setPen(QPen(m_theme.of(tag).tint, 0.9 * pt));
        for (qreal x = box.left() - box.height(); x < box.right(); x += 4.5 * pt)
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    } else if (tag == Tag::Caveat) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.of(tag).tint);
        for (qreal x = box.left() + 2 * pt; x < box.right(); x += 4 * pt) {
            for (qreal y = box.top() + 2 * pt; y < box.bottom(); y += 4 * pt)
                painter.drawEllipse(QPointF(x, y), 0.7 * pt, 0.7 * pt);
        }
    }
    painter.restore();
}

qreal CoverPage::drawComposition(QPainter& painter, PagePainter& pages, qreal y) const
{
    const QFont bold = paperFont(sansFont(10, QFont::DemiBold), 10.5);
    const QFont body = paperFont(sansFont(9), 9);
    y = drawText(painter, y, say("What this article is made of"), bold, m_theme.ink, 14 * pt)
        + 5 * pt;
    const Composition& made = m_review.composition;
    const qreal total = std::max<qsizetype>(1, made.total());
    qreal x = m_left;
    for (const Tag tag : { Tag::Evidence, Tag::Marketing, Tag::Caveat, Tag::None, Tag::Untagged }) {
        const qreal width = (m_right - m_left) * static_cast<qreal>(made.of(tag)) / total;
        fillPattern(painter, { x, y, width, 13 * pt }, tag);
        x += width;
    }
    y += 30 * pt;
    const qreal columns[]
        = { m_left, m_left + 250 * pt, m_left + 310 * pt, m_left + 370 * pt, m_left + 390 * pt };
    const auto cell = [&](int column, const QString& text, bool right) {
        const qreal width = right ? QFontMetricsF(painter.font()).horizontalAdvance(text) : 0;
        painter.drawText(QPointF(columns[column] - width, y), text);
    };
    const auto rule = [&] {
        painter.fillRect(QRectF(m_left, y + 5.5 * pt, m_right - m_left, 0.5 * pt), m_theme.line);
    };
    painter.setFont(paperFont(sansFont(9, QFont::DemiBold), 9));
    painter.setPen(m_theme.muted);
    cell(0, say("Tag"), false);
    cell(1, say("Sentences"), true);
    cell(2, say("Share"), true);
    cell(3, say("Words"), true);
    cell(4, say("First at"), false);
    rule();
    painter.setFont(body);
    for (const Tag tag : allTags) {
        y += 17 * pt;
        qsizetype words = 0;
        qsizetype first = -1;
        for (qsizetype i = 0; i < m_review.marks.size(); ++i) {
            if (m_review.marks[i].tag != tag)
                continue;
            const TextRange range = m_review.units[i].range;
            words += wordCount(QStringView(m_review.text).sliced(range.start, range.length()));
            first = first < 0 ? i : first;
        }
        pages.drawBadge(painter, { m_left, y - 8.8 * pt }, tag);
        painter.setFont(body);
        painter.setPen(m_theme.ink);
        const QString names[] = { say("Evidence, solid line"), say("Marketing, dashed line"),
            say("Caveat, dotted line"), say("None") };
        painter.drawText(QPointF(m_left + 17 * pt, y), names[static_cast<size_t>(tag) - 1]);
        cell(1, QString::number(made.of(tag)), true);
        cell(2,
            say("%1 %").arg(
                QString::number(qRound(100.0 * static_cast<qreal>(made.of(tag)) / total))),
            true);
        cell(3, QString::number(words), true);
        cell(4, first < 0 ? QString() : say("sentence %1").arg(QString::number(first + 1)), false);
        rule();
    }
    return y + 30 * pt;
}

qreal CoverPage::drawStrip(QPainter& painter, qreal y) const
{
    y = drawText(painter, y, say("Where it stands"), paperFont(sansFont(10, QFont::DemiBold), 10.5),
            m_theme.ink, 14 * pt)
        + 5 * pt;
    const qreal length = std::max<qsizetype>(1, m_review.text.size());
    qint32 caveat = -1;
    painter.fillRect(QRectF(m_left, y, m_right - m_left, 22 * pt), m_theme.track);
    for (qsizetype i = 0; i < m_review.units.size(); ++i) {
        const Tag tag = m_review.marks[i].tag;
        const TextRange range = m_review.units[i].range;
        if (tag == Tag::Caveat && caveat < 0)
            caveat = range.start;
        if (tag == Tag::Untagged || tag == Tag::None)
            continue;
        const qreal scale = (m_right - m_left) / length;
        fillPattern(painter,
            { m_left + range.start * scale, y, std::max(0.4 * pt, range.length() * scale),
                22 * pt },
            tag);
    }
    y += 33 * pt;
    painter.setFont(paperFont(sansFont(8), 8));
    painter.setPen(m_theme.muted);
    const auto centred = [&](const QString& text, qreal share) {
        const qreal width = QFontMetricsF(painter.font()).horizontalAdvance(text);
        painter.drawText(QPointF(m_left + (m_right - m_left - width) * share, y), text);
    };
    centred(say("start"), 0);
    centred(caveat < 0 ? say("no caveat")
                       : say("the first caveat stands at %1 % of the text")
                             .arg(QString::number(qRound(100.0 * caveat / length))),
        0.5);
    centred(say("end"), 1);
    return y + 24 * pt;
}

qreal CoverPage::drawNotes(QPainter& painter, qreal y, int from, int to) const
{
    y = drawText(painter, y, say("Notes"), paperFont(sansFont(10, QFont::DemiBold), 10.5),
            m_theme.ink, 14 * pt)
        + 10 * pt;
    QList<qsizetype> units = m_plan.noteNumbers.keys();
    std::sort(units.begin(), units.end());
    painter.setFont(paperFont(sansFont(9), 9));
    const QFontMetricsF metrics(painter.font());
    for (int number = from; number <= to; ++number) {
        const qsizetype unit = units[number - 1];
        const QString page
            = say("p. %1").arg(QString::number(m_plan.firstPage.value(unit) + 1 + pages()));
        painter.setPen(m_theme.ink);
        painter.drawText(QPointF(m_left, y), QString::number(number));
        painter.drawText(QPointF(m_left + 22 * pt, y), tagLetter(m_review.marks[unit].tag));
        const QString line = m_review.marks[unit].note.simplified();
        painter.drawText(QPointF(m_left + 40 * pt, y),
            metrics.elidedText(line, Qt::ElideRight, m_right - m_left - 90 * pt));
        painter.drawText(QPointF(m_right - metrics.horizontalAdvance(page), y), page);
        painter.fillRect(QRectF(m_left, y + 4.5 * pt, m_right - m_left, 0.5 * pt), m_theme.line);
        y += 16 * pt;
    }
    return y + 12 * pt;
}

void CoverPage::drawMethod(QPainter& painter, qreal y) const
{
    y = drawText(painter, y, say("Method"), paperFont(sansFont(10, QFont::DemiBold), 10.5),
            m_theme.ink, 14 * pt)
        + 4 * pt;
    const auto furniture = std::count_if(m_review.units.begin(), m_review.units.end(),
        [](const Unit& unit) { return unit.kind == UnitKind::Furniture; });
    const Composition& made = m_review.composition;
    const QString text = say(
        "%1 of %2 sentences tagged, %3 unsure. One reviewer. %4 pieces of page furniture left out. "
        "Unit: sentence, heading or list item; one tag a unit. The review itself is attached to "
        "this file.")
                             .arg(made.tagged())
                             .arg(made.total())
                             .arg(made.unsure)
                             .arg(furniture);
    drawText(painter, y, text, paperFont(sansFont(9), 9), m_theme.muted, 13 * pt);
}

} // namespace assay
