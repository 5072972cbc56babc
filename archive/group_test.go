package archive

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"presseschau/corpus"
	"presseschau/sameness"
)

// dispatch makes an article out of one of n stories, with a word of it changed
// in some of them: versions of a story are alike, stories are not.
func dispatch(r *rand.Rand, id string, stories int) Record {
	n := r.IntN(stories)
	story := rand.New(rand.NewPCG(uint64(n), 9))
	var words []string
	for range 150 {
		words = append(words, fmt.Sprintf("wort%d", story.IntN(3000)))
	}
	words[r.IntN(len(words))] = fmt.Sprintf("neu%d", r.IntN(2))
	return Record{Surnames: []Surname{{Name: "Muster"}}, Article: &corpus.Article{ID: id, Title: fmt.Sprintf("Fassung %d", r.IntN(5)), Outlet: fmt.Sprintf("Blatt %d", r.IntN(4)),
		Body: []corpus.Block{{Kind: corpus.Paragraph, Text: strings.Join(words, " ")}}}}
}

// mirror follows the changes as an index does.
type mirror map[string]*Record

func (m mirror) follow(changes []Change) {
	for _, c := range changes {
		if c.Record == nil {
			delete(m, c.ID)
		} else {
			m[c.ID] = c.Record
		}
	}
}

// partition lists the groups by their sorted ids.
func partition[L comparable](label map[string]L, none L) []string {
	by := map[L][]string{}
	for id, l := range label {
		if l != none {
			by[l] = append(by[l], id)
		}
	}
	var out []string
	for _, ids := range by {
		slices.Sort(ids)
		out = append(out, strings.Join(ids, " "))
	}
	slices.Sort(out)
	return out
}

func (m mirror) partition() []string {
	label := map[string]int64{}
	for id, r := range m {
		label[id] = r.Group
	}
	return partition(label, 0)
}

// alike finds the groups by comparing all with all.
func (m mirror) alike() []string {
	s := sets{map[int64]int64{}}
	ids := slices.Sorted(maps.Keys(m))
	shingles := make([]sameness.Set, len(ids))
	for i, id := range ids {
		shingles[i] = sameness.Shingle(textsOf(m[id].Article)...).Set()
		for j := range i {
			if shingles[i].Alike(shingles[j]) {
				s.unite(int64(i), int64(j))
			}
		}
	}
	label := map[string]int64{}
	for root, set := range s.all() {
		for _, i := range set {
			if len(set) > 1 {
				label[ids[i]] = root + 1
			}
		}
	}
	return partition(label, 0)
}

// Whatever is put, replaced and deleted, in whatever batches: the groups handed
// out with the changes are those that comparing all with all finds.
func TestGroupsFollowEveryChange(t *testing.T) {
	for seed := range uint64(4) {
		a, ctx, r := open(t), t.Context(), rand.New(rand.NewPCG(seed, 1))
		m := mirror{}
		for step := range 60 {
			if r.IntN(3) == 0 {
				var ids []string
				for range r.IntN(6) {
					ids = append(ids, fmt.Sprintf("id%d", r.IntN(40)))
				}
				m.follow(must[[]Change](t)(a.Delete(ctx, ids)))
			} else {
				var records []Record
				for range r.IntN(8) {
					records = append(records, dispatch(r, fmt.Sprintf("id%d", r.IntN(40)), 9))
				}
				m.follow(must[[]Change](t)(a.Put(ctx, records)))
			}
			if got, want := m.partition(), m.alike(); !slices.Equal(got, want) {
				t.Fatalf("seed %d, step %d: groups\n%q; want\n%q", seed, step, got, want)
			}
			stored := mirror{}
			stored.follow(must[[]Change](t)(a.Changes(ctx, 0, 1000)))
			if !reflect.DeepEqual(stored, m) {
				t.Fatalf("seed %d, step %d: what is stored differs from what was handed out", seed, step)
			}
		}
		if err := a.Check(ctx); err != nil {
			t.Error(err)
		}
		if n := must[[]int64](t)(collect(ctx, a.reader.db, scanNumber, `SELECT article FROM likeness WHERE article NOT IN (SELECT seq FROM articles)
			UNION ALL SELECT article FROM members WHERE article NOT IN (SELECT seq FROM articles)`)); len(n) > 0 {
			t.Errorf("%d rows of articles that are gone", len(n))
		}
	}
}

