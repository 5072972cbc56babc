package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"presseschau/archive"
	"presseschau/search"
)

// grouped makes articles of which some are versions of one another, and
// replaces some, so that a group lies in several segments.
func grouped(t *testing.T) *Index {
	rnd := rand.New(rand.NewPCG(7, 8))
	record := func(i int) *archive.Record {
		r := randomRecord(rnd, i)
		r.Group = int64(max(0, rnd.IntN(60)-20))
		return r
	}
	var records []*archive.Record
	for i := range 300 {
		records = append(records, record(i))
	}
	x, m := newTest(t, records...)
	for i := range 5 {
		if err := x.Apply(t.Context(), m.put(record(40*i), record(40*i+1), record(300+i))); err != nil {
			t.Fatal(err)
		}
	}
	return x
}

// pages gives the hits of all pages.
func pages(t *testing.T, x *Index, r search.Request) (hits []search.Hit, first *search.Result) {
	for {
		page := find(t, x, r)
		if first == nil {
			first = page
		}
		hits = append(hits, page.Hits...)
		if r.Cursor = page.NextCursor; r.Cursor == "" || len(hits) > page.Total {
			return hits, first
		}
	}
}

// Folded, an answer has of each group just the hit that comes first unfolded,
// in the same order, over pages of whatever size; counts stay what they are.
func TestVersionsAreFolded(t *testing.T) {
	x := grouped(t)
	for _, query := range []string{"", "Haus", "Museum", "Haus OR Museum", "alt gehen", "jahr:2016"} {
		for _, sort := range []search.Sort{search.ByRelevance, search.ByNewest, search.ByOldest} {
			for _, size := range []int{1, 7, 100} {
				r := search.Request{Query: query, Sort: sort, Size: size, Match: search.MatchAny}
				single, want := pages(t, x, r)
				r.Group = true
				folded, got := pages(t, x, r)
				checkFolded(t, fmt.Sprintf("%q by %s, %d a page", query, sort, size), single, folded, sort != search.ByRelevance)
				if got.Total != want.Total || got.Pageable != len(folded) || want.Pageable != len(single) || fmt.Sprint(got.Facets) != fmt.Sprint(want.Facets) {
					t.Errorf("%q by %s: %d of %d hits on pages, really %d; facets %v, %v", query, sort, got.Pageable, got.Total, len(folded), got.Facets, want.Facets)
				}
			}
		}
	}
}

// checkFolded compares the hits one by one. By relevance the best hits are
// compared once more among themselves, after folding.
func checkFolded(t *testing.T, name string, single, folded []search.Hit, inOrder bool) {
	t.Helper()
	versions := map[string][]string{} // by the list that is the same for all of a group
	var want []string
	for _, h := range single {
		key := h.ID
		if h.Versions != nil && h.Versions.Total > 1 {
			key = h.Versions.List[0].ID
		}
		if versions[key] == nil {
			want = append(want, h.ID)
		}
		versions[key] = append(versions[key], h.ID)
	}
	var got []string
	stood := 0
	for _, h := range folded {
		got = append(got, h.ID)
		if h.Versions == nil {
			stood++
		} else {
			stood += h.Versions.Matching
		}
	}
	if stood != len(single) || len(got) != len(want) || inOrder && !slices.Equal(got, want) {
		t.Errorf("%s: hits %v, which stand for %d; want %v, which stand for %d", name, got, stood, want, len(single))
	}
}

func TestCommentsAreNotFolded(t *testing.T) {
	x := grouped(t)
	r := search.Request{Query: "Haus", Scope: search.InComments, Size: 100}
	single, _ := pages(t, x, r)
	r.Group = true
	if all, got := pages(t, x, r); len(all) != len(single) || got.Pageable != len(single) || len(all) == 0 {
		t.Errorf("%d comments, %d on pages; want %d", len(all), got.Pageable, len(single))
	}
}

func TestCursorBelongsToFolding(t *testing.T) {
	x := grouped(t)
	r := search.Request{Query: "Haus", Size: 1, Group: true}
	r.Cursor = find(t, x, r).NextCursor
	r.Group = false
	if _, err := x.Search(t.Context(), r); err == nil {
		t.Error("a cursor of folded hits continues single ones")
	}
}

func TestDocumentTellsVersions(t *testing.T) {
	x, _ := newTest(t, art("a", "Haus", outlet("taz", "2015-09-20"), inGroup(3)), art("b", "Haus", outlet("Die Zeit", "2015-09-19"), inGroup(3)), art("c", "Haus"))
	for id, want := range map[string]string{"a": "2 [Die Zeit taz] b", "c": "<nil>"} {
		doc, err := x.Document(t.Context(), id, "")
		if err != nil {
			t.Fatal(err)
		}
		got := "<nil>"
		if v := doc.Versions; v != nil {
			got = fmt.Sprintf("%d %v %s", v.Total, v.Outlets, v.List[0].ID)
		}
		if got != want {
			t.Errorf("versions of %s: %s; want %s", id, got, want)
		}
	}
}

func inGroup(label int64) func(*archive.Record) {
	return func(r *archive.Record) { r.Group = label }
}
