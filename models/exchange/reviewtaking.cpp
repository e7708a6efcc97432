// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/reviewtaking.h"

#include "models/exchange/reviewfile.h"

#include <QColor>
#include <QCoreApplication>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

bool bringsReview(const ImportedArticle& article)
{
    return !article.review.isEmpty() || !article.marks.isEmpty();
}

namespace {

/// The same author is the same reviewer, whatever file the name comes from.
ReviewerId idOfAuthor(const QString& author)
{
    static const QUuid space(u"{5f2f6f3e-7f0e-4d0c-9a56-2f5a8d6c1b90}"_s);
    return ReviewerId{ QUuid::createUuidV5(space, author) };
}

QString lettersOf(QStringView text)
{
    QString letters;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            letters.append(c);
    }
    return letters;
}

/// The tag that a colour stands for in PDFs of Assay's: line or tint, on light pages.
std::optional<Tag> tagOfColour(quint32 colour)
{
    if (colour == 0)
        return {};
    static constexpr std::pair<Tag, QRgb> known[]
        = { { Tag::Evidence, 0x0072B2 }, { Tag::Evidence, 0xDCEDF8 }, { Tag::Marketing, 0xB4457F },
              { Tag::Marketing, 0xF8E1EC }, { Tag::Caveat, 0xA86F00 }, { Tag::Caveat, 0xFDF0CF } };
    constexpr int near = 12; // of 255, in each part: what rounding and other programs change
    for (const auto& [tag, rgb] : known) {
        if (std::abs(qRed(colour) - qRed(rgb)) <= near
            && std::abs(qGreen(colour) - qGreen(rgb)) <= near
            && std::abs(qBlue(colour) - qBlue(rgb)) <= near)
            return tag;
    }
    return {};
}

/// Works out what a review changes.
class Taking {
public:
    Taking(const Project& project, ArticleId id, QStringView text)
        : m_project(project)
        , m_article(*project.state().article(id))
        , m_text(text)
    {
    }

    QList<ReviewerChanges> changes;
    ReviewOutcome outcome;

    void take(const ReviewFile& review)
    {
        const bool sameProject = review.project == m_project.uuid();
        for (const ReviewFile::Voice& voice : review.voices) {
            ReviewerChanges& reviewer = of(voice.id, voice.name);
            for (const ReviewFile::Said& said : voice.said)
                take(reviewer, review.layout.units[said.unit].range, said, sameProject);
        }
    }

    void take(const QList<ForeignMark>& marks, bool onOwnPdf)
    {
        const QString all = lettersOf(m_text);
        qsizetype cursor = 0;
        for (const ForeignMark& mark : marks) {
            const QString words = lettersOf(mark.words);
            qsizetype at = words.isEmpty() ? -1 : all.indexOf(words, cursor);
            if (at < 0 && !words.isEmpty())
                at = all.indexOf(words);
            if (at < 0) {
                ++outcome.lost;
                continue;
            }
            cursor = at;
            const QString author = mark.author.isEmpty() ? say("Highlights in the PDF")
                                                         : say("%1 (PDF)").arg(mark.author);
            takeForeign(of(idOfAuthor(author), author), mark, at, at + words.size(), onOwnPdf);
        }
    }

private:
    static QString say(const char* text) { return QCoreApplication::translate("Review", text); }

    ReviewerChanges& of(ReviewerId id, const QString& name)
    {
        for (ReviewerChanges& reviewer : changes) {
            if (reviewer.id == id)
                return reviewer;
        }
        changes.append({ id, name, {} });
        return changes.last();
    }

    qint64 stampOf(ReviewerId reviewer, TextRange range) const
    {
        qint64 latest = 0;
        for (const Field field : { Field::Tag, Field::Unsure, Field::Note, Field::Source }) {
            const auto value = m_project.fold().value(
                { field, m_article.id(), reviewer, range, m_article.revision(), {} });
            latest = std::max(latest, value ? value->stamp.lamport : 0);
        }
        return latest;
    }

    void take(
        ReviewerChanges& reviewer, TextRange range, const ReviewFile::Said& said, bool sameProject)
    {
        const qsizetype unit = m_article.unitWith(range);
        if (unit < 0 || m_article.units()[unit].kind == UnitKind::Furniture) {
            ++outcome.lost;
            return;
        }
        const Mark here = m_article.mark(reviewer.id, unit);
        if (here == said.mark) {
            ++outcome.same;
            return;
        }
        const bool later = sameProject && said.lamport > stampOf(reviewer.id, range);
        if (!here.isEmpty() && !later) {
            ++outcome.newerHere;
            return;
        }
        ++outcome.taken;
        set(reviewer, unit, here, said.mark);
    }

