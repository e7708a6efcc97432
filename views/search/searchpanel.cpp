// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search/searchpanel.h"

#include "views/search/resultdelegate.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace assay {

using namespace Qt::StringLiterals;

SearchPanel::SearchPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new SearchModel(this))
    , m_delegate(new ResultDelegate(this))
    , m_field(new QLineEdit)
    , m_words(new QCheckBox(tr("Whole words")))
    , m_tag(new QComboBox)
    , m_who(new QComboBox)
    , m_unsure(new QCheckBox(tr("Unsure")))
    , m_noted(new QCheckBox(tr("With a note")))
    , m_count(new QLabel)
    , m_list(new QListView)
{
    setObjectName(u"panel"_s);
    m_field->setPlaceholderText(tr("Find in all articles and notes"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setClearButtonEnabled(true);
    m_tag->setAccessibleName(tr("Tag"));
    m_tag->addItem(tr("Any tag"), -1);
    for (const Tag tag : { Tag::Evidence, Tag::Marketing, Tag::Caveat, Tag::None, Tag::Untagged })
        m_tag->addItem(tagTitle(tag), static_cast<int>(tag));
    m_who->setAccessibleName(tr("Reviewer"));
    for (QComboBox* box : { m_tag, m_who })
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_count->setObjectName(u"small"_s);
    m_count->setWordWrap(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Sentences found"));
    auto* above = new QVBoxLayout;
    above->setContentsMargins(12, 8, 12, 6);
    above->setSpacing(6);
    above->addWidget(m_field);
    auto* filters = new QHBoxLayout;
    filters->addWidget(m_tag, 1);
    filters->addWidget(m_who, 1);
    above->addLayout(filters);
    auto* flags = new QHBoxLayout;
    flags->addWidget(m_words);
    flags->addWidget(m_unsure);
    flags->addWidget(m_noted);
    flags->addStretch(1);
    above->addLayout(flags);
    above->addWidget(m_count);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(above);
    column->addWidget(m_list, 1);

    // A row that somebody went to is not the next one any more.
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this] { m_isNext = false; });
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        keepCurrent([this] { m_model->refresh(); });
        refreshCount();
    });
    m_rest.setInterval(150);
    connect(&m_search, &ProjectSearch::found, this, [this](const SearchResult& result) {
        keepCurrent([&] { m_model->setResult(result); });
        refreshCount();
        if (result.needle != std::exchange(m_needle, result.needle)
            || !m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model->index(0));
        emit resultsChanged();
    });
    connect(m_field, &QLineEdit::textChanged, this, &SearchPanel::ask);
    connect(m_words, &QCheckBox::toggled, this, &SearchPanel::ask);
    for (QComboBox* box : { m_tag, m_who })
        connect(box, &QComboBox::currentIndexChanged, this, &SearchPanel::takeFilter);
    for (QCheckBox* box : { m_unsure, m_noted })
        connect(box, &QCheckBox::toggled, this, &SearchPanel::takeFilter);
    connect(m_list, &QListView::clicked, this, &SearchPanel::choose);
    connect(m_list, &QListView::activated, this, &SearchPanel::choose);
    for (QWidget* each : std::initializer_list<QWidget*>{ m_field, m_list })
        each->installEventFilter(this);
    refreshCount();
}

void SearchPanel::setProject(Project* project)
{
    if (m_project)
        m_project->disconnect(this);
    m_project = project;
    m_search.setProject(project);
    m_model->setProject(project);
    if (project) {
        connect(project, &Project::changed, this, [this](const ChangeSet& changes) {
            if (changes.reviewers)
                fillReviewers();
            const bool texts = changes.articles || !changes.texts.isEmpty();
            if (changes.articles) { // nothing of what was erased is kept
                m_search.prune();
                m_model->prune();
            }
            if (!isVisible())
                m_stale = m_stale || texts || !changes.units.isEmpty();
            else if (texts)
                ask();
            else
                m_rest.start();
        });
    }
    fillReviewers();
    takeFilter();
}

void SearchPanel::setBlind(bool blind)
{
    m_blind = blind;
    fillReviewers();
    takeFilter();
}

void SearchPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_stale, false))
        ask();
}

