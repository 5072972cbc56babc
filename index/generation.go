package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"presseschau/index/internal/segment"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"
)

// generation is an open Bleve index in a directory of its own. It closes when
// its last user has released it.
type generation struct {
	name     string
	path     string
	store    bleve.Index
	scorch   *scorch.Scorch
	analysis *analysis
	views    *views
	lexis    lexis
	log      *slog.Logger
	settling atomic.Bool

	users  atomic.Int64
	closed chan struct{} // is closed when the store has been
	err    error         // of closing the store; to be read when closed
}

// asyncCallback is the name under which scorch finds where to report errors of
// its work in the background.
const asyncCallback = "presseschau"

// asyncLogs has the log of each open store by its path. scorch asks for a
// function in a table that must be filled before main runs, and tells that
// function no more than the path.
var asyncLogs sync.Map

func init() {
	scorch.RegistryAsyncErrorCallbacks[asyncCallback] = func(err error, path string) {
		if log, ok := asyncLogs.Load(path); ok {
			log.(*slog.Logger).Error("the index failed in the background", "folder", path, "error", err)
		}
	}
}

// storePath is where Bleve has the store of a generation.
func storePath(path string) string { return filepath.Join(path, "store") }

// openGeneration opens the generation in dir, creating it if there is none.
// An existing one is verified first: Bleve itself checks no checksum, and
// repairs a missing root.bolt by deleting all segments.
func openGeneration(dir, name string, opts Options) (*generation, error) {
	path := filepath.Join(dir, name)
	exists, err := verifyGeneration(path)
	if err != nil {
		return nil, err
	}
	store, err := openStore(path, exists)
	if err != nil {
		return nil, err
	}
	engine, err := store.Advanced()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open index %s: %w", path, err), store.Close())
	}
	s, ok := engine.(*scorch.Scorch)
	if !ok {
		return nil, errors.Join(fmt.Errorf("open index %s: not a scorch index", path), store.Close())
	}
	g := &generation{name: name, path: path, store: store, scorch: s, analysis: newAnalysis(opts.Analyzer, opts.Log),
		log: opts.Log, closed: make(chan struct{})}
	g.views = newViews(g, opts.Aliases)
	g.users.Store(1)
	asyncLogs.Store(storePath(path), opts.Log)
	return g, nil
}

// openStore opens what was verified, or makes a new store. Verified files that
// Bleve cannot read are damaged.
func openStore(path string, exists bool) (store bleve.Index, err error) {
	config := storeConfig()
	config["asyncErrorCallbackName"] = asyncCallback
	if !exists {
		store, err = bleve.NewUsing(path, staticMapping(), scorch.Name, scorch.Name, config)
		if err != nil {
			err = fmt.Errorf("make index %s: %w", path, err)
		}
		return store, err
	}
	err = guarded(path, func() error {
		if store, err = bleve.OpenUsing(path, config); err != nil {
			return damageOf(path, err)
		}
		return nil
	})
	return store, err
}

// retain adds a use unless the generation is closed already.
func (g *generation) retain() bool {
	for {
		n := g.users.Load()
		if n == 0 {
			return false
		}
		if g.users.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

// release gives up one use. The last one closes the store.
func (g *generation) release() {
	if g.users.Add(-1) > 0 {
		return
	}
	g.views.close()
	if err := g.store.Close(); err != nil {
		g.err = fmt.Errorf("close index %s: %w", g.path, err)
	}
	asyncLogs.Delete(storePath(g.path))
	close(g.closed)
}

// wait waits for the other users and gives the error of closing the store.
func (g *generation) wait(limit time.Duration) error {
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case <-g.closed:
		return g.err
	case <-timer.C:
		return fmt.Errorf("close index %s: it is still in use after %s", g.path, limit)
	}
}

// end gives up the use of the one who opened the generation, and waits.
func (g *generation) end() error {
	g.release()
	return g.wait(closeLimit)
}

// warm reads the columns, so that the first search need not wait for them.
func (g *generation) warm() error {
	v, err := g.views.acquire()
	if err != nil {
		return err
	}
	g.views.release(v)
	return nil
}

// cursor is the Seq up to which all changes are durably indexed.
func (g *generation) cursor() (int64, error) {
	snapshot, err := g.snapshot()
	if err != nil {
		return 0, err
	}
	defer closeSnapshot(snapshot)
	raw, err := snapshot.GetInternal(cursorKey)
	if err != nil {
		return 0, fmt.Errorf("read cursor: %w", err)
	}
	if len(raw) != 8 {
		return 0, nil
	}
	return int64(binary.BigEndian.Uint64(raw)), nil
}

// snapshot is the present state of the store. Close it.
func (g *generation) snapshot() (*scorch.IndexSnapshot, error) {
	r, err := g.scorch.Reader()
	if err != nil {
		return nil, fmt.Errorf("read index: %w", err)
	}
	s, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, errors.Join(errors.New("read index: not a scorch snapshot"), r.Close())
	}
	if s == nil {
		return nil, fmt.Errorf("read index: %w", ErrClosed)
	}
	return s, nil
}

func closeSnapshot(s *scorch.IndexSnapshot) {
	_ = s.Close() // gives back a reference; cannot fail while the store is open
}

// deleteOld adds to a batch the deletion of an article's present documents.
func (g *generation) deleteOld(b *api.Batch, id string) error {
	snapshot, err := g.snapshot()
	if err != nil {
		return err
	}
	defer closeSnapshot(snapshot)
	for _, s := range snapshot.Segments() {
		seg, ok := segment.Of(s.Segment())
		if !ok {
			return fmt.Errorf("find old version of %s: segment %d is of another format", id, s.Id())
		}
		docs, err := seg.DocNumbers([]string{articleDocID(id)})
		if err != nil {
			return fmt.Errorf("find old version of %s: %w", id, err)
		}
		if gone := s.Deleted(); gone != nil {
			docs.AndNot(gone)
		}
		if docs.IsEmpty() {
			continue
		}
		if err := deleteFrom(b, seg, uint64(docs.Minimum())); err != nil {
			return fmt.Errorf("find old version of %s: %w", id, err)
		}
	}
	return nil
}

// deleteFrom adds to a batch the deletion of an article and of its comments,
// which follow it.
func deleteFrom(b *api.Batch, seg *segment.Segment, doc uint64) error {
	for first := doc; doc < seg.Count(); doc++ {
		docID, err := seg.DocID(doc)
		if err != nil {
			return err
		}
		if _, n := splitDocID(string(docID)); n == 0 && doc > first {
			return nil
		}
		b.Delete(string(docID))
	}
	return nil
}
