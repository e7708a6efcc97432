// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/manual.h"

#include <QDir>
#include <QFile>
#include <QList>
#include <QRegularExpression>
#include <QStringList>

#include <utility>

namespace assay::manual {

using namespace Qt::StringLiterals;

namespace {

struct Block {
    enum Kind { Title, Heading, Paragraph, Item, Row };
    Kind kind = Paragraph;
    QStringList text; ///< one, or a row's cells
};

QStringList cellsOf(const QString& line)
{
    QStringList cells = line.split(u'|').sliced(1);
    cells.removeLast();
    for (QString& cell : cells)
        cell = cell.trimmed();
    return cells;
}

/// Lines become blocks; one that goes on with a block is joined to it.
QList<Block> blocksOf(const QString& markdown)
{
    QList<Block> blocks;
    bool goesOn = false;
    for (const QString& line : markdown.split(u'\n')) {
        const QString words = line.trimmed();
        if (words.isEmpty()) {
            goesOn = false;
        } else if (line.startsWith("% "_L1)) {
            blocks.append({ Block::Title, { line.sliced(2) } });
        } else if (line.startsWith("# "_L1)) {
            blocks.append({ Block::Heading, { line.sliced(2) } });
        } else if (line.startsWith("- "_L1)) {
            blocks.append({ Block::Item, { line.sliced(2) } });
            goesOn = true;
        } else if (line.startsWith(u'|')) {
            if (!line.startsWith("|---"_L1))
                blocks.append({ Block::Row, cellsOf(line) });
        } else if (goesOn) {
            blocks.last().text.first() += u' ' + words;
        } else {
            blocks.append({ Block::Paragraph, { words } });
            goesOn = true;
        }
    }
    return blocks;
}

/// Puts `strong` and `code` around what is marked so; \1 stands for the words.
QString marked(QString text, const QString& strong, const QString& code)
{
    static const QRegularExpression codes(u"`([^`]*)`"_s);
    static const QRegularExpression strongs(u"\\*\\*([^*]*)\\*\\*"_s);
    return text.replace(strongs, strong).replace(codes, code);
}

QString inHtml(const QString& text)
{
    return marked(text.toHtmlEscaped(), u"<b>\\1</b>"_s, u"<code>\\1</code>"_s);
}

QString inRoff(QString text)
{
    text.replace(u'\\', "\\e"_L1).replace(u'-', "\\-"_L1);
    text = marked(text, u"\\fB\\1\\fR"_s, u"\\fB\\1\\fR"_s);
    return text.startsWith(u'.') || text.startsWith(u'\'') ? u"\\&"_s + text : text;
}

} // namespace

static QString pagesOf(const QString& language, const QString& names)
{
    QStringList pages;
    QDir folder(u":/manual/"_s + language);
    if (!folder.exists())
        folder.setPath(u":/manual/en"_s);
    for (const QString& name : folder.entryList({ names }, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            pages.append(QString::fromUtf8(file.readAll()));
    }
    return pages.join(u'\n');
}

QString markdown(const QString& language)
{
    return pagesOf(language, u"*.md"_s);
}

namespace {

struct Html {
    QString title;
    QString contents;
    QString body;
};

Html htmlOf(const QList<Block>& blocks)
{
    auto [title, contents, body] = Html();
    QString open; ///< the element that rows or items stand in
    int headings = 0;
    for (const Block& block : blocks) {
        const QString wanted = block.kind == Block::Item ? u"ul"_s
            : block.kind == Block::Row                   ? u"table"_s
                                                         : QString();
        const bool first = wanted != open;
        if (first && !open.isEmpty())
            body += u"</%1>\n"_s.arg(open);
        if (first && !wanted.isEmpty())
            body += wanted == "table"_L1 ? u"<table cellspacing=\"0\" cellpadding=\"4\">\n"_s
                                         : u"<ul>\n"_s;
        open = wanted;
        const QString text = inHtml(block.text.first());
        switch (block.kind) {
        case Block::Title:
            title = text;
            break;
        case Block::Heading:
            body += u"<h2><a name=\"%1\"></a>%2</h2>\n"_s.arg(++headings).arg(text);
            contents += u"<li><a href=\"#%1\">%2</a></li>\n"_s.arg(headings).arg(text);
            break;
        case Block::Paragraph:
            body += u"<p>%1</p>\n"_s.arg(text);
            break;
        case Block::Item:
            body += u"<li>%1</li>\n"_s.arg(text);
            break;
        case Block::Row: {
            const QString cell = first ? u"th"_s : u"td"_s;
            body += u"<tr>"_s;
            for (const QString& each : block.text)
                body += u"<%1 align=\"left\" valign=\"top\">%2</%1>"_s.arg(cell, inHtml(each));
            body += u"</tr>\n"_s;
            break;
        }
        }
    }
    if (!open.isEmpty())
        body += u"</%1>\n"_s.arg(open);
    return { title, contents, body };
}

} // namespace

QString page(const QString& language, const QString& name)
{
    return htmlOf(blocksOf(pagesOf(language, name + u".md"_s))).body;
}

QString html(const QString& language)
{
    const Html made = htmlOf(blocksOf(markdown(language)));
    return u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"><title>%2</title>"
           u"<style>body { max-width: 46em; margin: 2em auto; font-family: sans-serif; "
           u"line-height: "
           u"1.5 } td, th { padding-right: 1.5em }</style></head><body>\n<h1>%2</h1>\n"
           u"<ul>\n%3</ul>\n%4</body></html>\n"_s.arg(
               language, made.title, made.contents, made.body);
}

QString manPage(const QString& version)
{
    QString page = uR"(.\" SPDX-License-Identifier: GPL-3.0-or-later
.TH ASSAY 1 "" "Assay %1"
.SH NAME
assay \- review health articles, sentence by sentence
.SH SYNOPSIS
.B assay
[\fIPROJECT\fR] [\fIARTICLE\fR...] [\-\-compare]
.br
.B assay
\fICOMMAND\fR [\fIOPTION\fR...]
)"_s.arg(version);
    bool inTable = false;
    for (const Block& block : blocksOf(markdown())) {
        inTable = inTable && block.kind == Block::Row;
        switch (block.kind) {
        case Block::Title:
            break;
        case Block::Heading:
            page += u".SH %1\n"_s.arg(block.text.first().toUpper());
            break;
        case Block::Paragraph:
            page += u".PP\n%1\n"_s.arg(inRoff(block.text.first()));
            break;
        case Block::Item:
            page += u".IP \\(bu 2\n%1\n"_s.arg(inRoff(block.text.first()));
            break;
        case Block::Row:
            if (!std::exchange(inTable, true))
                break; // what the columns are called
            page += u".TP\n%1\n%2\n"_s.arg(inRoff(block.text.first()), inRoff(block.text.value(1)));
            break;
        }
    }
    return page;
}

} // namespace assay::manual
