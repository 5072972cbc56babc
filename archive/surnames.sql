-- Surnames that an article and its comments alone leave open.
CREATE TABLE surnames (
    article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
    surname TEXT    NOT NULL,
    person  TEXT,                          -- actors.id, whom it was decided to mean; its mentions name that person
    PRIMARY KEY (article, surname)
) WITHOUT ROWID;
