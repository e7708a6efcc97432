// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commandline.h"

#include "app/commandline/console.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <cstdio>

namespace assay {

using namespace Qt::StringLiterals;

namespace console {

const QList<Command>& commands()
{
    const auto say = [](const char* text) { return QCoreApplication::translate("Console", text); };
    static const QList<Command> all{
        { u"segment"_s, u"FILE..."_s,
            say("Prints how each file falls into headings, sentences, list items and furniture."),
            u"assay segment leaflet.txt | jq .units[0].text"_s, &segment },
        { u"cues"_s, u"FILE..."_s,
            say("Prints, a line a unit, the words in it that hint at a tag."),
            u"assay cues leaflet.txt | jq -c '.[] | [.cue, .text]'"_s, &cues },
        { u"compare"_s, u"A B [--output FILE]"_s,
            say("Prints what two articles have in common: copied, same claim, conflict, and what "
                "only one has."),
            u"assay compare press.txt story.html | jq -c '.matches[] | [.a, .b, .relation]'"_s,
            &compare },
        { u"import"_s, u"PROJECT FILE..."_s,
            say("Adds articles to a project, making it if there is none; prints a line an "
                "article."),
            u"assay import review.assay leaflet.txt page.html saved-pages/"_s, &import },
        { u"list"_s, u"PROJECT"_s,
            say("Prints a line an article: id, title, progress, composition."),
            u"assay list review.assay --reviewer \"A. Reviewer\""_s, &list },
        { u"tag"_s, u"PROJECT --reviewer NAME < LINES"_s,
            say("Tags units from JSON lines, all of them or none, as one undoable edit."),
            u"echo '{\"article\":\"leaflet.txt\",\"unit\":3,\"tag\":\"caveat\"}' | assay tag review.assay --reviewer \"A. Reviewer\""_s,
            &tag },
        { u"repair"_s, u"PROJECT < LINES"_s,
            say("Splits and joins units and marks page furniture, as one undoable edit."),
            u"echo '{\"article\":\"page.html\",\"unit\":4,\"do\":\"split\",\"at\":21}' | assay repair review.assay"_s,
            &repair },
        { u"original"_s, u"PROJECT --article ID --output FILE"_s,
            say("Gives back the bytes of the file that an article was made of."),
            u"assay original review.assay --article page.html --output original.html"_s,
            &original },
        { u"export"_s, u"PROJECT --format pdf|jsonl|csv --output DIR|FILE"_s,
            say("Writes annotated PDFs, or all tags as JSON lines or CSV."),
            u"assay export review.assay --format pdf --output reports"_s, &exportTo },
        { u"stats"_s, u"PROJECT"_s,
            say("Prints composition and progress for each reviewer, and how far they agree."),
            u"assay stats review.assay"_s, &stats },
        { u"check"_s, u"PROJECT"_s,
            say("Verifies every stored byte of a project. Exit code 0: sound."),
            u"assay check review.assay"_s, &check },
        { u"merge"_s, u"PROJECT OTHER..."_s,
            say("Takes everything that other copies hold into the first; prints a line a copy."),
            u"assay merge review.assay from-anna.assay"_s, &merge },
        { u"log"_s, u"PROJECT"_s, say("Prints everything that was ever done, a line an event."),
            u"assay log review.assay | jq -r .kind | sort | uniq -c"_s, &log },
        { u"manual"_s, u"[--format markdown|html|man]"_s, say("Prints the manual."),
            u"assay manual --format html > manual.html"_s, &manualPages },
    };
    return all;
}

const Command& command(const QString& name)
{
    return *std::find_if(
        commands().begin(), commands().end(), [&](const Command& c) { return c.name == name; });
}

static QByteArray usage()
{
    QString text = QCoreApplication::translate("Console",
        "Assay: review health articles, sentence by sentence.\n\n"
        "  assay [PROJECT] [ARTICLE...]        opens the window\n");
    for (const Command& each : commands())
        text += u"  assay %1 %2\n      %3\n"_s.arg(each.name, each.arguments, each.summary);
    return (text
        + QCoreApplication::translate("Console",
            "\nA project that was put back to an older state is left alone, unless a command has\n"
            "  --bring-back   puts back what this computer knows to be missing\n"
            "  --keep-older   takes the file as it is\n"
            "\n'assay COMMAND --help' shows options and an example.\n"))
        .toUtf8();
}

} // namespace console

static bool isCommand(const QString& name)
{
    return std::any_of(console::commands().begin(), console::commands().end(),
        [&](const console::Command& c) { return c.name == name; });
}

static const QStringList& informs()
{
    static const QStringList words{ u"--help"_s, u"-h"_s, u"help"_s, u"--version"_s };
    return words;
}

bool isCommandLine(const QStringList& arguments)
{
    if (arguments.isEmpty())
        return false;
    const QString& first = arguments.first();
    if (isCommand(first) || informs().contains(first))
        return true;
    if (QFileInfo::exists(first))
        return false;
    // Those that the window takes itself, and those that Qt does (QGuiApplication's documentation).
    static const QStringList windows{ u"compare"_s, u"display"_s, u"geometry"_s, u"icon"_s,
        u"platform"_s, u"platformpluginpath"_s, u"platformtheme"_s, u"plugin"_s, u"qmljsdebugger"_s,
        u"qwindowgeometry"_s, u"qwindowicon"_s, u"qwindowtitle"_s, u"reverse"_s, u"session"_s,
        u"style"_s, u"stylesheet"_s, u"title"_s, u"dialogs"_s, u"widgetcount"_s };
    if (first.startsWith(u'-')) {
        const QString option = first.sliced(first.startsWith("--"_L1) ? 2 : 1);
        return !windows.contains(option.section(u'=', 0, 0));
    }
    // A word that is no file can only be meant as a command.
    return std::all_of(first.begin(), first.end(),
        [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_'; });
}

bool needsFonts(const QStringList& arguments)
{
    return arguments.value(0) == "export"_L1
        || (arguments.value(0) == "compare"_L1 && arguments.contains("--output"_L1));
}

int runCommandLine(const QStringList& arguments)
{
    // English words, and English dates and numbers among them.
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QString& name = arguments.first();
    if (name == "--version"_L1) {
        console::print("Assay " ASSAY_VERSION "\n");
        return console::endOutput() ? console::Done : console::Failed;
    }
    if (!isCommand(name) && !informs().contains(name)) {
        const QString what = name.startsWith(u'-')
            ? QCoreApplication::translate(
                  "Console", "There is no option “%1”; 'assay --help' lists the commands.")
            : QCoreApplication::translate("Console",
                  "There is no file and no command “%1”; 'assay --help' lists the commands.");
        console::complain(what.arg(name));
        return console::WrongUsage;
    }
    if (!isCommand(name)) {
        console::print(console::usage());
        return console::endOutput() ? console::Done : console::Failed;
    }
    console::catchInterrupt();
    QStringList own = arguments.sliced(1);
    for (const auto& [option, choice] :
        { std::pair(u"--bring-back"_s, console::OlderState::BringBack),
            std::pair(u"--keep-older"_s, console::OlderState::KeepOlder) }) {
        if (own.removeAll(option) > 0)
            console::setOlderState(choice);
    }
    const int code = console::command(name).run(own);
    return console::endOutput() || code != console::Done ? code : int(console::Failed);
}

} // namespace assay
