package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"presseschau/corpus"
	"presseschau/web"
)

// originals reads the sources of articles again. It opens nothing outside the
// corpus, whatever an archive says and whereto links lead.
type originals struct {
	paths []string // of the corpus, absolute
	dir   string   // the data folder, absolute
}

func newOriginals(opts *options) (*originals, error) {
	paths, err := absolute(opts.corpus)
	if err != nil {
		return nil, err
	}
	dir, err := filepath.Abs(opts.dataDir())
	if err != nil {
		return nil, fmt.Errorf("data folder %s: %w", opts.dataDir(), err)
	}
	return &originals{paths: paths, dir: dir}, nil
}

// read gives the raw text of a source, "path" or "path#line".
func (o *originals) read(ctx context.Context, source string) (web.Original, error) {
	if _, err := os.Stat(filepath.Join(o.dir, keyName)); err == nil {
		return web.Original{}, web.ErrOriginalHidden // it has the names
	}
	path, line := source, 0
	if i := strings.LastIndexByte(source, '#'); i >= 0 {
		if n, err := strconv.Atoi(source[i+1:]); err == nil && n > 0 {
			path, line = source[:i], n
		}
	}
	file, err := o.open(path)
	if err != nil {
		return web.Original{}, web.ErrOriginalGone
	}
	defer file.Close()
	text, cut, err := corpus.Raw(ctx, path, file, line)
	var problem *corpus.Problem
	switch {
	case errors.Is(err, corpus.ErrNoRaw), errors.Is(err, io.EOF), errors.As(err, &problem):
		return web.Original{}, web.ErrOriginalGone
	case err != nil:
		return web.Original{}, fmt.Errorf("read the source %s: %w", source, err)
	}
	return web.Original{Text: text, Cut: cut}, nil
}

// open opens a regular file of the corpus.
func (o *originals) open(path string) (*os.File, error) {
	for _, root := range o.paths {
		dir, name := root, ""
		if info, err := os.Stat(root); err == nil && !info.IsDir() {
			dir = filepath.Dir(root)
		}
		if !within(root, path) || isOwn(o.dir, path) {
			continue
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			continue
		}
		if file, err := openWithin(dir, name); err == nil {
			return file, nil
		}
	}
	return nil, os.ErrNotExist
}

// openWithin opens a regular file of a folder, and none that a link leads to
// elsewhere.
func openWithin(dir, name string) (*os.File, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	// Before it is opened: to open a pipe would wait for its writer.
	if info, err := root.Stat(name); err != nil || !info.Mode().IsRegular() {
		return nil, os.ErrNotExist
	}
	return root.Open(name)
}
