package corpus

import (
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// object goes through the members of an object; visit reads each value. Null
// is an object without members.
func (d *recordDecoder) object(member string, visit func(name string) error) error {
	if null, err := d.open('{', member, "an object"); err != nil || null {
		return err
	}
	for {
		name, err := d.dec.ReadToken()
		if err != nil || name.Kind() == '}' {
			return err
		}
		if err := visit(name.String()); err != nil {
			return err
		}
	}
}

// array goes through the values of an array; visit reads each. Null is an
// array without values.
func (d *recordDecoder) array(member string, visit func() error) error {
	if null, err := d.open('[', member, "an array"); err != nil || null {
		return err
	}
	for d.dec.PeekKind() != ']' {
		if err := visit(); err != nil {
			return err
		}
	}
	_, err := d.dec.ReadToken()
	return err
}

// open reads the first token of an object or array, or null.
func (d *recordDecoder) open(kind jsontext.Kind, member, want string) (null bool, err error) {
	token, err := d.dec.ReadToken()
	if err != nil {
		return false, err
	}
	switch token.Kind() {
	case kind:
		return false, nil
	case 'n':
		return true, nil
	}
	return false, &typeError{member, want, typeName(token.Kind())}
}

// raw reads a string as it is; null is "".
func (d *recordDecoder) raw(member string) (string, error) {
	if d.dec.PeekKind() == '"' {
		quoted, err := d.dec.ReadValue()
		if err != nil {
			return "", err
		}
		d.text, _ = jsontext.AppendUnquote(d.text[:0], quoted) // the error only tells of letters that were replaced
		return string(d.text), nil
	}
	token, err := d.dec.ReadToken()
	if err != nil {
		return "", err
	}
	if token.Kind() == 'n' {
		return "", nil
	}
	return "", &typeError{member, "a string", typeName(token.Kind())}
}

// line reads a string and cleans it to one line; null is "".
func (d *recordDecoder) line(member string) (string, error) {
	s, err := d.raw(member)
	return cleanLine(s), err
}

// lines reads an array of strings; empty ones are left out.
func (d *recordDecoder) lines(member string) (out []string, err error) {
	err = d.array(member, func() error {
		s, err := d.line(member)
		if s != "" {
			out = append(out, s)
		}
		return err
	})
	return out, err
}

// number reads a whole number that is not negative; null is nil.
func (d *recordDecoder) number(member string) (*int, error) {
	token, err := d.dec.ReadToken()
	if err != nil {
		return nil, err
	}
	switch token.Kind() {
	case 'n':
		return nil, nil
	case '0':
		if n, err := strconv.Atoi(token.String()); err == nil && n >= 0 {
			return &n, nil
		}
		return nil, &typeError{member, "a whole number", token.String()}
	}
	return nil, &typeError{member, "a number", typeName(token.Kind())}
}

// body reads the blocks of a body, or a text that is split into them.
func (d *recordDecoder) body(member string) (out []Block, err error) {
	switch d.dec.PeekKind() {
	case '"', 'n':
		d.plain = true
		s, err := d.raw(member)
		return textBlocks(references(s)), err
	case '[':
		d.full = true
	default:
		token, err := d.dec.ReadToken()
		if err == nil {
			err = &typeError{member, "a string or an array", typeName(token.Kind())}
		}
		return nil, err
	}
	err = d.array(member, func() error {
		b := Block{Kind: Paragraph}
		err := d.object(member, func(name string) error { return d.blockMember(&b, name) })
		if b.Text != "" || b.Credit != "" {
			out = append(out, b)
		}
		return err
	})
	return out, err
}

func (d *recordDecoder) blockMember(b *Block, name string) (err error) {
	switch name {
	case "kind":
		var s string
		s, err = d.line("body.kind")
		switch kind := BlockKind(s); kind {
		case Paragraph, Heading, ListItem, Caption:
			b.Kind = kind
		}
	case "text":
		b.Text, err = d.line("body.text")
	case "credit":
		b.Credit, err = d.line("body.credit")
	default:
		err = d.dec.SkipValue()
	}
	return err
}

// comments reads the comments; those without title and text are left out.
func (d *recordDecoder) comments(a *Article, member string) (out []Comment, err error) {
	err = d.array(member, func() error {
		var c Comment
		err := d.object(member, func(name string) error { return d.commentMember(a, &c, name) })
		if c.Title != "" || c.Text != "" {
			c.N = len(out) + 1
			out = append(out, c)
		}
		return err
	})
	return out, err
}

func (d *recordDecoder) commentMember(a *Article, c *Comment, name string) (err error) {
	switch name {
	case "id":
		c.ID, err = d.line("comments.id")
	case "parent":
		c.Parent, err = d.line("comments.parent")
	case "author":
		c.Author, err = d.line("comments.author")
	case "date":
		c.Date, err = d.date(a, "comments.date")
	case "title":
		c.Title, err = d.line("comments.title")
	case "text":
		c.Text, err = d.raw("comments.text")
		c.Text = cleanText(c.Text)
	case "n": // its place says it
		_, err = d.number("comments.n")
	default:
		err = d.unknown(a, "comments."+name)
	}
	return err
}

// typeName names the type of a JSON value in a message.
func typeName(kind jsontext.Kind) string {
	switch kind {
	case 'n':
		return "null"
	case 't', 'f':
		return "a truth value"
	case '"':
		return "a string"
	case '0':
		return "a number"
	case '{':
		return "an object"
	case '[':
		return "an array"
	}
	return "something else"
}
