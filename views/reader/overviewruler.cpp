// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reader/overviewruler.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace assay {

OverviewRuler::OverviewRuler(Reader* reader, QWidget* parent)
    : QWidget(parent)
    , m_reader(reader)
{
    setFixedWidth(16);
    m_rest.setSingleShot(true);
    m_rest.setInterval(60); // looking at every unit may not hold up a key press
    connect(&m_rest, &QTimer::timeout, this, &OverviewRuler::forget);
    setAccessibleName(tr("Where the tags stand"));
    connect(reader, &Reader::viewChanged, this, qOverload<>(&QWidget::update));
    connect(reader, &Reader::currentChanged, this, qOverload<>(&QWidget::update));
    connect(reader, &Reader::loaded, this, &OverviewRuler::forget);
    connect(reader, &Reader::marksChanged, this, &OverviewRuler::forget);
}

void OverviewRuler::setProject(Project* project)
{
    if (m_project)
        m_project->disconnect(this);
    m_project = project;
    if (project) {
        connect(project, &Project::changed, this, [this](const ChangeSet& changes) {
            const bool ours = std::any_of(
                changes.units.begin(), changes.units.end(), [this](const ChangeSet::Units& units) {
                    return units.article == m_reader->article();
                });
            if (ours || changes.articles || changes.reviewers)
                m_rest.start();
        });
    }
    forget();
}

void OverviewRuler::forget()
{
    m_marks = {};
    update();
}

void OverviewRuler::resizeEvent(QResizeEvent*)
{
    forget();
}

void OverviewRuler::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_reader->theme();
    const ArticleState* article = m_project && m_reader->isLoaded()
        ? m_project->state().article(m_reader->article())
        : nullptr;
    if (m_marks.isNull()) {
        m_marks = QPixmap(size() * devicePixelRatioF());
        m_marks.setDevicePixelRatio(devicePixelRatioF());
        m_marks.fill(theme.window);
        QPainter painter(&m_marks);
        painter.fillRect(QRect(0, 0, 1, height()), theme.line);
        if (article) {
            const qreal scale = height() / std::max<qreal>(1, article->facts().length);
            // One mark a row and tag at most: thousands of units share few pixels.
            std::array<int, 5> last;
            last.fill(-3);
            for (qsizetype i = 0; i < article->units().size(); ++i) {
                const Tag tag = article->tag(m_project->reviewer(), i);
                const int y = static_cast<int>(article->units()[i].range.start * scale);
                if (tag == Tag::Untagged || tag == Tag::None
                    || y - last[static_cast<size_t>(tag)] < 3)
                    continue;
                last[static_cast<size_t>(tag)] = y;
                painter.fillRect(QRect(5, y, width() - 8, 3), theme.of(tag).line);
            }
            // Cues as small points on the left, finds as bars over everything.
            int cueAt = -3;
            for (const Cue& cue : m_reader->cues()) {
                const QColor colour = m_reader->cueColours().value(cue.kind);
                const int y = static_cast<int>(cue.range.start * scale);
                if (!colour.isValid() || y - cueAt < 2)
                    continue;
                cueAt = y;
                painter.fillRect(QRect(2, y, 2, 1), colour);
            }
            // What has a match in the other reader: a line on the right, in its relation's colour.
            // One a row of pixels at most, a conflict before all others.
            QMap<int, std::pair<Relation, int>> rows;
            for (auto mark = m_reader->matchMarks().cbegin(); mark != m_reader->matchMarks().cend();
                ++mark) {
                if (mark.key() >= article->units().size())
                    continue;
                const TextRange range = article->units()[mark.key()].range;
                const int y = static_cast<int>(range.start * scale);
                const int high = std::max(3, static_cast<int>(range.length() * scale));
                const auto row = rows.find(y);
                if (row == rows.end() || mark.value() == Relation::Conflict)
                    rows.insert(y, { mark.value(), high });
            }
            for (auto row = rows.cbegin(); row != rows.cend(); ++row)
                painter.fillRect(QRect(width() - 2, row.key(), 2, row.value().second),
                    theme.of(row.value().first).line);
            int hitAt = -3;
            for (const TextRange& hit : m_reader->hits()) {
                const int y = static_cast<int>(hit.start * scale);
                if (y - hitAt < 2)
                    continue;
                hitAt = y;
                painter.fillRect(QRect(1, y, width() - 2, 3), theme.ring);
                painter.fillRect(QRect(2, y + 1, width() - 4, 1), theme.hit);
            }
        }
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_marks);
    if (!article)
        return;
    const auto [from, to] = m_reader->visibleShare();
    const QRectF view(1, from * height(), width() - 1, std::max(6.0, (to - from) * height()));
    QColor shade = theme.ink;
    shade.setAlpha(24);
    painter.fillRect(view, shade);
    shade.setAlpha(70);
    painter.setPen(shade);
    painter.drawRect(view.adjusted(0, 0, -1, -1));
    if (const qsizetype unit = m_reader->currentUnit(); unit >= 0) {
        const qreal y = article->units()[unit].range.start * height()
            / std::max<qreal>(1, article->facts().length);
        painter.fillRect(QRectF(0, y - 1, width(), 2), theme.ring);
    }
}

void OverviewRuler::mousePressEvent(QMouseEvent* event)
{
    const ArticleState* article
        = m_project ? m_project->state().article(m_reader->article()) : nullptr;
    if (!article || !(event->buttons() & Qt::LeftButton))
        return;
    const auto offset = static_cast<qint32>(
        event->position().y() / std::max(1, height()) * article->facts().length);
    emit unitChosen(article->unitAt(std::clamp(offset, 0, article->facts().length)));
}

} // namespace assay
