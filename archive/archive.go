package archive

import (
	"context"
	"errors"
)

var errTodo = errors.New("archive: not written yet")

// Archive is an open archive. It is safe for concurrent use.
type Archive struct{}

// Open opens the archive at path for reading and writing. It creates the file
// if there is none, and brings an older schema up to date.
func Open(ctx context.Context, path string) (*Archive, error) { return nil, errTodo }

// OpenReadOnly opens an existing archive for reading.
func OpenReadOnly(ctx context.Context, path string) (*Archive, error) { return nil, errTodo }

// Close releases the file.
func (a *Archive) Close() error { return errTodo }

// Put stores records in one transaction and returns what changed: an unchanged
// record makes no change. The sources are remembered in the same transaction;
// a record belongs to the source whose Path its Article.Source begins with.
func (a *Archive) Put(ctx context.Context, records []Record, sources ...Source) ([]Change, error) {
	return nil, errTodo
}

// Delete removes articles. Unknown ids make no change.
func (a *Archive) Delete(ctx context.Context, ids []string) ([]Change, error) { return nil, errTodo }

// Changes returns up to limit changes with a Seq above after, in order.
func (a *Archive) Changes(ctx context.Context, after int64, limit int) ([]Change, error) {
	return nil, errTodo
}

// LastSeq is the Seq of the latest change, 0 in a new archive.
func (a *Archive) LastSeq(ctx context.Context) (int64, error) { return 0, errTodo }

// Record returns the article with the id, or ErrNotFound.
func (a *Archive) Record(ctx context.Context, id string) (*Record, error) { return nil, errTodo }

// Heads returns the heads of articles in the order of refs, without those that
// are not there.
func (a *Archive) Heads(ctx context.Context, refs []Ref) ([]Head, error) { return nil, errTodo }

// Counts says how much the archive holds.
func (a *Archive) Counts(ctx context.Context) (Counts, error) { return Counts{}, errTodo }

// Source tells how far a source file has been read; false if it never was.
func (a *Archive) Source(ctx context.Context, path string) (Source, bool, error) {
	return Source{}, false, errTodo
}

// Sources lists all sources by path.
func (a *Archive) Sources(ctx context.Context) ([]Source, error) { return nil, errTodo }

// SourceIDs lists the ids of the articles that were read from a source.
func (a *Archive) SourceIDs(ctx context.Context, path string) ([]string, error) {
	return nil, errTodo
}

// Release says that a source no longer holds the articles. Those that no other
// source holds are deleted.
func (a *Archive) Release(ctx context.Context, path string, ids []string) ([]Change, error) {
	return nil, errTodo
}

// RemoveSource forgets a source and releases all of its articles.
func (a *Archive) RemoveSource(ctx context.Context, path string) ([]Change, error) {
	return nil, errTodo
}

// Check verifies the file, its foreign keys and its numbering.
func (a *Archive) Check(ctx context.Context) error { return errTodo }

// Meta returns a small value by its key; false if it was never set.
func (a *Archive) Meta(ctx context.Context, key string) (string, bool, error) {
	return "", false, errTodo
}

// SetMeta keeps a small value under a key.
func (a *Archive) SetMeta(ctx context.Context, key, value string) error { return errTodo }
