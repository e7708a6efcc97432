// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markdown/footnotes.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression& definition()
{
    static const QRegularExpression form(u"^ {0,3}\\[\\^([^\\]\\s]{1,100})\\]:[ \\t]*"_s);
    return form;
}

/// Follows the fences of code, inside which nothing is a footnote.
class Fences {
public:
    /// Whether the line is code or a fence.
    bool isCode(const QString& line)
    {
        static const QRegularExpression form(u"^ {0,3}(`{3,}|~{3,})(.*)$"_s);
        const QRegularExpressionMatch match = form.match(line);
        if (!match.hasMatch())
            return !m_open.isEmpty();
        const QString fence = match.captured(1);
        if (m_open.isEmpty() && !(fence.front() == u'`' && match.capturedView(2).contains(u'`')))
            m_open = fence;
        else if (!m_open.isEmpty() && fence.startsWith(m_open)
            && match.captured(2).trimmed().isEmpty())
            m_open.clear();
        else
            return !m_open.isEmpty();
        return true;
    }

private:
    QString m_open; ///< the fence that code is behind
};

/// The label as Markdown that shows nothing but it: "*" begins no list.
QString escaped(const QString& label)
{
    QString text;
    for (const QChar c : label) {
        if (c.unicode() < 0x80 && !c.isLetterOrNumber())
            text += u'\\';
        text += c;
    }
    return text;
}

/// The line with references to notes in `labels` as plain text.
QString withReferences(const QString& line, const QSet<QString>& labels)
{
    static const QRegularExpression form(u"\\[\\^([^\\]\\s]{1,100})\\]"_s);
    if (!line.contains("[^"_L1))
        return line;
    // In code and markup a backslash would be shown.
    const bool literal = line.contains(u'`') || line.contains(u'<');
    QString text;
    qsizetype from = 0;
    for (auto it = form.globalMatch(line); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString label = match.captured(1);
        if (!labels.contains(label.toLower()))
            continue;
        text += QStringView(line).sliced(from, match.capturedStart() - from);
        text += literal ? u'[' + label + u']' : u"\\["_s + escaped(label) + u"\\]"_s;
        from = match.capturedEnd();
    }
    text += QStringView(line).sliced(from);
    return text;
}

} // namespace

QString withPlainFootnotes(const QString& text)
{
    if (!text.contains("[^"_L1))
        return text;
    QStringList lines = text.split(u'\n');
    QSet<QString> labels;
    {
        Fences fences;
        for (const QString& line : std::as_const(lines)) {
            if (fences.isCode(line) || !line.contains("[^"_L1))
                continue;
            if (const auto match = definition().match(line); match.hasMatch())
                labels.insert(match.captured(1).toLower());
        }
    }
    if (labels.isEmpty())
        return text;
    Fences fences;
    bool inNote = false;
    for (QString& line : lines) {
        if (fences.isCode(line))
            continue;
        const auto match = definition().match(line);
        // Further paragraphs of a note are indented; alone they would be code.
        const bool indented = line.startsWith("    "_L1) || line.startsWith(u'\t');
        if (match.hasMatch()) {
            inNote = true;
            line = u'\n' + escaped(match.captured(1)) + u' '
                + withReferences(line.sliced(match.capturedEnd()), labels);
            continue;
        }
        if (inNote && indented)
            line = line.trimmed();
        else if (!line.trimmed().isEmpty())
            inNote = false;
        line = withReferences(line, labels);
    }
    return lines.join(u'\n');
}

} // namespace assay
