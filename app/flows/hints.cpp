// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/hints.h"

#include "app/desk.h"
#include "app/session.h"
#include "views/inspector/inspector.h"
#include "views/reader/reader.h"

#include <QSettings>

namespace assay {

using namespace Qt::StringLiterals;

Hints::Hints(Desk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_finder(session::ownFolder())
    , m_shown(QSettings().value("cues/shown"_L1, true).toBool())
    , m_blind(QSettings().value("cues/blind"_L1, false).toBool())
    , m_off(QSettings().value("cues/off"_L1).toStringList())
{
    for (int i = 0; i < 2; ++i) {
        // Asked for before the words are painted: another thread looks while this one paints.
        connect(desk.reader(i), &Reader::loaded, this, [this, i] { refresh(i); });
    }
    connect(&desk, &Desk::activeChanged, this, [this, last = ArticleId()]() mutable {
        if (const ArticleId now = m_desk.activeReader()->article(); now != last) {
            last = now;
            refresh(m_desk.activeIndex());
        }
    });
    connect(&m_finder, &CueFinder::found, this, [this](ArticleId article) {
        for (int i = 0; i < 2; ++i) {
            if (m_desk.reader(i)->article() == article)
                refresh(i);
        }
    });
    connect(&m_finder, &CueFinder::kindsChanged, this, [this] {
        emit problemsFound(m_finder.problems());
        emit kindsChanged();
    });
    m_desk.setBlind(m_blind);
}

void Hints::setProject(Project* project)
{
    m_project = project;
    m_finder.clear();
}

void Hints::setTheme(const QString& name)
{
    m_theme = name;
    refresh();
}

void Hints::setShown(bool shown)
{
    m_shown = shown;
    QSettings().setValue("cues/shown"_L1, shown);
    refresh();
}

void Hints::setBlind(bool blind)
{
    m_blind = blind;
    QSettings().setValue("cues/blind"_L1, blind);
    m_desk.setBlind(blind);
    refresh();
}

void Hints::setKindShown(const QString& name, bool shown)
{
    m_off.removeAll(name);
    if (!shown)
        m_off.append(name);
    QSettings().setValue("cues/off"_L1, m_off);
    refresh();
}

void Hints::reload()
{
    m_finder.reload();
    refresh();
}

void Hints::refresh()
{
    for (int i = 0; i < 2; ++i)
        refresh(i);
}

void Hints::refresh(int index)
{
    Reader* reader = m_desk.reader(index);
    const ArticleState* article
        = m_project ? m_project->state().article(reader->article()) : nullptr;
    const std::optional<QString> text
        = article && reader->isLoaded() ? m_project->text(article->id()) : std::nullopt;
    const bool wanted = m_shown && !m_blind && text;
    const QList<Cue>* cues = wanted
        ? m_finder.cues(article->id(), article->facts().revision, *text, article->units())
        : nullptr;
    if (wanted && !cues && !reader->cues().isEmpty())
        return; // those that are there stay until the new ones come
    QList<QColor> colours;
    QList<CueKind> kinds;
    if (cues) {
        kinds = m_finder.kinds();
        for (const CueKind& kind : std::as_const(kinds))
            colours.append(isKindShown(kind.name) ? kind.colours.value(m_theme) : QColor());
    }
    reader->setCues(cues ? *cues : QList<Cue>(), colours);
    if (index != m_desk.activeIndex())
        return;
    QList<Cue> shown;
    for (const Cue& cue : reader->cues()) {
        if (colours.value(cue.kind).isValid())
            shown.append(cue);
    }
    m_desk.inspector()->setCues(shown, kinds);
}

} // namespace assay
