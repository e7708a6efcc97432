// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/comparisonpages.h"

#include "views/library/compositionbar.h"
#include "views/paper/pageplan.h"
#include "views/paper/tagshapes.h"
#include "views/paper/typeset.h"

#include <QCoreApplication>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Report", text);
}

namespace {

/// Sets the report.
class Report {
public:
    Report(const ComparisonReport& report, const PageMeasures& measures, const Theme& theme)
        : m_report(report)
        , m_measures(measures)
        , m_theme(theme)
        , m_left(measures.gutter)
        , m_width(measures.width - 2 * measures.gutter)
        , m_bold(boldFont(9))
        , m_plain(plainFont())
        , m_serif(paperFont(serifFont(9), 9.5))
    {
        newPage();
    }

    std::vector<PdfPage> pages()
    {
        {
            const PartScope part(page(), { PageRole::Heading, 1 });
            m_y = type().paragraph(m_left, m_y, m_width, say("Comparison of two articles"),
                      boldFont(20), m_theme.ink, 25)
                + 10;
        }
        counts();
        pairs(say("Conflicts"), Relation::Conflict, true);
        caveats(true, say("Caveats of the first that the second leaves out"));
        caveats(false, say("Caveats of the second that the first leaves out"));
        pairs(say("Copied"), Relation::Copied, false);
        pairs(say("Same claim"), Relation::SameClaim, false);
        need(40);
        m_y = type().paragraph(m_left, m_y + 14, m_width,
            say("Matches are found by words, figures and sources, and set right by hand. That "
                "no match was found is no proof that there is none."),
            m_plain, m_theme.muted, 13);
        return std::move(m_pages);
    }

private:
    PageDrawing& page() { return m_pages.back().drawing; }
    Typesetter type() { return Typesetter(page()); }
    void newPage()
    {
        m_pages.emplace_back();
        m_pages.back().size = m_measures.size();
        m_y = m_measures.top;
    }
    void need(qreal height)
    {
        if (m_y + height > m_measures.end() && m_y > m_measures.top)
            newPage();
    }
    qreal column(int number) const
    {
        return m_left + (number == 0 ? 0 : 100 + (number - 1) * half());
    }
    qreal half() const { return (m_width - 100) / 2; }
    /// A piece of a row of the counts, or one of the two sentences of a match.
    qreal cell(qreal x, qreal y, qreal width, const QString& text, const QFont& font,
        const QColor& colour, qreal pitch, PageRole role = PageRole::Cell)
    {
        const PartScope part(page(), { role });
        return type().paragraph(x, y, width, text, font, colour, pitch);
    }
    void rule()
    {
        page().addBox({ m_left, m_y + 2.5, m_width, 0.5 }, m_theme.line);
        m_y += 5;
    }

    void row(const QString& name, const QString& a, const QString& b, bool head = false)
    {
        const QFont& font = head ? m_bold : m_plain;
        need(28);
        const qreal top = m_y;
        const PageRole role = head ? PageRole::HeadCell : PageRole::Cell;
        const PartScope table(page(), { PageRole::Table, 0, rowKey(0) });
        const PartScope part(page(), { PageRole::Row });
        cell(m_left, top, 96, name, m_plain, m_theme.muted, 12, role);
        const qreal first = cell(column(1), top, half() - 8, a, font, m_theme.ink, 12, role);
        const qreal second = cell(column(2), top, half() - 8, b, font, m_theme.ink, 12, role);
        m_y = std::max({ top + 12, first, second });
        rule();
    }

    void counts()
    {
        const ComparisonReport& r = m_report;
        row({}, r.a.title, r.b.title, true);
        row(say("File"), r.a.file, r.b.file);
        row(say("Sentences"), QString::number(r.comparable(true)),
            QString::number(r.comparable(false)));
        if (r.a.composition.tagged() + r.b.composition.tagged() > 0) {
            m_y += 4;
            for (const auto& [number, article] : { std::pair(1, &r.a), std::pair(2, &r.b) }) {
                PagePart bar{ PageRole::Figure };
                bar.words = compositionText(article->composition);
                const PartScope part(page(), bar);
                drawBar(
                    page(), m_theme, { column(number), m_y, half() - 8, 11 }, article->composition);
            }
            m_y += 17;
        }
        for (const ReportCount& count : r.counts())
            row(count.name, count.a, count.b);
        if (!r.reviewer.isEmpty())
            m_y = type().paragraph(m_left, m_y + 2, m_width, say("Tags of %1.").arg(r.reviewer),
                m_plain, m_theme.muted, 13);
    }

