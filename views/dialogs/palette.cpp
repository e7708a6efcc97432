// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/palette.h"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

/// The entries that fit, best first.
class CommandPalette::Rows final : public QAbstractListModel {
public:
    Rows(const QList<Entry>& entries, QObject* parent)
        : QAbstractListModel(parent)
        , m_entries(entries)
    {
    }

    void filter(const QString& typed)
    {
        beginResetModel();
        m_shown.clear();
        std::vector<std::pair<int, qsizetype>> ranked;
        for (qsizetype i = 0; i < m_entries.size(); ++i) {
            int rank = CommandPalette::rank(m_entries[i].title, typed);
            if (rank < 0) { // the menu's name helps too, but counts for less
                rank = CommandPalette::rank(m_entries[i].place + u' ' + m_entries[i].title, typed);
                rank += rank < 0 ? 0 : 1000;
            }
            if (rank >= 0)
                ranked.emplace_back(rank, i);
        }
        std::stable_sort(ranked.begin(), ranked.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [rank, i] : ranked)
            m_shown.append(i);
        endResetModel();
    }
    const Entry& entry(int row) const { return m_entries[m_shown[row]]; }

    int rowCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        const Entry& entry = m_entries[m_shown[index.row()]];
        switch (role) {
        case Qt::DisplayRole:
            return entry.title;
        case Qt::UserRole:
            return entry.place;
        case Qt::UserRole + 1:
            return entry.keys;
        case Qt::AccessibleTextRole:
            return QStringList{ entry.title, entry.place, entry.keys }.join(u", "_s);
        default:
            return {};
        }
    }
    Qt::ItemFlags flags(const QModelIndex& index) const override
    {
        const Qt::ItemFlags all = QAbstractListModel::flags(index);
        return m_entries[m_shown[index.row()]].enabled ? all : all & ~Qt::ItemIsEnabled;
    }

private:
    const QList<Entry>& m_entries;
    QList<qsizetype> m_shown;
};

namespace {

/// Title on the left, menu and keys on the right.
class RowDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const bool chosen = option.state & QStyle::State_Selected;
        const bool enabled = option.state & QStyle::State_Enabled;
        const QPalette& colours = option.palette;
        if (chosen)
            painter->fillRect(option.rect, colours.color(QPalette::Highlight));
        const QColor ink = colours.color(chosen ? QPalette::HighlightedText : QPalette::Text);
        const QColor quiet = chosen ? ink : colours.color(QPalette::PlaceholderText);
        const QRect box = option.rect.adjusted(12, 0, -12, 0);
        const QString keys = index.data(Qt::UserRole + 1).toString();
        QString right = index.data(Qt::UserRole).toString();
        if (!keys.isEmpty())
            right += u"    "_s + keys;
        painter->setFont(option.font);
        painter->setPen(quiet);
        painter->drawText(box, static_cast<int>(Qt::AlignVCenter | Qt::AlignTrailing), right);
        const int room = box.width() - option.fontMetrics.horizontalAdvance(right) - 20;
        painter->setPen(enabled ? ink : quiet);
        painter->drawText(box, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading),
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room));
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return { 100, option.fontMetrics.height() + 12 };
    }
};

} // namespace

CommandPalette::CommandPalette(QList<Entry> entries, QWidget* parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_entries(std::move(entries))
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(new QLabel(tr("Nothing found.")))
    , m_rows(new Rows(m_entries, this))
{
    setObjectName(u"palette"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("All Commands"));
    m_field->setPlaceholderText(tr("What do you want to do?"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->installEventFilter(this);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Commands"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_field);
    m_nothing->setObjectName(u"empty"_s);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    filter({});
    const QFontMetrics metrics(font());
    const int width = std::min(metrics.averageCharWidth() * 96, parent->width() - 40);
    resize(width, std::min(metrics.height() * 30, parent->height() - 120));
    move(parent->mapToGlobal(QPoint((parent->width() - width) / 2, 70)));
    setFocusProxy(m_field);
}

void CommandPalette::filter(const QString& typed)
{
    m_rows->filter(typed);
    m_list->setVisible(m_rows->rowCount({}) > 0);
    m_nothing->setVisible(m_rows->rowCount({}) == 0);
    for (int row = 0; row < m_rows->rowCount({}); ++row) {
        const QModelIndex index = m_rows->index(row);
        if (m_rows->flags(index) & Qt::ItemIsEnabled) // what Return would do
            return m_list->setCurrentIndex(index);
    }
}

int CommandPalette::rank(const QString& title, const QString& typed)
{
    // What stands there as it was typed is meant, most of all where it begins a word.
    if (const qsizetype whole = title.indexOf(typed.trimmed(), 0, Qt::CaseInsensitive); whole >= 0)
        return whole == 0 ? 0 : title[whole - 1].isLetterOrNumber() ? 6 : 1;
    int rank = 10;
    qsizetype at = 0;
    qsizetype before = -1;
    for (const QChar letter : typed) {
        if (letter.isSpace())
            continue;
        const qsizetype found = title.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0)
            return -1;
        // The beginning of a later word is better than a letter inside an earlier one.
        qsizetype word = found;
        while (word >= 0 && word > 0 && title[word - 1].isLetterOrNumber())
            word = title.indexOf(letter, word + 1, Qt::CaseInsensitive);
        const bool follows = found == before + 1 && before >= 0;
        const qsizetype chosen = follows || word < 0 ? found : word;
        const bool begins = chosen == 0 || !title[chosen - 1].isLetterOrNumber();
        rank += follows ? 0 : begins ? 2 : 8;
        rank += static_cast<int>(std::min<qsizetype>(chosen - at, 12));
        before = chosen;
        at = chosen + 1;
    }
    return rank;
}

void CommandPalette::run()
{
    const QModelIndex at = m_list->currentIndex();
    if (!at.isValid() || !m_rows->entry(at.row()).enabled)
        return;
    const std::function<void()> act = m_rows->entry(at.row()).run;
    close();
    act();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QCoreApplication::sendEvent(m_list, event);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            run();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace assay
