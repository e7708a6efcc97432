// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/htmlpieces.h"

#include "models/import/markup/rawblocks.h"

#include <QRegularExpression>

namespace assay {

using namespace Qt::StringLiterals;

QList<SourceBlock> blocksOfHtml(const QString& html)
{
    const std::optional<Page> page = Page::parse(html);
    if (!page)
        return { SourceBlock{ withoutTags(html).simplified() } };
    QList<SourceBlock> blocks;
    for (RawBlock& raw : rawBlocks(*page))
        blocks.append(std::move(raw.block));
    return blocks;
}

QString decodedReference(const QString& reference)
{
    // A letter before it keeps the parser from dropping blanks at the beginning of a page.
    const std::optional<Page> page = Page::parse(u'x' + reference);
    QString text;
    for (int i = 0; page && i < page->size(); ++i)
        text += (*page)[i].text;
    return text.size() > 1 ? text.sliced(1) : reference;
}

static QByteArray nameOf(const QString& tag)
{
    qsizetype start = tag.startsWith("</"_L1) ? 2 : 1;
    qsizetype end = start;
    while (
        end < tag.size() && (tag[end].isLetterOrNumber() || tag[end] == u'-' || tag[end] == u':'))
        ++end;
    return QStringView(tag)
        .sliced(std::min(start, end), end - std::min(start, end))
        .toLatin1()
        .toLower();
}

bool partsWords(const QString& tag)
{
    Node node;
    node.tag = nameOf(tag);
    return !node.tag.isEmpty() && !node.isInline();
}

bool isLineBreak(const QString& tag)
{
    return nameOf(tag) == "br";
}

QString withoutTags(QString html)
{
    static const QRegularExpression scripts(u"<(script|style)\\b.*?(?:</\\1|$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    html.remove(scripts);
    QString text;
    bool inTag = false;
    for (const QChar c : html) {
        if (c == u'<')
            inTag = true;
        else if (c == u'>' && inTag)
            inTag = false;
        else if (!inTag)
            text += c;
        if (inTag && c == u'<' && !text.endsWith(u' ') && !text.endsWith(u'\n'))
            text += u' ';
    }
    return text;
}

} // namespace assay
