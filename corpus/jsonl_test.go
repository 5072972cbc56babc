package corpus

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// readText reads a file of that name and content.
func readText(t *testing.T, name, content string) (articles []*Article, problems []string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	for a, err := range ReadFile(context.Background(), File{Path: path}, Options{}) {
		var p *Problem
		switch {
		case errors.As(err, &p):
			problems = append(problems, strings.TrimPrefix(p.Error(), path))
		case err != nil:
			t.Fatal(err)
		default:
			articles = append(articles, a)
		}
	}
	return articles, problems
}

func TestLinesPlainForm(t *testing.T) {
	articles, problems := readText(t, "a.jsonl", `{"id":"x1","url":"https://www.spiegel.de/a","outlet":"spiegel.de","date":"2019-05-08T14:00:17","title":" Ein  Titel ","body":"Erster Absatz.\n\nZweiter\u00a0Absatz.","comments":[{"id":"7","parent":null,"author":"leser","date":"2019-05-08","title":null,"text":""},{"id":"8","parent":"7","author":"nick","date":null,"title":"Nein","text":"Gar nicht.\n\nWirklich."}]}`)
	if len(problems) > 0 || len(articles) != 1 {
		t.Fatalf("%d articles, problems %q", len(articles), problems)
	}
	a := articles[0]
	want := &Article{
		ID: "x1", Source: a.Source, URL: "https://www.spiegel.de/a", Outlet: "Der Spiegel", Title: "Ein Titel",
		Published: "2019-05-08T14:00", PublishedFrom: FromMetadata, Language: "de",
		Body:     []Block{{Kind: Paragraph, Text: "Erster Absatz."}, {Kind: Paragraph, Text: "Zweiter Absatz."}},
		Comments: []Comment{{N: 1, ID: "8", Author: "nick", Title: "Nein", Text: "Gar nicht.\nWirklich.", Parent: "7"}},
	}
	if !reflect.DeepEqual(a, want) || !strings.HasSuffix(a.Source, "a.jsonl#1") {
		t.Errorf("got %+v\nwant %+v", a, want)
	}
}

