-- The articles and the comments of their readers, as they were read. A column
-- is NULL where the source does not say. Text is UTF-8, dates are ISO 8601 and
-- as exact as the source (2015, 2015-09, 2015-09-20, 2015-09-20T12:08).

CREATE TABLE articles (
    seq            INTEGER PRIMARY KEY,    -- number of the change that stored this version
    id             TEXT    NOT NULL UNIQUE,
    content        BLOB    NOT NULL,       -- hash, tells whether a new version differs
    replaced       INTEGER NOT NULL,       -- 1: there was an earlier version
    source         TEXT,                   -- path, or path#line
    url            TEXT,
    outlet         TEXT,
    section        TEXT,
    kicker         TEXT,
    title          TEXT,
    lead           TEXT,
    published      TEXT,
    published_from TEXT,                   -- metadata, dateline, url, comments, copyright
    updated        TEXT,
    authors        TEXT,                   -- JSON array of names
    agencies       TEXT,                   -- JSON array of names
    language       TEXT,                   -- BCP 47
    warnings       TEXT,                   -- JSON array of sentences
    main_actors    TEXT,                   -- JSON array of actors.key, those named most first
    comment_count  INTEGER NOT NULL,       -- rows in comments
    comments_total INTEGER,                -- what the page says of their number
    layout         TEXT    NOT NULL,       -- kinds and bytes of the blocks: h12 p340 c80+9
    captions       TEXT,                   -- texts of pictures, an empty line between them
    credits        TEXT,                   -- of pictures, a line each
    body           TEXT    NOT NULL        -- paragraphs, headings and list items, an empty line between them
);
CREATE INDEX articles_overview ON articles (outlet, published, comment_count);

CREATE TABLE comments (
    article  INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
    n        INTEGER NOT NULL,             -- number within the article
    position INTEGER NOT NULL,             -- place in the order of the source
    id       TEXT,                         -- the source's own
    author   TEXT,
    date     TEXT,
    title    TEXT,
    parent   TEXT,                         -- id of the comment that it answers
    text     TEXT NOT NULL,
    PRIMARY KEY (article, n, position)
) WITHOUT ROWID;

CREATE TABLE actors (
    key  INTEGER PRIMARY KEY,
    id   TEXT NOT NULL UNIQUE,             -- person:wladimir-putin
    name TEXT NOT NULL,
    type TEXT NOT NULL                     -- person, org, state
);

-- The places at which actors are named, in bytes of the text of a field: title
-- (kicker, empty line, title), lead or body of an article, title or body of a
-- comment.
CREATE TABLE mentions (
    article    INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
    comment    INTEGER NOT NULL,           -- 0: in the article itself, else comments.n
    field      TEXT    NOT NULL,           -- title, lead, body
    start_byte INTEGER NOT NULL,
    end_byte   INTEGER NOT NULL,           -- behind the last byte
    actor      INTEGER NOT NULL REFERENCES actors (key),
    PRIMARY KEY (article, comment, field, start_byte, end_byte, actor)
) WITHOUT ROWID;

-- The files that were read, and how far.
CREATE TABLE sources (
    key      INTEGER PRIMARY KEY,
    path     TEXT    NOT NULL UNIQUE,
    size     INTEGER NOT NULL,             -- bytes
    modified INTEGER NOT NULL,             -- nanoseconds since 1970
    done     INTEGER NOT NULL,             -- documents stored
    complete INTEGER NOT NULL              -- 1: read to its end
);

-- Which sources hold an article.
CREATE TABLE holdings (
    source  INTEGER NOT NULL REFERENCES sources (key) ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
    PRIMARY KEY (article, source)
) WITHOUT ROWID;
CREATE INDEX holdings_by_source ON holdings (source);

-- Articles that are gone, so that an index can follow.
CREATE TABLE deletions (
    seq INTEGER PRIMARY KEY,
    id  TEXT NOT NULL UNIQUE
);

-- The number of the last change, in one row.
CREATE TABLE sequence (last INTEGER NOT NULL);
INSERT INTO sequence VALUES (0);

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE VIEW article_list AS
SELECT id, outlet, substr(published, 1, 4) AS year, published, title, comment_count FROM articles;

CREATE VIEW article_actors AS
SELECT articles.id AS article, actors.id AS actor, actors.name, actors.type,
       sum(mentions.comment = 0) AS in_article, sum(mentions.comment > 0) AS in_comments
FROM mentions JOIN articles ON articles.seq = mentions.article JOIN actors ON actors.key = mentions.actor
GROUP BY mentions.article, mentions.actor;

CREATE VIEW comment_list AS
SELECT articles.id AS article, articles.outlet, comments.n, comments.author, comments.date, comments.title, comments.text
FROM comments JOIN articles ON articles.seq = comments.article;
