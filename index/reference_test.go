package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"presseschau/analyzers"
	"presseschau/archive"
	"presseschau/corpus"
	"presseschau/search"
)

// vocabulary has inflected forms, compounds and words that look alike.
var vocabulary = strings.Fields(`Haus Häuser Hauses Museum Museen schon schön Geheimdienst Geheimdienste
	Geheimdienstinformationen US-Präsident Präsident nicht die der Wahrheit Müller Mueller Straße Maut Lkw-Maut
	ging gehen Moskau Berlin Information alt Klimakrise Krise Klima`)

// reference answers requests by looking at every document, from tokens alone.
type reference struct {
	german *analyzers.Analyzer
	docs   []refDoc
	words  map[string][]analyzers.QueryPosition
	rare   map[string]bool // field and lemma: few documents have the compound
}

// refDoc is an article or a comment.
type refDoc struct {
	article *corpus.Article
	n       int
	date    corpus.Date
	actors  []string
	words   []refWord // of title and text
	titles  []refWord
}

// refWord is what the analyzer says of one position.
type refWord struct {
	pos          int
	start        int
	exact, lemma string
	parts        []string
	tail         string // last part of a hyphenated word as it stands
}

func (r *reference) add(rec *archive.Record) {
	actors := map[int][]string{}
	for _, m := range rec.Mentions {
		if !slices.Contains(actors[m.Comment], m.Actor.ID) {
			actors[m.Comment] = append(actors[m.Comment], m.Actor.ID)
		}
	}
	a := rec.Article
	texts := []string{a.Title, a.Lead}
	for _, b := range a.Body {
		texts = append(texts, b.Text)
	}
	r.docs = append(r.docs, refDoc{article: a, date: a.Published, actors: actors[0], words: r.read(texts), titles: r.read(texts[:1])})
	for _, c := range a.Comments {
		r.docs = append(r.docs, refDoc{article: a, n: c.N, date: c.Date, actors: actors[c.N], words: r.read([]string{c.Title, c.Text})})
	}
}

func (r *reference) read(texts []string) []refWord {
	var out []refWord
	var s analyzers.Stream
	base := 0
	for _, text := range texts {
		r.german.Analyze(&s, text)
		for _, t := range s.Tokens {
			switch t.Kind {
			case analyzers.Exact:
				w := refWord{pos: base + t.Position, start: t.Start, exact: string(t.Term)}
				if at := strings.LastIndex(text[t.Start:t.End], "-"); at >= 0 {
					w.tail = r.german.Fold(text[t.Start+at+1 : t.End])
				}
				out = append(out, w)
			case analyzers.Lemma:
				out[len(out)-1].lemma = string(t.Term)
			case analyzers.Part:
				out[len(out)-1].parts = append(out[len(out)-1].parts, string(t.Term))
			}
		}
		base += 10000
	}
	return out
}

// matches follows the definition of each form of term.
func (r *reference) matches(d *refDoc, n search.Node) bool {
	any := slices.ContainsFunc[[]refWord]
	switch n := n.(type) {
	case search.And:
		return !slices.ContainsFunc(n.Nodes, func(c search.Node) bool { return !r.matches(d, c) })
	case search.Or:
		return slices.ContainsFunc(n.Nodes, func(c search.Node) bool { return r.matches(d, c) })
	case search.Not:
		return !r.matches(d, n.Node)
	case search.Word:
		return !slices.ContainsFunc(r.word(n.Text), func(p analyzers.QueryPosition) bool {
			return !d.has(n.Field, p) && !(r.isRare(n.Field, p) && near(d.in(n.Field), p.Parts))
		})
	case search.Exact:
		return any(d.in(n.Field), func(w refWord) bool { return w.exact == r.german.Fold(n.Text) })
	case search.Prefix:
		p := r.german.Fold(n.Text)
		return any(d.in(n.Field), func(w refWord) bool {
			return strings.HasPrefix(w.exact, p) ||
				slices.ContainsFunc(w.parts, func(s string) bool { return strings.HasPrefix(s, p) })
		})
	case search.Phrase:
		return r.hasPhrase(d, n)
	case search.Range:
		lo, hi := dayRange(n.From, n.To)
		day := dayNumber(d.date.Day())
		return day >= lo && day <= hi
	}
	return true
}

