// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markdown/frontmatter.h"

#include <QRegularExpression>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// The lines between the marks, and where the text goes on behind them.
struct FrontMatter {
    QStringList lines;
    qsizetype end = 0;
};

} // namespace

/// What stands between a first line `mark` and the next line that closes it. Nothing where no such
/// line is near.
static std::optional<FrontMatter> between(const QString& text, QChar mark)
{
    constexpr qsizetype longest = 20'000;
    const QString fence(3, mark);
    FrontMatter found;
    for (qsizetype start = 0; start < std::min(text.size(), longest);) {
        const qsizetype feed = text.indexOf(u'\n', start);
        const qsizetype end = feed < 0 ? text.size() : feed;
        QString line = text.sliced(start, end - start);
        while (!line.isEmpty() && line.back().isSpace())
            line.chop(1);
        const bool first = start == 0;
        start = std::min(end + 1, text.size());
        if (first && line != fence)
            return {};
        if (!first && (line == fence || (mark == u'-' && line == "..."_L1))) {
            found.end = start;
            return found;
        }
        if (!first)
            found.lines.append(line);
        if (feed < 0)
            break;
    }
    return {};
}

/// Whether the lines are keys and what belongs to them.
static bool areKeys(const QStringList& lines, QChar mark)
{
    static const QRegularExpression toml(u"^(?:[\\pL\\pN_.\"'-]+\\s*=|\\s|[\\[\\]}#\"']|$)"_s);
    static const QRegularExpression word(u"^(?:[\"']?[\\pL\\pN_.-]+[\"']?\\s*:|\\s|[-#\\]}]|$)"_s);
    // Of several words, as people write them. Paragraphs may begin alike, but have blank lines
    // between them.
    static const QRegularExpression words(
        u"^(?:[\"']?[\\pL\\pN_.-]+(?: [\\pL\\pN_.()-]+){0,4}[\"']?\\s*:(?:\\s|$)|\\s|[-#\\]}])"_s);
    const auto all = [&lines](const QRegularExpression& form) {
        return std::all_of(lines.begin(), lines.end(), [&form](const QString& line) {
            return line.size() < 500 && form.match(line).hasMatch();
        });
    };
    return mark == u'+' ? all(toml) : all(word) || all(words);
}

static QString unquoted(const QString& value)
{
    if (value.size() > 1 && (value.front() == u'"' || value.front() == u'\'')
        && value.back() == value.front())
        return value.sliced(1, value.size() - 2);
    return value;
}

void takeFrontMatter(QString& text, SourceDocument& document)
{
    if (text.isEmpty() || (text.front() != u'-' && text.front() != u'+'))
        return;
    const QChar mark = text.front();
    const std::optional<FrontMatter> found = between(text, mark);
    if (!found || !areKeys(found->lines, mark))
        return;
    for (const QString& line : found->lines) {
        if (mark == u'+' && line.startsWith(u'['))
            break; // the keys of a part say nothing of the whole
        const qsizetype sign = line.indexOf(mark == u'+' ? u'=' : u':');
        if (sign < 0 || line.front().isSpace())
            continue;
        const QString name = unquoted(line.first(sign).trimmed()).toLower();
        const QString value = unquoted(line.sliced(sign + 1).trimmed());
        if (name == "title"_L1)
            document.title = value;
        else if (name == "author"_L1)
            document.author = value;
        else if (name == "date"_L1)
            document.date = value;
    }
    text.remove(0, found->end);
}

} // namespace assay
