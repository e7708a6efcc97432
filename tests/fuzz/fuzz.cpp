// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds what libFuzzer invents to the segmenter, to each format and to the project opener. The
// environment variable ASSAY_FUZZ_TARGET says to which: "segment", "project", or a format's name.
#include "models/import/assemble.h"
#include "models/import/format.h"
#include "models/import/pages/pdfreading.h"
#include "models/storage/check.h"
#include "models/text/blocks.h"
#include "models/text/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdlib>
#include <unistd.h>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

QByteArray target()
{
    static const QByteArray name = qgetenv("ASSAY_FUZZ_TARGET");
    return name;
}

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

/// Units rise, do not overlap, and hold every character but blanks.
void checkUnits(const QString& text, const Layout& layout)
{
    qint32 at = 0;
    for (const Unit& unit : layout.units) {
        require(unit.range.start >= at && unit.range.end > unit.range.start, "units rise");
        for (qint32 i = at; i < unit.range.start; ++i)
            require(text[i].isSpace(), "every character stands in a unit");
        at = unit.range.end;
    }
    for (qsizetype i = at; i < text.size(); ++i)
        require(text[i].isSpace(), "the end stands in a unit");
}

void feedSegmenter(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const Language& language = Language::load(bytes.size() % 3 == 0 ? u"de"_s : u"en"_s);
    checkUnits(text, layoutOf(text, plainBlocks(text, language), language));
}

void feedProject(const QByteArray& bytes)
{
    static const QString path
        = QDir(u"/dev/shm"_s).filePath(u"fuzz-%1.assay"_s.arg(static_cast<qint64>(getpid())));
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "scratch file");
    file.close();
    if (const auto store = Store::open(path, Database::Mode::Existing)) {
        static_cast<void>((*store)->load());
        static_cast<void>(checkProject(**store));
    }
    for (const char* const part : { "", "-wal", "-shm", "-journal" })
        QFile::remove(path + QLatin1StringView(part));
}

void feedFormat(const QByteArray& bytes)
{
    for (const auto& format : formats()) {
        if (format->name().toLatin1() != target())
            continue;
        const Reading reading = format->read({ bytes, u"fuzz"_s, {} });
        if (!reading)
            return;
        const Expected<SourceDocument> back = decodeDocument(encodeDocument(reading));
        require(back.has_value() || reading->blocks.size() > 1000, "frames survive the pipe");
        if (!back)
            return;
        const ImportedArticle article = assemble(*back, u"fuzz"_s);
        checkUnits(article.text, article.layout);
        return;
    }
    require(false, "ASSAY_FUZZ_TARGET names no target");
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv)
{
    static QCoreApplication application(*argc, *argv);
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) { });
    pdfReader() = &readPdf;
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (target() == "segment")
        feedSegmenter(bytes);
    else if (target() == "project")
        feedProject(bytes);
    else
        feedFormat(bytes);
    return 0;
}
