-- What is counted over all articles stands in one index, which is far smaller
-- than the table.
DROP INDEX articles_overview;
CREATE INDEX articles_overview ON articles (outlet, published, comment_count, published_from, language);
