package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
)

// maxLine is the longest line, in bytes, that the line commands read.
const maxLine = 32 << 20

// line is a line of the input without its end, or why it could not be read.
type line struct {
	number int // from 1
	text   []byte
	err    error
}

// errLongLine is a line above maxLine; the lines behind it are read on.
var errLongLine = fmt.Errorf("is longer than %d MB", maxLine>>20)

// readLines yields every line that is not blank. Each line is its own memory.
func readLines(r io.Reader) iter.Seq[line] {
	return func(yield func(line) bool) {
		buf := bufio.NewReaderSize(r, 1<<16)
		for n := 1; ; n++ {
			text, err := readLine(buf)
			end := errors.Is(err, io.EOF)
			if end {
				err = nil
			}
			if text = bytes.TrimRight(text, "\r\n"); len(bytes.TrimSpace(text)) > 0 || err != nil {
				if !yield(line{n, text, err}) {
					return
				}
			}
			if end || err != nil && !errors.Is(err, errLongLine) {
				return
			}
		}
	}
}

// readLine reads to the next line end; of a line that is too long it keeps
// nothing.
func readLine(buf *bufio.Reader) ([]byte, error) {
	var text []byte
	long := false
	for {
		part, err := buf.ReadSlice('\n')
		if long = long || len(text)+len(part) > maxLine; long {
			text = nil
		} else {
			text = append(text, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err == nil && long:
			return nil, errLongLine
		}
		return text, err
	}
}

// eachLine writes what work makes of each line of the input, in order. A line
// that fails is named on standard error and left out.
func eachLine(ctx context.Context, std stdio, work func([]byte) ([]byte, error)) error {
	type outcome struct {
		number int
		text   []byte
		err    error
	}
	out := bufio.NewWriterSize(std.out, 1<<16)
	for o := range inOrder(ctx, readLines(std.in), func(l line) outcome {
		if l.err != nil {
			return outcome{l.number, nil, l.err}
		}
		text, err := work(l.text)
		return outcome{l.number, text, err}
	}) {
		if o.err != nil {
			fmt.Fprintf(std.err, "standard input:%d: %v\n", o.number, o.err)
			continue
		}
		if _, err := out.Write(o.text); err != nil {
			return fmt.Errorf("write the answer: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return ctx.Err()
}
