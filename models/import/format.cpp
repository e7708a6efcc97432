// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/format.h"

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static const Format* formatFor(const SourceFile& file)
{
    const Format* bySuffix = nullptr;
    const Format* plain = nullptr;
    for (const auto& format : formats()) {
        if (format->recognises(file.bytes))
            return format.get();
        if (format->suffixes().contains(file.suffix()))
            bySuffix = format.get();
        if (format->name() == u"text")
            plain = format.get();
    }
    return bySuffix ? bySuffix : plain;
}

Reading readSource(const SourceFile& file)
{
    const Format* format = formatFor(file);
    if (!format)
        return refuse(u"It is of no kind that Assay reads."_s);
    Reading reading = format->read(file);
    if (!reading)
        return reading;
    reading->format = format->name();
    const bool empty = reading->plain.trimmed().isEmpty()
        && std::all_of(reading->blocks.begin(), reading->blocks.end(),
            [](const SourceBlock& block) { return block.text.trimmed().isEmpty(); });
    if (empty)
        return refuse(u"It holds no text."_s);
    return reading;
}

} // namespace assay
