// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/exportdialog.h"

#include "views/paper/pagepreview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace assay {

using namespace Qt::StringLiterals;

ExportDialog::ExportDialog(ExportSubject subject, QWidget* parent)
    : QDialog(parent)
    , m_subject(std::move(subject))
    , m_pages(new QComboBox)
    , m_paper(new QComboBox)
    , m_files(new QComboBox(this)) // not all dialogs show it
    , m_summary(new QCheckBox(tr("&Summary behind the original pages")))
    , m_rewrite(new QCheckBox(tr("&Write damaged or encrypted files anew")))
    , m_notes(new QCheckBox(tr("&Notes in the margin")))
    , m_furniture(new QCheckBox(tr("Page &furniture, in small letters")))
    , m_comparison(new QCheckBox(tr("Comparison &with the other article")))
    , m_highlights(new QComboBox)
    , m_reviewers(new QListWidget)
    , m_warning(new QLabel)
    , m_number(new QLabel)
    , m_preview(new PagePreview)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(
        m_subject.articles == 1 ? tr("Export Annotated PDF") : tr("Export Annotated PDFs"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* save = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    save->setDefault(true);
    m_print = buttons->addButton(tr("&Print…"), QDialogButtonBox::ActionRole);
    m_print->setVisible(m_subject.articles == 1);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(save, &QPushButton::clicked, this, [this] {
        keep();
        emit exportWanted();
    });
    connect(m_print, &QPushButton::clicked, this, [this] {
        keep();
        emit printWanted();
    });
    auto* pages = new QVBoxLayout;
    pages->addWidget(m_preview, 1);
    m_number->setAlignment(Qt::AlignHCenter);
    pages->addWidget(m_number);
    auto* row = new QHBoxLayout;
    row->addWidget(makeChoices());
    row->addLayout(pages, 1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(row, 1);
    m_warning->setWordWrap(true);
    m_warning->hide();
    column->addWidget(m_warning);
    column->addWidget(buttons);
    connect(m_preview, &PagePreview::pageChanged, this, [this](int page, int count) {
        m_number->setText(count > 0 ? tr("Page %1 of %2").arg(page + 1).arg(count) : QString());
    });
    m_delay.setSingleShot(true);
    m_delay.setInterval(120);
    connect(&m_delay, &QTimer::timeout, this, &ExportDialog::makePreview);
    connect(&m_making, &QFutureWatcherBase::finished, this, &ExportDialog::showPreview);
    restore();
    refresh();
    makePreview();
    const QSize wanted = sizeHint().expandedTo({ 940, 720 }); // larger where letters are
    resize(wanted.boundedTo(parent->size()));
}

ExportDialog::~ExportDialog()
{
    m_making.waitForFinished();
}

QWidget* ExportDialog::makeChoices()
{
    auto* choices = new QWidget;
    choices->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto* column = new QVBoxLayout(choices);
    column->setContentsMargins({});
    addPages(column);
    addContents(column);
    column->addStretch();
    for (QCheckBox* box : choices->findChildren<QCheckBox*>())
        connect(box, &QCheckBox::toggled, this, &ExportDialog::refresh);
    for (QComboBox* box : choices->findChildren<QComboBox*>())
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(m_reviewers, &QListWidget::itemChanged, this, &ExportDialog::refresh);
    return choices;
}

void ExportDialog::addPages(QVBoxLayout* column)
{
    auto* group = new QGroupBox(tr("Pages"));
    auto* form = new QFormLayout(group);
    m_pages->addItem(tr("New pages"), static_cast<int>(PaperJob::Pages::New));
    if (m_subject.originals > 0) {
        m_pages->insertItem(0,
            m_subject.articles == 1 ? tr("Pages of the original PDF")
                                    : tr("Original pages where there are some"),
            static_cast<int>(
                m_subject.articles == 1 ? PaperJob::Pages::Original : PaperJob::Pages::Automatic));
        m_pages->setCurrentIndex(0);
    }
    form->addRow(tr("&Marks on:"), m_pages);
    m_paper->addItem(tr("A4"), static_cast<int>(QPageSize::A4));
    m_paper->addItem(tr("Letter"), static_cast<int>(QPageSize::Letter));
    form->addRow(tr("Pap&er:"), m_paper);
    m_files->addItems({ tr("One PDF for each article"), tr("One PDF with a table of contents") });
    if (m_subject.articles > 1)
        form->addRow(tr("F&iles:"), m_files);
    else
        m_files->hide();
    m_highlights->addItems({ tr("Annotations, for every PDF program"), tr("Painted, for paper") });
    form->addRow(tr("&Highlights:"), m_highlights);
    m_summary->setChecked(true);
    m_summary->setVisible(m_subject.originals > 0);
    m_rewrite->setVisible(m_subject.originals > 0);
    form->addRow(m_summary);
    form->addRow(m_rewrite);
    column->addWidget(group);
}

void ExportDialog::addContents(QVBoxLayout* column)
{
    auto* group = new QGroupBox(tr("What they show"));
    auto* inside = new QVBoxLayout(group);
    for (const auto& [id, name] : std::as_const(m_subject.reviewers)) {
        auto* item = new QListWidgetItem(name, m_reviewers);
        item->setData(Qt::UserRole, id.toString());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(m_reviewers->count() == 1 ? Qt::Checked : Qt::Unchecked);
    }
    m_reviewers->setAccessibleName(tr("Reviewers"));
    m_reviewers->setMaximumHeight(92);
    m_reviewers->setVisible(m_subject.reviewers.size() > 1);
    inside->addWidget(m_reviewers);
    const QString names[]
        = { tr("Evi&dence"), tr("Mar&keting"), tr("Cavea&t"), tr("N&one of these") };
    auto* tags = new QGridLayout;
    for (int i = 0; i < 4; ++i) {
        m_tags.append(new QCheckBox(names[i]));
        m_tags.last()->setChecked(i < 3);
        tags->addWidget(m_tags.last(), i / 2, i % 2);
    }
    inside->addLayout(tags);
    m_notes->setChecked(true);
    for (QCheckBox* box : { m_notes, m_furniture, m_comparison })
        inside->addWidget(box);
    m_comparison->setVisible(m_subject.comparison != nullptr);
    column->addWidget(group);
}

void ExportDialog::restore()
{
    const QSettings settings;
    const QString home
        = QLocale().measurementSystem() == QLocale::ImperialUSSystem ? u"letter"_s : u"a4"_s;
    m_paper->setCurrentIndex(settings.value("export/paper"_L1, home).toString() == "letter"_L1);
    m_notes->setChecked(settings.value("export/notes"_L1, true).toBool());
    m_furniture->setChecked(settings.value("export/furniture"_L1, false).toBool());
    m_summary->setChecked(settings.value("export/summary"_L1, true).toBool());
}

void ExportDialog::keep() const
{
    QSettings settings;
    settings.setValue("export/paper"_L1, m_paper->currentIndex() == 1 ? u"letter"_s : u"a4"_s);
    settings.setValue("export/notes"_L1, m_notes->isChecked());
    settings.setValue("export/furniture"_L1, m_furniture->isChecked());
    settings.setValue("export/summary"_L1, m_summary->isChecked());
}

PaperJob ExportDialog::job() const
{
    PaperJob job;
    job.pages = static_cast<PaperJob::Pages>(m_pages->currentData().toInt());
    job.options.size = static_cast<QPageSize::PageSizeId>(m_paper->currentData().toInt());
    job.options.tags.clear();
    for (int i = 0; i < 4; ++i) {
        if (m_tags[i]->isChecked())
            job.options.tags.insert(allTags[static_cast<size_t>(i)]);
    }
    job.options.notes = m_notes->isChecked();
    job.options.furniture = m_furniture->isChecked();
    job.options.flattened = m_highlights->isEnabled() && m_highlights->currentIndex() == 1;
    job.original.summary = m_summary->isChecked();
    job.original.rewrite = m_rewrite->isChecked();
    if (m_subject.comparison && m_comparison->isEnabled() && m_comparison->isChecked())
        job.further = m_subject.comparison(reviewers(), job.options.size);
    return job;
}

QList<ReviewerId> ExportDialog::reviewers() const
{
    QList<ReviewerId> chosen;
    for (int i = 0; i < m_reviewers->count(); ++i) {
        const QListWidgetItem* item = m_reviewers->item(i);
        if (item->checkState() == Qt::Checked)
            chosen.append(ReviewerId::fromString(item->data(Qt::UserRole).toString()));
    }
    return chosen;
}

bool ExportDialog::oneFile() const
{
    return m_subject.articles > 1 && m_files->currentIndex() == 1;
}

void ExportDialog::refresh()
{
    const auto pages = static_cast<PaperJob::Pages>(m_pages->currentData().toInt());
    const bool original = pages != PaperJob::Pages::New && !oneFile();
    m_pages->setEnabled(!oneFile());
    m_summary->setEnabled(original);
    m_rewrite->setEnabled(original);
    m_highlights->setEnabled(pages != PaperJob::Pages::Original);
    m_furniture->setEnabled(pages != PaperJob::Pages::Original);
    m_comparison->setEnabled(pages == PaperJob::Pages::New);
    m_delay.start();
}

/// Lays the pages out on another thread: long articles take a moment.
void ExportDialog::makePreview()
{
    if (m_making.isRunning()) {
        m_again = true;
        return;
    }
    const PaperJob chosen = job();
    m_making.setFuture(QtConcurrent::run(
        &PageProof::of, m_subject.preview(reviewers()), chosen.options, chosen.further));
}

void ExportDialog::showPreview()
{
    const PageProof made = m_making.result();
    m_preview->setDocument(made.document, made.further);
    const bool original = job().pages == PaperJob::Pages::Original;
    if (!made.problem.isEmpty())
        m_preview->setMessage(made.problem);
    else if (original) {
        m_number->clear();
        m_preview->setMessage(tr(
            "The highlights go onto the pages of the PDF that the article came as. Its bytes stay "
            "as they are; what is new is added behind them."));
    }
    QStringList warnings;
    if (!made.missing.isEmpty())
        warnings.append(
            tr("No font on this computer has these letters: %1. They show as boxes, but "
               "can be found and copied.")
                .arg(made.missing.left(40)));
    if (made.rightToLeft && !original)
        warnings.append(tr("Text that runs from right to left is copied without blanks by some web "
                           "browsers."));
    m_warning->setText(warnings.join(u' '));
    m_warning->setVisible(!warnings.isEmpty());
    if (std::exchange(m_again, false))
        makePreview();
}

} // namespace assay
