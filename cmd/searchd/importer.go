package main

import (
	"context"
	"errors"
	"fmt"

	"presseschau/actors"
	"presseschau/archive"
	"presseschau/corpus"
)

// Limits of a batch, which is stored and indexed in one transaction each.
const (
	batchDocuments = 2000     // articles and comments
	batchBytes     = 16 << 20 // of text
)

// importer brings an archive up to date with its source files: it reads what
// is new or different, recognises actors, stores batches and hands the changes
// on.
type importer struct {
	arch     *archive.Archive
	reader   *corpus.Reader
	actors   *actors.Recognizer
	index    sink
	progress *progress
	report   *report
	steps    chan<- step
	stopped  <-chan struct{} // closed when no more steps are done

	batch     []archive.Record
	documents int   // in batch
	bytes     int64 // in batch
	touched   []*sourceFile
	complete  map[*sourceFile]bool // of those touched
}

// run reads all files of a plan and stores what they hold. What it had stored
// when an error or the end of the context stops it stays stored.
func (im *importer) run(ctx context.Context, p plan) error {
	im.complete = map[*sourceFile]bool{}
	im.report.unchanged = p.unchanged
	im.progress.total.Store(p.bytes)
	for _, problem := range p.problems {
		im.report.skip(problem)
	}
	return im.storing(ctx, func(ctx context.Context) error { return im.gather(ctx, p) })
}

// gather fills batches with what the files hold, and queues them, the last one
// also when the context has ended.
func (im *importer) gather(ctx context.Context, p plan) error {
	err := im.gatherFiles(ctx, p.files)
	if err == nil || ctx.Err() != nil {
		err = errors.Join(err, im.flush(ctx))
	}
	if err != nil {
		return err
	}
	return im.remove(ctx, p.gone)
}

func (im *importer) gatherFiles(ctx context.Context, files []*sourceFile) error {
	for o := range inOrder(ctx, im.tasks(ctx, files), im.work(ctx)) {
		if err := im.store(ctx, o); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// store adds an outcome to the batch and flushes the batch when it is full.
func (im *importer) store(ctx context.Context, o outcome) error {
	if o.fatal != nil {
		return o.fatal
	}
	if !o.file.begun {
		o.file.begun = true
		im.report.files++
	}
	for _, problem := range o.problems {
		o.file.problems++
		o.file.changed = o.file.changed || errors.Is(problem, corpus.ErrChanged)
		im.report.skip(problem)
	}
	for _, record := range o.records {
		if err := im.add(ctx, o.file, record); err != nil {
			return err
		}
	}
	if o.end {
		return im.endFile(ctx, o.file)
	}
	return nil
}

// add puts a record into the batch.
func (im *importer) add(ctx context.Context, f *sourceFile, record archive.Record) error {
	im.touch(f)
	f.done++
	if f.known {
		f.ids[record.Article.ID] = true
	}
	im.report.add(f.Path, record)
	im.progress.articles.Add(1)
	im.progress.comments.Add(int64(len(record.Article.Comments)))
	im.batch = append(im.batch, record)
	im.documents += 1 + len(record.Article.Comments)
	im.bytes += textBytes(record.Article)
	if im.documents >= batchDocuments || im.bytes >= batchBytes {
		return im.flush(ctx)
	}
	return nil
}

// touch remembers that the batch holds articles of a file.
func (im *importer) touch(f *sourceFile) {
	if n := len(im.touched); n == 0 || im.touched[n-1] != f {
		im.touched = append(im.touched, f)
	}
}

// endFile marks a file as read to its end, so that it is not read again until
// it changes. A file that gave nothing but problems, such as one without the
// right to read it, is tried again at the next import, and so is one that
// changed while it was read. Articles that an
// earlier version of the file held are released before the mark is set, so
// that no interruption can leave them behind.
func (im *importer) endFile(ctx context.Context, f *sourceFile) error {
	if im.report.list != nil {
		im.report.list.read[f.Path] = true
	}
	if f.changed || f.done == 0 && f.problems > 0 {
		return nil
	}
	im.touch(f)
	if f.known {
		if err := im.flush(ctx); err != nil {
			return err
		}
		if err := im.releaseStale(ctx, f); err != nil {
			return err
		}
		im.touch(f)
	}
	im.complete[f] = true
	return nil
}

// releaseStale releases the articles that a file held and holds no longer.
func (im *importer) releaseStale(ctx context.Context, f *sourceFile) error {
	return im.queue(ctx, func(ctx context.Context) ([]archive.Change, error) {
		ids, err := im.arch.SourceIDs(ctx, f.Path)
		if err != nil {
			return nil, fmt.Errorf("compare %s with what was read before: %w", f.Path, err)
		}
		stale := ids[:0]
		for _, id := range ids {
			if !f.ids[id] {
				stale = append(stale, id)
			}
		}
		if len(stale) == 0 {
			return nil, nil
		}
		changes, err := im.arch.Release(ctx, f.Path, stale)
		if err != nil {
			return nil, fmt.Errorf("release articles that %s no longer holds: %w", f.Path, err)
		}
		im.countChanged(changes, nil)
		return changes, nil
	})
}

// flush queues the batch together with how far its files have been read.
func (im *importer) flush(ctx context.Context) error {
	if len(im.touched) == 0 {
		return nil
	}
	batch, sources := im.batch, make([]archive.Source, len(im.touched))
	for i, f := range im.touched {
		sources[i] = archive.Source{Path: f.Path, Size: f.Size, ModTime: f.ModTime, Done: f.done, Complete: im.complete[f]}
	}
	im.batch, im.documents, im.bytes = nil, 0, 0
	im.touched = nil
	clear(im.complete)
	return im.queue(ctx, func(ctx context.Context) ([]archive.Change, error) {
		changes, err := im.arch.Put(ctx, batch, sources...)
		if err != nil {
			return nil, fmt.Errorf("store %d articles: %w", len(batch), err)
		}
		im.countChanged(changes, batch)
		return changes, nil
	})
}

// remove forgets files that are gone from the corpus.
func (im *importer) remove(ctx context.Context, gone []string) error {
	for _, path := range gone {
		err := im.queue(ctx, func(ctx context.Context) ([]archive.Change, error) {
			changes, err := im.arch.RemoveSource(ctx, path)
			if err != nil {
				return nil, fmt.Errorf("remove the articles of %s: %w", path, err)
			}
			im.report.removed++
			im.countChanged(changes, nil)
			return changes, nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// countChanged counts the articles that are new, different or deleted. Others
// than those of the batch changed only in that a version of theirs came or went.
func (im *importer) countChanged(changes []archive.Change, batch []archive.Record) {
	read := make(map[string]bool, len(batch))
	for _, r := range batch {
		read[r.Article.ID] = true
	}
	for _, c := range changes {
		if c.Record == nil || read[c.ID] {
			im.report.changed++
		}
	}
}
