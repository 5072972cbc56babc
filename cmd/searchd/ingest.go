package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"presseschau/actors"
	"presseschau/corpus"
	"presseschau/web"
)

// Keys of the archive's small values.
const (
	readingKey  = "reading"  // fingerprint of how the sources were read
	droppedKey  = "dropped"  // lines of raw pages that were left out most often
	importedKey = "imported" // set when a first import has come to its end
)

// ingest is what is needed to bring a library up to date, again and again.
type ingest struct {
	lib         *library
	paths       []string // absolute
	reading     corpus.Options
	actors      *actors.Recognizer
	fingerprint string // of everything that decides how a source is read
	progress    *progress
}

// newIngest loads what reading and recognising need.
func newIngest(lib *library, opts *options, prog *progress) (*ingest, error) {
	paths, err := absolute(opts.corpus)
	if err != nil {
		return nil, err
	}
	key, err := lib.pseudonymKey(opts.pseudonymise)
	if err != nil {
		return nil, err
	}
	reading := corpus.Options{PseudonymKey: key, Columns: opts.columns, Progress: prog.add}
	if reading.Outlets, err = openOutlets(opts.outlets); err != nil {
		return nil, err
	}
	if reading.Forums, err = openForums(opts.forums); err != nil {
		return nil, err
	}
	how, err := fingerprint(key, opts.columns, opts.outlets, opts.forums)
	if err != nil {
		return nil, err
	}
	return &ingest{lib: lib, paths: paths, reading: reading, actors: lib.known, fingerprint: how, progress: prog}, nil
}

// openOutlets is the built-in table of outlets with the user's added.
func openOutlets(table string) (*corpus.Outlets, error) {
	if table == "" {
		return nil, nil
	}
	extra, err := os.ReadFile(table)
	if err != nil {
		return nil, fmt.Errorf("read the table of outlets: %w", err)
	}
	outlets, err := corpus.NewOutlets(bytes.NewReader(extra))
	if err != nil {
		return nil, fmt.Errorf("read the table of outlets %s: %w", table, err)
	}
	return outlets, nil
}

// openForums is the built-in table of forums with the user's added.
func openForums(table string) (*corpus.Forums, error) {
	if table == "" {
		return nil, nil
	}
	extra, err := os.ReadFile(table)
	if err != nil {
		return nil, fmt.Errorf("read the table of forums: %w", err)
	}
	forums, err := corpus.NewForums(bytes.NewReader(extra))
	if err != nil {
		return nil, fmt.Errorf("read the table of forums %s: %w", table, err)
	}
	return forums, nil
}

// checkTables reads the user's tables of outlets, forums and actors, so that a mistake
// in one is told at once, and even when nothing will be read with it.
func (o *options) checkTables() error {
	_, err := openOutlets(o.outlets)
	if err == nil {
		_, err = openForums(o.forums)
	}
	if err == nil && o.actors != "" {
		_, err = openActors(o.actors)
	}
	return err
}

