// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/importer.h"

#include "models/exchange/reviewfile.h"
#include "models/import/assemble.h"
#include "models/import/importprocess.h"
#include "models/project/bounds.h"
#include "models/text/decode.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <new>
#include <optional>
#include <thread>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Import", text);
}

static Expected<QByteArray> readBytes(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists() && path.contains(QChar::ReplacementCharacter))
        return fail(say("%1: its name has letters that this system's encoding does not have. "
                        "Please rename it.")
                .arg(path));
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
    // Not read(maximumFileSize): that takes as much memory first, however small the file is.
    QByteArray bytes = file.read(std::min(info.size() + 1, maximumFileSize));
    constexpr qint64 step = 1 << 20; // bytes
    for (QByteArray more; bytes.size() <= maximumFileSize; bytes += more) {
        more = file.read(step);
        if (more.isEmpty()) // the end, or a disk that gives no more: then it is an error
            break;
    }
    if (file.error() != QFile::NoError)
        return fail(say("%1 cannot be read: %2.").arg(path, file.errorString()));
    if (bytes.size() > maximumFileSize)
        return fail(say("%1 grew while it was read.").arg(path));
    if (bytes.isEmpty())
        return fail(say("%1 is empty.").arg(path));
    return bytes;
}

ImportedArticle importPlainText(const QString& text, const QString& fileName)
{
    SourceDocument document;
    document.format = u"text"_s;
    document.encoding = u"UTF-8"_s;
    document.plain = text;
    return assemble(document, fileName);
}

/// A PDF of Assay's brings its article back as it was: the words, how they fall into units, and
/// where they came from. Marks on the pages of a PDF leave its bytes in front: those are the
/// original again.
static void takeFromReview(ImportedArticle& article, const QByteArray& bytes)
{
    const Expected<ReviewFile> review = decodeReview(bytes);
    if (!review) {
        article.issues.append({ article.provenance.file, review.error().message });
        return;
    }
    article.review = bytes;
    article.title = review->title;
    article.text = review->text;
    article.layout = review->layout;
    Provenance from = review->provenance;
    const QByteArray original = article.original.first(
        std::min<qsizetype>(review->originalLength, article.original.size()));
    const bool whole = !original.isEmpty()
        && QCryptographicHash::hash(original, QCryptographicHash::Sha256) == from.sha256;
    from.sha256 = whole ? from.sha256 : article.provenance.sha256;
    from.imported = article.provenance.imported;
    from.importer = article.provenance.importer;
    from.file = article.provenance.file;
    if (whole)
        article.original = original;
    else
        from.format = u"review"_s; // its pages are Assay's, and are made anew
    article.provenance = from;
}

Expected<ImportedArticle> importBytes(const QByteArray& bytes, const QString& name,
    ImportProcess& process, const ImportOptions& options)
{
    const Expected<SourceDocument> document = process.read({ bytes, name, options.encoding });
    if (!document)
        return std::unexpected(document.error());
    ImportedArticle article = assemble(*document, name);
    if (article.text.size() > maximumTextLength)
        return fail(say("It has too much text for one article."));
    if (article.layout.units.isEmpty())
        return fail(say("It holds no text."));
    article.original = bytes;
    article.provenance.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    article.provenance.imported = QDateTime::currentDateTimeUtc();
    for (const SourceMark& mark : document->marks)
        article.marks.append({ boundedLine(mark.author, longestName), mark.subject, mark.contents,
            mark.colour, mark.words });
    if (!document->review.isEmpty())
        takeFromReview(article, document->review);
    return article;
}

Expected<ImportedArticle> importFile(
    const QString& path, ImportProcess& process, const ImportOptions& options)
{
    try {
        const Expected<QByteArray> bytes = readBytes(path);
        if (!bytes)
            return std::unexpected(bytes.error());
        const QFileInfo info(path);
        Expected<ImportedArticle> article = importBytes(*bytes, info.fileName(), process, options);
        if (!article)
            return fail(say("%1: %2").arg(path, article.error().message), article.error().detail);
        article->provenance.origin = info.absoluteFilePath();
        return article;
    } catch (const std::bad_alloc&) { // one file of a batch that is too large for this computer
        return fail(say("There is not enough memory to read %1.").arg(path));
    }
}

