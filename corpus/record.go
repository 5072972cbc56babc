package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// recordDecoder decodes lines that hold an article each, in the form that
// Article.MarshalJSON writes or in the plain form, in which the body is a
// string and the date is called "date". It goes through the tokens because it
// must name the member that is wrong or unknown, and body has two types.
type recordDecoder struct {
	in    bytes.Reader
	dec   *jsontext.Decoder
	text  []byte          // a string without its quotes, before it is copied
	named map[string]bool // unknown members that a warning has named
	plain bool            // the body of this article is a text
	full  bool            // it is a list: this is what MarshalJSON wrote
}

func newRecordDecoder() *recordDecoder {
	d := &recordDecoder{named: map[string]bool{}}
	d.dec = jsontext.NewDecoder(&d.in, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	return d
}

// typeError is a member of the wrong type.
type typeError struct{ member, want, got string }

func (e *typeError) Error() string {
	return fmt.Sprintf("member %q must be %s, not %s", e.member, e.want, e.got)
}

// decode decodes one line.
func (d *recordDecoder) decode(line []byte) (*Article, error) {
	d.in.Reset(line)
	d.dec.Reset(&d.in, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	if d.dec.PeekKind() != '{' {
		if _, err := d.dec.ReadToken(); err != nil {
			return nil, syntaxReason(err)
		}
		return nil, errors.New("is no JSON object")
	}
	a := &Article{}
	d.plain, d.full = false, false
	err := d.object("", func(name string) error { return d.member(a, name) })
	if err == nil {
		err = d.nothingBehind()
	}
	var wrong *typeError
	if err != nil && !errors.As(err, &wrong) {
		err = syntaxReason(err)
	}
	if !d.full {
		withoutReferences(a)
	}
	if d.plain {
		a.Body = withoutHead(a)
	}
	return a, err
}

// nothingBehind makes sure that the line holds no second value.
func (d *recordDecoder) nothingBehind() error {
	_, err := d.dec.ReadToken()
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err == nil {
		err = errors.New("more than one value in the line")
	}
	return err
}

// syntaxReason words what is wrong with the JSON of a line.
func syntaxReason(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return errors.New("the JSON ends too early: the line is cut off")
	}
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) {
		return fmt.Errorf("is not valid JSON at byte %d: %w", syntax.ByteOffset+1, syntax.Err)
	}
	return fmt.Errorf("is not valid JSON: %w", err)
}

// member decodes one member of an article.
func (d *recordDecoder) member(a *Article, name string) (err error) {
	switch name {
	case "id":
		a.ID, err = d.line(name)
	case "source":
		a.Source, err = d.line(name)
	case "url":
		a.URL, err = d.line(name)
	case "outlet":
		a.Outlet, err = d.line(name)
	case "section":
		a.Section, err = d.line(name)
	case "kicker":
		a.Kicker, err = d.line(name)
	case "title":
		a.Title, err = d.line(name)
	case "lead":
		a.Lead, err = d.line(name)
	case "language":
		a.Language, err = d.line(name)
	case "date", "published":
		err = d.published(a, name)
	case "publishedFrom":
		err = d.origin(a, name)
	case "updated":
		a.Updated, err = d.date(a, name)
	case "authors":
		a.Authors, err = d.lines(name)
	case "author":
		var author string
		if author, err = d.line(name); author != "" {
			a.Authors = append(a.Authors, author)
		}
	case "agencies":
		a.Agencies, err = d.lines(name)
	case "warnings":
		var given []string
		given, err = d.lines(name)
		a.Warnings = append(given, a.Warnings...)
	case "body":
		a.Body, err = d.body(name)
	case "comments":
		a.Comments, err = d.comments(a, name)
	case "commentsTotal":
		a.CommentsTotal, err = d.number(name)
	case "year": // follows from published
		_, err = d.number(name)
	case "publishedPrecision": // likewise
		_, err = d.line(name)
	default:
		err = d.unknown(a, name)
	}
	return err
}

// unknown skips a member and names it, once a file.
func (d *recordDecoder) unknown(a *Article, name string) error {
	if !d.named[name] && len(d.named) < maxNamed {
		d.named[name] = true
		a.Warnings = append(a.Warnings, "unknown member "+strconv.Quote(cleanLine(name))+" ignored")
	}
	return d.dec.SkipValue()
}

// maxNamed bounds the unknown members that are named, for files that use
// members as keys.
const maxNamed = 50

func (d *recordDecoder) published(a *Article, name string) error {
	date, err := d.date(a, name)
	if err != nil || date == "" {
		return err
	}
	a.Published = date
	if a.PublishedFrom == "" {
		a.PublishedFrom = FromMetadata
	}
	return nil
}

func (d *recordDecoder) origin(a *Article, name string) error {
	s, err := d.line(name)
	switch o := Origin(s); o {
	case FromMetadata, FromDateline, FromURL, FromComments, FromCopyright:
		a.PublishedFrom = o
	case "":
	default:
		a.Warnings = append(a.Warnings, fmt.Sprintf("member %q: %q is no origin of a date", name, s))
	}
	return err
}

// date reads a date; one that cannot be understood is unknown, with a warning.
func (d *recordDecoder) date(a *Article, name string) (Date, error) {
	s, err := d.line(name)
	if err != nil || s == "" {
		return "", err
	}
	date := parseDate(s)
	if date == "" {
		a.Warnings = append(a.Warnings, fmt.Sprintf("member %q: %q is no date", name, shorten(s)))
	}
	return date, nil
}

// shorten keeps a value short in a message.
func shorten(s string) string {
	const most = 60 // runes
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}
