// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/placerisk.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStorageInfo>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("CopiesFlow", text);
}

QString riskOfPlace(const QString& path)
{
    const QString folder = QFileInfo(path).absolutePath();
    static const QStringList synced{ u"Dropbox"_s, u"OneDrive"_s, u"Nextcloud"_s, u"ownCloud"_s,
        u"Google Drive"_s, u"GoogleDrive"_s, u"iCloud Drive"_s, u"Syncthing"_s, u"Sync"_s,
        u"pCloud Drive"_s, u"Seafile"_s, u"MEGA"_s };
    const QStringList parts = folder.split(u'/');
    for (const QString& part : parts) {
        if (synced.contains(part, Qt::CaseInsensitive))
            return say("a folder that %1 keeps in step with other computers").arg(part);
    }
    const QString system = QString::fromLatin1(QStorageInfo(folder).fileSystemType());
    static const QStringList network{ u"nfs"_s, u"cifs"_s, u"smb"_s, u"sshfs"_s, u"afs"_s, u"9p"_s,
        u"davfs"_s, u"gvfs"_s };
    for (const QString& name : network) {
        if (system.contains(name))
            return say("a network folder (%1)").arg(system);
    }
    return {};
}

} // namespace assay
