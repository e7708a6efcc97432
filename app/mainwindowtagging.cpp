// SPDX-License-Identifier: GPL-3.0-or-later
// Tags, notes and the units they belong to: what the window's Tag menu does, and the inspector.
#include "app/mainwindow.h"

#include "app/actions.h"
#include "app/desk.h"
#include "app/docks.h"
#include "app/messagebar.h"
#include "views/inspector/inspector.h"
#include "views/reader/readerpane.h"

namespace assay {

using namespace Qt::StringLiterals;

/// Does what tags sentences, and says what is left once the last one of an article has its tag.
void MainWindow::decide(const std::function<Expected<void>()>& act)
{
    if (!m_project)
        return;
    const auto made = [this] {
        const ArticleState* article = m_project->state().article(m_desk->activeReader()->article());
        return article ? article->composition(m_project->reviewer()) : Composition();
    };
    const Composition before = made();
    report(act());
    const Composition after = made();
    if (after.tagged() < after.total() || before.tagged() == before.total())
        return;
    QList<MessageBar::Choice> choices;
    if (after.unsure > 0)
        choices.append(
            { tr("Show the Unsure Ones"), [this] { showUnits(UnitFilter::unsureOnes()); } });
    const auto holds = [this, id = m_desk->activeReader()->article(), unsure = after.unsure] {
        const ArticleState* article = m_project ? m_project->state().article(id) : nullptr;
        const Composition now
            = article ? article->composition(m_project->reviewer()) : Composition();
        return article && now.tagged() == now.total() && now.unsure == unsure;
    };
    m_messages->showWhile(holds,
        after.unsure > 0 ? tr("Every sentence of this article is tagged; you are unsure of %n.",
                               nullptr, static_cast<int>(after.unsure))
                         : tr("Every sentence of this article is tagged."),
        choices);
}

void MainWindow::connectTags()
{
    const std::tuple<const char*, Tag, bool> all[]
        = { { "evidence", Tag::Evidence, false }, { "marketing", Tag::Marketing, false },
              { "caveat", Tag::Caveat, false }, { "none", Tag::None, false },
              { "evidence-stay", Tag::Evidence, true }, { "marketing-stay", Tag::Marketing, true },
              { "caveat-stay", Tag::Caveat, true }, { "none-stay", Tag::None, true } };
    const auto tag = [this](Tag meant, bool stay) {
        decide([&] { return m_tagging.tag(*m_project, *m_desk->activeReader(), meant, stay); });
    };
    for (const auto& [id, meant, stay] : all)
        m_actions->on(id, [tag, meant = meant, stay = stay] { tag(meant, stay); });
    m_actions->on("repeat", [this] {
        decide([this] { return m_tagging.repeat(*m_project, *m_desk->activeReader()); });
    });
    m_actions->on(
        "clear", [this] { report(m_tagging.clear(*m_project, *m_desk->activeReader())); });
    m_actions->on(
        "unsure", [this] { report(m_tagging.toggleUnsure(*m_project, *m_desk->activeReader())); });
    m_actions->on("split", [this] {
        Reader* reader = m_desk->activeReader();
        reader->isSplitting() ? reader->applySplit() : reader->startSplit();
    });
    m_actions->on("join", [this] { report(m_tagging.join(*m_project, *m_desk->activeReader())); });
    m_actions->on("furniture",
        [this] { report(m_tagging.toggleFurniture(*m_project, *m_desk->activeReader())); });
    m_actions->on("show-furniture", [this] {
        Reader* reader = m_desk->activeReader();
        reader->showFurniture(!reader->isFurnitureShown());
    });
    const auto openInspector = [this] { // nobody types into what is not seen
        if (!m_docks->isShown(u"sentence"_s))
            m_docks->show(u"sentence"_s);
    };
    m_actions->on("note", [this, openInspector] {
        openInspector();
        m_desk->inspector()->focusNote();
    });
    m_actions->on("source", [this, openInspector] {
        openInspector();
        m_desk->inspector()->focusSource();
    });
    Inspector* inspector = m_desk->inspector();
    connect(inspector, &Inspector::tagChosen, this, [tag](Tag chosen) { tag(chosen, true); });
    connect(inspector, &Inspector::unsureChosen, this,
        [this] { m_actions->action("unsure")->trigger(); });
    connect(inspector, &Inspector::edited, this,
        [this, inspector](const QList<Change>& changes, GroupId visit) {
            const Expected<GroupId> edited = m_project->edit(changes, visit);
            if (!edited)
                m_messages->showMessage(edited.error().message, {}, true);
            else if (!edited->isNull())
                inspector->setVisit(*edited);
        });
    connect(inspector, &Inspector::left, this, [this](bool goOn) {
        Reader* reader = m_desk->activeReader();
        reader->setFocus();
        if (goOn)
            reader->goOn(reader->currentUnit(), false);
    });
}

} // namespace assay
