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

/// Says what a file is that Assay does not read, so that the person knows what to do.
static std::optional<Finding> knownStranger(const QByteArray& bytes)
{
    if (bytes.startsWith("\xD0\xCF\x11\xE0"))
        return Finding{
            u"It is an old Word file, or one locked with a password. Save it as .docx without one."_s,
            {}
        };
    if (bytes.startsWith("{\\rtf"))
        return Finding{ u"It is a rich text file. Save it as .docx or .odt."_s, {} };
    for (const char* const picture : { "\x89PNG", "\xFF\xD8\xFF", "GIF8", "II*", "RIFF" }) {
        if (bytes.startsWith(picture))
            return Finding{ u"It is a picture or a sound, not a text."_s, {} };
    }
    return {};
}

PdfReader& pdfReader()
{
    static PdfReader reader = nullptr;
    return reader;
}

Reading readSource(const SourceFile& file)
{
    if (std::optional<Finding> stranger = knownStranger(file.bytes))
        return std::unexpected(*stranger);
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
