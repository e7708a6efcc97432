// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/event.h"

#include <QHash>

namespace assay {

/// What stood in the bytes of a project file.
struct RawFinds {
    QList<Event> events; ///< without `change`; none is proved
    QHash<QByteArray, QByteArray> content; ///< by hash, each proved by it
};

/// Looks for rows of the log through every byte of a project file, without the trees that lead to
/// them: a page that says where others are may be lost while those are whole. A row is known by the
/// types of its columns, which SQLite writes in front of them
/// (https://www.sqlite.org/fileformat2.html, sections 1.6 and 2.1). Rows may come twice or be half
/// overwritten: chains and hashes tell.
RawFinds findInPages(QByteArrayView file);

} // namespace assay