func TestLinesBodyWithoutHead(t *testing.T) {
	articles, problems := readText(t, "a.jsonl", `{"title":"Ein Titel","body":"Ein Titel\nStand: 06.05.2025 21:16 Uhr\nErster Absatz.\nStand: heute\nZweiter\nDritter\nEin Titel"}`)
	if len(problems) > 0 || len(articles) != 1 {
		t.Fatalf("problems %q", problems)
	}
	if got, want := articles[0].BodyText(), strings.Join([]string{"Erster Absatz.", "Stand: heute", "Zweiter", "Dritter", "Ein Titel"}, BlockGap); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLinesRoundTrip(t *testing.T) {
	total := 91
	want := &Article{
		ID: "a1", Source: "x#3", URL: "https://example.org/a", Outlet: "Deutsche Welle", Section: "Politik", Kicker: "Kicker", Title: "Titel & <b>",
		Lead: "Vorspann.", Published: "2017-12-18", PublishedFrom: FromDateline, Updated: "2017-12-19T08:00", Authors: []string{"kle"},
		Agencies: []string{"afp"}, Language: "de", CommentsTotal: &total, Warnings: []string{"no outlet found"},
		Body:     []Block{{Kind: Heading, Text: "Zwei"}, {Kind: ListItem, Text: "Punkt"}, {Kind: Caption, Text: "Bild", Credit: "dpa"}},
		Comments: []Comment{{N: 1, ID: "c1", Author: "nick", Date: "2015-09-20", Title: "Wow", Text: "Text", Parent: "c0"}},
	}
	line, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	articles, problems := readText(t, "a.jsonl", string(line)+"\n")
	if len(problems) > 0 || len(articles) != 1 || !reflect.DeepEqual(articles[0], want) {
		t.Errorf("problems %q, got %+v", problems, articles)
	}
}

func TestMarshalUnknown(t *testing.T) {
	got, err := json.Marshal(&Article{ID: "a"})
	if err != nil {
		t.Fatal(err)
	}
	want := `{"id":"a","source":null,"url":null,"outlet":null,"section":null,"kicker":null,"title":null,"lead":null,"published":null,"publishedPrecision":null,"publishedFrom":null,"year":null,"updated":null,"authors":[],"agencies":[],"language":null,"body":[],"comments":[],"commentsTotal":null,"warnings":[]}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestLinesProblems(t *testing.T) {
	good := `{"id":"g","title":"T"}`
	for _, c := range []struct{ in, want string }{
		{`{"id":"x","title":5}`, `:2: member "title" must be a string, not a number`},
		{`{"id":"x","authors":"A"}`, `:2: member "authors" must be an array, not a string`},
		{`{"id":"x","body":7}`, `:2: member "body" must be a string or an array, not a number`},
		{`{"id":"x","comments":[{"text":[]}]}`, `:2: member "comments.text" must be a string, not an array`},
		{`{"id":"x","commentsTotal":"9"}`, `:2: member "commentsTotal" must be a number, not a string`},
		{`{"id":"x","commentsTotal":1.5}`, `:2: member "commentsTotal" must be a whole number, not 1.5`},
		{`{"id":"x","title":"abgeschn`, `:2: the JSON ends too early: the line is cut off`},
		{`{"id":"x",}`, `:2: is not valid JSON at byte 10: `},
		{`["a"]`, `:2: is no JSON object`},
		{`{"id":"x"} {"id":"y"}`, `:2: is not valid JSON: more than one value in the line`},
		{`null`, `:2: is no JSON object`},
	} {
		articles, problems := readText(t, "a.jsonl", good+"\n"+c.in+"\n\n"+good+"\n")
		if len(articles) != 2 || len(problems) != 1 || !strings.HasPrefix(problems[0], c.want) {
			t.Errorf("%s: %d articles, problems %q, want %q", c.in, len(articles), problems, c.want)
		}
	}
}

func TestLinesNamesUnknownMembersOnce(t *testing.T) {
	articles, problems := readText(t, "a.jsonl", `{"id":"1","foo":1,"bar":{"a":[1]}}`+"\n"+`{"id":"2","foo":2,"title":"T"}`+"\n")
	if len(problems) > 0 || len(articles) != 2 {
		t.Fatalf("problems %q", problems)
	}
	if want := []string{`unknown member "foo" ignored`, `unknown member "bar" ignored`}; !reflect.DeepEqual(articles[0].Warnings, want) {
		t.Errorf("got %q, want %q", articles[0].Warnings, want)
	}
	if len(articles[1].Warnings) > 0 || articles[1].Title != "T" {
		t.Errorf("second article: %+v", articles[1])
	}
}

func TestLinesLongLine(t *testing.T) {
	long := `{"id":"long","title":"` + strings.Repeat("x", maxLine) + `"}`
	articles, problems := readText(t, "a.jsonl", `{"id":"1"}`+"\n"+long+"\n"+`{"id":"3"}`)
	if len(articles) != 2 || articles[1].ID != "3" || len(problems) != 1 || problems[0] != ":2: is longer than 32 MB; skipped" {
		t.Errorf("%d articles, problems %q", len(articles), problems)
	}
}

func zipped(t *testing.T, s string) string {
	t.Helper()
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

func TestGzip(t *testing.T) {
	whole := zipped(t, strings.Repeat(`{"id":"1","title":"Ein Titel"}`+"\n", 5000))
	articles, problems := readText(t, "a.jsonl.gz", whole)
	if len(articles) != 5000 || len(problems) > 0 {
		t.Errorf("whole: %d articles, problems %q", len(articles), problems)
	}
	_, problems = readText(t, "a.jsonl.gz", whole[:len(whole)-9])
	if len(problems) != 1 || !strings.Contains(problems[0], "the gzip stream is cut short") {
		t.Errorf("cut: problems %q", problems)
	}
	_, problems = readText(t, "a.jsonl.gz", "\x1f\x8bnonsense")
	if len(problems) != 1 || !strings.Contains(problems[0], "is no valid gzip file") {
		t.Errorf("nonsense: problems %q", problems)
	}
}

func TestUnreadableContent(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"a.txt", "", ": is empty"},
		{"a.txt", "\n \n", ": holds no article"},
		{"a.txt", "PK\x03\x04\x00\x00\x00", ": is a binary file; skipped"},
		{"a.jsonl", "\x00\x01\x02", ": is a binary file; skipped"},
		{"a.css", "p { color: red }", ": is in no format that can be read; skipped"},
		{"empty.jsonl.gz", "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff\x01\x00\x00\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00", ": is empty"},
	} {
		articles, problems := readText(t, c.name, c.content)
		if len(articles) > 0 || len(problems) != 1 || problems[0] != c.want {
			t.Errorf("%s %q: %d articles, problems %q, want %q", c.name, c.content, len(articles), problems, c.want)
		}
	}
}

func TestReadStopsWithContext(t *testing.T) {
	root := writeTree(t, map[string]string{"a.jsonl": `{"id":"1"}` + "\n" + `{"id":"2"}` + "\n", "b.jsonl": `{"id":"3"}` + "\n"})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var ids []string
	var last error
	for a, err := range Read(ctx, []string{root}, Options{}) {
		if err != nil {
			last = err
			continue
		}
		ids = append(ids, a.ID)
		cancel()
	}
	if len(ids) != 1 || !errors.Is(last, context.Canceled) {
		t.Errorf("articles %q, error %v", ids, last)
	}
}

func TestReadOptions(t *testing.T) {
	root := writeTree(t, map[string]string{"a.jsonl": `{"id":"1","outlet":"mein.blog","comments":[{"author":"nick","text":"a"},{"author":"nick","text":"b"},{"author":"","text":"c"}]}` + "\n"})
	outlets, err := NewOutlets(strings.NewReader("Mein Blog\tblog\tmein.blog\n"))
	if err != nil {
		t.Fatal(err)
	}
	var seen int64
	for a, err := range Read(context.Background(), []string{root}, Options{Outlets: outlets, PseudonymKey: []byte("key"), Progress: func(n int64) { seen += n }}) {
		if err != nil {
			t.Fatal(err)
		}
		first, second, none := a.Comments[0].Author, a.Comments[1].Author, a.Comments[2].Author
		if a.Outlet != "Mein Blog" || first != second || !strings.HasPrefix(first, "Leser-") || none != "" {
			t.Errorf("outlet %q, authors %q %q %q", a.Outlet, first, second, none)
		}
	}
	info, err := os.Stat(filepath.Join(root, "a.jsonl"))
	if err != nil || seen != info.Size() {
		t.Errorf("progress %d bytes, error %v", seen, err)
	}
}
