// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/propertiesdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace assay {

using namespace Qt::StringLiterals;

/// Encodings that health pages are met in, the likeliest first.
static QStringList encodings()
{
    return { u"UTF-8"_s, u"windows-1252"_s, u"ISO-8859-2"_s, u"windows-1250"_s, u"windows-1251"_s,
        u"KOI8-R"_s, u"ISO-8859-9"_s, u"windows-1253"_s, u"windows-1255"_s, u"windows-1256"_s,
        u"GB18030"_s, u"Big5"_s, u"Shift_JIS"_s, u"EUC-JP"_s, u"EUC-KR"_s, u"UTF-16LE"_s,
        u"UTF-16BE"_s };
}

PropertiesDialog::PropertiesDialog(
    const ArticleFacts& facts, qsizetype units, const QString& readers, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Properties of “%1”").arg(facts.title));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* form = new QFormLayout(this);
    const Provenance& from = facts.provenance;
    const auto add = [&](const QString& name, const QString& value) {
        if (value.isEmpty())
            return;
        auto* label = new QLabel(value);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setMinimumWidth(480);
        label->setAccessibleName(name);
        form->addRow(name, label);
    };
    add(tr("Title"), facts.title);
    add(tr("Author"), from.author);
    add(tr("Published"), from.published);
    add(tr("Site"), from.site);
    add(tr("Address"), from.link);
    add(tr("File"), from.file);
    add(tr("Came from"), from.origin);
    add(tr("Added"),
        QLocale().toString(from.imported.toLocalTime(), QLocale::LongFormat)
            + (from.importer.isEmpty() ? QString() : tr(", by Assay %1").arg(from.importer)));
    add(tr("Format"), from.format);
    add(tr("Language"), from.language);
    addEncoding(form, from);
    add(tr("Units"), QLocale().toString(units));
    add(tr("SHA-256"), QString::fromLatin1(from.sha256.toHex()));
    add(tr("Project"), readers);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* save = buttons->addButton(tr("Save Original…"), QDialogButtonBox::ActionRole);
    save->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    connect(save, &QPushButton::clicked, this, &PropertiesDialog::originalWanted);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    form->addRow(buttons);
}

/// Formats that say themselves how their letters are stored offer no choice.
void PropertiesDialog::addEncoding(QFormLayout* form, const Provenance& from)
{
    if (from.encoding.isEmpty())
        return;
    auto* row = new QHBoxLayout;
    auto* choice = new QComboBox;
    choice->setEditable(true);
    choice->addItems(encodings());
    choice->setEditText(from.encoding);
    choice->setAccessibleName(tr("Encoding"));
    auto* again = new QPushButton(tr("Read Again"));
    again->setToolTip(tr("Reads the original file with the encoding chosen here"));
    again->setEnabled(false);
    again->setAutoDefault(false);
    connect(choice, &QComboBox::editTextChanged, this,
        [again, old = from.encoding](
            const QString& text) { again->setEnabled(!text.trimmed().isEmpty() && text != old); });
    connect(again, &QPushButton::clicked, this,
        [this, choice] { emit encodingChosen(choice->currentText().trimmed()); });
    row->addWidget(choice, 1);
    row->addWidget(again);
    if (from.encodingSource == u"guess") {
        auto* guessed = new QLabel(tr("guessed"));
        row->addWidget(guessed);
    }
    form->addRow(tr("Encoding"), row);
}

} // namespace assay
