// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/comparepanel.h"

#include "views/compare/matchdelegate.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QScrollArea>
#include <QSlider>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

namespace assay {

using namespace Qt::StringLiterals;

ComparePanel::ComparePanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new MatchListModel(this))
    , m_delegate(new MatchDelegate(this))
    , m_tabs(new QTabBar)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_threshold(new QLabel)
    , m_notice(new QLabel)
    , m_list(new QListView)
    , m_details(new QLabel)
{
    setObjectName(u"panel"_s);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setAccessibleName(tr("Lists of the comparison"));
    for (const MatchTab tab : allMatchTabs)
        m_tabs->addTab(matchTabTitle(tab));
    m_tabs->setCurrentIndex(static_cast<int>(m_model->tab()));
    m_slider->setRange(0, 95);
    m_slider->setPageStep(5);
    m_slider->setFixedWidth(120);
    m_slider->setAccessibleName(tr("Least likeness that counts as a match"));
    m_slider->setToolTip(m_slider->accessibleName());
    m_threshold->setObjectName(u"small"_s);
    m_notice->setObjectName(u"small"_s);
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(12, 4, 12, 6);
    m_notice->hide();
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Matches"));
    m_list->installEventFilter(this);
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::RichText);
    m_details->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setContentsMargins(14, 8, 14, 10);
    m_details->setAccessibleName(tr("Difference of the pair"));
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_details);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(300);
    m_list->setMinimumWidth(300);
    auto* parts = new QSplitter;
    parts->addWidget(m_list);
    parts->addWidget(scroll);
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(1);
    parts->setStretchFactor(0, 5);
    parts->setStretchFactor(1, 3);
    parts->setSizes({ 700, 420 });
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 12, 2);
    head->addWidget(m_tabs, 1);
    head->addWidget(m_threshold);
    head->addWidget(m_slider);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_notice);
    column->addWidget(parts, 1);
    m_show.setSingleShot(true);
    m_show.setInterval(20);
    connect(&m_show, &QTimer::timeout, this, [this] {
        if (isVisible())
            showDetails();
    });
    m_rest.setSingleShot(true);
    m_rest.setInterval(150);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        m_model->refresh();
        refreshTabs();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_model->setTab(static_cast<MatchTab>(index));
        setCurrent(m_current && m_model->rowOf(*m_current) < 0 && m_model->rowCount() == 0
                ? std::nullopt
                : m_current);
        refreshTabs();
    });
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        m_model->setThreshold(static_cast<float>(value) / 100);
        refreshTabs();
        m_show.start();
        emit thresholdChanged();
    });
    const auto choose = [this](const QModelIndex& index) {
        if (m_setting || !index.isValid())
            return;
        const Match match = m_model->match(index.row()); // whoever is told may change the rows
        emit chosen(match);
    };
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, choose);
    connect(m_list, &QListView::clicked, this, choose);
    refreshTabs();
}

void ComparePanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_delegate->setTheme(theme);
    m_list->viewport()->update();
    showDetails();
}

void ComparePanel::setComparison(const Project* project,
    const std::shared_ptr<const ComparedArticles>& compared,
    const std::shared_ptr<const Comparison>& comparison)
{
    m_project = project;
    m_compared = compared;
    m_setting = true;
    m_model->setComparison(project, compared, comparison);
    m_setting = false;
    setCurrent({});
    refreshTabs();
}

void ComparePanel::refresh()
{
    m_rest.start();
}

void ComparePanel::refreshTabs()
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        const auto tab = static_cast<MatchTab>(i);
        const qsizetype count = m_model->count(tab);
        m_tabs->setTabText(
            i, m_compared ? u"%1 %2"_s.arg(matchTabTitle(tab)).arg(count) : matchTabTitle(tab));
    }
    m_threshold->setText(
        tr("From %1").arg(QLocale().toString(static_cast<double>(m_model->threshold()), 'f', 2)));
}

void ComparePanel::setNotice(const QString& notice)
{
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

void ComparePanel::setCurrent(const std::optional<Match>& match)
{
    m_current = match;
    m_setting = true;
    const int row = match ? m_model->rowOf(*match) : -1;
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    else
        m_list->selectionModel()->clear();
    if (row < 0 && m_list->hasFocus())
        ringFirstRow();
    m_setting = false;
    m_show.start(); // follows once the key that moved the cursor is answered
}

void ComparePanel::showTab(MatchTab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

QString ComparePanel::details()
{
    showDetails();
    return m_details->text();
}

void ComparePanel::showEvent(QShowEvent* event)
{
    m_show.start();
    QWidget::showEvent(event);
}

void ComparePanel::showDetails()
{
    m_show.stop();
    if (m_current && m_compared) {
        m_details->setText(describe(*m_current));
        return;
    }
    const auto tab = static_cast<MatchTab>(m_tabs->currentIndex());
    const qsizetype leftOut = m_model->leftOut(tab);
    const QString hint = !m_compared || m_model->rowCount() > 0
        ? tr("Choose a sentence or a row to see what is different.")
        : leftOut > 0 ? tr("Nothing is this much alike. The slider leaves out %n weaker pair(s).",
                            nullptr, static_cast<int>(leftOut))
                      : whyEmpty(tab);
    m_details->setText(
        u"<p style=\"color:%1\">%2</p>"_s.arg(m_theme.muted.name(), hint.toHtmlEscaped()));
}

/// A list that gets the focus makes its first row the current one, as if it were chosen. It may be
/// looked at, and leaves the readers where they are.
void ComparePanel::ringFirstRow()
{
    m_list->selectionModel()->setCurrentIndex(m_model->index(0), QItemSelectionModel::NoUpdate);
}

bool ComparePanel::eventFilter(QObject* watched, QEvent* event)
{
    const QModelIndex at = m_list->currentIndex();
    if (watched == m_list && event->type() == QEvent::FocusIn && !at.isValid()) {
        m_setting = true;
        ringFirstRow();
        m_setting = false;
    }
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool goes
            = key->key() == Qt::Key_Down || key->key() == Qt::Key_Up || key->key() == Qt::Key_Space;
        if (goes && at.isValid() && !m_list->selectionModel()->hasSelection()) {
            // The row that has only the ring is the first to be chosen.
            m_list->selectionModel()->select(at, QItemSelectionModel::ClearAndSelect);
            const Match match = m_model->match(at.row());
            emit chosen(match);
            return true;
        }
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return
            || key->key() == Qt::Key_Enter) {
            emit left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace assay
