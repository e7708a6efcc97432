// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/library/librarypanel.h"

#include "views/library/articledelegate.h"
#include "views/library/compositionbar.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace assay {

using namespace Qt::StringLiterals;

LibraryPanel::LibraryPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new ArticleListModel(this))
    , m_filter(new ArticleFilter(m_model, this))
    , m_delegate(new ArticleDelegate(this))
    , m_field(new QLineEdit)
    , m_order(new QToolButton)
    , m_list(new QListView)
    , m_empty(new QLabel(tr("No article fits this filter.")))
    , m_pages(new QStackedWidget)
    , m_legend(new QLabel)
    , m_bar(new CompositionBar(10))
{
    setObjectName(u"panel"_s);
    m_field->setClearButtonEnabled(true);
    m_field->setAccessibleName(tr("Filter articles"));
    m_order->setText(tr("Sort"));
    m_order->setToolTip(tr("Order of the articles, and which are listed"));
    m_order->setAccessibleName(m_order->toolTip());
    m_order->setPopupMode(QToolButton::InstantPopup);
    m_order->setFocusPolicy(Qt::TabFocus);
    fillOrderMenu();
    auto* whole = new QLabel(tr("THIS PROJECT"));
    whole->setObjectName(u"section"_s);
    m_legend->setWordWrap(true);
    m_legend->setTextFormat(Qt::RichText);
    m_empty->setObjectName(u"empty"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_list->setModel(m_filter);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setDragEnabled(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers); // the action says when
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Articles"));
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    auto* above = new QHBoxLayout;
    above->setContentsMargins(12, 8, 12, 6);
    above->addWidget(m_field, 1);
    above->addWidget(m_order);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(14, 0, 14, 0);
    below->addWidget(m_bar);
    below->addWidget(m_legend);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    column->addLayout(above);
    column->addWidget(m_pages, 1);
    column->addWidget(whole);
    column->addLayout(below);
    const auto at = [](const QModelIndex& index) {
        return index.data(ArticleListModel::IdRole).value<ArticleId>();
    };
    connect(m_list, &QListView::clicked, this,
        [this, at](const QModelIndex& index) { emit chosen(at(index)); });
    connect(m_list, &QListView::activated, this,
        [this, at](const QModelIndex& index) { emit chosen(at(index)); });
    m_field->installEventFilter(this);
    connect(m_list, &QListView::customContextMenuRequested, this, &LibraryPanel::showMenu);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_filter->setWords(words);
        refreshCount();
    });
    m_rest.setSingleShot(true);
    m_rest.setInterval(120);
    connect(&m_rest, &QTimer::timeout, this, &LibraryPanel::refresh);
    refresh();
}

void LibraryPanel::fillOrderMenu()
{
    auto* menu = new QMenu(m_order);
    auto* orders = new QActionGroup(menu);
    const auto order = [&](const QString& text, ArticleFilter::Order each) {
        QAction* action = menu->addAction(text, this, [this, each] { setOrder(each); });
        action->setCheckable(true);
        action->setChecked(each == ArticleFilter::Added);
        orders->addAction(action);
    };
    order(tr("As They Came In"), ArticleFilter::Added);
    order(tr("By Title"), ArticleFilter::Title);
    order(tr("Least Tagged First"), ArticleFilter::Progress);
    order(tr("Most Marketing First"), ArticleFilter::Marketing);
    order(tr("Latest First Caveat First"), ArticleFilter::FirstCaveat);
    menu->addSeparator();
    auto* states = new QActionGroup(menu);
    const auto status = [&](const QString& text, std::optional<ArticleStatus> each) {
        QAction* action = menu->addAction(text, this, [this, each] { setStatus(each); });
        action->setCheckable(true);
        action->setChecked(!each);
        states->addAction(action);
    };
    status(tr("All Articles"), {});
    status(tr("Only Not Started"), ArticleStatus::ToDo);
    status(tr("Only Started"), ArticleStatus::Started);
    status(tr("Only Done"), ArticleStatus::Done);
    status(tr("Only Skipped"), ArticleStatus::Skipped);
    m_order->setMenu(menu);
}

