package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"runtime"
	"strconv"
)

// Settings of the database.
const (
	writerCache    = 64 << 10   // KiB
	readerCache    = 16 << 10   // KiB for each connection
	readerMapped   = 0x7fff0000 // bytes of the file that are mapped, the most that SQLite can
	busyTimeout    = 2000       // ms that a writer of another process may take
	checkpointSize = 16000      // pages in the log before they move to the file
)

// Archive is an open archive. It is safe for concurrent use; writes wait for
// each other, reads see the state before or after a write.
type Archive struct {
	path   string
	writer *writer // nil: read-only
	reader *reader
}

// Open opens the archive at path for reading and writing. It creates the file
// if there is none, and brings an older schema up to date.
func Open(ctx context.Context, path string) (*Archive, error) {
	a := &Archive{path: path}
	if err := a.open(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open archive %s: %w", path, err), a.Close())
	}
	return a, nil
}

func (a *Archive) open(ctx context.Context) error {
	db, err := connect(a.path, 1, "_txlock=immediate",
		pragma("journal_mode", "wal"), pragma("synchronous", "normal"),
		pragma("wal_autocheckpoint", checkpointSize), pragma("cache_size", -writerCache))
	if err != nil {
		return err
	}
	a.writer = &writer{db: db}
	before, err := migrate(ctx, db)
	if err != nil {
		return err
	}
	if err := a.writer.prepare(ctx); err != nil {
		return err
	}
	if err := a.openReader(); err != nil {
		return err
	}
	if err := a.reader.prepare(ctx); err != nil || before != ungrouped {
		return err
	}
	return a.groupAll(ctx)
}

// OpenReadOnly opens an existing archive for reading.
func OpenReadOnly(ctx context.Context, path string) (*Archive, error) {
	a := &Archive{path: path}
	// SQLite would not say what is missing.
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("open archive: %w", err)
	}
	if err := a.openReader(); err != nil {
		return nil, errors.Join(fmt.Errorf("open archive %s: %w", path, err), a.Close())
	}
	version, err := schemaVersion(ctx, a.reader.db)
	if err == nil && version < len(migrations()) {
		err = fmt.Errorf("the archive has schema version %d, version %d is needed: open it for writing once", version, len(migrations()))
	}
	if err == nil {
		err = a.reader.prepare(ctx)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open archive %s: %w", path, err), a.Close())
	}
	return a, nil
}

func (a *Archive) openReader() error {
	db, err := connect(a.path, max(4, runtime.GOMAXPROCS(0)), "mode=ro",
		pragma("cache_size", -readerCache), pragma("mmap_size", readerMapped))
	if err != nil {
		return err
	}
	a.reader = &reader{db: db}
	return nil
}

// Close releases the file.
func (a *Archive) Close() error {
	var err error
	if a.reader != nil {
		err = a.reader.db.Close()
	}
	if a.writer != nil {
		// The last connection moves the log into the file.
		err = errors.Join(err, a.writer.db.Close())
	}
	if err != nil {
		return fmt.Errorf("close archive %s: %w", a.path, err)
	}
	return nil
}

// connect opens a pool of connections with the given settings.
func connect(path string, connections int, settings ...string) (*sql.DB, error) {
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: pragma("busy_timeout", busyTimeout)}
	for _, s := range settings {
		u.RawQuery += "&" + s
	}
	c, err := newConnector(u.String())
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(c)
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db, nil
}

// pragma is a setting that every connection begins with.
func pragma(name string, value any) string {
	if n, ok := value.(int); ok {
		value = strconv.Itoa(n)
	}
	return "_pragma=" + url.QueryEscape(fmt.Sprintf("%s(%s)", name, value))
}
