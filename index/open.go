package index

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"

	"presseschau/analyzers"
)

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
	published, err := lastManifest(dir)
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
	x := &Index{dir: dir, texts: texts, opts: opts, serving: gen, writing: make(chan struct{}, 1),
		pool: newAccumulators(), ready: intact && published.Current == wanted}
	if published.Current != "" && published.Current != wanted && published.Format == format {
		x.servePrevious(published.Current)
	}
	return x, nil
}

// servePrevious searches an older generation for the time being. If that does
// not work out there is nothing to search until the new one is built.
func (x *Index) servePrevious(name string) {
	old, err := openGeneration(x.dir, name, x.opts)
	if err != nil {
		x.opts.Log.Warn("the previous index cannot be served while the new one is built", "error", err)
		return
	}
	x.serving, x.next, x.ready = old, x.serving, true
}

// openOrRestart opens a generation, or a new one if it is damaged.
func openOrRestart(dir, name string, opts Options) (gen *generation, intact bool, err error) {
	gen, err = openGeneration(dir, name, opts)
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
	gen, err = openGeneration(dir, name, opts)
	return gen, false, err
}

// restartIfAhead begins anew if the index knows changes that the archive does
// not: after a power cut, or with the archive of another day put back, numbers
// would be given a second time for other changes.
func restartIfAhead(ctx context.Context, gen *generation, intact bool, dir string, texts Texts, opts Options) (*generation, bool, error) {
	cursor, err := gen.cursor()
	if err != nil {
		return nil, false, errors.Join(err, gen.end())
	}
	last, err := texts.LastSeq(ctx)
	if err != nil {
		return nil, false, errors.Join(fmt.Errorf("open index: %w", err), gen.end())
	}
	if cursor <= last {
		return gen, intact, nil
	}
	opts.Log.Warn("the index is ahead of the archive; it will be rebuilt", "index", cursor, "archive", last)
	if err := gen.end(); err != nil {
		return nil, false, err
	}
	if _, err := quarantine(dir, gen.name); err != nil {
		return nil, false, err
	}
	gen, err = openGeneration(dir, gen.name, opts)
	return gen, false, err
}
