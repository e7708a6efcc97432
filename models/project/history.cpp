// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/history.h"

#include <algorithm>

namespace assay {

History History::of(const Fold& fold, ReviewerId reviewer)
{
    History history;
    for (const Fold::Step& step : fold.stepsOf(reviewer)) {
        if (step.revoked.isNull())
            history.add(step.group);
        else
            history.revoke(step.revoked, step.group);
    }
    return history;
}

void History::add(GroupId edit)
{
    if (!m_done.isEmpty() && m_done.last().edit == edit)
        return;
    m_done.append({ edit, {} });
    m_undone.clear();
}

void History::revoke(GroupId revoked, GroupId by)
{
    // Nearly always the last step; a merged log may undo an earlier one.
    const auto last = [](QList<Step>& steps, auto matches) {
        const auto it = std::find_if(steps.rbegin(), steps.rend(), matches);
        return it == steps.rend() ? std::optional<Step>()
                                  : std::optional(steps.takeAt(steps.rend() - it - 1));
    };
    if (std::optional<Step> step = last(m_done, [&](const Step& s) { return s.edit == revoked; }))
        m_undone.append({ step->edit, by });
    else if (std::optional<Step> redone
        = last(m_undone, [&](const Step& s) { return s.revoke == revoked; }))
        m_done.append({ redone->edit, {} });
}

} // namespace assay
