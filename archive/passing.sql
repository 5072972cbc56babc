-- Whether a mention says little of what the article is about: a part of a
-- compound (US-Präsident), or where somebody lives.
ALTER TABLE mentions ADD COLUMN passing INTEGER NOT NULL DEFAULT 0;
