package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Rest after the last change before the corpus is read, so that a file being
// written is read once; a stream of changes is cut after maxRest.
const (
	rest    = 400 * time.Millisecond
	maxRest = 30 * time.Second
)

// watcher tells when something below the corpus paths has changed. What
// changed is found by the import itself, which compares all files with the
// archive: so renamed folders and events that got lost need no care.
type watcher struct {
	notify *fsnotify.Watcher
	paths  []string // absolute
	data   string   // the data folder, absolute: what changes there may be our own
	log    *slog.Logger
}

func newWatcher(paths []string, dataDir string, log *slog.Logger) (*watcher, error) {
	data, err := filepath.Abs(dataDir)
	if err != nil {
		return nil, fmt.Errorf("watch the corpus: %w", err)
	}
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch the corpus: %w", err)
	}
	w := &watcher{notify: notify, paths: paths, data: data, log: log}
	for _, p := range paths {
		if err := w.add(p); err != nil {
			return nil, errors.Join(fmt.Errorf("watch %s: %w", p, err), notify.Close())
		}
	}
	return w, nil
}

func (w *watcher) close() { w.notify.Close() }

// add watches a path: of a file its folder, of a folder all folders in it.
func (w *watcher) add(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return w.notify.Add(filepath.Dir(path))
	}
	return filepath.WalkDir(path, func(p string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil || !entry.IsDir(): // the import reports what cannot be read
			return nil
		case isOwn(w.data, p):
			return fs.SkipDir
		}
		return w.notify.Add(p)
	})
}

// follow calls update after changes have come to rest, until the context ends.
func (w *watcher) follow(ctx context.Context, update func(context.Context) error) error {
	timer := time.NewTimer(rest)
	timer.Stop()
	var first time.Time // of the changes not yet read; zero: there are none
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case err, ok := <-w.notify.Errors:
			if !ok {
				return nil
			}
			w.log.Warn("watching the corpus", "error", err)
			timer.Reset(rest) // events may be lost: look at everything
		case event, ok := <-w.notify.Events:
			if !ok {
				return nil
			}
			if !w.concerns(event) {
				continue
			}
			if first.IsZero() {
				first = time.Now()
			}
			timer.Reset(min(rest, max(0, maxRest-time.Since(first))))
		case <-timer.C:
			first = time.Time{}
			if err := update(ctx); err != nil {
				return err
			}
		}
	}
}

// concerns tells whether an event is one of the corpus. A new folder is
// watched from then on.
func (w *watcher) concerns(event fsnotify.Event) bool {
	if event.Op == fsnotify.Chmod || isOwn(w.data, event.Name) {
		return false
	}
	for _, p := range w.paths {
		if !within(p, event.Name) {
			continue
		}
		if event.Has(fsnotify.Create) {
			w.watchNew(event.Name)
		}
		return true
	}
	return false
}

func (w *watcher) watchNew(path string) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return
	}
	if err := w.add(path); err != nil {
		w.log.Warn("a new folder is not watched", "folder", path, "error", err)
	}
}
