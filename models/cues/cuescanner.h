// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/cues/cue.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace KSyntaxHighlighting {
class Repository;
}

namespace assay {

/// Finds cues with KSyntaxHighlighting: every definition whose section is "Cues", those that ship
/// with Assay and those in a person's own folder. An item's name there is "hint: kind". Belongs to
/// the thread that made it; making one takes some milliseconds.
class CueScanner {
public:
    /// `ownFolder` is the folder that holds a folder "syntax" with a person's own definitions; may
    /// be empty or missing. A file in it that is no definition is left out and named in problems().
    explicit CueScanner(const QString& ownFolder = {});
    ~CueScanner();

    const QList<CueKind>& kinds() const { return m_kinds; }
    /// What is wrong with a person's own definitions: file, and message with line.
    const QList<Issue>& problems() const { return m_problems; }

    /// The cues of each unit of `text`, in order; none overlaps another. A cue never reaches from
    /// one unit into the next; furniture has none.
    QList<Cue> scan(const QString& text, const QList<Unit>& units);

private:
    class Engine;

    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository; ///< definitions die with it
    std::vector<std::unique_ptr<Engine>> m_engines; ///< own ones first: they win
    QList<CueKind> m_kinds;
    QList<Issue> m_problems;
};

/// The issues of one definition file: not well formed, a missing part, a bad pattern, an unknown
/// list, context or item. Each names the line.
QList<Issue> checkDefinition(const QString& path);

} // namespace assay
