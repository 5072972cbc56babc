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
)

// errLong marks a line or page over maxLine.
var errLong = errors.New("too long")

// source is an open file, decompressed.
type source struct {
	path  string
	in    *bufio.Reader
	close func() error
	buf   []byte // of long lines
}

// openSource opens a file and decompresses it if its content is gzip.
func openSource(path string, progress func(int64)) (*source, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &Problem{Path: path, Reason: "cannot be opened", Err: cause(err)}
	}
	raw := bufio.NewReaderSize(&counter{in: f, report: progress}, readBuffer)
	src := &source{path: path, in: raw, close: f.Close}
	head, err := raw.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) {
		f.Close()
		return nil, &Problem{Path: path, Reason: "cannot be read", Err: cause(err)}
	}
	if bytes.Equal(head, []byte(gzipMagic)) {
		unzip, err := decompress(path, raw)
		if err != nil {
			f.Close()
			return nil, &Problem{Path: path, Reason: "is no valid gzip file", Err: err}
		}
		src.in = bufio.NewReaderSize(unzip, readBuffer)
	}
	if !isWARC(path) && wide(src.head()) {
		src.in = bufio.NewReaderSize(fromUTF16(src.in), readBuffer)
	}
	return src, nil
}

// decompress unpacks gzip. Web archives have a member for each record, so that
// reading can go on behind a damaged one.
func decompress(path string, raw *bufio.Reader) (io.Reader, error) {
	if isWARC(path) {
		return warc.NewMembers(raw), nil
	}
	return gzip.NewReader(raw)
}

// isWARC tells web archives by their name.
func isWARC(path string) bool {
	return slices.Contains(warcSuffixes(), filepath.Ext(strings.TrimSuffix(strings.ToLower(path), ".gz")))
}

// counter reports the bytes that are read through it.
type counter struct {
	in     io.Reader
	report func(int64)
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
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
	case errors.Is(err, io.ErrUnexpectedEOF):
		p.Reason = "the gzip stream is cut short; what comes before has been read"
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
