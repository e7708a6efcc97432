// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/explanation.h"

#include "models/compare/commonwords.h"

#include <QCoreApplication>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Assay", text);
}

Explainer::Explainer(const PreparedArticle& a, const PreparedArticle& b)
    : m_a(a)
    , m_b(b)
    , m_lexicon(Lexicon::load(commonLanguage(a.language, b.language)))
    , m_table(a, b)
    , m_scratch(m_table.scratch())
{
}

std::vector<Disagreement> Explainer::disagreements(const Match& match) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Disagreement> found;
    for (const quint32 a : match.a) {
        for (const quint32 b : match.b) {
            if (a >= m_a.units.size() || b >= m_b.units.size() || m_a.units[a].isEmpty()
                || m_b.units[b].isEmpty())
                continue;
            const Similarity similarity = m_table.compare(a, b, m_scratch);
            std::vector<Disagreement> linked
                = findDisagreements(m_a, a, m_b, b, m_table, similarity, true);
            std::vector<Disagreement> free
                = findDisagreements(m_a, a, m_b, b, m_table, similarity, false);
            // What makes the conflict comes first; of a loose pair nothing else is told. A pair
            // that nothing else comes near is linked, however loose.
            const bool alone = free.empty() && match.relation == Relation::Conflict;
            const bool close = similarity.score >= 0.38F || alone;
            const std::vector<Disagreement>& shown = close ? linked : free;
            found.insert(found.end(), shown.begin(), shown.end());
        }
    }
    return found;
}

QString Explainer::slice(const PreparedArticle& article, TextRange range) const
{
    return article.text.sliced(range.start, range.length()).simplified();
}

static QString boundWords(Bound bound)
{
    switch (bound) {
    case Bound::AtMost:
        return say("up to") + u' ';
    case Bound::AtLeast:
        return say("at least") + u' ';
    case Bound::About:
        return say("about") + u' ';
    case Bound::Exact:
        break;
    }
    return {};
}

/// "up to 3 months", as the article counts it, but in digits.
QString Explainer::figure(const PreparedArticle& article, TextRange range) const
{
    for (const UnitFeatures& unit : article.units) {
        if (unit.isEmpty() || range.start < unit.tokens.front().start
            || range.end > unit.tokens.back().end)
            continue;
        for (const Quantity& quantity : unit.quantities) {
            const Token& last = unit.tokens[static_cast<std::size_t>(quantity.last)];
            const Token& first = unit.tokens[static_cast<std::size_t>(quantity.first)];
            if (first.start != range.start || last.end != range.end)
                continue;
            if (quantity.named)
                return slice(article, range);
            const Lexicon::Measure* measure = m_lexicon.measure(last.word);
            const double value = measure ? quantity.low / measure->factor : 0;
            if (!measure || measure->dimension != quantity.dimension // "per cent"
                || quantity.low < quantity.high || quantity.wordy
                || quantity.dimension == Dimension::Frequency || first.is(Token::Symbol)
                || last.is(Token::Symbol))
                return boundWords(quantity.bound) + slice(article, range);
            return boundWords(quantity.bound) + QString::number(value, 'g', 12) + u' '
                + article.text.sliced(last.start, last.end - last.start);
        }
    }
    return slice(article, range);
}

QStringList Explainer::sourcesOf(const PreparedArticle& article, TextRange range) const
{
    QStringList names;
    for (const UnitFeatures& unit : article.units) {
        if (unit.isEmpty() || unit.tokens.front().start != range.start)
            continue;
        for (const quint32 source : unit.sources)
            names.append(m_lexicon.sourceNames().value(source, say("another journal")));
    }
    return names;
}

