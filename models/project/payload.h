// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/event.h"

#include <functional>

namespace assay {

/// What a payload says beside its change.
struct PayloadContext {
    QByteArray revision; ///< SHA-256 of the text that change.range is in
    QByteArray otherRevision; ///< ... that change.other is in
    QList<Head> heads; ///< seen before a writing session's first event
};

/// Canonical JSON of `change`. What may have to be erased one day (notes, sources, titles, file
/// names) stands by hash: its words are content, see payloadTexts().
QByteArray encodePayload(const Change& change, const PayloadContext& context = {});

/// The texts that encodePayload() names by hash, as they are kept: UTF-8.
QList<QByteArray> payloadTexts(const Change& change);

/// Finds the bytes of a text by its hash; empty when they are gone.
using TextFinder = std::function<QByteArray(const QByteArray& sha256)>;

/// What a payload says. Fails on one that is not of its kind.
Expected<Change> decodePayload(EventKind kind, const QByteArray& payload, const TextFinder& text);

/// The heads that a writing session's first event records; empty for other events.
QList<Head> recordedHeads(const QByteArray& payload);

/// Hashes of all content that an event with this payload names.
QList<QByteArray> contentNames(EventKind kind, const QByteArray& payload);

} // namespace assay
