package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

const (
	// maxHead is the greatest length in bytes of the head of a record, or of
	// an HTTP response.
	maxHead = 256 << 10
	// maxJunk is how many bytes without the beginning of a record are passed
	// over before a stream is taken for no web archive any more.
	maxJunk = 1 << 30
	// mark begins every record.
	mark = "WARC/"
)

// Record is a record of an archive.
type Record struct {
	N      int    // number in the file, from 1
	Type   string // "response", "conversion", "warcinfo", …
	URL    string // WARC-Target-URI
	Date   string // WARC-Date, ISO 8601: when it was fetched
	Header Header
	Block  io.Reader // the content; valid until the next call of Next
}

// Header are the named fields of a head, names in lower case.
type Header map[string]string

// BrokenError is a record that cannot be read. Reading may go on behind it.
type BrokenError struct {
	N      int // number of the record, from 1
	URL    string
	Reason string
}

// Error is "record 7 (URL): reason".
func (e *BrokenError) Error() string {
	if e.URL == "" {
		return fmt.Sprintf("record %d: %s", e.N, e.Reason)
	}
	return fmt.Sprintf("record %d (%s): %s", e.N, e.URL, e.Reason)
}

// Reader reads the records of a stream. Memory does not depend on their size.
type Reader struct {
	in    *bufio.Reader
	n     int
	block *block // of the last record
	lost  bool   // the next record must be searched for
}

// NewReader reads from a decompressed stream.
func NewReader(in *bufio.Reader) *Reader { return &Reader{in: in} }

// Next is the next record. The error is io.EOF behind the last, a *BrokenError
// behind which reading may go on, or that of the stream.
func (r *Reader) Next() (*Record, error) {
	if err := r.finish(); err != nil {
		return nil, err
	}
	first, err := r.begin()
	if err != nil {
		return nil, err
	}
	r.n++
	if !bytes.HasPrefix(first, []byte(mark)) {
		r.lost = true
		return nil, r.broken("", "what stands here is no record; searching for the next one")
	}
	h, err := readHeader(r.in)
	if err != nil {
		return nil, r.failed("", err)
	}
	rec := &Record{N: r.n, Type: strings.ToLower(h["warc-type"]), URL: strings.Trim(h["warc-target-uri"], "<>"), Date: h["warc-date"], Header: h}
	length, err := strconv.ParseInt(h["content-length"], 10, 64)
	if err != nil || length < 0 {
		r.lost = true
		return nil, r.broken(rec.URL, fmt.Sprintf("Content-Length %q is no length", h["content-length"]))
	}
	r.block = &block{in: r.in, left: length, url: rec.URL}
	rec.Block = r.block
	return rec, nil
}

func (r *Reader) broken(url, reason string) error {
	return &BrokenError{N: r.n, URL: url, Reason: reason}
}

// failed tells damage behind which reading may go on from other errors.
func (r *Reader) failed(url string, err error) error {
	var gap *GapError
	switch {
	case errors.Is(err, errHead), errors.As(err, &gap):
		r.lost = true
		return r.broken(url, err.Error())
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		r.lost = true // the next call finds the end
		return r.broken(url, "the file ends within the record")
	}
	return err
}

// finish passes over what the caller has left of the last record.
func (r *Reader) finish() error {
	b := r.block
	if b == nil {
		return nil
	}
	r.block = nil
	for b.left > 0 && b.err == nil {
		n, err := r.in.Discard(int(min(b.left, 1<<20)))
		b.left -= int64(n)
		b.err = err
	}
	if b.left > 0 {
		return r.failed(b.url, b.err)
	}
	return nil
}

// begin is the first line of the next record, or of what stands in its place.
// Behind a broken record it is the next line that begins as a record does.
func (r *Reader) begin() ([]byte, error) {
	for junk := 0; ; {
		line, err := r.in.ReadSlice('\n')
		junk += len(line)
		var gap *GapError
		switch {
		case bytes.HasPrefix(line, []byte(mark)) && err == nil:
			r.lost = false
			return line, nil
		case errors.Is(err, bufio.ErrBufferFull):
		case errors.As(err, &gap):
			if !r.lost {
				r.n++
				return nil, r.failed("", err)
			}
		case err != nil && len(bytes.TrimSpace(line)) > 0 && !r.lost:
			return line, nil
		case err != nil:
			return nil, err
		}
		if !r.lost && len(bytes.TrimSpace(line)) > 0 {
			return line, nil
		}
		if junk > maxJunk {
			return nil, fmt.Errorf("no record in %d MB", maxJunk>>20)
		}
	}
}

// errHead is a head that cannot be understood.
var errHead = errors.New("the head of the record is longer than 256 KB or has a line without a colon")

// readHeader reads named fields up to an empty line. A line that begins with a
// blank continues the one above it; of fields of one name the first counts.
func readHeader(in *bufio.Reader) (Header, error) {
	h := Header{}
	last, size := "", 0
	for {
		line, err := in.ReadSlice('\n')
		size += len(line)
		switch {
		case errors.Is(err, bufio.ErrBufferFull) || size > maxHead:
			return nil, errHead
		case err != nil:
			return nil, err
		}
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" {
			return h, nil
		}
		if text[0] == ' ' || text[0] == '\t' {
			if last != "" {
				h[last] += " " + strings.TrimSpace(text)
			}
			continue
		}
		name, value, ok := strings.Cut(text, ":")
		if !ok {
			return nil, errHead
		}
		last = strings.ToLower(strings.TrimSpace(name))
		if _, known := h[last]; !known {
			h[last] = strings.TrimSpace(value)
		} else {
			last = ""
		}
	}
}

// block is the content of a record.
type block struct {
	in   *bufio.Reader
	left int64
	url  string
	err  error // that ended it early
}

func (b *block) Read(p []byte) (int, error) {
	if b.err != nil {
		return 0, b.err
	}
	if b.left == 0 {
		return 0, io.EOF
	}
	n, err := b.in.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	if err != nil {
		b.err = err
		if errors.Is(err, io.EOF) {
			b.err = io.ErrUnexpectedEOF
		}
	}
	return n, b.err
}
