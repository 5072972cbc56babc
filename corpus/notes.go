package corpus

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"
)

// maxNotes is how many bytes of metadata beside pages are read of an archive,
// for they are kept while it is read: a million short ones.
const maxNotes = 128 << 20

// notes are the metadata beside the pages of an archive. They may stand in
// front of the pages or behind them, hence they are collected before.
type notes struct {
	meta   map[string][]byte              // NAME.meta.json by its name, as it stands
	tables map[string]map[string]*Article // rows of metadata.csv by folder and path in it
	size   int64
}

func newNotes() *notes {
	return &notes{meta: map[string][]byte{}, tables: map[string]map[string]*Article{}}
}

// apply puts metadata over the article of a file of the archive.
func (n *notes) apply(a *Article, name string) {
	folder, base := path.Split(name)
	if row := n.tables[folder][base]; row != nil {
		overlay(a, row)
	}
	beside := metaPath(name)
	data, ok := n.meta[beside]
	if !ok {
		return
	}
	noted, err := decodeMeta(data, path.Base(beside))
	if err != nil {
		a.Warnings = append(a.Warnings, err.Error())
		return
	}
	overlay(a, noted)
}

// collect keeps a file of the archive if it is metadata; false: no more are to
// be collected.
func (n *notes) collect(j *job, name string, in io.Reader) bool {
	name = entryName(name)
	if !metadata(path.Base(name)) || !filepath.IsLocal(name) || concealed(name) {
		return true
	}
	shown := entryPath(j, name)
	data, err := limited(io.LimitReader(in, maxNotes-n.size+1), &bytes.Buffer{})
	if n.size += int64(len(data)); n.size > maxNotes {
		j.problem(&Problem{Path: shown, Reason: fmt.Sprintf("the archive has more than %d MB of metadata; the rest of it is not used", maxNotes>>20)})
		return false
	}
	if err != nil {
		return j.problem(&Problem{Path: shown, Reason: "the metadata are not used", Err: err})
	}
	if folder, base := path.Split(name); strings.EqualFold(base, folderTable) {
		rows, err := readRows(strings.NewReader(string(data)))
		n.tables[folder] = rows
		return err == nil || j.problem(&Problem{Path: shown, Reason: "cannot be read to its end", Err: err})
	}
	n.meta[name] = data
	return true
}

// tarNotes collects the metadata of a tar archive by reading it once more. What
// is wrong with the archive itself is told when it is read for its pages. Of
// standard input, which can be read but once, there are none.
func tarNotes(j *job) *notes {
	n := newNotes()
	src, err := openSource(j.src.path, nil)
	if err != nil {
		return n
	}
	defer src.close()
	in := tar.NewReader(src.in)
	all := &guard{in: in, packed: func() int64 { return src.raw.n }}
	for range maxEntries {
		h, err := in.Next()
		if err != nil || !j.alive() || h.Typeflag == tar.TypeReg && !n.collect(j, h.Name, all) || all.tripped {
			return n
		}
	}
	return n
}

// zipNotes collects the metadata of a zip archive.
func zipNotes(j *job, files []*zip.File, packed func() int64) *notes {
	n := newNotes()
	all := &guard{packed: packed}
	for _, entry := range files {
		name := zipName(entry)
		if !metadata(path.Base(name)) || !entry.Mode().IsRegular() {
			continue
		}
		in, err := entry.Open()
		if err != nil {
			if !j.problem(&Problem{Path: entryPath(j, name), Reason: "cannot be unpacked", Err: err}) {
				return n
			}
			continue
		}
		all.in = in
		more := n.collect(j, name, all)
		if err := errors.Join(in.Close(), j.ctx.Err()); err != nil || !more || all.tripped {
			return n
		}
	}
	return n
}
