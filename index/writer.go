package index

import (
	"context"
	"encoding/binary"
	"fmt"
	"slices"
	"sync"

	"presseschau/archive"

	api "github.com/blevesearch/bleve_index_api"
)

// batchDocuments is the size of a batch: larger ones are built faster and cost
// memory, smaller ones are visible sooner. An article is never parted from its
// comments.
const batchDocuments = 2000

// sharedDocuments is the number of documents for each submitter from which it
// pays to share a smaller batch.
const sharedDocuments = 200

// submitters is the number of batches in work at once: one is analysed while
// another is written.
const submitters = 2

// cursorKey is where a batch keeps how far the index follows the archive.
var cursorKey = []byte("presseschau-cursor")

// Writer applies changes of the archive to an index. Documents become visible
// batch by batch; Flush makes all of them durable and moves the cursor. It is
// used by one goroutine. An index has one writer at a time.
type Writer struct {
	gen     *generation
	end     func() // lets the next writer begin
	last    int64  // Seq of the last change added
	pending []archive.Change
	ids     map[string]bool // of pending
	docs    int             // of pending
	sent    int             // batches
	flying  []flight        // that may not have got to the index yet

	work     chan batch
	workers  sync.WaitGroup
	inFlight sync.WaitGroup
	done     progress
}

// flight is the articles of batches that were sent, all before the one numbered
// end.
type flight struct {
	end int
	ids map[string]bool
}

// batch is a run of changes in ascending order of Seq, no article twice.
type batch struct {
	number  int
	changes []archive.Change
}

// Writer starts a writer, if there is another one when that is closed. When ctx
// ends, batches not yet written are given up. Close it.
func (x *Index) Writer(ctx context.Context) (*Writer, error) {
	select {
	case x.writing <- struct{}{}:
	case <-ctx.Done():
		return nil, fmt.Errorf("wait for another writer of the index: %w", ctx.Err())
	}
	end := func() { <-x.writing }
	g, err := x.acquireWritten()
	if err != nil {
		end()
		return nil, err
	}
	cursor, err := g.cursor()
	if err != nil {
		g.release()
		end()
		return nil, err
	}
	w := &Writer{gen: g, end: end, last: cursor, ids: map[string]bool{}, work: make(chan batch),
		done: progress{finished: map[int]int64{}, cursor: cursor}}
	for range submitters {
		w.workers.Go(func() { w.submit(ctx) })
	}
	return w, nil
}

// Add takes the changes that follow the cursor in the archive, all of them and
// in ascending order of Seq: what is left out is never indexed, because the
// cursor passes it. (Seq itself has gaps where a later change replaced an
// earlier one.) It is an error to go back. Add blocks while the index is behind.
func (w *Writer) Add(ctx context.Context, changes []archive.Change) error {
	for _, c := range changes {
		if err := w.add(ctx, c); err != nil {
			return err
		}
	}
	return w.done.failed()
}

func (w *Writer) add(ctx context.Context, c archive.Change) error {
	if c.Seq <= w.last {
		return fmt.Errorf("write index: change %d of %s comes behind change %d", c.Seq, c.ID, w.last)
	}
	// The documents that a change replaces are looked up in the index, so they
	// must have got there.
	if w.ids[c.ID] || w.isFlying(c.ID) {
		if err := w.Push(ctx); err != nil {
			return err
		}
		w.inFlight.Wait()
	}
	w.last = c.Seq
	w.pending = append(w.pending, c)
	w.ids[c.ID] = true
	w.docs++
	if c.Record != nil {
		w.docs += len(c.Record.Article.Comments)
	}
	if w.docs >= batchDocuments {
		return w.sendAll(ctx, 1)
	}
	return nil
}

// isFlying tells whether an article is in a batch that is not done.
func (w *Writer) isFlying(id string) bool {
	done := w.done.count()
	w.flying = slices.DeleteFunc(w.flying, func(f flight) bool { return f.end <= done })
	return slices.ContainsFunc(w.flying, func(f flight) bool { return f.ids[id] })
}

// Push begins to write what was added, however little that is. Call it when
// nothing more comes for a while. The submitters share the changes.
func (w *Writer) Push(ctx context.Context) error {
	return w.sendAll(ctx, max(1, min(submitters, w.docs/sharedDocuments)))
}

// sendAll sends what is pending in so many batches.
func (w *Writer) sendAll(ctx context.Context, parts int) error {
	pending, ids := w.pending, w.ids
	if len(pending) == 0 {
		return nil
	}
	w.pending, w.docs, w.ids = nil, 0, map[string]bool{}
	for part := range slices.Chunk(pending, (len(pending)+parts-1)/parts) {
		if err := w.send(ctx, part); err != nil {
			return err
		}
	}
	w.flying = append(w.flying, flight{w.sent, ids})
	return nil
}

func (w *Writer) send(ctx context.Context, changes []archive.Change) error {
	b := batch{number: w.sent, changes: changes}
	w.sent++
	w.inFlight.Add(1)
	select {
	case w.work <- b:
		return nil
	case <-ctx.Done():
		err := fmt.Errorf("write index: %w", ctx.Err())
		w.done.end(b, err)
		w.inFlight.Done()
		return err
	}
}

// Flush waits until all that was added is durable and visible, and moves the
// cursor there.
func (w *Writer) Flush(ctx context.Context) error {
	if err := w.Push(ctx); err != nil {
		return err
	}
	w.inFlight.Wait()
	if err := w.done.failed(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	return w.gen.setCursor(w.done.at())
}

// Close flushes and ends the writer.
func (w *Writer) Close(ctx context.Context) error {
	defer w.end()
	defer w.gen.release()
	err := w.Flush(ctx)
	close(w.work)
	w.workers.Wait()
	if err == nil {
		w.gen.settle()
	}
	return err
}

func (w *Writer) submit(ctx context.Context) {
	for b := range w.work {
		w.submitOne(ctx, b)
		w.inFlight.Done()
	}
}

func (w *Writer) submitOne(ctx context.Context, b batch) {
	if w.done.failed() != nil {
		return // an earlier batch is lost, so the cursor can never pass this one
	}
	err := ctx.Err()
	if err == nil {
		err = w.gen.apply(b.changes, w.done.at())
		w.gen.views.forget()
	} else {
		err = fmt.Errorf("write index: %w", err)
	}
	w.done.end(b, err)
}

// apply writes one batch. The cursor goes with it: it is that of the batches
// which are durable already, so that a crash repeats changes and loses none.
func (g *generation) apply(changes []archive.Change, cursor int64) error {
	b := api.NewBatch()
	place := 0
	for _, c := range changes {
		if c.Old || c.Record == nil {
			if err := g.deleteOld(b, c.ID); err != nil {
				return err
			}
		}
		if c.Record == nil {
			continue
		}
		for _, d := range g.analysis.documents(c.Record) {
			d.place = place
			place++
			b.Update(d)
		}
	}
	b.SetInternal(cursorKey, encodeCursor(cursor))
	if err := g.scorch.Batch(b); err != nil {
		return fmt.Errorf("write batch up to change %d: %w", changes[len(changes)-1].Seq, err)
	}
	return nil
}

// setCursor records how far the index follows the archive.
func (g *generation) setCursor(seq int64) error {
	if err := g.scorch.SetInternal(cursorKey, encodeCursor(seq)); err != nil {
		return fmt.Errorf("write cursor: %w", err)
	}
	return nil
}

func encodeCursor(seq int64) []byte {
	return binary.BigEndian.AppendUint64(nil, uint64(seq))
}
