// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>

class QLockFile;

namespace assay {

/// A run of the program that did not end by itself: a crash, a kill, a power cut.
struct BrokenRun {
    QString project; ///< that was open; empty: none
    QDateTime started;
};

/// A mark in `folder` as long as the program runs, so that the next one knows whether it ended by
/// itself. Where the folder cannot be written there is none, and nothing else changes.
class RunMark {
public:
    explicit RunMark(const QString& folder);
    ~RunMark();
    RunMark(const RunMark&) = delete;
    RunMark& operator=(const RunMark&) = delete;

    /// Which project is open from now on.
    void setProject(const QString& path);

    /// The runs whose marks are there and whose programs are not, the latest last. Takes the marks
    /// away: each is told of once. Runs that go on are left alone.
    static QList<BrokenRun> takeBroken(const QString& folder);

private:
    void write();

    QString m_path; ///< without ending
    QDateTime m_started;
    QString m_project;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace assay
