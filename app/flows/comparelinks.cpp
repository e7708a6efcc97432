// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says of matches: links, refusals, one tag for identical sentences, earlier
// versions.
#include "app/flows/compareflow.h"

#include "app/desk.h"
#include "app/messagebar.h"
#include "models/items/describe.h"
#include "models/items/matchlistmodel.h"
#include "views/dialogs/listdialog.h"
#include "views/reader/readerpane.h"

#include <QLocale>
#include <QMenu>
#include <QStandardItemModel>

namespace assay {

using namespace Qt::StringLiterals;

/// The sentences that a link would join: the active reader's current one, and in the other reader
/// the one its match is ringed at, or its current one.
std::optional<std::pair<Target, Target>> CompareFlow::currentPair(Partner partner) const
{
    if (!m_compared)
        return {};
    const int active = m_desk.activeIndex();
    const auto target = [&](int reader, qsizetype unit) -> std::optional<Target> {
        const ArticleState* article = m_project->state().article(m_desk.reader(reader)->article());
        if (!article || unit < 0 || unit >= article->units().size())
            return {};
        return Target{ article->id(), article->revision(), article->units()[unit].range };
    };
    const Reader* other = m_desk.reader(1 - active);
    const std::optional<Target> here = target(active, m_desk.activeReader()->currentUnit());
    const bool ringed = partner == Partner::Match && hasMatchShown();
    const std::optional<Target> there
        = target(1 - active, ringed ? other->matchedUnit() : other->currentUnit());
    if (!here || !there || *here == *there)
        return {};
    return std::pair(*here, *there);
}

/// Whether the other reader rings what belongs to the active one's current sentence.
bool CompareFlow::hasMatchShown() const
{
    return m_desk.reader(1 - m_desk.activeIndex())->matchedUnit() >= 0;
}

bool CompareFlow::edit(const QList<Change>& changes)
{
    if (const Expected<GroupId> edited = m_project->edit(changes); !edited)
        m_messages.showMessage(edited.error().message, {}, true);
    else
        return true;
    return false;
}

void CompareFlow::link(std::optional<Relation> relation, Partner partner)
{
    const auto pair = currentPair(partner);
    if (!pair) {
        m_messages.showMessage(tr("Choose a sentence in each reader, then link them."));
        return;
    }
    // What is said last of a pair counts: there is no refusal to take back first.
    edit({ linkChange(
        m_project->state(), m_project->reviewer(), pair->first, pair->second, relation) });
}

void CompareFlow::refuse(Partner partner)
{
    // Without a match, the pair would be whatever the other cursor was left at.
    const auto pair
        = partner == Partner::Match && !hasMatchShown() ? std::nullopt : currentPair(partner);
    if (!pair)
        return sayOfHere(tr("Choose a sentence that has a match, then refuse it."));
    if (edit({ refuseChange(
            m_project->state(), m_project->reviewer(), pair->first, pair->second, true) }))
        m_messages.showMessage(
            tr("These two sentences are no match any more. Undo brings it back."));
}

void CompareFlow::askForLink()
{
    const auto pair = currentPair();
    if (!pair) {
        m_messages.showMessage(tr("Choose a sentence in each reader, then link them."));
        return;
    }
    const auto excerpt = [&](const Target& target) {
        const QString text = m_project->text(target.article).value_or(QString());
        return QFontMetrics(m_window->font())
            .elidedText(text.sliced(target.range.start, target.range.length()).simplified(),
                Qt::ElideRight, 420)
            .replace(u'&', "&&"_L1); // no mnemonic
    };
    auto* menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Target& target : { pair->first, pair->second })
        menu->addAction(excerpt(target))->setEnabled(false);
    menu->addSeparator();
    const auto fill = [this](QMenu* into, Partner partner) {
        const auto add = [&](const QString& text, std::optional<Relation> relation) {
            into->addAction(text, this, [this, relation, partner] { link(relation, partner); });
        };
        add(tr("&Same claim"), Relation::SameClaim);
        add(tr("&Conflict"), Relation::Conflict);
        add(tr("C&opied"), Relation::Copied);
        add(tr("One &backs the other"), Relation::Supports);
        into->addSeparator();
        into->addAction(tr("&Not the same"), this, [this, partner] { refuse(partner); });
        add(tr("&Take my link back"), {});
    };
    fill(menu, hasMatchShown() ? Partner::Match : Partner::Cursor);
    // The cursor of the other reader may stand elsewhere than at the match: by choice, perhaps.
    if (const auto chosen = currentPair(Partner::Cursor); chosen && chosen != pair) {
        menu->addSeparator();
        fill(menu->addMenu(tr("&With %1").arg(excerpt(chosen->second))), Partner::Cursor);
    }
    const Reader* reader = m_desk.activeReader();
    const QRect box = reader->unitGeometry(reader->currentUnit());
    menu->popup(reader->viewport()->mapToGlobal(QPoint(box.left() + 20, box.bottom() + 6)));
    menu->setActiveAction(menu->actions().value(3));
}

