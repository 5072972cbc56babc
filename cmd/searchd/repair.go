package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"presseschau/archive"
)

// Result codes by which SQLite says that a file is not what it wrote
// (https://sqlite.org/rescode.html); extended codes carry them in the low byte.
const (
	codeCorrupt     = 11
	codeNotDatabase = 26
	codeMask        = 0xff
)

// damagedError is an archive that cannot be read, with what to do about it.
type damagedError struct {
	path string // of the archive
	err  error
}

func (e *damagedError) Error() string { return e.err.Error() + "\n" + archiveAdvice(e.path) }
func (e *damagedError) Unwrap() error { return e.err }

// archiveAdvice says how a damaged archive is replaced.
func archiveAdvice(path string) string {
	return fmt.Sprintf("the archive is damaged: move %s (and %s-wal, %[2]s-shm, if they are there) away and run 'searchd index --corpus PATH --data %s' again with all folders; keep %s",
		path, filepath.Base(path), filepath.Dir(path), keyName)
}

// withAdvice adds advice to an error if it comes from a damaged archive.
func withAdvice(err error, path string) error {
	var coded interface{ Code() int }
	var told *damagedError
	if !errors.As(err, &coded) || errors.As(err, &told) {
		return err
	}
	switch coded.Code() & codeMask {
	case codeCorrupt, codeNotDatabase:
		return &damagedError{path: path, err: err}
	}
	return err
}

// openArchive opens an archive in one of the archive's ways. A damaged one is
// an error that says what to do.
func openArchive(ctx context.Context, path string, open func(context.Context, string) (*archive.Archive, error)) (*archive.Archive, error) {
	if emptied(path) {
		return nil, &damagedError{path: path, err: fmt.Errorf("open archive %s: the file is empty", path)}
	}
	arch, err := open(ctx, path)
	return arch, withAdvice(err, path)
}

// emptied tells whether the archive's file has lost all its content. One that
// was just begun may be empty too, but is alone then, or has a log.
func emptied(path string) bool {
	info, err := os.Stat(path)
	if err != nil || info.Size() > 0 {
		return false
	}
	if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 0 {
		return false
	}
	_, err = os.Stat(filepath.Join(filepath.Dir(path), indexName))
	return err == nil
}
