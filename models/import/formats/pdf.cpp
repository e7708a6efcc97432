// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/format.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// A PDF. What reads its pages loads some eighty libraries, so that only the program that reads
/// nothing else has it: see setPdfReader().
class Pdf final : public Format {
public:
    QString name() const override { return u"pdf"_s; }
    QStringList suffixes() const override { return { u"pdf"_s }; }
    bool recognises(const QByteArray& bytes) const override { return looksLikePdf(bytes); }
    Reading read(const SourceFile& file) const override
    {
        return pdfReader() ? pdfReader()(file) : refuse(u"It is of no kind that Assay reads."_s);
    }
};

} // namespace

std::unique_ptr<Format> pdf()
{
    return std::make_unique<Pdf>();
}

} // namespace assay
