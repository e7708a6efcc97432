// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector says of a unit besides the reviewer's own tag, note and source.
#pragma once

#include "models/compare/counterparts.h"
#include "models/cues/cue.h"
#include "models/project/project.h"
#include "views/theme/theme.h"

namespace assay {

/// "SENTENCE 7 OF 58": what the unit is, and its place among those that a reviewer counts, from 1.
QString unitHeading(const QList<Unit>& units, qsizetype unit);

/// The cues of a unit, to be seen and to be heard: a screen reader is told no colours.
struct CueLines {
    QString html; ///< empty where the unit has no cue
    QString spoken;
};

/// "randomised trial: research, hints at evidence", a line a cue, in the colour of its kind; what
/// is said twice stands once. `range` is the unit's in `text`, UTF-16; `cues` are in order of the
/// text. Kinds that are not in `kinds` are left out: they are not shown.
CueLines cueLines(const QList<Cue>& cues, const QList<CueKind>& kinds, TextRange range,
    const QString& text, const Theme& theme);

/// A relation, its score from 0 to 1, the article's title as a link, and the difference from
/// `sentence`, a paragraph a counterpart. A link names the counterpart's index. Articles that the
/// project has no longer are left out.
QString counterpartsAsHtml(const ProjectState& project, const QList<Counterpart>& counterparts,
    const QString& sentence, const Theme& theme);

/// "A. Reviewer: Evidence, unsure – “Which trial?”", a plain line for each of `others` who said
/// anything of the unit; never one for the reviewer at the desk.
QStringList marksOfOthers(const Project& project, const ArticleState& article, qsizetype unit,
    const QList<ReviewerId>& others);

} // namespace assay
