// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/format.h"

namespace assay {

/// The words of a PDF where they stand, in the order in which they are read.
Reading readPdf(const SourceFile& file);

} // namespace assay
