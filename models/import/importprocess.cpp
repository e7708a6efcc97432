// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/importprocess.h"

#include <QCborArray>
#include <QCborValue>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <atomic>

namespace assay {

using namespace Qt::StringLiterals;

ImportProcess::ImportProcess()
    : m_process(program(u"assay-import"_s))
    , m_pdfs(program(u"assay-import-pdf"_s))
{
}

QString ImportProcess::program(const QString& name)
{
    const QDir here(QCoreApplication::applicationDirPath());
    for (const QString& folder : { u""_s, u"../libexec/"_s, u"../app/"_s, u"../../app/"_s }) {
        if (const QString path = here.filePath(folder + name); QFileInfo(path).isExecutable())
            return path;
    }
    return name;
}

Expected<SourceDocument> ImportProcess::read(const SourceFile& file)
{
    const bool isPdf = looksLikePdf(file.bytes) || file.suffix() == "pdf"_L1;
    const Expected<QByteArray> answer = (isPdf ? m_pdfs : m_process).ask(encodeRequest(file));
    Expected<SourceDocument> document
        = answer ? decodeDocument(*answer) : std::unexpected(answer.error());
    static std::atomic_flag told;
    if (document && !told.test_and_set()) {
        const auto layers = isPdf ? m_pdfs.confinement() : m_process.confinement();
        for (const QString& missing : layers.value_or(Confinement()).missing())
            document->findings.append({ missing, {} });
    }
    return document;
}

Expected<PlacedWords> ImportProcess::words(const QByteArray& pdf)
{
    const Expected<QByteArray> answer
        = m_pdfs.ask(encodeRequest({ pdf, {}, {}, SourceFile::Wanted::Words, {} }));
    if (!answer)
        return std::unexpected(answer.error());
    if (const QString problem = findingIn(*answer); !problem.isEmpty())
        return fail(problem);
    return decodeWords(*answer);
}

Expected<QByteArray> ImportProcess::marked(const QByteArray& pdf, const QByteArray& marks)
{
    const Expected<QByteArray> answer
        = m_pdfs.ask(encodeRequest({ pdf, {}, {}, SourceFile::Wanted::Marked, marks }));
    if (!answer)
        return std::unexpected(answer.error());
    if (const QString problem = findingIn(*answer); !problem.isEmpty())
        return fail(problem);
    return answer;
}

QStringList ImportProcess::suffixes()
{
    QStringList all;
    if (const Expected<QByteArray> answer = m_process.ask({})) {
        for (const QCborValue& each : QCborValue::fromCbor(*answer).toArray())
            all.append(each.toString());
    }
    return all;
}

} // namespace assay
