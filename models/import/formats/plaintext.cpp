// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/decoding.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Plain text: lines and blank lines are all its structure.
class PlainText final : public Format {
public:
    QString name() const override { return u"text"_s; }
    QStringList suffixes() const override { return { u"txt"_s, u"text"_s }; }
    bool recognises(const QByteArray&) const override { return false; }

    Reading read(const SourceFile& file) const override
    {
        SourceDocument document;
        const auto text = decodeBytes(file, {}, document);
        if (!text)
            return std::unexpected(text.error());
        document.plain = *text;
        return document;
    }
};

} // namespace

std::unique_ptr<Format> plaintext()
{
    return std::make_unique<PlainText>();
}

} // namespace assay
