package index

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"testing"

	"presseschau/analyzers"
	"presseschau/archive"
	"presseschau/corpus"
	"presseschau/search"
)

// memory is an archive in memory.
type memory struct {
	mu      sync.Mutex
	records map[string]*archive.Record
	log     []archive.Change
}

func newMemory() *memory { return &memory{records: map[string]*archive.Record{}} }

// put stores records and gives their changes.
func (m *memory) put(records ...*archive.Record) []archive.Change {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []archive.Change
	for _, r := range records {
		_, old := m.records[r.Article.ID]
		m.records[r.Article.ID] = r
		out = append(out, archive.Change{Seq: int64(len(m.log) + 1), ID: r.Article.ID, Record: r, Old: old})
		m.log = append(m.log, out[len(out)-1])
	}
	return out
}

func (m *memory) remove(id string) []archive.Change {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.records, id)
	m.log = append(m.log, archive.Change{Seq: int64(len(m.log) + 1), ID: id, Old: true})
	return m.log[len(m.log)-1:]
}

func (m *memory) LastSeq(context.Context) (int64, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return int64(len(m.log)), nil
}

func (m *memory) Changes(_ context.Context, after int64, limit int) ([]archive.Change, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	rest := m.log[min(int(after), len(m.log)):]
	return slices.Clone(rest[:min(limit, len(rest))]), nil
}

func (m *memory) Record(_ context.Context, id string) (*archive.Record, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if r, ok := m.records[id]; ok {
		return r, nil
	}
	return nil, archive.ErrNotFound
}

func (m *memory) Heads(ctx context.Context, refs []archive.Ref) ([]archive.Head, error) {
	var out []archive.Head
	for _, ref := range refs {
		r, err := m.Record(ctx, ref.ID)
		if err != nil {
			continue
		}
		a := r.Article
		h := archive.Head{ID: a.ID, Kicker: a.Kicker, Title: a.Title, Lead: a.Lead, Body: a.BodyText(),
			Outlet: a.Outlet, Published: a.Published, Authors: a.Authors, Agencies: a.Agencies, Language: a.Language, CommentCount: len(a.Comments)}
		for _, c := range a.Comments {
			if slices.Contains(ref.Comments, c.N) {
				h.Comments = append(h.Comments, c)
			}
		}
		out = append(out, h)
	}
	return out, nil
}

// art makes a record. Every field but id and title is optional.
func art(id, title string, with ...func(*archive.Record)) *archive.Record {
	r := &archive.Record{Article: &corpus.Article{ID: id, Title: title}}
	for _, f := range with {
		f(r)
	}
	return r
}

func lead(s string) func(*archive.Record) {
	return func(r *archive.Record) { r.Article.Lead = s }
}

func body(paragraphs ...string) func(*archive.Record) {
	return func(r *archive.Record) {
		for _, p := range paragraphs {
			r.Article.Body = append(r.Article.Body, corpus.Block{Kind: corpus.Paragraph, Text: p})
		}
	}
}

func caption(s string) func(*archive.Record) {
	return func(r *archive.Record) {
		r.Article.Body = append(r.Article.Body, corpus.Block{Kind: corpus.Caption, Text: s})
	}
}

func outlet(name string, date corpus.Date) func(*archive.Record) {
	return func(r *archive.Record) { r.Article.Outlet, r.Article.Published = name, date }
}

func comment(author string, date corpus.Date, text string) func(*archive.Record) {
	return func(r *archive.Record) {
		r.Article.Comments = append(r.Article.Comments,
			corpus.Comment{N: len(r.Article.Comments) + 1, Author: author, Date: date, Text: text})
	}
}

func author(names ...string) func(*archive.Record) {
	return func(r *archive.Record) { r.Article.Authors = names }
}

func names(comment int, actors ...corpus.Actor) func(*archive.Record) {
	return func(r *archive.Record) {
		for _, a := range actors {
			r.Mentions = append(r.Mentions, corpus.Mention{Actor: a, Comment: comment, Field: corpus.BodyField, End: 1})
		}
	}
}

var (
	putin = corpus.Actor{ID: "person:wladimir-putin", Name: "Wladimir Putin", Type: corpus.Person}
	trump = corpus.Actor{ID: "person:donald-trump", Name: "Donald Trump", Type: corpus.Person}
	usa   = corpus.Actor{ID: "state:usa", Name: "USA", Type: corpus.State}
)

// german is made once: its lexicon takes a while to load under -race.
var german = sync.OnceValues(analyzers.New)

func openTest(t testing.TB, dir string, texts Texts) *Index {
	t.Helper()
	a, err := german()
	if err != nil {
		t.Fatal(err)
	}
	x, err := Open(t.Context(), dir, texts, Options{Analyzer: a})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

// newTest makes an index of records.
func newTest(t testing.TB, records ...*archive.Record) (*Index, *memory) {
	t.Helper()
	m := newMemory()
	m.put(records...)
	x := openTest(t, t.TempDir(), m)
	if err := x.CatchUp(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	return x, m
}

// builtTest makes an index of the news in a folder and closes it.
func builtTest(t testing.TB) (dir string, m *memory) {
	t.Helper()
	dir, m = t.TempDir(), newMemory()
	m.put(news()...)
	x := openTest(t, dir, m)
	if err := x.CatchUp(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	return dir, m
}

func find(t testing.TB, x *Index, r search.Request) *search.Result {
	t.Helper()
	out, err := x.Search(t.Context(), r)
	if err != nil {
		t.Fatalf("search %+v: %v", r, err)
	}
	return out
}

// ids gives the hits in order; a comment is "id#n".
func ids(r *search.Result, scope search.Scope) []string {
	out := make([]string, len(r.Hits))
	for i, h := range r.Hits {
		out[i] = h.ID
		if scope == search.InComments {
			out[i] += "#" + string(rune('0'+h.Comments.Hits[0].N))
		}
	}
	return out
}

func sorted(s []string) []string {
	slices.SortFunc(s, cmp.Compare)
	return s
}

func (m *memory) Groups(_ context.Context, labels []int64) (map[int64]archive.Group, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := map[int64]archive.Group{}
	for _, label := range labels {
		var g archive.Group
		for _, r := range m.records {
			if a := r.Article; r.Group == label {
				g.Versions = append(g.Versions, archive.Version{ID: a.ID, Outlet: a.Outlet, Published: a.Published})
			}
		}
		slices.SortFunc(g.Versions, func(a, b archive.Version) int {
			return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
		})
		for _, v := range g.Versions {
			g.Outlets = append(g.Outlets, v.Outlet)
		}
		if g.Total = len(g.Versions); g.Total > 0 {
			out[label] = g
		}
	}
	return out, nil
}

func (m *memory) GroupOf(ctx context.Context, id string) (archive.Group, bool, error) {
	r, err := m.Record(ctx, id)
	if err != nil || r.Group == 0 {
		return archive.Group{}, false, err
	}
	groups, err := m.Groups(ctx, []int64{r.Group})
	return groups[r.Group], true, err
}
