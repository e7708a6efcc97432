// SPDX-License-Identifier: GPL-3.0-or-later
// Where the desk's readers go: articles shown, places come back to, places that lists lead to.
#include "app/desk.h"

#include "views/reader/reader.h"

#include <QScrollBar>

#include <cstdlib>

namespace assay {

void Desk::show(ArticleId article, bool inOther)
{
    const int target = inOther ? 1 - m_active : m_active;
    if (target == 1 && !isSecondShown())
        showSecond(true);
    m_waiting[static_cast<size_t>(target)] = {};
    if (reader(target)->article() != article)
        reader(target)->showArticle(article);
    emit activeChanged();
}

/// The text of a reader is there: go where it was meant to go.
void Desk::arrive(int index)
{
    const session::ReaderPlace place = std::exchange(m_waiting[static_cast<size_t>(index)], {});
    if (place.article == reader(index)->article() && place.unit >= 0) {
        reader(index)->setCurrentUnit(place.unit);
        const int scrolled = reader(index)->verticalScrollBar()->value();
        reader(index)->scrollTo(place.scroll);
        // Remembered in a wider or narrower window, the place may be behind its sentence; one that
        // was far from it somebody had scrolled to.
        constexpr qsizetype far = 10;
        if (std::abs(place.scroll.first - place.unit) < far
            && !reader(index)->isInSight(place.unit))
            reader(index)->verticalScrollBar()->setValue(scrolled);
    }
    if (m_reveal && m_reveal->article == reader(index)->article())
        reveal(*m_reveal);
}

void Desk::reveal(const Place& place)
{
    m_reveal.reset();
    const ArticleState* article = m_project->state().article(place.article);
    if (!article || !article->isPresent())
        return;
    const int other = 1 - m_active;
    if (activeReader()->article() != place.article && isSecondShown()
        && reader(other)->article() == place.article) {
        reader(other)->setFocus();
        activate(other); // the focus may be a dialog's and come later
    }
    if (activeReader()->article() != place.article)
        show(place.article);
    if (!activeReader()->isLoaded()) {
        m_reveal = place;
        return;
    }
    if (const qsizetype unit = article->unitAt(place.range.start);
        place.range.length() > 0 && unit >= 0) {
        activeReader()->setCurrentUnit(unit);
        activeReader()->flash(unit);
    }
}

void Desk::revealBeside(const Place& place)
{
    const ArticleState* article = m_project->state().article(place.article);
    const qsizetype unit = article ? article->unitAt(place.range.start) : -1;
    if (unit < 0)
        return;
    const int other = 1 - m_active;
    if (reader(other)->article() == place.article && reader(other)->isLoaded()) {
        reader(other)->setCurrentUnit(unit);
        reader(other)->flash(unit);
        return;
    }
    show(place.article, true);
    m_waiting[static_cast<size_t>(other)] = { place.article, unit, { unit, -80 } };
}

void Desk::showBeside(ArticleId first, ArticleId second)
{
    showSecond(true);
    activate(0);
    show(first);
    show(second, true);
}

} // namespace assay
