// SPDX-License-Identifier: GPL-3.0-or-later
// Every call to the disk, in everything a project does, fails once, and then for ever: nothing
// fails in silence, nothing is corrupt, and the edit stays and is saved as soon as the disk lets
// it.
#include "tests/torture/recordingdisk.h"
#include "tests/torture/torture.h"
#include "models/project/filestate.h"

#include <QDir>

#include <sqlite3.h>

#include <atomic>

namespace assay::torture {

using namespace Qt::StringLiterals;

namespace {

/// Has the call with number `at` fail, and with `lasting` all after it.
class Failing {
public:
    Failing(const QString& folder, int code)
        : m_code(code)
        , m_disk(folder, [this](const DiskCall& call) { return answer(call); })
    {
    }
    void arm(int at, bool lasting)
    {
        m_at = at;
        m_forever = lasting;
        m_count = 0;
        m_failed = 0;
    }
    void mend() { m_at = -1; }
    int count() const { return m_count; }
    int failed() const { return m_failed; }

private:
    int answer(const DiskCall& call)
    {
        const int now = m_count++;
        if (m_at < 0 || now < m_at || (now > m_at && !m_forever))
            return 0;
        const bool writes = call.kind == DiskCall::Write || call.kind == DiskCall::Open;
        if (m_code == SQLITE_FULL && !writes)
            return 0; // a full disk still reads, syncs and deletes
        ++m_failed;
        if (m_code < 0)
            return writes || call.kind == DiskCall::Sync ? -1 : 0; // the planted fault: lies
        if (call.kind == DiskCall::Open)
            return SQLITE_CANTOPEN;
        return m_code;
    }

