// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"

#include <QColor>
#include <QHash>

namespace assay {

/// A kind of cue: "hype", which hints at marketing. Where it hints at no tag, `hint` is Untagged.
struct CueKind {
    QString name; ///< as the definition spells it
    Tag hint = Tag::Untagged;
    QHash<QString, QColor> colours; ///< by the name of a theme: "light", "dark", "contrast"

    bool operator==(const CueKind&) const = default;
};

/// Words that hint at a tag. A cue is a hint for the eye, never a tag.
struct Cue {
    TextRange range; ///< in the article's text, UTF-16
    quint16 kind = 0; ///< index among the scanner's kinds

    bool operator==(const Cue&) const = default;
};

/// The kind's name for people, translated where it is one of ours.
QString cueTitle(const CueKind& kind);

/// The first cue of `cues`, which are in order of the text, that ends behind `offset`.
QList<Cue>::const_iterator firstCueBehind(const QList<Cue>& cues, qint32 offset);

} // namespace assay
