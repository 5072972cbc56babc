package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"presseschau/corpus"
)

// open opens a new archive in a folder of the test.
func open(t testing.TB) *Archive {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "archive.sqlite"))
}

func openAt(t testing.TB, path string) *Archive {
	t.Helper()
	a, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func short(id, title string) Record {
	return Record{Article: &corpus.Article{ID: id, Title: title}}
}

// brief writes changes as "3+a 4-b": number, deleted or not, id; a "!" follows
// where an earlier version was handed out.
func brief(changes []Change) string {
	var parts []string
	for _, c := range changes {
		sign, old := "+", ""
		if c.Record == nil {
			sign = "-"
		}
		if c.Old {
			old = "!"
		}
		parts = append(parts, fmt.Sprintf("%d%s%s%s", c.Seq, sign, c.ID, old))
	}
	return strings.Join(parts, " ")
}

func TestRecordsComeBackAsTheyWerePut(t *testing.T) {
	a := open(t)
	r := rand.New(rand.NewPCG(1, 2))
	var records []Record
	for i := range 200 {
		records = append(records, randomRecord(r, fmt.Sprintf("id-%d", i)))
	}
	changes := must[[]Change](t)(a.Put(t.Context(), records))
	if len(changes) != len(records) {
		t.Fatalf("%d changes of %d records", len(changes), len(records))
	}
	for i, c := range must[[]Change](t)(a.Changes(t.Context(), 0, 1000)) {
		want := Record{Article: records[i].Article, Mentions: inOrder(records[i].Mentions)}
		if c.ID != want.Article.ID || !reflect.DeepEqual(*c.Record, want) {
			t.Fatalf("change %d: %+v, %+v; want %+v", i, *c.Record.Article, c.Record.Mentions, want)
		}
		if got := must[*Record](t)(a.Record(t.Context(), c.ID)); !reflect.DeepEqual(got, c.Record) {
			t.Fatalf("Record(%s) = %+v; want %+v", c.ID, got, c.Record)
		}
	}
	if err := a.Check(t.Context()); err != nil {
		t.Error(err)
	}
	again := must[[]Change](t)(a.Put(t.Context(), records))
	if len(again) != 0 {
		t.Errorf("putting the same again changes %s", brief(again))
	}
}

// randomRecord makes a record with every member filled or empty by chance.
func randomRecord(r *rand.Rand, id string) Record {
	word := func() string {
		return []string{"", "", "Ä", "zwei Wörter", "\"'\\;--", "\n\n", "x\x00y", "🙂 " + fmt.Sprint(r.Int())}[r.IntN(8)]
	}
	words := func() (list []string) {
		for range r.IntN(3) {
			list = append(list, word())
		}
		return list
	}
	a := &corpus.Article{ID: id, Source: word(), URL: word(), Outlet: word(), Section: word(), Kicker: word(), Title: word(),
		Lead: word(), Published: corpus.Date(word()), PublishedFrom: corpus.Origin(word()), Updated: corpus.Date(word()),
		Authors: words(), Agencies: words(), Language: word(), Warnings: words()}
	kinds := []corpus.BlockKind{corpus.Paragraph, corpus.Heading, corpus.ListItem, corpus.Caption}
	for range r.IntN(6) {
		a.Body = append(a.Body, corpus.Block{Kind: kinds[r.IntN(4)], Text: word(), Credit: word()})
	}
	for i := range r.IntN(4) {
		a.Comments = append(a.Comments, corpus.Comment{N: 1 + (7*i)%5, ID: word(), Author: word(), Date: corpus.Date(word()),
			Title: word(), Text: word(), Parent: word()})
	}
	if r.IntN(2) == 0 {
		n := r.IntN(3)
		a.CommentsTotal = &n
	}
	record := Record{Article: a}
	for range r.IntN(8) {
		n, start := r.IntN(5), r.IntN(50)
		record.Mentions = append(record.Mentions, corpus.Mention{
			Actor:   corpus.Actor{ID: fmt.Sprintf("person:%d", n), Name: fmt.Sprintf("Person %d", n), Type: corpus.Person},
			Comment: r.IntN(2), Field: []corpus.Field{corpus.TitleField, corpus.LeadField, corpus.BodyField}[r.IntN(3)],
			Start: start, End: start + 1 + r.IntN(9)})
	}
	return record
}

func TestChangesAreNumberedOnce(t *testing.T) {
	a, ctx := open(t), t.Context()
	put := func(records ...Record) func() ([]Change, error) {
		return func() ([]Change, error) { return a.Put(ctx, records) }
	}
	remove := func(ids ...string) func() ([]Change, error) {
		return func() ([]Change, error) { return a.Delete(ctx, ids) }
	}
	for i, step := range []struct {
		do   func() ([]Change, error)
		want string // what this step changed
		all  string // Changes after it
	}{
		{put(short("a", "1"), short("b", "1")), "1+a 2+b", "1+a 2+b"},
		{put(short("a", "1")), "", "1+a 2+b"},
		{put(short("a", "2"), short("c", "1")), "3+a! 4+c", "2+b 3+a! 4+c"},
		{put(short("d", "1"), short("d", "2")), "5+d", "2+b 3+a! 4+c 5+d"},
		{remove("b", "x", "b"), "6-b!", "3+a! 4+c 5+d 6-b!"},
		{remove("b"), "", "3+a! 4+c 5+d 6-b!"},
		{put(short("b", "1")), "7+b!", "3+a! 4+c 5+d 7+b!"},
		{remove("a", "b", "c", "d"), "8-a! 9-b! 10-c! 11-d!", "8-a! 9-b! 10-c! 11-d!"},
		{put(short("e", "1")), "12+e", "8-a! 9-b! 10-c! 11-d! 12+e"},
	} {
		got, err := step.do()
		if err != nil || brief(got) != step.want {
			t.Fatalf("step %d changes %q, %v; want %q", i, brief(got), err, step.want)
		}
		if all := brief(must[[]Change](t)(a.Changes(ctx, 0, 100))); all != step.all {
			t.Fatalf("after step %d the changes are %q; want %q", i, all, step.all)
		}
	}
	for _, c := range []struct {
		after int64
		limit int
		want  string
	}{{0, 2, "8-a! 9-b!"}, {9, 2, "10-c! 11-d!"}, {10, 2, "11-d! 12+e"}, {12, 2, ""}, {99, 2, ""}} {
		if got := brief(must[[]Change](t)(a.Changes(ctx, c.after, c.limit))); got != c.want {
			t.Errorf("Changes(%d, %d) = %q; want %q", c.after, c.limit, got, c.want)
		}
	}
	if last := must[int64](t)(a.LastSeq(ctx)); last != 12 {
		t.Errorf("the last change is %d; want 12", last)
	}
}

func TestHeads(t *testing.T) {
	a, ctx := open(t), t.Context()
	putin := corpus.Actor{ID: "person:wladimir-putin", Name: "Wladimir Putin", Type: corpus.Person}
	nato := corpus.Actor{ID: "org:nato", Name: "NATO", Type: corpus.Org}
	eu := corpus.Actor{ID: "org:eu", Name: "Europäische Union", Type: corpus.Org}
	record := Record{
		Article: &corpus.Article{ID: "x/1?a=ä", URL: "https://x.de/1", Kicker: "Russland", Title: "Putin spricht", Lead: "Kurz.",
			Outlet: "taz", Section: "Politik", Published: "2015-09", Authors: []string{"kle"}, Agencies: []string{"dpa", "afp"}, Language: "fr-CH",
			Body:     []corpus.Block{{Kind: corpus.Caption, Text: "Bild"}, {Kind: corpus.Paragraph, Text: "Eins."}, {Kind: corpus.Paragraph, Text: "Zwei."}},
			Comments: []corpus.Comment{{N: 1, Text: "eins"}, {N: 2, Text: "zwei", Author: "B"}, {N: 4, Text: "vier"}}},
		Mentions: []corpus.Mention{
			{Actor: nato, Field: corpus.BodyField, Start: 1, End: 2}, {Actor: putin, Field: corpus.TitleField, Start: 10, End: 15},
			{Actor: nato, Field: corpus.BodyField, Start: 4, End: 5}, {Actor: eu, Comment: 1, Field: corpus.BodyField, Start: 0, End: 2},
			{Actor: corpus.Actor{ID: "state:usa", Name: "USA", Type: corpus.State}, Field: corpus.BodyField, Start: 6, End: 8, Passing: true},
		},
	}
	must[[]Change](t)(a.Put(ctx, []Record{short("y", "Y"), record}))
	want := []Head{
		{ID: "x/1?a=ä", URL: "https://x.de/1", Kicker: "Russland", Title: "Putin spricht", Lead: "Kurz.", Body: "Eins.\n\nZwei.",
			Outlet: "taz", Section: "Politik", Published: "2015-09", Authors: []string{"kle"}, Agencies: []string{"dpa", "afp"}, Language: "fr-CH",
			Actors: []corpus.Actor{putin, nato}, CommentCount: 3,
			Comments: []corpus.Comment{{N: 2, Text: "zwei", Author: "B"}, {N: 4, Text: "vier"}}},
		{ID: "y", Title: "Y"},
	}
	refs := []Ref{{ID: "x/1?a=ä", Comments: []int{4, 2, 3, 2}}, {ID: "gone"}, {ID: "y", Comments: []int{1}}}
	if got := must[[]Head](t)(a.Heads(ctx, refs)); !reflect.DeepEqual(got, want) {
		t.Errorf("Heads = %+v; want %+v", got, want)
	}
	if got := must[[]Head](t)(a.Heads(ctx, nil)); len(got) != 0 {
		t.Errorf("Heads of nothing = %+v", got)
	}
	reader := must[*Archive](t)(OpenReadOnly(ctx, a.path))
	defer reader.Close()
	if got := must[[]Head](t)(reader.Heads(ctx, refs)); !reflect.DeepEqual(got, want) {
		t.Errorf("read-only Heads = %+v; want %+v", got, want)
	}
}

func TestRenamedActor(t *testing.T) {
	a, ctx := open(t), t.Context()
	for _, name := range []string{"Twitter", "X"} {
		r := short("a", "1")
		r.Mentions = []corpus.Mention{{Actor: corpus.Actor{ID: "org:x", Name: name, Type: corpus.Org}, Field: corpus.TitleField, End: 1}}
		must[[]Change](t)(a.Put(ctx, []Record{r}))
		got := must[[]Head](t)(a.Heads(ctx, []Ref{{ID: "a"}}))
		if len(got) != 1 || len(got[0].Actors) != 1 || got[0].Actors[0].Name != name {
			t.Errorf("the actor is %+v; want the name %s", got, name)
		}
	}
}

func TestCountsAndMeta(t *testing.T) {
	a, ctx := open(t), t.Context()
	if got := must[Counts](t)(a.Counts(ctx)); got != (Counts{}) {
		t.Errorf("a new archive counts %+v", got)
	}
	full := Record{Article: &corpus.Article{ID: "a", Outlet: "taz", Published: "2015", Comments: []corpus.Comment{{N: 1}, {N: 2}}}}
	must[[]Change](t)(a.Put(ctx, []Record{full, short("b", ""), short("c", "")}, Source{Path: "p"}))
	must[[]Change](t)(a.Delete(ctx, []string{"c"}))
	want := Counts{Articles: 2, Comments: 2, WithoutDate: 1, WithoutOutlet: 1, Sources: 1}
	if got := must[Counts](t)(a.Counts(ctx)); got != want {
		t.Errorf("Counts = %+v; want %+v", got, want)
	}
	if _, ok, err := a.Meta(ctx, "k"); ok || err != nil {
		t.Errorf("Meta of nothing: %t, %v", ok, err)
	}
	for _, value := range []string{"1", "zwei"} {
		if err := a.SetMeta(ctx, "k", value); err != nil {
			t.Fatal(err)
		}
		if got, ok, err := a.Meta(ctx, "k"); got != value || !ok || err != nil {
			t.Errorf("Meta = %q, %t, %v; want %q", got, ok, err, value)
		}
	}
}

func TestErrors(t *testing.T) {
	a, ctx := open(t), t.Context()
	if _, err := a.Record(ctx, "x"); !errors.Is(err, ErrNotFound) || !strings.Contains(err.Error(), `"x"`) {
		t.Errorf("Record of nothing: %v", err)
	}
	wrong := Record{Article: &corpus.Article{ID: "w", Body: []corpus.Block{{Kind: "poem"}}}}
	if _, err := a.Put(ctx, []Record{short("a", ""), wrong}); err == nil || !strings.Contains(err.Error(), `"w"`) {
		t.Errorf("Put of an unknown block: %v", err)
	}
	for _, id := range []string{"", "a\x00", "\xff"} {
		if _, err := a.Put(ctx, []Record{short(id, "")}); err == nil {
			t.Errorf("Put of the id %q works", id)
		}
	}
	if last := must[int64](t)(a.LastSeq(ctx)); last != 0 {
		t.Errorf("a failed Put leaves %d changes", last)
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := a.Put(ended, []Record{short("a", "")}); !errors.Is(err, context.Canceled) {
		t.Errorf("Put in an ended context: %v", err)
	}
	reader := must[*Archive](t)(OpenReadOnly(ctx, a.path))
	defer reader.Close()
	if _, err := reader.Put(ctx, []Record{short("a", "")}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("Put into a read-only archive: %v", err)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir, ctx := t.TempDir(), t.Context()
	newer := filepath.Join(dir, "newer")
	if err := must[*Archive](t)(Open(ctx, newer)).Close(); err != nil {
		t.Fatal(err)
	}
	alter(t, newer, "PRAGMA user_version = 99")
	other := filepath.Join(dir, "other")
	alter(t, other, "CREATE TABLE notes (x)")
	text := filepath.Join(dir, "text")
	if err := os.WriteFile(text, []byte(strings.Repeat("no database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ path, want string }{
		{newer, "newer searchd"},
		{other, "not an archive"},
		{text, "not a database"},
		{filepath.Join(dir, "none", "x"), "open"},
	} {
		if _, err := Open(ctx, c.path); err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.path) {
			t.Errorf("Open(%s): %v; want %q", c.path, err, c.want)
		}
		if _, err := OpenReadOnly(ctx, c.path); err == nil {
			t.Errorf("OpenReadOnly(%s) works", c.path)
		}
	}
	if _, err := OpenReadOnly(ctx, filepath.Join(dir, "missing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("OpenReadOnly of a missing file: %v", err)
	}
}

// alter runs a statement on a database file.
func alter(t *testing.T, path, query string) {
	t.Helper()
	db := must[*sql.DB](t)(sql.Open("sqlite", path))
	defer db.Close()
	if _, err := db.Exec(query); err != nil {
		t.Fatal(err)
	}
}

func TestPathsWithMarks(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a b?c%41#ü&x=1.sqlite")
	a := openAt(t, path)
	must[[]Change](t)(a.Put(t.Context(), []Record{short("a", "")}))
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

// TestStopWithoutClosing copies the files as a killed process leaves them: the
// log holds what the file does not.
func TestStopWithoutClosing(t *testing.T) {
	dir, ctx := t.TempDir(), t.Context()
	a := openAt(t, filepath.Join(dir, "a"))
	must[[]Change](t)(a.Put(ctx, []Record{short("a", "1"), short("b", "1")}, Source{Path: "p", Done: 2}))
	for _, suffix := range []string{"", "-wal"} {
		data := must[[]byte](t)(os.ReadFile(filepath.Join(dir, "a"+suffix)))
		if err := os.WriteFile(filepath.Join(dir, "copy"+suffix), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	must[[]Change](t)(a.Put(ctx, []Record{short("c", "1")}))
	b := openAt(t, filepath.Join(dir, "copy"))
	if got := brief(must[[]Change](t)(b.Changes(ctx, 0, 10))); got != "1+a 2+b" {
		t.Errorf("the copy has %q; want what was put before it", got)
	}
	if s, ok, err := b.Source(ctx, "p"); s.Done != 2 || !ok || err != nil {
		t.Errorf("the copy's source is %+v, %t, %v", s, ok, err)
	}
	if err := b.Check(ctx); err != nil {
		t.Error(err)
	}
}

func TestCheckFindsDamage(t *testing.T) {
	ctx := t.Context()
	for _, c := range []struct{ damage, want string }{
		{"DELETE FROM comments WHERE n = 1", "comments are missing of article a"},
		{"UPDATE sequence SET last = 0", "numbered higher"},
		{"INSERT INTO deletions VALUES (9, 'a'); UPDATE sequence SET last = 9", "both there and deleted: a"},
		{"INSERT INTO comments (article, n, position, text) VALUES (77, 1, 0, '')", "refers to nothing in articles"},
	} {
		path := filepath.Join(t.TempDir(), "archive")
		a := openAt(t, path)
		r := Record{Article: &corpus.Article{ID: "a", Comments: []corpus.Comment{{N: 1}, {N: 2}}}}
		must[[]Change](t)(a.Put(ctx, []Record{r}))
		alter(t, path, c.damage)
		if err := a.Check(ctx); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Check after %s: %v; want %q", c.damage, err, c.want)
		}
	}
}

func TestCheckFindsFlippedBytes(t *testing.T) {
	path, ctx := filepath.Join(t.TempDir(), "archive"), t.Context()
	a := must[*Archive](t)(Open(ctx, path))
	var records []Record
	for i := range 300 {
		records = append(records, short(fmt.Sprintf("id-%d", i), strings.Repeat("Titel ", 20)))
	}
	must[[]Change](t)(a.Put(ctx, records))
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	data := must[[]byte](t)(os.ReadFile(path))
	const page = 4096 // bytes, as SQLite makes them
	for i := len(data) / 2; i < len(data)/2+2*page; i += 7 {
		data[i] ^= 0xff
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := Open(ctx, path)
	if err != nil {
		return // found at once
	}
	defer b.Close()
	if err := b.Check(ctx); err == nil {
		t.Error("Check finds nothing wrong")
	}
}

// TestReadersSeeWholeStates reads while a writer replaces an article again and
// again: title, body and comments must be of one version.
func TestReadersSeeWholeStates(t *testing.T) {
	a, ctx := open(t), t.Context()
	version := func(i int) Record {
		s := fmt.Sprint(i)
		return Record{Article: &corpus.Article{ID: "a", Title: s, Body: []corpus.Block{{Kind: corpus.Paragraph, Text: s}},
			Comments: []corpus.Comment{{N: 1, Text: s}}}}
	}
	must[[]Change](t)(a.Put(ctx, []Record{version(0)}))
	var wg sync.WaitGroup
	stop := make(chan struct{})
	for range 6 {
		wg.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				r, err := a.Record(ctx, "a")
				if err != nil || r.Article.BodyText() != r.Article.Title || r.Article.Comments[0].Text != r.Article.Title {
					t.Errorf("read %+v, %v", r, err)
					return
				}
				if _, err := a.Heads(ctx, []Ref{{ID: "a", Comments: []int{1}}}); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for i := range 50 {
		must[[]Change](t)(a.Put(ctx, []Record{version(i + 1)}))
	}
	close(stop)
	wg.Wait()
}

func TestSources(t *testing.T) {
	a, ctx := open(t), t.Context()
	at := func(id, source string) Record {
		return Record{Article: &corpus.Article{ID: id, Source: source}}
	}
	ids := func(path string) string { return strings.Join(must[[]string](t)(a.SourceIDs(ctx, path)), " ") }
	one := Source{Path: "/x/one", Size: 10, ModTime: time.Unix(5, 123), Done: 2}
	two := Source{Path: "/x/two", Size: 20, ModTime: time.Unix(6, 0), Done: 1, Complete: true}
	must[[]Change](t)(a.Put(ctx, []Record{at("a", "/x/one#1"), at("b", "/x/one#2"), at("b", "/x/two"), at("c", "/x/two")}, one, two))
	one.Done, one.Complete = 3, true
	must[[]Change](t)(a.Put(ctx, []Record{at("d", "elsewhere"), {Article: &corpus.Article{ID: "e", Source: "/x/two"}, Source: "/x/one"}}, one))
	if got := must[[]Source](t)(a.Sources(ctx)); !reflect.DeepEqual(got, []Source{one, two}) {
		t.Errorf("Sources = %+v; want %+v, %+v", got, one, two)
	}
	if got, ok, err := a.Source(ctx, "/x/one"); got != one || !ok || err != nil {
		t.Errorf("Source = %+v, %t, %v; want %+v", got, ok, err, one)
	}
	if _, ok, err := a.Source(ctx, "/x"); ok || err != nil {
		t.Errorf("Source of nothing: %t, %v", ok, err)
	}
	for _, step := range []struct {
		name     string
		do       func() ([]Change, error)
		want     string
		one, two string // ids of the sources afterwards
	}{
		{"nothing", func() ([]Change, error) { return nil, nil }, "", "a b d e", "b c"},
		{"a new version", func() ([]Change, error) { return a.Put(ctx, []Record{short("b", "neu")}) }, "6+b!", "a d e b", "c b"},
		{"release", func() ([]Change, error) { return a.Release(ctx, "/x/one", []string{"a", "b", "c", "x"}) }, "7-a!", "d e", "c b"},
		{"remove", func() ([]Change, error) { return a.RemoveSource(ctx, "/x/two") }, "8-c! 9-b!", "d e", ""},
		{"remove again", func() ([]Change, error) { return a.RemoveSource(ctx, "/x/two") }, "", "d e", ""},
		{"delete", func() ([]Change, error) { return a.Delete(ctx, []string{"d"}) }, "10-d!", "e", ""},
	} {
		got, err := step.do()
		if err != nil || brief(got) != step.want || ids("/x/one") != step.one || ids("/x/two") != step.two {
			t.Errorf("%s changes %q, %v, sources %q, %q; want %q, %q, %q", step.name, brief(got), err,
				ids("/x/one"), ids("/x/two"), step.want, step.one, step.two)
		}
	}
	if got := must[[]Source](t)(a.Sources(ctx)); !reflect.DeepEqual(got, []Source{one}) {
		t.Errorf("Sources = %+v; want %+v", got, one)
	}
	if err := a.Check(ctx); err != nil {
		t.Error(err)
	}
}

func TestMovedArticleIsNoChange(t *testing.T) {
	a, ctx := open(t), t.Context()
	for _, path := range []string{"/old", "/new"} {
		must[[]Change](t)(a.Put(ctx, []Record{{Article: &corpus.Article{ID: "a", Source: path}}}, Source{Path: path}))
	}
	changes := must[[]Change](t)(a.RemoveSource(ctx, "/old"))
	if r := must[*Record](t)(a.Record(ctx, "a")); len(changes) != 0 || r.Article.Source != "/new" {
		t.Errorf("changes %q, source %q; want none, /new", brief(changes), r.Article.Source)
	}
}

func TestSchemaServesOtherTools(t *testing.T) {
	a, ctx := open(t), t.Context()
	r := Record{Article: &corpus.Article{ID: "a", Outlet: "taz", Published: "2015-09-20", Authors: []string{"x", "y"},
		Comments: []corpus.Comment{{N: 1, Author: "B", Text: "gut"}}}}
	r.Mentions = []corpus.Mention{
		{Actor: corpus.Actor{ID: "org:nato", Name: "NATO", Type: corpus.Org}, Field: corpus.BodyField, End: 4},
		{Actor: corpus.Actor{ID: "org:nato", Name: "NATO", Type: corpus.Org}, Comment: 1, Field: corpus.BodyField, End: 4},
	}
	must[[]Change](t)(a.Put(ctx, []Record{r}))
	for _, c := range []struct{ query, want string }{
		{"SELECT id || outlet || year || comment_count FROM article_list", "ataz20151"},
		{"SELECT article || name || type || in_article || in_comments FROM article_actors", "aNATOorg11"},
		{"SELECT article || n || author || text FROM comment_list", "a1Bgut"},
		{"SELECT group_concat(value) FROM articles, json_each(authors)", "x,y"},
	} {
		got, err := collect(ctx, a.reader.db, scanString, c.query)
		if err != nil || len(got) != 1 || got[0] != c.want {
			t.Errorf("%s: %q, %v; want %q", c.query, got, err, c.want)
		}
	}
}
