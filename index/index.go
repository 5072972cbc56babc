package index

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
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
	Changes(ctx context.Context, after int64, limit int) ([]archive.Change, error)
	LastSeq(ctx context.Context) (int64, error)
}

// Options of an index.
type Options struct {
	Analyzer *analyzers.Analyzer // nil: a new one
	Log      *slog.Logger        // nil: none
}

// Index is an open index. Its methods are safe for concurrent use.
type Index struct {
	dir   string
	texts Texts
	opts  Options
	fuzzy *fuzzyBuilders
	pool  *accumulators

	mu      sync.Mutex
	serving *generation // is searched; nil: closed
	next    *generation // is being built to replace it; nil: serving is written to
	ready   bool        // serving was complete once
}

// Open opens the index in dir, creating what is missing. A damaged index is
// set aside with a warning and begun anew; CatchUp then builds it from the
// archive. If this program makes other terms than the published generation
// has, that one is served until CatchUp has built its successor. If another
// process has the index open, the error is ErrLocked.
func Open(ctx context.Context, dir string, texts Texts, opts Options) (*Index, error) {
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	if opts.Analyzer == nil {
		a, err := analyzers.New()
		if err != nil {
			return nil, fmt.Errorf("open index: %w", err)
		}
		opts.Analyzer = a
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	published, err := readManifest(dir)
	if err != nil {
		return nil, err
	}
	wanted := generationName(opts.Analyzer.Version())
	gen, intact, err := openOrRestart(dir, wanted, opts)
	if err != nil {
		return nil, err
	}
	if gen, intact, err = restartIfAhead(ctx, gen, intact, dir, texts, opts); err != nil {
		return nil, err
	}
	x := &Index{dir: dir, texts: texts, opts: opts, serving: gen,
		fuzzy: newFuzzyBuilders(), pool: newAccumulators(), ready: intact && published.Current == wanted}
	if published.Current != "" && published.Current != wanted && published.Format == format {
		x.servePrevious(published.Current)
	}
	return x, nil
}

// servePrevious searches an older generation for the time being. If that does
// not work out there is nothing to search until the new one is built.
func (x *Index) servePrevious(name string) {
	old, err := openGeneration(x.dir, name, x.opts.Analyzer)
	if err != nil {
		x.opts.Log.Warn("the previous index cannot be served while the new one is built", "error", err)
		return
	}
	x.serving, x.next, x.ready = old, x.serving, true
}

// openOrRestart opens a generation, or a new one if it is damaged.
func openOrRestart(dir, name string, opts Options) (gen *generation, intact bool, err error) {
	gen, err = openGeneration(dir, name, opts.Analyzer)
	var damage *DamagedError
	if !errors.As(err, &damage) {
		return gen, true, err
	}
	aside, err := quarantine(dir, name)
	if err != nil {
		return nil, false, errors.Join(damage, err)
	}
	opts.Log.Warn("the index is damaged; it will be rebuilt from the archive",
		"damage", damage.Error(), "kept", aside)
	gen, err = openGeneration(dir, name, opts.Analyzer)
	return gen, false, err
}

// restartIfAhead begins anew if the index knows changes that the archive does
// not: after a power cut, or with the archive of another day put back, numbers
// would be given a second time for other changes.
func restartIfAhead(ctx context.Context, gen *generation, intact bool, dir string, texts Texts, opts Options) (*generation, bool, error) {
	cursor, err := gen.cursor()
	if err != nil {
		return nil, false, errors.Join(err, gen.store.Close())
	}
	last, err := texts.LastSeq(ctx)
	if err != nil {
		return nil, false, errors.Join(fmt.Errorf("open index: %w", err), gen.store.Close())
	}
	if cursor <= last {
		return gen, intact, nil
	}
	opts.Log.Warn("the index is ahead of the archive; it will be rebuilt", "index", cursor, "archive", last)
	if err := gen.store.Close(); err != nil {
		return nil, false, fmt.Errorf("close index: %w", err)
	}
	if _, err := quarantine(dir, gen.name); err != nil {
		return nil, false, err
	}
	gen, err = openGeneration(dir, gen.name, opts.Analyzer)
	return gen, false, err
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
	next := x.next
	if next != nil {
		next.users.Add(1)
	}
	x.mu.Unlock()
	if next != nil {
		return next, nil
	}
	return x.acquire()
}

// Close closes the index when the searches that run have ended.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, g := range []*generation{x.serving, x.next} {
		if g != nil {
			g.release()
		}
	}
	x.serving, x.next = nil, nil
	return nil
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
		if err := x.follow(ctx, cursor, last, progress); err != nil {
			return fmt.Errorf("catch up with the archive: %w", err)
		}
	}
	return x.Publish()
}

func (x *Index) follow(ctx context.Context, cursor, last int64, progress func(at, last int64)) error {
	w, err := x.Writer(ctx)
	if err != nil {
		return err
	}
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

// Apply makes changes durable and visible before it returns.
func (x *Index) Apply(ctx context.Context, changes []archive.Change) error {
	w, err := x.Writer(ctx)
	if err != nil {
		return err
	}
	return errors.Join(w.Add(ctx, changes), w.Close(ctx))
}

// Publish records that the generation written to is complete, and swaps it in
// for the one searched so far. Searches that run end on the old one.
func (x *Index) Publish() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	g := x.serving
	if x.next != nil {
		g = x.next
	}
	if g == nil {
		return ErrClosed
	}
	if err := publish(x.dir, g.name, time.Now()); err != nil {
		return err
	}
	if x.next != nil {
		x.serving.release()
		x.serving, x.next = x.next, nil
	}
	x.ready = true
	x.serving.settle(x.opts.Log)
	return x.serving.warm()
}

// Check verifies the files of the index in dir without changing anything.
func Check(dir string, analyzer *analyzers.Analyzer) error {
	_, err := verifyGeneration(dir + string(os.PathSeparator) + generationName(analyzer.Version()))
	return err
}
