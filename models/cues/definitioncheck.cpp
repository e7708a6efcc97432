// SPDX-License-Identifier: GPL-3.0-or-later
// Looks a person's own cue definition over before it is used. KSyntaxHighlighting forgives nearly
// everything in silence; who writes a definition wants to know the line.
#include "models/cues/cuescanner.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

class Check {
public:
    explicit Check(const QString& path)
        : m_path(path)
    {
    }

    QList<Issue> run()
    {
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly)) {
            add(0, say("cannot be read: %1").arg(file.errorString()));
            return m_issues;
        }
        m_xml.setDevice(&file);
        while (!m_xml.atEnd()) {
            if (m_xml.readNext() == QXmlStreamReader::StartElement)
                take(m_xml.name(), m_xml.attributes());
        }
        if (m_xml.hasError()) {
            add(m_xml.lineNumber(), m_xml.errorString());
            return m_issues;
        }
        resolve(m_usedLists, m_lists, QT_TRANSLATE_NOOP("CueDefinition", "there is no list “%1”"));
        resolve(m_usedContexts, m_contexts,
            QT_TRANSLATE_NOOP("CueDefinition", "there is no context “%1”"));
        resolve(
            m_usedItems, m_items, QT_TRANSLATE_NOOP("CueDefinition", "there is no itemData “%1”"));
        if (m_issues.isEmpty() && (m_contexts.isEmpty() || m_items.isEmpty()))
            add(m_xml.lineNumber(), say("it has no context or no itemData"));
        return m_issues;
    }

private:
    using Uses = QList<std::pair<QString, qint64>>; // name, line

    static QString say(const char* text)
    {
        return QCoreApplication::translate("CueDefinition", text);
    }
    void add(qint64 line, const QString& what)
    {
        m_issues.append({ m_path,
            line > 0 ? say("%1, line %2: %3").arg(m_path).arg(line).arg(what)
                     : say("%1: %2").arg(m_path, what) });
    }
    void resolve(const Uses& uses, const QSet<QString>& known, const char* message)
    {
        for (const auto& [name, line] : uses) {
            if (!known.contains(name))
                add(line, say(message).arg(name));
        }
    }

    void take(QStringView element, const QXmlStreamAttributes& attributes)
    {
        const auto value
            = [&](QLatin1StringView name) { return attributes.value(name).toString(); };
        const qint64 line = m_xml.lineNumber();
        if (m_first && element != "language"_L1)
            add(line, say("it begins with <%1>, not with <language>").arg(element));
        if (element == "language"_L1) {
            for (const QLatin1StringView name : { "name"_L1, "section"_L1, "version"_L1 }) {
                if (value(name).isEmpty())
                    add(line, say("<language> has no %1").arg(name));
            }
            if (value("section"_L1) != "Cues"_L1)
                add(line, say("the section has to be “Cues”"));
        } else if (element == "list"_L1) {
            m_lists.insert(value("name"_L1));
        } else if (element == "context"_L1) {
            m_contexts.insert(value("name"_L1));
            use(m_usedItems, value("attribute"_L1), line);
        } else if (element == "itemData"_L1) {
            m_items.insert(value("name"_L1));
            // Plain text has this style: what is in it is no cue.
            if (value("name"_L1).contains(u':') && value("defStyleNum"_L1) == "dsNormal"_L1)
                add(line,
                    say("“%1” needs another defStyleNum than dsNormal").arg(value("name"_L1)));
        } else if (m_rules.contains(element)) {
            use(m_usedItems, value("attribute"_L1), line);
            takeContext(value("context"_L1), line);
            const QString string = value("String"_L1);
            if (element == "keyword"_L1)
                use(m_usedLists, string, line);
            if (element == "RegExpr"_L1)
                checkPattern(string, line);
            if (string.isEmpty() && (element == "WordDetect"_L1 || element == "RegExpr"_L1))
                add(line, say("<%1> has no String").arg(element));
        }
        m_first = false;
    }
    static void use(Uses& uses, const QString& name, qint64 line)
    {
        if (!name.isEmpty())
            uses.append({ name, line });
    }
    /// "#stay", "#pop", "#pop#pop!name", "name", "name##Other Definition".
    void takeContext(QString name, qint64 line)
    {
        while (name.startsWith("#pop"_L1))
            name.remove(0, 4);
        if (name.startsWith(u'!'))
            name.remove(0, 1);
        if (!name.isEmpty() && name != "#stay"_L1 && !name.contains("##"_L1))
            m_usedContexts.append({ name, line });
    }
    void checkPattern(const QString& pattern, qint64 line)
    {
        const QRegularExpression expression(pattern);
        if (!expression.isValid())
            add(line,
                say("the pattern is not valid at character %1: %2")
                    .arg(expression.patternErrorOffset() + 1)
                    .arg(expression.errorString()));
    }

    QString m_path;
    QXmlStreamReader m_xml;
    QList<Issue> m_issues;
    QSet<QString> m_lists, m_contexts, m_items;
    Uses m_usedLists, m_usedContexts, m_usedItems;
    bool m_first = true;
    inline static const QSet<QStringView> m_rules{ u"keyword", u"WordDetect", u"RegExpr",
        u"StringDetect", u"DetectChar", u"Detect2Chars", u"AnyChar", u"RangeDetect",
        u"IncludeRules", u"DetectIdentifier", u"DetectSpaces", u"Int", u"Float" };
};

} // namespace

QList<Issue> checkDefinition(const QString& path)
{
    return Check(path).run();
}

} // namespace assay