func (r *reference) word(text string) []analyzers.QueryPosition {
	if _, ok := r.words[text]; !ok {
		r.words[text] = r.german.QueryWord(text)
	}
	return r.words[text]
}

func (d *refDoc) has(f search.Field, p analyzers.QueryPosition) bool {
	return slices.ContainsFunc(d.in(f), func(w refWord) bool { return w.is(p) })
}

// isRare tells whether so few documents have a compound that its parts count.
func (r *reference) isRare(f search.Field, p analyzers.QueryPosition) bool {
	key := string(f) + " " + p.Lemma
	if rare, ok := r.rare[key]; ok {
		return rare
	}
	n := 0
	for i := range r.docs {
		if r.docs[i].has(f, p) {
			n++
		}
	}
	r.rare[key] = len(p.Parts) > 1 && n < rareEnough
	return r.rare[key]
}

// near tells whether the parts stand in different places with few words in
// between, by trying all choices of places.
func near(words []refWord, parts []string, chosen ...refWord) bool {
	if len(chosen) == len(parts) {
		lo, hi := chosen[0].pos, chosen[0].pos
		for _, w := range chosen {
			lo, hi = min(lo, w.pos), max(hi, w.pos)
		}
		return hi-lo+1-len(parts) <= nearSlop
	}
	part := parts[len(chosen)]
	return slices.ContainsFunc(words, func(w refWord) bool {
		taken := false
		for i, c := range chosen {
			taken = taken || c.pos == w.pos && parts[i] == part
		}
		return !taken && (w.lemma == part || slices.Contains(w.parts, part)) && near(words, parts, append(slices.Clone(chosen), w)...)
	})
}

func (d *refDoc) in(f search.Field) []refWord {
	if f == search.TitleField {
		return d.titles
	}
	return d.words
}

func (w refWord) is(p analyzers.QueryPosition) bool {
	if w.lemma == p.Lemma || w.exact == p.Exact || slices.Contains(w.parts, p.Lemma) || slices.Contains(w.parts, p.Exact) {
		return true
	}
	return slices.ContainsFunc(p.Variants, func(v analyzers.QueryTerm) bool {
		return w.exact == v.Term || w.lemma == v.Term || slices.Contains(w.parts, v.Term)
	})
}

func (r *reference) hasPhrase(d *refDoc, n search.Phrase) bool {
	var want []string
	for _, p := range r.word(n.Text) {
		want = append(want, p.Exact)
	}
	if n.Slop > 0 {
		return within(d.words, want, n.Slop)
	}
	for i := range d.words {
		if i+len(want) > len(d.words) {
			return false
		}
		same := true
		for j, w := range want {
			same = same && (d.words[i+j].exact == w || d.words[i+j].tail == w) && d.words[i+j].pos == d.words[i].pos+j
		}
		if same {
			return true
		}
	}
	return false
}

// within tells whether forms stand in different places with few words in
// between, by trying all choices of places.
func within(words []refWord, want []string, slop int, chosen ...refWord) bool {
	if len(chosen) == len(want) {
		lo, hi := chosen[0].pos, chosen[0].pos
		for _, w := range chosen {
			lo, hi = min(lo, w.pos), max(hi, w.pos)
		}
		return hi-lo+1-len(want) <= slop
	}
	form := want[len(chosen)]
	return slices.ContainsFunc(words, func(w refWord) bool {
		for i, c := range chosen {
			if c.pos == w.pos && want[i] == form {
				return false
			}
		}
		return (w.exact == form || w.tail == form) && within(words, want, slop, append(slices.Clone(chosen), w)...)
	})
}

