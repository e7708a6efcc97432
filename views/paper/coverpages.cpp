// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/coverpages.h"

#include "models/statistics/tagstrip.h"
#include "views/library/compositionbar.h"
#include "views/paper/methodtext.h"
#include "views/paper/pagepen.h"
#include "views/paper/tagshapes.h"
#include "views/paper/typeset.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text, int n = -1)
{
    return QCoreApplication::translate("Cover", text, nullptr, n);
}

static QFont boldFont(qreal points)
{
    return paperFont(sansFont(10, QFont::DemiBold), points);
}
static QFont plainFont(qreal points = 9)
{
    return paperFont(sansFont(9), points);
}

CoverPages::CoverPages(const PaperReview& review, const PaperOptions& options,
    const QList<CoverNote>& notes, const Theme& theme)
    : m_review(review)
    , m_options(options)
    , m_notes(notes)
    , m_theme(theme)
    , m_measures(PageMeasures::of(options.size))
{
}

int CoverPages::count() const
{
    return static_cast<int>(layOut({}, 0).size());
}

std::vector<PdfPage> CoverPages::draw(const PaperPosition& position, int firstArticlePage) const
{
    std::vector<PdfPage> pages = layOut(position, firstArticlePage);
    for (PdfPage& page : pages)
        page.language = ownLanguage();
    for (size_t i = 0; i < pages.size(); ++i)
        drawFoot(pages[i].drawing, m_theme, m_measures, m_review.facts.title,
            position.number(position.before + static_cast<int>(i)));
    return pages;
}

std::vector<PdfPage> CoverPages::layOut(const PaperPosition& position, int firstArticlePage) const
{
    PagePen pen(m_measures);
    drawHead(pen);
    drawComposition(pen);
    drawStrips(pen);
    drawMethod(pen);
    drawNotes(pen, position, firstArticlePage);
    return std::move(pen.pages);
}

void CoverPages::drawHead(PagePen& pen) const
{
    const auto small = [&](const QStringList& parts) {
        QStringList said = parts;
        said.removeAll(QString());
        if (!said.isEmpty())
            pen.y = pen.type().paragraph(
                pen.left, pen.y, pen.width(), said.join(u" · "_s), plainFont(), m_theme.muted, 13);
    };
    {
        const PartScope part(pen.page(), { PageRole::Heading, 1 });
        pen.y = pen.type().paragraph(pen.left, pen.y, pen.width(), m_review.facts.title,
                    boldFont(20), m_theme.ink, 25)
            + 4;
    }
    const Provenance& from = m_review.facts.provenance;
    const QLocale locale;
    const auto day = [&locale](const QDateTime& time) {
        return locale.toString(time.toLocalTime().date(), QLocale::LongFormat);
    };
    small({ from.site, from.author,
        from.published.first(std::min<qsizetype>(10, from.published.size())), from.link });
    const qsizetype words = wordComposition(
        m_review.units, QList<Tag>(m_review.units.size(), Tag::None), m_review.text)
                                .total();
    const auto sentences
        = std::count_if(m_review.units.begin(), m_review.units.end(), [](const Unit& unit) {
              return unit.kind == UnitKind::Sentence || unit.kind == UnitKind::ListItem;
          });
    small({ from.file,
        from.imported.isValid() ? say("imported %1").arg(day(from.imported)) : QString(),
        say("%n sentence(s)", static_cast<int>(sentences)),
        say("%n word(s)", static_cast<int>(words)) });
    const QString by = m_review.voices.isEmpty()
        ? say("Not reviewed yet, %1").arg(day(m_review.time))
        : say("Reviewed by %1, %2").arg(m_review.reviewers(), day(m_review.time));
    small({ by, u"Assay "_s + QLatin1StringView(ASSAY_VERSION) });
    pen.y += 18;
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
        row.reset();
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
        row.reset();
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

void CoverPages::drawNotes(PagePen& pen, const PaperPosition& position, int firstArticlePage) const
{
    if (m_notes.isEmpty())
        return;
    pen.heading(say("Notes"), m_theme, 20);
    pen.y += 5;
    const QFont font = plainFont();
    for (const CoverNote& note : m_notes) {
        pen.need(8);
        const int page = firstArticlePage + note.page;
        const auto numberOf = [&](int of) {
            return QString::number(position.number(firstArticlePage + of).number);
        };
        const QString where = note.page == note.unitPage
            ? say("p. %1").arg(numberOf(note.page))
            : say("p. %1, note p. %2").arg(numberOf(note.unitPage), numberOf(note.page));
        const qint64 key = rowKey(note.number);
        const PartScope table(pen.page(), { PageRole::Table, 0, rowKey(0) });
        const PartScope row(pen.page(), { PageRole::Row });
        const auto cell = [&](qreal x, const QString& words, const QColor& colour,
                              Typesetter::Side side = Typesetter::Side::Left) {
            const PartScope part(pen.page(), { PageRole::Cell });
            pen.type().line(x, pen.y, words, font, colour, side);
        };
        cell(pen.left, QString::number(note.number), m_theme.ink);
        cell(pen.left + 22, tagLetter(note.tag), m_theme.ink);
        {
            const PartScope part(pen.page(), { PageRole::Cell });
            const PartScope link(pen.page(), { PageRole::Link, 0, key });
            pen.type().line(pen.left + 40, pen.y, note.text.simplified(), font, m_theme.ink,
                Typesetter::Side::Left, pen.width() - 60 - Typesetter::width(where, font));
        }
        cell(pen.right, where, m_onOriginal ? m_theme.muted : m_theme.accent,
            Typesetter::Side::Right);
        pen.page().addBox({ pen.left, pen.y + 4.5, pen.width(), 0.5 }, m_theme.line);
        pen.pages.back().links.append({ { pen.left, pen.y - 10, pen.width(), 14.5 }, page,
            std::max(0.0, note.top - 20), note.text.simplified(), key });
        pen.y += 16;
    }
    pen.y += 12;
}

void CoverPages::drawMethod(PagePen& pen) const
{
    pen.heading(say("Method"), m_theme, 30);
    pen.y = pen.type().paragraph(pen.left, pen.y, pen.width(),
        methodText(m_review, m_options, m_onOriginal), plainFont(), m_theme.muted, 13);
    if (!m_remark.isEmpty())
        pen.y = pen.type().paragraph(
            pen.left, pen.y + 4, pen.width(), m_remark, plainFont(), m_theme.ink, 13);
    pen.y += 18;
}

} // namespace assay
