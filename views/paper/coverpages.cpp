// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/coverpages.h"

#include "models/statistics/tagstrip.h"
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
