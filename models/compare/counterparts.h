// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/background.h"
#include "models/compare/articleindex.h"
#include "models/compare/comparison.h"
#include "models/project/project.h"

namespace assay {

/// A sentence of another article that says what the current one says.
struct Counterpart {
    ArticleId article;
    TextRange range;
    Relation relation = Relation::Related;
    float score = 0;
    QString text;
    QStringList reasons;
};

/// Finds, for one sentence, the best counterparts in all other articles of a project. Prepares the
/// articles once, on a thread of its own, and anew what changed.
class Counterparts : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t most = 5;

    explicit Counterparts(QObject* parent = nullptr);
    ~Counterparts() override;

    /// `project` must live until it is taken away with nullptr.
    void setProject(Project* project);
    /// Looks for counterparts of a unit; found() follows, unless another question comes first.
    void ask(ArticleId article, qsizetype unit);

signals:
    void found(assay::ArticleId article, assay::TextRange range,
        const QList<assay::Counterpart>& counterparts);
    void progressed(qsizetype done, qsizetype total); ///< of articles that are made ready

private:
    struct Wanted {
        ArticleId article;
        QByteArray revision;
        QString language;
        QList<Unit> units;
        Project::TextSource source;
    };
    /// What the thread works with; nobody else touches it.
    struct Shelf {
        ArticleIndex index;
        QHash<ArticleId, std::pair<QByteArray, QList<Unit>>> revisions; ///< what the index holds
        std::unordered_map<std::string, std::unique_ptr<Preparer>> preparers;
        QHash<ArticleId, QString> texts; ///< of the articles looked at last
    };
    static Preparer& preparer(Shelf& shelf, const QString& language);
    static QList<Counterpart> search(Shelf& shelf, const QList<Wanted>& articles,
        const QHash<ArticleId, qsizetype>& places, qsizetype of, qsizetype unit);

    Project* m_project = nullptr;
    BackgroundPool m_pool; ///< one thread
    std::shared_ptr<Shelf> m_shelf;
    std::shared_ptr<std::atomic<quint64>> m_latest;
};

} // namespace assay
