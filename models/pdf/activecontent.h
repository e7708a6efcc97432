// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"

class QPDF;

namespace assay {

/// What of a PDF does something besides being read.
struct ActiveContent {
    bool scripts = false; ///< JavaScript that viewers run
    bool launches = false; ///< starts programs, or sends what a form holds
    int attachments = 0; ///< files in it, but Assay's own

    /// As findings for people; empty where there is nothing.
    QList<Finding> findings() const;
};

/// Looks at the document's own actions, its pages' and those of what lies on them, and at its
/// attachments: not at every object there is. Throws what libqpdf throws.
ActiveContent activeContentOf(QPDF& pdf);

} // namespace assay
