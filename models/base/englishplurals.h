// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

#include <string_view>

namespace assay {

/// English plural forms for source texts that end a counted word in "(s)": "%n sentence(s)". A
/// translation installed after it goes first.
class EnglishPlurals : public QTranslator {
    Q_OBJECT

public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* text, const char*, int n) const override
    {
        if (n < 0 || !qstrcmp(text, "") || !std::string_view(text).contains("(s)"))
            return {};
        return QString::fromUtf8(text).replace(
            QLatin1StringView("(s)"), n == 1 ? QString() : QStringLiteral("s"));
    }
};

} // namespace assay