    /// Adds what makes `from` into `to`.
    void set(ReviewerChanges& reviewer, qsizetype unit, const Mark& from, const Mark& to)
    {
        const auto change = [&](EventKind kind) -> Change& {
            reviewer.changes.append(changeOf(m_article, unit, kind));
            return reviewer.changes.last();
        };
        if (from.tag != to.tag)
            change(EventKind::Tag).tag = to.tag;
        if (from.unsure != to.unsure)
            change(EventKind::Unsure).flag = to.unsure;
        if (from.note != to.note)
            change(EventKind::Note).text = to.note;
        if (from.source != to.source)
            change(EventKind::Source).text = to.source;
    }

    /// The units that hold letters [from, to) of the text, counted among its letters.
    QList<qsizetype> unitsAt(qsizetype from, qsizetype to)
    {
        if (m_unitLetters.empty()) {
            qsizetype count = 0;
            qint32 at = 0;
            for (const Unit& unit : m_article.units()) {
                count += lettersOf(m_text.sliced(at, unit.range.start - at)).size();
                const qsizetype first = count;
                count += lettersOf(m_text.sliced(unit.range.start, unit.range.length())).size();
                m_unitLetters.emplace_back(first, count);
                at = unit.range.end;
            }
        }
        QList<qsizetype> units;
        qsizetype most = -1;
        qsizetype mostShared = 0;
        for (size_t i = 0; i < m_unitLetters.size(); ++i) {
            const auto [first, last] = m_unitLetters[i];
            const qsizetype shared = std::min(to, last) - std::max(from, first);
            if (shared <= 0
                || m_article.units()[static_cast<qsizetype>(i)].kind == UnitKind::Furniture)
                continue;
            if (shared * 2 > last - first)
                units.append(static_cast<qsizetype>(i));
            if (shared > mostShared) {
                mostShared = shared;
                most = static_cast<qsizetype>(i);
            }
        }
        if (units.isEmpty() && most >= 0)
            units.append(most);
        return units;
    }

    void takeForeign(ReviewerChanges& reviewer, const ForeignMark& mark, qsizetype from,
        qsizetype to, bool onOwnPdf)
    {
        std::optional<Tag> tag = tagFromName(mark.subject.trimmed().toLower());
        if (tag == Tag::Untagged)
            tag.reset();
        if (!tag && onOwnPdf)
            tag = tagOfColour(mark.colour);
        QString note = mark.contents.trimmed();
        if (tag) { // "[EVIDENCE] note", as Assay writes it
            const QString prefix = u"[%1]"_s.arg(tagName(*tag).toUpper());
            if (note.startsWith(prefix, Qt::CaseInsensitive))
                note = note.sliced(prefix.size()).trimmed();
        }
        if (!tag && note.isEmpty())
            note = say("highlighted");
        const QList<qsizetype> units = unitsAt(from, to);
        for (const qsizetype unit : units) {
            const Mark here = m_article.mark(reviewer.id, unit);
            Mark there = here;
            if (tag)
                there.tag = *tag;
            if (unit == units.first() && !note.isEmpty())
                there.note = note;
            if (there == here) {
                ++outcome.same;
                continue;
            }
            ++outcome.taken;
            set(reviewer, unit, here, there);
        }
        outcome.lost += units.isEmpty();
    }

    const Project& m_project;
    const ArticleState& m_article;
    QStringView m_text;
    std::vector<std::pair<qsizetype, qsizetype>> m_unitLetters;
};

} // namespace

Expected<ReviewOutcome> takeReview(Project& project, const ImportedArticle& article)
{
    std::optional<ReviewFile> review;
    if (!article.review.isEmpty()) {
        Expected<ReviewFile> read = decodeReview(article.review);
        if (!read)
            return std::unexpected(read.error());
        review = std::move(*read);
    }
    const QByteArray revision = contentHash(article.text.toUtf8());
    ArticleId id;
    for (const ArticleId& each : project.state().articles()) {
        if (project.state().article(each)->facts().revision == revision)
            id = each;
        if (review && each == review->article && id == each)
            break;
    }
    const bool isNew = id.isNull();
    GroupId group;
    if (isNew) {
        const Expected<QList<ArticleId>> added = project.addArticles({ article });
        if (!added)
            return std::unexpected(added.error());
        id = added->first();
        if (const auto latest = project.history().latest())
            group = latest->edit;
    }
    Taking taking(project, id, article.text);
    if (review)
        taking.take(*review);
    taking.take(article.marks, review.has_value());
    const Expected<GroupId> done
        = project.takeReviews(id, article.provenance.file, taking.changes, group);
    if (!done)
        return std::unexpected(done.error());
    taking.outcome.article = id;
    taking.outcome.isNew = isNew;
    for (const ReviewerChanges& reviewer : std::as_const(taking.changes)) {
        if (!reviewer.changes.isEmpty())
            taking.outcome.reviewers.append(reviewer.name);
    }
    return taking.outcome;
}

} // namespace assay
