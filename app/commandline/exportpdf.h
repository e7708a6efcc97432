// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/console.h"

namespace assay::console {

/// Says why and returns false when a file is there that may not be replaced: without `force` any,
/// and in any case a project, behind a link too, and one of `inputs`, which are being read.
bool mayWrite(const QString& path, bool force, const QStringList& inputs = {});
/// Whether what would be written is the project's own file; complains if so.
bool isProjectItself(const Project& project, const QString& path);
bool makeFolder(const QString& path);

/// The options of `assay export --format pdf`.
void addPdfOptions(QCommandLineParser& parser);
/// The reviewers that --reviewer names; nothing after a complaint.
std::optional<QList<ReviewerId>> reviewersOf(
    const Project& project, const QCommandLineParser& parser);
/// The tags that --tags names, none where it is not given; nothing after a complaint.
std::optional<QSet<Tag>> tagsOf(const QCommandLineParser& parser);
/// Writes the annotated PDFs and prints a line for each. Returns the exit code.
int exportPdf(Project& project, const QList<ArticleId>& articles, const QCommandLineParser& parser);

} // namespace assay::console
