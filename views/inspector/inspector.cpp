// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/inspector.h"

#include "models/items/describe.h"
#include "views/inspector/tagcontrol.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace assay {

using namespace Qt::StringLiterals;

Inspector::Inspector(QWidget* parent)
    : QWidget(parent)
    , m_heading(new QLabel)
    , m_tags(new TagControl)
    , m_unsure(new QCheckBox(tr("Unsure")))
    , m_note(new QPlainTextEdit)
    , m_source(new QLineEdit)
    , m_quote(new QLabel)
    , m_cuesHeading(new QLabel(tr("CUES")))
    , m_cuesText(new QLabel)
    , m_counterpartsHeading(new QLabel)
    , m_counterpartsText(new QLabel)
    , m_othersHeading(new QLabel(tr("OTHER REVIEWERS")))
    , m_othersText(new QLabel)
{
    setObjectName(u"inspector"_s);
    const auto section = [](const QString& text, QWidget* buddy) {
        auto* label = new QLabel(text.toUpper());
        label->setObjectName(u"section"_s);
        label->setBuddy(buddy);
        label->setContentsMargins(0, 0, 0, 0);
        return label;
    };
    m_heading->setObjectName(u"section"_s);
    m_quote->setObjectName(u"quote"_s);
    m_quote->setWordWrap(true);
    m_quote->setTextFormat(Qt::PlainText);
    m_unsure->setFocusPolicy(Qt::TabFocus);
    m_note->setPlaceholderText(tr("Why? What is missing?"));
    m_note->setTabChangesFocus(true);
    m_note->setAccessibleName(tr("Note"));
    m_note->setFixedHeight(120);
    m_source->setPlaceholderText(tr("DOI, PMID, trial number or URL"));
    m_source->setAccessibleName(tr("Source"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 0, 14, 12);
    column->setSpacing(7);
    column->addWidget(m_heading);
    column->addWidget(m_tags);
    column->addWidget(m_unsure);
    column->addWidget(section(tr("Note"), m_note));
    column->addWidget(m_note);
    column->addWidget(section(tr("Source"), m_source));
    column->addWidget(m_source);
    m_othersHeading->setObjectName(u"section"_s);
    m_othersText->setObjectName(u"others"_s);
    m_othersText->setWordWrap(true);
    m_othersText->setTextFormat(Qt::PlainText);
    column->addWidget(m_othersHeading);
    column->addWidget(m_othersText);
    column->addWidget(section(tr("Sentence"), m_quote));
    column->addWidget(m_quote);
    m_cuesHeading->setObjectName(u"section"_s);
    m_cuesText->setObjectName(u"cues"_s);
    m_cuesText->setWordWrap(true);
    m_cuesText->setTextFormat(Qt::RichText);
    column->addWidget(m_cuesHeading);
    column->addWidget(m_cuesText);
    m_counterpartsHeading->setObjectName(u"section"_s);
    m_counterpartsText->setObjectName(u"counterparts"_s);
    m_counterpartsText->setWordWrap(true);
    m_counterpartsText->setTextFormat(Qt::RichText);
    m_counterpartsText->setTextInteractionFlags(
        Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_counterpartsText, &QLabel::linkActivated, this, [this](const QString& link) {
        if (const qsizetype at = link.toInt(); at < m_counterparts.size())
            emit placeChosen({ m_counterparts[at].article, m_counterparts[at].range });
    });
    column->addWidget(m_counterpartsHeading);
    column->addWidget(m_counterpartsText);
    column->addStretch(1);
    // Labels that wrap cost more than a key press may: they follow once the words are painted.
    m_show.setSingleShot(true);
    m_show.setInterval(20);
    connect(&m_show, &QTimer::timeout, this, &Inspector::refresh);
    m_rest.setSingleShot(true);
    m_rest.setInterval(1000);
    connect(&m_rest, &QTimer::timeout, this, &Inspector::commit);
    // A crash in the middle of a long note must not take all of it.
    m_latest.setSingleShot(true);
    m_latest.setInterval(1500);
    connect(&m_latest, &QTimer::timeout, this, &Inspector::commit);
    const auto typed = [this] {
        if (m_filling)
            return;
        hold(true);
        m_rest.start();
        if (!m_latest.isActive())
            m_latest.start();
    };
    connect(m_note, &QPlainTextEdit::textChanged, this, typed);
    connect(m_source, &QLineEdit::textChanged, this, typed);
    connect(m_tags, &TagControl::chosen, this, &Inspector::tagChosen);
    connect(m_unsure, &QCheckBox::clicked, this, &Inspector::unsureChosen);
    m_note->installEventFilter(this);
    m_source->installEventFilter(this);
    refresh();
}

void Inspector::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_tags->setTheme(theme);
    m_show.start();
}

