// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace assay {

/// Asks where a file is to be written; asks again before one that is there is given. A name typed
/// without an ending gets that of `proposal`. Empty: the person does not want to.
QString askWhereToSave(
    QWidget* parent, const QString& title, const QString& proposal, const QString& filter);

} // namespace assay
