// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/importer.h"
#include "models/text/decode.h"

#include <QCoreApplication>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Plain text: lines and blank lines are all its structure.
class PlainText final : public Importer {
public:
    QString format() const override { return u"text"_s; }
    QStringList suffixes() const override { return { u"txt"_s, u"text"_s }; }

    Expected<ImportedArticle> read(const QByteArray& bytes, const QString& fileName) const override
    {
        const Expected<Decoded> decoded = decodeText(bytes);
        if (!decoded)
            return std::unexpected(decoded.error());
        if (decoded->text.size() > maximumTextLength)
            return fail(
                QCoreApplication::translate("Import", "It has too much text for one article."));
        ImportedArticle article = importPlainText(decoded->text, fileName);
        article.provenance.encoding = decoded->encoding;
        if (decoded->guessed) {
            article.issues.append({ fileName,
                QCoreApplication::translate("Import",
                    "The file does not say how its letters are stored; they were read as %1.")
                    .arg(decoded->encoding) });
        }
        return article;
    }
};

} // namespace

std::unique_ptr<Importer> plaintext()
{
    return std::make_unique<PlainText>();
}

} // namespace assay
