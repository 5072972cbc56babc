package index

import (
	"flag"
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
	folded map[string]string
	like   map[[2]string]bool
	scope  search.Scope // of the request at hand
}

func newReference(german *analyzers.Analyzer) *reference {
	return &reference{german: german, words: map[string][]analyzers.QueryPosition{}, rare: map[string]bool{},
		folded: map[string]string{}, like: map[[2]string]bool{}}
}

// refDoc is an article or a comment.
type refDoc struct {
	article *corpus.Article
	head    int   // place of the article
	notes   []int // places of its comments
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
	head := len(r.docs)
	r.docs = append(r.docs, refDoc{article: a, head: head, date: a.Published, actors: actors[0], words: r.read(texts), titles: r.read(texts[:1])})
	for _, c := range a.Comments {
		r.docs[head].notes = append(r.docs[head].notes, len(r.docs))
		r.docs = append(r.docs, refDoc{article: a, head: head, n: c.N, date: c.Date, actors: actors[c.N], words: r.read([]string{c.Title, c.Text})})
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

// matches follows the definition of each form of term. Below a NOT the parts of
// a compound do not count for it.
func (r *reference) matches(d *refDoc, n search.Node, negated bool) bool {
	switch n := n.(type) {
	case search.And:
		return !slices.ContainsFunc(n.Nodes, func(c search.Node) bool { return !r.matches(d, c, negated) })
	case search.Or:
		return slices.ContainsFunc(n.Nodes, func(c search.Node) bool { return r.matches(d, c, negated) })
	case search.Not:
		return !r.matches(d, n.Node, !negated)
	case search.Range:
		lo, hi := dayRange(n.From, n.To)
		day := dayNumber(d.date.Day())
		return day >= lo && day <= hi
	case search.All:
		return true
	}
	switch f := fieldOfNode(n); {
	case f == search.ActorField:
		return slices.ContainsFunc(d.actors, func(id string) bool { return r.isCalled(id, n) })
	case f == search.TextField && d.n > 0:
		return false
	case f == search.CommentField && d.n == 0:
		return r.scope == search.InAll && slices.ContainsFunc(d.notes, func(c int) bool { return r.hasLeaf(&r.docs[c], n, negated) })
	}
	return r.hasLeaf(d, n, negated)
}

func fieldOfNode(n search.Node) search.Field {
	switch n := n.(type) {
	case search.Prefix:
		return n.Field
	case search.Fuzzy:
		return n.Field
	}
	return fieldOf(n)
}

// isCalled tells whether an actor's name has all words of a leaf.
func (r *reference) isCalled(id string, n search.Node) bool {
	text := ""
	switch n := n.(type) {
	case search.Word:
		text = n.Text
	case search.Phrase:
		text = n.Text
	}
	name := " "
	for _, a := range []corpus.Actor{putin, trump, usa} {
		if a.ID == id {
			for _, w := range words(a.Name) {
				name += r.german.Fold(w) + " "
			}
		}
	}
	return !slices.ContainsFunc(words(text), func(w string) bool { return !strings.Contains(name, " "+r.german.Fold(w)+" ") })
}

// hasLeaf tells whether the document's own words have what a leaf asks for.
func (r *reference) hasLeaf(d *refDoc, n search.Node, negated bool) bool {
	any := slices.ContainsFunc[[]refWord]
	switch n := n.(type) {
	case search.Word:
		return !slices.ContainsFunc(r.word(n.Text), func(p analyzers.QueryPosition) bool {
			return !d.has(n.Field, p) && (negated || !r.isRare(n.Field, p) || !near(d.in(n.Field), p.Parts))
		})
	case search.Exact:
		form := r.fold(n.Text)
		return any(d.in(n.Field), func(w refWord) bool { return w.exact == form })
	case search.Prefix:
		p := r.fold(n.Text)
		return any(d.in(n.Field), func(w refWord) bool { return w.hasForm(func(s string) bool { return strings.HasPrefix(s, p) }) })
	case search.Fuzzy:
		form := r.fold(n.Text)
		return any(d.in(n.Field), func(w refWord) bool { return w.hasForm(func(s string) bool { return r.isLike(form, s) }) })
	case search.Phrase:
		return r.hasPhrase(d, n)
	}
	return false
}

// hasForm tells whether the word as it stands, or a part of it, is accepted.
func (w refWord) hasForm(accept func(string) bool) bool {
	return accept(w.exact) || slices.ContainsFunc(w.parts, accept)
}

func (r *reference) fold(s string) string {
	if _, ok := r.folded[s]; !ok {
		r.folded[s] = r.german.Fold(s)
	}
	return r.folded[s]
}

// isLike tells whether two forms begin alike and differ by few letters.
func (r *reference) isLike(a, b string) bool {
	key := [2]string{a, b}
	if _, ok := r.like[key]; !ok {
		x, y := []rune(a), []rune(b)
		most := 1
		if len(x) >= longWord {
			most = 2
		}
		r.like[key] = len(y) > 0 && x[0] == y[0] && edits(x, y) <= most
	}
	return r.like[key]
}

// edits is the least number of letters to insert, to leave out, to replace or to
// swap with the next, each letter being edited once.
func edits(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
				continue
			case a[i-1] == b[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j], d[i][j-1], d[i-1][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
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

// top matches a tree whose words are joined as the request says.
func (r *reference) top(d *refDoc, n search.Node, match search.Match) bool {
	and, ok := n.(search.And)
	if !ok || match == "" || match == search.MatchAll {
		return r.matches(d, n, false)
	}
	wanted, found := 0, 0
	for _, c := range and.Nodes {
		has := r.matches(d, c, false)
		if !asksForWords(c) {
			if !has {
				return false
			}
			continue
		}
		wanted++
		if has {
			found++
		}
	}
	need := min(1, wanted)
	if match == search.MatchMost {
		need = min(wanted/2+1, wanted)
	}
	return found >= need
}

// matching are the places of the documents that a request finds before any
// filter: articles, or comments.
func (r *reference) matching(n search.Node, req *search.Request) map[int]bool {
	r.scope = req.Scope
	found := map[int]bool{}
	_, all := n.(search.All)
	for i := range r.docs {
		d := &r.docs[i]
		switch {
		case req.Scope == search.InArticles && d.n > 0, req.Scope == search.InComments && d.n == 0:
			continue
		case req.Scope == search.InAll && d.n > 0 && (all || !selectsText(n, false)):
			continue
		case !r.top(d, n, req.Match):
			continue
		}
		if req.Scope == search.InComments {
			found[i] = true
		} else {
			found[d.head] = true
		}
	}
	return found
}

// passing are the ids of those that pass the filters.
func (r *reference) passing(matching map[int]bool, req *search.Request) []string {
	out := make([]string, 0, len(matching))
	for i := range matching {
		if d := &r.docs[i]; d.passes(req, "") {
			out = append(out, d.id(req.Scope))
		}
	}
	return sorted(out)
}

func (d *refDoc) id(scope search.Scope) string {
	if scope == search.InComments {
		return d.article.ID + fmt.Sprint("#", d.n)
	}
	return d.article.ID
}

// counts are the hits of each value of a facet, its own filter ignored.
func (r *reference) counts(matching map[int]bool, req *search.Request, facet search.Facet) map[string]int {
	out := map[string]int{}
	for i := range matching {
		if d := &r.docs[i]; d.passes(req, facet) {
			for _, v := range d.values(facet) {
				out[v]++
			}
		}
	}
	return out
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
	return !negated // words, and actors, whom comments name for themselves
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

func (d *refDoc) passes(req *search.Request, but search.Facet) bool {
	if req.From != "" || req.To != "" {
		lo, hi := dayRange(req.From, req.To)
		if day := dayNumber(d.date.Day()); day < lo || day > hi {
			return false
		}
	}
	for _, f := range req.Filters {
		if f.Facet == but {
			continue
		}
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
	r := art(fmt.Sprintf("d%04d", id), pick(1+rnd.IntN(3)), lead(pick(rnd.IntN(3))), body(pick(rnd.IntN(7)), pick(1+rnd.IntN(5))),
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
	field := []search.Field{"", "", "", "", search.TitleField, search.CommentField, search.TextField}[rnd.IntN(7)]
	if depth > 0 {
		left, right := randomNode(rnd, depth-1), randomNode(rnd, depth-1)
		switch rnd.IntN(4) {
		case 0:
			return search.And{Nodes: []search.Node{left, right, randomNode(rnd, 0)}[:2+rnd.IntN(2)]}
		case 1:
			return search.Or{Nodes: []search.Node{left, right}}
		case 2:
			return search.And{Nodes: []search.Node{left, search.Not{Node: right}}}
		}
	}
	switch rnd.IntN(9) {
	case 0:
		return search.Exact{Field: field, Text: word()}
	case 1:
		return search.Phrase{Text: word() + " " + word(), Slop: rnd.IntN(3)}
	case 2:
		return search.Prefix{Field: field, Text: string([]rune(word())[:3])}
	case 3:
		from := 2014 + rnd.IntN(5)
		return search.Range{Field: search.YearField, From: fmt.Sprint(from), To: fmt.Sprint(from + rnd.IntN(2))}
	case 4:
		return search.Fuzzy{Field: field, Text: mistyped(rnd, word())}
	case 5:
		return search.Word{Field: search.ActorField, Text: []string{"Putin", "Trump", "donald", "Nemo"}[rnd.IntN(4)]}
	}
	return search.Word{Field: field, Text: word()}
}

// mistyped is a word with a letter left out, doubled or swapped with the next.
func mistyped(rnd *rand.Rand, word string) string {
	letters := slices.DeleteFunc([]rune(word), func(r rune) bool { return r == '-' })
	for range rnd.IntN(3) {
		i := 1 + rnd.IntN(len(letters)-2)
		switch rnd.IntN(3) {
		case 0:
			if len(letters) > search.MinFuzzy {
				letters = slices.Delete(letters, i, i+1)
			}
		case 1:
			letters = slices.Insert(letters, i, letters[i])
		default:
			letters[i], letters[i+1] = letters[i+1], letters[i]
		}
	}
	return string(letters)
}

var full = flag.Bool("full", false, "compare more documents and requests with the reference")

// TestAgainstReference compares hits and facet counts of random requests with
// what comes out of looking at each document.
func TestAgainstReference(t *testing.T) {
	documents, requests := 300, 600
	if *full {
		documents, requests = 5000, 2000
	}
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
	ref := newReference(x.opts.Analyzer)
	for _, r := range slices.Concat(records[:20], records[30:]) {
		ref.add(r)
	}
	for n := range requests {
		compare(t, x, ref, rnd, n)
	}
}

// facetsOf are the facets that requests are filtered by, with values of each.
var facetsOf = []search.Filter{{Facet: search.OutletFacet, Include: []string{"taz", search.None}},
	{Facet: search.YearFacet, Include: []string{"2016"}}, {Facet: search.ActorFacet, Include: []string{putin.ID}}}

func randomRequest(rnd *rand.Rand) search.Request {
	req := search.Request{Query: randomNode(rnd, rnd.IntN(3)).String(), Size: search.MaxSize, IDsOnly: rnd.IntN(4) > 0,
		FacetSize: search.MaxFacetValues,
		Scope:     []search.Scope{search.InAll, search.InArticles, search.InComments}[rnd.IntN(3)],
		Match:     []search.Match{search.MatchAll, search.MatchAll, search.MatchMost, search.MatchAny}[rnd.IntN(4)],
		Sort:      []search.Sort{search.ByRelevance, search.ByNewest, search.ByOldest}[rnd.IntN(3)]}
	for _, f := range facetsOf {
		switch rnd.IntN(5) {
		case 0:
			req.Filters = append(req.Filters, f)
		case 1:
			req.Filters = append(req.Filters, search.Filter{Facet: f.Facet, Exclude: f.Include})
		}
	}
	if rnd.IntN(6) == 0 {
		req.From = []string{"2015", "2016-05", "2017-03-09"}[rnd.IntN(3)]
	}
	return req
}

func compare(t *testing.T, x *Index, ref *reference, rnd *rand.Rand, n int) {
	t.Helper()
	req := randomRequest(rnd)
	tree, err := search.Parse(req.Query)
	if err != nil {
		t.Fatalf("%q: %v", req.Query, err)
	}
	got := find(t, x, req)
	if got.Query.Relaxed != "" {
		return
	}
	matching := ref.matching(tree, &req)
	want := ref.passing(matching, &req)
	if got.Total != len(want) {
		t.Fatalf("request %d, %+v: total %d, want %d", n, req, got.Total, len(want))
	}
	if have := sorted(ids(got, req.Scope)); len(want) <= search.MaxSize && !slices.Equal(have, want) {
		t.Fatalf("request %d, %+v: got %v, want %v", n, req, have, want)
	}
	for _, r := range got.Facets {
		counts := ref.counts(matching, &req, r.Facet)
		if r.Missing != counts[search.None] {
			t.Fatalf("request %d, %+v: %s missing %d, want %d", n, req, r.Facet, r.Missing, counts[search.None])
		}
		delete(counts, search.None)
		if r.Distinct != len(counts) {
			t.Fatalf("request %d, %+v: %d values of %s, want %d", n, req, r.Distinct, r.Facet, len(counts))
		}
		for _, v := range r.Values {
			if counts[v.Value] != v.Count {
				t.Fatalf("request %d, %+v: %s=%s counts %d, want %d", n, req, r.Facet, v.Value, v.Count, counts[v.Value])
			}
		}
	}
	if len(want) > 0 && rnd.IntN(8) == 0 {
		walkPages(t, x, req, want)
	}
}

// walkPages goes through an answer by its cursors: each hit must come once.
func walkPages(t *testing.T, x *Index, req search.Request, want []string) {
	t.Helper()
	req.Facets, req.IDsOnly = []search.Facet{}, true
	req.Size = 1 + len(want)/4
	req.Size = min(req.Size, search.MaxSize)
	var have []string
	for {
		page := find(t, x, req)
		have = append(have, ids(page, req.Scope)...)
		if req.Cursor = page.NextCursor; req.Cursor == "" || len(have) > len(want) {
			break
		}
	}
	if !slices.Equal(sorted(have), want) {
		t.Fatalf("%+v: pages have %d hits, want %d, each once", req, len(have), len(want))
	}
}