QString Explainer::describe(const Disagreement& disagreement) const
{
    QString text;
    switch (disagreement.kind) {
    case Disagreement::Figure: {
        QString what;
        switch (disagreement.dimension) {
        case Dimension::Time:
            what = disagreement.role ? m_lexicon.roleNames().value(disagreement.role - 1)
                                     : u"time"_s;
            if (what == u"duration")
                what = say("duration");
            else if (what == u"age")
                what = say("age");
            else if (what == u"onset")
                what = say("onset");
            else
                what = say("time");
            break;
        case Dimension::Percent:
            what = say("share");
            break;
        case Dimension::Money:
            what = say("money");
            break;
        case Dimension::Mass:
        case Dimension::Dose:
        case Dimension::Volume:
            what = say("amount");
            break;
        case Dimension::Year:
        case Dimension::Date:
            what = say("date");
            break;
        case Dimension::Frequency:
            what = say("how often");
            break;
        default:
            what = say("figure");
        }
        text = u"%1: %2 / %3"_s.arg(what, figure(m_a, disagreement.a), figure(m_b, disagreement.b));
        break;
    }
    case Disagreement::Credit:
        text = say("others are named for the same work");
        break;
    case Disagreement::Source:
        text = u"%1: %2 / %3"_s.arg(say("source"), sourcesOf(m_a, disagreement.a).join(u", "_s),
            sourcesOf(m_b, disagreement.b).join(u", "_s));
        break;
    case Disagreement::Negation:
        text = say("denied in one of the two only");
        break;
    case Disagreement::Crosswise:
        text = say("compared the other way round");
        break;
    case Disagreement::Opposite:
        text = u"%1 / %2"_s.arg(slice(m_a, disagreement.a), slice(m_b, disagreement.b));
        break;
    case Disagreement::Stance:
        text = say("an open question for one, settled for the other");
        break;
    }
    if (disagreement.credited != 0)
        text += u"; "_s
            + say("both credit %1")
                  .arg(m_lexicon.sourceNames().value(
                      disagreement.credited - 1, say("the same journal")));
    return text;
}

QStringList Explainer::reasons(const Match& match) const
{
    QStringList reasons;
    if (match.byHand)
        reasons.append(say("linked by hand"));
    if (match.relation == Relation::Conflict) {
        for (const Disagreement& disagreement : disagreements(match))
            reasons.append(describe(disagreement));
    }
    if (match.a.empty() || match.b.empty() || match.a.front() >= m_a.units.size()
        || match.b.front() >= m_b.units.size())
        return reasons;
    const UnitFeatures& a = m_a.units[match.a.front()];
    const UnitFeatures& b = m_b.units[match.b.front()];
    if (a.isEmpty() || b.isEmpty())
        return reasons;
    if (a.hash == b.hash)
        reasons.append(say("the same words"));
    else if (match.relation == Relation::Copied)
        reasons.append(say("%1 of %2 words in the same order")
                .arg(commonWords(a.tokens, b.tokens).total)
                .arg(std::min(a.tokens.size(), b.tokens.size())));
    int shared = 0;
    int content = 0;
    QStringList words;
    for (const Token& token : a.tokens) {
        if (m_lexicon.isStop(token.word) || token.is(Token::Symbol) || token.is(Token::Number)
            || m_lexicon.number(token.word)) // figures have a line of their own
            continue;
        ++content;
        if (std::ranges::any_of(b.tokens,
                [&](const Token& other) { return m_table.areKin(token.stem, other.stem); })) {
            ++shared;
            words.append(m_a.text.sliced(token.start, token.end - token.start));
        }
    }
    if (a.hash != b.hash && content > 0 && shared > 0) {
        words.removeDuplicates();
        reasons.append(say("%1 of %2 words agree: %3")
                .arg(shared)
                .arg(content)
                .arg(words.first(std::min<qsizetype>(6, words.size())).join(u", "_s)));
    }
    QStringList figures;
    for (const Quantity& quantity : a.quantities) {
        if (std::ranges::any_of(
                b.quantities, [&](const Quantity& other) { return isSame(quantity, other); }))
            figures.append(slice(m_a,
                { a.tokens[static_cast<std::size_t>(quantity.first)].start,
                    a.tokens[static_cast<std::size_t>(quantity.last)].end }));
    }
    if (!figures.isEmpty() && a.hash != b.hash)
        reasons.append(say("same figures: %1").arg(figures.join(u", "_s)));
    return reasons;
}

} // namespace assay
