// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/pages/slantedwords.h"

#include <QPointF>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace assay {

namespace {

/// A slanted text comes in as pieces of a few letters, each a step above or below the one before.
constexpr qsizetype mostLetters = 6;
constexpr qsizetype mostPieces = 500; // beyond them it is a drawing with numbers, slow to search
constexpr double leastSlant = 10 * std::numbers::pi / 180; // off both axes
constexpr double sameSlant = 8 * std::numbers::pi / 180;

double smallerSide(const QRectF& box)
{
    return std::min(box.width(), box.height());
}

/// The way from a piece to the next, in radians; 0 is across, positive up.
double slant(const QRectF& from, const QRectF& to)
{
    return std::atan2(from.center().y() - to.center().y(), to.center().x() - from.center().x());
}

/// The room between two pieces of a text that runs to the right, up or down.
double room(const QRectF& from, const QRectF& to)
{
    const double up = from.top() - to.bottom();
    const double down = to.top() - from.bottom();
    return std::max({ to.left() - from.right(), up, down });
}

/// Whether `to` stands a slanted step behind `from`: at its corner, or a blank further.
bool follows(const QRectF& from, const QRectF& to)
{
    const double side = std::min(smallerSide(from), smallerSide(to));
    const double gap = room(from, to);
    if (to.center().x() <= from.center().x() || gap < -0.2 * side || gap > 1.1 * side
        || smallerSide(from) > 2.5 * smallerSide(to) || smallerSide(to) > 2.5 * smallerSide(from))
        return false;
    const double angle = std::abs(slant(from, to));
    return angle > leastSlant && angle < std::numbers::pi / 2 - leastSlant;
}

/// Words of a level line have a blank before or behind them.
bool isLevel(const QList<PageWord>& words, qsizetype i)
{
    return words[i].spaceAfter || (i > 0 && words[i - 1].spaceAfter);
}

/// The height of a slanted text's letters, from pieces of a few.
double letterHeight(const QList<PageWord>& words, const QList<qsizetype>& chain)
{
    QList<double> heights;
    for (const qsizetype i : chain) {
        const QRectF& box = words[i].box;
        const auto steps = static_cast<double>(words[i].text.size() - 1);
        heights.append(std::max(box.width(), box.height()) / (1 + 0.5 * steps));
    }
    std::sort(heights.begin(), heights.end());
    return heights[heights.size() / 2];
}

/// Adds the pieces that stand on a chain's line: its first and last letters, and those that a
/// blank or a narrow letter parted from the others.
void extend(QList<qsizetype>& chain, const QList<PageWord>& words, double usualHeight)
{
    const double height = letterHeight(words, chain);
    const QPointF from = words[chain.first()].box.center();
    QPointF way = words[chain.last()].box.center() - from;
    const double length = std::hypot(way.x(), way.y());
    way /= length;
    QList<std::pair<double, qsizetype>> onLine; // how far along, and which
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QPointF to = words[i].box.center() - from;
        if (std::abs(to.x() * way.y() - to.y() * way.x()) > 0.7 * height)
            continue;
        // Words of the text that the line runs over are smaller.
        const QRectF& box = words[i].box;
        const double size = words[i].run == Run::Across ? box.height() : box.width();
        const bool isLarge = size > std::max(0.6 * height, 1.5 * usualHeight);
        if (chain.contains(i) || isLarge
            || (!isLevel(words, i) && words[i].text.size() <= mostLetters
                && std::max(box.width(), box.height()) > 0.6 * height))
            onLine.append({ QPointF::dotProduct(to, way), i });
    }
    std::sort(onLine.begin(), onLine.end());
    const double room = 2 * height;
    double first = 0;
    double last = length;
    for (auto it = onLine.crbegin(); it != onLine.crend(); ++it) {
        if (it->first < first && it->first > first - room)
            first = it->first;
    }
    for (const auto& [along, i] : std::as_const(onLine)) {
        if (along > last && along < last + room)
            last = along;
    }
    chain.clear();
    for (const auto& [along, i] : std::as_const(onLine)) {
        if (along >= first && along <= last)
            chain.append(i);
    }
}

PageLine lineOf(const QList<PageWord>& words, int page)
{
    PageLine line;
    line.page = page;
    line.aside = true;
    line.words = words;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i > 0
            && room(words[i - 1].box, words[i].box)
                > 0.2 * std::min(smallerSide(words[i - 1].box), smallerSide(words[i].box)))
            line.text += QLatin1Char(' ');
        line.text += words[i].text;
        line.box |= words[i].box;
    }
    return line;
}

} // namespace

QList<PageLine> takeSlantedWords(QList<PageWord>& words, int page)
{
    QList<qsizetype> pieces;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!isLevel(words, i) && words[i].text.size() <= mostLetters)
            pieces.append(i);
    }
    if (pieces.size() > mostPieces)
        return {};
    std::sort(pieces.begin(), pieces.end(), [&words](qsizetype a, qsizetype b) {
        return words[a].box.center().x() < words[b].box.center().x();
    });
    QList<PageLine> lines;
    QSet<qsizetype> taken;
    const double usualHeight = middleHeight(words);
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (taken.contains(pieces[i]))
            continue;
        QList<qsizetype> chain{ pieces[i] };
        qsizetype letters = words[pieces[i]].text.size();
        for (qsizetype j = i + 1; j < pieces.size(); ++j) {
            const QRectF& last = words[chain.last()].box;
            const QRectF& box = words[pieces[j]].box;
            if (taken.contains(pieces[j]) || !follows(last, box))
                continue;
            const bool sameWay = chain.size() < 2
                || std::abs(slant(words[chain.first()].box, last) - slant(last, box)) < sameSlant;
            if (!sameWay)
                continue;
            chain.append(pieces[j]);
            letters += words[pieces[j]].text.size();
        }
        // Fewer may be a power, or numbers that happen to stand so.
        if (chain.size() < 3 || letters < 4)
            continue;
        extend(chain, words, usualHeight);
        QList<PageWord> own;
        for (const qsizetype piece : std::as_const(chain)) {
            if (taken.contains(piece))
                continue;
            own.append(words[piece]);
            taken.insert(piece);
        }
        lines.append(lineOf(own, page));
    }
    if (taken.isEmpty())
        return lines;
    QList<PageWord> rest;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!taken.contains(i))
            rest.append(words[i]);
    }
    words = rest;
    return lines;
}

} // namespace assay