// fingerprint changes when sources that did not change have to be read again:
// with the program, with pseudonyms, with the names of columns, with the user's outlets
// and forums.
func fingerprint(key []byte, names columns, tables ...string) (string, error) {
	program, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("find this program: %w", err)
	}
	hash := sha256.New()
	fmt.Fprintf(hash, "pseudonyms %t\ncolumns %v\n", len(key) > 0, map[string]string(names)) // maps are printed in order
	for _, path := range append([]string{program}, tables...) {
		if path == "" {
			continue
		}
		if err := hashFile(hash, path); err != nil {
			return "", fmt.Errorf("compare with the last import: %w", err)
		}
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// hashFile adds a file's content to a hash.
func hashFile(w io.Writer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

// absolute makes paths absolute, so that a file is the same source from
// wherever searchd is started. Standard input stays what it is.
func absolute(paths []string) ([]string, error) {
	list := make([]string, len(paths))
	for i, p := range paths {
		if p == corpus.Input {
			list[i] = p
			continue
		}
		abs, err := filepath.Abs(p)
		if err != nil {
			return nil, fmt.Errorf("corpus path %s: %w", p, err)
		}
		list[i] = abs
	}
	return list, nil
}

// plan compares the corpus with the archive.
func (in *ingest) plan(ctx context.Context) (plan, error) {
	before, _, err := in.lib.arch.Meta(ctx, readingKey)
	if err != nil {
		return plan{}, fmt.Errorf("read the state of the archive: %w", err)
	}
	dataDir, err := filepath.Abs(in.lib.dir)
	if err != nil {
		return plan{}, fmt.Errorf("data folder %s: %w", in.lib.dir, err)
	}
	return makePlan(ctx, in.lib.arch, in.paths, dataDir, before != in.fingerprint)
}

// run brings archive and index up to date with the corpus and reports. The
// report is there even when an error ended the import.
func (in *ingest) run(ctx context.Context) (*report, error) {
	rep := newReport()
	// An earlier import may have stored what it could not index.
	if err := in.lib.index.CatchUp(ctx, nil); err != nil {
		return rep, err
	}
	if len(in.paths) == 0 {
		return rep, in.follow(ctx, nil, rep)
	}
	p, err := in.plan(ctx)
	if err != nil {
		return rep, err
	}
	if len(p.files) > 0 {
		in.progress.total.Store(p.bytes)
		in.progress.setPhase(web.PhaseReading)
	}
	lines, err := in.lines(ctx, p)
	if err != nil {
		return rep, err
	}
	reading := in.reading
	reading.Dropped = lines.add
	reader, err := corpus.NewReader(reading) // a new one: it remembers the metadata of folders
	if err != nil {
		return rep, fmt.Errorf("load the reader's tables: %w", err)
	}
	if rep.list, err = newSkipList(in.lib.dir); err != nil {
		return rep, err
	}
	im := &importer{arch: in.lib.arch, reader: reader, actors: in.actors, progress: in.progress, report: rep}
	err = in.follow(ctx, func(ctx context.Context, to sink) error {
		im.index = to
		return im.run(ctx, p)
	}, rep)
	if err = errors.Join(err, in.finishList(rep.list)); err != nil {
		return rep, err
	}
	return rep, errors.Join(in.finish(ctx, lines), p.emptyInput())
}

// lines counts the lines that are left out, on from what earlier imports have
// counted. A file that has changed counts again.
func (in *ingest) lines(ctx context.Context, p plan) (*frequent, error) {
	if p.anew {
		return newFrequent(nil), nil
	}
	kept, _, err := in.lib.arch.Meta(ctx, droppedKey)
	if err != nil {
		return nil, fmt.Errorf("read the state of the archive: %w", err)
	}
	known, err := droppedLines(kept)
	return newFrequent(known), err
}

// finishList completes the list of what was skipped, even after an import that
// was interrupted.
func (in *ingest) finishList(list *skipList) error {
	sources, err := in.lib.arch.Sources(context.Background())
	if err != nil {
		return fmt.Errorf("list the known sources: %w", err)
	}
	known := make(map[string]bool, len(sources))
	for _, s := range sources {
		known[s.Path] = true
	}
	return list.finish(func(path string) bool { return known[path] })
}

// finish remembers that the corpus was read to its end, and how.
func (in *ingest) finish(ctx context.Context, lines *frequent) error {
	dropped, err := json.Marshal(lines.most())
	if err != nil {
		return fmt.Errorf("keep the lines that were left out: %w", err)
	}
	for key, value := range map[string]string{readingKey: in.fingerprint, droppedKey: string(dropped), importedKey: "yes"} {
		if err := in.lib.arch.SetMeta(ctx, key, value); err != nil {
			return fmt.Errorf("write the state of the archive: %w", err)
		}
	}
	return nil
}
