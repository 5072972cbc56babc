package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"presseschau/actors"
	"presseschau/archive"
	"presseschau/index"
)

// Names in a data folder.
const (
	archiveName = "archive.sqlite"
	indexName   = "index"
	keyName     = "pseudonym.key"

	identityName = "archive.id" // in the index
)

// identityKey is the archive's small value that names it.
const identityKey = "identity"

// keyBytes is the length of the key for pseudonyms, that of a SHA-256 hash.
const keyBytes = 32

// library is an open data folder: the archive and the index that follows it.
type library struct {
	dir   string
	lock  *os.File
	arch  *archive.Archive
	index *index.Index
	known *actors.Recognizer
}

// openLibrary locks and opens a data folder, making what is missing. A damaged
// index is named in the log and begun anew; it has not caught up yet. The table
// is the user's of actors, "" for none.
func openLibrary(ctx context.Context, dir, table string, log *slog.Logger) (*library, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	lock, err := lockData(dir)
	if err != nil {
		return nil, err
	}
	lib := &library{dir: dir, lock: lock}
	if err := lib.open(ctx, table, log); err != nil {
		return nil, errors.Join(err, lib.Close())
	}
	return lib, nil
}

func (l *library) open(ctx context.Context, table string, log *slog.Logger) (err error) {
	if l.known, err = openActors(table); err != nil {
		return err
	}
	path := filepath.Join(l.dir, archiveName)
	defer func() { err = withAdvice(err, path) }()
	if l.arch, err = openArchive(ctx, path, archive.Open); err != nil {
		return err
	}
	if err := l.matchIndex(ctx, log); err != nil {
		return err
	}
	l.index, err = index.Open(ctx, filepath.Join(l.dir, indexName), l.arch, index.Options{Log: log, Aliases: l.known.Aliases})
	return err
}

// matchIndex makes sure that the index is one of this archive: both carry the
// same random name. The index of another archive, left behind when the archive
// was removed or replaced, is removed.
func (l *library) matchIndex(ctx context.Context, log *slog.Logger) error {
	name, ok, err := l.arch.Meta(ctx, identityKey)
	if err == nil && !ok {
		name = rand.Text()
		err = l.arch.SetMeta(ctx, identityKey, name)
	}
	if err != nil {
		return fmt.Errorf("read the archive's identity: %w", err)
	}
	dir := filepath.Join(l.dir, indexName)
	path := filepath.Join(dir, identityName)
	of, err := os.ReadFile(path)
	switch {
	case err == nil && string(of) == name:
		return nil
	case err == nil:
		log.Warn("the index belongs to another archive; it is rebuilt", "folder", dir)
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("read the identity of the index: %w", err)
	}
	if err := errors.Join(os.RemoveAll(dir), os.MkdirAll(dir, 0o755)); err != nil {
		return fmt.Errorf("begin the index: %w", err)
	}
	if err := os.WriteFile(path, []byte(name), 0o644); err != nil {
		return fmt.Errorf("begin the index: %w", err)
	}
	return nil
}

// isOwn tells whether a path is one of the files that searchd itself keeps in
// a data folder; both are clean and absolute. They are no source of articles.
func isOwn(dataDir, path string) bool {
	if within(filepath.Join(dataDir, indexName), path) {
		return true
	}
	name := filepath.Base(path)
	own := name == lockName || name == keyName || strings.HasPrefix(name, skippedName) || strings.HasPrefix(name, archiveName) // with its log
	return own && filepath.Dir(path) == dataDir
}

// openExisting opens a data folder that must be there already.
func openExisting(ctx context.Context, dir string, log *slog.Logger) (*library, error) {
	if err := hasArchive(dir); err != nil {
		return nil, err
	}
	return openLibrary(ctx, dir, "", log)
}

// hasArchive tells whether a folder is one that searchd has stored to.
func hasArchive(dir string) error {
	if _, err := os.Stat(filepath.Join(dir, archiveName)); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("there is no archive in %s; make one with 'searchd index --corpus PATH --data %s'", dir, dir)
		}
		return err
	}
	return nil
}

// Close closes what is open, the index before the archive that it reads.
func (l *library) Close() error {
	var errs []error
	if l.index != nil {
		errs = append(errs, l.index.Close())
	}
	if l.arch != nil {
		errs = append(errs, l.arch.Close())
	}
	return errors.Join(append(errs, l.lock.Close())...)
}

// pseudonymKey is the key for the pseudonyms of comments' authors. It is made
// when it is wanted first; from then on it is always used, so that no later
// import can bring the names back. It is empty if it was never wanted.
func (l *library) pseudonymKey(wanted bool) ([]byte, error) {
	path := filepath.Join(l.dir, keyName)
	text, err := os.ReadFile(path)
	switch {
	case err == nil:
		key, err := hex.DecodeString(strings.TrimSpace(string(text)))
		if err != nil || len(key) != keyBytes {
			return nil, fmt.Errorf("the key for pseudonyms in %s is damaged", path)
		}
		return key, nil
	case !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("read the key for pseudonyms: %w", err)
	case !wanted:
		return nil, nil
	}
	key := make([]byte, keyBytes)
	rand.Read(key) // never fails
	if err := os.WriteFile(path, []byte(hex.EncodeToString(key)+"\n"), 0o600); err != nil {
		return nil, fmt.Errorf("store the key for pseudonyms: %w", err)
	}
	return key, nil
}
