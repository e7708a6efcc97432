// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/people.h"

#include "app/desk.h"
#include "app/messagebar.h"
#include "app/session.h"

#include <QInputDialog>
#include <QMenu>
#include <QSettings>

namespace assay {

using namespace Qt::StringLiterals;

People::People(QWidget* window, Desk& desk, MessageBar& messages)
    : QObject(window)
    , m_window(window)
    , m_desk(desk)
    , m_messages(messages)
    , m_reviewAs(new QMenu(tr("Re&view As"), window))
    , m_others(new QMenu(tr("Tags of Ot&hers"), window))
{
    connect(m_reviewAs, &QMenu::aboutToShow, this, &People::fillReviewAs);
    connect(m_others, &QMenu::aboutToShow, this, &People::fillOthers);
    setProject(nullptr);
}

QList<QMenu*> People::filledMenus()
{
    fillReviewAs();
    fillOthers();
    return { m_reviewAs, m_others };
}

static QString keyOf(const Project& project)
{
    return u"reviewer/in/"_s + project.uuid();
}

static QString othersKeyOf(const Project& project)
{
    return u"reviewer/others/"_s + project.uuid();
}

/// Whose tags show beside mine, now and when the project is opened again.
void People::showOthers(const QList<ReviewerId>& shown)
{
    m_shown = shown;
    m_desk.setOthers(shown);
    QStringList ids;
    for (const ReviewerId& id : shown)
        ids.append(id.toString());
    QSettings().setValue(othersKeyOf(*m_project), ids);
}

std::pair<ReviewerId, QString> People::reviewerFor(const Project& project)
{
    const ReviewerId id = ReviewerId::fromString(QSettings().value(keyOf(project)).toString());
    const QString name = project.state().reviewerName(id);
    const session::Profile own = session::profile();
    return id.isNull() || name.isEmpty() ? std::pair(own.id, own.name) : std::pair(id, name);
}

void People::setProject(Project* project)
{
    m_project = project;
    m_shown.clear();
    m_desk.setOthers({});
    m_reviewAs->setEnabled(project && project->readOnlyReason().isEmpty());
    m_others->setEnabled(project);
    if (!project)
        return;
    const auto [id, name] = reviewerFor(*project);
    project->setReviewer(id, name);
    const QList<ReviewerId> known = project->state().reviewers();
    for (const QString& other : QSettings().value(othersKeyOf(*project)).toStringList()) {
        const ReviewerId shown = ReviewerId::fromString(other);
        if (known.contains(shown) && shown != id)
            m_shown.append(shown);
    }
    m_desk.setOthers(m_shown);
    warnOfNamesake();
}

/// Two people of one name cannot be told apart in lists and exports; one person on two computers
/// can be made one.
void People::warnOfNamesake()
{
    QList<ReviewerId> named = m_project->state().reviewersNamed(m_project->reviewerName());
    named.removeOne(m_project->reviewer());
    if (named.isEmpty())
        return;
    // Either may be called otherwise by the time the person answers.
    const auto isSo
        = [this, id = named.first(), me = m_project->reviewer(), name = m_project->reviewerName()] {
              return m_project && m_project->reviewer() == me && m_project->reviewerName() == name
                  && m_project->state().reviewersNamed(name).contains(id);
          };
    const auto isMe = [this, isSo, id = named.first(), name = m_project->reviewerName()] {
        if (isSo())
            review(id, name);
    };
    m_messages.showWhile(isSo,
        tr("Another reviewer of this project is called “%1” too.").arg(m_project->reviewerName()),
        { { tr("That Is Me"), isMe }, { tr("Use Another Name…"), [this] { rename(); } } });
}

void People::review(ReviewerId id, const QString& name)
{
    if (!m_project)
        return;
    m_project->setReviewer(id, name);
    QSettings().setValue(keyOf(*m_project), id.toString());
    if (m_shown.removeOne(id))
        showOthers(m_shown);
    emit reviewerSet();
}

void People::fillReviewAs()
{
    m_reviewAs->clear();
    if (!m_project)
        return;
    const auto add = [this](ReviewerId id, const QString& name) {
        QAction* action = m_reviewAs->addAction(
            QString(name).replace(u'&', u"&&"_s), this, [this, id, name] { review(id, name); });
        action->setCheckable(true);
        action->setChecked(id == m_project->reviewer());
    };
    const session::Profile own = session::profile();
    QList<ReviewerId> known = m_project->state().reviewers();
    if (!known.contains(own.id))
        add(own.id, own.name);
    if (!known.contains(m_project->reviewer()) && m_project->reviewer() != own.id)
        add(m_project->reviewer(), m_project->reviewerName());
    for (const ReviewerId& id : std::as_const(known))
        add(id, m_project->state().reviewerName(id));
    m_reviewAs->addSeparator();
    m_reviewAs->addAction(tr("&New Reviewer…"), this, &People::addReviewer);
}

void People::fillOthers()
{
    m_others->clear();
    if (!m_project)
        return;
    QList<ReviewerId> all = m_project->state().reviewers();
    all.removeOne(m_project->reviewer());
    QAction* nobody = m_others->addAction(tr("&Nobody’s"), this, [this] { showOthers({}); });
    QAction* everyone
        = m_others->addAction(tr("&Everyone’s"), this, [this, all] { showOthers(all); });
    m_others->addSeparator();
    for (const ReviewerId& id : std::as_const(all)) {
        const QString name = m_project->state().reviewerName(id);
        QAction* action
            = m_others->addAction(QString(name).replace(u'&', u"&&"_s), this, [this, id] {
                  QList<ReviewerId> shown = m_shown;
                  if (!shown.removeOne(id))
                      shown.append(id);
                  showOthers(shown);
              });
        action->setCheckable(true);
        action->setChecked(m_shown.contains(id));
    }
    nobody->setEnabled(!m_shown.isEmpty());
    everyone->setEnabled(m_shown.size() < all.size());
}

void People::addReviewer()
{
    const QString name = QInputDialog::getText(
        m_window, tr("New Reviewer"), tr("Name, as it stands in this project and in exports:"))
                             .trimmed();
    if (name.isEmpty() || !m_project)
        return;
    if (!m_project->state().reviewersNamed(name).isEmpty()) {
        m_messages.showMessage(
            tr("There is a reviewer called “%1” in this project already.").arg(name), {}, true);
        return;
    }
    review(ReviewerId::create(), name);
}

void People::rename()
{
    const bool own = !m_project || m_project->reviewer() == session::profile().id;
    const QString before = own ? session::profile().name : m_project->reviewerName();
    const QString name = QInputDialog::getText(m_window, tr("Reviewer’s Name"),
        tr("Your name, as it stands in projects and exports:"), QLineEdit::Normal, before)
                             .trimmed();
    if (name.isEmpty())
        return;
    if (own)
        session::setProfileName(name);
    if (m_project) {
        m_project->setReviewer(m_project->reviewer(), name);
        warnOfNamesake();
    }
    emit reviewerSet();
}

} // namespace assay
