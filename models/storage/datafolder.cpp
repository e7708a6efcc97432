// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/datafolder.h"

#include "models/storage/database.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>
#include <QtEndian>

#include <filesystem>

namespace assay {

namespace fs = std::filesystem;

bool isProjectUuid(const QString& text)
{
    const QUuid uuid = QUuid::fromString(text);
    return !uuid.isNull() && uuid.toString(QUuid::WithoutBraces) == text;
}

bool isProjectFile(const QString& path)
{
    constexpr qint64 place = 68; // of the application's id in SQLite's file format
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(place + 4);
    return head.startsWith("SQLite format 3") && head.size() == place + 4
        && qFromBigEndian<qint32>(head.constData() + place) == Database::applicationId;
}

QString insideFolder(const QString& folder, const QString& name)
{
    const bool plain = !name.isEmpty() && name != QStringLiteral(".")
        && name != QStringLiteral("..") && !name.contains(u'/') && !name.contains(QChar::Null);
    if (folder.isEmpty() || !plain)
        return {};
    const QString path = folder + u'/' + name;
    return QFileInfo(path).isSymLink() ? QString() : path;
}

QString recoveryFolder(const QString& root, const QString& uuid)
{
    if (root.isEmpty() || !isProjectUuid(uuid))
        return {};
    return insideFolder(root, uuid);
}

bool makeOwnFolder(const QString& path)
{
    if (path.isEmpty())
        return false;
    const fs::path wanted(QFile::encodeName(path).toStdString());
    std::error_code error;
    QList<fs::path> missing;
    for (fs::path at = wanted; !at.empty() && !fs::exists(at, error); at = at.parent_path())
        missing.prepend(at);
    for (const fs::path& folder : std::as_const(missing)) {
        if (!fs::create_directory(folder, error) && error)
            return false;
        fs::permissions(folder, fs::perms::owner_all, error);
    }
    return fs::is_directory(wanted, error);
}

void keepToOwner(const QString& path)
{
    std::error_code error;
    fs::permissions(fs::path(QFile::encodeName(path).toStdString()),
        fs::perms::owner_read | fs::perms::owner_write, error);
}

void narrowFolder(const QString& path)
{
    const fs::path folder(QFile::encodeName(path).toStdString());
    std::error_code error;
    constexpr fs::perms others = fs::perms::group_all | fs::perms::others_all;
    if (fs::is_symlink(folder, error))
        return;
    // What is below was narrowed before the folder itself.
    if (const fs::file_status status = fs::status(folder, error); error
        || status.type() != fs::file_type::directory
        || (status.permissions() & others) == fs::perms::none)
        return;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
        it.increment(error)) {
        std::error_code own;
        if (!it->is_symlink(own))
            fs::permissions(it->path(), others, fs::perm_options::remove, own);
    }
    fs::permissions(folder, others, fs::perm_options::remove, error);
}

} // namespace assay
