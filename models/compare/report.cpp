// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/report.h"

#include "models/exchange/csvfield.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Report", text);
}

ComparisonReport ComparisonReport::of(const Project& project,
    const std::shared_ptr<const ComparedArticles>& compared, ReviewerId reviewer)
{
    ComparisonReport report;
    report.compared = compared;
    report.comparison = withHandLinks(*compared, project.state(), reviewer);
    report.reviewer = project.state().reviewerName(reviewer);
    const auto side = [&](ArticleId id) {
        const ArticleState* article = project.state().article(id);
        ReportSide one;
        if (!article)
            return one;
        one.title = article->facts().title;
        one.file = article->facts().provenance.file;
        one.tags = article->tags(reviewer);
        one.composition = article->composition(reviewer);
        return one;
    };
    report.a = side(compared->a);
    report.b = side(compared->b);
    return report;
}

qsizetype ComparisonReport::matched(bool ofA, Relation relation) const
{
    // A unit counts once, under what matters most of it.
    QHash<quint32, int> strongest;
    const auto rank = [](Relation each) {
        return each == Relation::Conflict ? 3
            : each == Relation::Copied    ? 2
            : each == Relation::SameClaim ? 1
                                          : 0;
    };
    for (const Match& match : comparison.matches) {
        for (const quint32 unit : ofA ? match.a : match.b)
            strongest[unit] = std::max(strongest.value(unit), rank(match.relation));
    }
    return std::ranges::count(strongest, rank(relation));
}

qsizetype ComparisonReport::comparable(bool ofA) const
{
    return std::ranges::count_if((ofA ? compared->preparedA : compared->preparedB)->units,
        [](const UnitFeatures& unit) { return !unit.isEmpty(); });
}

std::vector<quint32> ComparisonReport::droppedCaveats(bool ofA) const
{
    const QList<Tag>& tags = (ofA ? a : b).tags;
    std::vector<quint32> units;
    for (const quint32 unit : ofA ? comparison.onlyA : comparison.onlyB) {
        if (tags.value(unit, Tag::Untagged) == Tag::Caveat)
            units.push_back(unit);
    }
    return units;
}

static QString share(qsizetype part, qsizetype whole)
{
    return whole == 0 ? say("none")
                      : u"%1 (%2 %)"_s.arg(part).arg(
                            qRound(100.0 * static_cast<double>(part) / static_cast<double>(whole)));
}

QList<ReportCount> ComparisonReport::counts() const
{
    QList<ReportCount> rows;
    if (a.composition.tagged() + b.composition.tagged() > 0) {
        const std::pair<Tag, QString> tags[] = { { Tag::Evidence, say("Evidence") },
            { Tag::Marketing, say("Marketing") }, { Tag::Caveat, say("Caveats") },
            { Tag::None, say("None of these") }, { Tag::Untagged, say("Untagged") } };
        for (const auto& [tag, name] : tags)
            rows.append({ name, share(a.composition.of(tag), a.composition.total()),
                share(b.composition.of(tag), b.composition.total()) });
    }
    const std::pair<Relation, QString> relations[] = { { Relation::Copied, say("Copied") },
        { Relation::SameClaim, say("Same claim") }, { Relation::Conflict, say("In conflict") } };
    for (const auto& [relation, name] : relations)
        rows.append({ name, share(matched(true, relation), comparable(true)),
            share(matched(false, relation), comparable(false)) });
    rows.append({ say("Only here"),
        share(static_cast<qsizetype>(comparison.onlyA.size()), comparable(true)),
        share(static_cast<qsizetype>(comparison.onlyB.size()), comparable(false)) });
    return rows;
}

namespace {

/// Writes the page.
class Page {
public:
    Page(const ComparisonReport& report, qsizetype most)
        : m_report(report)
        , m_most(most)
    {
    }

    QString write()
    {
        const QString head = say("Comparison of two articles");
        m_html = u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%1</title><style>"
                 "body{font-family:Inter,sans-serif;font-size:9pt;max-width:52em;margin:2em "
                 "auto;padding:0 1em;color:#1d1f21;background:#ffffff}h1{font-size:15pt}h2{"
                 "font-size:11pt;margin-top:1.4em}td,th{text-align:left;vertical-align:top;"
                 "padding:3px 10px 3px 0}td.text{font-family:'Noto Serif',serif}p.note{color:"
                 "#4b4f53}</style></head><body>"_s.arg(head);
        m_html += u"<h1>%1</h1>"_s.arg(head);
        table();
        conflicts();
        caveats(true);
        caveats(false);
        copied();
        m_html += u"<p class=\"note\">%1</p></body></html>"_s.arg(
            say("Matches are found by words, figures and sources, and set right by hand. That "
                "no match was found is no proof that there is none."));
        return m_html;
    }

private:
    void row(const QString& name, const QString& a, const QString& b, bool bold = false)
    {
        const QString cell = bold ? u"<th>%1</th>"_s : u"<td>%1</td>"_s;
        m_html += u"<tr>"_s + u"<th>%1</th>"_s.arg(name) + cell.arg(a) + cell.arg(b) + u"</tr>"_s;
    }

