package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"presseschau/archive"
	"presseschau/corpus"
)

// plan is what an import has to do: the source files compared with those that
// the archive knows.
type plan struct {
	files     []*sourceFile // to be read
	bytes     int64         // their size
	unchanged int           // files that need not be read
	gone      []string      // files of the archive that are no longer there
	problems  []error       // files and folders that could not be listed
	anew      bool          // all files are read, whether they changed or not
}

// makePlan lists the files of the corpus paths, which are absolute. A file
// whose size and time are those that it was completely read with is not read
// again, unless all is true.
func makePlan(ctx context.Context, arch *archive.Archive, paths []string, dataDir string, all bool) (plan, error) {
	sources, err := arch.Sources(ctx)
	if err != nil {
		return plan{}, fmt.Errorf("list the known sources: %w", err)
	}
	known := make(map[string]archive.Source, len(sources))
	for _, s := range sources {
		known[s.Path] = s
	}
	p := plan{anew: all}
	listed := map[string]bool{}
	for file, err := range corpus.Files(paths) {
		switch {
		case ctx.Err() != nil:
			return plan{}, ctx.Err()
		case err != nil:
			p.problems = append(p.problems, err)
		case listed[file.Path] || isOwn(dataDir, file.Path):
		default:
			listed[file.Path] = true
			source, ok := known[file.Path]
			p.add(file, source, ok, all)
		}
	}
	p.findGone(paths, sources, listed)
	return p, nil
}

// add decides whether a file is to be read.
func (p *plan) add(file corpus.File, source archive.Source, known, all bool) {
	if known && !all && !file.IsInput() && source.Complete && source.Size == file.Size && source.ModTime.Equal(file.ModTime) {
		p.unchanged++
		return
	}
	f := &sourceFile{File: file, known: known && !file.IsInput()} // what came from there once stays
	if f.known {
		f.ids = map[string]bool{}
	}
	p.files = append(p.files, f)
	p.bytes += file.Size
}

// findGone lists the sources below the corpus paths that are no longer there.
// What lies in a folder that could not be listed is not gone, nor is what lay
// in one that is empty now: more likely a disk is missing.
func (p *plan) findGone(paths []string, sources []archive.Source, listed map[string]bool) {
	seen := map[string]bool{} // of sources, for paths that overlap
	for _, root := range paths {
		var missing []string
		for _, s := range sources {
			if !within(root, s.Path) || listed[s.Path] || seen[s.Path] || p.unlisted(s.Path) {
				continue
			}
			seen[s.Path] = true
			missing = append(missing, s.Path)
		}
		if len(missing) > 0 && !anyWithin(root, listed) {
			p.problems = append(p.problems, &corpus.Problem{Path: root, Reason: "holds no file any more; the articles read from it are kept"})
			continue
		}
		p.gone = append(p.gone, missing...)
	}
}

// unlisted tells whether a path lies in a folder that could not be listed.
func (p *plan) unlisted(path string) bool {
	for _, err := range p.problems {
		var problem *corpus.Problem
		if errors.As(err, &problem) && within(problem.Path, path) {
			return true
		}
	}
	return false
}

// emptyInput is an error if standard input was read and held no article: what
// was to write it has most likely failed.
func (p *plan) emptyInput() error {
	for _, f := range p.files {
		if f.IsInput() && f.done == 0 {
			return errors.New("standard input held no article that can be read")
		}
	}
	return nil
}

// within tells whether path is root or lies below it; both are clean and
// absolute.
func within(root, path string) bool {
	rest, ok := strings.CutPrefix(path, root)
	return ok && (rest == "" || rest[0] == filepath.Separator || strings.HasSuffix(root, string(filepath.Separator)))
}

func anyWithin(root string, paths map[string]bool) bool {
	for path := range paths {
		if within(root, path) {
			return true
		}
	}
	return false
}
