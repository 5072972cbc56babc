package main

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// inOrder does work on every value of in, on all cores at once, and yields the
// results in the order of in. A few values a core are in flight, so memory
// stays bounded. It ends early when the consumer stops or the context ends;
// either way no goroutine is left behind.
func inOrder[T, R any](ctx context.Context, in iter.Seq[T], work func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		ctx, cancel := context.WithCancel(ctx)
		workers := runtime.GOMAXPROCS(0)
		jobs := make(chan job[T, R], workers)
		results := make(chan chan R, inFlight*workers)

		var running sync.WaitGroup
		defer running.Wait()
		defer cancel()
		running.Go(func() { dispatch(ctx, in, jobs, results) })
		for range workers {
			running.Go(func() {
				for j := range jobs {
					j.result <- work(j.value)
				}
			})
		}
		for result := range results {
			if !yield(<-result) {
				return
			}
		}
	}
}

// inFlight is how many values a core may be ahead of the one yielded next.
const inFlight = 8

// job is a value to work on, with the place for its result.
type job[T, R any] struct {
	value  T
	result chan R
}

// dispatch queues a job for the workers and its result for the consumer, until
// in or the context ends. Each result that it queues will be delivered.
func dispatch[T, R any](ctx context.Context, in iter.Seq[T], jobs chan<- job[T, R], results chan<- chan R) {
	defer close(results)
	defer close(jobs)
	for value := range in {
		result := make(chan R, 1)
		select {
		case results <- result:
		case <-ctx.Done():
			return
		}
		jobs <- job[T, R]{value, result}
	}
}
