// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/paperexport.h"

#include "models/base/plainname.h"
#include "views/paper/contentspages.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLocale>
#include <QSaveFile>
#include <QSet>

#include <numeric>

namespace assay {

using namespace Qt::StringLiterals;

static constexpr int pagesAtOnce = 48; ///< drawn and packed together; keeps memory flat

static QString say(const char* text)
{
    return QCoreApplication::translate("Paper", text);
}

static std::unexpected<Error> stopped()
{
    return fail(say("The export was stopped; the file it was at is not there."));
}

Error notWritten(const QString& path, const QString& why)
{
    return { say("%1 could not be written: %2. What was there is untouched.").arg(path, why), {} };
}

/// ISO 639 of what the text is written in: as it was taken to be, or as its letters say, where they
/// are others, so that no screen reader spells Hebrew in English.
static QString languageOf(QStringView text, const QString& taken)
{
    static const QHash<QChar::Script, QString> languages{ { QChar::Script_Hebrew, u"he"_s },
        { QChar::Script_Arabic, u"ar"_s }, { QChar::Script_Cyrillic, u"ru"_s },
        { QChar::Script_Greek, u"el"_s }, { QChar::Script_Devanagari, u"hi"_s },
        { QChar::Script_Tamil, u"ta"_s }, { QChar::Script_Thai, u"th"_s },
        { QChar::Script_Han, u"zh"_s }, { QChar::Script_Hiragana, u"ja"_s },
        { QChar::Script_Katakana, u"ja"_s }, { QChar::Script_Hangul, u"ko"_s } };
    constexpr qsizetype enough = 2000; // letters
    QHash<QString, qsizetype> counts;
    qsizetype letters = 0;
    for (const QChar letter : text.first(std::min(text.size(), enough))) {
        letters += letter.isLetter();
        if (const QString language = languages.value(letter.script()); !language.isEmpty())
            ++counts[language];
    }
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        // Kana among Chinese letters is Japanese.
        const bool most
            = it.value() * 2 > letters || (it.key() == "ja"_L1 && it.value() * 5 > letters);
        const bool known = QLocale(taken).script() == QLocale(it.key()).script();
        if (most && !known)
            return it.key();
    }
    return taken;
}

static PdfInformation informationOf(const PaperReview& review)
{
    PdfInformation information;
    information.title = review.facts.title;
    information.author = review.reviewers();
    information.subject = review.facts.provenance.link.isEmpty() ? review.facts.provenance.file
                                                                 : review.facts.provenance.link;
    information.language = languageOf(review.text, review.facts.provenance.language);
    information.created = review.time;
    return information;
}

static PdfAttachment attachmentOf(
    const PaperReview& review, const PaperOptions& options, const QString& name)
{
    return { name, "application/json", say("The review, for Assay and for programs of your own"),
        reviewFileOf(review, options) };
}

/// Adds all pages of a document; false when stopped. `steps` counts articles where there are many.
static bool addPages(PdfBook& book, const PaperDocument& document, PaperPosition position,
    const Progress& progress, const std::pair<qsizetype, qsizetype>& steps)
{
    position.before = book.pages();
    book.beginText(informationOf(document.review()).language);
    const bool single = steps.second == 0;
    for (int page = 0; page < document.pages(); page += pagesAtOnce) {
        if (!goOn(progress, single ? page : steps.first, single ? document.pages() : steps.second))
            return false;
        book.addPages(
            document.draw(page, std::min(document.pages(), page + pagesAtOnce), position));
    }
    return true;
}

Expected<std::vector<PdfPage>> pagesBehind(int own, const FurtherPages& further)
{
    if (!further)
        return std::vector<PdfPage>();
    return further({ own, 0, 0 }).and_then([&](const std::vector<PdfPage>& pages) {
        return further({ own, 0, own + static_cast<int>(pages.size()) });
    });
}

