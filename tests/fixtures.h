// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/importer.h"
#include "models/project/project.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

namespace assay::test {

/// A small article of every kind of unit.
inline QString smallText()
{
    return QStringLiteral("A cure for heels\n\nPulses ease pain. A trial of 250 people found a "
                          "benefit. It may cause bruising.\n\n"
                          "What to do\n\n- Rest the foot.\n- Ask a doctor.\n\nLeave a reply\n");
}

inline ImportedArticle article(const QString& text, const QString& file)
{
    ImportedArticle made = importPlainText(text, file);
    made.original = text.toUtf8();
    made.provenance.sha256 = contentHash(made.original);
    made.provenance.imported
        = QDateTime::fromString(QStringLiteral("2026-07-03T12:00:00Z"), Qt::ISODate);
    return made;
}

/// A text of about `words` words in paragraphs of four sentences, under a heading each ten
/// paragraphs.
inline QString longText(int words)
{
    QString text = QStringLiteral("A long article\n\n");
    int count = 3;
    for (int paragraph = 0; count < words; ++paragraph) {
        if (paragraph % 10 == 0)
            text += QStringLiteral("Part %1 of the long article\n\n").arg(paragraph / 10 + 1);
        for (int sentence = 0; sentence < 4; ++sentence) {
            text += QStringLiteral("In trial %1 the people who had treatment %2 did a little "
                                   "better than those who had none. ")
                        .arg(paragraph + 1)
                        .arg(sentence + 1);
            count += 17;
        }
        text.chop(1);
        text += QStringLiteral("\n\n");
    }
    return text;
}

inline Change tagChange(const Project& project, ArticleId article, qsizetype unit, Tag tag)
{
    Change change;
    change.kind = EventKind::Tag;
    change.article = article;
    change.range = project.state().article(article)->units()[unit].range;
    change.tag = tag;
    return change;
}

inline Change textChange(
    const Project& project, ArticleId article, qsizetype unit, EventKind kind, const QString& text)
{
    Change change = tagChange(project, article, unit, Tag::Untagged);
    change.kind = kind;
    change.text = text;
    return change;
}

/// Changes a project behind the program's back. False when SQLite does not take it.
inline bool runSql(const QString& file, const QString& sql)
{
    bool done = false;
    {
        QSqlDatabase database
            = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(file);
        done = database.open() && QSqlQuery(database).exec(sql);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
    return done;
}

} // namespace assay::test
