// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/comparer.h"

namespace assay {

/// Articles whose features are kept.
static constexpr qsizetype articlesKept = 8;

std::shared_ptr<ComparedArticles> ComparedArticles::of(
    const Side& a, const Side& b, const Progress& progress)
{
    auto result = std::make_shared<ComparedArticles>();
    result->a = a.article;
    result->b = b.article;
    result->unitsA = a.units;
    result->unitsB = b.units;
    result->preparedA = a.prepared;
    result->preparedB = b.prepared;
    result->comparison = compareArticles(*a.prepared, *b.prepared, progress);
    result->explainer = std::make_unique<const Explainer>(*a.prepared, *b.prepared);
    return result;
}

QString ComparedArticles::text(bool ofA, quint32 unit) const
{
    const QList<Unit>& units = ofA ? unitsA : unitsB;
    const QString& words = (ofA ? preparedA : preparedB)->text;
    if (unit >= static_cast<quint32>(units.size()) || units[unit].range.end > words.size())
        return {};
    return words.sliced(units[unit].range.start, units[unit].range.length()).simplified();
}

Comparer::Comparer(QObject* parent)
    : QObject(parent)
    , m_shelf(std::make_shared<Shelf>())
    , m_latest(std::make_shared<std::atomic<quint64>>(0))
{
    m_pool.setMaxThreadCount(1);
}

Comparer::~Comparer()
{
    setProject(nullptr);
}

void Comparer::setProject(Project* project)
{
    cancel();
    m_pool.clear();
    m_pool.waitForDone();
    m_shelf = std::make_shared<Shelf>();
    m_project = project;
}

void Comparer::cancel()
{
    ++*m_latest;
}

std::optional<Comparer::Side> Comparer::side(ArticleId article)
{
    const ArticleState* state = m_project ? m_project->state().article(article) : nullptr;
    if (!state)
        return {};
    return Side{ article, state->facts().revision, state->facts().provenance.language,
        state->units(), m_project->textSource(article) };
}

std::shared_ptr<const PreparedArticle> Comparer::prepare(Shelf& shelf, const Side& side)
{
    const Kept known = shelf.prepared.value(side.article);
    if (known.prepared && known.revision == side.revision && known.units == side.units)
        return known.prepared;
    const Expected<QString> text = side.source();
    if (!text)
        return {};
    auto prepared = std::make_shared<const PreparedArticle>(
        Preparer(side.language).prepare(*text, side.units));
    shelf.prepared.insert(side.article, { side.revision, side.units, prepared });
    shelf.order.removeOne(side.article);
    shelf.order.append(side.article);
    while (shelf.order.size() > articlesKept)
        shelf.prepared.remove(shelf.order.takeFirst());
    return prepared;
}

void Comparer::compare(ArticleId a, ArticleId b)
{
    const quint64 number = ++*m_latest;
    const std::optional<Side> sideA = side(a);
    const std::optional<Side> sideB = side(b);
    if (!sideA || !sideB)
        return;
    m_pool.start([this, number, first = *sideA, second = *sideB, shelf = m_shelf,
                     latest = m_latest] {
        const ComparedArticles::Side left{ first.article, first.units, prepare(*shelf, first) };
        const ComparedArticles::Side right{ second.article, second.units, prepare(*shelf, second) };
        if (!left.prepared || !right.prepared || *latest != number)
            return;
        const auto result = ComparedArticles::of(left, right, [&](qsizetype done, qsizetype total) {
            QMetaObject::invokeMethod(
                this,
                [this, number, done, total] {
                    if (*m_latest == number)
                        emit progressed(done, total);
                },
                Qt::QueuedConnection);
            return *latest == number;
        });
        if (*latest != number)
            return;
        QMetaObject::invokeMethod(
            this,
            [this, number, result] {
                if (*m_latest == number)
                    emit compared(result);
            },
            Qt::QueuedConnection);
    });
}

} // namespace assay
