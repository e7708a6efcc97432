// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/console.h"

#include "app/commandline/linereader.h"
#include "app/session.h"
#include "models/project/filestate.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace assay::console {

using namespace Qt::StringLiterals;

static std::atomic_bool s_interrupted = false;
static int s_outputError = 0; // errno of the first write that failed

bool print(const QByteArray& bytes)
{
    if (s_outputError == 0
        && std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout)
            != static_cast<size_t>(bytes.size()))
        s_outputError = errno;
    return s_outputError == 0;
}

bool endOutput()
{
    if (std::fflush(stdout) != 0 && s_outputError == 0)
        s_outputError = errno;
    if (s_outputError != 0 && s_outputError != EPIPE)
        complain(QCoreApplication::translate("Console",
            "The output could not be written: %1. What the project has by now stays in it.")
                .arg(qt_error_string(s_outputError)));
    return s_outputError == 0;
}

QJsonArray issuesOf(const ImportedArticle& article)
{
    QJsonArray issues;
    for (const Issue& issue : article.issues)
        issues.append(issue.message);
    return issues;
}

/// The same JSON without what a terminal would obey: C1 controls, DEL, and what turns the direction
/// of writing stand as escapes, which read back to the same text. (Qt escapes the other controls.)
static QByteArray harmless(QByteArray json)
{
    static const QList<std::pair<QByteArray, QByteArray>> obeyed = [] {
        QList<std::pair<QByteArray, QByteArray>> all;
        const auto add = [&all](char16_t from, char16_t to) {
            for (char16_t c = from; c <= to; ++c)
                all.append({ QString(QChar(c)).toUtf8(),
                    "\\u" + QByteArray::number(c, 16).rightJustified(4, '0') });
        };
        add(0x7F, 0x9F);
        add(0x202A, 0x202E);
        add(0x2066, 0x2069);
        return all;
    }();
    const bool any = std::ranges::any_of(
        json, [](char c) { return c == '\x7f' || c == '\xc2' || c == '\xe2'; });
    for (qsizetype i = 0; any && i < obeyed.size(); ++i)
        json.replace(obeyed[i].first, obeyed[i].second);
    return json;
}

bool printLine(const QJsonObject& object)
{
    return print(harmless(QJsonDocument(object).toJson(QJsonDocument::Compact)) + '\n');
}

bool printDone(const QJsonObject& object)
{
    const bool printed = printLine(object) && std::fflush(stdout) == 0;
    if (!printed && s_outputError == 0)
        s_outputError = errno;
    return printed;
}

QString printable(const QString& text)
{
    QString shown = text;
    for (QChar& c : shown) {
        const char16_t code = c.unicode();
        const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        if ((c.category() == QChar::Other_Control && c != u'\n' && c != u'\t') || turns)
            c = QChar::ReplacementCharacter;
    }
    return shown;
}

static OlderState s_olderState = OlderState::Refuse;

void setOlderState(OlderState choice)
{
    s_olderState = choice;
}

/// Does with a file that lacks what it had what was asked for. False after a complaint.
static bool settleOlder(Project& project)
{
    const qint64 missing = missingNow(project);
    if (missing == 0)
        return true;
    if (s_olderState == OlderState::KeepOlder) {
        keepOlderNow(project);
        return true;
    }
    if (s_olderState == OlderState::Refuse) {
        complain(QCoreApplication::translate("Console",
            "%1 is an older state: %2 events that were saved in it on this computer are missing. "
            "Nothing was done. --bring-back puts them back, --keep-older takes the file as it is; "
            "they stay in this computer's second record.")
                .arg(project.path(), QString::number(missing)));
        return false;
    }
    const Expected<qint64> still = bringBackNow(project);
    if (!still)
        complain(still.error());
    else if (*still > 0)
        complain(QCoreApplication::translate("Console",
            "%1: %2 events are missing, and no copy on this computer has them. --keep-older takes "
            "the file as it is.")
                .arg(project.path(), QString::number(*still)));
    project.catchUp(); // what came back is to be seen by what follows
    return still && *still == 0;
}

void complain(const QString& message)
{
    const QByteArray line = printable(QString(message).replace(u'\n', u' ')).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
}

void catchInterrupt()
{
    // Without SA_RESTART: a read that waits for a person ends, too.
    struct sigaction action{};
    action.sa_handler = [](int) { s_interrupted = true; };
    sigaction(SIGINT, &action, nullptr);
}

bool interrupted()
{
    return s_interrupted;
}

bool progress(qsizetype done, qsizetype total)
{
    static const bool terminal = isatty(STDERR_FILENO);
    if (terminal && total > 1) {
        std::fprintf(stderr, "\r%lld of %lld%s", static_cast<long long>(done),
            static_cast<long long>(total), done == total ? "\r\033[K" : "");
        std::fflush(stderr);
    }
    return !s_interrupted;
}

