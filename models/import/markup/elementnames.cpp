// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/elementnames.h"

#include <QRegularExpression>

namespace assay {

using namespace Qt::StringLiterals;

/// Names of class and id that publishing systems give to an article's text. Words are bounded by
/// anything but letters.
static const QRegularExpression& articleNames()
{
    static const QRegularExpression names(
        u"(?<![a-z])(?:article|story|entry|post|blog|news|page|main|item)[-_]{0,2}"
        "(?:body|content|text|main|copy|bodytext|richtext|contents|maincontent)(?![a-z])"
        "|articlebody|bodycopy|body-copy|story__body|post__content|article__content|article__body"
        "|(?<![a-z])(?:e-content|storytext|instapaper_body|mw-parser-output|rich-text-body"
        "|field-name-body|field--name-body|postarticle|markdown-body|entrytext|artikeltext"
        "|text-content|contenido|cuerpo|artibody|artikel-content|release-body)(?![a-z])"_s);
    return names;
}

/// ... and to what stands around it.
static const QRegularExpression& furnitureNames()
{
    static const QRegularExpression names(
        u"(?<![a-z])(?:"
        "nav|navbar|navigation|menu|submenu|breadcrumbs?|crumbs?|toolbar|topbar|masthead|skip"
        "|sidebar|side-bar|rail|right-rail|aside|gutter"
        "|footer|foot|colophon|copyright|legal|disclaimer-box"
        "|share|sharing|sharedaddy|shares|social|socials|addthis|addtoany|sociable|tweet-button|"
        "likes"
        "|related|recommended|recommend(?:ation)?s|recirc|recirculation|more-stories|morestories|"
        "readmore"
        "|read-more|read-next|readnext|also-like|you-may|next-article|prev-next|teasers?|trending|"
        "popular|mostread|most-read"
        "|most-popular|outbrain|taboola|zergnet|promoted|sponsored|sponsor|promos?|promotion|"
        "partner"
        "|comments?|commentlist|comment-list|disqus(?:_thread)?|respond|replies|livefyre|"
        "discussion-list|trackbacks?"
        "|newsletter|subscribe|subscription|signup|sign-up|optin|opt-in|mailchimp|paywall|regwall|"
        "login|register"
        "|barrier|gateway|offers?|pricing|cookies?|cookie-banner|consent|gdpr|onetrust|popup|pop-"
        "up|modal|overlay|lightbox|dialog|banner"
        "|ad|ads|advert|advertisement|advertising|adsense|adslot|ad-slot|adbox|ad-container|dfp|"
        "gpt-ad"
        "|widgets?|tagcloud|tag-cloud|tags|taglist|tag-list|post-tags|categories|catlinks|postmeta|"
        "post-meta|entry-meta|meta-data|metadata"
        "|byline|author-bio|authorbio|author-box|about-author|aboutauthor|bio|dateline-box|"
        "timestamp|post-date|entry-date"
        "|pagination|pager|paging|page-links|rating|ratings|poll|survey|feedback|search|searchform"
        "|toc|table-of-contents|infobox|navbox|vertical-navbox|metabox|hatnote|mw-editsection|"
        "editsection|reflist|mw-jump-link|printfooter|siteSub"
        "|pullquote|pull-quote|callout-promo|screen-reader-text|sr-only|visually-hidden|"
        "visuallyhidden|print-only|noprint"
        "|jump-to|jumplinks|back-to-top|backtotop|top-link"
        ")(?![a-z])|(?<= )(?:hidden|hide|invisible|fc-dialog)(?= )"_s);
    return names;
}

/// Names that page builders give to any box of an article, and publishers to a table's notes, taken
/// out: what they call a widget is as often a paragraph.
static QString withoutBoxNames(const QString& names)
{
    static const QRegularExpression boxes(
        u"elementor-widget|siteorigin-widget|so-panel widget|widget_sow-editor"
        "|(?<=[ _-])(?:tw|tbl|tblwrap|table|table-wrap)[-_]foot"_s);
    return QString(names).remove(boxes);
}

bool holdsOthersProse(const Node& node)
{
    static const QRegularExpression names(
        u"comment|disqus|respond|cookie|consent|gdpr|barrier|paywall"_s);
    return node.names.contains(names);
}

/// A container of the whole page is not furniture for one of its names ("no-sidebar", "has-menu").
static bool isPageContainer(const QByteArray& tag)
{
    return tag == "html" || tag == "body" || tag == "main" || tag == "article";
}

bool isInOthersProse(const Page& page, int node)
{
    constexpr int nearest = 60;
    for (int i = node, up = 0; i >= 0 && up < nearest; i = page[i].parent, ++up) {
        if (!isPageContainer(page[i].tag) && holdsOthersProse(page[i]))
            return true;
    }
    return false;
}

Hint hintOf(const Node& node)
{
    if (node.tag == "nav" || node.tag == "footer" || node.tag == "button" || node.tag == "dialog"
        || node.tag == "menu" || node.tag == "aside" || node.tag == "form")
        return Hint::Furniture;
    const QString property = node.attribute("itemprop").toLower();
    if (property == "articlebody"_L1 || property == "reviewbody"_L1)
        return Hint::Article;
    const QString role = node.attribute("role").toLower();
    if (role == "navigation"_L1 || role == "complementary"_L1 || role == "banner"_L1
        || role == "contentinfo"_L1 || role == "search"_L1 || role == "dialog"_L1
        || role == "alertdialog"_L1 || role == "menu"_L1 || role == "toolbar"_L1)
        return Hint::Furniture;
    if (node.names.isEmpty() || isPageContainer(node.tag))
        return Hint::None;
    if (articleNames().matchView(node.names).hasMatch())
        return Hint::Article;
    return furnitureNames().match(withoutBoxNames(node.names)).hasMatch() ? Hint::Furniture
                                                                          : Hint::None;
}

} // namespace assay
