// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/pages/placedwords.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace assay {

using namespace Qt::StringLiterals;

QByteArray encodeWords(const PlacedWords& placed)
{
    QCborArray rows;
    for (const PlacedWord& word : placed.words) {
        rows.append(word.page);
        for (const double value :
            { word.box.left(), word.box.top(), word.box.width(), word.box.height() })
            rows.append(static_cast<double>(static_cast<float>(value)));
        rows.append(word.text);
    }
    return QCborMap{ { "pages"_L1, placed.pages }, { "words"_L1, rows } }.toCborValue().toCbor();
}

Expected<PlacedWords> decodeWords(const QByteArray& frame)
{
    const QCborMap map = QCborValue::fromCbor(frame).toMap();
    if (!map.contains("words"_L1))
        return fail(QCoreApplication::translate("Import", "The file could not be read."),
            map["error"_L1].toArray().at(0).toString());
    const QCborArray rows = map["words"_L1].toArray();
    PlacedWords placed{ static_cast<int>(map["pages"_L1].toInteger()), {} };
    QList<PlacedWord>& words = placed.words;
    words.reserve(rows.size() / 6);
    for (qsizetype i = 0; i + 5 < rows.size(); i += 6)
        words.append({ static_cast<int>(rows.at(i).toInteger()),
            { rows.at(i + 1).toDouble(), rows.at(i + 2).toDouble(), rows.at(i + 3).toDouble(),
                rows.at(i + 4).toDouble() },
            rows.at(i + 5).toString() });
    return placed;
}

namespace {

/// Letters and digits of all words, and which word each came from.
struct Letters {
    QString all;
    std::vector<quint32> word;
    std::vector<quint32> first; ///< by word: where its letters begin; one more at the end
};

QString lettersOf(QStringView text)
{
    QString letters;
    letters.reserve(text.size());
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            letters.append(c);
    }
    return letters;
}

Letters lettersOf(const QList<PlacedWord>& words)
{
    Letters letters;
    for (const PlacedWord& word : words) {
        const QString own = lettersOf(word.text);
        letters.first.push_back(static_cast<quint32>(letters.all.size()));
        letters.word.insert(letters.word.end(), static_cast<size_t>(own.size()),
            static_cast<quint32>(letters.first.size() - 1));
        letters.all += own;
    }
    letters.first.push_back(static_cast<quint32>(letters.all.size()));
    return letters;
}

/// Adds a word's box to the unit's lines: to the last one where it goes on in it.
void addBox(QList<LinePlace>& lines, int page, const QRectF& box)
{
    if (!lines.isEmpty() && lines.last().page == page) {
        QRectF& line = lines.last().box;
        const double overlap
            = std::min(line.bottom(), box.bottom()) - std::max(line.top(), box.top());
        const double height = std::min(line.height(), box.height());
        const double gap = std::max(box.left() - line.right(), line.left() - box.right());
        if (overlap > 0.5 * height && gap < 3 * height) {
            line |= box;
            return;
        }
    }
    lines.append({ page, box });
}

/// Finds units among the letters of the words, one after the other.
class PlaceFinder {
public:
    explicit PlaceFinder(const QList<PlacedWord>& words)
        : m_words(words)
        , m_letters(lettersOf(words))
    {
        for (qsizetype i = 1; i < words.size(); ++i) {
            if (words[i].page != words[i - 1].page)
                m_breaks.append(m_letters.first[static_cast<size_t>(i)]);
        }
    }

    QList<LinePlace> find(const QString& own)
    {
        QList<LinePlace> lines;
        // In order as a rule; furniture may have been put elsewhere.
        qsizetype at = m_letters.all.indexOf(own, m_cursor);
        const bool isAhead = at >= 0 && at <= m_cursor + reach;
        if (!isAhead && findAcross(own, lines))
            return lines;
        if (!isAhead)
            at = std::max(at, m_letters.all.lastIndexOf(own, m_cursor));
        if (at < 0)
            return lines;
        m_cursor = at + own.size();
        add(lines, at, m_cursor);
        return lines;
    }

private:
    static constexpr qsizetype reach = 20'000; ///< letters ahead that a unit is looked for in

    /// A unit that goes on on the next page, behind a foot line, footnotes or a running head: its
    /// first letters end above the page's end, all others stand below it.
    bool findAcross(const QString& own, QList<LinePlace>& lines)
    {
        constexpr qsizetype between = 2'000; // letters on either side
        constexpr qsizetype pages = 12;
        const QStringView all(m_letters.all);
        const auto from = std::lower_bound(m_breaks.begin(), m_breaks.end(), m_cursor);
        const auto to = from + std::min<qsizetype>(pages, m_breaks.end() - from);
        for (auto it = from; it != to && *it <= m_cursor + reach; ++it) {
            const qsizetype edge = *it;
            const qsizetype last = std::min<qsizetype>(all.size(), edge + between);
            qsizetype at = std::max(m_cursor, edge - between - own.size());
            for (;; ++at) {
                at = all.indexOf(own.first(1), at);
                if (at < 0 || at >= edge)
                    break;
                qsizetype same = 1;
                while (same < own.size() && at + same < edge && all[at + same] == own[same])
                    ++same;
                // What follows may begin with the letters that the unit goes on with.
                for (qsizetype head = same; head > 0 && head >= same - 3; --head) {
                    const QStringView rest = QStringView(own).sliced(head);
                    // Little is not enough to know it by.
                    if (rest.isEmpty() || own.size() < 12)
                        continue;
                    const qsizetype next = all.sliced(edge, last - edge).indexOf(rest);
                    if (next < 0)
                        continue;
                    m_cursor = edge + next + rest.size();
                    add(lines, at, at + head);
                    add(lines, edge + next, m_cursor);
                    return true;
                }
            }
        }
        return false;
    }

    /// The boxes of the letters [from, to).
    void add(QList<LinePlace>& lines, qsizetype from, qsizetype to) const
    {
        for (qsizetype letter = from; letter < to;) {
            const quint32 index = m_letters.word[static_cast<size_t>(letter)];
            const PlacedWord& word = m_words[index];
            const auto first = static_cast<qsizetype>(m_letters.first[index]);
            const auto end = static_cast<qsizetype>(m_letters.first[index + 1]);
            // Of a word that two units share, the part that is this one's.
            const auto count = static_cast<double>(end - first);
            const double left = static_cast<double>(letter - first) / count;
            const double right = static_cast<double>(std::min(to, end) - first) / count;
            QRectF box = word.box;
            if (left > 0 || right < 1) {
                box.setLeft(word.box.left() + left * word.box.width());
                box.setRight(word.box.left() + right * word.box.width());
            }
            addBox(lines, word.page, box);
            letter = std::min(to, end);
        }
    }

    const QList<PlacedWord>& m_words;
    Letters m_letters;
    QList<qsizetype> m_breaks; ///< letters where a page begins
    qsizetype m_cursor = 0;
};

} // namespace

QList<QList<LinePlace>> unitPlaces(
    QStringView text, const QList<Unit>& units, const QList<PlacedWord>& words)
{
    PlaceFinder finder(words);
    QList<QList<LinePlace>> places(units.size());
    for (qsizetype i = 0; i < units.size(); ++i) {
        const TextRange range = units[i].range;
        if (range.end > text.size())
            break;
        const QString own = lettersOf(text.sliced(range.start, range.length()));
        if (!own.isEmpty())
            places[i] = finder.find(own);
    }
    return places;
}

} // namespace assay
