// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/methodtext.h"

#include "views/theme/theme.h"

#include <QCoreApplication>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text, int n = -1)
{
    return QCoreApplication::translate("Cover", text, nullptr, n);
}

QString methodText(const PaperReview& review, const PaperOptions& options, bool onOriginal)
{
    const auto furniture = std::count_if(review.units.begin(), review.units.end(),
        [](const Unit& unit) { return unit.kind == UnitKind::Furniture; });
    QStringList sentences;
    for (const PaperVoice& voice : review.voices) {
        const Composition& made = voice.composition;
        const QString counts = say("%1 of %2 units tagged, %3 unsure.")
                                   .arg(made.tagged())
                                   .arg(made.total())
                                   .arg(made.unsure);
        sentences.append(review.voices.size() > 1 ? voice.name + u": "_s + counts : counts);
    }
    if (!review.voices.isEmpty())
        sentences.append(say("%n reviewer(s).", static_cast<int>(review.voices.size())));
    const bool anyUnsure = std::ranges::any_of(
        review.voices, [](const PaperVoice& voice) { return voice.composition.unsure > 0; });
    if (review.voices.size() > 1 && onOriginal)
        sentences.append(say("Highlights are those of %1; what other reviewers say stands in their "
                             "notes.")
                .arg(review.voices.first().name));
    else if (review.voices.size() > 1)
        sentences.append(say("Highlights are those of %1; where another reviewer says otherwise, a "
                             "hollow letter stands at the right.")
                .arg(review.voices.first().name));
    if (anyUnsure && !onOriginal)
        sentences.append(say("A “?” stands where the first reviewer is unsure."));
    QStringList shown;
    for (const Tag tag : { Tag::Evidence, Tag::Marketing, Tag::Caveat }) {
        if (options.tags.contains(tag))
            shown.append(tagTitle(tag));
    }
    if (shown.isEmpty())
        sentences.append(say("Nothing is highlighted."));
    else if (shown.size() < 3)
        sentences.append(say("Only these tags are highlighted: %1.").arg(shown.join(u", "_s)));
    if (furniture > 0)
        sentences.append(options.furniture
                ? say("%n piece(s) of page furniture are shown in small grey letters.",
                      static_cast<int>(furniture))
                : say("%n piece(s) of page furniture left out.", static_cast<int>(furniture)));
    sentences.append(say("Unit: sentence, heading or list item; one tag a unit."));
    if (std::ranges::contains(review.units, UnitKind::Heading, &Unit::kind))
        sentences.append(say("Headings count where they are tagged."));
    if (options.attached && !review.voices.isEmpty())
        sentences.append(say("The review itself is attached to this file."));
    return sentences.join(u' ');
}

} // namespace assay
