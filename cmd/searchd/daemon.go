package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"runtime/debug"
	"sync/atomic"

	"presseschau/index"
	"presseschau/search"
	"presseschau/web"
)

// engine answers searches from the time that an index is there. It is
// web.Searcher.
type engine struct {
	index   atomic.Pointer[index.Index]
	library atomic.Pointer[library] // that of the index
}

// Report tells what the archive holds, or search.ErrNotReady.
func (e *engine) Report(ctx context.Context) (*web.Report, error) {
	if lib := e.library.Load(); lib != nil {
		return survey(ctx, lib.arch, lib.dir)
	}
	return nil, search.ErrNotReady
}

// Search answers a request, or with search.ErrNotReady.
func (e *engine) Search(ctx context.Context, r search.Request) (*search.Result, error) {
	if x := e.index.Load(); x != nil {
		return x.Search(ctx, r)
	}
	return nil, search.ErrNotReady
}

// Document gives an article, or search.ErrNotReady.
func (e *engine) Document(ctx context.Context, id, query string) (*search.Document, error) {
	if x := e.index.Load(); x != nil {
		return x.Document(ctx, id, query)
	}
	return nil, search.ErrNotReady
}

// Complete gives completions of a query, or search.ErrNotReady.
func (e *engine) Complete(ctx context.Context, query string, size int) ([]search.Completion, error) {
	if x := e.index.Load(); x != nil {
		return x.Complete(ctx, query, size)
	}
	return nil, search.ErrNotReady
}

// Actor gives an actor's profile, or search.ErrNotReady.
func (e *engine) Actor(ctx context.Context, id string, companions int) (*search.Profile, error) {
	if x := e.index.Load(); x != nil {
		return x.Actor(ctx, id, companions)
	}
	return nil, search.ErrNotReady
}

// daemon keeps the library of a server: it opens it, brings it up to date and
// follows the corpus.
type daemon struct {
	opts     *options
	log      *slog.Logger
	progress *progress
	engine   *engine
	lib      *library // of maintain; nil until it is open
}

// state is how far the server is. Once searches are answered it counts what they
// search, and not what an import has read.
func (d *daemon) state() web.Progress {
	p := d.progress.snapshot()
	x := d.engine.index.Load()
	if x == nil {
		return p
	}
	if size, err := x.Size(); err == nil {
		p.Articles, p.Comments = size.Articles, size.Comments
	}
	return p
}

// maintain makes the library ready and keeps it up to date until the context
// ends. An error means that it cannot be served; one of a later import is only
// logged.
func (d *daemon) maintain(ctx context.Context) error {
	if err := d.prepare(ctx); err != nil {
		if !errors.Is(err, context.Canceled) {
			d.progress.fail(withAdvice(err, filepath.Join(d.opts.dataDir(), archiveName)))
		}
		return err
	}
	if len(d.opts.corpus) == 0 && d.opts.actors == "" {
		return nil
	}
	in, err := newIngest(d.lib, d.opts, d.progress)
	if err != nil {
		return err
	}
	var w *watcher
	if d.opts.watch { // before the first import, so that nothing falls in between
		if w, err = newWatcher(in.paths, d.lib.dir, d.log); err != nil {
			return err
		}
		defer w.close()
	}
	if err := d.importOnce(ctx, in); err != nil {
		return err
	}
	if err := d.makeReady(ctx); err != nil || w == nil {
		return err
	}
	return w.follow(ctx, func(ctx context.Context) error { return d.importOnce(ctx, in) })
}

// prepare opens the library and lets its index catch up with the archive.
func (d *daemon) prepare(ctx context.Context) error {
	complete, err := d.open(ctx)
	if err != nil {
		return err
	}
	return d.catchUp(ctx, complete)
}

// open opens the library and tells whether its first import is complete. Then
// the index, if there is one, is searched at once, be it of an earlier version
// or a little behind.
func (d *daemon) open(ctx context.Context) (complete bool, err error) {
	d.progress.setPhase(web.PhaseOpening)
	if d.lib, err = openLibrary(ctx, d.opts.dataDir(), d.opts.actors, d.log); err != nil {
		return false, err
	}
	_, imported, err := d.lib.arch.Meta(ctx, importedKey)
	if err != nil {
		return false, fmt.Errorf("read the state of the archive: %w", err)
	}
	complete = imported || len(d.opts.corpus) == 0
	if complete && d.lib.index.Ready() {
		return true, d.makeReady(ctx)
	}
	return complete, nil
}

// catchUp gives the index what the archive has beyond it.
func (d *daemon) catchUp(ctx context.Context, complete bool) error {
	if err := d.lib.index.CatchUp(ctx, d.catchingUp); err != nil {
		return err
	}
	d.idle()
	if complete {
		return d.makeReady(ctx)
	}
	return nil
}

// catchingUp shows how far the index is behind the archive.
func (d *daemon) catchingUp(at, last int64) {
	d.progress.setPhase(web.PhaseIndexing)
	d.progress.done.Store(at)
	d.progress.total.Store(last)
}

// makeReady lets searches through. One is made before, for the first search of
// an index loads what all of them need.
func (d *daemon) makeReady(ctx context.Context) error {
	if d.progress.ready.Load() {
		return nil
	}
	if _, err := d.lib.index.Search(ctx, search.Request{Page: 1, Size: 1}); err != nil {
		return fmt.Errorf("try a search: %w", err)
	}
	d.engine.library.Store(d.lib)
	d.engine.index.Store(d.lib.index)
	d.progress.ready.Store(true)
	d.idle()
	return d.lib.index.PrepareSuggestions(ctx)
}

// idle shows that nothing is in work, if searches are answered.
func (d *daemon) idle() {
	if d.progress.ready.Load() {
		d.progress.setPhase(phaseServing)
	}
}

// importOnce runs an import and logs its report. Once the library is ready an
// error is logged too and the server goes on with what it has.
func (d *daemon) importOnce(ctx context.Context, in *ingest) error {
	d.progress.done.Store(0)
	d.progress.total.Store(0)
	defer d.idle()
	rep, err := in.run(ctx)
	if rep.files > 0 {
		debug.FreeOSMemory() // what the import took is not needed to serve
	}
	if rep.worthTelling() || err != nil {
		rep.log(d.log)
	}
	if err != nil && ctx.Err() == nil && d.progress.ready.Load() {
		d.log.Error("the corpus could not be read to its end; the server goes on with what it has", "error", err)
		return nil
	}
	return err
}

// close closes the library when maintain and the server have ended.
func (d *daemon) close() error {
	if d.lib == nil {
		return nil
	}
	return d.lib.Close()
}
