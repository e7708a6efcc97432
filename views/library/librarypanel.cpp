// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/library/librarypanel.h"

#include "views/library/articledelegate.h"
#include "views/library/compositionbar.h"

#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

namespace assay {

using namespace Qt::StringLiterals;

LibraryPanel::LibraryPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new ArticleListModel(this))
    , m_delegate(new ArticleDelegate(this))
    , m_list(new QListView)
    , m_heading(new QLabel)
    , m_legend(new QLabel)
    , m_bar(new CompositionBar(10))
{
    setObjectName(u"panel"_s);
    m_heading->setObjectName(u"section"_s);
    auto* whole = new QLabel(tr("THIS PROJECT"));
    whole->setObjectName(u"section"_s);
    m_legend->setWordWrap(true);
    m_legend->setTextFormat(Qt::RichText);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Articles"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    column->addWidget(m_heading);
    column->addWidget(m_list, 1);
    column->addWidget(whole);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(14, 0, 14, 0);
    below->addWidget(m_bar);
    below->addWidget(m_legend);
    column->addLayout(below);
    const auto at = [this](const QModelIndex& index) { return m_model->articleAt(index.row()); };
    connect(m_list, &QListView::clicked, this,
        [this, at](const QModelIndex& index) { emit chosen(at(index)); });
    connect(m_list, &QListView::activated, this,
        [this, at](const QModelIndex& index) { emit chosen(at(index)); });
    connect(m_list, &QListView::customContextMenuRequested, this, &LibraryPanel::showMenu);
    m_rest.setSingleShot(true);
    m_rest.setInterval(120);
    connect(&m_rest, &QTimer::timeout, this, &LibraryPanel::refresh);
    refresh();
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

void LibraryPanel::setCurrent(ArticleId article)
{
    if (const int row = m_model->rowOf(article); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    else
        m_list->clearSelection();
}

ArticleId LibraryPanel::current() const
{
    return m_model->articleAt(m_list->currentIndex().row());
}

void LibraryPanel::refresh()
{
    const Composition made
        = m_project ? m_project->state().composition(m_project->reviewer()) : Composition();
    m_heading->setText(tr("ARTICLES · %1").arg(m_model->rowCount()));
    m_bar->setComposition(made);
    const qreal total = std::max<qsizetype>(1, made.total());
    QStringList parts;
    for (const Tag tag : { Tag::Evidence, Tag::Marketing, Tag::Caveat, Tag::None, Tag::Untagged }) {
        const QString share = tr("%1 % %2").arg(
            QString::number(qRound(100.0 * static_cast<qreal>(made.of(tag)) / total)),
            tagTitle(tag).toLower());
        const QColor colour = tag == Tag::Untagged ? m_theme.track : m_theme.of(tag).line;
        parts.append(
            u"<span style=\"white-space:nowrap\"><span style=\"color:%1\">■</span>&nbsp;%2</span>"_s
                .arg(colour.name(), share.toHtmlEscaped().replace(u' ', u"&nbsp;"_s)));
    }
    m_legend->setText(parts.join(u" &nbsp;"_s));
}

void LibraryPanel::showMenu(const QPoint& at)
{
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid())
        return;
    const ArticleId article = m_model->articleAt(index.row());
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show Here"), this, [this, article] { emit chosen(article); });
    menu->addAction(
        tr("Show in the Other Reader"), this, [this, article] { emit chosenForOther(article); });
    menu->addSeparator();
    menu->addAction(
        tr("Remove from Project"), this, [this, article] { emit removeRequested(article); });
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

} // namespace assay
