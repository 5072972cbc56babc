package index

import (
	"strconv"
	"strings"
	"unicode"

	"presseschau/archive"
	"presseschau/corpus"
	"presseschau/search"
)

// Document ids: "a" and the article's id, "c", the comment's number, a colon
// and the article's id.
func articleDocID(id string) string { return kindArticle + id }

func commentDocID(id string, n int) string { return kindComment + strconv.Itoa(n) + ":" + id }

// splitDocID is the inverse of both; n is 0 for an article.
func splitDocID(docID string) (id string, n int) {
	if docID == "" || docID[:1] == kindArticle {
		return strings.TrimPrefix(docID, kindArticle), 0
	}
	number, id, _ := strings.Cut(docID[1:], ":")
	n, _ = strconv.Atoi(number) // ids are written by commentDocID alone
	return id, n
}

// documents makes the Bleve documents of a record: the article's first, then
// one for each comment.
func (a *analysis) documents(r *archive.Record) []*document {
	byComment := make(map[int][]string)
	seen := make(map[string]bool)
	for _, m := range r.Mentions {
		key := strconv.Itoa(m.Comment) + "\t" + m.Actor.ID
		if seen[key] {
			continue
		}
		seen[key] = true
		byComment[m.Comment] = append(byComment[m.Comment], actorTerm(m.Actor))
	}
	docs := make([]*document, 0, 1+len(r.Article.Comments))
	article := a.articleDocument(r.Article, byComment[0])
	if r.Group != 0 {
		article.keys = append(article.keys, propGroup.of(strconv.FormatInt(r.Group, 10)))
	}
	docs = append(docs, article)
	for i := range r.Article.Comments {
		c := &r.Article.Comments[i]
		docs = append(docs, a.commentDocument(r.Article, c, byComment[c.N]))
	}
	return docs
}

// actorTerm carries the name beside the id, so that facets need no look-up.
func actorTerm(a corpus.Actor) string { return a.ID + "\t" + a.Name }

func (a *analysis) articleDocument(art *corpus.Article, actors []string) *document {
	d := &document{id: articleDocID(art.ID), an: a}
	parts := headline(art)
	if art.Lead != "" {
		parts = append(parts, passage{origin: fromLead, text: art.Lead, weight: leadWeight})
	}
	base := 0
	for _, b := range art.Body {
		if b.Kind == corpus.Caption {
			continue
		}
		parts = append(parts, passage{origin: fromBody, text: b.Text, base: base, weight: bodyWeight})
		base += len(b.Text) + len(corpus.BlockGap)
	}
	d.addTexts(parts, headline(art))
	if captions := captionPassages(art); len(captions) > 0 {
		d.add(captionNumber, captions)
	}
	a.addKeys(d, kindArticle, art, art.Authors, art.Published, actors)
	return d
}

func (a *analysis) commentDocument(art *corpus.Article, c *corpus.Comment, actors []string) *document {
	d := &document{id: commentDocID(art.ID, c.N), an: a}
	var title []passage
	if c.Title != "" {
		title = []passage{{origin: fromTitle, text: c.Title, weight: titleWeight}}
	}
	parts := title
	if c.Text != "" {
		parts = append(parts, passage{origin: fromBody, text: c.Text, weight: bodyWeight})
	}
	d.addTexts(parts, title)
	var authors []string
	if c.Author != "" {
		authors = []string{c.Author}
	}
	a.addKeys(d, kindComment, art, authors, c.Date, actors)
	return d
}

// headline gives kicker and title with their offsets in Article.Headline.
func headline(art *corpus.Article) []passage {
	var parts []passage
	base := 0
	for _, s := range []string{art.Kicker, art.Title} {
		if s == "" {
			continue
		}
		parts = append(parts, passage{origin: fromTitle, text: s, base: base, weight: titleWeight})
		base += len(s) + len(corpus.BlockGap)
	}
	return parts
}

func captionPassages(art *corpus.Article) []passage {
	var parts []passage
	base := 0
	for _, b := range art.Body {
		if b.Kind != corpus.Caption {
			continue
		}
		parts = append(parts, passage{origin: fromCaption, text: b.Text, base: base, weight: bodyWeight})
		base += len(b.Text) + len(corpus.BlockGap)
	}
	return parts
}

func (d *document) addTexts(parts, title []passage) {
	d.add(textNumber, parts)
	if len(title) > 0 {
		d.add(titleNumber, title)
	}
}

func (d *document) add(field int, parts []passage) {
	d.texts = append(d.texts, text{field: field, parts: parts})
	for _, p := range parts {
		d.size += len(p.text)
	}
}

// addKeys adds the properties of a document with these texts.
func (a *analysis) addKeys(d *document, kind string, art *corpus.Article, authors []string, date corpus.Date, actors []string) {
	year, day, minute := missing, missing, missing
	if date != "" {
		year, day = strconv.Itoa(date.Year()), date.Day()
		if t := minuteOf(date); t > 0 {
			minute = strconv.Itoa(t)
		}
	}
	d.keys = append(d.keys, propKind.of(kind), propOutlet.of(orMissing(art.Outlet)),
		propYear.of(year), propDay.of(day), propMinute.of(minute))
	d.addAll(propActor, actors)
	d.addAll(propAgency, corpus.AgencyNames(art.Agencies))
	d.keys = append(d.keys, propTongue.of(orMissing(tongue(art.Language))))
	d.plain = art.Language != "" && tongue(art.Language) != "de"
	for _, w := range a.nameWords(authors) {
		d.keys = append(d.keys, propAuthor.of(w))
	}
}

// tongue is the value of the facet of languages.
func tongue(language string) string {
	switch value := search.LanguageValue(language); value {
	case "", "de", "en", "fr":
		return value
	}
	return "other"
}

// addAll adds the values of a property, or the one that stands for none.
func (d *document) addAll(p property, values []string) {
	if len(values) == 0 {
		values = []string{missing}
	}
	for _, v := range values {
		d.keys = append(d.keys, p.of(orMissing(v)))
	}
}

// nameWords are the folded words of names, each once.
func (a *analysis) nameWords(names []string) []string {
	seen := make(map[string]bool)
	var out []string
	for _, name := range names {
		for _, w := range words(name) {
			if w = a.german.Fold(w); w != "" && !seen[w] {
				seen[w] = true
				out = append(out, w)
			}
		}
	}
	return out
}

// words splits at everything that is neither letter nor digit.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// orMissing gives the value, or the one that stands for none.
func orMissing(value string) string {
	if value == "" {
		return missing
	}
	return value
}
