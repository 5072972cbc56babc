package corpus

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// maxEntries is the greatest number of files in an archive. Beyond it, folders
// of files are the better form.
const maxEntries = 2_000_000

// readTar reads the files of a tar archive in their order.
func (r *Reader) readTar(j *job) {
	var beside *notes
	if j.src.path != Input {
		beside = tarNotes(j)
	}
	in := tar.NewReader(j.src.in)
	all := &guard{in: in, packed: func() int64 { return j.src.raw.n }} // of sparse files, whose holes take no room
	for n := 0; j.alive(); n++ {
		h, err := in.Next()
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			j.problem(j.src.problem(0, err))
			return
		case n == maxEntries:
			j.problem(&Problem{Path: j.src.path, Reason: fmt.Sprintf("has more than %d files; the rest is skipped", maxEntries)})
			return
		}
		switch h.Typeflag {
		case tar.TypeDir, tar.TypeXGlobalHeader:
		case tar.TypeReg:
			if r.entry(j, h.Name, all, beside); all.tripped {
				return
			}
		default:
			j.problem(&Problem{Path: entryPath(j, h.Name), Reason: "is a link or device in an archive; skipped"})
		}
	}
}

// readZip reads the files of a zip archive in their order. Its table of
// contents stands at the end, hence it must be a file.
func (r *Reader) readZip(j *job) {
	if j.src.inner {
		j.problem(&Problem{Path: j.src.path, Reason: "is a zip archive that is no file of its own; unpack it, or use tar"})
		return
	}
	f, err := os.Open(j.src.path)
	if err != nil {
		j.problem(&Problem{Path: j.src.path, Reason: "cannot be opened", Err: cause(err)})
		return
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		j.problem(&Problem{Path: j.src.path, Reason: "cannot be read", Err: cause(err)})
		return
	}
	in, err := zip.NewReader(f, info.Size())
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // names are checked one by one
		j.problem(&Problem{Path: j.src.path, Reason: "is no valid zip archive", Err: err})
		return
	}
	if len(in.File) > maxEntries {
		j.problem(&Problem{Path: j.src.path, Reason: fmt.Sprintf("has more than %d files; skipped", maxEntries)})
		return
	}
	beside := zipNotes(j, in.File, info.Size)
	all := &guard{packed: info.Size} // of the whole archive: its files may overlap
	for _, entry := range in.File {
		if !j.alive() {
			return
		}
		r.zipEntry(j, entry, all, beside)
		if all.tripped {
			return
		}
	}
}

// zipName is the name of a file of a zip archive in UTF-8.
func zipName(entry *zip.File) string {
	if entry.NonUTF8 { // the encoding of the first zip programs
		if decoded, err := charmap.CodePage437.NewDecoder().String(entry.Name); err == nil {
			return decoded
		}
	}
	return entry.Name
}

func (r *Reader) zipEntry(j *job, entry *zip.File, all *guard, beside *notes) {
	name := zipName(entry)
	mode := entry.Mode()
	switch {
	case mode.IsDir() || strings.HasSuffix(name, "/"):
		return
	case !mode.IsRegular():
		j.problem(&Problem{Path: entryPath(j, name), Reason: "is a link or device in an archive; skipped"})
		return
	}
	in, err := entry.Open()
	if err != nil {
		j.problem(&Problem{Path: entryPath(j, name), Reason: "cannot be unpacked", Err: err})
		return
	}
	defer in.Close()
	all.in = in
	r.entry(j, name, all, beside)
}

// entryPath is the path of a file in an archive as it is shown.
func entryPath(j *job, name string) string { return j.src.path + "/" + cleanLine(name) }

// entryName is the name of a file of an archive, its folders separated by "/".
func entryName(name string) string { return path.Clean(strings.ReplaceAll(name, `\`, "/")) }

// entry reads a file of an archive.
func (r *Reader) entry(j *job, name string, in io.Reader, beside *notes) {
	name = entryName(name)
	shown := entryPath(j, name)
	switch {
	case !filepath.IsLocal(name):
		j.problem(&Problem{Path: shown, Reason: "has a name that leads out of the archive; skipped"})
		return
	case concealed(name):
		return
	case beside == nil && metadata(path.Base(name)):
		j.problem(&Problem{Path: shown, Reason: "is metadata, which is used of an archive that is a file, not of standard input"})
		return
	case accompanies(path.Base(name)):
		return
	}
	src, err := newSource(shown, in, nil)
	if err != nil {
		j.pass(nil, err)
		return
	}
	src.inner, src.name, src.notes = true, name, beside
	inside := &job{ctx: j.ctx, src: src, yield: j.yield}
	r.dispatch(inside)
	j.stopped = inside.stopped
}

// concealed tells hidden files, and those that systems add to archives.
func concealed(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return true
		}
	}
	return false
}

func looksLikeTar(head []byte) bool {
	const at = 257 // of the magic in the head of a file (POSIX ustar)
	return len(head) > at+5 && string(head[at:at+5]) == "ustar"
}

func looksLikeZip(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }
