// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/unittexts.h"

#include "models/items/matchlistmodel.h"
#include "models/statistics/tagstrip.h"
#include "views/compare/diffhtml.h"

#include <QCoreApplication>
#include <QLocale>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Inspector", text);
}

QString unitHeading(const QList<Unit>& units, qsizetype unit)
{
    const UnitPosition at = positionOf(units, unit);
    switch (units[unit].kind) {
    case UnitKind::Furniture:
        return say("PAGE FURNITURE");
    case UnitKind::Heading:
        return say("HEADING");
    case UnitKind::ListItem:
        return say("LIST ITEM %1 OF %2").arg(at.number).arg(at.total);
    case UnitKind::Sentence:
        return say("SENTENCE %1 OF %2").arg(at.number).arg(at.total);
    }
    return {};
}

CueLines cueLines(const QList<Cue>& cues, const QList<CueKind>& kinds, TextRange range,
    const QString& text, const Theme& theme)
{
    QStringList lines;
    QStringList spoken;
    for (auto cue = firstCueBehind(cues, range.start);
        cue != cues.cend() && cue->range.start < range.end; ++cue) {
        if (cue->kind >= kinds.size() || cue->range.end > text.size())
            continue;
        const CueKind& kind = kinds[cue->kind];
        const QString words = text.sliced(cue->range.start, cue->range.length()).simplified();
        const QString hint = kind.hint == Tag::Untagged
            ? cueTitle(kind)
            : say("%1, hints at %2").arg(cueTitle(kind), tagWord(kind.hint));
        const QString line = u"<span style=\"color:%1\">●</span> <b>%2</b> – %3"_s.arg(
            kind.colours.value(theme.name, theme.ink).name(), words.toHtmlEscaped(),
            hint.toHtmlEscaped());
        if (lines.contains(line))
            continue;
        lines.append(line);
        spoken.append(u"%1: %2"_s.arg(words, hint));
    }
    return { lines.join(u"<br>"_s), spoken.join(u"; "_s) };
}

QString counterpartsAsHtml(const ProjectState& project, const QList<Counterpart>& counterparts,
    const QString& sentence, const Theme& theme)
{
    QString html;
    for (qsizetype i = 0; i < counterparts.size(); ++i) {
        const Counterpart& each = counterparts[i];
        const ArticleState* article = project.article(each.article);
        if (!article)
            continue;
        const Theme::TagColours& colours = theme.of(each.relation);
        html += u"<p><span style=\"background-color:%1; color:%2\">&nbsp;%3&nbsp;</span> %4 "
                "<a href=\"%5\" style=\"color:%6\">%7</a><br>%8</p>"_s
                    .arg(colours.line.name(), colours.onLine.name(),
                        relationTitle(each.relation).toHtmlEscaped(),
                        QLocale().toString(static_cast<double>(each.score), 'f', 2))
                    .arg(i)
                    .arg(theme.accent.name(), article->facts().title.toHtmlEscaped(),
                        diffAsHtml(
                            sentence, each.text, article->facts().provenance.language, theme));
    }
    return html;
}

QStringList marksOfOthers(const Project& project, const ArticleState& article, qsizetype unit,
    const QList<ReviewerId>& others)
{
    QStringList lines;
    for (const ReviewerId& other : others) {
        const Mark mark = other != project.reviewer() ? article.mark(other, unit) : Mark();
        if (mark.isEmpty())
            continue;
        QString line = u"%1: %2"_s.arg(project.state().reviewerName(other),
            mark.tag == Tag::Untagged ? say("no tag") : tagName(mark.tag));
        if (mark.unsure)
            line += say(", unsure");
        if (!mark.note.isEmpty())
            line += u" – “%1”"_s.arg(mark.note.simplified());
        lines.append(line);
    }
    return lines;
}

} // namespace assay
