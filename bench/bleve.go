package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/mapping"
	bq "github.com/blevesearch/bleve/v2/search/query"
)

// plainBleve is Bleve as its documentation shows it: its German analyzer, its
// facets, its highlighter.
type plainBleve struct{ index bleve.Index }

// bleveBatch is the number of documents written at once.
const bleveBatch = 1000

func bleveMapping() mapping.IndexMapping {
	text := bleve.NewTextFieldMapping()
	text.Analyzer = "de"
	key := bleve.NewTextFieldMapping()
	key.Analyzer = "keyword"
	document := bleve.NewDocumentStaticMapping()
	document.AddFieldMappingsAt("title", text)
	document.AddFieldMappingsAt("text", text)
	for _, name := range facetNames() {
		document.AddFieldMappingsAt(name, key)
	}
	m := bleve.NewIndexMapping()
	m.DefaultMapping = document
	return m
}

func facetNames() []string { return []string{"outlet", "year", "actor"} }

func buildBleve(documents, folder string) (err error) {
	x, err := bleve.New(folder, bleveMapping())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, x.Close()) }()
	batch := x.NewBatch()
	err = eachLineOf(documents, func(a *article) error {
		doc := map[string]any{"title": a.Title, "text": a.Title + "\n" + a.Text, "outlet": a.Outlet, "year": a.Year, "actor": a.Actors}
		if err := batch.Index(a.ID, doc); err != nil {
			return err
		}
		if batch.Size() < bleveBatch {
			return nil
		}
		defer batch.Reset()
		return x.Batch(batch)
	})
	if err != nil {
		return err
	}
	return x.Batch(batch)
}

func openBleve(folder string) (*plainBleve, error) {
	x, err := bleve.Open(folder)
	if err != nil {
		return nil, err
	}
	return &plainBleve{x}, nil
}

func (b *plainBleve) Close() error { return b.index.Close() }

func (b *plainBleve) ask(ctx context.Context, q query, mode string, size int) (answer, error) {
	r := bleve.NewSearchRequestOptions(bleveQuery(q), size, 0, false)
	switch mode {
	case topOnly:
	case highlights:
		r.Fields = []string{"title"}
		r.Highlight = bleve.NewHighlight()
		r.Highlight.AddField("text")
		fallthrough
	case faceted:
		for _, name := range facetNames() {
			r.AddFacet(name, bleve.NewFacetRequest(name, facetValues))
		}
	default:
		return answer{}, fmt.Errorf("mode %s: %w", mode, errors.ErrUnsupported)
	}
	found, err := b.index.SearchInContext(ctx, r)
	if err != nil {
		return answer{}, err
	}
	a := answer{Hits: int(found.Total)}
	for _, h := range found.Hits {
		a.IDs = append(a.IDs, h.ID)
		if len(h.Fragments) > 0 {
			a.Passages++
		}
	}
	for name, f := range found.Facets {
		if a.Facets == nil {
			a.Facets = map[string]map[string]int{}
		}
		a.Facets[name] = map[string]int{}
		for _, t := range f.Terms.Terms() {
			a.Facets[name][t.Term] = t.Count
		}
	}
	return a, nil
}

// facetValues is the number of values of a facet in an answer.
const facetValues = 10

// longWord is the length from which on a fuzzy word may differ by two letters,
// as with Presseschau.
const longWord = 6

func bleveQuery(q query) bq.Query {
	text := bleve.NewMatchQuery(q.text())
	text.SetField("text")
	var built bq.Query = text
	switch q.Kind {
	case "all":
		built = bleve.NewMatchAllQuery()
	case "or", "any":
	case "phrase":
		phrase := bleve.NewMatchPhraseQuery(q.text())
		phrase.SetField("text")
		built = phrase
	case "prefix":
		prefix := bleve.NewPrefixQuery(strings.ToLower(q.text()))
		prefix.SetField("text")
		built = prefix
	case "fuzzy":
		fuzzy := bleve.NewFuzzyQuery(strings.ToLower(q.text()))
		fuzzy.SetField("text")
		fuzzy.Prefix, fuzzy.Fuzziness = 1, 2
		if utf8.RuneCountInString(q.text()) < longWord {
			fuzzy.Fuzziness = 1
		}
		built = fuzzy
	default:
		text.SetOperator(bq.MatchQueryOperatorAnd)
	}
	if q.Year == "" {
		return built
	}
	year := bleve.NewTermQuery(q.Year)
	year.SetField("year")
	return bleve.NewConjunctionQuery(built, year)
}
