package index

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"sync"

	"presseschau/archive"

	api "github.com/blevesearch/bleve_index_api"
)

// batchDocuments is the size of a batch: larger ones are built faster and cost
// memory, smaller ones are visible sooner. An article is never parted from its
// comments.
const batchDocuments = 2000

// submitters is the number of batches in work at once: one is analysed while
// another is written.
const submitters = 2

// cursorKey is where a batch keeps how far the index follows the archive.
var cursorKey = []byte("presseschau-cursor")

// Writer applies changes of the archive to an index. Documents become visible
// batch by batch; Flush makes all of them durable and moves the cursor. It is
// used by one goroutine.
type Writer struct {
	gen     *generation
	log     *slog.Logger
	pending []archive.Change
	ids     map[string]bool // of pending
	docs    int             // of pending
	sent    int             // batches

	work     chan batch
	workers  sync.WaitGroup
	inFlight sync.WaitGroup
	done     progress
}

// batch is a run of changes in ascending order of Seq, no article twice.
type batch struct {
	number  int
	changes []archive.Change
}

// Writer starts a writer. Close it.
func (x *Index) Writer(ctx context.Context) (*Writer, error) {
	g, err := x.acquireWritten()
	if err != nil {
		return nil, err
	}
	cursor, err := g.cursor()
	if err != nil {
		g.release()
		return nil, err
	}
	w := &Writer{gen: g, log: x.opts.Log, ids: map[string]bool{}, work: make(chan batch),
		done: progress{finished: map[int]int64{}, cursor: cursor}}
	for range submitters {
		w.workers.Go(func() { w.submit(ctx) })
	}
	return w, nil
}

// Add takes changes in ascending order of Seq. It blocks while the index is
// behind.
func (w *Writer) Add(ctx context.Context, changes []archive.Change) error {
	for _, c := range changes {
		if err := w.add(ctx, c); err != nil {
			return err
		}
	}
	return w.done.failed()
}

func (w *Writer) add(ctx context.Context, c archive.Change) error {
	// The documents that a change replaces are looked up in the index, so they
	// must have got there.
	replaces := c.Old || c.Record == nil
	if w.ids[c.ID] || replaces && w.sent > w.done.count() {
		if err := w.send(ctx); err != nil {
			return err
		}
		w.inFlight.Wait()
	}
	w.pending = append(w.pending, c)
	w.ids[c.ID] = true
	w.docs++
	if c.Record != nil {
		w.docs += len(c.Record.Article.Comments)
	}
	if w.docs >= batchDocuments {
		return w.send(ctx)
	}
	return nil
}

func (w *Writer) send(ctx context.Context) error {
	if len(w.pending) == 0 {
		return nil
	}
	b := batch{number: w.sent, changes: w.pending}
	w.sent++
	w.pending, w.docs = nil, 0
	clear(w.ids)
	w.inFlight.Add(1)
	select {
	case w.work <- b:
		return nil
	case <-ctx.Done():
		w.inFlight.Done()
		return fmt.Errorf("write index: %w", ctx.Err())
	}
}

// Flush waits until all that was added is durable and visible, and moves the
// cursor there.
func (w *Writer) Flush(ctx context.Context) error {
	if err := w.send(ctx); err != nil {
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
	defer w.gen.release()
	err := w.Flush(ctx)
	close(w.work)
	w.workers.Wait()
	if err == nil {
		w.gen.settle(w.log)
	}
	return err
}

func (w *Writer) submit(ctx context.Context) {
	for b := range w.work {
		if w.done.failed() == nil && ctx.Err() == nil {
			w.done.end(b, w.gen.apply(b.changes, w.done.at()))
		}
		w.inFlight.Done()
	}
}

// progress knows up to which change everything is durable, whatever the order
// in which batches finish.
type progress struct {
	mu       sync.Mutex
	err      error         // of the first batch that failed
	batches  int           // the first so many have finished
	finished map[int]int64 // last Seq of later ones that have
	cursor   int64
}

func (p *progress) end(b batch, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err != nil {
		p.err = errors.Join(p.err, err)
		return
	}
	p.finished[b.number] = b.changes[len(b.changes)-1].Seq
	for {
		seq, ok := p.finished[p.batches]
		if !ok {
			return
		}
		delete(p.finished, p.batches)
		p.batches++
		p.cursor = seq
	}
}

func (p *progress) at() int64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.cursor
}

func (p *progress) count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.batches
}

func (p *progress) failed() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.err
}

// apply writes one batch. The cursor goes with it: it is that of the batches
// which are durable already, so that a crash repeats changes and loses none.
func (g *generation) apply(changes []archive.Change, cursor int64) error {
	b := api.NewBatch()
	declared := false
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
			if !declared {
				d.declare()
				declared = true
			}
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
