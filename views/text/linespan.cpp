// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text/linespan.h"

#include <QGlyphRun>

#include <algorithm>

namespace assay {

static bool hasRightToLeft(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() >= 0x590
            && (c.direction() == QChar::DirR || c.direction() == QChar::DirAL);
    });
}

QList<LineSpan> lineSpans(const QTextLayout& layout, QStringView text, int from, int to)
{
    QList<LineSpan> spans;
    const QTextLine firstLine = layout.lineForTextPosition(from);
    if (!firstLine.isValid() || from >= to || to > text.size())
        return spans;
    for (int i = firstLine.lineNumber(); i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const int start = std::max(from, line.textStart());
        int end = std::min(to, line.textStart() + line.textLength());
        if (line.textStart() >= to)
            break;
        while (end > start && text[end - 1].isSpace())
            --end;
        if (end <= start)
            continue;
        if (!hasRightToLeft(text.sliced(line.textStart(), line.textLength()))) {
            spans.append({ i, line.cursorToX(start), line.cursorToX(end) });
            continue;
        }
        QRectF bounds;
        for (const QGlyphRun& run : line.glyphRuns(start, end - start))
            bounds |= run.boundingRect();
        spans.append({ i, bounds.left(), bounds.right() });
    }
    return spans;
}

} // namespace assay