    int m_code;
    std::atomic_int m_at = -1;
    bool m_forever = false;
    std::atomic_int m_count = 0;
    std::atomic_int m_failed = 0;
    RecordingDisk m_disk;
};

/// What a piece of work came to.
struct Outcome {
    bool reported = false; ///< it said that it failed
    QString wrong; ///< what must not be, found with the disk mended
};

/// Works on the project at `path`; calls `arm` before what may fail.
using Work
    = std::function<Outcome(const QString& path, const std::function<void()>& arm, Failing& disk)>;

Outcome outcomeOf(bool done, const QString& wrong = {})
{
    return { !done, wrong };
}

/// Edits, waits, and afterwards, with the disk mended, has it saved.
Outcome edited(Project& project, Failing& disk, const std::function<void(Project&)>& change)
{
    change(project);
    const QStringList shown = appearance(project);
    const bool saved = project.flush().has_value();
    disk.mend();
    QString wrong;
    if (const Expected<void> again = project.flush(); !again)
        wrong = u"it cannot be saved afterwards: "_s + again.error().message;
    if (appearance(project) != shown)
        wrong = u"the edit is gone from memory"_s;
    QSet<QString> there;
    project.storage().runNow([&](Store* store) {
        for (const Event& event : store->events().value_or(QList<Event>()))
            there.insert(keyOf(event));
    });
    const QString path = project.path();
    if (eventKeys(path) != there || there.isEmpty())
        wrong = u"the file does not hold what was saved"_s;
    Project fresh;
    if (!fresh.openNow(path) || appearance(fresh) != shown)
        wrong = u"what was edited is not in the file"_s;
    return outcomeOf(saved, wrong);
}

QHash<QString, Work> allWork(const QString& otherCopy)
{
    const auto opened = [](Project& project, const QString& path) {
        static const ReviewerId ann = ReviewerId::create();
        project.setReviewer(ann, u"Ann"_s);
        return project.openNow(path);
    };
    const auto open = [opened](const QString& path, const auto& arm, Failing&) {
        arm();
        Project project;
        return outcomeOf(opened(project, path).has_value());
    };
    const auto tag = [](Project& project) {
        const ArticleId id = project.state().articles().last();
        project
            .edit({ test::tagChange(project, id, 2, Tag::Caveat),
                test::textChange(project, id, 3, EventKind::Note, u"A note. "_s.repeated(900)) })
            .value();
    };
    return {
        { u"open"_s, open },
        { u"migrate"_s, open },
        { u"edit"_s,
            [opened, tag](const QString& path, const auto& arm, Failing& disk) {
                Project project;
                opened(project, path).value();
                arm();
                return edited(project, disk, tag);
            } },
        { u"undo"_s,
            [opened, tag](const QString& path, const auto& arm, Failing& disk) {
                Project project;
                opened(project, path).value();
                tag(project);
                project.flush().value();
                arm();
                return edited(project, disk, [](Project& each) { each.undo(); });
            } },
        { u"merge"_s,
            [opened, otherCopy](const QString& path, const auto& arm, Failing& disk) {
                Project project;
                opened(project, path).value();
                arm();
                const Expected<MergePreview> preview = planMergeNow(project, otherCopy);
                if (!preview) {
                    disk.mend();
                    return outcomeOf(false);
                }
                project.merge(*preview, true).value();
                const bool saved = project.flush().has_value();
                disk.mend();
                QString wrong;
                if (!project.flush() || !(eventKeys(otherCopy) - eventKeys(path)).isEmpty())
                    wrong = u"the merge is not whole"_s;
                return outcomeOf(saved, wrong);
            } },
        { u"snapshot"_s,
            [opened](const QString& path, const auto& arm, Failing& disk) {
                Project project;
                const QString copies = QFileInfo(path).absolutePath() + u"/copies"_s;
                QDir(copies).removeRecursively();
                project.storage().keepCopies(copies, false);
                opened(project, path).value();
                arm();
                Expected<Snapshot> made;
                project.storage().runNow([&](Store*) { made = project.storage().makeSnapshot(); });
                disk.mend();
                QString wrong;
                if (made
                    && (!problemsOf(made->path).isEmpty()
                        || eventKeys(made->path) != eventKeys(path)))
                    wrong = u"the snapshot is not the project"_s;
                return outcomeOf(made.has_value(), wrong);
            } },
        { u"copy"_s,
            [opened](const QString& path, const auto& arm, Failing& disk) {
                Project project;
                opened(project, path).value();
                const QString copy = QFileInfo(path).absolutePath() + u"/copy.assay"_s;
                QFile::remove(copy);
                arm();
                Expected<void> made;
                project.storage().runNow([&](Store*) { made = project.storage().saveCopy(copy); });
                disk.mend();
                QString wrong;
                if (made && (!problemsOf(copy).isEmpty() || eventKeys(copy) != eventKeys(path)))
                    wrong = u"the copy is not the project"_s;
                if (!made && QFile::exists(copy))
                    wrong = u"a copy that failed was left"_s;
                return outcomeOf(made.has_value(), wrong);
            } },
    };
}

} // namespace

Result io(const Task& task)
{
    Result result;
    const auto folder = fastFolder();
    const auto elsewhere = fastFolder();
    const QString path = folder->filePath(u"p.assay"_s);
    const QString other = folder->filePath(u"other.assay"_s);
    const QString base = elsewhere->filePath(u"base.assay"_s);
    makeProject(base);
    const QByteArray current = fileBytes(base);
    const QByteArray older
        = fileBytes(QStringLiteral(ASSAY_SOURCE "/tests/data/projects/schema-1.assay"));
    writeFile(other, current);
    {
        Project project;
        project.setReviewer(ReviewerId::create(), u"Ben"_s);
        project.openNow(other).value();
        QRandomGenerator random(task.seed);
        editAtRandom(project, random, 12);
        project.flush().value();
    }
    const QHash<QString, Work> works = allWork(other);
    int trials = 0;
    int reported = 0;
    const QList<int> codes
        = task.fault.isEmpty() ? QList<int>{ SQLITE_IOERR, SQLITE_FULL } : QList<int>{ -1 };
    for (auto work = works.cbegin(); work != works.cend(); ++work) {
        const QByteArray& fixture = work.key() == "migrate"_L1 ? older : current;
        for (const int code : codes) {
            Failing disk(folder->path(), code);
            // Once without a failure, to count the calls.
            writeFile(path, fixture);
            work.value()(path, [&] { disk.arm(1 << 30, false); }, disk);
            const int calls = disk.count();
            const int step = task.isShort ? std::max(1, calls / 40) : 1;
            for (int at = 0; at < calls; at += step) {
                for (const bool lasting : { false, true }) {
                    const QString where = u"%1, call %2 of %3 fails %4 with %5: "_s.arg(work.key())
                                              .arg(at)
                                              .arg(calls)
                                              .arg(lasting ? u"for ever"_s : u"once"_s)
                                              .arg(code);
                    disk.mend();
                    QFile::remove(path + u"-journal"_s);
                    writeFile(path, fixture);
                    const Outcome outcome
                        = work.value()(path, [&] { disk.arm(at, lasting); }, disk);
                    disk.mend();
                    ++trials;
                    reported += outcome.reported;
                    result.expect(outcome.wrong.isEmpty(), where + outcome.wrong);
                    const QStringList problems = problemsOf(path);
                    result.expect(problems.isEmpty(), where + problems.join(u' '));
                }
            }
        }
    }
    result.figures = { { u"trials"_s, trials }, { u"reported"_s, reported } };
    return result;
}

} // namespace assay::torture
