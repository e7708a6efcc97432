// SPDX-License-Identifier: GPL-3.0-or-later
// What the cover says of an article's tags: bars, the table, where they stand.
#include "models/statistics/tagstrip.h"
#include "views/library/compositionbar.h"
#include "views/paper/coverpages.h"
#include "views/paper/pagepen.h"
#include "views/paper/tagshapes.h"

#include <QCoreApplication>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text, int n = -1)
{
    return QCoreApplication::translate("Cover", text, nullptr, n);
}

void CoverPages::drawComposition(PagePen& pen) const
{
    pen.heading(say("What this article is made of"), m_theme, 120);
    const bool several = m_review.voices.size() > 1;
    if (m_review.voices.isEmpty())
        pen.page().addBox({ pen.left, pen.y, pen.width(), 13 }, m_theme.track);
    for (const PaperVoice& voice : m_review.voices) {
        pen.need(17);
        const qreal from = several ? pen.left + 110 : pen.left;
        PagePart figure{ PageRole::Figure };
        figure.words
            = (several ? voice.name + u": "_s : QString()) + compositionText(voice.composition);
        const PartScope part(pen.page(), figure);
        if (several)
            pen.type().line(pen.left, pen.y + 9.8, voice.name, plainFont(), m_theme.ink,
                Typesetter::Side::Left, 104);
        drawBar(pen.page(), m_theme, { from, pen.y, pen.right - from, 13 }, voice.composition);
        pen.y += 17;
    }
    pen.y += m_review.voices.isEmpty() ? 28 : 11;
    drawTable(pen);
}

void CoverPages::drawTable(PagePen& pen) const
{
    const qreal columns[]
        = { pen.left, pen.left + 250, pen.left + 310, pen.left + 370, pen.left + 390 };
    QFont font = boldFont(9);
    QColor colour = m_theme.muted;
    PageRole role = PageRole::HeadCell;
    const auto cell = [&](size_t column, const QString& text, bool right) {
        const PartScope part(pen.page(), { role });
        pen.type().line(columns[column], pen.y, text, font, colour,
            right ? Typesetter::Side::Right : Typesetter::Side::Left);
    };
    const auto name = [&](const QString& text) {
        const PartScope part(pen.page(), { role });
        pen.type().line(pen.left + 44, pen.y, text, font, colour);
    };
    const auto rule = [&] {
        pen.page().addBox({ pen.left, pen.y + 5.5, pen.width(), 0.5 }, m_theme.line);
        pen.y += 17;
    };
    if (m_review.voices.isEmpty())
        return; // four rows of zeros would say that somebody had looked
    pen.need(100);
    pen.y += 4;
    const PartScope table(pen.page(), { PageRole::Table });
    std::optional<PartScope> row;
    row.emplace(pen.page(), PagePart{ PageRole::Row });
    cell(0,
        m_review.voices.size() > 1 ? say("Tag, as %1 sees it").arg(m_review.voices.first().name)
                                   : say("Tag"),
        false);
    cell(1, say("Units"), true);
    cell(2, say("Share"), true);
    cell(3, say("Words"), true);
    cell(4, say("First at"), false);
    rule();
    font = plainFont();
    colour = m_theme.ink;
    role = PageRole::Cell;
    QList<Tag> tags;
    for (qsizetype i = 0; i < m_review.units.size(); ++i)
        tags.append(m_review.mark(i).tag);
    const Composition words = wordComposition(m_review.units, tags, m_review.text);
    const Composition& made = m_review.voices.first().composition;
    const auto total = static_cast<qreal>(std::max<qsizetype>(1, made.total()));
    const QString names[] = { say("Evidence, solid line"), say("Marketing, dashed line"),
        say("Caveat, dotted line"), say("None") };
    for (const Tag tag : allTags) {
        row.emplace(pen.page(), PagePart{ PageRole::Row });
        const qsizetype first = tags.indexOf(tag);
        drawBadge(pen.page(), m_theme, { pen.left, pen.y - 8.8 }, tag, 11, false);
        fillTag(pen.page(), m_theme, { pen.left + 16, pen.y - 8.8, 22, 11 }, tag);
        name(names[static_cast<size_t>(tag) - 1]);
        cell(1, QString::number(made.of(tag)), true);
        cell(2,
            say("%1 %").arg(
                QString::number(qRound(100.0 * static_cast<qreal>(made.of(tag)) / total))),
            true);
        cell(3, QString::number(words.of(tag)), true);
        const qsizetype number = first < 0 ? 0 : positionOf(m_review.units, first).number;
        if (number > 0)
            cell(4, say("sentence %1").arg(QString::number(number)), false);
        else if (first >= 0)
            cell(4, say("a heading"), false);
        rule();
    }
    if (const qsizetype open = made.of(Tag::Untagged); open > 0) {
        row.emplace(pen.page(), PagePart{ PageRole::Row });
        pen.page().addBox({ pen.left + 16, pen.y - 8.8, 22, 11 }, m_theme.track);
        colour = m_theme.muted;
        name(say("Not tagged yet"));
        cell(1, QString::number(open), true);
        cell(2, say("%1 %").arg(QString::number(qRound(100.0 * static_cast<qreal>(open) / total))),
            true);
        rule();
    }
    pen.y += 14;
}

