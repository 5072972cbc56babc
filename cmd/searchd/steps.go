package main

import (
	"context"

	"golang.org/x/sync/errgroup"

	"presseschau/archive"
)

// step is a write to the archive: a batch, or the release of what a source
// holds no longer. It gives what has changed.
type step func(context.Context) ([]archive.Change, error)

// storing does the steps that gather queues, one after the other and in their
// order, while gather goes on to the next batch. What was stored when one of
// them fails stays stored. The end of the context ends gather, and what that has
// queued is stored still, for standard input cannot be read again; the index
// catches up at the next start.
func (im *importer) storing(ctx context.Context, gather func(context.Context) error) error {
	steps := make(chan step)
	stopped := make(chan struct{})
	im.steps, im.stopped = steps, stopped
	group, running := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(steps)
		return gather(running)
	})
	group.Go(func() error {
		defer close(stopped)
		for do := range steps {
			changes, err := do(context.WithoutCancel(ctx))
			if err == nil && len(changes) > 0 && ctx.Err() == nil {
				if err = im.index(running, changes); ctx.Err() != nil {
					err = nil
				}
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	return group.Wait()
}

// queue hands a step to the goroutine that stores, unless a step has failed.
func (im *importer) queue(ctx context.Context, s step) error {
	select {
	case im.steps <- s:
		return nil
	case <-im.stopped:
		<-ctx.Done() // ends with the error of that step
		return ctx.Err()
	}
}
