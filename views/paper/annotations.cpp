// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/annotations.h"

#include "views/theme/theme.h"

#include <QCoreApplication>

namespace assay {

using namespace Qt::StringLiterals;

/// Whether this voice says something of the unit that is shown: a tag or, of a unit with none of
/// the three, a note.
static bool speaks(
    const PaperReview& review, const PaperOptions& options, qsizetype voice, qsizetype unit)
{
    return options.tags.contains(review.voices[voice].marks[unit].tag)
        || !review.notes(voice, unit, options).isEmpty();
}

bool hasAnnotation(const PaperReview& review, const PaperOptions& options, qsizetype unit)
{
    for (qsizetype voice = 0; voice < review.voices.size(); ++voice) {
        if (speaks(review, options, voice, unit))
            return true;
    }
    return false;
}

/// What a viewer shows of a mark beside its tag.
static PdfReply replyOf(const PaperVoice& voice, const Mark& mark, bool notes)
{
    QStringList said;
    if (notes) {
        if (mark.unsure)
            said.append(QCoreApplication::translate("Paper", "Unsure"));
        said.append(mark.note);
        if (!mark.source.isEmpty())
            said.append(QCoreApplication::translate("Paper", "Source: %1").arg(mark.source));
        said.removeAll(QString());
    }
    const QString subject = mark.tag == Tag::Untagged ? u"note"_s : tagName(mark.tag);
    return { voice.name.isNull() ? u""_s : voice.name, subject, said.join(u'\n') };
}

PdfHighlight highlightOf(const PaperReview& review, const PaperOptions& options, const Theme& theme,
    qsizetype unit, const QList<PdfQuad>& quads, bool begins)
{
    PdfHighlight highlight;
    highlight.quads = quads;
    highlight.unit = u"unit-%1"_s.arg(unit);
    highlight.time = review.time;
    const Tag first = review.mark(unit).tag;
    highlight.tag = options.tags.contains(first) ? first : Tag::None;
    highlight.line = theme.of(highlight.tag).line;
    highlight.tint = theme.of(highlight.tag).tint;
    QList<PdfReply> said;
    for (qsizetype i = 0; i < review.voices.size(); ++i) {
        const Mark& mark = review.voices[i].marks[unit];
        // Where another one highlights, None is an answer, too.
        const bool denies = mark.tag == Tag::None && highlight.tag != Tag::None;
        if (denies || speaks(review, options, i, unit))
            said.append(replyOf(review.voices[i], mark, options.notes));
    }
    highlight.reviewer = said.first().reviewer;
    highlight.subject = said.first().subject;
    highlight.note = said.first().note;
    if (begins)
        highlight.replies = said.sliced(1);
    return highlight;
}

} // namespace assay
