// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/history.h"

#include <QHash>

#include <algorithm>

namespace assay {

/// As add() and revoke() one after another, but every step is found by its key: a hostile log may
/// revoke each of its edits from the first one on.
History History::of(const Fold& fold, ReviewerId reviewer)
{
    struct Line {
        QList<std::optional<Step>> steps;
        QHash<GroupId, qsizetype> at;

        void add(GroupId key, const Step& step)
        {
            at.insert(key, steps.size());
            steps.append(step);
        }
        std::optional<Step> take(GroupId key)
        {
            const auto it = at.constFind(key);
            if (it == at.constEnd())
                return {};
            const std::optional<Step> step = std::exchange(steps[*it], {});
            at.erase(it);
            return step;
        }
        QList<Step> left() const
        {
            QList<Step> all;
            for (const std::optional<Step>& step : steps) {
                if (step)
                    all.append(*step);
            }
            return all;
        }
    };
    Line done; // by edit
    Line undone; // by revoke
    for (const Fold::Step& step : fold.stepsOf(reviewer)) {
        if (step.revoked.isNull()) {
            done.add(step.group, { step.group, {} });
            undone = {};
        } else if (const auto edit = done.take(step.revoked)) {
            undone.add(step.group, { edit->edit, step.group });
        } else if (const auto redone = undone.take(step.revoked)) {
            done.add(redone->edit, { redone->edit, {} });
        }
    }
    History history;
    history.m_done = done.left();
    history.m_undone = undone.left();
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
