// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/mathtext.h"

#include "models/import/markup/raised.h"

#include <QStringList>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Writes a formula in one line.
class FormulaWriter {
public:
    explicit FormulaWriter(const Page& page)
        : m_page(page)
    {
    }

    QString write(int i, int depth) const
    {
        const Node& node = m_page[i];
        if (node.isText())
            return node.text.simplified();
        if (isOneOf(node.tag, { "annotation", "annotation-xml", "mphantom" }))
            return {};
        if (depth > deepest)
            return all(i);
        if (node.tag == "mspace" || node.tag == "mtd" || node.tag == "mtr")
            return u' ' + joined(i, depth);
        if (node.tag == "mo")
            return spaced(joined(i, depth));
        if (node.tag == "msqrt")
            return u'\u221A' + bound(joined(i, depth));
        const QStringList parts = isOneOf(node.tag, { "mfrac", "msup", "msubsup", "munderover" })
            ? children(i, depth)
            : QStringList();
        if (node.tag == "mfrac" && parts.size() == 2)
            return bound(parts[0]) + u'/' + bound(parts[1]);
        if (node.tag == "msup" && parts.size() == 2)
            return parts[0] + power(parts[1]);
        if (parts.size() == 3)
            return parts[0] + parts[1] + power(parts[2]);
        return joined(i, depth);
    }

private:
    static constexpr int deepest = 100;

    QStringList children(int i, int depth) const
    {
        QStringList parts;
        for (int k = i + 1; k < m_page[i].end; k = m_page[k].end) {
            if (!m_page[k].isText())
                parts.append(write(k, depth + 1));
        }
        return parts;
    }

    QString joined(int i, int depth) const
    {
        QString text;
        for (int k = i + 1; k < m_page[i].end; k = m_page[k].end) {
            // Two and a half is not 21/2.
            if (m_page[k].tag == "mfrac" && !text.isEmpty() && text.back().isDigit())
                text += u' ';
            text += write(k, depth + 1);
        }
        return text;
    }

    /// The text inside without its form.
    QString all(int i) const
    {
        QString text;
        for (int k = i; k < m_page[i].end; ++k)
            text += m_page[k].text;
        return text.simplified();
    }

    /// Signs that compare stand between blanks; signs that nobody sees go.
    static QString spaced(QString sign)
    {
        sign.removeIf([](QChar c) { return c.unicode() >= 0x2061 && c.unicode() <= 0x2064; });
        static constexpr QStringView comparing = u"=<>\u2264\u2265\u00B1\u00D7\u2248\u2260\u223C";
        return sign.size() == 1 && comparing.contains(sign.front()) ? u' ' + sign + u' ' : sign;
    }

    /// In brackets, when it is more than a number or a name.
    static QString bound(const QString& text)
    {
        const bool simple = std::all_of(text.begin(), text.end(),
            [](QChar c) { return c.isLetterOrNumber() || c == u'.' || c == u','; });
        return simple ? text : u'(' + text.trimmed() + u')';
    }

    static QString power(const QString& exponent)
    {
        QString high;
        for (const QChar c : exponent)
            high += raised(c);
        const bool can = std::none_of(
            exponent.begin(), exponent.end(), [](QChar c) { return raised(c) == c; });
        return can ? high : u'^' + bound(exponent);
    }

    const Page& m_page;
};

} // namespace

QString mathText(const Page& page, int math)
{
    const QString text = FormulaWriter(page).write(math, 0).simplified();
    if (!text.isEmpty())
        return text;
    const QString spoken = page[math].attribute("alttext").simplified();
    return spoken.contains(u'\\') || spoken.contains(u'{') ? QString() : spoken;
}

} // namespace assay