/// Larger words ask for a wider panel. The list below may get as low as a line, so that with twice
/// as large words and the comparison open the window still fits a small screen.
void LibraryPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    setMinimumWidth(fontMetrics().averageCharWidth() * 22);
    m_pages->setMinimumHeight(fontMetrics().height());
}

void LibraryPanel::setProject(Project* project)
{
    if (m_project)
        m_project->disconnect(this);
    if (m_project)
        disconnect(m_project, nullptr, &m_rest, nullptr);
    m_project = project;
    m_model->setProject(project);
    if (project) {
        // A legend of rich text costs more than a key press may: it follows when the keys rest.
        connect(project, &Project::changed, &m_rest, qOverload<>(&QTimer::start));
        connect(project, &Project::opened, this, &LibraryPanel::refresh);
    }
    refresh();
}

void LibraryPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_delegate->setTheme(theme);
    m_bar->setTheme(theme);
    m_list->viewport()->update();
    refresh();
}

void LibraryPanel::setOrder(ArticleFilter::Order order)
{
    m_filter->setOrder(order);
}

void LibraryPanel::setStatus(std::optional<ArticleStatus> status)
{
    m_filter->setStatus(status);
    refreshCount();
}

void LibraryPanel::setCurrent(ArticleId article)
{
    const QModelIndex index = m_filter->mapFromSource(m_model->index(m_model->rowOf(article)));
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        m_list->clearSelection();
}

ArticleId LibraryPanel::current() const
{
    return m_list->currentIndex().data(ArticleListModel::IdRole).value<ArticleId>();
}

void LibraryPanel::startRename(ArticleId article)
{
    m_field->clear();
    setStatus({});
    setCurrent(article);
    m_list->setFocus();
    m_list->edit(m_list->currentIndex());
}

void LibraryPanel::refreshCount()
{
    m_field->setPlaceholderText(tr("Filter %n article(s)", nullptr, m_model->rowCount()));
    m_pages->setCurrentIndex(m_filter->rowCount() == 0 && m_model->rowCount() > 0 ? 1 : 0);
}

void LibraryPanel::refresh()
{
    const Composition made
        = m_project ? m_project->state().composition(m_project->reviewer()) : Composition();
    refreshCount();
    m_bar->setComposition(made);
    const qreal total = std::max<qsizetype>(1, made.total());
    QStringList parts;
    for (const Tag tag : { Tag::Evidence, Tag::Marketing, Tag::Caveat, Tag::None, Tag::Untagged }) {
        const QString share = tr("%1 % %2").arg(
            QString::number(qRound(100.0 * static_cast<qreal>(made.of(tag)) / total)),
            tagWord(tag));
        const QColor colour = tag == Tag::Untagged ? m_theme.track : m_theme.of(tag).line;
        parts.append(
            u"<span style=\"white-space:nowrap\"><span style=\"color:%1\">■</span>&nbsp;%2</span>"_s
                .arg(colour.name(), share.toHtmlEscaped().replace(u' ', u"&nbsp;"_s)));
    }
    m_legend->setText(parts.join(u"&nbsp; "_s));
}

/// From the field, down is into the list, Return shows what stands first there, and Escape takes
/// the words back before it leaves.
bool LibraryPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && !m_field->text().isEmpty()) {
        m_field->clear();
        return true;
    }
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if ((key != Qt::Key_Down && !enter) || m_filter->rowCount() == 0)
        return QWidget::eventFilter(watched, event);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_filter->index(0, 0));
    if (enter)
        emit chosen(current());
    else
        m_list->setFocus();
    return true;
}

void LibraryPanel::showMenu(const QPoint& at)
{
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid())
        return;
    const auto article = index.data(ArticleListModel::IdRole).value<ArticleId>();
    emit chosen(article); // the window's actions are about the article that is shown
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(
        tr("Show in the Other Reader"), this, [this, article] { emit chosenForOther(article); });
    menu->addSeparator();
    menu->addActions(m_menuActions);
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

} // namespace assay
