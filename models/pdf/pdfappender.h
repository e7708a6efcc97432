// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pdf/pdfmarking.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace assay {

class PdfWriter;

/// Has libqpdf read a file, without a word to the terminal. `bytes` have to live as long as `pdf`.
/// Throws what libqpdf throws when it cannot.
void openPdf(QPDF& pdf, const QByteArray& bytes);

/// Appends marks to one file: its own bytes stay as they are, new objects and a cross-reference of
/// the kind that it has come behind them (ISO 32000-1, 7.5.6).
class PdfAppender {
public:
    /// All three have to live as long as this does; `pdf` has read `original`.
    PdfAppender(QPDF& pdf, const QByteArray& original, const PdfMarking& marking);

    /// The bytes behind the original's; nothing where this file cannot be appended to.
    std::optional<QByteArray> append();

    bool isSigned() const { return m_signed; }
    size_t pages() const { return m_pages.size(); }

private:
    /// Puts the page's list of annotations anew where it changes: the list alone where it is an
    /// object of its own that no other page has, else the page.
    void putAnnotations(QPDFObjectHandle page, const QList<int>& added);
    /// Puts a dictionary anew with other values.
    void putWith(QPDFObjectHandle dictionary, const std::map<std::string, QByteArray>& values);
    std::vector<QPDFObjectHandle> summaryPages();
    /// Puts an object that libqpdf made, and what it refers to.
    void putCopied(QPDFObjectHandle object);
    void putCatalog(std::vector<QPDFObjectHandle>& summary);
    /// The files that are attached already, but for a review of ours.
    void collect(QPDFObjectHandle node, std::map<QByteArray, QByteArray>& files, int depth);

    QPDF& m_pdf;
    const QByteArray& m_original;
    const PdfMarking& m_marking;
    std::vector<QPDFPageObjectHelper> m_pages;
    bool m_signed = false;
    PdfWriter* m_writer = nullptr;
    std::unique_ptr<QPDF> m_summary; ///< its streams are read late
    std::set<int> m_lists; ///< of annotations, put already
    std::set<int> m_copied;
};

} // namespace assay
