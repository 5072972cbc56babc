package archive

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"presseschau/corpus"
)

// nullable is NULL for an empty string.
func nullable[T ~string](s T) any {
	if s == "" {
		return nil
	}
	return string(s)
}

// text scans a column that may be NULL into a string.
type text[T ~string] struct{ to *T }

func into[T ~string](to *T) text[T] { return text[T]{to} }

// Scan takes what the driver read.
func (t text[T]) Scan(value any) error {
	switch v := value.(type) {
	case nil:
		*t.to = ""
	case string:
		*t.to = T(v)
	case []byte:
		*t.to = T(v)
	default:
		return fmt.Errorf("%T in a column of text", value)
	}
	return nil
}

// names is a list of strings in a column, as a JSON array; NULL if it is empty.
type names struct{ list *[]string }

// Value gives the driver what to write.
func (n names) Value() (driver.Value, error) {
	if len(*n.list) == 0 {
		return nil, nil
	}
	b, err := json.Marshal(*n.list)
	return string(b), err
}

// Scan takes what the driver read.
func (n names) Scan(value any) error {
	*n.list = nil
	var s string
	if err := into(&s).Scan(value); err != nil || s == "" {
		return err
	}
	// Most lists are as json.Marshal writes them, without an escape: then each
	// quotation mark is a delimiter.
	if inner, ok := strings.CutPrefix(s, `["`); ok && !strings.Contains(s, `\`) && !strings.Contains(s, `", `) {
		if inner, ok = strings.CutSuffix(inner, `"]`); ok {
			*n.list = strings.Split(inner, `","`)
			return nil
		}
	}
	return json.Unmarshal([]byte(s), n.list)
}

// keys is a list of keys in a column, as a JSON array; NULL if it is empty.
type keys struct{ list *[]int64 }

// Value gives the driver what to write.
func (k keys) Value() (driver.Value, error) {
	if len(*k.list) == 0 {
		return nil, nil
	}
	return string(appendKeys(nil, *k.list)), nil
}

// appendKeys appends a JSON array of numbers.
func appendKeys(b []byte, list []int64) []byte {
	b = append(b, '[')
	for i, n := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, n, 10)
	}
	return append(b, ']')
}

// Scan takes what the driver read.
func (k keys) Scan(value any) error {
	*k.list = nil
	var s string
	if err := into(&s).Scan(value); err != nil || s == "" {
		return err
	}
	list := make([]int64, 0, MaxHeadActors)
	for number := range strings.SplitSeq(strings.Trim(s, "[]"), ",") {
		n, err := strconv.ParseInt(number, 10, 64)
		if err != nil {
			return fmt.Errorf("list of keys %q: %w", s, err)
		}
		list = append(list, n)
	}
	*k.list = list
	return nil
}

// blockLetter is the first letter of a kind, as a layout has it.
func blockLetter(k corpus.BlockKind) (byte, bool) {
	switch k {
	case corpus.Paragraph:
		return 'p', true
	case corpus.Heading:
		return 'h', true
	case corpus.ListItem:
		return 'l', true
	case corpus.Caption:
		return 'c', true
	}
	return 0, false
}

func blockKind(letter byte) (corpus.BlockKind, bool) {
	for _, k := range []corpus.BlockKind{corpus.Paragraph, corpus.Heading, corpus.ListItem, corpus.Caption} {
		if l, _ := blockLetter(k); l == letter {
			return k, true
		}
	}
	return "", false
}

// creditGap separates the credits of pictures.
const creditGap = "\n"

// layout notes the kind and length of each block, so that the blocks can be
// cut out of body, captions and credits again: "h12 p340 c80+9" is a heading
// of 12 bytes, a paragraph of 340, and a caption of 80 with a credit of 9.
func layout(blocks []corpus.Block) (layout, credits string, err error) {
	var out, cr strings.Builder
	for i, b := range blocks {
		letter, ok := blockLetter(b.Kind)
		if !ok {
			return "", "", fmt.Errorf("block %d is of no known kind: %q", i+1, b.Kind)
		}
		if i > 0 {
			out.WriteByte(' ')
		}
		out.WriteByte(letter)
		out.WriteString(strconv.Itoa(len(b.Text)))
		if b.Credit == "" {
			continue
		}
		out.WriteByte('+')
		out.WriteString(strconv.Itoa(len(b.Credit)))
		if cr.Len() > 0 {
			cr.WriteString(creditGap)
		}
		cr.WriteString(b.Credit)
	}
	return out.String(), cr.String(), nil
}

// cutter hands out the parts of a text one after the other.
type cutter struct {
	text string
	gap  string // between parts
	pos  int
}

// cut returns the next n bytes. Like corpus.Article.BodyText it leaves no gap
// before the first text that is not empty.
func (c *cutter) cut(n int) (string, bool) {
	if c.pos > 0 {
		if !strings.HasPrefix(c.text[c.pos:], c.gap) {
			return "", false
		}
		c.pos += len(c.gap)
	}
	if n < 0 || n > len(c.text)-c.pos {
		return "", false
	}
	c.pos += n
	return c.text[c.pos-n : c.pos], true
}

// blocks cuts the blocks that a layout describes.
func blocks(layout, body, captions, credits string) ([]corpus.Block, error) {
	texts := cutter{text: body, gap: corpus.BlockGap}
	pictures := cutter{text: captions, gap: corpus.BlockGap}
	sources := cutter{text: credits, gap: creditGap}
	var out []corpus.Block
	if layout != "" {
		out = make([]corpus.Block, 0, strings.Count(layout, " ")+1)
		for entry := range strings.SplitSeq(layout, " ") {
			b, err := cutBlock(entry, &texts, &pictures, &sources)
			if err != nil {
				return nil, err
			}
			out = append(out, b)
		}
	}
	for _, c := range []cutter{texts, pictures, sources} {
		if c.pos != len(c.text) {
			return nil, fmt.Errorf("the layout leaves %d bytes over", len(c.text)-c.pos)
		}
	}
	return out, nil
}

func cutBlock(entry string, texts, pictures, sources *cutter) (corpus.Block, error) {
	bad := fmt.Errorf("the layout %q does not fit the body", entry)
	if entry == "" {
		return corpus.Block{}, bad
	}
	kind, ok := blockKind(entry[0])
	length, credit, credited := strings.Cut(entry[1:], "+")
	n, err := strconv.Atoi(length)
	if !ok || err != nil {
		return corpus.Block{}, bad
	}
	b := corpus.Block{Kind: kind}
	from := texts
	if kind == corpus.Caption {
		from = pictures
	}
	if b.Text, ok = from.cut(n); !ok {
		return b, bad
	}
	if !credited {
		return b, nil
	}
	if n, err = strconv.Atoi(credit); err != nil {
		return b, bad
	}
	if b.Credit, ok = sources.cut(n); !ok {
		return b, bad
	}
	return b, nil
}
