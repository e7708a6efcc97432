// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/comparison.h"

#include <QDir>
#include <QFile>

namespace assay::test {

/// A hand-written pair of articles, a sentence a unit, and its gold links.
struct GoldPair {
    struct Link {
        quint32 a = 0;
        quint32 b = 0;
        Relation relation = Relation::SameClaim;
    };
    QString name;
    QStringList a, b;
    QList<Link> links;
};

/// The pairs in tests/data/compare, or in a folder there.
inline QList<GoldPair> goldPairs(const QString& inside = {})
{
    QList<GoldPair> pairs;
    const QDir folder(QStringLiteral(ASSAY_SOURCE "/tests/data/compare/") + inside);
    for (const QString& name :
        folder.entryList({ QStringLiteral("*.pair") }, QDir::Files, QDir::Name)) {
        GoldPair pair;
        pair.name = QFileInfo(name).baseName();
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (line.startsWith(u'A') || line.startsWith(u'B')) {
                (line.startsWith(u'A') ? pair.a : pair.b)
                    .append(line.sliced(line.indexOf(u' ') + 1));
            } else if (line.startsWith(u'~')) {
                const QStringList words = line.split(u' ');
                pair.links.append(
                    { words[1].sliced(1).toUInt() - 1, words[2].sliced(1).toUInt() - 1,
                        relationFromName(words[3]).value_or(Relation::Related) });
            }
        }
        pairs.append(pair);
    }
    return pairs;
}

/// An article of these sentences, each a unit of its own.
inline PreparedArticle prepared(
    const QStringList& sentences, const QString& language = QStringLiteral("en"))
{
    QString text;
    QList<Unit> units;
    for (const QString& sentence : sentences) {
        const auto start = static_cast<qint32>(text.size());
        text += sentence;
        units.append({ { start, static_cast<qint32>(text.size()) }, UnitKind::Sentence, 0,
            static_cast<qint32>(units.size()) });
        text += u'\n';
    }
    return Preparer(language).prepare(text, units);
}

} // namespace assay::test
