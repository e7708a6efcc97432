// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cues/cuefinder.h"

#include <algorithm>

namespace assay {

/// Articles whose cues are kept. A person looks at two; the rest makes going back free.
static constexpr size_t keptArticles = 24;

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

void CueFinder::look(ArticleId article, const QString& text, const QList<Unit>& units)
{
    m_entries[article] = { units, {}, true, ++m_clock };
    forgetOldest();
    // The task may end when the finder is gone: it touches nothing of it but through the queue.
    m_pool.start([this, folder = m_ownFolder, article, text, units] {
        if (!m_scanner)
            m_scanner = std::make_shared<CueScanner>(folder);
        QList<Cue> cues = m_scanner->scan(text, units);
        QMetaObject::invokeMethod(
            this,
            [this, article, units, cues = std::move(cues), kinds = m_scanner->kinds(),
                problems = m_scanner->problems()] {
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
    m_pool.start([this] { m_scanner.reset(); });
}

void CueFinder::clear()
{
    m_pool.clear();
    m_entries.clear();
}

} // namespace assay
