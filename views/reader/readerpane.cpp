// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reader/readerpane.h"

#include "models/items/articlelistmodel.h"
#include "views/library/compositionbar.h"
#include "views/library/tagstripbar.h"
#include "views/reader/findbar.h"
#include "views/reader/overviewruler.h"

#include <QStyle>
#include <QApplication>
#include <QDrag>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedLayout>
#include <QToolButton>

namespace assay {

using namespace Qt::StringLiterals;

/// A label that ends in "…" where its text does not fit.
class ElidedLabel final : public QLabel {
protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(contentsRect(), Qt::AlignVCenter,
            fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
    }
};

ReaderPane::ReaderPane(QWidget* parent)
    : QWidget(parent)
    , m_reader(new Reader)
    , m_ruler(new OverviewRuler(m_reader))
    , m_title(new ElidedLabel)
    , m_source(new QLabel)
    , m_hint(new QLabel)
    , m_close(new QToolButton)
    , m_bar(new CompositionBar(6))
    , m_strip(new TagStripBar)
    , m_find(new FindBar(m_reader))
    , m_head(new QWidget)
    , m_stack(new QStackedLayout)
{
    m_head->setObjectName(u"readerHead"_s);
    m_title->setObjectName(u"title"_s);
    m_source->setObjectName(u"small"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_source->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_hint->setObjectName(u"hint"_s);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_close->setText(u"×"_s);
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this reader"));
    m_close->setAccessibleName(m_close->toolTip());
    m_close->setFocusPolicy(Qt::NoFocus);
    connect(m_close, &QToolButton::clicked, this, &ReaderPane::closeRequested);
    auto* names = new QHBoxLayout;
    names->addWidget(m_title, 1);
    names->addWidget(m_source);
    names->addWidget(m_close);
    auto* head = new QVBoxLayout(m_head);
    head->setContentsMargins(18, 7, 10, 9);
    head->setSpacing(5);
    head->addLayout(names);
    head->addWidget(m_bar);
    head->addWidget(m_strip);
    auto* text = new QWidget;
    auto* row = new QHBoxLayout(text);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_reader, 1);
    row->addWidget(m_ruler);
    m_stack->addWidget(text);
    m_stack->addWidget(m_hint);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addLayout(m_stack, 1);
    column->addWidget(m_find); // below: the text does not move when it comes
    setFocusProxy(m_reader);
    setAcceptDrops(true);
    m_reader->setAcceptDrops(false); // what is dropped is for the pane or the window
    m_reader->viewport()->setAcceptDrops(false);
    m_head->installEventFilter(this);
    m_bar->installEventFilter(this);
    m_head->setCursor(Qt::OpenHandCursor);
    m_head->setToolTip(tr("Drag onto the other reader to show this article there"));
    m_close->setCursor(Qt::ArrowCursor);
    m_rest.setSingleShot(true);
    m_rest.setInterval(60); // the strip looks at every unit: after the keys rest
    connect(&m_rest, &QTimer::timeout, this, &ReaderPane::refreshComposition);
    connect(m_ruler, &OverviewRuler::unitChosen, m_reader, [this](qsizetype unit) {
        m_reader->setCurrentUnit(unit);
        m_reader->setFocus();
    });
    connect(m_reader, &Reader::loaded, this, &ReaderPane::refresh);
    connect(m_reader, &Reader::articleChanged, this, &ReaderPane::refresh);
    refresh();
}

void ReaderPane::setProject(Project* project)
{
    if (m_project)
        m_project->disconnect(this);
    m_project = project;
    m_reader->setProject(project);
    m_ruler->setProject(project);
    m_find->setProject(project);
    if (project) {
        connect(project, &Project::changed, this, [this](const ChangeSet& changes) {
            const ArticleState* article = m_project->state().article(m_reader->article());
            if (article && !article->isPresent() && !article->isEarlier())
                m_reader->showArticle({});
            if (changes.reviewers || changes.articles)
                return refresh();
            for (const ChangeSet::Units& units : changes.units) {
                if (units.article == m_reader->article())
                    return m_rest.start();
            }
        });
        connect(project, &Project::textFailed, this, [this](ArticleId id, const Error& error) {
            if (id == m_reader->article()) {
                m_hint->setText(error.message);
                m_stack->setCurrentIndex(1);
            }
        });
    }
    refresh();
}

void ReaderPane::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_reader->setTheme(theme);
    m_bar->setTheme(theme);
    m_strip->setTheme(theme);
    m_ruler->setProject(m_project);
}

