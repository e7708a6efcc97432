// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/phrases.h"

#include <QList>

#include <algorithm>

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

/// Whether a line is a sentence of its own, though a pattern of one word opens it: "By week
/// 12, the difference was gone." is none of "by <somebody>". Names, dates and places have few small
/// words.
static bool isSentence(QStringView line, QStringView pattern)
{
    constexpr int mostFixed = 1;
    const qsizetype fixed
        = std::ranges::count_if(pattern.split(u' ', Qt::SkipEmptyParts), [](QStringView word) {
              return std::ranges::any_of(word, [](QChar c) { return c.isLetter(); });
          });
    QStringView end = line;
    while (!end.isEmpty() && QStringView(u"\"')\u201D\u2019").contains(end.back()))
        end.chop(1);
    if (!pattern.contains(u'*') || fixed > mostFixed || end.isEmpty()
        || !QStringView(u".!?").contains(end.back()))
        return false;
    static constexpr QStringView joining[] = { u"and", u"the", u"for", u"und", u"von", u"der",
        u"die", u"das", u"del", u"los", u"por" };
    qsizetype small = 0;
    int digits = 0; // in a row
    bool year = false;
    for (const QStringView word : line.split(u' ', Qt::SkipEmptyParts)) {
        small += word.size() > 2 && word.front().isLower() && !std::ranges::contains(joining, word);
        for (const QChar c : word) {
            digits = c.isDigit() ? digits + 1 : 0;
            year = year || digits == 4;
        }
        digits = 0;
    }
    return small >= 2 + fixed && !(year && small < 5);
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
            && std::any_of(
                found->second.begin(), found->second.end(), [line](const QString& pattern) {
                    return matches(line, pattern) && !isSentence(line, pattern);
                });
    };
    return any(m_byFirst, line.front()) || any(m_byLast, line.back());
}

} // namespace assay
