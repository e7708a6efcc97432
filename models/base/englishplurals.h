// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

#include <string_view>
#include <utility>

namespace assay {

/// English plural forms for source texts that end a counted word in "(s)", also with the verb that
/// follows: "%n sentence(s) were". A translation installed after it goes first.
class EnglishPlurals : public QTranslator {
    Q_OBJECT

public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* text, const char*, int n) const override
    {
        if (n < 0 || !qstrcmp(text, "") || !std::string_view(text).contains("(s)"))
            return {};
        QString said = QString::fromUtf8(text);
        if (n == 1) {
            for (const auto& [many, one] :
                { std::pair("(s) were ", " was "), { "(s) are ", " is " }, { "(s) have ", " has " },
                    { "(s) do ", " does " }, { "(s) that were ", " that was " },
                    { "(s) seem ", " seems " }, { "(s) come ", " comes " } })
                said.replace(QLatin1StringView(many), QLatin1StringView(one));
        }
        return said.replace(QLatin1StringView("(s)"), n == 1 ? QString() : QStringLiteral("s"));
    }
};

} // namespace assay
