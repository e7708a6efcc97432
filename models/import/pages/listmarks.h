// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace assay {

/// Whether a line starts with a list mark: a bullet, a dash, a number or a letter. A date like
/// "5. März" is none.
bool startsItem(const QString& line);

/// Whether the mark may as well be a sentence's own: a dash, or a number with a full stop. Bullets
/// may not.
bool isDoubtfulMark(const QString& line);

/// The number that a line is marked with, 0 for none.
int itemNumber(const QString& line);

} // namespace assay
