package corpus

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
)

// spread tells JSON whose values have more than a line each: an array, or an
// object that is set out over lines.
func spread(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte(bom8)), " \t\r\n")
	first, _, more := bytes.Cut(head, []byte("\n"))
	return bytes.HasPrefix(first, []byte("[")) || more && string(bytes.TrimSpace(first)) == "{"
}

// readValues reads JSON values one after the other, those of an array or
// objects set out over lines, one article a value.
func (r *Reader) readValues(j *job) {
	dec := newRecordDecoder()
	values := &valueReader{in: j.src.in, line: 1}
	for j.alive() {
		value, line, err := values.next()
		switch {
		case errors.Is(err, io.EOF):
			return
		case errors.Is(err, errLong):
			j.problem(j.src.problem(line, err))
			continue
		case errors.Is(err, errCut):
			j.problem(&Problem{Path: j.src.path, Line: line, Reason: err.Error()})
			return
		case err != nil:
			j.problem(j.src.problem(line, err))
			return
		}
		a, err := r.record(dec, value)
		if err != nil {
			j.problem(&Problem{Path: j.src.path, Line: line, Reason: err.Error()})
			continue
		}
		if a.Source == "" {
			a.Source = j.src.path + "#" + strconv.Itoa(line)
		}
		j.article(a)
	}
}

// errCut marks a file that ends within a value.
var errCut = errors.New("the JSON ends too early: the file is cut off")

// valueReader cuts a stream into JSON values without checking them, so that a
// wrong one does not end the reading, and knows the line of each.
type valueReader struct {
	in   *bufio.Reader
	line int    // of the next byte, from 1
	open bool   // within the array
	buf  []byte // the value
}

// next is the next value and the line on which it begins. It is valid until
// the next call. The error is io.EOF behind the last value, errLong for a value
// over maxLine (the next call gives the next value), errCut, or that of the
// stream.
func (v *valueReader) next() (value []byte, line int, err error) {
	first, err := v.skip()
	line = v.line
	switch {
	case err != nil && v.open && errors.Is(err, io.EOF):
		return nil, line, errCut
	case err != nil:
		return nil, line, err
	}
	v.buf = append(v.buf[:0], first)
	err = v.collect(first)
	switch {
	case errors.Is(err, io.EOF):
		return nil, line, errCut
	case err != nil:
		return nil, line, err
	case len(v.buf) > maxLine:
		v.buf = nil
		return nil, line, errLong
	}
	return v.buf, line, nil
}

// skip passes over what stands between values and gives the first byte of the
// next one.
func (v *valueReader) skip() (byte, error) {
	for {
		b, err := v.in.ReadByte()
		if err != nil {
			return 0, err
		}
		switch b {
		case '\n':
			v.line++
		case ' ', '\t', '\r', ',', bom8[0], bom8[1], bom8[2]:
		case '[':
			if v.open {
				return b, nil
			}
			v.open = true
		case ']':
			v.open = false
		default:
			return b, nil
		}
	}
}

// collect reads the rest of a value that begins with first. Of a value that is
// too long it keeps no more than shows that.
func (v *valueReader) collect(first byte) error {
	depth, quoted, escaped := 0, first == '"', false
	if first == '{' || first == '[' {
		depth = 1
	}
	bare := depth == 0 && !quoted
	for {
		if bare {
			if after, err := v.in.Peek(1); err != nil || bytes.IndexByte([]byte(",]} \t\r\n"), after[0]) >= 0 {
				return nil
			}
		}
		b, err := v.in.ReadByte()
		if err != nil {
			return err
		}
		if b == '\n' {
			v.line++
		}
		if len(v.buf) <= maxLine {
			v.buf = append(v.buf, b)
		}
		switch {
		case escaped:
			escaped = false
		case quoted:
			escaped, quoted = b == '\\', b != '"'
		case b == '"':
			quoted = true
		case b == '{' || b == '[':
			depth++
		case b == '}' || b == ']':
			depth--
		}
		if !bare && depth <= 0 && !quoted {
			return nil
		}
	}
}
