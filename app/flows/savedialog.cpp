// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/savedialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>

namespace assay {

using namespace Qt::StringLiterals;

QString askWhereToSave(
    QWidget* parent, const QString& title, const QString& proposal, const QString& filter)
{
    const QFileInfo proposed(proposal);
    QFileDialog dialog(parent, title, proposed.absolutePath(), filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setDefaultSuffix(proposed.suffix());
    // With several kinds of file, the one that is chosen.
    QObject::connect(
        &dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString& kind) {
            static const QRegularExpression ending(u"\\*\\.(\\w+)"_s);
            if (const auto match = ending.match(kind); match.hasMatch())
                dialog.setDefaultSuffix(match.captured(1));
        });
    dialog.selectFile(proposed.fileName());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace assay
