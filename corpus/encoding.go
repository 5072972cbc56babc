package corpus

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"presseschau/corpus/internal/charset"
)

// Byte order marks.
const (
	bom8    = "\xEF\xBB\xBF"
	bom16LE = "\xFF\xFE"
	bom16BE = "\xFE\xFF"
)

// fromUTF16 gives the UTF-8 of a stream that begins with the mark of UTF-16.
func fromUTF16(in io.Reader) io.Reader {
	return transform.NewReader(in, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
}

// wide tells a stream that begins with the mark of UTF-16.
func wide(head []byte) bool {
	return bytes.HasPrefix(head, []byte(bom16LE)) || bytes.HasPrefix(head, []byte(bom16BE))
}

// decode turns the bytes of a page into UTF-8. UTF-16 is decoded
// before, by its mark. What is valid UTF-8 is UTF-8, and all else is Windows-1252, the
// encoding that German pages used before and of which Latin-1 is a part.
func decode(data []byte) (string, error) {
	data = bytes.TrimPrefix(data, []byte(bom8))
	if utf8.Valid(data) || charset.MostlyUTF8(data) {
		return string(data), nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("decode Windows-1252: %w", err)
	}
	return string(out), nil
}

// binary tells data that is no text: it has NUL bytes, outside of UTF-16, or
// many control characters.
func binary(head []byte) bool {
	control := 0
	for _, b := range head {
		if b == 0 {
			return true
		}
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' {
			control++
		}
	}
	return control*20 > len(head) // over 5 %: no text is known with more
}
