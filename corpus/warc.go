package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"slices"
	"strconv"
	"strings"

	"presseschau/corpus/internal/warc"
)

// errNoPage marks a record that is nothing to read, such as a request or a
// picture.
var errNoPage = errors.New("no page")

// readWARC reads the pages of a web archive, HTML and text, record by record.
// What is broken is named, and reading goes on behind it.
func (r *Reader) readWARC(j *job) {
	records, none := warc.NewReader(j.src.in), true
	var text bytes.Buffer // of a record, kept for the next
	for ; j.alive(); none = false {
		rec, err := records.Next()
		var broken *warc.BrokenError
		switch {
		case errors.Is(err, io.EOF):
			if none {
				j.problem(&Problem{Path: j.src.path, Reason: "holds no record"})
			}
			return
		case errors.As(err, &broken):
			j.problem(&Problem{Path: j.src.path, Reason: broken.Error() + "; skipped"})
			continue
		case err != nil:
			j.problem(j.src.problem(0, err))
			return
		}
		a, err := r.recordPage(rec, &text)
		switch {
		case errors.Is(err, errNoPage):
			continue
		case err != nil:
			j.problem(&Problem{Path: j.src.path, Reason: fmt.Sprintf("record %d (%s): %v; skipped", rec.N, rec.URL, err)})
			continue
		}
		a.Source = j.src.path + "#" + strconv.Itoa(rec.N)
		r.finish(a)
		warn(a)
		j.article(a)
	}
}

// recordPage makes an article of a record; errNoPage if it is not to be one. Text is
// read into the given buffer.
func (r *Reader) recordPage(rec *warc.Record, text *bytes.Buffer) (*Article, error) {
	kind, body, err := content(rec)
	if err != nil {
		return nil, err
	}
	media, _, err := mime.ParseMediaType(kind)
	if err != nil {
		media, _, _ = strings.Cut(strings.ToLower(kind), ";")
	}
	page, buf := r.webPage, &bytes.Buffer{}
	switch strings.TrimSpace(media) {
	case "text/html", "application/xhtml+xml":
	case "text/plain":
		page, buf = r.textPage, text // of which it keeps nothing
	default:
		return nil, errNoPage
	}
	data, err := limited(body, buf)
	if err != nil {
		return nil, err
	}
	a, err := page(data, kind, rec.URL)
	switch {
	case err != nil:
		return nil, err
	case !hasParagraph(a): // a crawl has many overviews
		return nil, errors.New("holds no article")
	}
	if tags := rec.Header["warc-identified-content-language"]; tags != "" && a.Language == "" {
		a.Language = language(tags)
	}
	if a.Published == "" && len(rec.Date) >= dayLen {
		a.Warnings = append(a.Warnings, "fetched on "+cleanLine(rec.Date[:dayLen]))
	}
	return a, nil
}

func hasParagraph(a *Article) bool {
	return slices.ContainsFunc(a.Body, func(b Block) bool { return b.Kind == Paragraph })
}

// content is the type and the content of a record: of an HTTP response what
// the server sent, of a resource or conversion the block itself.
func content(rec *warc.Record) (kind string, body io.Reader, err error) {
	if rec.Header["warc-segment-number"] != "" && rec.Header["warc-segment-number"] != "1" {
		return "", nil, errNoPage
	}
	if !strings.HasPrefix(rec.URL, "http") {
		return "", nil, errNoPage // of DNS, or a log that the crawler keeps
	}
	kind = rec.Header["content-type"]
	switch rec.Type {
	case "resource", "conversion":
		return kind, rec.Block, nil
	case "response":
	default:
		return "", nil, errNoPage
	}
	if !strings.HasPrefix(strings.ToLower(kind), "application/http") {
		return "", nil, errNoPage
	}
	res, err := warc.ReadResponse(rec.Block)
	switch {
	case res != nil && res.Status != 200 && res.Status != 203:
		return "", nil, errNoPage
	case err != nil:
		return "", nil, err
	}
	return res.Header["content-type"], res.Body, nil
}

// limited is the whole of a page of at most maxLine, in the buffer.
func limited(in io.Reader, buf *bytes.Buffer) ([]byte, error) {
	buf.Reset()
	if _, err := buf.ReadFrom(io.LimitReader(in, maxLine+1)); err != nil {
		return nil, fmt.Errorf("cannot be read to its end: %w", err)
	}
	if buf.Len() > maxLine {
		return nil, fmt.Errorf("is longer than %d MB", maxLine>>20)
	}
	return buf.Bytes(), nil
}

// textPage makes an article of the text of a page, as in WET.
func (r *Reader) textPage(data []byte, _, address string) (*Article, error) {
	p, err := r.pages()
	if err != nil {
		return nil, err
	}
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	pg := p.take(text, address)
	defer pg.leave()
	r.dropped(pg.lines)
	return pg.a, nil
}

// dropped tells which lines were left out as furniture.
func (r *Reader) dropped(lines []line) {
	if r.opts.Dropped == nil || len(r.opts.PseudonymKey) > 0 {
		return
	}
	for i := range lines {
		switch lines[i].kind {
		case lineNoise, lineBox, linePlayer:
			r.opts.Dropped(lines[i].text)
		}
	}
}

func looksLikeWARC(head []byte) bool { return bytes.HasPrefix(head, []byte("WARC/")) }
