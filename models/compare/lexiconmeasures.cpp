// SPDX-License-Identifier: GPL-3.0-or-later
// What a lexicon knows of figures: measures, number words, months, and phrases that stand for one.
#include "models/compare/lexicon.h"
#include "models/compare/lexiconfile.h"

#include <QHash>

namespace assay {

using namespace Qt::StringLiterals;

static Dimension dimensionOf(QStringView name)
{
    static const QHash<QString, Dimension> dimensions{ { u"time"_s, Dimension::Time },
        { u"mass"_s, Dimension::Mass }, { u"dose"_s, Dimension::Dose },
        { u"volume"_s, Dimension::Volume }, { u"length"_s, Dimension::Length },
        { u"energy"_s, Dimension::Energy }, { u"temperature"_s, Dimension::Temperature },
        { u"percent"_s, Dimension::Percent }, { u"money"_s, Dimension::Money },
        { u"times"_s, Dimension::Times } };
    return dimensions.value(name.toString());
}

void Lexicon::readMeasures()
{
    forEachLine(read(u"quantities"_s), [&](QStringView name, const QList<QStringView>& parts) {
        const qsizetype blank = name.indexOf(u' ');
        const Measure measure{ dimensionOf(name.first(blank)), name.sliced(blank + 1).toDouble() };
        for (const QStringView part : parts) {
            for (const quint32 word : m_reader->words(part))
                m_measures.insert_or_assign(word, measure);
        }
    });
    forEachLine(read(u"numbers"_s), [&](QStringView name, const QList<QStringView>& parts) {
        NumberWord number;
        if (name.startsWith(u'*') || name.startsWith(u'/')) {
            number.kind = name.startsWith(u'*') ? NumberWord::Multiplier : NumberWord::Divisor;
            name = name.sliced(1);
        }
        number.value = name.toDouble();
        for (const QStringView part : parts)
            m_numbers.insert_or_assign(wordHash(part), number);
    });
    int month = 0;
    const QString months = read(u"months"_s);
    for (const QStringView word : QStringView(months).tokenize(u'\n')) {
        if (!word.isEmpty() && !word.startsWith(u'#')) {
            ++month;
            for (const quint32 each : m_reader->words(word))
                m_months.emplace(each, month);
        }
    }
}

void Lexicon::readFixed()
{
    forEachLine(read(u"fixed"_s), [&](QStringView name, const QList<QStringView>& parts) {
        const QList<QStringView> fields = name.split(u' ');
        Fixed fixed{ dimensionOf(fields[0]), fields[1].toDouble(),
            fields[2] == "least"_L1 ? Bound::AtLeast : Bound::Exact, 0 };
        if (fields.size() > 3)
            fixed.role = static_cast<quint8>(m_roleNames.indexOf(fields[3]) + 1);
        m_fixed.push_back(fixed);
        for (const QStringView part : parts)
            m_fixedPhrases.add(m_reader->words(part), static_cast<quint32>(m_fixed.size()));
    });
}

} // namespace assay