// hits are the ids of what a request finds, by scope.
func (r *reference) hits(n search.Node, req search.Request) []string {
	found := map[string]bool{}
	_, all := n.(search.All)
	for i := range r.docs {
		d := &r.docs[i]
		head := r.headOf(d)
		switch {
		case req.Scope == search.InArticles && d.n > 0, req.Scope == search.InComments && d.n == 0:
			continue
		case req.Scope == search.InAll && d.n > 0 && (all || !selectsText(n, false)):
			continue
		case !r.matches(d, n):
			continue
		}
		id, facets := d.article.ID, d
		if req.Scope == search.InComments {
			id += fmt.Sprint("#", d.n)
		} else {
			facets = head
		}
		if facets.passes(req.Filters) {
			found[id] = true
		}
	}
	out := make([]string, 0, len(found))
	for id := range found {
		out = append(out, id)
	}
	return sorted(out)
}

func (r *reference) headOf(d *refDoc) *refDoc {
	at := slices.IndexFunc(r.docs, func(h refDoc) bool { return h.article == d.article && h.n == 0 })
	return &r.docs[at]
}

// selectsText tells whether anything but dates is wanted.
func selectsText(n search.Node, negated bool) bool {
	switch n := n.(type) {
	case search.And:
		return slices.ContainsFunc(n.Nodes, func(c search.Node) bool { return selectsText(c, negated) })
	case search.Or:
		return slices.ContainsFunc(n.Nodes, func(c search.Node) bool { return selectsText(c, negated) })
	case search.Not:
		return selectsText(n.Node, !negated)
	case search.Range, search.All:
		return false
	}
	return !negated
}

func (d *refDoc) values(f search.Facet) []string {
	switch {
	case f == search.OutletFacet && d.article.Outlet != "":
		return []string{d.article.Outlet}
	case f == search.YearFacet && d.date != "":
		return []string{fmt.Sprint(d.date.Year())}
	case f == search.ActorFacet && len(d.actors) > 0:
		return d.actors
	}
	return []string{search.None}
}

func (d *refDoc) passes(filters []search.Filter) bool {
	for _, f := range filters {
		has := func(v string) bool { return slices.Contains(d.values(f.Facet), v) }
		if len(f.Include) > 0 && !slices.ContainsFunc(f.Include, has) || slices.ContainsFunc(f.Exclude, has) {
			return false
		}
	}
	return true
}

// randomRecord makes an article of words of the vocabulary.
func randomRecord(rnd *rand.Rand, id int) *archive.Record {
	pick := func(n int) string {
		out := make([]string, n)
		for i := range out {
			out[i] = vocabulary[rnd.IntN(len(vocabulary))]
		}
		return strings.Join(out, " ")
	}
	date := func() corpus.Date {
		if rnd.IntN(6) == 0 {
			return ""
		}
		return corpus.Date(fmt.Sprintf("%d-%02d-%02d", 2015+rnd.IntN(4), 1+rnd.IntN(12), 1+rnd.IntN(28)))
	}
	r := art(fmt.Sprintf("d%03d", id), pick(1+rnd.IntN(3)), lead(pick(rnd.IntN(3))), body(pick(rnd.IntN(7)), pick(1+rnd.IntN(5))),
		outlet([]string{"", "taz", "Die Zeit", "Der Spiegel"}[rnd.IntN(4)], date()))
	for range rnd.IntN(4) {
		comment("x", date(), pick(1+rnd.IntN(4)))(r)
	}
	for c := range len(r.Article.Comments) + 1 {
		for _, a := range []corpus.Actor{putin, trump, usa} {
			if rnd.IntN(3) == 0 {
				names(c, a)(r)
			}
		}
	}
	return r
}

