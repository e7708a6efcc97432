// SPDX-License-Identifier: GPL-3.0-or-later
// What a person waits for at the desk besides tagging: cues, search, palette.
#include "app/flows/hints.h"
#include "models/search/projectsearch.h"
#include "tests/bench/measure.h"
#include "views/dialogs/palette.h"

#include <QLineEdit>
#include <QListView>

namespace assay::bench {

/// From the first paint of a 200,000-word article until its cues are there, and the longest the
/// window's thread was kept meanwhile: it waits for events, as in the program, and beats each
/// millisecond.
int benchCues()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"cues.assay"_s);
    {
        Project project;
        project.setReviewer(ReviewerId::create(), u"Ann"_s);
        project.openNow(path, Database::Mode::New).value();
        // Words of the genre, so that as much is found as in a real article: a cue in ten words.
        const QString sentences
            = u"However, a randomized trial of 250 patients found that the novel treatment may "
              "ease the heel within 24 hours. The bone under the heel bears the weight of the "
              "whole body at each step, and its cushion of fat grows thinner with the years. "
              "Those who stand on hard floors all day know the first steps of the morning well. "
              "Ask at the desk for the leaflet, and bring the shoes that you wear at work. "_s;
        QString text;
        for (int i = 0; i < 200'000 / 77; ++i)
            text += sentences + (i % 2 ? u"\n\n"_s : QString());
        project
            .addArticles({ test::article(u"A short one. It is first."_s, u"short.txt"_s),
                test::article(u"And a second one."_s, u"2.txt"_s),
                test::article(text, u"long.txt"_s) })
            .value();
        project.flush().value();
    }
    QList<qreal> waits;
    QList<qreal> gaps;
    qsizetype cues = 0;
    for (int round = 0; round < 7; ++round) {
        QSettings().clear();
        QSettings().setValue("desk/second"_L1, false);
        MainWindow window;
        window.show();
        QTest::qWait(100);
        window.openProject(path);
        while (!window.project() || !window.desk()->activeReader()->isLoaded())
            QTest::qWait(10);
        QTest::qWait(800);
        Reader* reader = window.desk()->reader(0);
        window.desk()->show(window.project()->state().articles()[2]);
        while (!reader->isLoaded())
            QCoreApplication::processEvents();
        reader->viewport()->repaint();
        QElapsedTimer timer;
        timer.start();
        qreal longest = 0;
        QElapsedTimer turn;
        turn.start();
        QTimer beat;
        QObject::connect(&beat, &QTimer::timeout, &beat, [&] {
            longest = std::max(longest, static_cast<qreal>(turn.nsecsElapsed()) / 1e6);
            turn.start();
        });
        beat.start(1);
        while (reader->cues().isEmpty() && timer.elapsed() < 10'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        waits.append(static_cast<qreal>(timer.nsecsElapsed()) / 1e6);
        gaps.append(longest);
        cues = reader->cues().size();
    }
    const qreal wait = percentile(waits, 0.5);
    const qreal gap = percentile(gaps, 0.5);
    return print(u"cues"_s,
        { { u"words"_s, 200'000 }, { u"cues"_s, cues }, { u"wait_ms"_s, rounded(wait) },
            { u"wait_max_ms"_s, rounded(percentile(waits, 1)) },
            { u"longest_turn_ms"_s, rounded(gap) }, { u"goal_ms"_s, 100 } },
        wait <= 100);
}

/// From a question to its answer over 60,000 units, texts at hand, and the memory with them.
int benchSearch()
{
    QTemporaryDir folder;
    Project project;
    project.setReviewer(ReviewerId::create(), u"Ann"_s);
    project.openNow(folder.filePath(u"search.assay"_s), Database::Mode::New).value();
    QList<ImportedArticle> articles;
    qsizetype units = 0;
    qsizetype letters = 0;
    for (int i = 0; i < 1000; ++i) {
        articles.append(
            test::article(test::longText(1000) + u"\nNumber %1 ends here, with café.\n"_s.arg(i),
                u"article%1.txt"_s.arg(i)));
        units += articles.last().layout.units.size();
        letters += articles.last().text.size();
    }
    project.addArticles(articles).value();
    project.flush().value();
    ProjectSearch search;
    search.setProject(&project);
    QSignalSpy found(&search, &ProjectSearch::found);
    const auto ask = [&](const QString& text) {
        QElapsedTimer timer;
        timer.start();
        search.find(text, false);
        while (found.isEmpty())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        found.clear();
        return static_cast<qreal>(timer.nsecsElapsed()) / 1e6;
    };
    const qreal first = ask(u"nothing of the kind"_s);
    QList<qreal> times;
    for (int round = 0; round < 9; ++round) {
        for (const QString& text :
            { u"ends here"_s, u"NUMBER 77"_s, u"cafe"_s, u"zebra"_s, u"the people who"_s })
            times.append(ask(text));
    }
    const qreal wait = percentile(times, 0.5);
    return print(u"search"_s,
        { { u"units"_s, units }, { u"letters"_s, letters }, { u"first_ms"_s, rounded(first) },
            { u"p50_ms"_s, rounded(wait) }, { u"p99_ms"_s, rounded(percentile(times, 0.99)) },
            { u"peak_mb"_s, rounded(peakMegabytes(QCoreApplication::applicationPid())) },
            { u"goal_ms"_s, 30 }, { u"goal_mb"_s, 200 } },
        wait <= 30);
}

/// A letter typed into the palette of a project with 1,000 articles, until it is painted.
int benchPalette()
{
    QWidget parent;
    parent.resize(1400, 900);
    parent.show();
    QTest::qWait(100);
    QList<CommandPalette::Entry> entries;
    for (const ActionSpec& spec : actionTable())
        entries.append({ actionTitle(spec.text), u"Menu"_s, u"Ctrl+X"_s, true, [] { } });
    for (int i = 0; i < 1000; ++i)
        entries.append({ u"An article about treatment %1 of the painful heel"_s.arg(i),
            u"Go to article"_s, {}, true, [] { } });
    auto* palette = new CommandPalette(entries, &parent);
    palette->show();
    QTest::qWait(200);
    QList<qreal> times;
    for (int round = 0; round < 20; ++round) {
        palette->field()->clear();
        for (const char letter : { 't', 'r', 'e', 'a', ' ', '7', 'h' }) {
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(palette->field(), letter);
            palette->repaint();
            times.append(static_cast<qreal>(timer.nsecsElapsed()) / 1e6);
        }
    }
    const qreal p99 = percentile(times, 0.99);
    return print(u"palette"_s,
        { { u"entries"_s, entries.size() }, { u"p50_ms"_s, rounded(percentile(times, 0.5)) },
            { u"p99_ms"_s, rounded(p99) }, { u"goal_ms"_s, 16 } },
        p99 <= 16);
}

} // namespace assay::bench
