package index

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"presseschau/archive"
	"presseschau/search"
)

// ending is a context that ends when it is asked for the n-th time.
type ending struct {
	context.Context
	left int
}

func (e *ending) Err() error {
	if e.left--; e.left < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

// TestDeadline ends searches at every moment at which they look at their
// deadline: each must say so, and none may answer with a part of the hits.
func TestDeadline(t *testing.T) {
	var records []*archive.Record
	for i := range 600 {
		records = append(records, art(fmt.Sprint("d", i), "Maut", body("Der Bund plant die Maut und das Haus."), names(0, putin),
			comment("eva", "2015-01-02", "Die Maut ist da.")))
	}
	x, _ := newTest(t, records...)
	for _, query := range []string{"maut", `"die maut"`, `"maut die"~5`, "mau*", "maut~", "maut bund -haus", "maut ODER kommentar:maut", "bund", ""} {
		const enough = 1000
		answered := -1
		for n := range enough {
			_, err := x.Search(&ending{t.Context(), n}, search.Request{Query: query, IDsOnly: true})
			if err == nil {
				answered = n
				break
			}
			if !errors.Is(err, search.ErrTimeout) {
				t.Fatalf("%q ended at look %d: %v, want a timeout", query, n, err)
			}
		}
		// The leaves, the operators, the scores and each facet are looked at once at least.
		if answered < 5 && query != "" || answered < 1 {
			t.Errorf("%q looks at its deadline only %d times", query, answered)
		}
	}
}
