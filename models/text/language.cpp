// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/language.h"

#include <QDir>
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

/// The word lists, by the names of their files.
static constexpr std::pair<const char16_t*, WordKind> lists[] = {
    { u"never", NeverEnds },
    { u"before-number", BeforeNumber },
    { u"general", Abbreviation },
    { u"often-ends", OftenEnds },
    { u"units", UnitOfMeasure },
    { u"times", TimeOfDay },
    { u"after-times", AfterTime },
    { u"months", Month },
    { u"starters", Starter },
    { u"small-starters", SmallStarter },
    { u"labels", Label },
    { u"leads", Lead },
    { u"common", Common },
    { u"top-level", TopLevel },
};

static std::shared_ptr<Language> read(const QString& name)
{
    auto language = std::make_shared<Language>();
    language->name = name;
    for (const auto& [file, kind] : lists) {
        const QStringList words
            = dataLines(name, QString(file)).join(u' ').split(u' ', Qt::SkipEmptyParts);
        for (const QString& word : words)
            language->words.add(word, kind);
    }
    language->ordinalStops = dataLines(name, u"rules"_s).contains(u"ordinal-stops"_s);
    for (const QString& line : dataLines(name, u"furniture"_s)) {
        if (line.startsWith("> "_L1) || line.startsWith("~ "_L1))
            language->furnitureToEnd.add(line.sliced(2));
        if (line.startsWith("~ "_L1))
            language->furnitureRun.add(line.sliced(2));
        else if (!line.startsWith("> "_L1))
            language->furniture.add(line);
    }
    return language;
}

const Language& Language::load(const QString& name)
{
    static QMutex mutex;
    static QHash<QString, std::shared_ptr<Language>> loaded;
    const QMutexLocker lock(&mutex);
    std::shared_ptr<Language>& language = loaded[name];
    if (!language)
        language = read(name);
    return *language;
}

const QStringList& Language::all()
{
    static const QStringList names
        = QDir(u":/segmentation"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    return names;
}

/// Calls `use` with the first words of a text: some thousand are plenty.
template <typename Use>
static void forEachWord(QStringView text, const Use& use)
{
    constexpr qsizetype sample = 20'000; // UTF-16 units
    const QStringView head = text.first(std::min(text.size(), sample));
    for (qsizetype start = 0; start < head.size();) {
        qsizetype end = start;
        while (end < head.size() && head[end].isLetter())
            ++end;
        if (end > start)
            use(head.sliced(start, end - start));
        start = std::max(end, start + 1);
    }
}

double Language::shareOfCommon(QStringView text) const
{
    int all = 0;
    int common = 0;
    forEachWord(text, [&](QStringView word) {
        ++all;
        common += (words.kindsOf(word) & Common) != 0;
    });
    return all > 0 ? static_cast<double>(common) / all : 0;
}

const Language& Language::of(QStringView text)
{
    QList<int> counts(all().size());
    forEachWord(text, [&](QStringView word) {
        for (qsizetype i = 0; i < counts.size(); ++i)
            counts[i] += (load(all()[i]).words.kindsOf(word) & Common) != 0;
    });
    const int own = counts.value(all().indexOf(u"en"_s));
    const auto best = std::max_element(counts.begin(), counts.end());
    if (best == counts.end() || *best < 5 || *best * 2 < own * 3)
        return english();
    return load(all()[best - counts.begin()]);
}

} // namespace assay