void importFiles(const QStringList& paths, const ImportOptions& options,
    const std::function<bool(qsizetype, Expected<ImportedArticle>)>& take)
{
    constexpr qsizetype ahead = 8; // results that may wait: keeps memory flat
    const auto workers = std::min<qsizetype>(
        { paths.size(), 4, std::max<qsizetype>(1, std::thread::hardware_concurrency()) });
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::optional<Expected<ImportedArticle>>> results(
        static_cast<std::size_t>(paths.size()));
    qsizetype next = 0;
    qsizetype taken = 0;
    bool stopped = false;
    const auto work = [&] {
        ImportProcess process;
        std::unique_lock lock(mutex);
        while (true) {
            changed.wait(
                lock, [&] { return stopped || next >= paths.size() || next < taken + ahead; });
            if (stopped || next >= paths.size())
                return;
            const qsizetype index = next++;
            lock.unlock();
            Expected<ImportedArticle> result = importFile(paths[index], process, options);
            lock.lock();
            results[static_cast<std::size_t>(index)] = std::move(result);
            changed.notify_all();
        }
    };
    std::vector<std::jthread> threads;
    for (qsizetype i = 0; i < workers; ++i)
        threads.emplace_back(work);
    for (qsizetype i = 0; i < paths.size(); ++i) {
        std::unique_lock lock(mutex);
        auto& slot = results[static_cast<std::size_t>(i)];
        changed.wait(lock, [&] { return slot.has_value(); });
        Expected<ImportedArticle> result = std::move(*slot);
        slot.reset();
        lock.unlock();
        const bool goOn = take(i, std::move(result));
        lock.lock();
        ++taken;
        stopped = !goOn;
        changed.notify_all();
        if (stopped)
            return;
    }
}

/// Whether a file that stands in a folder is taken: by its name, since a folder holds style sheets,
/// pictures and projects, too. The old kinds of Word come in so that they are named with what to
/// do.
static bool mayBeArticle(const QFileInfo& file)
{
    static const QStringList suffixes
        = ImportProcess().suffixes() + QStringList{ u"doc"_s, u"dot"_s, u"rtf"_s };
    return !file.fileName().startsWith(u'.') && suffixes.contains(file.suffix().toLower());
}

QStringList articleFiles(const QStringList& paths)
{
    QStringList files;
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir()) {
            files.append(path);
            continue;
        }
        QStringList found;
        // Not QDirIterator: behind a name that is not UTF-8 it leaves others out.
        namespace fs = std::filesystem;
        std::error_code unreadable;
        fs::recursive_directory_iterator folder(fs::path(QFile::encodeName(path).toStdString()),
            fs::directory_options::skip_permission_denied, unreadable);
        for (const fs::recursive_directory_iterator end; !unreadable && folder != end;
            folder.increment(unreadable)) {
            std::error_code gone;
            if (folder->is_symlink(gone) || !folder->is_regular_file(gone))
                continue;
            const QString name
                = QFile::decodeName(QByteArray::fromStdString(folder->path().native()));
            const QStringList inside
                = QDir(path).relativeFilePath(QFileInfo(name).path()).split(u'/');
            static const QStringList saved{ u"_files"_s, u"_fichiers"_s, u"_archivos"_s,
                u"-Dateien"_s, u"-filer"_s };
            const bool part = std::any_of(saved.begin(), saved.end(), [&](const QString& ending) {
                return std::any_of(inside.begin(), inside.end(),
                    [&](const QString& folderName) { return folderName.endsWith(ending); });
            });
            if (!part && mayBeArticle(QFileInfo(name)))
                found.append(name);
        }
        found.sort();
        files += found;
    }
    return files;
}

} // namespace assay
