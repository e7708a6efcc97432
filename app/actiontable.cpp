// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions.h"

#include <QCoreApplication>

#define TEXT(text) QT_TRANSLATE_NOOP("Actions", text)

namespace assay {

QList<ActionSpec> actionTable()
{
    constexpr auto Window = ActionSpec::Window;
    constexpr auto Reader = ActionSpec::Reader;
    constexpr auto Line = ActionSpec::SeparatorBefore;
    constexpr auto Check = ActionSpec::Checkable;
    const auto key = [](auto each) {
        if constexpr (std::is_convertible_v<decltype(each), const char*>)
            return QKeySequence(QLatin1StringView(each));
        else
            return QKeySequence(each);
    };
    const auto keys = [key](auto... all) { return QList<QKeySequence>{ key(all)... }; };
    const char* const project = TEXT("&Project");
    const char* const edit = TEXT("&Edit");
    const char* const article = TEXT("&Article");
    const char* const tag = TEXT("&Tag");
    const char* const compare = TEXT("&Compare");
    const char* const view = TEXT("&View");
    const char* const help = TEXT("&Help");
    return {
        { "new", project, TEXT("&New Project…"), keys(QKeySequence::New) },
        { "open", project, TEXT("&Open Project…"), keys(QKeySequence::Open) },
        { "add", project, TEXT("&Add Articles…"), keys("Ctrl+I"), Window, Line, "add" },
        { "paste", project, TEXT("Add Article from Clip&board"), keys("Ctrl+Shift+V") },
        { "export", project, TEXT("&Export This Article as PDF…"), keys("Ctrl+E"), Window, Line,
            "export" },
        { "export-all", project, TEXT("Export A&ll Articles as PDF…"), keys("Ctrl+Shift+E") },
        { "print", project, TEXT("&Print This Article…"), keys(QKeySequence::Print) },
        { "statistics", project, TEXT("S&tatistics…"), keys("Ctrl+T"), Window, Line },
        { "merge", project, TEXT("&Merge Project…"), {}, Window, Line },
        { "save-copy", project, TEXT("Save a &Copy…"), keys("Ctrl+Shift+S") },
        { "snapshots", project, TEXT("&Snapshots…"), {} },
        { "reviewer", project, TEXT("Revie&wer’s Name…"), {}, Window, Line },
        { "quit", project, TEXT("&Quit"), keys("Ctrl+Q"), Window, Line },

        { "undo", edit, TEXT("&Undo"), keys("Ctrl+Z"), Window, 0, "undo" },
        { "redo", edit, TEXT("&Redo"), keys("Ctrl+Shift+Z", "Ctrl+Y"), Window, 0, "redo" },
        { "history", edit, TEXT("Undo &History…"), keys("Ctrl+Alt+Z") },
        { "changes", edit, TEXT("Cha&nges by Others…"), {} },
        { "copy", edit, TEXT("&Copy"), keys("Ctrl+C"), Reader, Line },
        { "copy-tagged", edit, TEXT("Copy with &Tags"), keys("Ctrl+Shift+C"), Reader },
        { "find", edit, TEXT("&Find in Article…"), keys("Ctrl+F"), Window, Line },
        { "find-next", edit, TEXT("Find Ne&xt"), keys("F3") },
        { "find-previous", edit, TEXT("Find &Previous"), keys("Shift+F3") },
        { "find-project", edit, TEXT("Find in Pro&ject…"), keys("Ctrl+Shift+F"), Window, 0,
            "find" },
        { "preferences", edit, TEXT("Pr&eferences…"), keys("Ctrl+,"), Window, Line },

        { "next", article, TEXT("&Next Sentence"), keys("Down"), Reader },
        { "previous", article, TEXT("&Previous Sentence"), keys("Up"), Reader },
        { "extend-down", article, TEXT("E&xtend the Range Down"), keys("Shift+Down"), Reader },
        { "extend-up", article, TEXT("Extend the Range &Up"), keys("Shift+Up"), Reader },
        { "next-untagged", article, TEXT("Next Unta&gged Sentence"), keys("Ctrl+Down", "]"),
            Reader },
        { "previous-untagged", article, TEXT("Previous Untagged Sentence"), keys("Ctrl+Up", "["),
            Reader },
        { "next-unsure", article, TEXT("Next Unsu&re Sentence"), keys("Shift+U"), Reader },
        { "other", article, TEXT("The &Other Reader"), keys("Tab"), Reader, Line },
        { "split", article, TEXT("&Split the Sentence"), keys("S"), Reader, Line },
        { "join", article, TEXT("&Join with the Next Sentence"), keys("J"), Reader },
        { "rename", article, TEXT("Rena&me…"), keys("F2"), Window, Line },
        { "mark-done", article, TEXT("Mark as &Done"), keys("Ctrl+D") },
        { "mark-skipped", article, TEXT("Mark as S&kipped"), {} },
        { "mark-todo", article, TEXT("Mark as &To Do"), {} },
        { "source-view", article, TEXT("Original Sour&ce…"), keys("Ctrl+Shift+O"), Window, Line },
        { "properties", article, TEXT("&Properties…"), keys("Alt+Return") },
        { "newer-text", article, TEXT("Ne&wer Version of This Article…"), {} },
        { "remove", article, TEXT("Remo&ve Article from Project"), {}, Window, Line },
        { "erase", article, TEXT("Erase Article &for Good…"), {} },
        { "erasures", article, TEXT("Erased in Ot&her Copies…"), {} },

        { "evidence", tag, TEXT("&Evidence"), keys("E", "1"), Reader },
        { "marketing", tag, TEXT("&Marketing"), keys("M", "2"), Reader },
        { "caveat", tag, TEXT("&Caveat"), keys("C", "3"), Reader },
        { "none", tag, TEXT("&None of These"), keys("0", "Space"), Reader },
        { "evidence-stay", tag, TEXT("Evidence, and Stay"), keys("Shift+E", "Shift+1"), Reader,
            Line },
        { "marketing-stay", tag, TEXT("Marketing, and Stay"), keys("Shift+M", "Shift+2"), Reader },
        { "caveat-stay", tag, TEXT("Caveat, and Stay"), keys("Shift+C", "Shift+3"), Reader },
        { "none-stay", tag, TEXT("None, and Stay"), keys("Shift+Space", "Shift+0"), Reader },
        { "repeat", tag, TEXT("&Repeat the Last Tag"), keys("."), Reader, Line },
        { "clear", tag, TEXT("C&lear, or Go Back and Clear"), keys("Backspace"), Reader },
        { "unsure", tag, TEXT("&Unsure"), keys("U"), Reader, Line },
        { "note", tag, TEXT("N&ote"), keys("N"), Reader },
        { "source", tag, TEXT("&Source"), keys("Shift+N"), Reader },
        { "furniture", tag, TEXT("Page &Furniture or Not"), keys("F"), Reader, Line },
        { "unsure-list", tag, TEXT("All Unsure Sen&tences"), keys("Ctrl+U"), Window, Line },
        { "notes-list", tag, TEXT("All Notes"), keys("Ctrl+Shift+N") },

        { "next-match", compare, TEXT("&Next Match"), keys("G"), Reader },
        { "previous-match", compare, TEXT("&Previous Match"), keys("Shift+G"), Reader },
        { "to-match", compare, TEXT("&Go to the Match"), keys("Ctrl+G"), Reader },
        { "follow", compare, TEXT("&Keep the Match in View"), keys("Ctrl+Shift+G"), Window, Check },
        { "link", compare, TEXT("&Link the Two Sentences…"), keys("L"), Reader, Line },
        { "refuse", compare, TEXT("No&t the Same"), keys("Shift+L"), Reader },
        { "same-tag", compare, TEXT("Give &Identical Sentences the Same Tag…"), {} },
        { "comparison", compare, TEXT("&Lists of Matches"), keys("Ctrl+M"), Window, Line },
        { "swap", compare, TEXT("S&wap the Readers"), keys("Ctrl+Shift+M") },
        { "earlier", compare, TEXT("Compare with an &Earlier Version…"), {} },
        { "compare-files", compare, TEXT("Compare Two &Files…"), keys("Ctrl+Shift+I") },
        { "export-comparison", compare, TEXT("E&xport the Comparison…"), {}, Window, Line },

        { "cues", view, TEXT("&Cues"), keys("Ctrl+Shift+K"), Window, Check },
        { "blind", view, TEXT("&Blind: No Hints, No Others"), {}, Window, Check },
        { "show-furniture", view, TEXT("Show or Fold Page &Furniture"), keys("Shift+F"), Reader },
        { "second", view, TEXT("&Second Reader"), keys("Ctrl+2"), Window, Line },
        { "next-area", view, TEXT("Next A&rea"), keys("F6") },
        { "reset-layout", view, TEXT("Res&tore the Panels"), {} },
        { "zoom-in", view, TEXT("Zoom &In"), keys("Ctrl++", "Ctrl+="), Window, Line },
        { "zoom-out", view, TEXT("Zoom &Out"), keys("Ctrl+-") },
        { "zoom-reset", view, TEXT("Normal Si&ze"), keys("Ctrl+0") },
        { "wider", view, TEXT("&Wider Column"), keys("Alt+Shift+Right", "Ctrl+Alt+Right") },
        { "narrower", view, TEXT("&Narrower Column"), keys("Alt+Shift+Left", "Ctrl+Alt+Left") },
        { "theme-desktop", view, TEXT("Colours of the &Desktop"), {}, Window, Line | Check },
        { "theme-light", view, TEXT("&Light"), {}, Window, Check },
        { "theme-dark", view, TEXT("Dar&k"), {}, Window, Check },
        { "theme-contrast", view, TEXT("&High Contrast"), {}, Window, Check },

        { "palette", help, TEXT("All &Commands…"), keys("Ctrl+K") },
        { "keys", help, TEXT("All &Keys"), keys("?", "F1") },
        { "rules", help, TEXT("&Rules for Hard Cases"), keys("Shift+F1") },
        { "manual", help, TEXT("&Manual"), keys("Ctrl+F1") },
        { "sample", help, TEXT("Open a &Sample Project"), {}, Window, Line },
        { "log", help, TEXT("Show the &Log"), {}, Window, Line },
        { "about", help, TEXT("&About Assay"), {}, Window, Line },
    };
}

QString actionTitle(const char* text)
{
    return QCoreApplication::translate("Actions", text).remove(QLatin1Char('&'));
}

} // namespace assay
