// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statusline.h"

#include "app/flows/backgroundtask.h"
#include "app/keylegend.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStatusBar>

namespace assay {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(QStatusBar* bar, BackgroundTask* task, const Actions& actions)
    : QObject(bar)
    , m_task(task)
    , m_progress(new QLabel)
    , m_saved(new QLabel)
    , m_retry(new QPushButton(tr("Try Again")))
    , m_copy(new QPushButton(tr("Save a Copy…")))
    , m_taskTitle(new QLabel)
    , m_taskProgress(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_hint(new QLabel)
    , m_legend(new KeyLegend(actions))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(25); // after the words are painted
    connect(&m_rest, &QTimer::timeout, this, &StatusLine::refresh);
    bar->setSizeGripEnabled(false);
    m_taskProgress->setMaximumWidth(140);
    m_taskProgress->setTextVisible(false);
    m_saved->setObjectName(u"saveState"_s);
    m_hint->hide();
    for (QWidget* each : std::initializer_list<QWidget*>{
             m_progress, m_saved, m_retry, m_copy, m_taskTitle, m_taskProgress, m_cancel, m_hint })
        bar->addWidget(each);
    bar->addPermanentWidget(m_legend, 1);
    connect(m_copy, &QPushButton::clicked, this, &StatusLine::copyRequested);
    connect(m_cancel, &QPushButton::clicked, task, &BackgroundTask::cancel);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (m_project)
            m_project->retrySaving();
    });
    connect(task, &BackgroundTask::started, this, &StatusLine::refresh);
    connect(task, &BackgroundTask::finished, this, &StatusLine::refresh);
    connect(task, &BackgroundTask::progressed, this, [this](int step, int total) {
        m_taskProgress->setRange(0, total);
        m_taskProgress->setValue(step);
    });
    refresh();
}

void StatusLine::setProject(Project* project)
{
    if (m_project) {
        disconnect(m_project, nullptr, &m_rest, nullptr);
        disconnect(m_project, nullptr, this, nullptr);
    }
    m_project = project;
    m_away = false;
    m_holding = false;
    if (project) {
        connect(project, &Project::changed, &m_rest, qOverload<>(&QTimer::start));
        connect(project, &Project::saveStateChanged, this, [this] {
            sayUnsaved();
            m_rest.start();
        });
        connect(project, &Project::fileMoved, this, [this](bool away) {
            m_away = away;
            refresh();
        });
    }
    refresh();
}

void StatusLine::setHolding(bool words)
{
    m_holding = words;
    sayUnsaved();
    m_rest.start();
}

/// At once, unlike all else here: no look may find "Saved" behind a key whose edit is not.
void StatusLine::sayUnsaved()
{
    const bool saved = m_saved->text() == tr("Saved");
    if (saved && m_project && (m_project->unsaved() > 0 || m_holding))
        m_saved->setText(tr("Saving…"));
}

void StatusLine::setTheme(const Theme& theme)
{
    m_legend->setTheme(theme);
}

void StatusLine::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_legend->setVisible(hint.isEmpty());
}

QString StatusLine::saveText() const
{
    return m_saved->text();
}

void StatusLine::refresh()
{
    const bool running = m_task->isRunning();
    m_taskTitle->setVisible(running);
    m_taskProgress->setVisible(running);
    m_cancel->setVisible(running);
    m_taskTitle->setText(m_task->title());
    const bool failed = m_project && m_project->saveError();
    m_retry->setVisible(failed);
    m_copy->setVisible(failed || (m_project && m_away));
    if (!m_project) {
        m_progress->clear();
        m_saved->clear();
        return;
    }
    const Composition made = m_project->state().composition(m_project->reviewer());
    m_progress->setText(tr("%1 of %2 tagged").arg(made.tagged()).arg(made.total()));
    if (!m_project->readOnlyReason().isEmpty())
        m_saved->setText(tr("Read-only"));
    else if (failed)
        m_saved->setText(
            tr("%n edit(s) not saved yet: %1", nullptr, static_cast<int>(m_project->unsaved()))
                .arg(m_project->saveError()->message));
    else if (m_project->olderState())
        m_saved->setText(tr("Not saved: the project’s file is an older state"));
    else if (m_away)
        m_saved->setText(tr("Not saved: the project’s file is gone"));
    else
        m_saved->setText(m_project->unsaved() > 0 || m_holding ? tr("Saving…") : tr("Saved"));
}

} // namespace assay
