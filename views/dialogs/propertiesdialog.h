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
    /// `readers`: who can read the project's file, in words.
    PropertiesDialog(
        const ArticleFacts& facts, qsizetype units, const QString& readers, QWidget* parent);

signals:
    void originalWanted(); ///< the bytes of the file are to be saved somewhere
    void encodingChosen(const QString& encoding); ///< the file is to be read again with it

private:
    void addEncoding(QFormLayout* form, const Provenance& from);
};

} // namespace assay
