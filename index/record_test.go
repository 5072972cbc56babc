package index

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
)

// TestRecords counts few and many hits, with values on both sides of the limit
// from which on they are apart.
func TestRecords(t *testing.T) {
	const documents, values = 3000, farFrom + 5000
	rnd := rand.New(rand.NewPCG(5, 6))
	some := func() uint32 { return uint32(rnd.IntN(2)*(farFrom-2500) + rnd.IntN(5000)) }
	var columns [recorded]column
	actors := &columns[actorCounts]
	for d := range documents {
		columns[outletCounts].single = append(columns[outletCounts].single, some())
		columns[yearCounts].single = append(columns[yearCounts].single, uint32(d%7))
		actors.start = append(actors.start, uint32(len(actors.many)))
		for range rnd.IntN(5) {
			actors.many = append(actors.many, some())
		}
	}
	actors.start = append(actors.start, uint32(len(actors.many)))
	r, err := newRecords(documents, columns)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 5, 200, documents} {
		hits := roaring.New()
		for range n {
			hits.Add(uint32(rnd.IntN(documents)))
		}
		for _, expected := range []int{n, values} { // listed at once, and in the end
			var to [recorded]*counts
			for place := range to {
				to[place] = newCounts(values)
				to[place].begin(expected)
			}
			if err := r.count(t.Context(), &to, hits); err != nil {
				t.Fatal(err)
			}
			for place, c := range to {
				c.end()
				one, want := newCounts(values), newCounts(values)
				one.begin(expected)
				want.begin(0)
				if err := r.countOne(t.Context(), place, one, hits); err != nil {
					t.Fatal(err)
				}
				if err := want.count(t.Context(), &columns[place], hits); err != nil {
					t.Fatal(err)
				}
				one.end()
				want.end()
				slices.Sort(want.touched)
				for _, got := range []*counts{c, one} {
					slices.Sort(got.touched)
					if !slices.Equal(got.n, want.n) || !slices.Equal(got.touched, want.touched) {
						t.Errorf("%d hits, facet %d: %d values %d without, want %d and %d", n, place, len(got.touched), got.n[0], len(want.touched), want.n[0])
					}
				}
			}
		}
	}
}
