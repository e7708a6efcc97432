// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cues/cuescanner.h"

#include "models/base/background.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

/// Runs one definition over one unit after the other and keeps what is a cue.
class CueScanner::Engine final : public KSyntaxHighlighting::AbstractHighlighter {
public:
    explicit Engine(
        const KSyntaxHighlighting::Definition& definition, QHash<quint16, quint16> kinds)
        : m_kinds(std::move(kinds))
    {
        setDefinition(definition);
    }

    void scan(QStringView unit, qint32 start, QList<Cue>& found)
    {
        m_start = start;
        m_found = &found;
        highlightLine(unit, KSyntaxHighlighting::State());
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format& format) override
    {
        const auto kind = m_kinds.constFind(format.id());
        if (kind != m_kinds.cend())
            m_found->append({ { m_start + offset, m_start + offset + length }, *kind });
    }

private:
    QHash<quint16, quint16> m_kinds; ///< by the id of a format
    qint32 m_start = 0;
    QList<Cue>* m_found = nullptr;
};

/// "marketing: hype" is the kind "hype" that hints at marketing; without a known hint the whole
/// name is the kind.
static CueKind kindOf(const QString& item)
{
    CueKind kind{ item, Tag::Untagged, {} };
    const qsizetype colon = item.indexOf(u':');
    const QString hint = item.first(std::max<qsizetype>(0, colon)).trimmed().toLower();
    const std::optional<Tag> tag = tagFromName(hint);
    if (colon > 0 && tag) {
        kind.name = item.sliced(colon + 1).trimmed();
        kind.hint = *tag == Tag::None ? Tag::Untagged : *tag;
    }
    return kind;
}

CueScanner::CueScanner(const QString& ownFolder)
    : m_repository(std::make_unique<KSyntaxHighlighting::Repository>())
{
    KSyntaxHighlighting::Repository& repository = *m_repository;
    repository.addCustomSearchPath(u":"_s);
    if (!ownFolder.isEmpty())
        repository.addCustomSearchPath(ownFolder);
    const QDir own(ownFolder + u"/syntax"_s);
    QStringList broken;
    for (const QFileInfo& file : own.entryInfoList({ u"*.xml"_s }, QDir::Files, QDir::Name)) {
        const QList<Issue> issues = checkDefinition(file.absoluteFilePath());
        if (!issues.isEmpty())
            broken.append(file.absoluteFilePath());
        m_problems += issues;
    }
    QList<KSyntaxHighlighting::Definition> definitions = repository.definitions();
    definitions.removeIf([&](const KSyntaxHighlighting::Definition& each) {
        return each.section() != "Cues"_L1
            || broken.contains(QFileInfo(each.filePath()).absoluteFilePath());
    });
    std::stable_sort(definitions.begin(), definitions.end(), [](const auto& a, const auto& b) {
        const auto shipped = [](const auto& each) { return each.filePath().startsWith(u':'); };
        return shipped(a) < shipped(b);
    });
    const std::pair<QString, KSyntaxHighlighting::Theme> themes[]
        = { { u"light"_s, repository.theme(u"Assay Light"_s) },
              { u"dark"_s, repository.theme(u"Assay Dark"_s) },
              { u"contrast"_s, repository.theme(u"Assay High Contrast"_s) } };
    for (const KSyntaxHighlighting::Definition& definition : std::as_const(definitions)) {
        QHash<quint16, quint16> ids;
        for (const KSyntaxHighlighting::Format& format : definition.formats()) {
            if (format.textStyle() == KSyntaxHighlighting::Theme::Normal)
                continue;
            CueKind kind = kindOf(format.name());
            for (const auto& [name, theme] : themes)
                kind.colours.insert(name, format.textColor(theme));
            const auto same = std::find_if(m_kinds.begin(), m_kinds.end(),
                [&](const CueKind& k) { return k.name == kind.name && k.hint == kind.hint; });
            ids.insert(format.id(), static_cast<quint16>(same - m_kinds.begin()));
            if (same == m_kinds.end())
                m_kinds.append(kind);
        }
        m_engines.push_back(std::make_unique<Engine>(definition, std::move(ids)));
    }
}

CueScanner::~CueScanner() = default;

QList<Cue> CueScanner::scan(const QString& text, const QList<Unit>& units)
{
    QList<Cue> all;
    QList<Cue> more;
    QString line;
    for (const Unit& unit : units) {
        if (unit.kind == UnitKind::Furniture)
            continue;
        giveWay();
        QStringView words = QStringView(text).sliced(unit.range.start, unit.range.length());
        if (words.contains(u'\n')) { // a phrase may go on in the next line of a hard-wrapped text
            line = words.toString().replace(u'\n', u' ');
            words = line;
        }
        const qsizetype before = all.size();
        for (const std::unique_ptr<Engine>& engine : m_engines) {
            if (engine == m_engines.front()) {
                engine->scan(words, unit.range.start, all);
                continue;
            }
            more.clear();
            engine->scan(words, unit.range.start, more);
            const qsizetype known = all.size();
            for (const Cue& cue : std::as_const(more)) {
                const bool taken
                    = std::any_of(all.begin() + before, all.begin() + known, [&](const Cue& other) {
                          return other.range.start < cue.range.end
                              && cue.range.start < other.range.end;
                      });
                if (!taken)
                    all.append(cue);
            }
        }
        if (m_engines.size() > 1)
            std::sort(all.begin() + before, all.end(),
                [](const Cue& a, const Cue& b) { return a.range < b.range; });
    }
    return all;
}

QString cueTitle(const CueKind& kind)
{
    static constexpr std::pair<const char*, const char*> ours[] = {
        { "statistic", QT_TRANSLATE_NOOP("Cue", "statistic") },
        { "caveat", QT_TRANSLATE_NOOP("Cue", "caveat") },
        { "research", QT_TRANSLATE_NOOP("Cue", "research") },
        { "journal", QT_TRANSLATE_NOOP("Cue", "journal") },
        { "hype", QT_TRANSLATE_NOOP("Cue", "hype") },
        { "testimonial", QT_TRANSLATE_NOOP("Cue", "testimonial") },
        { "offer", QT_TRANSLATE_NOOP("Cue", "offer") },
        { "benefit", QT_TRANSLATE_NOOP("Cue", "benefit") },
        { "comparison", QT_TRANSLATE_NOOP("Cue", "comparison") },
        { "hedge", QT_TRANSLATE_NOOP("Cue", "hedge") },
    };
    for (const auto& [name, title] : ours) {
        if (kind.name == QLatin1StringView(name))
            return QCoreApplication::translate("Cue", title);
    }
    return kind.name;
}

QList<Cue>::const_iterator firstCueBehind(const QList<Cue>& cues, qint32 offset)
{
    return std::partition_point(
        cues.begin(), cues.end(), [offset](const Cue& cue) { return cue.range.end <= offset; });
}

} // namespace assay
