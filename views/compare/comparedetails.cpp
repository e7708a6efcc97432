// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel says of a pair, or of a list without rows.
#include "views/compare/comparepanel.h"

#include "views/compare/diffhtml.h"

namespace assay {

using namespace Qt::StringLiterals;

QString ComparePanel::whyEmpty(MatchTab tab)
{
    switch (tab) {
    case MatchTab::Copied:
        return tr("No sentence stands in both, word for word or nearly.");
    case MatchTab::SameClaim:
        return tr("No two sentences were found to claim the same.");
    case MatchTab::Conflicts:
        return tr("No two sentences were found to contradict each other.");
    case MatchTab::Related:
        return tr("No further sentences share a subject.");
    case MatchTab::OnlyA:
        return tr("Every sentence of A has a counterpart in B.");
    case MatchTab::OnlyB:
        return tr("Every sentence of B has a counterpart in A.");
    case MatchTab::DroppedCaveats:
        return tr("Nothing that you tagged a caveat in A is missing from B. Only "
                  "sentences with that tag are looked at.");
    case MatchTab::Unsupported:
        return tr("Nothing that you tagged marketing stands without a sentence that "
                  "backs it. Such links are made by hand, with L.");
    }
    return {};
}

QString ComparePanel::describe(const Match& match) const
{
    const auto words = [&](bool ofA) {
        QStringList texts;
        for (const quint32 unit : ofA ? match.a : match.b)
            texts.append(m_compared->text(ofA, unit));
        return texts.join(u' ');
    };
    if (match.a.empty() || match.b.empty())
        return u"<p>%1</p><p style=\"color:%2\">%3</p>"_s.arg(
            (words(true) + words(false)).toHtmlEscaped(), m_theme.muted.name(),
            tr("No match was found. That is no proof: half of what says the same shares too few "
               "words. Link it by hand where you know better.")
                .toHtmlEscaped());
    const Theme::TagColours& colours = m_theme.of(match.relation);
    QString html = u"<p><span style=\"background-color:%1; color:%2\">&nbsp;%3&nbsp;</span>"_s.arg(
        colours.line.name(), colours.onLine.name(), relationTitle(match.relation).toHtmlEscaped());
    const QStringList reasons = m_compared->explainer->reasons(match);
    for (qsizetype i = 0; i < reasons.size(); ++i)
        html += (i == 0 ? u" <b>%1</b>"_s : u"<br>%1"_s).arg(reasons[i].toHtmlEscaped());
    html += u"</p><p>"_s
        + diffAsHtml(words(true), words(false),
            commonLanguage(m_compared->preparedA->language, m_compared->preparedB->language),
            m_theme)
        + u"</p>"_s;
    const QModelIndex index = m_model->index(m_model->rowOf(match));
    const Tag tagA = static_cast<Tag>(index.data(MatchListModel::TagARole).toInt());
    const Tag tagB = static_cast<Tag>(index.data(MatchListModel::TagBRole).toInt());
    if (index.isValid() && tagA != tagB && tagA != Tag::Untagged && tagB != Tag::Untagged)
        html += u"<p>%1</p>"_s.arg(
            tr("You tagged them differently: %1 in A, %2 in B.").arg(tagWord(tagA), tagWord(tagB)));
    return html;
}

} // namespace assay
