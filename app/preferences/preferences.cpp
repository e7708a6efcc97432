// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preferences/preferences.h"

#include "app/actions.h"
#include "app/flows/hints.h"
#include "app/preferences/keyspage.h"
#include "app/session.h"
#include "app/translations.h"
#include "views/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFontComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace assay {

using namespace Qt::StringLiterals;

Preferences::Preferences(Actions& actions, Hints& hints, QWidget* parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_hints(hints)
    , m_tabs(new QTabWidget)
{
    setWindowTitle(tr("Preferences"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_tabs->addTab(makeReading(), tr("&Reading"));
    m_tabs->addTab(makeLook(), tr("&Window"));
    m_tabs->addTab(makeCues(), tr("&Cues"));
    m_tabs->addTab(new KeysPage(actions), tr("&Keys"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_tabs, 1);
    column->addWidget(buttons);
    // Qt never forgets the styles of widgets that asked for them and were not shown.
    for (QWidget* widget : findChildren<QWidget*>())
        widget->ensurePolished();
    resize(std::min(fontMetrics().averageCharWidth() * 96, parent->width()),
        std::min(fontMetrics().height() * 34, parent->height()));
}

static QDoubleSpinBox* number(double from, double to, double step, double value, int decimals)
{
    auto* box = new QDoubleSpinBox;
    box->setRange(from, to);
    box->setSingleStep(step);
    box->setDecimals(decimals);
    box->setValue(value);
    return box;
}

QWidget* Preferences::makeReading()
{
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    const ReadingStyle style = session::readingStyle();
    auto* own = new QCheckBox(tr("Another font than the one that comes with Assay"));
    auto* family = new QFontComboBox;
    own->setChecked(!style.family.isEmpty());
    family->setEnabled(own->isChecked());
    family->setAccessibleName(tr("Font of the text"));
    if (own->isChecked())
        family->setCurrentFont(QFont(style.family));
    auto* points = number(smallestPoints, largestPoints, 1, style.points, 1);
    points->setSuffix(tr(" pt"));
    auto* column = number(18, 80, 1, style.columnEms * 2, 0);
    column->setRange(36, 160);
    column->setSuffix(tr(" letters"));
    auto* leading = number(0.9, 2.5, 0.05, style.leading, 2);
    form->addRow(own);
    form->addRow(tr("&Font"), family);
    form->addRow(tr("&Size"), points);
    form->addRow(tr("Wi&dest line"), column);
    form->addRow(tr("Line &height"), leading);
    const auto change = [this, own, family, points, column, leading] {
        family->setEnabled(own->isChecked());
        const ReadingStyle now{ own->isChecked() ? family->currentFont().family() : QString(),
            points->value(), column->value() / 2, leading->value() };
        session::setReadingStyle(now);
        emit readingChanged(now);
    };
    connect(own, &QCheckBox::toggled, this, change);
    connect(family, &QFontComboBox::currentFontChanged, this, change);
    for (QDoubleSpinBox* box : { points, column, leading })
        connect(box, &QDoubleSpinBox::valueChanged, this, change);
    return page;
}

QWidget* Preferences::makeLook()
{
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    auto* colours = new QComboBox;
    const std::pair<QString, QString> themes[]
        = { { tr("As the desktop"), u"desktop"_s }, { tr("Light"), u"light"_s },
              { tr("Dark"), u"dark"_s }, { tr("High contrast"), u"contrast"_s } };
    for (const auto& [title, name] : themes)
        colours->addItem(title, name);
    colours->setCurrentIndex(colours->findData(QSettings().value("window/theme"_L1, u"desktop"_s)));
    auto* scale = number(80, 200, 10, session::interfaceScale() * 100, 0);
    scale->setSuffix(tr(" %"));
    auto* language = new QComboBox;
    language->addItem(tr("As the desktop"), QString());
    for (const QString& name : availableLanguages())
        language->addItem(QLocale(name).nativeLanguageName(), name);
    language->setCurrentIndex(std::max(0, language->findData(session::language())));
    auto* later = new QLabel(tr("Another language is there after the next start."));
    later->setObjectName(u"small"_s);
    form->addRow(tr("C&olours"), colours);
    form->addRow(tr("&Size of words outside of articles"), scale);
    form->addRow(tr("&Language"), language);
    form->addRow(later);
    connect(colours, &QComboBox::currentIndexChanged, this, [this, colours] {
        QSettings().setValue("window/theme"_L1, colours->currentData());
        emit lookChanged();
    });
    connect(scale, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
        session::setInterfaceScale(percent / 100);
        emit lookChanged();
    });
    connect(language, &QComboBox::currentIndexChanged, this, [this, language] {
        session::setLanguage(language->currentData().toString());
        emit languageChanged();
    });
    return page;
}

QWidget* Preferences::makeCues()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    auto* about = new QLabel(
        tr("Words that hint at a tag get a row of small dots. A cue is a hint for the eye and "
           "never a tag. Files of your own, in the format of KSyntaxHighlighting with the section "
           "“Cues”, are found in %1.")
            .arg(QDir::toNativeSeparators(session::ownFolder() + u"/syntax"_s)));
    about->setWordWrap(true);
    about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(about);
    auto* kinds = new QWidget;
    auto* list = new QVBoxLayout(kinds);
    auto* scroll = new QScrollArea;
    scroll->setWidget(kinds);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(scroll, 1);
    const auto fill = [this, list] {
        while (QLayoutItem* item = list->takeAt(0)) {
            if (item->widget())
                item->widget()->deleteLater();
            delete item;
        }
        for (const CueKind& kind : m_hints.finder().kinds()) {
            auto* box = new QCheckBox(kind.hint == Tag::Untagged
                    ? cueTitle(kind)
                    : tr("%1 (hints at %2)").arg(cueTitle(kind), tagWord(kind.hint)));
            box->setChecked(m_hints.isKindShown(kind.name));
            connect(box, &QCheckBox::toggled, this,
                [this, name = kind.name](bool on) { m_hints.setKindShown(name, on); });
            list->addWidget(box);
        }
        for (const Issue& issue : m_hints.finder().problems()) {
            auto* label = new QLabel(u"⚠ "_s + issue.message);
            label->setWordWrap(true);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            list->addWidget(label);
        }
        if (list->count() == 0)
            list->addWidget(new QLabel(tr("The kinds are listed once an article was shown.")));
        list->addStretch(1);
    };
    fill();
    connect(&m_hints, &Hints::kindsChanged, page, fill);
    auto* row = new QHBoxLayout;
    auto* open = new QPushButton(tr("&Open My Folder"));
    auto* again = new QPushButton(tr("Read &Again"));
    for (QPushButton* each : { open, again }) {
        each->setAutoDefault(false);
        row->addWidget(each);
    }
    row->addStretch(1);
    column->addLayout(row);
    connect(open, &QPushButton::clicked, this, [] {
        const QString folder = session::ownFolder() + u"/syntax"_s;
        QDir().mkpath(folder);
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    });
    connect(again, &QPushButton::clicked, &m_hints, &Hints::reload);
    return page;
}

} // namespace assay
