package main

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"presseschau/archive"
	"presseschau/corpus"
)

// wholeFile is the size, in bytes, up to which a file is read by the worker
// that also recognises its actors, so that many small files are read on all
// cores. A larger one, and one whose real size is not known, packed or standard input, is
// read by one goroutine that hands out its articles.
const wholeFile = 1 << 20

func (f *sourceFile) whole() bool {
	return f.Size <= wholeFile && !f.Packed() && !f.IsInput()
}

// sourceFile is a source file on its way through the pipeline. Only the last
// stage, which sees the articles in order, changes it.
type sourceFile struct {
	corpus.File
	known    bool            // an earlier version of it is in the archive
	ids      map[string]bool // of its articles; only of a known file
	begun    bool            // something of it was read
	done     int             // articles stored
	problems int
	changed  bool // while it was read
}

// task is a step of reading a file: the whole of it, an article, a problem, or
// its end.
type task struct {
	file    *sourceFile
	whole   bool
	article *corpus.Article
	err     error
	end     bool
}

// outcome is what became of a task.
type outcome struct {
	file     *sourceFile
	records  []archive.Record
	problems []error // a *corpus.Problem each
	end      bool    // of the file
	fatal    error   // ends the import
}

// tasks lists the work that files make, in their order.
func (im *importer) tasks(ctx context.Context, files []*sourceFile) iter.Seq[task] {
	return func(yield func(task) bool) {
		for _, f := range files {
			if f.whole() {
				if !yield(task{file: f, whole: true}) {
					return
				}
				continue
			}
			more := true
			failed := guard(f.Path, func() {
				for article, err := range im.reader.ReadFile(ctx, f.File) {
					if more = yield(task{file: f, article: article, err: err}); !more {
						return
					}
				}
			})
			if !more || !yield(task{file: f, err: failed, end: true}) {
				return
			}
		}
	}
}

// work reads what is to be read and recognises actors. It runs on all cores.
func (im *importer) work(ctx context.Context) func(task) outcome {
	return func(t task) outcome {
		o := outcome{file: t.file, end: t.end || t.whole}
		if !t.whole {
			o.take(im, t.article, t.err)
			return o
		}
		failed := guard(t.file.Path, func() {
			for article, err := range im.reader.ReadFile(ctx, t.file.File) {
				o.take(im, article, err)
			}
		})
		o.take(im, nil, failed)
		return o
	}
}

// take adds an article or what went wrong instead.
func (o *outcome) take(im *importer, article *corpus.Article, err error) {
	var problem *corpus.Problem
	switch {
	case errors.As(err, &problem) && errors.Is(problem.Err, context.Canceled):
		// nothing is wrong with the source: the run has been ended
	case errors.As(err, &problem):
		o.problems = append(o.problems, problem)
	case err != nil:
		o.fatal = err
	case article != nil:
		record := archive.Record{Article: article}
		failed := guard(article.Source, func() { record = recognize(im.actors, article, nil) })
		o.records = append(o.records, record)
		o.take(im, nil, failed)
	}
}

// guard turns a panic into a problem, so that a mistake of this program costs
// one document and not the import.
func guard(source string, work func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &corpus.Problem{Path: source, Reason: "could not be worked through by a mistake of this program; please report it", Err: fmt.Errorf("%v", r)}
		}
	}()
	work()
	return nil
}