func randomNode(rnd *rand.Rand, depth int) search.Node {
	word := func() string { return vocabulary[rnd.IntN(len(vocabulary))] }
	field := []search.Field{"", "", "", search.TitleField}[rnd.IntN(4)]
	if depth > 0 {
		left, right := randomNode(rnd, depth-1), randomNode(rnd, depth-1)
		switch rnd.IntN(4) {
		case 0:
			return search.And{Nodes: []search.Node{left, right}}
		case 1:
			return search.Or{Nodes: []search.Node{left, right}}
		case 2:
			return search.And{Nodes: []search.Node{left, search.Not{Node: right}}}
		}
	}
	switch rnd.IntN(6) {
	case 0:
		return search.Exact{Field: field, Text: word()}
	case 1:
		return search.Phrase{Text: word() + " " + word(), Slop: rnd.IntN(3)}
	case 2:
		return search.Prefix{Field: field, Text: string([]rune(word())[:3])}
	case 3:
		from := 2014 + rnd.IntN(5)
		return search.Range{Field: search.YearField, From: fmt.Sprint(from), To: fmt.Sprint(from + rnd.IntN(2))}
	}
	return search.Word{Field: field, Text: word()}
}

// TestAgainstReference compares hits and facet counts of random requests with
// what comes out of looking at each document.
func TestAgainstReference(t *testing.T) {
	const documents, requests = 200, 300
	rnd := rand.New(rand.NewPCG(1, 2))
	records := make([]*archive.Record, documents)
	for i := range records {
		records[i] = randomRecord(rnd, i)
	}
	x, m := newTest(t, records...)
	for i := range 20 { // some are replaced and some deleted, in segments of their own
		records[i] = randomRecord(rnd, i)
	}
	if err := x.Apply(t.Context(), m.put(records[:20]...)); err != nil {
		t.Fatal(err)
	}
	for i := 20; i < 30; i++ {
		if err := x.Apply(t.Context(), m.remove(records[i].Article.ID)); err != nil {
			t.Fatal(err)
		}
	}
	ref := &reference{german: x.opts.Analyzer, words: map[string][]analyzers.QueryPosition{}, rare: map[string]bool{}}
	for _, r := range slices.Concat(records[:20], records[30:]) {
		ref.add(r)
	}
	for range requests {
		compare(t, x, ref, rnd)
	}
}

func compare(t *testing.T, x *Index, ref *reference, rnd *rand.Rand) {
	t.Helper()
	req := search.Request{Query: randomNode(rnd, rnd.IntN(3)).String(), Size: search.MaxSize,
		Scope: []search.Scope{search.InAll, search.InArticles, search.InComments}[rnd.IntN(3)]}
	facets := []struct {
		facet  search.Facet
		values []string
	}{{search.OutletFacet, []string{"taz", search.None}}, {search.YearFacet, []string{"2016"}}, {search.ActorFacet, []string{putin.ID}}}
	for _, f := range facets {
		switch rnd.IntN(4) {
		case 0:
			req.Filters = append(req.Filters, search.Filter{Facet: f.facet, Include: f.values})
		case 1:
			req.Filters = append(req.Filters, search.Filter{Facet: f.facet, Exclude: f.values})
		}
	}
	tree, err := search.Parse(req.Query)
	if err != nil {
		t.Fatalf("%q: %v", req.Query, err)
	}
	got := find(t, x, req)
	if got.Query.Relaxed != "" {
		return
	}
	want := ref.hits(tree, req)
	if got.Total != len(want) {
		t.Fatalf("%q in %s, filters %v: total %d, want %d", req.Query, req.Scope, req.Filters, got.Total, len(want))
	}
	if have := sorted(ids(got, req.Scope)); len(want) <= search.MaxSize && !slices.Equal(have, want) {
		t.Fatalf("%q in %s, filters %v: got %v, want %v", req.Query, req.Scope, req.Filters, have, want)
	}
	for _, f := range facets {
		others := slices.DeleteFunc(slices.Clone(req.Filters), func(x search.Filter) bool { return x.Facet == f.facet })
		for _, r := range got.Facets {
			if r.Facet != f.facet {
				continue
			}
			for _, v := range r.Values {
				narrowed := append(slices.Clone(others), search.Filter{Facet: f.facet, Include: []string{v.Value}})
				if n := len(ref.hits(tree, search.Request{Scope: req.Scope, Filters: narrowed})); n != v.Count {
					t.Fatalf("%q in %s, filters %v: %s=%s counts %d, want %d", req.Query, req.Scope, req.Filters, f.facet, v.Value, v.Count, n)
				}
			}
		}
	}
}
