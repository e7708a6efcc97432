// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/listdialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace assay {

ListDialog::ListDialog(
    const QString& title, const QString& about, QAbstractItemModel* model, QWidget* parent)
    : QDialog(parent)
    , m_list(new QListView)
    , m_row(new QHBoxLayout)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 460);
    model->setParent(this);
    m_list->setModel(model);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setAccessibleName(title);
    auto* words = new QLabel(about);
    words->setWordWrap(true);
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    m_row->addStretch(1);
    m_row->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(words);
    column->addWidget(m_list, 1);
    column->addLayout(m_row);
    connect(
        m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ListDialog::refresh);
    connect(model, &QAbstractItemModel::modelReset, this, &ListDialog::refresh);
    m_list->setCurrentIndex(model->index(0, 0));
    m_list->setFocus();
}

void ListDialog::showWhole()
{
    m_list->setUniformItemSizes(false);
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setSpacing(3);
}

void ListDialog::addButton(const QString& text, std::function<void(int row)> act)
{
    auto* button = new QPushButton(text);
    const auto run = [this, act = std::move(act)] {
        if (const QModelIndex at = m_list->currentIndex(); at.isValid())
            act(at.row());
    };
    connect(button, &QPushButton::clicked, this, run);
    if (m_buttons.isEmpty()) {
        button->setDefault(true);
        connect(m_list, &QListView::doubleClicked, this, run);
    }
    m_row->insertWidget(static_cast<int>(m_buttons.size()), button);
    m_buttons.append(button);
    refresh();
}

QPushButton* ListDialog::addStanding(const QString& text)
{
    auto* button = new QPushButton(text);
    button->setDefault(true);
    m_row->insertWidget(0, button);
    return button;
}

void ListDialog::refresh()
{
    for (QPushButton* button : std::as_const(m_buttons))
        button->setEnabled(m_list->currentIndex().isValid());
}

} // namespace assay
