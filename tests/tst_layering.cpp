// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// Keeps the rules of the house that a compiler does not: who may include whom, how long files may
/// be.
class TestLayering : public QObject {
    Q_OBJECT

private slots:
    void includesGoDownwards();
    void onlyStorageSpeaksSql();
    void onlyAppSpeaksToThePerson();
    void filesStaySmall();
    void everyFileNamesItsLicence();

private:
    /// Calls `check` with the path from the top and the text of every source file in `folder`.
    template <typename Check>
    static int eachFile(const QString& folder, Check check)
    {
        int count = 0;
        QDirIterator it(QStringLiteral(ASSAY_SOURCE "/") + folder, { u"*.cpp"_s, u"*.h"_s },
            QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            check(file.fileName().sliced(qstrlen(ASSAY_SOURCE) + 1),
                QString::fromUtf8(file.readAll()));
            ++count;
        }
        return count;
    }
    static void refuse(const QString& folder, const QString& pattern, const QString& except = {})
    {
        const QRegularExpression forbidden(pattern, QRegularExpression::MultilineOption);
        const int files = eachFile(folder, [&](const QString& path, const QString& text) {
            const QRegularExpressionMatch match = forbidden.match(text);
            if (match.hasMatch() && (except.isEmpty() || !path.startsWith(except)))
                QFAIL(qPrintable(path + u": "_s + match.captured()));
        });
        QVERIFY2(files > 3, "the folder was not found");
    }
};

void TestLayering::includesGoDownwards()
{
    refuse(u"models"_s, u"^#include [<\"](views|app|tests)/.*"_s);
    refuse(u"models"_s,
        u"^#include <(QWidget|QApplication|QAction|QMainWindow|QDialog|QMessageBox|QtWidgets).*"_s);
    refuse(u"views"_s, u"^#include [<\"](app|tests)/.*"_s);
    refuse(u"app"_s, u"^#include [<\"]tests/.*"_s);
    // From the root, so that the direction can be read.
    for (const QString& folder : { u"models"_s, u"views"_s, u"app"_s })
        refuse(folder, u"^#include \"(?!(models|views|app)/|tst_).*"_s);
}

void TestLayering::onlyStorageSpeaksSql()
{
    refuse(u"models"_s, u"^#include <(QSql.*|sqlite3.h)>"_s, u"models/storage/"_s);
    refuse(u"views"_s, u"QSql|sqlite"_s);
    refuse(u"app"_s, u"QSql|sqlite"_s);
}

void TestLayering::onlyAppSpeaksToThePerson()
{
    const QString dialogs
        = u"QMessageBox|QFileDialog|QEventLoop|QThread::sleep|processEvents|QInputDialog"_s;
    refuse(u"models"_s, dialogs);
    refuse(u"views"_s, dialogs);
}

void TestLayering::filesStaySmall()
{
    for (const QString& folder : { u"models"_s, u"views"_s, u"app"_s }) {
        eachFile(folder, [](const QString& path, const QString& text) {
            const qsizetype lines = text.count(u'\n');
            const qsizetype most = path.endsWith(u".h") ? 180 : 500;
            QVERIFY2(lines <= most, qPrintable(u"%1 has %2 lines"_s.arg(path).arg(lines)));
        });
    }
}

void TestLayering::everyFileNamesItsLicence()
{
    for (const QString& folder : { u"models"_s, u"views"_s, u"app"_s, u"tests"_s }) {
        eachFile(folder, [](const QString& path, const QString& text) {
            QVERIFY2(text.startsWith(u"// SPDX-License-Identifier: GPL-3.0-or-later\n"),
                qPrintable(path));
        });
    }
}

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
