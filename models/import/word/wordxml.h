// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"

#include <QHash>
#include <QXmlStreamReader>

#include <optional>

namespace assay {

/// The element's name with the prefix that Word gives its namespace, whatever this file's is.
QString wordName(const QXmlStreamReader& in);

/// An attribute, whatever the prefix; empty where there is none.
QString attribute(const QXmlStreamReader& in, QLatin1StringView name);

/// What a paragraph style makes of its paragraphs.
struct WordStyle {
    BlockRole role = BlockRole::Paragraph;
    quint8 level = 0;
    bool title = false;
    bool contents = false; ///< a line of the table of contents
};

/// The heading of an outline level, counted from 0; none for body text and for what is no level.
std::optional<WordStyle> styleOfLevel(const QString& level);

/// The styles of a document by their ids, with what they take over from those they are based on.
QHash<QString, WordStyle> wordStyles(const QByteArray& xml);

} // namespace assay
