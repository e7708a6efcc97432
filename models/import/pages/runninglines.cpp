// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/pages/runninglines.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace assay {

using namespace Qt::StringLiterals;

/// A running head's text without what changes from page to page.
static QString withoutNumbers(QString text)
{
    static const QRegularExpression numbers(u"\\d+"_s);
    return text.replace(numbers, u"#"_s).simplified().toLower();
}

/// A head's parts stand far from each other, and change sides on even pages.
static QStringList parts(const PageLine& line)
{
    return line.text.split(u" | "_s);
}

QSet<qsizetype> runningLines(const QList<PageLine>& lines, const QList<double>& pageHeights)
{
    constexpr double edge = 0.1; // of the page's height
    constexpr double outerEdge = 0.065; // where no text stands that is part of the article
    static const QRegularExpression number(
        u"^(?:page\\s+|seite\\s+|página\\s+|[-\u2013|]\\s*)?\\d{1,4}(?:\\s*(?:/|of|von|de)\\s*\\d{1,4})?(?:\\s*[-\u2013|])?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto isWithin = [&pageHeights](const PageLine& line, double share) {
        if (line.run() != Run::Across)
            return false; // its box is not where it stands
        const double height = pageHeights.value(line.page, 800);
        return line.box.bottom() < share * height || line.box.top() > (1 - share) * height;
    };
    QHash<QString, QSet<int>> pages;
    for (const PageLine& line : lines) {
        if (!isWithin(line, edge))
            continue;
        for (const QString& part : parts(line))
            pages[withoutNumbers(part)].insert(line.page);
    }
    QSet<qsizetype> running;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!isWithin(lines[i], edge))
            continue;
        const QStringList all = parts(lines[i]);
        qsizetype numbers = 0;
        qsizetype again = 0;
        for (const QString& part : all) {
            if (number.match(part).hasMatch())
                ++numbers;
            else if (pages.value(withoutNumbers(part)).size() >= 2)
                ++again;
        }
        // One number is the page's, more are a table's row.
        const bool known = numbers + again == all.size() && numbers <= 1;
        if (known || (numbers == 1 && isWithin(lines[i], outerEdge)))
            running.insert(i);
    }
    return running;
}

} // namespace assay
