// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/canonicaljson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace assay {

static QJsonValue composed(const QJsonValue& value)
{
    if (value.isString())
        return value.toString().normalized(QString::NormalizationForm_C);
    if (value.isDouble())
        return value.toInteger();
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue& item : value.toArray())
            array.append(composed(item));
        return array;
    }
    if (value.isObject()) {
        // QJsonObject keeps its keys sorted, which makes the order canonical.
        QJsonObject object;
        const QJsonObject from = value.toObject();
        for (auto it = from.begin(); it != from.end(); ++it)
            object.insert(it.key().normalized(QString::NormalizationForm_C), composed(it.value()));
        return object;
    }
    return value;
}

QByteArray canonicalJson(const QJsonObject& object)
{
    return QJsonDocument(composed(object).toObject()).toJson(QJsonDocument::Compact);
}

} // namespace assay
