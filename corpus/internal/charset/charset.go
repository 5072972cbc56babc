// Package charset finds out in what encoding a text is.
package charset

import (
	"bytes"
	"fmt"
	"mime"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// HTML gives the UTF-8 of a page. contentType is what the server said, empty if
// unknown. Content that is valid UTF-8 is UTF-8,
// whatever the page or the server say, because no other encoding makes that by
// chance. Else the server's word counts, then that of <meta> in the first 1,024
// bytes, then Windows-1252, as in the HTML standard.
func HTML(data []byte, contentType string) ([]byte, error) {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if utf8.Valid(data) && !wide(data) {
		return data, nil
	}
	if _, params, err := mime.ParseMediaType(contentType); err != nil || params["charset"] == "" {
		contentType = "" // else the type alone would hide what <meta> says
	}
	enc, name, _ := charset.DetermineEncoding(data, contentType)
	if name == "utf-8" && !MostlyUTF8(data) {
		enc = charmap.Windows1252 // it claims UTF-8 and is not
	}
	if enc == encoding.Replacement {
		enc = charmap.Windows1252
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return nil, fmt.Errorf("decode %s: %w", name, err)
	}
	return out, nil
}

// wide tells UTF-16 by its mark, or by the zeros that it has in place of every
// second letter of markup.
func wide(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) || bytes.HasPrefix(data, []byte("<\x00"))
}

// MostlyUTF8 tells UTF-8 with a few damaged bytes from an 8-bit encoding, in
// which hardly any sequence is valid.
func MostlyUTF8(data []byte) bool {
	valid, invalid := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			invalid++
		case n > 1:
			valid++
		}
		data = data[n:]
	}
	return valid > 4*invalid
}
