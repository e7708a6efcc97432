// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/counterparts.h"

#include "models/compare/explanation.h"

namespace assay {

/// Sentences that are looked at closely, the most of one article, and the score from which a weak
/// likeness is shown.
static constexpr std::size_t looked = 24;
static constexpr std::size_t lookedOfOne = 3;
static constexpr float worthShowing = 0.30F;
/// Texts kept between two questions, in UTF-16 units.
static constexpr qsizetype textsKept = 4'000'000;

Counterparts::Counterparts(QObject* parent)
    : QObject(parent)
    , m_shelf(std::make_shared<Shelf>())
    , m_latest(std::make_shared<std::atomic<quint64>>(0))
{
    m_pool.setMaxThreadCount(1);
}

Counterparts::~Counterparts()
{
    setProject(nullptr);
}

void Counterparts::setProject(Project* project)
{
    ++*m_latest;
    m_pool.clear();
    m_pool.waitForDone();
    m_shelf = std::make_shared<Shelf>();
    m_project = project;
}

Preparer& Counterparts::preparer(Shelf& shelf, const QString& language)
{
    std::unique_ptr<Preparer>& known = shelf.preparers[language.left(2).toStdString()];
    if (!known)
        known = std::make_unique<Preparer>(language);
    return *known;
}

void Counterparts::ask(ArticleId article, qsizetype unit)
{
    const quint64 number = ++*m_latest;
    if (!m_project)
        return;
    QList<Wanted> wanted;
    QHash<ArticleId, qsizetype> places;
    for (const ArticleId& id : m_project->state().articles()) {
        const ArticleState* state = m_project->state().article(id);
        places.insert(id, wanted.size());
        wanted.append({ id, state->facts().revision, state->facts().provenance.language,
            state->units(), m_project->textSource(id) });
    }
    const qsizetype of = places.value(article, -1);
    if (of < 0 || unit < 0 || unit >= wanted[of].units.size())
        return;
    m_pool.start([this, number, of, unit, wanted, places, shelf = m_shelf, latest = m_latest] {
        qsizetype fresh = 0;
        for (auto known = shelf->revisions.begin(); known != shelf->revisions.end();) {
            if (!places.contains(known.key())) {
                shelf->index.remove(known.key());
                known = shelf->revisions.erase(known);
            } else {
                ++known;
            }
        }
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            const Wanted& each = wanted[i];
            const std::pair held(each.revision, each.units);
            if (shelf->revisions.value(each.article) == held)
                continue;
            if (*latest != number)
                return;
            const Expected<QString> text = each.source();
            if (!text) { // one that cannot be read is named where it is shown
                shelf->index.remove(each.article);
                shelf->revisions.remove(each.article);
                continue;
            }
            shelf->texts.remove(each.article);
            shelf->index.put(
                each.article, preparer(*shelf, each.language).prepare(*text, each.units));
            shelf->revisions.insert(each.article, held);
            if (++fresh % 50 == 0)
                QMetaObject::invokeMethod(
                    this, [this, i, total = wanted.size()] { emit progressed(i + 1, total); },
                    Qt::QueuedConnection);
        }
        const QList<Counterpart> counterparts = search(*shelf, wanted, places, of, unit);
        QMetaObject::invokeMethod(
            this,
            [this, number, counterparts, id = wanted[of].article,
                range = wanted[of].units[unit].range] {
                if (*m_latest == number)
                    emit found(id, range, counterparts);
            },
            Qt::QueuedConnection);
    });
}

QList<Counterpart> Counterparts::search(Shelf& shelf, const QList<Wanted>& articles,
    const QHash<ArticleId, qsizetype>& places, qsizetype of, qsizetype unit)
{
    const auto textOf = [&](const Wanted& wanted) {
        auto known = shelf.texts.constFind(wanted.article);
        if (known == shelf.texts.cend()) {
            qsizetype kept = 0;
            for (const QString& text : std::as_const(shelf.texts))
                kept += text.size();
            if (kept > textsKept)
                shelf.texts.clear();
            known = shelf.texts.insert(wanted.article, wanted.source().value_or(QString()));
        }
        return *known;
    };
    const Wanted& own = articles[of];
    const QString text = textOf(own);
    const TextRange range = own.units[unit].range;
    if (range.end > text.size())
        return {};
    // The unit and the two before it, whose study it may go on with.
    const qsizetype from = std::max<qsizetype>(0, unit - 2);
    const PreparedArticle mine
        = preparer(shelf, own.language).prepare(text, own.units.sliced(from, unit - from + 1));
    const auto at = static_cast<std::size_t>(unit - from);
    if (mine.units[at].isEmpty())
        return {};
    const std::vector<ArticleIndex::Hit> hits
        = shelf.index.find(mine, at, own.article, looked, lookedOfOne);
    // All hits as one article, so that their words are weighed together.
    QString theirs;
    QList<Unit> units;
    QList<std::pair<qsizetype, qint32>> origins; // which article, and how far its text was moved
    for (const ArticleIndex::Hit& hit : hits) {
        const Wanted& wanted = articles[places.value(hit.article)];
        const QString words = textOf(wanted);
        if (hit.unit >= static_cast<quint32>(wanted.units.size()))
            continue;
        const Unit& found = wanted.units[hit.unit];
        if (found.range.end > words.size())
            continue;
        const auto start = static_cast<qint32>(theirs.size());
        theirs += QStringView(words).sliced(found.range.start, found.range.length());
        units.append({ { start, static_cast<qint32>(theirs.size()) }, UnitKind::Sentence, 0,
            static_cast<qint32>(units.size()) });
        theirs += u'\n';
        origins.append({ places.value(hit.article), found.range.start - start });
    }
    const PreparedArticle other = preparer(shelf, own.language).prepare(theirs, units, true);
    const Explainer explainer(mine, other);
    const SimilarityTable& table = explainer.table();
    SimilarityTable::Scratch scratch = table.scratch();
    QList<Counterpart> counterparts;
    for (std::size_t i = 0; i < other.units.size(); ++i) {
        const Similarity similarity = table.compare(at, i, scratch);
        const Match match = judgePair(mine, at, other, i, table, similarity, false);
        if (match.relation == Relation::Related && match.score < worthShowing)
            continue;
        const auto& [article, moved] = origins[static_cast<qsizetype>(i)];
        const TextRange there = units[static_cast<qsizetype>(i)].range;
        counterparts.append({ articles[article].article, { there.start + moved, there.end + moved },
            match.relation, match.score, theirs.sliced(there.start, there.length()).simplified(),
            explainer.reasons(match) });
    }
    std::ranges::stable_sort(counterparts, std::greater(), &Counterpart::score);
    counterparts.resize(std::min<qsizetype>(counterparts.size(), most));
    return counterparts;
}

} // namespace assay
