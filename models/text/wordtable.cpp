// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/wordtable.h"

namespace assay {

static char16_t small(QChar c)
{
    const char16_t code = c.unicode();
    if (code < 128)
        return code >= u'A' && code <= u'Z' ? static_cast<char16_t>(code + 32) : code;
    return c.toLower().unicode();
}

/// FNV-1a over the small letters.
static quint32 hashOf(QStringView word)
{
    quint32 hash = 2166136261U;
    for (const QChar c : word)
        hash = (hash ^ small(c)) * 16777619U;
    return hash;
}

const WordTable::Slot& WordTable::slotFor(QStringView word, quint32 hash) const
{
    for (std::size_t at = hash & (m_slots.size() - 1);; at = (at + 1) & (m_slots.size() - 1)) {
        const Slot& slot = m_slots[at];
        if (slot.length == 0)
            return slot;
        if (slot.hash != hash || slot.length != word.size())
            continue;
        if (std::equal(word.begin(), word.end(), m_letters.begin() + slot.start,
                [](QChar c, char16_t letter) { return small(c) == letter; }))
            return slot;
    }
}

void WordTable::grow()
{
    std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(m_slots.size() * 2));
    for (const Slot& slot : old) {
        std::size_t at = slot.hash & (m_slots.size() - 1);
        while (slot.length > 0 && m_slots[at].length > 0)
            at = (at + 1) & (m_slots.size() - 1);
        if (slot.length > 0)
            m_slots[at] = slot;
    }
}

void WordTable::add(QStringView word, WordKind kind)
{
    if (word.isEmpty() || word.size() > 255)
        return;
    if (m_used * 2 >= m_slots.size())
        grow();
    const quint32 hash = hashOf(word);
    Slot& slot = const_cast<Slot&>(slotFor(word, hash));
    if (slot.length == 0) {
        slot = { hash, static_cast<quint32>(m_letters.size()), static_cast<quint16>(word.size()),
            0 };
        for (const QChar c : word)
            m_letters.push_back(small(c));
        ++m_used;
    }
    slot.kinds |= kind;
}

quint16 WordTable::kindsOf(QStringView word) const
{
    return word.isEmpty() || word.size() > 255 ? quint16(0) : slotFor(word, hashOf(word)).kinds;
}

} // namespace assay
