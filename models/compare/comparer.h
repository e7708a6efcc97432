// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/background.h"
#include "models/compare/explanation.h"
#include "models/project/project.h"

namespace assay {

/// Two articles of a project and what they have in common, as the engine found it.
struct ComparedArticles {
    ArticleId a, b;
    QList<Unit> unitsA, unitsB;
    std::shared_ptr<const PreparedArticle> preparedA, preparedB;
    Comparison comparison;
    std::unique_ptr<const Explainer> explainer; ///< one thread at a time

    struct Side {
        ArticleId article;
        QList<Unit> units;
        std::shared_ptr<const PreparedArticle> prepared;
    };
    /// Compares and makes ready to explain. Returns early when `progress` says so.
    static std::shared_ptr<ComparedArticles> of(
        const Side& a, const Side& b, const Progress& progress = {});

    QString text(bool ofA, quint32 unit) const;
};

/// Compares articles of a project on a thread of its own. Keeps what it prepared of the articles
/// compared last.
class Comparer : public QObject {
    Q_OBJECT

public:
    explicit Comparer(QObject* parent = nullptr);
    ~Comparer() override;

    /// `project` must live until it is taken away with nullptr.
    void setProject(Project* project);
    /// Compares; compared() follows, unless another comparison comes first.
    void compare(ArticleId a, ArticleId b);
    void cancel();

signals:
    void compared(const std::shared_ptr<const assay::ComparedArticles>& result);
    void progressed(qsizetype done, qsizetype total);

private:
    struct Side {
        ArticleId article;
        QByteArray revision;
        QString language;
        QList<Unit> units;
        Project::TextSource source;
    };
    struct Kept {
        QByteArray revision;
        QList<Unit> units;
        std::shared_ptr<const PreparedArticle> prepared;
    };
    /// What the thread keeps; nobody else touches it.
    struct Shelf {
        QHash<ArticleId, Kept> prepared;
        QList<ArticleId> order; ///< the latest last
    };
    std::optional<Side> side(ArticleId article);
    static std::shared_ptr<const PreparedArticle> prepare(Shelf& shelf, const Side& side);

    Project* m_project = nullptr;
    BackgroundPool m_pool; ///< one thread: it hands the rows to others itself
    std::shared_ptr<Shelf> m_shelf;
    std::shared_ptr<std::atomic<quint64>> m_latest;
};

/// The comparison with what reviewers said of it: links made by hand come in and win over what was
/// found, refused ones are out. What `reviewer` said counts before what others did.
Comparison withHandLinks(
    const ComparedArticles& compared, const ProjectState& state, ReviewerId reviewer);
/// The same, without a copy where nothing was said by hand: long articles have a hundred thousand
/// matches, and the window's thread asks.
std::shared_ptr<const Comparison> sharedWithHandLinks(
    const std::shared_ptr<const ComparedArticles>& compared, const ProjectState& state,
    ReviewerId reviewer);

/// The change that links two units by hand (or, with no relation, takes a link back) or refuses a
/// match. Both ends must be units of articles of the project as they are now.
Change linkChange(const ProjectState& state, ReviewerId reviewer, const Target& from,
    const Target& to, std::optional<Relation> relation);
Change refuseChange(const ProjectState& state, ReviewerId reviewer, const Target& from,
    const Target& to, bool refused);

/// Units of the article, tagged marketing by the reviewer, that no link of anyone's supports.
QList<qsizetype> unsupportedClaims(
    const ProjectState& state, ArticleId article, ReviewerId reviewer);

} // namespace assay
