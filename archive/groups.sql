-- Articles that are versions of one another: agency copies, updates, reprints.
-- Package sameness says what counts as one.

-- Numbers of which versions share at least one, very probably.
CREATE TABLE likeness (
    key     INTEGER NOT NULL,
    article INTEGER NOT NULL,              -- articles.seq
    PRIMARY KEY (key, article)
) WITHOUT ROWID;

-- The groups of two articles or more.
CREATE TABLE members (
    article INTEGER PRIMARY KEY,           -- articles.seq
    label   INTEGER NOT NULL               -- of the group
);
CREATE INDEX members_by_label ON members (label);

CREATE VIEW version_list AS
SELECT members.label AS versions_of, articles.id AS article, outlet, published, title
FROM members JOIN articles ON articles.seq = members.article
ORDER BY label, published IS NULL, published, articles.seq;
