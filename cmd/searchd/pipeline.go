package main

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"

	"presseschau/archive"
	"presseschau/index"
)

// changesQueued is how many batches may be stored and not yet indexed.
const changesQueued = 2

// sink takes changes of the archive for the index. None at all tell it that
// nothing more comes for a while.
type sink func(context.Context, []archive.Change) error

// indexed runs store, which changes the archive, while the index, which has
// caught up with the archive, follows.
func indexed(ctx context.Context, x *index.Index, store func(context.Context, sink) error) error {
	queue := make(chan []archive.Change, changesQueued)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(queue)
		return store(ctx, func(ctx context.Context, changes []archive.Change) error {
			select {
			case queue <- changes:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	})
	group.Go(func() error { return follow(ctx, x, queue) })
	return group.Wait()
}

// follow indexes changes until there are no more, and makes them durable.
func follow(ctx context.Context, x *index.Index, changes <-chan []archive.Change) error {
	writer, err := x.Writer(ctx)
	if err != nil {
		return fmt.Errorf("write to the index: %w", err)
	}
	for batch := range changes {
		err := writer.Add(ctx, batch)
		if err == nil && len(batch) == 0 {
			err = writer.Push(ctx)
		}
		if err != nil {
			return errors.Join(fmt.Errorf("index %d changes: %w", len(batch), err), writer.Close(ctx))
		}
	}
	if err := writer.Close(ctx); err != nil {
		return fmt.Errorf("finish the index: %w", err)
	}
	return nil
}
