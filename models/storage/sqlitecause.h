// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

namespace assay {

/// What an SQLite result code (also an extended one) means for the person: a piece of a sentence.
QString causeOf(int code);
/// What it means for what can be done about it.
Error::Cause kindOf(int code);

} // namespace assay