/// What is walked from hit to hit must not lose its place when a tag changes on the way.
void SearchPanel::keepCurrent(const std::function<void()>& change)
{
    const int before = m_list->currentIndex().row();
    bool reset = false;
    const auto connection
        = connect(m_model, &QAbstractItemModel::modelReset, this, [&reset] { reset = true; });
    change();
    disconnect(connection);
    if (!reset || before < 0)
        return;
    int row = m_model->rowAfterReset(before);
    const bool gone = row < 0;
    if (gone) // stay where it was, on a row that nobody has been at
        row = std::min(before, m_model->rowCount() - 1);
    m_list->setCurrentIndex(m_model->index(row));
    m_isNext = gone && row == before;
}

void SearchPanel::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
    m_list->viewport()->update();
}

void SearchPanel::fillReviewers()
{
    const QSignalBlocker quiet(m_who);
    const auto chosen = m_who->currentData().value<ReviewerId>();
    m_who->clear();
    if (!m_project)
        return;
    m_who->addItem(tr("My tags"));
    for (const ReviewerId& id : m_project->state().reviewers()) {
        if (id == m_project->reviewer() || m_blind)
            continue;
        m_who->addItem(m_project->state().reviewerName(id), QVariant::fromValue(id));
        if (id == chosen)
            m_who->setCurrentIndex(m_who->count() - 1);
    }
    m_who->setEnabled(m_who->count() > 1);
}

void SearchPanel::startTyping(const QString& text)
{
    // What a list of all notes or unsure sentences asked for is not what somebody types for.
    if (std::exchange(m_listed, false)) {
        const QSignalBlocker a(m_tag), b(m_who), c(m_unsure), d(m_noted);
        m_tag->setCurrentIndex(0);
        m_who->setCurrentIndex(0);
        m_unsure->setChecked(false);
        m_noted->setChecked(false);
        takeFilter();
    }
    if (!text.isEmpty())
        m_field->setText(text);
    m_field->setFocus();
    m_field->selectAll();
    ask();
}

void SearchPanel::showAll(const UnitFilter& filter)
{
    {
        m_field->clear(); // with its signal: the button that clears it goes, too
        const QSignalBlocker a(m_tag), b(m_who), c(m_unsure), d(m_noted);
        m_tag->setCurrentIndex(
            std::max(0, m_tag->findData(filter.tag ? static_cast<int>(*filter.tag) : -1)));
        m_who->setCurrentIndex(0);
        m_unsure->setChecked(filter.unsure);
        m_noted->setChecked(filter.noted);
    }
    m_listed = true;
    takeFilter();
    ask();
    m_list->setFocus();
}

void SearchPanel::ask()
{
    m_search.find(m_field->text(), m_words->isChecked());
}

void SearchPanel::takeFilter()
{
    UnitFilter filter;
    if (const int tag = m_tag->currentData().toInt(); tag >= 0)
        filter.tag = static_cast<Tag>(tag);
    filter.reviewer = m_who->currentData().value<ReviewerId>();
    filter.unsure = m_unsure->isChecked();
    filter.noted = m_noted->isChecked();
    m_model->setFilter(filter);
    refreshCount();
    emit resultsChanged();
    if (m_project && isVisible())
        ask(); // the texts may not be there yet
}

void SearchPanel::refreshCount()
{
    const int rows = m_model->rowCount();
    if (!m_project || (m_field->text().trimmed().isEmpty() && m_model->filter().isEmpty()))
        m_count->setText(tr("Type some words, or choose a tag, to list sentences."));
    else if (m_model->hasMore())
        m_count->setText(tr("%L1 listed; these words stand in so many places that only the first "
                            "were looked at.")
                .arg(rows));
    else if (rows == 0)
        m_count->setText(tr("Nothing found."));
    else
        m_count->setText(tr("%n found", nullptr, rows));
}

void SearchPanel::choose(const QModelIndex& index)
{
    if (index.isValid())
        emit placeChosen(index.data(SearchModel::PlaceRole).value<Place>());
}

void SearchPanel::step(int steps)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const int at = m_list->currentIndex().row();
    if (std::exchange(m_isNext, false) && steps > 0)
        --steps;
    m_list->setCurrentIndex(m_model->index((at + steps + rows) % rows));
    choose(m_list->currentIndex());
}

bool SearchPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Escape) {
        emit left();
        return true;
    }
    if (watched == m_field && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
        m_list->setFocus();
        QCoreApplication::sendEvent(m_list, event);
        return true;
    }
    if (watched == m_field && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        choose(m_list->currentIndex());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace assay