// A thousand pages that are the same cost a few keys, and stay one group when
// the first of them are deleted. Few of them are read to show one.
func TestManyCopies(t *testing.T) {
	a, ctx, m := open(t), t.Context(), mirror{}
	const copies, outlets = 3000, 250
	text := strings.Repeat("mit Werbung und Zählung weiterlesen oder ein Abo abschließen, das ist die Frage an Sie heute und morgen ", 3)
	var ids []string
	for i := range copies {
		ids = append(ids, fmt.Sprintf("id%04d", i))
	}
	for batch := range slices.Chunk(ids, 300) {
		var records []Record
		for i, id := range batch {
			records = append(records, Record{Article: &corpus.Article{ID: id, Outlet: fmt.Sprintf("blatt%d.example", i%outlets), Body: []corpus.Block{{Kind: corpus.Paragraph, Text: text}}}})
		}
		m.follow(must[[]Change](t)(a.Put(ctx, records)))
	}
	m.follow(must[[]Change](t)(a.Delete(ctx, ids[:100])))
	if got := m.partition(); len(got) != 1 || strings.Count(got[0], "id") != copies-100 {
		t.Errorf("%d groups, the first of %d", len(got), strings.Count(strings.Join(got, ""), "id"))
	}
	rows := must[[]int64](t)(collect(ctx, a.reader.db, scanNumber, "SELECT count(*) FROM likeness"))
	if rows[0] > bucketSize*sameness.Bands {
		t.Errorf("%d keys are kept", rows[0])
	}
	g, ok, err := a.GroupOf(ctx, ids[500])
	if err != nil || !ok || g.Total != copies-100 || len(g.Versions) != MaxVersions || len(g.Outlets) != MaxOutlets {
		t.Errorf("GroupOf: %d of %d versions, %d outlets, %v, %v", len(g.Versions), g.Total, len(g.Outlets), ok, err)
	}
	label := m[ids[500]].Group
	if read := must[[]versionRow](t)(scanAll(scanVersion)(a.reader.versions.QueryContext(ctx, label, MaxVersions))); len(read) > MaxVersions {
		t.Errorf("%d versions are read", len(read))
	}
	if read := must[[]string](t)(scanAll(scanString)(a.reader.outlets.QueryContext(ctx, label, MaxOutlets))); len(read) > MaxOutlets {
		t.Errorf("%d outlets are read", len(read))
	}
}

func TestGroupsTellOutlets(t *testing.T) {
	a, ctx, r := open(t), t.Context(), rand.New(rand.NewPCG(1, 1))
	var records []Record
	for i, d := range []struct{ outlet, date string }{{"taz", "2015-09-21"}, {"", ""}, {"Die Zeit", "2015-09-20"}, {"taz", "2015-09-19"}} {
		record := dispatch(r, fmt.Sprintf("id%d", i), 1)
		record.Article.Outlet, record.Article.Published = d.outlet, corpus.Date(d.date)
		records = append(records, record)
	}
	must[[]Change](t)(a.Put(ctx, records))
	g, ok, err := a.GroupOf(ctx, "id1")
	if err != nil || !ok || g.Total != 4 || !slices.Equal(g.Outlets, []string{"taz", "Die Zeit"}) {
		t.Fatalf("GroupOf: %+v, %v, %v", g, ok, err)
	}
	var ids []string
	for _, v := range g.Versions {
		ids = append(ids, v.ID)
	}
	if !slices.Equal(ids, []string{"id3", "id2", "id0", "id1"}) {
		t.Errorf("order %q", ids)
	}
	if _, ok, err := a.GroupOf(ctx, "nobody"); ok || err != nil {
		t.Errorf("GroupOf(nobody) = %v, %v", ok, err)
	}
}

// An archive that was filled before versions were looked for has them when it
// is opened.
func TestOldArchivesAreGrouped(t *testing.T) {
	a, ctx, r := open(t), t.Context(), rand.New(rand.NewPCG(1, 1))
	var records []Record
	for i := range 1200 {
		records = append(records, dispatch(r, fmt.Sprintf("id%d", i), 800))
	}
	m := mirror{}
	m.follow(must[[]Change](t)(a.Put(ctx, records)))
	want := m.partition()
	must[[]Change](t)(a.write(ctx, func(x *transaction) error { return x.exec("DELETE FROM members; DELETE FROM likeness") }))
	if err := a.groupAll(ctx); err != nil {
		t.Fatal(err)
	}
	m = mirror{}
	m.follow(must[[]Change](t)(a.Changes(ctx, 0, 10000)))
	if got := m.partition(); !slices.Equal(got, want) || len(got) < 100 {
		t.Errorf("%d groups; want %d", len(got), len(want))
	}
}
