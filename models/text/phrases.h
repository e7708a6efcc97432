// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <unordered_map>
#include <vector>

namespace assay {

/// Patterns of whole lines, any case, in which "*" stands for one to sixty characters. A line is
/// held against few of them: those that begin, or end, with its first, or last, letter.
class Phrases {
public:
    void add(const QString& pattern);
    bool match(QStringView line) const;

private:
    std::unordered_map<char16_t, std::vector<QString>> m_byFirst;
    std::unordered_map<char16_t, std::vector<QString>> m_byLast; ///< patterns that begin with "*"
};

} // namespace assay
