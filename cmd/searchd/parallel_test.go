package main

import (
	"context"
	"iter"
	"slices"
	"testing"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestInOrderKeepsOrder(t *testing.T) {
	double := func(i int) int { return 2 * i }
	for _, n := range []int{0, 1, 7, 1000} {
		got := slices.Collect(inOrder(t.Context(), count(n), double))
		want := make([]int, n)
		for i := range want {
			want[i] = 2 * i
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d values came back as %v", n, got)
		}
	}
}

func TestInOrderStopsWithItsConsumer(t *testing.T) {
	got := 0
	for i := range inOrder(t.Context(), count(1_000_000), func(i int) int { return i }) {
		if got++; i == 9 {
			break
		}
	}
	if got != 10 {
		t.Errorf("consumed %d values, want 10", got)
	}
}

func TestInOrderStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	got := 0
	for range inOrder(ctx, count(1_000_000), func(i int) int { return i }) {
		if got++; got == 10 {
			cancel()
		}
	}
	if got >= 1_000_000 {
		t.Errorf("went on to the end after the context had ended")
	}
}
