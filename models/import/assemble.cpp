// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/assemble.h"

#include "models/project/bounds.h"
#include "models/text/blocks.h"
#include "models/text/decode.h"
#include "models/text/language.h"
#include "models/text/sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace assay {

using namespace Qt::StringLiterals;

static UnitKind kindOf(const SourceBlock& block)
{
    if (block.furniture)
        return UnitKind::Furniture;
    switch (block.role) {
    case BlockRole::Heading:
        return UnitKind::Heading;
    case BlockRole::ListItem:
        return UnitKind::ListItem;
    default:
        return UnitKind::Sentence;
    }
}

static BlockForm formOf(BlockRole role)
{
    switch (role) {
    case BlockRole::Quote:
        return BlockForm::Quote;
    case BlockRole::TableRow:
        return BlockForm::TableRow;
    case BlockRole::Caption:
        return BlockForm::Caption;
    default:
        return BlockForm::Plain;
    }
}

/// The language that the file names, when there is a folder for it and the words do not speak
/// against it; else the one of the words.
static const Language& languageOf(const SourceDocument& document, QStringView text)
{
    const Language& heard = Language::of(text);
    const QString named = document.language.first(std::min<qsizetype>(2, document.language.size()));
    if (heard.name == u"en" && Language::all().contains(named.toLower())
        && wordCount(text.first(std::min<qsizetype>(text.size(), 2000))) < 40)
        return Language::load(named.toLower());
    return heard;
}

/// What the text is called to be in: the language that the file names, where the segmenter has no
/// words of it and the text does not read as one that it knows.
static QString languageName(
    const SourceDocument& document, const Language& language, QStringView text)
{
    constexpr double ownTexts = 0.3;
    static const QRegularExpression tag(u"^[A-Za-z]{2}(?=$|[-_])"_s);
    const QString named = tag.match(document.language).captured().toLower();
    const bool other = !named.isEmpty() && !Language::all().contains(named);
    return other && language.shareOfCommon(text) < ownTexts ? named : language.name;
}

/// Lines of one list or table stand close together, all other blocks a line apart.
static bool standClose(const SourceBlock& above, const SourceBlock& below)
{
    return above.role == below.role && above.furniture == below.furniture
        && (below.role == BlockRole::ListItem || below.role == BlockRole::TableRow);
}

static QList<Block> joinBlocks(const SourceDocument& document, QString& text)
{
    QList<Block> blocks;
    const SourceBlock* above = nullptr;
    for (const SourceBlock& block : document.blocks) {
        const QString words = normalisedText(block.text);
        const TextRange own = trimmed(words, { 0, static_cast<qint32>(words.size()) });
        if (own.length() == 0)
            continue;
        if (above)
            text += standClose(*above, block) ? u"\n"_s : u"\n\n"_s;
        const auto start = static_cast<qint32>(text.size());
        text += QStringView(words).sliced(own.start, own.length());
        const UnitKind kind = kindOf(block);
        blocks.append({ { start, start + own.length() }, kind,
            kind == UnitKind::Heading ? std::max<quint8>(1, block.level) : quint8(0),
            formOf(block.role) });
        above = &block;
    }
    return blocks;
}

ImportedArticle assemble(const SourceDocument& document, const QString& name)
{
    ImportedArticle article;
    QList<Block> blocks;
    const bool plain = document.blocks.isEmpty();
    if (plain)
        article.text = normalisedText(document.plain);
    else
        blocks = joinBlocks(document, article.text);
    const Language& language = languageOf(document, article.text);
    if (plain)
        blocks = plainBlocks(article.text, language);
    article.layout = layoutOf(article.text, blocks, language);
    const auto line = [&article, &name](const QString& text) {
        const QString whole = text.simplified();
        const QString bounded = boundedLine(whole);
        if (bounded.size() < whole.size() && whole.size() > longestLine)
            article.issues.append({ name,
                QCoreApplication::translate("Import",
                    "“%1 …” is too long for a title, an author or "
                    "a place: only its beginning was kept.")
                    .arg(bounded.first(std::min<qsizetype>(40, bounded.size()))) });
        return bounded;
    };
    article.title = line(document.title);
    if (article.title.isEmpty())
        article.title = line(titleOf(article.text, blocks));
    Provenance& from = article.provenance;
    from.file = boundedLine(name);
    from.format = boundedLine(document.format, longestName);
    from.encoding = boundedLine(document.encoding, longestName);
    from.encodingSource = document.encodingSource;
    from.language = languageName(document, language, article.text);
    from.author = line(document.author);
    from.published = line(document.date);
    from.site = line(document.site);
    from.link = line(document.link);
    from.importer = QStringLiteral(ASSAY_VERSION);
    for (const Finding& finding : document.findings)
        article.issues.append({ name, finding.translated() });
    return article;
}

} // namespace assay
