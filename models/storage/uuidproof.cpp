// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/uuidproof.h"

#include <QCryptographicHash>

namespace assay {

QString proofOfUuid(const QString& uuid)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(uuid.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString mendedUuid(const QString& uuid, const QString& proof)
{
    constexpr qsizetype length = 36; // of a uuid; more is no damage of a byte
    if (uuid.size() != length || proof.isEmpty() || proofOfUuid(uuid) == proof)
        return uuid;
    for (qsizetype i = 0; i < uuid.size(); ++i) {
        QString tried = uuid;
        for (const QChar c : QStringLiteral("0123456789abcdef-")) {
            tried[i] = c;
            if (proofOfUuid(tried) == proof)
                return tried;
        }
    }
    return uuid;
}

} // namespace assay
