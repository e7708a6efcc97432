// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/importer.h"

#include "models/text/blocks.h"
#include "models/text/decode.h"
#include "models/text/language.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Import", text);
}

static const Importer* importerFor(const QString& suffix)
{
    for (const auto& importer : importers()) {
        if (importer->suffixes().contains(suffix.toLower()))
            return importer.get();
    }
    return nullptr;
}

ImportedArticle importPlainText(const QString& text, const QString& fileName)
{
    const Language& language = Language::english();
    ImportedArticle article;
    article.text = text;
    const QList<Block> blocks = plainBlocks(article.text, language);
    article.layout = layoutOf(article.text, blocks, language);
    article.title = titleOf(article.text, blocks);
    article.provenance.file = fileName;
    article.provenance.format = u"text"_s;
    article.provenance.encoding = u"UTF-8"_s;
    article.provenance.language = language.name;
    return article;
}

static Expected<QByteArray> readBytes(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(say("%1 does not exist.").arg(path));
    if (info.isDir())
        return fail(say("%1 is a folder, not an article.").arg(path));
    if (!info.isFile())
        return fail(say("%1 is not an ordinary file.").arg(path));
    if (info.size() > maximumFileSize)
        return fail(say("%1 is %2; Assay reads files up to %3.")
                .arg(path, QLocale().formattedDataSize(info.size()),
                    QLocale().formattedDataSize(maximumFileSize)));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(say("%1 cannot be read: %2.").arg(path, file.errorString()));
    QByteArray bytes = file.read(maximumFileSize + 1);
    if (bytes.size() > maximumFileSize)
        return fail(say("%1 grew while it was read.").arg(path));
    if (bytes.isEmpty())
        return fail(say("%1 is empty.").arg(path));
    return bytes;
}

Expected<ImportedArticle> importFile(const QString& path)
{
    const Expected<QByteArray> bytes = readBytes(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QFileInfo info(path);
    const Importer* importer = importerFor(info.suffix());
    if (!importer)
        importer = importerFor(u"txt"_s);
    Expected<ImportedArticle> article = importer->read(*bytes, info.fileName());
    if (!article)
        return fail(say("%1: %2").arg(path, article.error().message), article.error().detail);
    if (article->text.size() > maximumTextLength)
        return fail(say("%1 has more than %2 characters of text, too many for one article.")
                .arg(path, QLocale().toString(maximumTextLength)));
    if (article->layout.units.isEmpty())
        return fail(say("%1 holds no text.").arg(path));
    article->original = *bytes;
    article->provenance.origin = info.absoluteFilePath();
    article->provenance.sha256 = QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256);
    article->provenance.imported = QDateTime::currentDateTimeUtc();
    return article;
}

} // namespace assay
