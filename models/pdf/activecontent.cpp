// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/activecontent.h"

#include <QCoreApplication>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace assay {

using namespace Qt::StringLiterals;
using Object = QPDFObjectHandle;

QList<Finding> ActiveContent::findings() const
{
    QList<Finding> all;
    if (scripts)
        all.append({ QString::fromLatin1(QT_TRANSLATE_NOOP("Import",
                         "It carries scripts, which some viewers run. Assay runs none; what is "
                         "exported on its own pages still has them.")),
            {} });
    if (launches)
        all.append({ QString::fromLatin1(QT_TRANSLATE_NOOP("Import",
                         "It carries actions that start programs or send data. Assay takes none; "
                         "what is exported on its own pages still has them.")),
            {} });
    if (attachments > 0)
        all.append(
            { QString::fromLatin1(QT_TRANSLATE_NOOP("Import",
                  "Files are attached to it (%1). Assay reads none of them; what is exported "
                  "on its own pages still has them.")),
                { QString::number(attachments) } });
    return all;
}

namespace {

/// Walks through actions, each of which may name others, and gives up after many.
class Finder {
public:
    ActiveContent found;

    void action(Object object, int depth = 0)
    {
        constexpr int deepest = 20;
        if (depth > deepest || --m_budget < 0)
            return;
        if (object.isArray()) {
            for (int i = 0; i < object.getArrayNItems() && m_budget > 0; ++i)
                action(object.getArrayItem(i), depth + 1);
            return;
        }
        if (!object.isDictionary())
            return;
        Object kind = object.getKey("/S");
        found.scripts
            = found.scripts || kind.isNameAndEquals("/JavaScript") || object.hasKey("/JS");
        found.launches = found.launches || kind.isNameAndEquals("/Launch")
            || kind.isNameAndEquals("/SubmitForm") || kind.isNameAndEquals("/ImportData");
        action(object.getKey("/Next"), depth + 1);
    }

    /// The actions of a document, page or annotation: one, and those of events.
    void holder(Object object)
    {
        if (!object.isDictionary())
            return;
        action(object.getKey("/A"));
        Object events = object.getKey("/AA");
        if (!events.isDictionary())
            return;
        for (const std::string& key : events.getKeys())
            action(events.getKey(key));
    }

private:
    int m_budget = 20'000;
};

} // namespace

ActiveContent activeContentOf(QPDF& pdf)
{
    Finder finder;
    Object root = pdf.getRoot();
    finder.action(root.getKey("/OpenAction"));
    finder.holder(root);
    Object names = root.getKey("/Names");
    if (names.isDictionary() && names.hasKey("/JavaScript"))
        finder.found.scripts = true;
    Object form = root.getKey("/AcroForm");
    if (form.isDictionary() && form.hasKey("/XFA"))
        finder.found.scripts = true; // a form that is a program
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        finder.holder(page.getObjectHandle());
        Object list = page.getObjectHandle().getKey("/Annots");
        for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i) {
            finder.holder(list.getArrayItem(i));
            Object kind = list.getArrayItem(i).isDictionary()
                ? list.getArrayItem(i).getKey("/Subtype")
                : Object::newNull();
            finder.found.attachments += kind.isNameAndEquals("/FileAttachment");
        }
    }
    for (const auto& [name, file] : QPDFEmbeddedFileDocumentHelper(pdf).getEmbeddedFiles()) {
        const bool own
            = name == "review.json" || (name.starts_with("review-") && name.ends_with(".json"));
        finder.found.attachments += !own;
    }
    return finder.found;
}

} // namespace assay