void Inspector::setProject(Project* project)
{
    if (m_project)
        m_project->disconnect(this);
    m_project = project;
    m_unit = -1;
    m_counterparts.clear();
    hold(false);
    if (project)
        connect(project, &Project::changed, this, [this](const ChangeSet& changes) {
            if (changes.reviewers)
                m_show.start();
            for (const ChangeSet::Units& units : changes.units) {
                if (units.article == m_article)
                    return m_show.start();
            }
        });
    refresh();
}

void Inspector::showUnit(ArticleId article, qsizetype unit)
{
    const ArticleState* state = m_project ? m_project->state().article(article) : nullptr;
    const TextRange range = state && unit >= 0 && unit < state->units().size()
        ? state->units()[unit].range
        : TextRange();
    if (article == m_article && range == m_range && unit == m_unit)
        return;
    commit();
    endVisit();
    m_article = article;
    m_unit = unit;
    m_range = range;
    m_counterparts.clear();
    m_show.start();
}

void Inspector::endVisit()
{
    m_visit = {};
}

/// Whoever says what is saved is told of words that only stand here.
void Inspector::hold(bool words)
{
    if (std::exchange(m_dirty, words) != words)
        emit holding(words);
}

void Inspector::refresh()
{
    m_show.stop();
    const ArticleState* state = m_project ? m_project->state().article(m_article) : nullptr;
    const bool there = state && state->isPresent() && m_unit >= 0 && m_unit < state->units().size();
    for (QWidget* field : std::initializer_list<QWidget*>{ m_tags, m_unsure, m_note, m_source })
        field->setEnabled(there && m_project->readOnlyReason().isEmpty());
    const Mark mark = there ? state->mark(m_project->reviewer(), m_unit) : Mark();
    refreshHeading(there ? state : nullptr);
    m_tags->setTag(mark.tag);
    if (there && state->units()[m_unit].kind == UnitKind::Furniture)
        m_tags->setEnabled(false); // it takes no tag
    m_unsure->setChecked(mark.unsure);
    const std::optional<QString> text = there ? m_project->text(m_article) : std::nullopt;
    m_quote->setText(text ? text->sliced(m_range.start, m_range.length()).simplified() : QString());
    refreshCues(text.value_or(QString()));
    refreshOthers(there ? state : nullptr);
    refreshCounterparts(m_quote->text());
    if (m_dirty)
        return; // never take away what is being typed
    m_filling = true;
    if (m_note->toPlainText() != mark.note)
        m_note->setPlainText(mark.note);
    if (m_source->text().trimmed() != mark.source) // a blank at the end is being typed after
        m_source->setText(mark.source);
    m_filling = false;
}

void Inspector::commit()
{
    m_rest.stop();
    m_latest.stop();
    if (!m_dirty || m_unit < 0)
        return;
    Change note;
    note.kind = EventKind::Note;
    note.article = m_article;
    note.range = m_range;
    Change source = note;
    source.kind = EventKind::Source;
    note.text = m_note->toPlainText();
    source.text = m_source->text().trimmed();
    m_dirty = false; // before it is told: what comes back fills the fields
    emit edited({ note, source }, m_visit);
    emit holding(m_dirty);
}

void Inspector::focusNote()
{
    refresh();
    m_note->setFocus();
    m_note->moveCursor(QTextCursor::End);
}

void Inspector::focusSource()
{
    refresh();
    m_source->setFocus();
    m_source->selectAll();
}

bool Inspector::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut) {
        commit();
    } else if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool goOn = enter && key->modifiers() & Qt::ControlModifier;
        if (goOn || key->key() == Qt::Key_Escape || (enter && watched == m_source)) {
            commit();
            emit left(goOn);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace assay
