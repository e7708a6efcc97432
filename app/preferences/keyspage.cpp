// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preferences/keyspage.h"

#include "app/actions.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace assay {

using namespace Qt::StringLiterals;

KeysPage::KeysPage(Actions& actions)
    : m_actions(actions)
    , m_field(new QLineEdit)
    , m_list(new QTreeWidget)
    , m_edit(new QKeySequenceEdit)
    , m_assign(new QPushButton(tr("&Only This Key")))
    , m_add(new QPushButton(tr("This Key &Too")))
    , m_reset(new QPushButton(tr("As It &Came")))
    , m_conflict(new QLabel)
{
    m_field->setPlaceholderText(tr("Filter"));
    m_field->setAccessibleName(tr("Filter actions"));
    m_field->setClearButtonEnabled(true);
    m_list->setHeaderLabels({ tr("Action"), tr("Keys") });
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_edit->setMaximumSequenceLength(1);
    m_edit->setAccessibleName(tr("New key"));
    m_conflict->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    for (QPushButton* each : { m_assign, m_add, m_reset }) {
        each->setAutoDefault(false);
        row->addWidget(each);
    }
    auto* all = new QPushButton(tr("&All as They Came"));
    all->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    column->addWidget(m_conflict);
    column->addWidget(all, 0, Qt::AlignLeading);
    connect(m_field, &QLineEdit::textChanged, this, &KeysPage::filter);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &KeysPage::choose);
    connect(m_edit, &QKeySequenceEdit::keySequenceChanged, this, &KeysPage::warn);
    connect(m_assign, &QPushButton::clicked, this, [this] { apply(false); });
    connect(m_add, &QPushButton::clicked, this, [this] { apply(true); });
    connect(m_reset, &QPushButton::clicked, this,
        [this] { m_actions.setKeys(current(), m_actions.defaultKeys(current())); });
    connect(all, &QPushButton::clicked, &actions, &Actions::resetKeys);
    connect(&actions, &Actions::keysChanged, this, &KeysPage::fill);
    fill();
}

QByteArray KeysPage::current() const
{
    const QTreeWidgetItem* item = m_list->currentItem();
    // A list that is tabbed into has a current row without marking it: that one is not chosen.
    const bool chosen = item && item->isSelected() && !item->isHidden();
    return chosen ? item->data(0, Qt::UserRole).toByteArray() : QByteArray();
}

void KeysPage::fill()
{
    const QByteArray before = current();
    m_list->clear();
    for (const ActionSpec& spec : m_actions.table()) {
        QStringList keys;
        for (const QKeySequence& key : m_actions.action(spec.id)->shortcuts())
            keys.append(key.toString(QKeySequence::NativeText));
        auto* item = new QTreeWidgetItem(m_list, { actionTitle(spec.text), keys.join(u"   "_s) });
        item->setData(0, Qt::UserRole, QByteArray(spec.id));
        if (m_actions.action(spec.id)->shortcuts() != spec.keys) {
            QFont changed = font();
            changed.setBold(true);
            item->setFont(1, changed);
        }
        if (before == spec.id)
            m_list->setCurrentItem(item);
    }
    m_list->header()->resizeSection(0, fontMetrics().averageCharWidth() * 48);
    filter(m_field->text());
    choose();
}

void KeysPage::filter(const QString& words)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_list->topLevelItem(i);
        item->setHidden(!item->text(0).contains(words, Qt::CaseInsensitive)
            && !item->text(1).contains(words, Qt::CaseInsensitive));
    }
    choose();
}

void KeysPage::choose()
{
    m_edit->clear();
    m_edit->setEnabled(!current().isEmpty());
    m_reset->setEnabled(!current().isEmpty());
    warn();
}

/// Says who has the key before it is taken.
void KeysPage::warn()
{
    const QKeySequence key = m_edit->keySequence();
    m_assign->setEnabled(!current().isEmpty() && !key.isEmpty());
    m_add->setEnabled(m_assign->isEnabled());
    const QByteArray owner = key.isEmpty() ? QByteArray() : m_actions.ownerOf(key, current());
    m_conflict->setText(owner.isEmpty() ? QString()
                                        : tr("⚠ %1 is the key of “%2”, which would lose it.")
                                              .arg(key.toString(QKeySequence::NativeText),
                                                  m_actions.action(owner)->text().remove(u'&')));
}

void KeysPage::apply(bool add)
{
    const QKeySequence key = m_edit->keySequence();
    if (key.isEmpty() || current().isEmpty())
        return;
    QList<QKeySequence> keys;
    if (add)
        keys = m_actions.action(current())->shortcuts();
    keys.removeAll(key);
    keys.append(key);
    m_actions.setKeys(current(), keys);
    m_edit->setFocus(); // not the button behind the one that was pressed: it takes all keys back
}

} // namespace assay
