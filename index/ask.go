package index

import (
	"context"
	"errors"
	"fmt"

	"presseschau/search"
)

// Size tells how much is searched now.
func (x *Index) Size() (search.IndexInfo, error) {
	return ask(x, "count", func(g *generation, v *view) (search.IndexInfo, error) { return infoOf(g, v), nil })
}

func infoOf(g *generation, v *view) search.IndexInfo {
	return search.IndexInfo{Generation: g.name, Articles: v.stats.articles, Comments: v.stats.comments}
}

// ask calls answer with the generation and the view that are searched now, and
// keeps them until it returns. Errors are those of package search, or begin
// with the name of the operation.
func ask[T any](x *Index, operation string, answer func(*generation, *view) (T, error)) (T, error) {
	var none T
	g, err := x.acquire()
	if err != nil {
		return none, fmt.Errorf("%w: %w", search.ErrNotReady, err)
	}
	defer g.release()
	v, err := g.views.acquire()
	if err != nil {
		return none, fmt.Errorf("%s: %w", operation, err)
	}
	defer g.views.release(v)
	out, err := answer(g, v)
	if errors.Is(err, context.DeadlineExceeded) {
		return none, search.ErrTimeout
	}
	if err != nil {
		return none, fmt.Errorf("%s: %w", operation, err)
	}
	return out, nil
}