/// Versions of the article that its present text came after, the latest first.
void CompareFlow::askForEarlier()
{
    const ArticleId article = m_desk.activeReader()->article();
    const ArticleState* state = m_project->state().article(article);
    const QList<RevisionKey> earlier = state ? state->earlierRevisions() : QList<RevisionKey>();
    if (earlier.isEmpty()) {
        m_messages.showMessage(tr("This article has no earlier version in this project. One comes "
                                  "about when a newer save of it is taken in."));
        return;
    }
    const auto compare = [this, article](RevisionKey revision) {
        m_desk.show(article);
        m_desk.show(m_project->earlierVersion(article, revision), true);
    };
    if (earlier.size() == 1) {
        compare(earlier.first());
        return;
    }
    auto* model = new QStandardItemModel;
    for (const RevisionKey revision : earlier) {
        const ArticleFacts facts
            = m_project->state().article(m_project->earlierVersion(article, revision))->facts();
        model->appendRow(new QStandardItem(u"%1 – %2"_s.arg(
            QLocale().toString(facts.provenance.imported.toLocalTime(), QLocale::ShortFormat),
            facts.provenance.file)));
    }
    auto* dialog = new ListDialog(tr("Earlier Versions"),
        tr("Texts this article had before, the latest on top. One is shown in the other reader, to "
           "read and compare."),
        model, m_window);
    connect(m_project, &QObject::destroyed, dialog, &QDialog::close);
    dialog->addButton(tr("Compare"), [earlier, compare](int row) { compare(earlier.value(row)); });
    dialog->show();
}

void CompareFlow::offerSameTags()
{
    m_pool.start([this, articles = taggedArticles(*m_project), project = m_project] {
        const QList<SameTag> offers
            = sameTags(articles, [this](qsizetype, qsizetype) { return !m_stopped; });
        QMetaObject::invokeMethod(
            this,
            [this, offers, project] {
                if (m_project == project)
                    listSameTags(offers);
            },
            Qt::QueuedConnection);
    });
}

void CompareFlow::listSameTags(const QList<SameTag>& offers)
{
    if (offers.isEmpty()) {
        m_messages.showMessage(tr("No untagged sentence of this project stands, word for word, in "
                                  "another article with one tag of yours."));
        return;
    }
    auto* model = new QStandardItemModel;
    for (const SameTag& offer : offers) {
        const ArticleState* article = m_project->state().article(offer.article);
        model->appendRow(new QStandardItem(u"%1: “%2”\n%3"_s.arg(
            tagTitle(offer.tag), offer.text, article ? article->facts().title : QString())));
    }
    auto* dialog = new ListDialog(tr("The Same Tag for the Same Sentence"),
        tr("These sentences have no tag of yours, but stand in another article with one. Tagging "
           "them is one step that can be undone."),
        model, m_window);
    dialog->showWhole();
    connect(m_project, &QObject::destroyed, dialog, &QDialog::close);
    dialog->addButton(tr("Tag All"), [this, offers, dialog](int) {
        QList<Change> changes;
        for (const SameTag& offer : offers) {
            const ArticleState* article = m_project->state().article(offer.article);
            const qsizetype unit = article ? article->unitWith(offer.range) : -1;
            if (unit < 0 || article->tag(m_project->reviewer(), unit) != Tag::Untagged)
                continue; // it changed while the list was open
            Change change = changeOf(*article, unit, EventKind::Tag);
            change.tag = offer.tag;
            changes.append(change);
        }
        edit(changes);
        dialog->close();
    });
    dialog->show();
}

} // namespace assay
