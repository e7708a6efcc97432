// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/rowreader.h"
#include "models/storage/store.h"

namespace assay {

/// "SELECT ... FROM event" with the columns in the order that Store::eventOf() reads them.
inline QByteArray eventColumns()
{
    return "SELECT replica, n, lamport, reviewer, time, edit, kind, payload, chain FROM event";
}

/// Puts events in fold order.
void sortByStamp(QList<Event>& events);

} // namespace assay
