package corpus

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// columnNames are the members of an article that a table may hold, with the
// names of columns that mean them, in lower case.
func columnNames() map[string][]string {
	return map[string][]string{
		"id":       {"id", "article_id", "artikel_id", "nr", "doc_id"},
		"url":      {"url", "link", "adresse", "permalink", "article_url"},
		"outlet":   {"outlet", "medium", "zeitung", "quelle", "source", "publisher", "domain", "site", "newspaper", "media"},
		"date":     {"date", "datum", "published", "published_at", "publish_date", "publication_date", "date_published", "pubdate", "erschienen", "erscheinungsdatum", "veröffentlicht", "timestamp", "created_at"},
		"updated":  {"updated", "updated_at", "modified", "date_modified", "aktualisiert"},
		"title":    {"title", "titel", "headline", "überschrift", "ueberschrift", "schlagzeile"},
		"kicker":   {"kicker", "dachzeile"},
		"lead":     {"lead", "vorspann", "teaser", "description", "beschreibung", "summary", "abstract", "subtitle", "untertitel"},
		"body":     {"body", "text", "content", "inhalt", "volltext", "fulltext", "full_text", "article", "artikel", "maintext"},
		"section":  {"section", "ressort", "rubrik", "category", "kategorie"},
		"author":   {"author", "authors", "autor", "autoren", "autorin", "verfasser", "byline"},
		"language": {"language", "lang", "sprache"},
	}
}

// ColumnMembers are the members that Options.Columns may name, in order.
func ColumnMembers() []string { return slices.Sorted(maps.Keys(columnNames())) }

// readCSV reads a table with a header, an article a row.
func (r *Reader) readCSV(j *job) {
	limit := &ration{in: j.src.in}
	limit.refill()
	in := csv.NewReader(limit)
	in.Comma, in.LazyQuotes, in.FieldsPerRecord, in.ReuseRecord = delimiter(j.src.head()), true, -1, true
	header, err := in.Read()
	if err != nil {
		j.problem(tableProblem(j.src, in, err))
		return
	}
	members, err := r.columns(header)
	if err != nil {
		j.problem(&Problem{Path: j.src.path, Line: 1, Reason: err.Error()})
		return
	}
	for j.alive() {
		limit.refill()
		row, err := in.Read()
		var syntax *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return
		case errors.As(err, &syntax) && !errors.Is(err, errLong):
			j.problem(&Problem{Path: j.src.path, Line: syntax.StartLine, Reason: "is no row of a table", Err: syntax.Err})
			continue
		case err != nil:
			j.problem(tableProblem(j.src, in, err))
			return
		}
		line, _ := in.FieldPos(0)
		if len(row) > len(members) {
			j.problem(&Problem{Path: j.src.path, Line: line, Reason: fmt.Sprintf("has %d fields, but the header has %d; skipped", len(row), len(members))})
			continue
		}
		a, err := rowArticle(members, row)
		switch {
		case err != nil:
			j.problem(&Problem{Path: j.src.path, Line: line, Reason: err.Error()})
			continue
		case a.empty():
			j.problem(&Problem{Path: j.src.path, Line: line, Reason: "has neither title nor text; skipped"})
			continue
		}
		a.Source = j.src.path + "#" + strconv.Itoa(line)
		r.finish(a)
		j.article(a)
	}
}

func tableProblem(src *source, in *csv.Reader, err error) *Problem {
	if errors.Is(err, io.EOF) {
		return &Problem{Path: src.path, Reason: "has no header"}
	}
	line, _ := in.FieldPos(0)
	return src.problem(line, err)
}

// delimiter is the sign that stands most often in the header.
func delimiter(head []byte) rune {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	best := ','
	for _, sign := range "\t;|" {
		if bytes.Count(line, []byte(string(sign))) > bytes.Count(line, []byte(string(best))) {
			best = sign
		}
	}
	return best
}

// columns gives each column the member that it holds, "" if none.
func (r *Reader) columns(header []string) ([]string, error) {
	members := make([]string, len(header))
	known := map[string]string{}
	for member, names := range columnNames() {
		for _, name := range names {
			known[name] = member
		}
	}
	for member, name := range r.opts.Columns {
		maps.DeleteFunc(known, func(_, m string) bool { return m == member })
		known[fold(name)] = member
	}
	taken := map[string]bool{}
	for i, name := range header {
		member := known[fold(strings.TrimPrefix(name, bom8))]
		if member != "" && !taken[member] {
			members[i], taken[member] = member, true
		}
	}
	for member, name := range r.opts.Columns {
		if !taken[member] {
			return nil, fmt.Errorf("the header has no column %q for %s", name, member)
		}
	}
	if !taken["title"] && !taken["body"] {
		return nil, fmt.Errorf("no column of the header is known to hold a title or a text: %s; name them by --columns", shorten(strings.Join(header, ", ")))
	}
	return members, nil
}

// rowArticle makes an article of a row.
func rowArticle(members, row []string) (*Article, error) {
	a := &Article{}
	for i, value := range row {
		text, err := decode([]byte(value))
		if err != nil {
			return nil, err
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		a.setColumn(members[i], text)
	}
	a.Body = withoutHead(a)
	return a, nil
}

// setColumn sets the member that a column holds.
func (a *Article) setColumn(member, text string) {
	if member != "id" && member != "url" {
		text = references(text)
	}
	line := cleanLine(text)
	switch member {
	case "id":
		a.ID = line
	case "url":
		a.URL = line
	case "outlet":
		a.Outlet = line
	case "date":
		if a.Published = parseDate(line); a.Published != "" {
			a.PublishedFrom = FromMetadata
		} else {
			a.Warnings = append(a.Warnings, fmt.Sprintf("column %q: %q is no date", member, shorten(line)))
		}
	case "updated":
		a.Updated = parseDate(line)
	case "title":
		a.Title = line
	case "kicker":
		a.Kicker = line
	case "lead":
		a.Lead = line
	case "body":
		a.Body = textBlocks(text)
	case "section":
		a.Section = line
	case "author":
		for author := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == ';' || r == '|' }) {
			if author = strings.TrimSpace(author); author != "" {
				a.Authors = append(a.Authors, author)
			}
		}
	case "language":
		a.Language = language(line)
	}
}

// looksLikeTable tells a header with columns that are known, for tables without
// a name.
func looksLikeTable(head []byte) bool {
	line, _, more := bytes.Cut(head, []byte("\n"))
	columns := strings.Split(fold(strings.ReplaceAll(string(line), `"`, "")), string(delimiter(head)))
	names, found := columnNames(), 0
	for _, c := range columns {
		for _, known := range names {
			if slices.Contains(known, strings.TrimSpace(c)) {
				found++
			}
		}
	}
	return more && found >= 2 && found*2 >= len(columns)
}
