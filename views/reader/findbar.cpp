// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reader/findbar.h"

#include "models/search/corpus.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

FindBar::FindBar(Reader* reader, QWidget* parent)
    : QWidget(parent)
    , m_reader(reader)
    , m_field(new QLineEdit)
    , m_count(new QLabel)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setObjectName(u"findBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_field->setPlaceholderText(tr("Find in this article"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_count->setObjectName(u"small"_s);
    const auto button = [this](const QString& text, const QString& name, auto act) {
        auto* each = new QToolButton;
        each->setText(text);
        each->setToolTip(name);
        each->setAccessibleName(name);
        each->setAutoRaise(true);
        connect(each, &QToolButton::clicked, this, act);
        return each;
    };
    auto* steps = new QHBoxLayout;
    steps->addWidget(m_count, 1);
    steps->addWidget(button(u"↑"_s, tr("Find previous"), [this] { step(-1); }));
    steps->addWidget(button(u"↓"_s, tr("Find next"), [this] { step(1); }));
    steps->addWidget(button(u"×"_s, tr("Close"), [this] { finish(); }));
    m_row->setContentsMargins(14, 5, 8, 5);
    m_row->addWidget(m_field, 1);
    m_row->addLayout(steps);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::find);
    for (auto signal : { &Reader::articleChanged, &Reader::loaded })
        connect(m_reader, signal, this, [this] {
            if (isVisible())
                find();
        });
    QWidget::hide();
}

/// Where both have no room side by side, the count and the buttons go below the field.
void FindBar::resizeEvent(QResizeEvent* event)
{
    const bool narrow = event->size().width() < 44 * fontMetrics().averageCharWidth();
    m_row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

void FindBar::start()
{
    if (const QString chosen = m_reader->textCursor().selectedText(); !chosen.isEmpty())
        m_field->setText(chosen);
    setVisible(true);
    m_field->setFocus();
    m_field->selectAll();
    find();
}

void FindBar::find()
{
    m_hits.clear();
    const std::optional<QString> text
        = m_project ? m_project->text(m_reader->article()) : std::nullopt;
    const QString needle = foldedForSearch(m_field->text().simplified());
    if (text && !needle.isEmpty()) {
        if (m_text.constData() != text->constData() || m_text.size() != text->size()) {
            m_text = *text; // shared: it is folded once, not at every letter
            m_folded = foldedForSearch(*text);
        }
        m_hits = findFolded(m_folded, needle, false, 100'000);
    }
    const qsizetype next = hitAtCursor();
    show(m_hits.isEmpty() ? -1 : next == m_hits.size() ? 0 : next);
}

/// The first hit at or below the cursor's sentence, so that the eye is not taken far; how many
/// there are where none is.
qsizetype FindBar::hitAtCursor() const
{
    const ArticleState* article
        = m_project ? m_project->state().article(m_reader->article()) : nullptr;
    const qint32 from = article && m_reader->currentUnit() >= 0
        ? article->units()[m_reader->currentUnit()].range.start
        : 0;
    const auto next = std::partition_point(
        m_hits.begin(), m_hits.end(), [from](const TextRange& hit) { return hit.start < from; });
    return next - m_hits.begin();
}

void FindBar::show(qsizetype hit)
{
    m_current = hit;
    m_reader->setHits(m_hits, hit);
    m_count->setText(m_field->text().isEmpty() ? QString()
            : hit < 0                          ? tr("Nothing found")
                                               : tr("%1 of %2").arg(hit + 1).arg(m_hits.size()));
}

void FindBar::step(int by)
{
    const ArticleState* article
        = m_project ? m_project->state().article(m_reader->article()) : nullptr;
    if (m_field->text().isEmpty() || !article) {
        start();
        return;
    }
    const bool typing = m_field->hasFocus();
    if (!isVisible())
        setVisible(true); // which finds: the keys stay where they are
    if (m_hits.isEmpty())
        return;
    const auto unitOf = [&](qsizetype hit) { return article->unitAt(m_hits[hit].start); };
    qsizetype next = (m_current + by + m_hits.size()) % m_hits.size();
    if (!typing) { // from the sentence that the cursor is on, and takes the cursor along
        next = hitAtCursor();
        if (by < 0)
            --next;
        while (by > 0 && next < m_hits.size() && unitOf(next) == m_reader->currentUnit())
            ++next;
        next = (next + m_hits.size()) % m_hits.size();
    }
    show(next);
    if (!typing)
        m_reader->setCurrentUnit(unitOf(next));
}

/// Leaves the cursor on the sentence that was found.
void FindBar::finish()
{
    const ArticleState* article
        = m_project ? m_project->state().article(m_reader->article()) : nullptr;
    if (article && m_current >= 0 && m_current < m_hits.size())
        m_reader->setCurrentUnit(article->unitAt(m_hits[m_current].start));
    setVisible(false);
    m_reader->setFocus(); // which brings the cursor back where nothing was found
}

void FindBar::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous())
        return; // the whole window went
    m_hits.clear();
    m_current = -1;
    m_text.clear();
    m_folded.clear();
    m_reader->setHits({});
}

void FindBar::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        find();
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            finish();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            step(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace assay