std::optional<int> parse(
    QCommandLineParser& parser, const Command& command, const QStringList& arguments)
{
    parser.addOption(
        { { u"h"_s, u"help"_s }, QCoreApplication::translate("Console", "Shows this help.") });
    if (!parser.parse(QStringList{ u"assay"_s } + arguments)) {
        complain(parser.errorText());
        return WrongUsage;
    }
    if (!parser.isSet(u"help"_s))
        return {};
    print(
        u"assay %1 %2\n\n%3\n\n"_s.arg(command.name, command.arguments, command.summary).toUtf8());
    const QString options = parser.helpText();
    print(options.sliced(std::max<qsizetype>(0, options.indexOf("Options:"_L1))).toUtf8());
    print(
        QCoreApplication::translate("Console", "\nExample:\n  %1\n").arg(command.example).toUtf8());
    return Done;
}

bool openProject(Project& project, const QString& path, Database::Mode mode,
    const std::function<bool()>& isExcused)
{
    if (path.contains(QChar::ReplacementCharacter)) { // of several files, it would be the same one
        complain(QCoreApplication::translate(
            "Console", "%1: its name is not UTF-8. Please rename it; nothing was changed.")
                .arg(path));
        return false;
    }
    session::keepToOneself();
    project.storage().keepCopies(session::copiesFolder(), false);
    if (const Expected<void> opened = project.openNow(path, mode); !opened) {
        if (!isExcused || !isExcused())
            complain(opened.error());
        return false;
    }
    static bool told = false; // a command that opens several projects keeps them in one folder
    QObject::connect(
        &project.storage(), &StorageThread::copyFailed, &project,
        [](const Error& error) {
            if (!std::exchange(told, true))
                complain(QCoreApplication::translate(
                    "Console", "It is saved, but no second record of it can be kept: %1")
                        .arg(error.message));
        },
        Qt::DirectConnection);
    return settleOlder(project);
}

ArticleNames::ArticleNames(const Project& project)
{
    for (const ArticleId& id : project.state().articles()) {
        m_ids.append({ id.toString().toLower(), id });
        m_files[project.state().article(id)->facts().provenance.file].append(id);
    }
    std::sort(m_ids.begin(), m_ids.end());
}

Expected<ArticleId> ArticleNames::find(const QString& name) const
{
    QList<ArticleId> found = m_files.value(QFileInfo(name).fileName());
    const QString start = name.toLower();
    const auto first = std::lower_bound(m_ids.begin(), m_ids.end(), start,
        [](const auto& entry, const QString& text) { return entry.first < text; });
    for (auto at = first; name.size() >= 4 && at != m_ids.end() && at->first.startsWith(start);
        ++at) {
        if (!found.contains(at->second))
            found.append(at->second);
    }
    if (found.size() == 1)
        return found.first();
    return found.isEmpty()
        ? fail(Project::tr("there is no article “%1” in the project").arg(name))
        : fail(Project::tr("“%1” names several articles; please use an id").arg(name));
}

Expected<ArticleId> findArticle(const Project& project, const QString& name)
{
    return ArticleNames(project).find(name);
}

Expected<ReviewerId> findReviewer(const Project& project, const QString& name)
{
    for (const ReviewerId& id : project.state().reviewers()) {
        if (id.toString() == name) // of several with one name, the one that is meant
            return id;
    }
    const QList<ReviewerId> named = project.state().reviewersNamed(name);
    if (named.size() < 2)
        return named.value(0);
    QStringList ids;
    for (const ReviewerId& id : named)
        ids.append(id.toString());
    return fail(
        Project::tr("There are several reviewers named “%1” in the project; please use an id: %2.")
            .arg(name, ids.join(u", "_s)));
}

ReviewerId newReviewer(const Project& project, const QString& name)
{
    return { QUuid::createUuidV5(QUuid::fromString(project.uuid()), name) };
}

int editFromLines(Project& project, const QString& untouched,
    const std::function<Expected<QList<Change>>(
        Project& project, const ArticleNames& names, const QByteArray& line)>& changesOf)
{
    const ArticleNames names(project);
    LineReader input;
    QList<Change> changes;
    for (int number = 1;; ++number) {
        const Expected<std::optional<QByteArray>> line = input.next();
        if (line && !*line)
            break;
        if (line && (*line)->trimmed().isEmpty())
            continue;
        const Expected<QList<Change>> more
            = line ? changesOf(project, names, **line) : std::unexpected(line.error());
        if (!more) {
            complain(QCoreApplication::translate("Console", "Line %1: %2. %3")
                    .arg(QString::number(number), more.error().message, untouched));
            return Failed;
        }
        changes += *more;
    }
    if (interrupted()) {
        complain(QCoreApplication::translate("Console", "Stopped. %1").arg(untouched));
        return Failed;
    }
    // The lines may have taken their time: what others wrote meanwhile is what they change.
    project.catchUp();
    const Expected<GroupId> edited = project.edit(changes);
    const Expected<void> saved = edited ? project.flush() : std::unexpected(edited.error());
    if (!saved) {
        complain(saved.error());
        project.abandon(); // or closing the project would try once more, after all was said
    }
    return saved ? Done : Failed;
}

QCommandLineOption encodingOption()
{
    return { u"encoding"_s,
        QCoreApplication::translate("Console",
            "How the letters of the files are stored, where the files do not say so or say it "
            "wrong."),
        u"name"_s };
}

QJsonObject toJson(const Composition& composition)
{
    QJsonObject object;
    for (const Tag tag : allTags)
        object[tagName(tag)] = composition.of(tag);
    return object;
}

} // namespace assay::console
