package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"path/filepath"
	"sync/atomic"

	"presseschau/analyzers"

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
	users    atomic.Int64
	settling atomic.Bool
}

// openGeneration opens the generation in dir, creating it if there is none.
// An existing one is verified first: Bleve itself checks no checksum, and
// repairs a missing root.bolt by deleting all segments.
func openGeneration(dir, name string, german *analyzers.Analyzer) (*generation, error) {
	path := filepath.Join(dir, name)
	exists, err := verifyGeneration(path)
	if err != nil {
		return nil, err
	}
	var store bleve.Index
	if exists {
		store, err = bleve.OpenUsing(path, storeConfig())
	} else {
		store, err = bleve.NewUsing(path, staticMapping(), scorch.Name, scorch.Name, storeConfig())
	}
	if err != nil {
		if isLocked(err) {
			return nil, fmt.Errorf("open index %s: %w", path, ErrLocked)
		}
		return nil, fmt.Errorf("open index %s: %w", path, err)
	}
	engine, err := store.Advanced()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open index %s: %w", path, err), store.Close())
	}
	s, ok := engine.(*scorch.Scorch)
	if !ok {
		return nil, errors.Join(fmt.Errorf("open index %s: not a scorch index", path), store.Close())
	}
	g := &generation{name: name, path: path, store: store, scorch: s, analysis: newAnalysis(german)}
	g.views = newViews(g)
	g.users.Store(1)
	return g, nil
}

// release gives up one use. The last one closes the store.
func (g *generation) release() {
	if g.users.Add(-1) == 0 {
		g.views.close()
		_ = g.store.Close() // nothing is left to be written: every batch was persisted
	}
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
		lists, err := termsOf(s.Segment(), fieldKey, []string{propArticle.of(id)})
		if err != nil {
			return fmt.Errorf("find old version of %s: %w", id, err)
		}
		if lists[0].docs == nil {
			continue
		}
		docs := lists[0].docs.Clone()
		if d := s.Deleted(); d != nil {
			docs.AndNot(d)
		}
		for _, n := range docs.ToArray() {
			docID, err := s.DocID(uint64(n))
			if err != nil {
				return fmt.Errorf("find old version of %s: %w", id, err)
			}
			b.Delete(string(docID))
		}
	}
	return nil
}