    QString text(bool ofA, const std::vector<quint32>& units) const
    {
        QStringList texts;
        for (const quint32 unit : units)
            texts.append(m_report.compared->text(ofA, unit).simplified());
        return texts.join(u' ');
    }

    void heading(const QString& title, size_t count)
    {
        need(60);
        const PartScope part(page(), { PageRole::Heading, 2 });
        m_y = type().paragraph(m_left, m_y + 16, m_width, u"%1 · %2"_s.arg(title).arg(count),
                  boldFont(10.5), m_theme.ink, 14)
            + 5;
    }

    /// Lines that a text takes, to keep a pair together.
    static qreal heightOf(const QString& text, const QFont& font, qreal width)
    {
        QTextLayout layout(text, font);
        breakLines(layout, width, 13);
        return 13.0 * layout.lineCount();
    }

    void pairs(const QString& title, Relation relation, bool reasons)
    {
        std::vector<const Match*> matches;
        for (const Match& match : m_report.comparison.matches) {
            if (match.relation == relation)
                matches.push_back(&match);
        }
        if (matches.empty() && relation != Relation::Conflict)
            return;
        heading(title, matches.size());
        const qint64 key = rowKey(1 + static_cast<qsizetype>(relation));
        const qreal width = m_width / 2 - 8;
        for (const Match* match : matches) {
            const QString a = text(true, match->a);
            const QString b = text(false, match->b);
            const QString why
                = reasons ? m_report.compared->explainer->reasons(*match).value(0) : QString();
            need(std::max(heightOf(a, m_serif, width), heightOf(b, m_serif, width))
                + (why.isEmpty() ? 6 : 20));
            const qreal top = m_y;
            const PartScope table(page(), { PageRole::Table, 0, key });
            const PartScope part(page(), { PageRole::Row });
            const qreal first = cell(m_left, top, width, a, m_serif, m_theme.ink, 13);
            const qreal second
                = cell(m_left + m_width / 2 + 8, top, width, b, m_serif, m_theme.ink, 13);
            m_y = std::max(first, second) + 1;
            if (!why.isEmpty())
                m_y = cell(m_left, m_y + 1, m_width, why, m_bold, m_theme.of(relation).line, 12);
            rule();
        }
    }

    void caveats(bool ofA, const QString& title)
    {
        const std::vector<quint32> units = m_report.droppedCaveats(ofA);
        if (units.empty())
            return;
        heading(title, units.size());
        for (const quint32 unit : units) {
            const QString words = text(ofA, { unit });
            need(heightOf(words, m_serif, m_width) + 6);
            m_y = type().paragraph(m_left, m_y, m_width, words, m_serif, m_theme.ink, 13) + 1;
            rule();
        }
    }

    const ComparisonReport& m_report;
    const PageMeasures& m_measures;
    const Theme& m_theme;
    qreal m_left, m_width;
    QFont m_bold, m_plain, m_serif;
    qreal m_y = 0;
    std::vector<PdfPage> m_pages;
};

} // namespace

Expected<std::vector<PdfPage>> comparisonPages(
    const ComparisonReport& report, QPageSize::PageSizeId size, const PaperPosition& position)
{
    const Expected<Theme> theme = Theme::load(u"paper"_s);
    if (!theme)
        return std::unexpected(theme.error());
    const PageMeasures measures = PageMeasures::of(size);
    std::vector<PdfPage> pages = Report(report, measures, *theme).pages();
    for (PdfPage& page : pages)
        page.language = ownLanguage();
    for (size_t i = 0; i < pages.size(); ++i)
        drawFoot(pages[i].drawing, *theme, measures,
            u"%1 / %2"_s.arg(report.a.title, report.b.title),
            position.number(position.before + static_cast<int>(i)));
    return pages;
}

} // namespace assay
