// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

#define TEXT(text) QT_TRANSLATE_NOOP("Actions", text)

namespace assay {

static QString translated(const char* text)
{
    return QCoreApplication::translate("Actions", text);
}

static QList<ActionSpec> table()
{
    constexpr auto Reader = ActionSpec::Reader;
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
    const char* const view = TEXT("&View");
    const char* const help = TEXT("&Help");
    return {
        { "new", project, TEXT("&New Project…"), keys(QKeySequence::New) },
        { "open", project, TEXT("&Open Project…"), keys(QKeySequence::Open) },
        { "add", project, TEXT("&Add Articles…"), keys("Ctrl+I"), ActionSpec::Window, true },
        { "paste", project, TEXT("Add Article from Clip&board"), keys("Ctrl+Shift+V") },
        { "export", project, TEXT("&Export This Article as PDF…"), keys("Ctrl+E"),
            ActionSpec::Window, true },
        { "export-all", project, TEXT("Export A&ll Articles as PDF…"), keys("Ctrl+Shift+E") },
        { "merge", project, TEXT("&Merge Project…"), {}, ActionSpec::Window, true },
        { "save-copy", project, TEXT("Save a &Copy…"), keys("Ctrl+Shift+S") },
        { "snapshots", project, TEXT("&Snapshots…"), {} },
        { "reviewer", project, TEXT("Revie&wer’s Name…"), {}, ActionSpec::Window, true },
        { "quit", project, TEXT("&Quit"), keys("Ctrl+Q"), ActionSpec::Window, true },

        { "undo", edit, TEXT("&Undo"), keys("Ctrl+Z") },
        { "redo", edit, TEXT("&Redo"), keys("Ctrl+Shift+Z", "Ctrl+Y") },
        { "history", edit, TEXT("Undo &History…"), keys("Ctrl+Alt+Z") },
        { "changes", edit, TEXT("&Changes by Others…"), {}, ActionSpec::Window, true },

        { "next", article, TEXT("&Next Sentence"), keys("Down"), Reader },
        { "previous", article, TEXT("&Previous Sentence"), keys("Up"), Reader },
        { "extend-down", article, TEXT("E&xtend the Range Down"), keys("Shift+Down"), Reader },
        { "extend-up", article, TEXT("Extend the Range &Up"), keys("Shift+Up"), Reader },
        { "next-untagged", article, TEXT("Next Unta&gged Sentence"), keys("Ctrl+Down", "]"),
            Reader },
        { "previous-untagged", article, TEXT("Previous Untagged Sentence"), keys("Ctrl+Up", "["),
            Reader },
        { "other", article, TEXT("The &Other Reader"), keys("Tab"), Reader, true },
        { "properties", article, TEXT("&Properties…"), keys("Alt+Return"), ActionSpec::Window,
            true },
        { "newer-text", article, TEXT("Ne&wer Version of This Article…"), {} },
        { "remove", article, TEXT("&Remove Article from Project"), {}, ActionSpec::Window, true },
        { "erase", article, TEXT("Erase Article for &Good…"), {} },

        { "evidence", tag, TEXT("&Evidence"), keys("E", "1"), Reader },
        { "marketing", tag, TEXT("&Marketing"), keys("M", "2"), Reader },
        { "caveat", tag, TEXT("&Caveat"), keys("C", "3"), Reader },
        { "none", tag, TEXT("&None of These"), keys("0", "Space"), Reader },
        { "evidence-stay", tag, TEXT("Evidence, and Stay"), keys("Shift+E"), Reader, true },
        { "marketing-stay", tag, TEXT("Marketing, and Stay"), keys("Shift+M"), Reader },
        { "caveat-stay", tag, TEXT("Caveat, and Stay"), keys("Shift+C"), Reader },
        { "none-stay", tag, TEXT("None, and Stay"), keys("Shift+Space", "Shift+0"), Reader },
        { "repeat", tag, TEXT("&Repeat the Last Tag"), keys("."), Reader, true },
        { "clear", tag, TEXT("C&lear, or Go Back and Clear"), keys("Backspace"), Reader },
        { "unsure", tag, TEXT("&Unsure"), keys("U"), Reader, true },
        { "note", tag, TEXT("N&ote"), keys("N"), Reader },
        { "source", tag, TEXT("&Source"), keys("Shift+N"), Reader },
        { "furniture", tag, TEXT("Page &Furniture or Not"), keys("F"), Reader, true },

        { "show-furniture", view, TEXT("Show or Fold Page &Furniture"), keys("Shift+F"), Reader },
        { "second", view, TEXT("&Second Reader"), keys("Ctrl+2") },
        { "next-area", view, TEXT("Next A&rea"), keys("F6") },
        { "zoom-in", view, TEXT("Zoom &In"), keys("Ctrl++", "Ctrl+="), ActionSpec::Window, true },
        { "zoom-out", view, TEXT("Zoom &Out"), keys("Ctrl+-") },
        { "zoom-reset", view, TEXT("Normal Si&ze"), keys("Ctrl+0") },
        { "theme-desktop", view, TEXT("Colours of the &Desktop"), {}, ActionSpec::Window, true },
        { "theme-light", view, TEXT("&Light"), {} },
        { "theme-dark", view, TEXT("Dar&k"), {} },
        { "theme-contrast", view, TEXT("High &Contrast"), {} },

        { "keys", help, TEXT("All &Keys"), keys("?", "F1") },
        { "sample", help, TEXT("Open a &Sample Project"), {} },
        { "about", help, TEXT("&About Assay"), {}, ActionSpec::Window, true },
    };
}

Actions::Actions(QObject* parent)
    : QObject(parent)
    , m_table(table())
{
    for (const ActionSpec& spec : std::as_const(m_table)) {
        auto* action = new QAction(translated(spec.text), this);
        action->setObjectName(QLatin1StringView(spec.id));
        action->setShortcuts(spec.keys);
        action->setShortcutContext(
            spec.scope == ActionSpec::Reader ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
        m_actions.insert(spec.id, action);
    }
}

QAction* Actions::action(const char* id) const
{
    Q_ASSERT(m_actions.contains(id));
    return m_actions.value(id);
}

void Actions::on(const char* id, std::function<void()> handler)
{
    connect(action(id), &QAction::triggered, this, [handler = std::move(handler)] { handler(); });
}

void Actions::install(QWidget* window, const QList<QWidget*>& readers)
{
    for (const ActionSpec& spec : std::as_const(m_table)) {
        if (spec.scope == ActionSpec::Window) {
            window->addAction(action(spec.id));
            continue;
        }
        for (QWidget* reader : readers)
            reader->addAction(action(spec.id));
    }
}

QHash<QByteArray, QMenu*> Actions::fill(QMenuBar* bar)
{
    QHash<QByteArray, QMenu*> menus;
    for (const ActionSpec& spec : std::as_const(m_table)) {
        if (!spec.menu)
            continue;
        QMenu*& menu = menus[spec.menu];
        if (!menu)
            menu = bar->addMenu(translated(spec.menu));
        if (spec.separatorBefore)
            menu->addSeparator();
        menu->addAction(action(spec.id));
    }
    return menus;
}

QList<std::pair<QString, QString>> Actions::keys() const
{
    QList<std::pair<QString, QString>> all;
    for (const ActionSpec& spec : m_table) {
        const QAction* each = action(spec.id);
        if (each->shortcuts().isEmpty())
            continue;
        all.append({ QString(each->text()).remove(QLatin1Char('&')),
            QKeySequence::listToString(each->shortcuts(), QKeySequence::NativeText) });
    }
    return all;
}

} // namespace assay
