package index

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"time"

	"presseschau/analyzers"
	"presseschau/archive"
)

// Texts is what an index needs of the archive: the texts of hits, and what
// changed.
type Texts interface {
	Heads(ctx context.Context, refs []archive.Ref) ([]archive.Head, error)
	Record(ctx context.Context, id string) (*archive.Record, error)
	Groups(ctx context.Context, labels []int64) (map[int64]archive.Group, error)
	GroupOf(ctx context.Context, id string) (archive.Group, bool, error)
	Changes(ctx context.Context, after int64, limit int) ([]archive.Change, error)
	LastSeq(ctx context.Context) (int64, error)
}

// Options of an index.
type Options struct {
	Analyzer *analyzers.Analyzer // nil: a new one
	Log      *slog.Logger        // nil: none
	// Aliases gives the other names of an actor, which it is found by too. It
	// must always give the same. nil: none.
	Aliases func(id string) []string
}

// Index is an open index. Its methods are safe for concurrent use.
type Index struct {
	dir   string
	texts Texts
	opts  Options
	pool  *accumulators

	writing    chan struct{} // holds a value while there is a writer
	publishing sync.Mutex

	mu       sync.Mutex  // never held for longer than it takes to swap pointers
	serving  *generation // is searched; nil: closed
	next     *generation // is being built to replace it; nil: serving is written to
	replaced *generation // was searched before and closes behind its last search
	ready    bool        // serving was complete once
}

// Ready tells whether searches see a complete index, be it a little behind the
// archive.
func (x *Index) Ready() bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.serving != nil && x.ready
}

// acquire gives the generation that is searched. Release it.
func (x *Index) acquire() (*generation, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.serving == nil {
		return nil, ErrClosed
	}
	x.serving.users.Add(1)
	return x.serving, nil
}

// acquireWritten gives the generation that is written to. Release it.
func (x *Index) acquireWritten() (*generation, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	g := x.serving
	if x.next != nil {
		g = x.next
	}
	if g == nil {
		return nil, ErrClosed
	}
	g.users.Add(1)
	return g, nil
}

// closeLimit bounds how long closing waits for searches and writers. It is
// longer than a search may take.
const closeLimit = 10 * time.Second

// Close refuses further searches, waits for those that run and for writers, and
// closes the index. The error is that of closing the files, or says that the
// index was still in use after closeLimit; it closes behind its last user then.
func (x *Index) Close() error {
	x.mu.Lock()
	serving, next, replaced := x.serving, x.next, x.replaced
	x.serving, x.next, x.replaced = nil, nil, nil
	x.mu.Unlock()
	for _, g := range []*generation{serving, next} {
		if g != nil {
			g.release()
		}
	}
	var errs []error
	for _, g := range []*generation{serving, next, replaced} {
		if g != nil {
			errs = append(errs, g.wait(closeLimit))
		}
	}
	return errors.Join(errs...)
}

// Cursor is the archive's Seq up to which all changes are durably indexed.
func (x *Index) Cursor() (int64, error) {
	g, err := x.acquireWritten()
	if err != nil {
		return 0, err
	}
	defer g.release()
	return g.cursor()
}

// catchUpChanges is the number of changes read from the archive at once.
const catchUpChanges = 500

// CatchUp applies what the archive has beyond the index and then publishes
// this generation. Progress is called with the Seq reached and the last one.
func (x *Index) CatchUp(ctx context.Context, progress func(at, last int64)) error {
	cursor, err := x.Cursor()
	if err != nil {
		return err
	}
	last, err := x.texts.LastSeq(ctx)
	if err != nil {
		return fmt.Errorf("catch up with the archive: %w", err)
	}
	if cursor < last {
		if err := x.follow(ctx, last, progress); err != nil {
			return fmt.Errorf("catch up with the archive: %w", err)
		}
	}
	return x.Publish()
}

func (x *Index) follow(ctx context.Context, last int64, progress func(at, last int64)) error {
	w, err := x.Writer(ctx)
	if err != nil {
		return err
	}
	cursor := w.done.at() // another writer may have been at work until now
	for {
		changes, err := x.texts.Changes(ctx, cursor, catchUpChanges)
		if err == nil && len(changes) > 0 {
			err = w.Add(ctx, changes)
		}
		if err != nil {
			return errors.Join(err, w.Close(ctx))
		}
		if len(changes) == 0 {
			return w.Close(ctx)
		}
		cursor = changes[len(changes)-1].Seq
		if progress != nil {
			progress(cursor, last)
		}
	}
}

// Apply makes changes durable and visible before it returns. They are those
// that follow the cursor in the archive, as a Writer wants them.
func (x *Index) Apply(ctx context.Context, changes []archive.Change) error {
	w, err := x.Writer(ctx)
	if err != nil {
		return err
	}
	return errors.Join(w.Add(ctx, changes), w.Close(ctx))
}

// Publish records that the generation written to is complete, and swaps it in
// for the one searched so far. Searches that run end on the old one, and none
// has to wait.
func (x *Index) Publish() error {
	x.publishing.Lock()
	defer x.publishing.Unlock()
	g, err := x.acquireWritten()
	if err != nil {
		return err
	}
	defer g.release()
	if x.Ready() { // else nobody searches yet, and perhaps nobody will
		if err := g.warm(); err != nil {
			return err
		}
	}
	published, err := publish(x.dir, g.name, time.Now())
	if err != nil {
		return err
	}
	if err := x.serve(g); err != nil {
		return err
	}
	g.settle()
	return removeOthers(x.dir, published)
}

// serve lets searches use a generation that was built.
func (x *Index) serve(g *generation) error {
	x.mu.Lock()
	var old *generation
	switch g {
	case x.next:
		old = x.serving
		x.serving, x.next, x.replaced = g, nil, old
		x.ready = true
	case x.serving:
		x.ready = true
	default:
		x.mu.Unlock()
		return ErrClosed
	}
	x.mu.Unlock()
	if old != nil {
		old.release()
	}
	return nil
}

// Check verifies the files of the index in dir without changing anything: of
// the generation that is published and of the one that this program builds.
func Check(dir string, analyzer *analyzers.Analyzer) error {
	published, err := readManifest(dir)
	if err != nil {
		return err
	}
	wanted := generationName(analyzer.Version())
	exists, err := verifyGeneration(filepath.Join(dir, wanted))
	if err != nil {
		return err
	}
	if published.Current != "" && published.Current != wanted {
		if exists, err = verifyGeneration(filepath.Join(dir, published.Current)); err != nil {
			return err
		}
	}
	switch {
	case exists:
		return nil
	case published.Current != "":
		return &DamagedError{Path: filepath.Join(dir, published.Current), Reason: "missing"}
	}
	return fmt.Errorf("there is no index in %s", dir)
}
