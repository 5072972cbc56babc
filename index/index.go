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

	mu  sync.Mutex
	gen *generation // nil: closed
}

// Open opens the index in dir, creating what is missing. A damaged index is
// set aside with a warning and begun anew; CatchUp then builds it from the
// archive. If another process has the index open, the error is ErrLocked.
func Open(_ context.Context, dir string, texts Texts, opts Options) (*Index, error) {
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
	gen, err := openOrRestart(dir, opts)
	if err != nil {
		return nil, err
	}
	return &Index{dir: dir, texts: texts, opts: opts, gen: gen,
		fuzzy: newFuzzyBuilders(), pool: newAccumulators()}, nil
}

func openOrRestart(dir string, opts Options) (*generation, error) {
	name := generationName(opts.Analyzer.Version())
	gen, err := openGeneration(dir, name, opts.Analyzer)
	var damage *DamagedError
	if !errors.As(err, &damage) {
		return gen, err
	}
	aside, err := quarantine(dir, name)
	if err != nil {
		return nil, errors.Join(damage, err)
	}
	opts.Log.Warn("the index is damaged; it will be rebuilt from the archive",
		"damage", damage.Error(), "kept", aside)
	return openGeneration(dir, name, opts.Analyzer)
}

// acquire gives the present generation. Release it.
func (x *Index) acquire() (*generation, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.gen == nil {
		return nil, ErrClosed
	}
	x.gen.users.Add(1)
	return x.gen, nil
}

// Close closes the index when the searches that run have ended.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.gen == nil {
		return nil
	}
	x.gen.release()
	x.gen = nil
	return nil
}

// Cursor is the archive's Seq up to which all changes are durably indexed.
func (x *Index) Cursor() (int64, error) {
	g, err := x.acquire()
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

// Publish records that this generation is complete.
func (x *Index) Publish() error {
	g, err := x.acquire()
	if err != nil {
		return err
	}
	defer g.release()
	return publish(x.dir, g.name, time.Now())
}

// Check verifies the files of the index in dir without changing anything.
func Check(dir string, analyzer *analyzers.Analyzer) error {
	_, err := verifyGeneration(dir + string(os.PathSeparator) + generationName(analyzer.Version()))
	return err
}
