package corpus

import (
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// File is a source file.
type File struct {
	Path    string
	Size    int64     // bytes as stored, that is compressed if it is
	ModTime time.Time // of the last change of the file, or of the metadata beside it
}

// Input is the path of standard input.
const Input = "-"

// IsInput tells standard input, whose size is not known and which is read once.
func (f File) IsInput() bool { return f.Path == Input }

// Files lists the source files of paths; "-", standard input, stands for
// itself. Folders are walked in name order;
// hidden files, notes and the files that accompany a document are left out
// there, but a file that is named itself is always listed. What cannot be
// read, and a symbolic link that leads out of its folder, is a *Problem, and
// the walk goes on.
func Files(paths []string) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for _, path := range paths {
			if !walk(path, yield) {
				return
			}
		}
	}
}

// walk lists one path; false means that the caller wants no more.
func walk(path string, yield func(File, error) bool) bool {
	if path == Input {
		return yield(File{Path: path}, nil)
	}
	info, err := os.Stat(path)
	if err != nil {
		return yield(File{}, &Problem{Path: path, Reason: "cannot be opened", Err: cause(err)})
	}
	if !info.IsDir() {
		return yieldFile(path, info, yield)
	}
	root, err := filepath.EvalSymlinks(path)
	if err != nil {
		return yield(File{}, &Problem{Path: path, Reason: "cannot be opened", Err: cause(err)})
	}
	w := walker{given: path, root: root, yield: yield}
	err = filepath.WalkDir(root, w.visit) // visit only ever ends the walk, and says so in done
	return err == nil && !w.done
}

// walker lists the files below one folder.
type walker struct {
	given string // the folder as the caller named it
	root  string // the same without symbolic links
	yield func(File, error) bool
	done  bool // the caller wants no more
}

// visit is called for every entry below the folder.
func (w *walker) visit(path string, entry fs.DirEntry, err error) error {
	shown := filepath.Join(w.given, strings.TrimPrefix(path, w.root))
	switch {
	case err != nil:
		return w.report(&Problem{Path: shown, Reason: "cannot be read", Err: cause(err)})
	case path == w.root:
		return nil
	case strings.HasPrefix(entry.Name(), "."):
		if entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	case entry.IsDir() || accompanies(entry.Name()):
		return nil
	}
	if entry.Type()&fs.ModeSymlink != 0 && !w.inside(path) {
		return w.report(&Problem{Path: shown, Reason: "is a symbolic link that leads nowhere or out of the folder; skipped"})
	}
	info, err := os.Stat(path)
	if err != nil {
		return w.report(&Problem{Path: shown, Reason: "cannot be opened", Err: cause(err)})
	}
	if info.IsDir() { // by a link inside the folder: its files are listed under their own names
		return nil
	}
	return w.goOn(yieldFile(shown, info, w.yield))
}

func (w *walker) report(p *Problem) error {
	return w.goOn(w.yield(File{}, p))
}

func (w *walker) goOn(more bool) error {
	if more {
		return nil
	}
	w.done = true
	return fs.SkipAll
}

// inside tells whether a symbolic link leads to something in the folder.
func (w *walker) inside(path string) bool {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return false
	}
	rel, err := filepath.Rel(w.root, target)
	return err == nil && filepath.IsLocal(rel)
}

func yieldFile(path string, info fs.FileInfo, yield func(File, error) bool) bool {
	if !info.Mode().IsRegular() {
		return yield(File{}, &Problem{Path: path, Reason: "is not a regular file; skipped"})
	}
	return yield(File{Path: path, Size: info.Size(), ModTime: latest(path, info.ModTime())}, nil)
}

// accompanies tells the files that belong to a document or folder without
// being a document: gold files, metadata, notes.
func accompanies(name string) bool {
	name = strings.ToLower(name)
	for _, suffix := range []string{".gold.json", ".meta.json", ".md"} {
		if strings.HasSuffix(name, suffix) {
			return true
		}
	}
	switch name {
	case "metadata.csv", "readme", "readme.txt", "license", "notice":
		return true
	}
	return false
}

// metadata tells the files beside pages that say what the pages do not.
func metadata(name string) bool {
	name = strings.ToLower(name)
	return name == folderTable || strings.HasSuffix(name, ".meta.json")
}

// cause leaves the operation and path out of a file system's error, which the
// Problem names already.
func cause(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