Expected<PaperResult> exportPaper(const PaperReview& review, const QString& path,
    const Progress& progress, const PaperOptions& options, const FurtherPages& further)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(notWritten(path, file.errorString()));
    PdfBook book(file);
    // First, since of a long article it takes as much memory as the layout, for a moment.
    book.attach(attachmentOf(review, options, u"review.json"_s), review.time);
    const auto document = PaperDocument::of(review, options);
    if (!document)
        return std::unexpected(document.error());
    const int own = (*document)->pages();
    const Expected<std::vector<PdfPage>> after = pagesBehind(own, further);
    if (!after)
        return std::unexpected(after.error());
    const int total = own + static_cast<int>(after->size());
    if (!addPages(book, **document, { 0, 0, total }, progress, {}))
        return stopped();
    if (!after->empty())
        book.beginText({});
    book.addPages(*after);
    PdfInformation information = informationOf(review);
    information.outline = (*document)->outline(0, 0);
    if (!after->empty())
        information.outline.append({ say("Comparison"), own, 0, 0 });
    if (!goOn(progress, total, total))
        return stopped();
    const Expected<void> finished = book.finish(information);
    if (!finished || !file.commit())
        return std::unexpected(
            notWritten(path, finished ? file.errorString() : finished.error().detail));
    return PaperResult{ book.missingLetters(), book.pages(), {} };
}

Expected<PaperResult> exportBook(const QString& title, qsizetype count, const ReviewSource& reviews,
    const QString& path, const Progress& progress, const PaperOptions& options)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(notWritten(path, file.errorString()));
    PdfBook book(file);
    PdfInformation information;
    information.title = title;
    information.created = QDateTime::currentDateTimeUtc();
    // The contents stand in front, but what stands in them is known last: they are added behind
    // everything and put in front at the end.
    const int contentsPages = ContentsPages::count(count, options);
    QList<ContentsEntry> entries;
    QSet<QString> reviewers;
    QSet<QString> languages;
    for (qsizetype i = 0; i < count; ++i) {
        if (!goOn(progress, i, count))
            return stopped();
        Expected<PaperReview> review = reviews(i);
        if (!review)
            return std::unexpected(review.error());
        for (const PaperVoice& voice : std::as_const(review->voices))
            reviewers.insert(voice.name);
        languages.insert(languageOf(review->text, review->facts.provenance.language));
        book.attach(
            attachmentOf(*review, options, u"review-%1.json"_s.arg(i + 1, 4, 10, QChar(u'0'))),
            information.created);
        const auto document = PaperDocument::of(std::move(*review), options);
        if (!document)
            return std::unexpected(document.error());
        const PaperReview& shown = (*document)->review();
        entries.append({ shown.facts.title, book.pages(), shown.reviewers(),
            shown.voices.isEmpty() ? Composition() : shown.voices.first().composition });
        information.outline += (*document)->outline(book.pages(), 0);
        if (!addPages(book, **document, { 0, contentsPages, 0 }, progress, { i, count }))
            return stopped();
    }
    const int body = book.pages();
    const auto contents = ContentsPages::draw(title, entries, options);
    if (!contents)
        return std::unexpected(contents.error());
    book.beginText({});
    book.addPages(*contents);
    QList<int> order(book.pages());
    std::iota(order.begin(), order.begin() + contentsPages, body);
    std::iota(order.begin() + contentsPages, order.end(), 0);
    QStringList names(reviewers.begin(), reviewers.end());
    names.sort();
    information.author = names.join(u", "_s);
    if (languages.size() == 1)
        information.language = *languages.begin();
    if (!book.finish(information, order) || !file.commit())
        return std::unexpected(notWritten(path, file.errorString()));
    return PaperResult{ book.missingLetters(), book.pages(), {} };
}

QStringList paperPaths(
    const Project& project, const QList<ArticleId>& articles, const QString& folder)
{
    QStringList paths;
    QSet<QString> taken;
    for (const ArticleId& id : articles) {
        const QString file = project.state().article(id)->facts().provenance.file;
        const QString base = QFileInfo(plainFileName(file, u"article"_s)).completeBaseName();
        QString name = base;
        for (int n = 2; taken.contains(name.toLower()); ++n)
            name = u"%1-%2"_s.arg(base).arg(n);
        taken.insert(name.toLower());
        paths.append(QDir(folder).filePath(name + u".pdf"_s));
    }
    return paths;
}

} // namespace assay
