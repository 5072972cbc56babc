package corpus

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"presseschau/corpus/internal/warc"
)

const (
	// maxLine is the longest line, and the longest raw page, that is read.
	// The longest known article with its comments has under 4 MB.
	maxLine = 32 << 20
	// readBuffer is large because files are read from front to back.
	readBuffer = 256 << 10
	// sniffLen is how much of a file is looked at to tell its format.
	sniffLen = 4096
	// gzipMagic begins every gzip stream (RFC 1952).
	gzipMagic = "\x1f\x8b"
	// zstdMagic begins every zstd stream (RFC 8878).
	zstdMagic = "\x28\xb5\x2f\xfd"
	// maxWindow is the memory in bytes that a zstd stream may ask for.
	maxWindow = 128 << 20
)

// errLong marks a line or page over maxLine.
var errLong = errors.New("too long")

// source is an open file, decompressed.
type source struct {
	path    string
	inner   bool   // a file of an archive, or standard input: there is no such file
	name    string // in the archive, if it is a file of one
	notes   *notes // of the archive
	packing string // "gzip", "zstd" or ""
	in      *bufio.Reader
	raw     *counter
	close   func() error
	buf     []byte      // of long lines
	changed func() bool // the file is another than when it was opened
}

// openSource opens a file and decompresses it.
func openSource(path string, progress func(int64)) (*source, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &Problem{Path: path, Reason: "cannot be opened", Err: cause(err)}
	}
	changed := watchFile(f) // before anything is read
	src, err := newSource(path, f, progress)
	if err != nil {
		f.Close()
		return nil, err
	}
	src.close = f.Close
	src.changed = changed
	return src, nil
}

// watchFile gives a function that tells whether an open file has been written
// to since. A file that another one has replaced is still whole.
func watchFile(f *os.File) func() bool {
	before, err := f.Stat()
	if err != nil {
		return func() bool { return true }
	}
	return func() bool {
		now, err := f.Stat()
		return err != nil || now.Size() != before.Size() || !now.ModTime().Equal(before.ModTime())
	}
}

// newSource decompresses a stream if its content is gzip or zstd.
func newSource(path string, in io.Reader, progress func(int64)) (*source, error) {
	src := &source{path: path, raw: &counter{in: in, report: progress}, close: func() error { return nil }, changed: func() bool { return false }}
	raw := bufio.NewReaderSize(src.raw, readBuffer)
	src.in = raw
	head, err := raw.Peek(len(zstdMagic))
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, src.problem(0, err)
	}
	if err := src.decompress(raw, head); err != nil {
		return nil, &Problem{Path: path, Reason: "is no valid " + src.packing + " file", Err: err}
	}
	if !isWARC(path) && wide(src.head()) {
		src.in = bufio.NewReaderSize(fromUTF16(src.in), readBuffer)
	}
	return src, nil
}

