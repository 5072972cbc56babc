package corpus

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxRaw is how much of a source Raw gives, in bytes of UTF-8.
const MaxRaw = 1 << 20

// maxRawSkip is how far into a file Raw looks for a line, in bytes.
const maxRawSkip = 1 << 30

// ErrNoRaw says that a source cannot be shown as text.
var ErrNoRaw = errors.New("the source is a file among others in an archive, too large, or no text")

// Raw gives the text of a source as it is, unpacked and in UTF-8: the whole of
// a file, or its nth line for n > 0. It is cut after MaxRaw. The name tells
// the format; of files that hold others, such as zip and WARC, there is no raw
// text, and the error is ErrNoRaw.
func Raw(ctx context.Context, name string, in io.Reader, n int) (text string, cut bool, err error) {
	base := unpackedName(name)
	if strings.HasSuffix(base, ".zip") || strings.HasSuffix(base, ".tar") || slices.ContainsFunc(warcSuffixes(), func(s string) bool { return strings.HasSuffix(base, s) }) {
		return "", false, ErrNoRaw
	}
	src, err := newSource(name, in, nil)
	if err != nil {
		return "", false, err
	}
	if binary(src.head()) {
		return "", false, ErrNoRaw
	}
	if err := skipLines(ctx, src.in, n-1); err != nil {
		return "", false, fmt.Errorf("look for line %d of %s: %w", n, name, err)
	}
	data, err := io.ReadAll(io.LimitReader(src.in, MaxRaw+1))
	if err != nil {
		return "", false, src.problem(0, err)
	}
	if n > 0 && len(data) == 0 {
		return "", false, fmt.Errorf("look for line %d of %s: %w", n, name, io.EOF)
	}
	if line, _, more := strings.Cut(string(data), "\n"); n > 0 && more {
		data = []byte(line)
	}
	if cut = len(data) > MaxRaw; cut {
		data = wholeLetters(data[:MaxRaw])
	}
	text, err = decode(data)
	return text, cut, err
}

// skipLines reads behind so many lines, however long they are.
func skipLines(ctx context.Context, in *bufio.Reader, lines int) error {
	for skipped := 0; lines > 0; {
		if err := ctx.Err(); err != nil {
			return err
		}
		part, err := in.ReadSlice('\n')
		switch skipped += len(part); {
		case skipped > maxRawSkip:
			return ErrNoRaw
		case err == nil:
			lines--
		case !errors.Is(err, bufio.ErrBufferFull):
			return err
		}
	}
	return nil
}

// wholeLetters leaves out a letter that is cut at the end.
func wholeLetters(data []byte) []byte {
	for i := len(data) - 1; i >= 0 && i > len(data)-utf8.UTFMax; i-- {
		if utf8.RuneStart(data[i]) {
			if !utf8.FullRune(data[i:]) {
				return data[:i]
			}
			break
		}
	}
	return data
}
