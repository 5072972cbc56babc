package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

// GapError is a damaged gzip member that has been passed over.
type GapError struct{ Cause error }

// Error says what was wrong with it.
func (e *GapError) Error() string { return fmt.Sprintf("the gzip stream is damaged here: %v", e.Cause) }

// Unwrap gives the cause.
func (e *GapError) Unwrap() error { return e.Cause }

// Members decompresses a stream of gzip members (RFC 1952). A damaged member
// is a *GapError, and the next call reads from the next member on.
type Members struct {
	in   *bufio.Reader
	zip  *gzip.Reader
	open bool // within a member
	done bool
}

// NewMembers decompresses in.
func NewMembers(in *bufio.Reader) *Members { return &Members{in: in} }

// Read reads decompressed bytes.
func (m *Members) Read(p []byte) (int, error) {
	for {
		if m.done {
			return 0, io.EOF
		}
		if !m.open {
			if err := m.begin(); err != nil {
				return 0, err
			}
			continue
		}
		n, err := m.zip.Read(p)
		switch {
		case errors.Is(err, io.EOF):
			m.open = false
			if n == 0 {
				continue
			}
			return n, nil
		case err != nil:
			m.open = false
			m.seek()
			return n, &GapError{Cause: err}
		}
		return n, nil
	}
}

// begin opens the next member, or finds the end.
func (m *Members) begin() error {
	if _, err := m.in.Peek(1); err != nil {
		m.done = true
		if errors.Is(err, io.EOF) {
			return nil
		}
		return err
	}
	var err error
	if m.zip == nil {
		m.zip, err = gzip.NewReader(m.in)
	} else {
		err = m.zip.Reset(m.in)
	}
	if err != nil {
		m.zip = nil
		m.seek()
		return &GapError{Cause: err}
	}
	m.zip.Multistream(false)
	m.open = true
	return nil
}

// memberHead begins a member: magic number and the only method there is.
var memberHead = [...]byte{0x1f, 0x8b, 0x08}

// seek goes to the next bytes that begin as a member does, or to the end.
func (m *Members) seek() {
	m.zip = nil // its state is that of the damaged member
	for {
		buf, err := m.in.Peek(m.in.Size())
		if at := bytes.Index(buf, memberHead[:]); at >= 0 {
			_, _ = m.in.Discard(at) // within the buffer
			return
		}
		_, _ = m.in.Discard(max(len(buf)-len(memberHead)+1, 1))
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			_, _ = m.in.Discard(m.in.Buffered())
			return
		}
	}
}