// decompress unpacks what begins as gzip or zstd do. Web archives have a gzip
// member for each record, so that reading can go on behind a damaged one.
func (s *source) decompress(raw *bufio.Reader, head []byte) (err error) {
	var unpacked io.Reader
	switch {
	case bytes.HasPrefix(head, []byte(gzipMagic)) && isWARC(s.path):
		s.packing, unpacked = "gzip", warc.NewMembers(raw)
	case bytes.HasPrefix(head, []byte(gzipMagic)):
		s.packing = "gzip"
		unpacked, err = gzip.NewReader(raw)
	case bytes.HasPrefix(head, []byte(zstdMagic)):
		s.packing = "zstd" // decodes in this goroutine, and has nothing to close
		unpacked, err = zstd.NewReader(raw, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
	default:
		return nil
	}
	if err != nil {
		return err
	}
	s.in = bufio.NewReaderSize(&guard{in: unpacked, packed: func() int64 { return s.raw.n }}, readBuffer)
	return nil
}

// unpackedName is the name of a file, in lower case, without what says how it
// is packed: "a.jsonl" for "A.jsonl.gz", "a.tar" for "a.tgz".
func unpackedName(path string) string {
	name := strings.ToLower(filepath.Base(path))
	for _, packed := range []struct{ suffix, plain string }{{".gz", ""}, {".zst", ""}, {".tgz", ".tar"}, {".tzst", ".tar"}} {
		if plain, ok := strings.CutSuffix(name, packed.suffix); ok {
			return plain + packed.plain
		}
	}
	return name
}

// Packed tells whether the size of a file says little of what it holds.
func (f File) Packed() bool {
	name := strings.ToLower(f.Path)
	return unpackedName(name) != filepath.Base(name) || strings.HasSuffix(name, ".zip")
}

// isWARC tells web archives by their name.
func isWARC(path string) bool {
	return slices.Contains(warcSuffixes(), filepath.Ext(unpackedName(path)))
}

// counter reports the bytes that are read through it.
type counter struct {
	in     io.Reader
	report func(int64)
	n      int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.n += int64(n)
	if c.report != nil && n > 0 {
		c.report(int64(n))
	}
	return n, err
}

// head is the beginning of the file, as much as there is up to sniffLen. Errors
// appear when the file is read.
func (s *source) head() []byte {
	head, _ := s.in.Peek(sniffLen)
	return head
}

// line is the next line without its end. It is valid until the next call. The
// error is io.EOF behind the last line, errLong for a line over maxLine (the
// next call gives the next line), or what the file system or gzip says; a line
// that such an error cuts off is not given.
func (s *source) line() ([]byte, error) {
	part, err := s.in.ReadSlice('\n')
	if err == nil {
		return trimEnd(part), nil
	}
	s.buf = append(s.buf[:0], part...)
	for errors.Is(err, bufio.ErrBufferFull) && len(s.buf) <= maxLine {
		part, err = s.in.ReadSlice('\n')
		s.buf = append(s.buf, part...)
	}
	long := len(trimEnd(s.buf)) > maxLine
	for errors.Is(err, bufio.ErrBufferFull) {
		_, err = s.in.ReadSlice('\n')
	}
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return nil, err
	case long:
		s.buf = nil
		return nil, errLong
	case len(s.buf) == 0:
		return nil, io.EOF
	}
	return trimEnd(s.buf), nil
}

// all is the whole of a file of at most maxLine.
func (s *source) all() ([]byte, error) {
	var buf bytes.Buffer
	if _, err := buf.ReadFrom(io.LimitReader(s.in, maxLine+1)); err != nil {
		return nil, err
	}
	if buf.Len() > maxLine {
		return nil, errLong
	}
	return buf.Bytes(), nil
}

// problem words an error of line or all for the report.
func (s *source) problem(line int, err error) *Problem {
	p := &Problem{Path: s.path, Line: line}
	switch {
	case errors.Is(err, errLong):
		p.Reason = fmt.Sprintf("is longer than %d MB; skipped", maxLine>>20)
	case errors.Is(err, errBomb):
		p.Reason = fmt.Sprintf("unpacks to more than %d times its size, as no text does; the rest is skipped", maxRatio)
	case errors.Is(err, io.ErrUnexpectedEOF) && s.packing == "":
		p.Reason = "is cut short; what comes before has been read"
	case errors.Is(err, io.ErrUnexpectedEOF):
		p.Reason = "the " + s.packing + " stream is cut short; what comes before has been read"
	case s.packing == "zstd" && (errors.Is(err, zstd.ErrCRCMismatch) || errors.Is(err, zstd.ErrWindowSizeExceeded) || errors.Is(err, zstd.ErrDecoderSizeExceeded)):
		p.Reason, p.Err = "the zstd stream is damaged; what comes before has been read", err
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader):
		p.Reason, p.Err = "the gzip stream is damaged; what comes before has been read", err
	default:
		p.Reason, p.Err = "cannot be read further", cause(err)
	}
	return p
}

func trimEnd(line []byte) []byte {
	return bytes.TrimRight(line, "\r\n")
}
