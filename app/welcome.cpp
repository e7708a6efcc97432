// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/welcome.h"

#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace assay {

using namespace Qt::StringLiterals;

Welcome::Welcome(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_buttons(new QVBoxLayout)
{
    setObjectName(u"welcome"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_title->setObjectName(u"welcomeTitle"_s);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    auto* inner = new QWidget;
    inner->setMaximumWidth(600);
    auto* column = new QVBoxLayout(inner);
    column->setSpacing(14);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(m_buttons);
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(inner, 1000); // as wide as it may be, where there is room
    middle->addStretch(1);
    auto* outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addLayout(middle);
    outer->addStretch(3);
}

void Welcome::refresh(bool hasProject, const QStringList& recent)
{
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const auto button = [this](const QString& text, auto signal) {
        auto* each = new QPushButton(text);
        each->setMinimumHeight(36);
        connect(each, &QPushButton::clicked, this, signal);
        m_buttons->addWidget(each);
        return each;
    };
    if (hasProject) {
        m_title->setText(tr("This project has no articles yet"));
        m_text->setText(tr("Add articles, or drop them on this window. Each sentence can then be "
                           "tagged with one key: "
                           "E evidence, M marketing, C caveat, 0 none of these."));
        button(tr("Add Articles…"), &Welcome::addRequested)->setDefault(true);
        return;
    }
    m_title->setText(tr("Review health articles, sentence by sentence"));
    m_text->setText(
        tr("A project is one file that holds the articles and everything you say about them. "
           "Make one, open one, or drop articles on this window to start."));
    QPushButton* first = button(tr("New Project…"), &Welcome::newRequested);
    first->setDefault(true);
    first->setFocus();
    button(tr("Open Project…"), &Welcome::openRequested);
    button(tr("Compare Two Files…"), &Welcome::compareRequested);
    button(tr("Try the Sample Project"), &Welcome::sampleRequested);
    if (!recent.isEmpty()) {
        auto* label = new QLabel(tr("Recent projects"));
        label->setObjectName(u"small"_s);
        m_buttons->addWidget(label);
    }
    for (const QString& path : recent.first(std::min<qsizetype>(5, recent.size()))) {
        QPushButton* each
            = button(QFileInfo(path).completeBaseName(), [this, path] { emit recentChosen(path); });
        each->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // names may be long
        each->setToolTip(path);
    }
}

} // namespace assay
