package archive

import (
	"context"
	"fmt"

	"presseschau/corpus"
)

// LargestGroups is the number of groups of versions that an Overview lists.
const LargestGroups = 10

// Overview counts what an archive holds. An article that two sources hold
// counts for both.
type Overview struct {
	Sources   []SourceCount // by path
	Languages map[string]int
	Groups    int // of versions
	Grouped   int // articles that are in one
	Largest   []GroupCount
}

// SourceCount counts the articles of a source file that have the same Origin
// of their date.
type SourceCount struct {
	Path          string
	DateFrom      corpus.Origin // "" where there is no date
	Articles      int
	Comments      int
	WithoutDate   int // articles
	WithoutOutlet int // articles
}

// GroupCount is the size of a group of versions with one of its articles.
type GroupCount struct {
	ID       string
	Title    string
	Articles int
}

// Overview counts. It reads an index of all articles: 100,000 take some tenths
// of a second.
func (a *Archive) Overview(ctx context.Context) (o Overview, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("survey archive %s: %w", a.path, err)
		}
	}()
	o.Sources, err = collect(ctx, a.reader.db, scanSourceCount, `
		SELECT path, origin, articles, comments, undated, unnamed FROM (
			SELECT holdings.source AS holder, published_from AS origin, count(*) AS articles, sum(comment_count) AS comments,
				sum(published IS NULL) AS undated, sum(outlet IS NULL) AS unnamed
			FROM articles INDEXED BY articles_overview CROSS JOIN holdings ON holdings.article = articles.seq
			GROUP BY holdings.source, published_from)
		JOIN sources ON sources.key = holder ORDER BY path, origin`)
	if err != nil {
		return o, err
	}
	languages, err := collect(ctx, a.reader.db, scanLanguageCount,
		"SELECT language, count(*) FROM articles INDEXED BY articles_overview GROUP BY language")
	if err != nil {
		return o, err
	}
	o.Languages = map[string]int{}
	for _, l := range languages {
		o.Languages[l.language] = l.articles
	}
	if err := a.reader.db.QueryRowContext(ctx, "SELECT count(DISTINCT label), count(*) FROM members").Scan(&o.Groups, &o.Grouped); err != nil {
		return o, err
	}
	o.Largest, err = collect(ctx, a.reader.db, scanGroupCount, `
		SELECT id, title, n FROM (SELECT min(article) AS first, count(*) AS n FROM members GROUP BY label
			ORDER BY n DESC, first LIMIT ?) JOIN articles ON articles.seq = first ORDER BY n DESC, first`, LargestGroups)
	return o, err
}

func scanSourceCount(row scanner) (SourceCount, error) {
	var s SourceCount
	err := row.Scan(&s.Path, into(&s.DateFrom), &s.Articles, &s.Comments, &s.WithoutDate, &s.WithoutOutlet)
	return s, err
}

type languageCount struct {
	language string
	articles int
}

func scanLanguageCount(row scanner) (languageCount, error) {
	var l languageCount
	err := row.Scan(into(&l.language), &l.articles)
	return l, err
}

func scanGroupCount(row scanner) (GroupCount, error) {
	var g GroupCount
	err := row.Scan(&g.ID, into(&g.Title), &g.Articles)
	return g, err
}
