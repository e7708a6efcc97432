// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/statisticsdialog.h"

#include "views/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace assay {

using namespace Qt::StringLiterals;

StatisticsDialog::StatisticsDialog(
    QList<ArticleStatistics> articles, const QStringList& agreement, QWidget* parent)
    : QDialog(parent)
    , m_articles(std::move(articles))
    , m_counting(new QComboBox)
    , m_model(new QStandardItemModel(this))
    , m_table(new QTableView)
{
    setWindowTitle(tr("Statistics"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(std::min(1180, parent->width()), std::min(600, parent->height()));
    ArticleStatistics all;
    all.title = tr("Whole project");
    for (const ArticleStatistics& each : std::as_const(m_articles)) {
        all.sentences += each.sentences;
        all.words += each.words;
    }
    m_articles.append(all);
    m_counting->addItems({ tr("By sentences"), tr("By words") });
    m_counting->setAccessibleName(tr("What is counted"));
    m_table->setModel(m_model);
    m_table->setAccessibleName(windowTitle());
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->verticalHeader()->hide();
    auto* about
        = new QLabel(tr("Shares are of what is tagged or still to be tagged; page furniture "
                        "and untagged headings do not count."));
    about->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->addWidget(about, 1);
    head->addWidget(m_counting);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* toClipboard = buttons->addButton(tr("Copy Table"), QDialogButtonBox::ActionRole);
    connect(toClipboard, &QPushButton::clicked, this, &StatisticsDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    if (!agreement.isEmpty()) {
        auto* lines = new QLabel(agreement.join(u'\n'));
        lines->setTextFormat(Qt::PlainText);
        lines->setWordWrap(true);
        lines->setTextInteractionFlags(Qt::TextSelectableByMouse);
        lines->setAccessibleName(tr("Agreement"));
        column->addWidget(lines);
    }
    column->addWidget(buttons);
    connect(m_counting, &QComboBox::currentIndexChanged, this, &StatisticsDialog::fill);
    fill();
    for (int i = 1; i < m_model->columnCount(); ++i)
        m_table->resizeColumnToContents(i);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void StatisticsDialog::fill()
{
    const bool byWords = m_counting->currentIndex() == 1;
    const int widths = m_model->columnCount();
    m_model->removeRows(0, m_model->rowCount());
    QStringList titles{ tr("Article"), byWords ? tr("Words") : tr("Sentences"), tr("Tagged") };
    for (const Tag tag : allTags)
        titles.append(tagTitle(tag) + u" %"_s);
    titles.append(tr("First caveat at %"));
    m_model->setHorizontalHeaderLabels(titles);
    const auto number = [](qint64 value) {
        auto* item = new QStandardItem;
        item->setData(value, Qt::DisplayRole);
        item->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        return item;
    };
    for (const ArticleStatistics& each : std::as_const(m_articles)) {
        const Composition& made = byWords ? each.words : each.sentences;
        const double total = static_cast<double>(std::max<qsizetype>(1, made.total()));
        QList<QStandardItem*> row{ new QStandardItem(each.title), number(made.total()),
            number(made.tagged()) };
        for (const Tag tag : allTags)
            row.append(number(qRound(100.0 * static_cast<double>(made.of(tag)) / total)));
        row.append(number(qRound(100 * each.firstCaveat)));
        if (each.firstCaveat < 0)
            row.last()->setText(u"–"_s);
        m_model->appendRow(row);
    }
    if (widths == 0)
        m_model->setSortRole(Qt::DisplayRole);
}

/// Tab-separated, as spreadsheets take it.
void StatisticsDialog::copy() const
{
    QString text;
    for (int column = 0; column < m_model->columnCount(); ++column)
        text += m_model->headerData(column, Qt::Horizontal).toString()
            + (column + 1 < m_model->columnCount() ? u'\t' : u'\n');
    for (int row = 0; row < m_model->rowCount(); ++row) {
        for (int column = 0; column < m_model->columnCount(); ++column)
            text += m_model->index(row, column).data().toString().simplified()
                + (column + 1 < m_model->columnCount() ? u'\t' : u'\n');
    }
    QGuiApplication::clipboard()->setText(text);
}

} // namespace assay
