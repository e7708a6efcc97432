// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace assay {

/// A message or a part of one, as e-mail and saved pages are built.
struct MimePart {
    QHash<QByteArray, QByteArray> headers; ///< by small names, unfolded
    QString type; ///< "text/html"; small
    QString charset;
    QByteArray contentType; ///< the header as written, see parameter()
    QByteArray body; ///< decoded; of a multipart, empty
    QList<MimePart> parts;

    /// A header's words with encoded ones decoded.
    QString header(const QByteArray& name) const;
    /// One parameter of the content type: "flowed" for "format"; empty where it is not given.
    QByteArray parameter(const QByteArray& name) const;
    /// The first part of that type, this one included; null for none.
    const MimePart* find(const QString& wanted) const;
};

/// Parses a message. What cannot be understood is left out; nesting ends at a depth no message has.
MimePart parseMime(const QByteArray& bytes, int depth = 0);

} // namespace assay
