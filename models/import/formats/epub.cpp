// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/containers/archive.h"
#include "models/import/markup/readpage.h"

#include <QHash>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// What the package file of a book says.
struct Package {
    QHash<QString, QString> files; ///< by id
    QStringList spine; ///< ids in the order of reading
    QString navigation; ///< id of the table of contents
};

QString packagePath(const QByteArray& container)
{
    QXmlStreamReader in(container);
    while (!in.atEnd()) {
        if (in.readNext() == QXmlStreamReader::StartElement && in.name() == "rootfile"_L1)
            return in.attributes().value("full-path"_L1).toString();
    }
    return {};
}

Package readPackage(const QByteArray& xml, SourceDocument& document)
{
    Package package;
    QXmlStreamReader in(xml);
    const auto text = [&] { return in.readElementText(QXmlStreamReader::SkipChildElements); };
    while (!in.atEnd()) {
        if (in.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (in.name() == "title"_L1 && document.title.isEmpty()) {
            document.title = text();
        } else if (in.name() == "creator"_L1 && document.author.isEmpty()) {
            document.author = text();
        } else if (in.name() == "date"_L1 && document.date.isEmpty()) {
            document.date = text();
        } else if (in.name() == "language"_L1 && document.language.isEmpty()) {
            document.language = text();
        } else if (in.name() == "publisher"_L1) {
            document.site = text();
        } else if (in.name() == "item"_L1) {
            const QString id = in.attributes().value("id"_L1).toString();
            package.files[id] = in.attributes().value("href"_L1).toString();
            if (in.attributes().value("properties"_L1).contains("nav"_L1))
                package.navigation = id;
        } else if (in.name() == "itemref"_L1) {
            package.spine.append(in.attributes().value("idref"_L1).toString());
        }
    }
    return package;
}

/// XHTML may close any element in its own tag; HTML, as which it is parsed, may not.
QString withEndTags(QString xhtml)
{
    static const QRegularExpression closed(
        u"<(title|script|style|a|b|i|em|p|div|span|td|li)((?:\\s[^<>]*?)?)/>"_s,
        QRegularExpression::CaseInsensitiveOption);
    return xhtml.replace(closed, u"<\\1\\2></\\1>"_s);
}

/// "%20" and "../" in the package's own references.
QString resolved(const QString& folder, const QString& reference)
{
    QString path = QString::fromUtf8(QByteArray::fromPercentEncoding(reference.toUtf8()));
    QStringList parts = folder.split(u'/', Qt::SkipEmptyParts);
    for (const QString& part : path.split(u'/', Qt::SkipEmptyParts)) {
        if (part == ".."_L1) {
            if (!parts.isEmpty())
                parts.removeLast();
        } else if (part != "."_L1) {
            parts.append(part);
        }
    }
    return parts.join(u'/');
}

/// An electronic book or leaflet: its chapters in the order of reading.
class Epub final : public Format {
public:
    QString name() const override { return u"epub"_s; }
    QStringList suffixes() const override { return { u"epub"_s }; }
    bool recognises(const QByteArray& bytes) const override
    {
        return looksLikeArchive(bytes)
            && bytes.first(std::min<qsizetype>(bytes.size(), 200)).contains("application/epub+zip");
    }

    Reading read(const SourceFile& file) const override
    {
        Archive archive(file.bytes);
        if (const auto opened = archive.open(); !opened)
            return std::unexpected(opened.error());
        const auto container = archive.read(u"META-INF/container.xml"_s);
        if (!container)
            return std::unexpected(container.error());
        const QString packageFile = packagePath(*container);
        const auto packageXml = archive.read(packageFile);
        if (!packageXml)
            return std::unexpected(packageXml.error());
        SourceDocument document;
        const Package package = readPackage(*packageXml, document);
        const qsizetype slash = packageFile.lastIndexOf(u'/');
        const QString folder = slash < 0 ? QString() : packageFile.first(slash);
        const bool locked
            = archive.read(u"META-INF/encryption.xml"_s).value_or(QByteArray()).contains(".xhtml");
        if (locked)
            return refuse(u"It is locked by its seller and cannot be read."_s);
        for (const QString& id : package.spine) {
            const auto chapter = archive.read(resolved(folder, package.files.value(id)));
            if (!chapter) {
                document.findings.append(
                    { u"A chapter, “%1”, cannot be read."_s, { package.files.value(id) } });
                continue;
            }
            SourceDocument page = readBarePage(withEndTags(QString::fromUtf8(*chapter)));
            for (SourceBlock& block : page.blocks)
                block.furniture = id == package.navigation;
            for (const QString& line : page.plain.split(u'\n', Qt::SkipEmptyParts))
                document.blocks.append({ line, BlockRole::Paragraph, 0, false });
            document.blocks += page.blocks;
            document.findings += page.findings;
        }
        return document;
    }
};

} // namespace

std::unique_ptr<Format> epub()
{
    return std::make_unique<Epub>();
}

} // namespace assay
