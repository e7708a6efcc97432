// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/serve.h"

#include "models/import/format.h"
#include "models/sandbox/forkserver.h"

#include <QCborArray>
#include <QFile>

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
            return tools.words ? tools.words(file) : QByteArray();
        if (file.wanted == SourceFile::Wanted::Marked)
            return tools.mark ? tools.mark(file) : QByteArray();
        Reading reading = readSource(file);
        if (reading && reading->format == "pdf"_L1 && tools.contents)
            tools.contents(file.bytes, *reading);
        QByteArray document = encodeDocument(reading);
        if (document.size() <= qsizetype(largestAnswer))
            return document;
        return encodeDocument(refuse(u"It has too much text for one article."_s));
    } catch (const std::bad_alloc&) {
        return encodeDocument(refuse(u"Reading it takes more memory than a file may have."_s));
    }
}

/// Reads a page of our own with every importer that has something to look up, so that no child has
/// to: words of page furniture, patterns, tables of encodings.
static void warmUp()
{
    QFile file(u":/import/warmup.html"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray page = file.readAll();
    const QByteArray western = QString::fromUtf8(page).toLatin1().replace("utf-8", "latin1");
    const QByteArray letter = "From: A <a@example.org>\nSubject: A page\nContent-Type: text/html; "
                              "charset=utf-8\n\n"
        + page;
    for (const auto& [bytes, name] :
        { std::pair(page, u"a.html"_s), std::pair(western, u"b.html"_s), std::pair(page, u"c.md"_s),
            std::pair(page, u"d.txt"_s), std::pair(letter, u"e.eml"_s) })
        static_cast<void>(encodeDocument(readSource({ bytes, name, {} })));
}

int serveImports(int control, const PdfTools& tools)
{
    return serveForks(
        control, processorSeconds,
        [&tools](const QByteArray& request) {
            return request.isEmpty() ? suffixes() : answer(request, tools);
        },
        &warmUp);
}

} // namespace assay
