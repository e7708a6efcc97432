// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace assay {

/// For each line whether it belongs to the head of a forwarded letter: "-----Original
/// Message-----", "Begin forwarded message:", and runs of fields ("From: …", "Date: …") of which
/// one names the sender. A single "Date: …" is a line like any other.
std::vector<bool> forwardedHeads(const QStringList& lines);

/// Whether a paragraph in front of a quote says who wrote it: "On Monday, Bea <b@x.org> wrote:".
bool isAttribution(const QString& text);

} // namespace assay
