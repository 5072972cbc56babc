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
// them fails stays stored.
func (im *importer) storing(ctx context.Context, gather func(context.Context) error) error {
	steps := make(chan step)
	im.steps = steps
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(steps)
		return gather(ctx)
	})
	group.Go(func() error {
		for do := range steps {
			changes, err := do(ctx)
			if err == nil && len(changes) > 0 {
				err = im.index(ctx, changes)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	return group.Wait()
}

// queue hands a step to the goroutine that stores.
func (im *importer) queue(ctx context.Context, s step) error {
	select {
	case im.steps <- s:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
