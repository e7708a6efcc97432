// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/containers/mime.h"

#include <KCodecs>

namespace assay {

using namespace Qt::StringLiterals;

QString MimePart::header(const QByteArray& name) const
{
    return KCodecs::decodeRFC2047String(QStringView(QString::fromUtf8(headers.value(name))))
        .simplified();
}

const MimePart* MimePart::find(const QString& wanted) const
{
    const bool attached = headers.value("content-disposition").toLower().startsWith("attachment");
    if (type == wanted && !body.isEmpty() && !attached)
        return this;
    for (const MimePart& part : parts) {
        if (const MimePart* found = part.find(wanted))
            return found;
    }
    return nullptr;
}

/// Reads headers up to the empty line; returns where the body starts.
static qsizetype readHeaders(const QByteArray& bytes, MimePart& part)
{
    QByteArray name;
    qsizetype at = 0;
    while (at < bytes.size()) {
        qsizetype end = bytes.indexOf('\n', at);
        if (end < 0)
            end = bytes.size();
        QByteArray line = bytes.sliced(at, end - at);
        if (line.endsWith('\r'))
            line.chop(1);
        at = end + 1;
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        if ((line[0] == ' ' || line[0] == '\t') && !name.isEmpty()) {
            part.headers[name] += ' ' + line.trimmed();
        } else if (colon > 0) {
            name = line.first(colon).trimmed().toLower();
            if (!part.headers.contains(name))
                part.headers[name] = line.sliced(colon + 1).trimmed();
        }
        if (part.headers.size() > 500)
            break;
    }
    return std::min(at, bytes.size());
}

/// "text/html; charset="utf-8"; boundary=x": the value of one parameter.
static QByteArray parameterOf(const QByteArray& header, const QByteArray& name)
{
    const qsizetype at = header.toLower().indexOf(name + '=');
    if (at < 0)
        return {};
    QByteArray value = header.sliced(at + name.size() + 1).trimmed();
    if (value.startsWith('"'))
        return value.sliced(1, std::max<qsizetype>(0, value.indexOf('"', 1) - 1));
    const qsizetype end = value.indexOf(';');
    return (end < 0 ? value : value.first(end)).trimmed();
}

static QByteArray decoded(const QByteArray& body, const QByteArray& encoding)
{
    const QByteArray small = encoding.toLower();
    if (small == "base64")
        return QByteArray::fromBase64(body);
    if (small == "quoted-printable")
        return KCodecs::quotedPrintableDecode(body);
    return body;
}

/// The stretches between boundary lines.
static QList<QByteArray> piecesOf(const QByteArray& body, const QByteArray& boundary)
{
    QList<QByteArray> pieces;
    const QByteArray mark = "--" + boundary;
    qsizetype from = -1;
    for (qsizetype at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.size())) {
        const char behind = at + mark.size() < body.size() ? body[at + mark.size()] : '\n';
        const bool whole = behind == '\n' || behind == '\r' || behind == '-' || behind == ' ';
        if ((at > 0 && body[at - 1] != '\n') || !whole)
            continue;
        if (from >= 0)
            pieces.append(body.sliced(from, std::max<qsizetype>(0, at - from)));
        const qsizetype line = body.indexOf('\n', at);
        if (QByteArrayView(body).sliced(at + mark.size()).startsWith("--") || line < 0
            || pieces.size() > 5000)
            return pieces;
        from = line + 1;
    }
    if (from >= 0)
        pieces.append(body.sliced(from));
    return pieces;
}

QByteArray MimePart::parameter(const QByteArray& name) const
{
    return parameterOf(contentType, name);
}

MimePart parseMime(const QByteArray& bytes, int depth)
{
    constexpr int deepest = 20;
    MimePart part;
    const QByteArray body = bytes.sliced(readHeaders(bytes, part));
    const QByteArray type = part.headers.value("content-type", "text/plain");
    part.type
        = QString::fromLatin1(type.first(type.indexOf(';') < 0 ? type.size() : type.indexOf(';')))
              .trimmed()
              .toLower();
    part.contentType = type;
    part.charset = QString::fromLatin1(parameterOf(type, "charset"));
    const QByteArray boundary = parameterOf(type, "boundary");
    if (part.type.startsWith("multipart/"_L1) && !boundary.isEmpty() && depth < deepest) {
        const QList<QByteArray> pieces = piecesOf(body, boundary);
        for (const QByteArray& piece : pieces)
            part.parts.append(parseMime(piece, depth + 1));
        return part;
    }
    part.body = decoded(body, part.headers.value("content-transfer-encoding"));
    return part;
}

} // namespace assay
