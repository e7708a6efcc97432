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

} // namespace

QList<QList<LinePlace>> unitPlaces(
    QStringView text, const QList<Unit>& units, const QList<PlacedWord>& words)
{
    const Letters letters = lettersOf(words);
    QList<QList<LinePlace>> places(units.size());
    qsizetype cursor = 0;
    for (qsizetype i = 0; i < units.size(); ++i) {
        const TextRange range = units[i].range;
        if (range.end > text.size())
            break;
        const QString own = lettersOf(text.sliced(range.start, range.length()));
        if (own.isEmpty())
            continue;
        // In order as a rule; furniture may have been put elsewhere.
        qsizetype at = letters.all.indexOf(own, cursor);
        if (at < 0 || at > cursor + 20'000)
            at = std::max(at, letters.all.lastIndexOf(own, cursor));
        if (at < 0)
            continue;
        cursor = at + own.size();
        for (qsizetype letter = at; letter < cursor;) {
            const quint32 index = letters.word[static_cast<size_t>(letter)];
            const PlacedWord& word = words[index];
            const auto first = static_cast<qsizetype>(letters.first[index]);
            const auto end = static_cast<qsizetype>(letters.first[index + 1]);
            // Of a word that two units share, the part that is this one's.
            const auto count = static_cast<double>(end - first);
            const double from = static_cast<double>(letter - first) / count;
            const double to = static_cast<double>(std::min(cursor, end) - first) / count;
            QRectF box = word.box;
            if (from > 0 || to < 1) {
                box.setLeft(word.box.left() + from * word.box.width());
                box.setRight(word.box.left() + to * word.box.width());
            }
            addBox(places[i], word.page, box);
            letter = std::min(cursor, end);
        }
    }
    return places;
}

} // namespace assay
