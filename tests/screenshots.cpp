// SPDX-License-Identifier: GPL-3.0-or-later
// Takes pictures of the window in its states, and makes PDFs to look at. Usage: screenshots
// FOLDER
#include "app/docks.h"
#include "app/session.h"
#include "app/translations.h"
#include "models/import/importprocess.h"
#include "tests/windowfixture.h"
#include "views/compare/comparepanel.h"
#include "views/search/searchpanel.h"

#include "models/import/importer.h"

#include <QDir>
#include <QListView>
#include <QScreen>

using namespace assay;
using namespace Qt::StringLiterals;

/// Tags as a reviewer might: what matters here is that every kind is seen.
static void tagSome(Project& project, ArticleId id)
{
    const ArticleState* article = project.state().article(id);
    QList<Change> changes;
    const QList<std::pair<QStringList, Tag>> words{
        { { u"trial"_s, u"review"_s, u"percent"_s, u"study"_s }, Tag::Evidence },
        { { u"should not"_s, u"rare"_s, u"bruising"_s, u"no control"_s, u"not been"_s,
              u"certainty"_s, u"too few"_s, u"insurers"_s, u"no difference"_s },
            Tag::Caveat },
        { { u"!"_s, u"breakthrough"_s, u"proven"_s, u"patients"_s, u"we "_s, u"hope"_s,
              u"outstanding"_s, u"safe"_s, u"– "_s },
            Tag::Marketing }
    };
    const QString text = project.textNow(id).value();
    const QStringList notes{ u"No source is named. Ask the author for the study."_s,
        u"Proven by what? A link would do."_s, u"Which studies, and how large were they?"_s,
        u"Who rated this, and how?"_s, u"Rare: how many of how many?"_s };
    qsizetype noted = 0;
    for (qsizetype i = 0; i < article->units().size() * 3 / 4; ++i) {
        const Unit& unit = article->units()[i];
        if (unit.kind == UnitKind::Furniture || unit.kind == UnitKind::Heading)
            continue;
        const QString sentence = text.sliced(unit.range.start, unit.range.length());
        Tag tag = Tag::None;
        for (const auto& [cues, meant] : words) {
            if (tag == Tag::None && std::any_of(cues.begin(), cues.end(), [&](const QString& cue) {
                    return sentence.contains(cue, Qt::CaseInsensitive);
                }))
                tag = meant;
        }
        changes.append(test::tagChange(project, id, i, tag));
        if (changes.size() % 7 == 3)
            changes.append(
                test::textChange(project, id, i, EventKind::Note, notes[(noted++) % notes.size()]));
    }
    project.edit(changes).value();
}

/// Takes a picture of the dialog that an action opens, and closes it.
static void pictureOf(MainWindow& window, const char* action, const QString& path)
{
    window.desk()->activeReader()->setFocus();
    window.actions()->action(action)->trigger();
    QTest::qWait(1500);
    for (QWidget* top : QApplication::topLevelWidgets()) {
        if (top->isVisible() && top != &window && top->windowType() != Qt::ToolTip) {
            top->grab().save(path);
            top->close();
        }
    }
}

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QTemporaryDir scratch;
    test::prepareApplication(scratch.path());
    const QDir out(QString::fromLocal8Bit(argc > 1 ? argv[1] : "."));
    const QString path = scratch.filePath(u"Heel pain.assay"_s);
    {
        Project project;
        project.setReviewer(ReviewerId::create(), u"A. Reviewer"_s);
        project.openNow(path, Database::Mode::New).value();
        QList<ImportedArticle> articles;
        ImportProcess process;
        for (const QString& name : QDir(u":/samples"_s).entryList({ u"*.txt"_s }))
            articles.append(importFile(u":/samples/"_s + name, process).value());
        const QList<ArticleId> ids = project.addArticles(articles).value();
        tagSome(project, ids[0]);
        tagSome(project, ids[1]);
        project.flush().value();
        QSettings().setValue("reviewer/id"_L1, project.reviewer().toString());
        QSettings().setValue("reviewer/name"_L1, project.reviewerName());
    }
    struct Look {
        QString name;
        QString theme;
        double scale;
        QString language;
    };
    const Look looks[] = { { u"light"_s, u"light"_s, 1, {} }, { u"dark"_s, u"dark"_s, 1, {} },
        { u"contrast"_s, u"contrast"_s, 1, {} }, { u"200"_s, u"light"_s, 2, {} },
        { u"german"_s, u"light"_s, 1, u"de"_s } };
    for (const Look& look : looks) {
        QSettings().setValue("window/theme"_L1, look.theme);
        session::setInterfaceScale(look.scale);
        if (!look.language.isEmpty())
            installTranslations(look.language);
        MainWindow window;
        window.resize(1480, 920);
        window.show();
        window.activateWindow();
        const auto picture = [&](const QString& name) {
            QTest::qWait(700);
            window.grab().save(out.filePath(name + u".png"_s));
        };
        if (look.name == u"light"_s)
            picture(u"welcome"_s);
        window.openProject(path);
        QTest::qWait(600);
        for (int i = 0; i < 2; ++i) {
            Reader* reader = window.desk()->reader(1 - i);
            reader->setFocus();
            reader->setCurrentUnit(i ? 14 : 11);
        }
        picture(u"window-"_s + look.name);
        if (look.name == u"light"_s) {
            const QList<ArticleId> articles = window.project()->state().articles();
            window.exports().exportTo(
                *window.project(), articles.first(1), { out.filePath(u"sample.pdf"_s) });
            QTest::qWait(1500);
            picture(u"exported"_s);
            window.messages()->clear();
            window.docks()->show(u"search"_s);
            window.search()->startTyping(u"trial"_s);
            picture(u"search"_s);
            window.actions()->action("notes-list")->trigger();
            picture(u"notes"_s);
            window.docks()->show(u"articles"_s);
            window.desk()->activeReader()->setFocus();
            window.actions()->action("split")->trigger();
            picture(u"split"_s);
            window.desk()->activeReader()->setFocus();
            QTest::keyClick(window.desk()->activeReader(), Qt::Key_Escape);
            window.desk()->showBeside(articles[0], articles[1]);
            QTest::qWait(1500);
            window.docks()->show(u"comparison"_s);
            for (const auto& [tab, name] : { std::pair{ MatchTab::Conflicts, "conflict" },
                     { MatchTab::Copied, "copied" }, { MatchTab::DroppedCaveats, "dropped" } }) {
                window.comparePanel()->showTab(tab);
                window.comparePanel()->list()->setCurrentIndex(
                    window.comparePanel()->model()->index(0));
                window.desk()->activeReader()->setFocus();
                picture(QString::fromLatin1(name));
            }
            pictureOf(window, "manual", out.filePath(u"manual.png"_s));
            pictureOf(window, "export", out.filePath(u"export.png"_s));
            pictureOf(window, "statistics", out.filePath(u"statistics.png"_s));
            window.docks()->show(u"articles"_s);
            // Somebody puts another file in the project's place.
            QFile::rename(path, path + ".away"_L1);
            test::writeFile(path, u"something else"_s);
            QTest::qWait(2500);
            picture(u"replaced"_s);
            QFile::remove(path);
            QFile::rename(path + ".away"_L1, path);
        }
        window.close();
        if (look.name == u"light"_s) { // what the next start says after a crash
            MainWindow next;
            next.resize(1480, 920);
            next.setBrokenRun({ path, QDateTime::currentDateTimeUtc().addSecs(-3600) });
            next.show();
            next.openProject(path);
            QTest::qWait(1500);
            next.grab().save(out.filePath(u"recovered.png"_s));
        }
    }
    return 0;
}
