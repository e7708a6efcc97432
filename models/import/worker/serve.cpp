// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/worker/serve.h"

#include "models/import/format.h"
#include "models/import/pages/pdfpages.h"
#include "models/import/worker/confine.h"
#include "models/import/worker/frames.h"

#include <QCborArray>

#include <new>

namespace assay {

using namespace Qt::StringLiterals;

/// Processor time for one file, in seconds.
static constexpr unsigned processorSeconds = 10;

static QByteArray suffixes()
{
    QStringList all;
    for (const auto& format : formats())
        all += format->suffixes();
    return QCborArray::fromStringList(all).toCborValue().toCbor();
}

static QByteArray answer(const QByteArray& request, const PdfTools& tools)
{
    try {
        const SourceFile file = decodeRequest(request);
        if (file.wanted == SourceFile::Wanted::Words)
            return pdfWords(file.bytes);
        if (file.wanted == SourceFile::Wanted::Marked)
            return tools.mark ? tools.mark(file) : QByteArray();
        Reading reading = readSource(file);
        if (reading && reading->format == "pdf"_L1 && tools.contents) {
            tools.contents(file.bytes, *reading);
            findWordsUnder(reading->marks, file.bytes);
        }
        QByteArray document = encodeDocument(reading);
        if (document.size() <= qsizetype(largestAnswer))
            return document;
        return encodeDocument(refuse(u"It has too much text for one article."_s));
    } catch (const std::bad_alloc&) {
        return encodeDocument(refuse(u"Reading it takes more memory than a file may have."_s));
    }
}

int serveImports(int input, int output, const PdfTools& tools)
{
    confine();
    while (std::optional<QByteArray> request = readFrame(input, largestRequest)) {
        allowProcessorTime(processorSeconds);
        if (!writeFrame(output, request->isEmpty() ? suffixes() : answer(*request, tools)))
            return 1;
    }
    return 0;
}

} // namespace assay
