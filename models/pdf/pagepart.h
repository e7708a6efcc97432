// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace assay {

/// What something on a page is to a program that reads it aloud or sets it anew (ISO 32000-1,
/// 14.8.4).
enum class PageRole : quint8 {
    Decoration, ///< not read: rules, bars, what stands at every page's foot
    Heading,
    Paragraph,
    ListItem,
    Quote,
    Note, ///< belongs to another part
    Figure, ///< read as `words`
    Link,
    Table,
    Row,
    HeadCell,
    Cell,
};

/// A part of what a page says. It is inside the one that was open when it began.
struct PagePart {
    PageRole role = PageRole::Decoration;
    quint8 level = 0; ///< of a heading, from 1
    /// Names the part among those of its article: one with the same key on a later page goes on
    /// with it, and highlights, links and notes name it. -1: nothing does.
    qint64 key = -1;
    qint64 within = -1; ///< of a note: the part that it belongs to
    QString words = {}; ///< of a figure
    int parent = -1; ///< among the page's parts; -1: none
};

} // namespace assay
