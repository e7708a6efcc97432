// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/placememory.h"

#include "models/storage/datafolder.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSaveFile>

namespace assay {

using namespace Qt::StringLiterals;

PlaceMemory::PlaceMemory(const QString& folder, const QString& path)
{
    // Behind links it is the same file.
    const QFileInfo info(path);
    const QString real = info.canonicalFilePath();
    const QByteArray place = (real.isEmpty() ? info.absoluteFilePath() : real).toUtf8();
    m_path = insideFolder(
        folder, u"known-"_s + QString::fromLatin1(contentHash(place).toHex().first(16)));
}

static QByteArray lineOf(const Head& head)
{
    return head.replica.toString().toLatin1() + ' ' + QByteArray::number(head.n) + ' '
        + head.chain.toHex() + '\n';
}

QList<Head> PlaceMemory::heads() const
{
    QHash<ReplicaId, Head> known;
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QList<QByteArray> parts = line.split(' ');
        if (parts.size() != 3)
            continue; // cut short
        const Head head{ ReplicaId::fromString(QString::fromLatin1(parts[0])),
            parts[1].toLongLong(), QByteArray::fromHex(parts[2]) };
        if (!head.replica.isNull() && head.chain.size() == 32
            && known.value(head.replica).n < head.n)
            known.insert(head.replica, head);
    }
    return known.values();
}

void PlaceMemory::add(const QList<Head>& heads) const
{
    QFile file(m_path);
    if (m_path.isEmpty() || heads.isEmpty()
        || !file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered,
            QFile::ReadOwner | QFile::WriteOwner))
        return;
    QByteArray lines;
    for (const Head& head : heads)
        lines += lineOf(head);
    file.write(lines); // one write: lines of several programs do not mix
}

void PlaceMemory::replace(const QList<Head>& heads) const
{
    QSaveFile file(m_path);
    if (m_path.isEmpty() || !makeOwnFolder(QFileInfo(m_path).path())
        || !file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    for (const Head& head : heads)
        file.write(lineOf(head));
    file.commit();
}

} // namespace assay
