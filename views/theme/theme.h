// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/kinds.h"
#include "models/base/error.h"
#include "models/compare/relation.h"

#include <QColor>
#include <QFont>

#include <array>

namespace assay {

/// The colours of one theme, for screen and paper. Read from resources/themes/<name>.theme, which
/// is also a theme of KSyntaxHighlighting.
struct Theme {
    struct TagColours {
        QColor line; ///< bars, underlines, badges
        QColor tint; ///< behind words
        QColor onLine; ///< letters on a badge
    };

    QString name;
    QColor window, panel, paper, line, ink, muted, accent, selection, track, button, current, error,
        ring, hit, removed, added;
    std::array<TagColours, 5> tags; ///< indexed by Tag; [Untagged] is the none colours

    std::array<TagColours, 5> relations; ///< indexed by Relation

    const TagColours& of(Relation relation) const
    {
        return relations[static_cast<size_t>(relation)];
    }
    const TagColours& of(Tag tag) const { return tags[static_cast<size_t>(tag)]; }
    bool isDark() const { return paper.lightness() < 128; }

    /// The theme of that name: "light", "dark", "contrast" or "paper". Fails when the file is not a
    /// theme.
    static Expected<Theme> load(const QString& name);
};

/// The letter that stands for a tag in gutters and legends: E, M, C, or a dash for none; "" for
/// untagged.
QString tagLetter(Tag tag);
/// The tag's name for people, translated: as a title, and as a word inside a sentence.
QString tagTitle(Tag tag);
QString tagWord(Tag tag);

/// Loads the fonts that ship with Assay. Call once, after the application object is made.
void loadFonts();
QFont serifFont(qreal points); ///< for reading
QFont sansFont(qreal points, QFont::Weight weight = QFont::Normal); ///< for everything else

} // namespace assay
