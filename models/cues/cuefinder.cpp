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
    m_pool.setThreadPriority(QThread::LowPriority);
}

CueFinder::~CueFinder()
{
    m_pool.clear();
    m_pool.waitForDone();
}

const QList<Cue>* CueFinder::cues(ArticleId article, const QString& text, const QList<Unit>& units)
{
    const auto known = m_entries.find(article);
    // Lists that were not changed share their elements, so that this costs nothing as a rule.
    if (known != m_entries.end()
        && (known->second.units.constData() == units.constData() || known->second.units == units)) {
        known->second.used = ++m_clock;
        return known->second.waiting ? nullptr : &known->second.cues;
    }
    look(article, text, units);
    return nullptr;
}

/// Runs on the pool's thread. A long text is scanned in two halves side by side: units know nothing
/// of each other.
QList<Cue> CueFinder::scan(const QString& text, const QList<Unit>& units)
{
    const auto scanHalf = [&](size_t half, const QList<Unit>& some) {
        if (!m_scanners[half])
            m_scanners[half] = std::make_unique<CueScanner>(m_ownFolder);
        return m_scanners[half]->scan(text, some);
    };
    if (text.size() < longText)
        return scanHalf(0, units);
    const auto middle = std::partition_point(units.begin(), units.end(),
        [&](const Unit& unit) { return unit.range.start < text.size() / 2; });
    const qsizetype first = middle - units.begin();
    QFuture<QList<Cue>> rest = QtConcurrent::run([&] { return scanHalf(1, units.sliced(first)); });
    QList<Cue> cues = scanHalf(0, units.first(first));
    cues += rest.result();
    return cues;
}

void CueFinder::look(ArticleId article, const QString& text, const QList<Unit>& units)
{
    m_entries[article] = { units, {}, true, ++m_clock };
    forgetOldest();
    m_pool.start([this, article, text, units] {
        QList<Cue> cues = scan(text, units);
        QMetaObject::invokeMethod(
            this,
            [this, article, units, cues = std::move(cues), kinds = m_scanners[0]->kinds(),
                problems = m_scanners[0]->problems()] {
                const bool other = kinds != m_kinds || problems != m_problems;
                m_kinds = kinds;
                m_problems = problems;
                if (other)
                    emit kindsChanged();
                const auto entry = m_entries.find(article);
                if (entry == m_entries.end() || entry->second.units != units)
                    return;
                entry->second.cues = cues;
                entry->second.waiting = false;
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
    m_pool.start([this] { m_scanners = {}; });
}

void CueFinder::clear()
{
    m_pool.clear();
    m_entries.clear();
}

} // namespace assay
