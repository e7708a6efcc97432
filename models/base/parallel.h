// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/background.h"

#include <QThreadPool>
#include <QtConcurrentMap>

#include <utility>

namespace assay {

/// Calls `work` for each element, on all cores, and returns when all are done; threads that help
/// one which has stepped back do so, too. Each place that calls it has threads of its own, none of
/// the global pool's: tasks that run there call this, and QtConcurrent::blockingMap() would wait
/// for a free thread, for good once all of them wait.
template <typename Sequence, typename Work>
void inParallel(Sequence& sequence, Work&& work)
{
    static QThreadPool pool;
    QtConcurrent::blockingMap(&pool, sequence, [&work, back = hasSteppedBack()](auto& element) {
        if (back)
            stepBack();
        work(element);
    });
}

} // namespace assay
