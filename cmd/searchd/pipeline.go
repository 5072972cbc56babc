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

// runImport stores what the corpus holds while the index, which has caught up
// with the archive, follows.
func runImport(ctx context.Context, im *importer, p plan, x *index.Index) error {
	changes := make(chan []archive.Change, changesQueued)
	im.changes = changes
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(changes)
		return im.run(ctx, p)
	})
	group.Go(func() error { return follow(ctx, x, changes) })
	return group.Wait()
}

// follow indexes changes until there are no more, and makes them durable.
func follow(ctx context.Context, x *index.Index, changes <-chan []archive.Change) error {
	writer, err := x.Writer(ctx)
	if err != nil {
		return fmt.Errorf("write to the index: %w", err)
	}
	for batch := range changes {
		if err := writer.Add(ctx, batch); err != nil {
			return errors.Join(fmt.Errorf("index %d changes: %w", len(batch), err), writer.Close(ctx))
		}
	}
	if err := writer.Close(ctx); err != nil {
		return fmt.Errorf("finish the index: %w", err)
	}
	return nil
}
