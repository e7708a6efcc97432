// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/language.h"

#include <QFile>
#include <QHash>
#include <QMutex>

#include <memory>

namespace assay {

using namespace Qt::StringLiterals;

static QStringList dataLines(const QString& language, const QString& name)
{
    QFile file(u":/segmentation/%1/%2.txt"_s.arg(language, name));
    QStringList lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith("# "_L1))
            lines.append(line);
    }
    return lines;
}

static QSet<QString> dataWords(const QString& language, const QString& name)
{
    const QStringList words = dataLines(language, name).join(u' ').split(u' ', Qt::SkipEmptyParts);
    return { words.begin(), words.end() };
}

static QRegularExpression wholeLine(const QStringList& patterns)
{
    QStringList alternatives;
    for (const QString& pattern : patterns)
        alternatives.append(QRegularExpression::escape(pattern).replace("\\*"_L1, ".{1,60}"_L1));
    if (alternatives.isEmpty())
        alternatives.append(u"(?!)"_s);
    QRegularExpression expression(u"\\A(?:%1)\\z"_s.arg(alternatives.join(u'|')),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    expression.optimize();
    return expression;
}

const Language& Language::load(const QString& name)
{
    static QMutex mutex;
    static QHash<QString, std::shared_ptr<Language>> loaded;
    const QMutexLocker lock(&mutex);
    std::shared_ptr<Language>& language = loaded[name];
    if (!language) {
        language = std::make_shared<Language>();
        language->name = name;
        language->never = dataWords(name, u"never"_s);
        language->beforeNumber = dataWords(name, u"before-number"_s);
        language->general = dataWords(name, u"general"_s);
        language->starters = dataWords(name, u"starters"_s);
        QStringList lines;
        QStringList openers;
        for (const QString& line : dataLines(name, u"furniture"_s))
            (line.startsWith("> "_L1) ? openers : lines)
                .append(line.startsWith("> "_L1) ? line.sliced(2) : line);
        language->furniture = wholeLine(lines);
        language->furnitureToEnd = wholeLine(openers);
    }
    return *language;
}

} // namespace assay
