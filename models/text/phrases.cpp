// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/phrases.h"

namespace assay {

/// Longest run that "*" may stand for.
static constexpr qsizetype widest = 60;

static bool matches(QStringView line, QStringView pattern)
{
    const qsizetype star = pattern.indexOf(u'*');
    if (star < 0)
        return line.compare(pattern, Qt::CaseInsensitive) == 0;
    if (!line.startsWith(pattern.first(star), Qt::CaseInsensitive))
        return false;
    line = line.sliced(star);
    pattern = pattern.sliced(star + 1);
    if (pattern.isEmpty())
        return !line.isEmpty() && line.size() <= widest;
    for (qsizetype run = 1; run <= std::min(widest, line.size()); ++run) {
        if (matches(line.sliced(run), pattern))
            return true;
    }
    return false;
}

void Phrases::add(const QString& pattern)
{
    if (pattern.isEmpty())
        return;
    if (pattern.startsWith(u'*'))
        m_byLast[pattern.back().toLower().unicode()].push_back(pattern.toLower());
    else
        m_byFirst[pattern.front().toLower().unicode()].push_back(pattern.toLower());
}

bool Phrases::match(QStringView line) const
{
    if (line.isEmpty())
        return false;
    const auto any = [line](const auto& patterns, QChar letter) {
        const auto found = patterns.find(letter.toLower().unicode());
        return found != patterns.end()
            && std::any_of(found->second.begin(), found->second.end(),
                [line](const QString& pattern) { return matches(line, pattern); });
    };
    return any(m_byFirst, line.front()) || any(m_byLast, line.back());
}

} // namespace assay
