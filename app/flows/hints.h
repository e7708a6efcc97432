// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cues/cuefinder.h"
#include "models/project/project.h"

#include <QStringList>

namespace assay {

class Desk;

/// Brings cues to the readers and the inspector: which kinds are shown, in which colours, and none
/// at all in blind mode, for rounds in which reviewers must not be led.
class Hints : public QObject {
    Q_OBJECT

public:
    Hints(Desk& desk, QObject* parent);

    void setProject(Project* project);
    void setTheme(const QString& name);

    bool isShown() const { return m_shown; }
    void setShown(bool shown);
    bool isBlind() const { return m_blind; }
    void setBlind(bool blind);

    const CueFinder& finder() const { return m_finder; }
    bool isKindShown(const QString& name) const { return !m_off.contains(name); }
    void setKindShown(const QString& name, bool shown);
    /// Reads a person's own definitions again.
    void reload();

signals:
    void kindsChanged();
    /// What is wrong with a person's own definitions; empty when all is well.
    void problemsFound(const QList<assay::Issue>& problems);

private:
    void refresh();
    void refresh(int reader);

    Desk& m_desk;
    Project* m_project = nullptr;
    CueFinder m_finder;
    QString m_theme;
    bool m_shown;
    bool m_blind;
    QStringList m_off;
};

} // namespace assay
