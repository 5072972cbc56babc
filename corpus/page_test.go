package corpus

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// gold is what a reader finds in a page.
type gold struct {
	Fields     map[string]any
	Contain    []string
	NotContain []string
	NotLines   []string
	Optional   []string
	Comments   []goldComment
}

type goldComment struct {
	N      int    `json:"n"`
	Author string `json:"author"`
	Date   string `json:"date"`
	Title  string `json:"title"`
	Text   string `json:"text"`
}

func readGold(t *testing.T, path string) gold {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var g gold
	var lists struct {
		Contain    []string      `json:"body_must_contain"`
		NotContain []string      `json:"body_must_not_contain"`
		NotLines   []string      `json:"body_must_not_contain_lines"`
		Optional   []string      `json:"optional_captions"`
		Comments   []goldComment `json:"comments"`
	}
	if err := json.Unmarshal(data, &lists); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &g.Fields); err != nil {
		t.Fatal(err)
	}
	g.Contain, g.NotContain, g.NotLines = lists.Contain, lists.NotContain, lists.NotLines
	g.Optional, g.Comments = lists.Optional, lists.Comments
	return g
}

// accepts tells whether got is the gold answer for a field or another one that
// is right.
func (g gold) accepts(field string, got any) bool {
	answers := []any{g.Fields[field]}
	if more, ok := g.Fields["accept_"+field].([]any); ok {
		answers = append(answers, more...)
	}
	return slices.ContainsFunc(answers, func(want any) bool { return canonical(field, want) == canonical(field, got) })
}

// canonical makes two answers comparable.
func canonical(field string, v any) string {
	switch v := v.(type) {
	case string:
		v = squeeze(v)
		if field == "section" {
			v = strings.ToLower(v)
		}
		if field == "published" || field == "updated" {
			v = Date(v).Day()
		}
		return v
	case []any:
		var items []string
		for _, item := range v {
			items = append(items, squeeze(item.(string)))
		}
		slices.Sort(items)
		return strings.Join(items, "|")
	case nil:
		return ""
	}
	out, _ := json.Marshal(v)
	return string(out)
}

// parse makes an article of a page. The address is that at which it was
// fetched, empty if unknown.
func (p *pageParser) parse(text, address string) *Article {
	pg := p.take(text, address)
	defer pg.leave()
	return pg.a
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestPages reads every page beside its gold file and compares field by field.
func TestPages(t *testing.T) {
	golds, err := filepath.Glob("testdata/pages/*.gold.json")
	if err != nil || len(golds) < 16 {
		t.Fatalf("%d gold files, error %v", len(golds), err)
	}
	for _, path := range golds {
		name := strings.TrimSuffix(path, ".gold.json")
		t.Run(filepath.Base(name), func(t *testing.T) {
			a := readOne(t, name+".txt")
			checkPage(t, readGold(t, path), a)
		})
	}
}

// readOne reads a file that holds one article.
func readOne(t *testing.T, path string) *Article {
	t.Helper()
	var out *Article
	for a, err := range ReadFile(context.Background(), File{Path: path}, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if out != nil {
			t.Fatal("more than one article")
		}
		out = a
	}
	if out == nil {
		t.Fatal("no article")
	}
	return out
}

func checkPage(t *testing.T, g gold, a *Article) {
	t.Helper()
	data, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	for _, field := range []string{"outlet", "section", "kicker", "title", "lead", "published", "publishedFrom", "year", "updated", "authors", "agencies", "commentsTotal"} {
		if !g.accepts(field, got[field]) {
			t.Errorf("%s: %v, want %v", field, got[field], g.Fields[field])
		}
	}
	checkCaptions(t, g, a)
	checkBody(t, g, a)
	checkComments(t, g, a)
}

func checkCaptions(t *testing.T, g gold, a *Article) {
	t.Helper()
	var want, got []string
	if list, ok := g.Fields["captions"].([]any); ok {
		for _, c := range list {
			want = append(want, squeeze(c.(string)))
		}
	}
	for _, b := range a.Body {
		if b.Kind == Caption && !slices.Contains(g.Optional, b.Text) {
			got = append(got, b.Text)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("captions: %q, want %q", got, want)
	}
}

func checkBody(t *testing.T, g gold, a *Article) {
	t.Helper()
	body := a.BodyText()
	for _, s := range g.Contain {
		if !strings.Contains(body, squeeze(s)) {
			t.Errorf("body lost: %q", s)
		}
	}
	for _, s := range g.NotContain {
		if strings.Contains(body, squeeze(s)) {
			t.Errorf("in the body: %q", s)
		}
	}
	for _, s := range g.NotLines {
		if slices.Contains(strings.Split(body, BlockGap), squeeze(s)) {
			t.Errorf("a block of the body: %q", s)
		}
	}
}

func checkComments(t *testing.T, g gold, a *Article) {
	t.Helper()
	var got []goldComment
	for _, c := range a.Comments {
		got = append(got, goldComment{N: c.N, Author: c.Author, Date: c.Date.Day(), Title: c.Title, Text: squeeze(c.Text)})
	}
	if !slices.Equal(got, g.Comments) {
		t.Errorf("comments:\n%+v\nwant\n%+v", got, g.Comments)
	}
}

// TestPagesWithoutEmptyLines reads the pages as scrapers leave them that drop
// empty lines, or put one behind every line.
func TestPagesWithoutEmptyLines(t *testing.T) {
	paths, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d pages, error %v", len(paths), err)
	}
	p := testParser(t)
	for _, path := range paths {
		g := readGold(t, strings.TrimSuffix(path, ".txt")+".gold.json")
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, l := range p.splitLines(string(data), p.room()) {
			lines = append(lines, l.text)
		}
		for _, end := range []string{"\n", "\n\n"} {
			a := p.parse(strings.Join(lines, end), "")
			for field, got := range map[string]string{"outlet": a.Outlet, "section": a.Section, "published": string(a.Published)} {
				if got != "" && !g.accepts(field, got) || got == "" && !g.accepts(field, nil) {
					t.Errorf("%s with %q: %s %q, want %v", filepath.Base(path), end, field, got, g.Fields[field])
				}
			}
			if len(a.Comments) != len(g.Comments) {
				t.Errorf("%s with %q: %d comments, want %d", filepath.Base(path), end, len(a.Comments), len(g.Comments))
			}
		}
	}
}

// TestPageWithoutTitle reads a page that begins with a paragraph, and has an
// author.
func TestPageWithoutTitle(t *testing.T) {
	first := strings.Repeat("Der Bus fährt nicht mehr. ", 10)
	a := testParser(t).parse(first+"\n\nVon Ada Muster\n\n"+first, "")
	if a.Title != "" || len(a.Body) != 2 || !slices.Equal(a.Authors, []string{"Ada Muster"}) {
		t.Errorf("title %q, %d blocks, authors %q", a.Title, len(a.Body), a.Authors)
	}
}