void ReaderPane::setActive(bool active)
{
    m_active = active;
    m_head->setProperty("active", active);
    m_head->style()->unpolish(m_head); // so that the style looks at the property again
    m_head->style()->polish(m_head);
}

void ReaderPane::refresh()
{
    const ArticleState* article
        = m_project ? m_project->state().article(m_reader->article()) : nullptr;
    m_stack->setCurrentIndex(article ? 0 : 1);
    m_bar->setVisible(article);
    m_strip->setVisible(article);
    if (!article) {
        m_title->clear();
        m_source->clear();
        m_hint->setText(tr("Choose an article in the list on the left,\nor drop a file here."));
        return;
    }
    m_title->setText(article->facts().title);
    m_title->setToolTip(article->facts().title + u'\n' + article->facts().provenance.origin);
    m_title->setAccessibleName(article->facts().title);
    refreshComposition();
}

void ReaderPane::refreshComposition()
{
    const ArticleState* article
        = m_project ? m_project->state().article(m_reader->article()) : nullptr;
    if (!article)
        return;
    const ReviewerId me = m_project->reviewer();
    const Composition made = article->composition(me);
    const QList<Tag> tags = article->tags(me);
    m_source->setText(tr("%n sentence(s)", nullptr, static_cast<int>(made.total())));
    fitHead();
    m_bar->setComposition(made);
    m_strip->setStrip(tagStrip(article->units(), tags, TagStripBar::cells));
}

/// Where there is little room, as with large letters, it is the title's.
void ReaderPane::fitHead()
{
    const int title = 20 * m_title->fontMetrics().averageCharWidth();
    m_source->setVisible(width() > title + m_source->sizeHint().width());
}

void ReaderPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHead();
}

/// Counting words looks at the whole text: only when somebody asks.
void ReaderPane::sayComposition()
{
    const ArticleState* article
        = m_project ? m_project->state().article(m_reader->article()) : nullptr;
    const std::optional<QString> text
        = article ? m_project->text(m_reader->article()) : std::nullopt;
    if (!text)
        return;
    const ReviewerId me = m_project->reviewer();
    m_bar->setToolTip(tr("By sentences: %1\nBy words: %2")
            .arg(compositionText(article->composition(me)),
                compositionText(wordComposition(article->units(), article->tags(me), *text))));
}

void ReaderPane::dragEnterEvent(QDragEnterEvent* event)
{
    const ArticleId article = ArticleListModel::articleOf(*event->mimeData());
    if (!article.isNull() && article != m_reader->article())
        event->acceptProposedAction();
}

void ReaderPane::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    emit articleDropped(ArticleListModel::articleOf(*event->mimeData()));
}

/// The head is what an article is dragged by.
bool ReaderPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_bar) {
        if (event->type() == QEvent::ToolTip)
            sayComposition();
        return QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressed = static_cast<QMouseEvent*>(event)->pos();
        m_reader->setFocus();
    } else if (event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if ((mouse->buttons() & Qt::LeftButton) && !m_reader->article().isNull()
            && (mouse->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
            auto* dragged = new QMimeData;
            dragged->setData(
                QLatin1StringView(ArticleListModel::mimeType), m_reader->article().toBytes());
            auto* drag = new QDrag(this);
            drag->setMimeData(dragged);
            drag->setPixmap(m_title->grab());
            drag->exec(Qt::CopyAction);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace assay