    void table()
    {
        const ComparisonReport& r = m_report;
        m_html += u"<table width=\"100%\">"_s;
        row({}, r.a.title.toHtmlEscaped(), r.b.title.toHtmlEscaped(), true);
        row(say("File"), r.a.file.toHtmlEscaped(), r.b.file.toHtmlEscaped());
        row(say("Sentences"), QString::number(r.comparable(true)),
            QString::number(r.comparable(false)));
        for (const ReportCount& count : r.counts())
            row(count.name, count.a, count.b);
        m_html += u"</table>"_s;
        if (!r.reviewer.isEmpty())
            m_html += u"<p class=\"note\">%1</p>"_s.arg(
                say("Tags of %1.").arg(r.reviewer.toHtmlEscaped()));
    }

    QString text(bool ofA, const std::vector<quint32>& units) const
    {
        QStringList texts;
        for (const quint32 unit : units)
            texts.append(m_report.compared->text(ofA, unit));
        return texts.join(u' ').toHtmlEscaped();
    }

    /// Says how many rows are left out. True when no more are to come.
    bool enough(qsizetype shown, qsizetype total)
    {
        if (m_most <= 0 || shown < m_most)
            return false;
        m_html += u"<tr><td>%1</td></tr>"_s.arg(say("… and %1 more").arg(total - shown));
        return true;
    }

    void pairs(const QString& title, Relation relation, bool reasons)
    {
        std::vector<const Match*> matches;
        for (const Match& match : m_report.comparison.matches) {
            if (match.relation == relation)
                matches.push_back(&match);
        }
        m_html += u"<h2>%1 · %2</h2><table width=\"100%\">"_s.arg(title).arg(matches.size());
        qsizetype shown = 0;
        for (const Match* match : matches) {
            if (enough(shown++, static_cast<qsizetype>(matches.size())))
                break;
            m_html
                += u"<tr><td class=\"text\" width=\"50%\">%1</td><td class=\"text\">%2</td></tr>"_s
                       .arg(text(true, match->a), text(false, match->b));
            if (reasons)
                m_html += u"<tr><td colspan=\"2\"><b>%1</b></td></tr>"_s.arg(
                    m_report.compared->explainer->reasons(*match).value(0).toHtmlEscaped());
        }
        m_html += u"</table>"_s;
    }

    void conflicts() { pairs(say("Conflicts"), Relation::Conflict, true); }
    void copied() { pairs(say("Copied"), Relation::Copied, false); }

    void caveats(bool ofA)
    {
        const std::vector<quint32> units = m_report.droppedCaveats(ofA);
        const QString title = ofA ? say("Caveats of the first that the second leaves out")
                                  : say("Caveats of the second that the first leaves out");
        m_html += u"<h2>%1 · %2</h2><table width=\"100%\">"_s.arg(title).arg(units.size());
        qsizetype shown = 0;
        for (const quint32 unit : units) {
            if (enough(shown++, static_cast<qsizetype>(units.size())))
                break;
            m_html += u"<tr><td class=\"text\">%1</td></tr>"_s.arg(text(ofA, { unit }));
        }
        m_html += u"</table>"_s;
    }

    const ComparisonReport& m_report;
    qsizetype m_most;
    QString m_html;
};

} // namespace

QString ComparisonReport::toHtml(qsizetype most) const
{
    return Page(*this, most).write();
}

QByteArray ComparisonReport::toCsv() const
{
    QByteArray csv = "relation,score,by_hand,a_unit,a_tag,a_text,b_unit,b_tag,b_text,why\r\n";
    const auto side = [&](bool ofA, const std::vector<quint32>& units) {
        QStringList numbers;
        QStringList tags;
        QStringList texts;
        for (const quint32 unit : units) {
            numbers.append(QString::number(unit));
            tags.append(tagName((ofA ? a : b).tags.value(unit, Tag::Untagged)));
            texts.append(compared->text(ofA, unit));
        }
        return csvField(numbers.join(u' ')) + ',' + csvField(tags.join(u' ')) + ','
            + csvField(texts.join(u' '));
    };
    for (const Match& match : comparison.matches)
        csv += relationName(match.relation).toUtf8() + ','
            + QByteArray::number(static_cast<double>(match.score), 'f', 4) + ','
            + (match.byHand ? "true" : "false") + ',' + side(true, match.a) + ','
            + side(false, match.b) + ','
            + csvField(compared->explainer->reasons(match).join(u"; "_s)) + "\r\n";
    for (const quint32 unit : comparison.onlyA)
        csv += "only-a,,," + side(true, { unit }) + ",,,,\r\n";
    for (const quint32 unit : comparison.onlyB)
        csv += "only-b,,,,,," + side(false, { unit }) + ",\r\n";
    return csv;
}

} // namespace assay
