// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"

namespace assay {

/// A letter in HTML: all of its blocks. Signatures, "… wrote:", the heads of forwarded letters and
/// the lines that newsletters put above and below ("Unsubscribe") are furniture.
SourceDocument readHtmlLetter(const QString& html);

} // namespace assay
