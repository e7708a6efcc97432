// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cues/cuefinder.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace assay {

/// Articles whose cues are kept. A person looks at two; the rest makes going back free.
static constexpr size_t keptArticles = 24;
/// From this many UTF-16 units on a second core pays.
static constexpr qsizetype longText = 300'000;

CueFinder::CueFinder(const QString& ownFolder, QObject* parent)
    : QObject(parent)
    , m_ownFolder(ownFolder)
{
    m_pool.setMaxThreadCount(1);
}

CueFinder::~CueFinder()
{
    m_pool.clear();
    m_pool.waitForDone();
}

const QList<Cue>* CueFinder::cues(
    ArticleId article, const QByteArray& revision, const QString& text, const QList<Unit>& units)
{
    const auto known = m_entries.find(article);
    // Lists that were not changed share their elements, so that this costs nothing as a rule.
    if (known != m_entries.end() && known->second.revision == revision
        && (known->second.units.constData() == units.constData() || known->second.units == units)) {
        known->second.used = ++m_clock;
        return known->second.waiting ? nullptr : &known->second.cues;
    }
    ++m_clock;
    look(article, text, { revision, units, {}, true, m_clock, m_clock });
    return nullptr;
}

/// Runs on the pool's thread. A long text is scanned in two halves side by side: units know nothing
/// of each other.
QList<Cue> CueFinder::scan(const QString& text, const QList<Unit>& units)
{
    if (text.size() < longText)
        return m_scanners[0]->scan(text, units);
    const auto middle = std::partition_point(units.begin(), units.end(),
        [&](const Unit& unit) { return unit.range.start < text.size() / 2; });
    const qsizetype first = middle - units.begin();
    QFuture<QList<Cue>> rest = QtConcurrent::run([&] {
        stepBack();
        return m_scanners[1]->scan(text, units.sliced(first));
    });
    QList<Cue> cues = m_scanners[0]->scan(text, units.first(first));
    cues += rest.result();
    return cues;
}

void CueFinder::look(ArticleId article, const QString& text, Entry entry)
{
    auto& latest = m_latest[article];
    if (!latest)
        latest = std::make_shared<std::atomic<quint64>>(0);
    const quint64 number = entry.number;
    *latest = number;
    const QList<Unit> units = entry.units;
    m_entries[article] = std::move(entry);
    forgetOldest();
    m_pool.start([this, article, text, units, number, latest = latest] {
        if (*latest != number)
            return; // the units are others already
        if (m_stale.exchange(false) || !m_scanners[0]) {
            // Both at once: they have to know the same kinds, and a long article must not wait.
            for (std::unique_ptr<CueScanner>& scanner : m_scanners)
                scanner = std::make_unique<CueScanner>(m_ownFolder);
        }
        QList<Cue> cues = scan(text, units);
        QMetaObject::invokeMethod(
            this,
            [this, article, number, cues = std::move(cues), kinds = m_scanners[0]->kinds(),
                problems = m_scanners[0]->problems()] {
                const bool other = kinds != m_kinds || problems != m_problems;
                m_kinds = kinds;
                m_problems = problems;
                if (other)
                    emit kindsChanged();
                const auto filled = m_entries.find(article);
                if (filled == m_entries.end() || filled->second.number != number)
                    return;
                filled->second.cues = cues;
                filled->second.waiting = false;
                emit found(article);
            },
            Qt::QueuedConnection);
    });
}

void CueFinder::forgetOldest()
{
    while (m_entries.size() > keptArticles)
        m_entries.erase(std::min_element(m_entries.begin(), m_entries.end(),
            [](const auto& a, const auto& b) { return a.second.used < b.second.used; }));
}

void CueFinder::reload()
{
    m_entries.clear();
    m_stale = true;
}

void CueFinder::clear()
{
    m_pool.clear();
    m_entries.clear();
    m_latest.clear();
}

} // namespace assay
