// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/markup/dom.h"

namespace assay {

/// A formula in MathML at node `math` as a line of text: "p < 0.05", "10⁵", "1/2". What it writes
/// where nothing else is, in its alttext, counts when that is no program's notation.
QString mathText(const Page& page, int math);

} // namespace assay
