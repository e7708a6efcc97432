// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/searchmodel.h"

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

/// Letters shown before what was found, where the sentence begins earlier.
static constexpr qint32 lettersBefore = 60;
static constexpr qint32 lettersShown = 220;

SearchModel::SearchModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void SearchModel::setProject(Project* project)
{
    beginResetModel();
    m_project = project;
    m_result = {};
    m_rows.clear();
    endResetModel();
}

void SearchModel::setFilter(const UnitFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refresh();
}

void SearchModel::setResult(const SearchResult& result)
{
    m_result = result;
    refresh();
}

void SearchModel::refresh()
{
    QList<Row> rows = m_project ? rowsOf() : QList<Row>();
    if (rows == m_rows) {
        if (!rows.isEmpty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_before = std::exchange(m_rows, std::move(rows));
    endResetModel();
}

void SearchModel::prune()
{
    if (!m_project || !m_result.corpus)
        return;
    auto kept = std::make_shared<Corpus>();
    for (const CorpusText& text : *m_result.corpus) {
        if (m_project->state().articles().contains(text.article))
            kept->push_back(text);
    }
    m_result.corpus = kept;
    refresh();
}

bool SearchModel::passes(const ArticleState& article, qsizetype unit) const
{
    if (m_filter.isEmpty())
        return true;
    const ReviewerId who = m_filter.reviewer.isNull() ? m_project->reviewer() : m_filter.reviewer;
    const Mark& mark = article.mark(who, unit);
    return (!m_filter.tag || mark.tag == *m_filter.tag) && (!m_filter.unsure || mark.unsure)
        && (!m_filter.noted || !mark.note.isEmpty());
}

void SearchModel::addNotes(
    const ArticleState& article, const QString& needle, QList<Row>& rows) const
{
    const ReviewerId who = m_filter.reviewer.isNull() ? m_project->reviewer() : m_filter.reviewer;
    for (const qsizetype unit : article.notedUnits(who)) {
        if (passes(article, unit) && foldedForSearch(article.mark(who, unit).note).contains(needle))
            rows.append({ article.id(), unit, {} });
    }
}

QList<SearchModel::Row> SearchModel::rowsOf() const
{
    QList<Row> rows;
    const QString needle = foldedForSearch(m_result.needle.simplified());
    if (needle.isEmpty() && m_filter.isEmpty())
        return rows;
    QHash<ArticleId, QList<TextRange>> hits;
    for (const SearchHit& hit : m_result.hits)
        hits[hit.article].append(hit.range);
    QHash<ArticleId, QByteArray> searched;
    for (size_t i = 0; m_result.corpus && i < m_result.corpus->size(); ++i)
        searched.insert((*m_result.corpus)[i].article, (*m_result.corpus)[i].revision);
    for (const ArticleId& id : m_project->state().articles()) {
        const ArticleState& article = *m_project->state().article(id);
        if (needle.isEmpty()) {
            for (qsizetype unit = 0; unit < article.units().size(); ++unit) {
                const bool counts = article.units()[unit].kind != UnitKind::Furniture
                    && (m_filter.tag != Tag::Untagged
                        || article.units()[unit].kind != UnitKind::Heading);
                if (counts && passes(article, unit))
                    rows.append({ id, unit, {} });
            }
            continue;
        }
        if (searched.value(id) == article.facts().revision) { // else the words are others now
            for (const TextRange& hit : hits.value(id)) {
                const qsizetype unit = article.unitAt(hit.start);
                if (unit >= 0 && passes(article, unit))
                    rows.append({ id, unit, hit });
            }
        }
        addNotes(article, needle, rows);
    }
    return rows;
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

/// The sentence around the hit on one line, and where the hit stands in it.
std::pair<QString, TextRange> SearchModel::excerpt(const Row& row) const
{
    const CorpusText* text = nullptr;
    for (size_t i = 0; m_result.corpus && i < m_result.corpus->size() && !text; ++i) {
        if ((*m_result.corpus)[i].article == row.article)
            text = &(*m_result.corpus)[i];
    }
    const ArticleState* article = m_project->state().article(row.article);
    if (!text || text->revision != article->facts().revision)
        return {};
    const TextRange unit = article->units()[row.unit].range;
    TextRange shown = unit;
    if (row.hit.length() > 0) {
        shown.start = std::max(unit.start, row.hit.start - lettersBefore);
        while (shown.start > unit.start && !text->text[shown.start - 1].isSpace())
            --shown.start;
        shown.end = std::max(shown.end, row.hit.end); // a hit may reach into the next sentence
    }
    shown.end = std::min(shown.end, shown.start + lettersShown + row.hit.length());
    QString line = text->text.sliced(shown.start, shown.end - shown.start);
    for (QChar& letter : line) {
        if (letter.isSpace())
            letter = u' ';
    }
    TextRange hit{ row.hit.start - shown.start, row.hit.end - shown.start };
    if (row.hit.length() == 0)
        hit = {};
    if (shown.start > unit.start) {
        line.prepend(u"… "_s);
        hit = { hit.start + 2, hit.end + 2 };
    }
    if (shown.end < unit.end)
        line.append(u" …"_s);
    return { line, hit };
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[index.row()];
    const ArticleState* article = m_project->state().article(row.article);
    if (!article || row.unit >= article->units().size())
        return {};
    const ReviewerId who = m_filter.reviewer.isNull() ? m_project->reviewer() : m_filter.reviewer;
    switch (role) {
    case Qt::DisplayRole:
        return excerpt(row).first;
    case HitRole:
        return QVariant::fromValue(excerpt(row).second);
    case TitleRole:
        return article->facts().title;
    case TagRole:
        return static_cast<int>(article->tag(who, row.unit));
    case UnsureRole:
        return article->mark(who, row.unit).unsure;
    case NoteRole:
        return article->mark(who, row.unit).note;
    case PlaceRole:
        return QVariant::fromValue(Place{ row.article, article->units()[row.unit].range });
    case Qt::AccessibleTextRole:
        return QStringList{ article->facts().title, excerpt(row).first,
            tagName(article->tag(who, row.unit)), article->mark(who, row.unit).note }
            .join(u". "_s);
    default:
        return {};
    }
}

QList<TextRange> SearchModel::hitsIn(ArticleId article) const
{
    QList<TextRange> hits;
    for (const Row& row : m_rows) {
        if (row.article == article && row.hit.length() > 0)
            hits.append(row.hit);
    }
    std::sort(hits.begin(), hits.end());
    return hits;
}

} // namespace assay
