// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/lexicon.h"

#include "models/compare/lexiconfile.h"

#include <QFile>
#include <QHash>
#include <QMutex>

namespace assay {

using namespace Qt::StringLiterals;

const Lexicon& Lexicon::load(QStringView language)
{
    static QMutex mutex;
    static QHash<QString, std::shared_ptr<const Lexicon>> kept;
    const QMutexLocker lock(&mutex);
    std::shared_ptr<const Lexicon>& lexicon = kept[language.left(2).toString()];
    if (!lexicon)
        lexicon.reset(new Lexicon(language.left(2).toString()));
    return *lexicon;
}

Lexicon::Lexicon(const QString& language)
    : m_language(language)
    , m_reader(std::make_unique<WordReader>(language, &m_irregular))
{
    m_known = QFile::exists(u":/compare/%1/stop.txt"_s.arg(language));
    if (m_known) {
        readWords();
        readGroups();
        readPhrases();
        readMeasures();
        readFixed();
    }
    m_reader.reset();
}

std::unique_ptr<WordReader> Lexicon::reader() const
{
    return std::make_unique<WordReader>(m_language, &m_irregular);
}

QString Lexicon::read(const QString& name) const
{
    QFile file(u":/compare/%1/%2.txt"_s.arg(m_language, name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

static std::vector<quint32> groups(QStringView numbers, quint32 salt)
{
    std::vector<quint32> found;
    if (numbers != "-"_L1) {
        for (const QStringView number : numbers.tokenize(u','))
            found.push_back(number.toString().toUInt(nullptr, 36) * 2 + salt);
    }
    return found;
}

static void join(std::vector<quint32>& to, const std::vector<quint32>& more)
{
    for (const quint32 each : more) {
        if (!std::ranges::contains(to, each))
            to.push_back(each);
    }
}

void Lexicon::readWords()
{
    const QString text = read(u"words"_s);
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        const qsizetype blank = line.indexOf(u' ');
        if (line.startsWith(u'='))
            m_irregular.emplace(
                wordHash(line.sliced(1, blank - 1)), line.sliced(blank + 1).toString());
    }
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        if (line.startsWith(u'#') || line.startsWith(u'='))
            continue;
        QList<QStringView> fields;
        for (const QStringView field : line.tokenize(u' '))
            fields.append(field);
        if (fields.size() != 4)
            continue;
        Entry& entry = m_entries[m_reader->stems(fields[0]).front()];
        entry.count += static_cast<float>(fields[1].toInt());
        join(entry.same, groups(fields[2], 0));
        join(entry.wider, groups(fields[3], 0));
    }
    const QString stop = read(u"stop"_s);
    for (const QStringView line : QStringView(stop).tokenize(u'\n')) {
        if (!line.startsWith(u'#')) {
            for (const quint32 word : m_reader->words(line))
                m_stop.insert(word);
        }
    }
    forEachLine(read(u"negations"_s), [&](QStringView name, const QList<QStringView>& parts) {
        for (const QStringView part : parts) {
            if (name == "hard"_L1 && !part.contains(u' '))
                m_negations.insert(wordHash(part));
        }
    });
}

/// The stem a word or phrase is read as; a phrase becomes known as one word.
quint32 Lexicon::stemFor(QStringView phrase)
{
    const std::vector<quint32> stems = m_reader->stems(phrase);
    if (stems.size() == 1)
        return stems.front();
    const quint32 whole = wordHash(phrase);
    m_phrases.add(stems, whole);
    return whole;
}

void Lexicon::readGroups()
{
    quint32 group = 1; // odd numbers: the even ones are those of words.txt
    forEachLine(read(u"synonyms"_s), [&](QStringView, const QList<QStringView>& parts) {
        for (const QStringView part : parts)
            join(m_entries[stemFor(part)].same, { group });
        group += 2;
    });
    quint32 matter = 0;
    forEachLine(read(u"concepts"_s), [&](QStringView, const QList<QStringView>& parts) {
        for (const QStringView part : parts)
            join(m_entries[stemFor(part)].matters, { matter });
        ++matter;
    });
    quint32 pair = 0;
    const QString opposites = read(u"opposites"_s);
    for (const QStringView line : QStringView(opposites).tokenize(u'\n')) {
        if (line.startsWith(u'#') || !line.contains(u'|'))
            continue;
        bool right = false;
        for (const QStringView side : line.tokenize(u'|')) {
            for (const QStringView part : side.tokenize(u','))
                m_entries[stemFor(part.trimmed())].opposites.emplace_back(pair, right);
            right = true;
        }
        ++pair;
    }
}

void Lexicon::readPhrases()
{
    const auto add = [&](const QString& file, PhraseTable& table, const auto& value) {
        forEachLine(read(file), [&](QStringView name, const QList<QStringView>& parts) {
            const quint32 of = value(name);
            for (const QStringView part : parts)
                table.add(m_reader->words(part), of);
        });
    };
    add(u"negations"_s, m_denials, [](QStringView name) {
        return static_cast<quint32>(name == "hard"_L1 ? Hard : name == "soft"_L1 ? Soft : Neither);
    });
    add(u"subjects"_s, m_subjects, [](QStringView name) {
        return static_cast<quint32>(name == "clause"_L1 ? Clause
                : name == "another"_L1                  ? Another
                : name == "control"_L1                  ? Control
                : name == "some"_L1                     ? Some
                : name == "advice"_L1                   ? Advice
                : name == "anyone"_L1                   ? Anyone
                : name == "conduct"_L1                  ? Conduct
                                                        : Beside);
    });
    readSides(u"groups"_s, mostSides, m_apart);
    readSides(u"comparatives"_s, 2, m_comparatives);
    add(u"equals"_s, m_equals, [](QStringView) { return 1U; });
    add(u"bounds"_s, m_bounds, [](QStringView name) {
        return static_cast<quint32>(name == "most"_L1 ? Bound::AtMost
                : name == "least"_L1                  ? Bound::AtLeast
                                                      : Bound::About);
    });
    add(u"roles"_s, m_roles, [&](QStringView name) {
        m_roleNames.append(name.toString());
        return static_cast<quint32>(m_roleNames.size());
    });
    m_ageRole = static_cast<quint8>(m_roleNames.indexOf("age"_L1) + 1);
    add(u"stance"_s, m_stances, [](QStringView name) {
        return static_cast<quint32>(name == "uncertain"_L1 ? Uncertain
                : name == "assured"_L1                     ? Assured
                                                           : Null);
    });
    QStringList works;
    add(u"credits"_s, m_credits, [&](QStringView name) {
        const bool inFront = name.endsWith(" of"_L1);
        const QString work = name.first(name.indexOf(u' ')).toString();
        if (!works.contains(work))
            works.append(work);
        return static_cast<quint32>(2 * works.indexOf(work) + (inFront ? 1 : 0));
    });
    add(u"inherit"_s, m_inheriting, [](QStringView) { return 1U; });
    forEachLine(read(u"sources"_s), [&](QStringView, const QList<QStringView>& parts) {
        for (const QStringView part : parts)
            m_sources.add(m_reader->words(part), static_cast<quint32>(m_sourceNames.size()));
        m_sourceNames.append(parts.front().toString());
    });
}

/// Lines of up to `most` sides parted by "|": a phrase has the number of its line times `most`, and
/// that of its side.
void Lexicon::readSides(const QString& file, quint32 most, PhraseTable& table) const
{
    quint32 groups = 0;
    const QString text = read(file);
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        if (line.startsWith(u'#') || !line.contains(u'|'))
            continue;
        quint32 side = 0;
        for (const QStringView group : line.tokenize(u'|')) {
            for (const QStringView part : group.tokenize(u','))
                table.add(m_reader->words(part.trimmed()), groups * most + side % most);
            ++side;
        }
        ++groups;
    }
}

template <typename Map>
static const typename Map::mapped_type* find(const Map& map, quint32 key)
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

const Lexicon::Entry* Lexicon::entry(quint32 stem) const
{
    return find(m_entries, stem);
}

const Lexicon::Measure* Lexicon::measure(quint32 word) const
{
    return find(m_measures, word);
}

const Lexicon::NumberWord* Lexicon::number(quint32 word) const
{
    return find(m_numbers, word);
}

int Lexicon::month(quint32 word) const
{
    const int* month = find(m_months, word);
    return month ? *month : 0;
}

} // namespace assay