/// Of one reviewer, what the line below the strips says of the first caveat.
QString CoverPages::caveatWords(double first) const
{
    if (m_review.voices.isEmpty())
        return say("not reviewed yet");
    const PaperVoice& voice = m_review.voices.first();
    const int open = static_cast<int>(voice.composition.of(Tag::Untagged));
    const QString words = first >= 0 ? say("the first caveat stands at %1 % of the text")
                                           .arg(QString::number(qRound(100 * first)))
        : open > 0 ? say("no caveat so far, %n unit(s) not tagged yet", open)
                   : say("no caveat");
    return m_review.voices.size() > 1 ? voice.name + u": "_s + words : words;
}

void CoverPages::drawStrips(PagePen& pen) const
{
    constexpr int cells = 240;
    pen.heading(say("Where it stands"), m_theme, 60);
    const bool several = m_review.voices.size() > 1;
    const qreal height = several ? 13 : 22;
    double caveat = -1;
    for (qsizetype i = 0; i < std::max<qsizetype>(1, m_review.voices.size()); ++i) {
        QList<Tag> tags(m_review.units.size(), Tag::Untagged);
        for (qsizetype unit = 0; i < m_review.voices.size() && unit < tags.size(); ++unit)
            tags[unit] = m_review.voices[i].marks[unit].tag;
        const TagStrip strip = tagStrip(m_review.units, tags, cells);
        if (i == 0)
            caveat = strip.first[static_cast<size_t>(Tag::Caveat)];
        pen.need(height + 4);
        const qreal from = several ? pen.left + 110 : pen.left;
        const qreal step = (pen.right - from) / cells;
        if (several)
            pen.type().line(pen.left, pen.y + 9.8, m_review.voices[i].name, plainFont(),
                m_theme.ink, Typesetter::Side::Left, 104);
        pen.page().addBox({ from, pen.y, pen.right - from, height }, m_theme.track);
        for (size_t cell = 0; cell < strip.cells.size();) {
            size_t end = cell + 1;
            while (end < strip.cells.size() && strip.cells[end] == strip.cells[cell])
                ++end;
            const Tag tag = strip.cells[cell];
            if (tag != Tag::Untagged && tag != Tag::None)
                fillTag(pen.page(), m_theme,
                    { from + static_cast<qreal>(cell) * step, pen.y,
                        static_cast<qreal>(end - cell) * step, height },
                    tag);
            cell = end;
        }
        pen.y += height + 4;
    }
    const QFont font = plainFont(8);
    pen.need(20);
    pen.y += 7;
    {
        const PartScope part(pen.page(), { PageRole::Decoration });
        pen.type().line(pen.left, pen.y, say("start"), font, m_theme.muted);
        pen.type().line(pen.right, pen.y, say("end"), font, m_theme.muted, Typesetter::Side::Right);
    }
    pen.type().line((pen.left + pen.right) / 2, pen.y, caveatWords(caveat), font, m_theme.muted,
        Typesetter::Side::Middle);
    pen.y += 24;
}

} // namespace assay
