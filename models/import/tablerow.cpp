// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/tablerow.h"

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

QString rowText(QStringList cells)
{
    const auto isEmpty = [](const QString& cell) { return cell.isEmpty(); };
    if (std::all_of(cells.begin(), cells.end(), isEmpty))
        return {};
    std::replace_if(cells.begin(), cells.end(), isEmpty, u"–"_s);
    return cells.join(" | "_L1);
}

} // namespace assay
