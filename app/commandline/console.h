// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/project/project.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace assay::console {

enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2 };

/// One subcommand of the program.
struct Command {
    QString name;
    QString arguments; ///< for the usage line
    QString summary;
    QString example;
    int (*run)(const QStringList& arguments);
};

/// Writes UTF-8 bytes to standard output. False when nobody reads it any more.
bool print(const QByteArray& bytes);
bool printLine(const QJsonObject& object);
/// The same for what was just done to a project: it goes out at once. False: nobody will hear what
/// comes next, so that it had better not be done.
bool printDone(const QJsonObject& object);
/// What the importer found to say of an article.
QJsonArray issuesOf(const ImportedArticle& article);
/// Sees to it that all of it is written. Complains and returns false where it is not; a reader that
/// went away is not complained of.
bool endOutput();
/// The text without what a terminal would obey: control characters and what turns the direction of
/// writing are shown as �.
QString printable(const QString& text);
/// What to do with a project that was put back to an older state.
enum class OlderState { Refuse, BringBack, KeepOlder };
void setOlderState(OlderState choice);

/// One line on standard error.
void complain(const QString& message);
inline void complain(const Error& error)
{
    complain(error.message);
}

/// Shows "n of m" on a terminal and nothing elsewhere. Returns false once Ctrl-C was pressed.
bool progress(qsizetype done, qsizetype total);
/// Lets Ctrl-C end the work between two steps.
void catchInterrupt();
bool interrupted();

/// Parses `arguments` with `parser`; prints help or a complaint. Returns the exit code when there
/// is nothing more to do.
std::optional<int> parse(
    QCommandLineParser& parser, const Command& command, const QStringList& arguments);

/// Opens the project or complains, unless the failure `isExcused`. What is done to it goes into the
/// person's journal too.
bool openProject(Project& project, const QString& path,
    Database::Mode mode = Database::Mode::Existing, const std::function<bool()>& isExcused = {});
/// A project's articles by what they may be called, as they are when this is made: for many names.
class ArticleNames {
public:
    explicit ArticleNames(const Project& project);
    /// The article with this id, unique id prefix (4 characters or more) or file name.
    Expected<ArticleId> find(const QString& name) const;

private:
    QList<std::pair<QString, ArticleId>> m_ids; ///< as texts in small letters, sorted
    QHash<QString, QList<ArticleId>> m_files;
};
/// The same for one name.
Expected<ArticleId> findArticle(const Project& project, const QString& name);
/// The reviewer of exactly this name. A null id when there is none; fails when there are several.
Expected<ReviewerId> findReviewer(const Project& project, const QString& name);

/// The id of a reviewer whom this project does not know yet: the same for one name, so that two
/// commands at one time, or in two copies, do not make two of them.
ReviewerId newReviewer(const Project& project, const QString& name);

/// Reads standard input line by line, turns each into changes, and makes them one edit that is on
/// the disk when this returns. A line that is refused stops everything: nothing is changed, and the
/// complaint names the line and ends with `untouched`.
int editFromLines(Project& project, const QString& untouched,
    const std::function<Expected<QList<Change>>(
        Project& project, const ArticleNames& names, const QByteArray& line)>& changesOf);

/// "--encoding NAME": how the letters of the files are stored.
QCommandLineOption encodingOption();

QJsonObject toJson(const Composition& composition);

const QList<Command>& commands();
const Command& command(const QString& name);

int compare(const QStringList& arguments);
int cues(const QStringList& arguments);
int segment(const QStringList& arguments);
int import(const QStringList& arguments);
int list(const QStringList& arguments);
int tag(const QStringList& arguments);
int repair(const QStringList& arguments);
int original(const QStringList& arguments);
int exportTo(const QStringList& arguments);
int stats(const QStringList& arguments);
int check(const QStringList& arguments);
int merge(const QStringList& arguments);
int log(const QStringList& arguments);
int manualPages(const QStringList& arguments);

} // namespace assay::console
