// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel tells of a unit, beside the fields that can be filled.
#include "views/inspector/inspector.h"

#include "models/items/describe.h"
#include "views/inspector/unittexts.h"

#include <QLabel>

namespace assay {

using namespace Qt::StringLiterals;

void Inspector::refreshHeading(const ArticleState* article)
{
    if (!article) {
        m_heading->setText(tr("NO SENTENCE CHOSEN"));
        m_heading->setAccessibleName(m_heading->text());
        return;
    }
    m_heading->setText(unitHeading(article->units(), m_unit));
    m_heading->setAccessibleName(describeUnit(*m_project, *article, m_unit));
}

void Inspector::setCues(const QList<Cue>& cues, const QList<CueKind>& kinds)
{
    m_cues = cues;
    m_kinds = kinds;
    m_show.start();
}

void Inspector::refreshCues(const QString& text)
{
    const CueLines lines = cueLines(m_cues, m_kinds, m_range, text, m_theme);
    m_cuesHeading->setVisible(!lines.html.isEmpty());
    m_cuesText->setVisible(!lines.html.isEmpty());
    m_cuesText->setText(lines.html);
    m_cuesText->setAccessibleName(lines.spoken);
}

void Inspector::setCounterparts(
    ArticleId article, TextRange range, const QList<Counterpart>& counterparts)
{
    if (article != m_article || range != m_range)
        return; // the cursor went on
    m_counterparts = counterparts;
    m_show.start();
}

void Inspector::refreshCounterparts(const QString& sentence)
{
    const QString html = m_counterparts.isEmpty()
        ? QString()
        : counterpartsAsHtml(m_project->state(), m_counterparts, sentence, m_theme);
    m_counterpartsHeading->setText(tr("IN OTHER ARTICLES · %1").arg(m_counterparts.size()));
    m_counterpartsHeading->setVisible(!html.isEmpty());
    m_counterpartsText->setVisible(!html.isEmpty());
    m_counterpartsText->setText(html);
}

void Inspector::setOthers(const QList<ReviewerId>& reviewers)
{
    m_others = reviewers;
    m_show.start();
}

void Inspector::refreshOthers(const ArticleState* article)
{
    const QStringList lines
        = article ? marksOfOthers(*m_project, *article, m_unit, m_others) : QStringList();
    m_othersHeading->setVisible(!lines.isEmpty());
    m_othersText->setVisible(!lines.isEmpty());
    m_othersText->setText(lines.join(u'\n'));
}

} // namespace assay
