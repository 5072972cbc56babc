package corpus

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// readLines reads JSON lines, one article a line. JSON that is set out over
// lines is read value by value.
func (r *Reader) readLines(j *job) {
	if spread(j.src.head()) {
		r.readValues(j)
		return
	}
	dec := newRecordDecoder()
	for n := 1; j.alive(); n++ {
		line, err := j.src.line()
		switch {
		case errors.Is(err, io.EOF):
			return
		case errors.Is(err, errLong):
			j.problem(j.src.problem(n, err))
			continue
		case err != nil:
			j.problem(j.src.problem(n, err))
			return
		}
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte(bom8))
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		a, err := r.record(dec, line)
		if err != nil {
			j.problem(&Problem{Path: j.src.path, Line: n, Reason: err.Error()})
			continue
		}
		if a.Source == "" {
			a.Source = j.src.path + "#" + strconv.Itoa(n)
		}
		j.article(a)
	}
}

// record makes an article of a line.
func (r *Reader) record(dec *recordDecoder, line []byte) (*Article, error) {
	if !utf8.Valid(line) {
		text, err := decode(line)
		if err != nil {
			return nil, err
		}
		line = []byte(text)
	}
	a, err := dec.decode(line)
	if err != nil {
		return nil, err
	}
	r.finish(a)
	return a, nil
}
