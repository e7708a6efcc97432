// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/event.h"

#include <QDialog>

class QFormLayout;

namespace assay {

/// Where an article came from, word for word. Says what was asked for; changes nothing itself.
class PropertiesDialog : public QDialog {
    Q_OBJECT

public:
    PropertiesDialog(const ArticleFacts& facts, qsizetype units, QWidget* parent);

signals:
    void originalWanted(); ///< the bytes of the file are to be saved somewhere
    void encodingChosen(const QString& encoding); ///< the file is to be read again with it

private:
    void addEncoding(QFormLayout* form, const Provenance& from);
};

} // namespace assay
