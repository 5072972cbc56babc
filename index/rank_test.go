package index

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"presseschau/archive"
	"presseschau/search"
)

var testTime = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

// filler is text without any word of the queries below.
var filler = strings.Repeat("Gestern wurde darüber lange beraten, ohne dass etwas entschieden wäre. ", 12)

func TestRank(t *testing.T) {
	x, _ := newTest(t,
		art("title", "Streit um die Maut", body(filler)),
		art("lead", "Streit im Kabinett", lead("Die Maut spaltet die Koalition."), body(filler)),
		art("body", "Streit im Kabinett", body(filler+"Auch die Maut kam vor.")),
		art("part", "Streit im Kabinett", body(filler+"Auch die Lkw-Maut kam vor.")),
		art("phrase", "Neues aus Rom", body(filler+"Die kalte Progression bleibt.")),
		art("scattered", "Neues aus Rom", body("Die Progression steigt. "+filler+"Das Wetter bleibt kalt.")),
		art("phrasetitle", "Die kalte Progression", body(filler)),
		art("other", "Nichts davon", body(filler)),
	)
	for _, tc := range []struct{ query, want string }{
		{"Maut", "title lead body part"},
		{"kalte Progression", "phrasetitle phrase scattered"},
		{`"kalte Progression"`, "phrasetitle phrase"},
		{"progress* -wetter", "phrasetitle phrase"},
		{"progresion~ -wetter", "phrasetitle phrase"},
	} {
		if got := strings.Join(ids(find(t, x, search.Request{Query: tc.query}), ""), " "); got != tc.want {
			t.Errorf("%q: got %q, want %q", tc.query, got, tc.want)
		}
	}
}

// TestNeighboursAsCompound asks with two words for what one says, and with one
// for what two say.
func TestNeighboursAsCompound(t *testing.T) {
	x, _ := newTest(t,
		art("compound", "Streit", body(filler+"Der Impfstoffhersteller schweigt.")),
		art("plural", "Streit", body(filler+"Sie trafen Regierungssprechern.")),
		art("near", "Streit", body(filler+"Ein Hersteller von Impfstoff schweigt.")),
		art("apart", "Streit", body("Der Hersteller schweigt. "+filler+filler+"Der Impfstoff ist da.")),
		art("unsplit", "Streit", body(filler+"Ein Quarkbxlspiel begann.")),
		art("schule", "Streit", body(filler+"Das alte Schulhaus brennt.")),
		art("first", "Streit", body(filler+"Viel Impfstoff, Impfstoff, Impfstoff.")),
		art("other", "Streit", body(filler)),
	)
	for _, tc := range []struct {
		query string
		match search.Match
		want  string
	}{
		{"Impfstoff Hersteller", search.MatchAll, "compound near apart"},
		{"Impfstoff Hersteller", search.MatchAny, "compound near apart first"},
		{"impfstoffhersteller", search.MatchAll, "compound near"},
		{"Regierung Sprecher", search.MatchAll, "plural"},
		{"Quarkbxl Spiel", search.MatchAll, "unsplit"},
		{"Schule Haus", search.MatchAll, "schule"},
		{"alte Schule Haus", search.MatchAll, "schule"},
		{"Hersteller Impfstoff", search.MatchAll, "near compound apart"},
	} {
		got := ids(find(t, x, search.Request{Query: tc.query, Match: tc.match}), "")
		if strings.Join(got, " ") != tc.want {
			t.Errorf("%q, %s: got %q, want %q", tc.query, tc.match, got, tc.want)
		}
	}
}

// TestPartsOfAWord wants what has a part of a compound before what has nothing
// of it, where not all words must be there.
func TestPartsOfAWord(t *testing.T) {
	x, _ := newTest(t,
		art("none", "Streit", body("Die Liga tagt. "+filler)),
		art("part", "Streit", body("Die Liga tagt. "+filler+" Es geht um eine Auslosung.")),
		art("whole", "Streit", body("Die Liga tagt. "+filler+" Es geht um die Pokalauslosung.")),
		art("other", "Streit", body("Eine Auslosung. "+filler)),
	)
	got := ids(find(t, x, search.Request{Query: "Pokalauslosung Liga", Match: search.MatchAny}), "")
	if strings.Join(got, " ") != "whole part none" {
		t.Errorf("got %v", got)
	}
}

// TestLeadFirst wants what begins with the words before what ends with them.
func TestLeadFirst(t *testing.T) {
	rest := strings.Repeat(filler, 3)
	x, _ := newTest(t,
		art("late", "Streit", body(rest+"Die Maut war dem Kabinett nie wichtig.")),
		art("early", "Streit", body("Die Maut war dem Kabinett nie wichtig. "+rest)))
	if got := ids(find(t, x, search.Request{Query: "Maut Kabinett"}), ""); got[0] != "early" {
		t.Errorf("got %v", got)
	}
}

// TestScoresAreOfTheWhole builds the same archive at once and article by
// article, in many segments: the scores must be the same.
func TestScoresAreOfTheWhole(t *testing.T) {
	var records []*archive.Record
	rnd := rand.New(rand.NewPCG(7, 8))
	for i := range 60 {
		records = append(records, randomRecord(rnd, i))
	}
	one, _ := newTest(t, records...)
	many, m := newTest(t)
	for _, r := range records {
		if err := many.Apply(t.Context(), m.put(r)); err != nil {
			t.Fatal(err)
		}
	}
	for _, query := range []string{"Haus", "titel:Museum", "Klima Krise Moskau", "Geheimdienst Präsident", `"die Wahrheit"`, "gehen ODER Maut", "haus*", "Mueler~"} {
		for _, scope := range []search.Scope{search.InAll, search.InArticles, search.InComments} {
			r := search.Request{Query: query, Scope: scope, Match: search.MatchAny, Size: search.MaxSize}
			a, b := find(t, one, r), find(t, many, r)
			if a.Total == 0 && scope == search.InAll || a.Total != b.Total {
				t.Fatalf("%q in %s: %d hits and %d", query, scope, a.Total, b.Total)
			}
			for i := range a.Hits {
				if a.Hits[i].ID != b.Hits[i].ID || math.Abs(a.Hits[i].Score-b.Hits[i].Score) > 1e-5 {
					t.Fatalf("%q in %s: hit %d is %s with %f, in many segments %s with %f", query, scope, i,
						a.Hits[i].ID, a.Hits[i].Score, b.Hits[i].ID, b.Hits[i].Score)
				}
			}
		}
	}
}

// TestExplanationsAddUp compares the scores of hits with what explains them.
func TestExplanationsAddUp(t *testing.T) {
	var records []*archive.Record
	rnd := rand.New(rand.NewPCG(9, 10))
	for i := range 150 {
		records = append(records, randomRecord(rnd, i))
	}
	x, _ := newTest(t, records...)
	for _, query := range []string{"Haus", "titel:Museum", "Klima Krise Moskau", "Geheimdienstinformationen Moskau", "kommentar:Maut",
		`"die Wahrheit"~4 Haus`, "gehen ODER Maut", "haus*", "Mueler~", "=Häuser", "Haus -Maut", "die der nicht"} {
		for _, scope := range []search.Scope{search.InAll, search.InArticles, search.InComments} {
			r := find(t, x, search.Request{Query: query, Scope: scope, Match: search.MatchAny, Explain: true, Size: search.MaxSize})
			for i, h := range r.Hits {
				if h.Explanation == nil || math.Abs(h.Explanation.Value-h.Score) > 1e-4 {
					t.Fatalf("%q in %s: the score of hit %d is %f, explained by %+v", query, scope, i+1, h.Score, h.Explanation)
				}
			}
		}
	}
}

func TestTextBeforeComment(t *testing.T) {
	x, _ := newTest(t,
		art("comment", "Streit", body(filler), comment("eva", "", "Die Maut!"), comment("tom", "", "Maut, Maut, Maut.")),
		art("text", "Streit", body(filler+"Auch die Maut kam vor.")))
	r := find(t, x, search.Request{Query: "Maut"})
	if got := strings.Join(ids(r, ""), " "); got != "text comment" {
		t.Errorf("got %q, want the article with the word in its text first", got)
	}
	if c := r.Hits[1].Comments; c.Matching != 2 || c.Hits[0].N != 2 {
		t.Errorf("comments = %+v, want both, the second first", c)
	}
}

// TestPages walks through all hits by pages and by cursors: both must give
// every hit once, in one order.
func TestPages(t *testing.T) {
	var records []*archive.Record
	for i := range 150 {
		records = append(records, art(fmt.Sprintf("n%03d", i), "Maut", outlet("taz", "2020-01-02"),
			body("Maut "+strings.Repeat("anderes ", i%11)+" kalt"+strings.Repeat(" Maut", i%7))))
	}
	x, _ := newTest(t, records...)
	for _, size := range []int{7, 10, 20, 60} {
		for _, query := range []string{"", "maut", "maut kalt"} {
			whole := ids(find(t, x, search.Request{Query: query, Size: 100}), "")
			var byPage []string
			for page := 1; page <= (150+size-1)/size; page++ {
				byPage = append(byPage, ids(find(t, x, search.Request{Query: query, Page: page, Size: size}), "")...)
			}
			byCursor := byCursors(t, x, query, size)
			if len(byPage) != 150 || !slices.Equal(byPage, byCursor) {
				t.Errorf("%q: pages gave %d hits, cursors %d, or in another order", query, len(byPage), len(byCursor))
			}
			if !slices.Equal(whole, byPage[:100]) {
				t.Errorf("%q: small pages have another order than a large one", query)
			}
			if n := len(slices.Compact(sorted(slices.Clone(byPage)))); n != 150 {
				t.Errorf("%q: %d different hits, want 150", query, n)
			}
		}
	}
}

// byCursors follows the cursors of an answer to its end.
func byCursors(t *testing.T, x *Index, query string, size int) []string {
	t.Helper()
	var out []string
	for cursor, last := "", false; !last && len(out) < 1000; {
		r := find(t, x, search.Request{Query: query, Size: size, Cursor: cursor})
		out = append(out, ids(r, "")...)
		cursor = r.NextCursor
		last = cursor == ""
	}
	return out
}

// TestStaleCursor changes the archive between two pages: an order by relevance
// is not the same any more, one by date is.
func TestStaleCursor(t *testing.T) {
	x, m := newTest(t, news()...)
	ranked := find(t, x, search.Request{Query: "haus", Size: 1}).NextCursor
	dated := find(t, x, search.Request{Size: 1}).NextCursor
	if err := x.Apply(t.Context(), m.put(art("neu", "Haus", outlet("taz", "2026-01-01")))); err != nil {
		t.Fatal(err)
	}
	if _, err := x.Search(t.Context(), search.Request{Query: "haus", Size: 1, Cursor: ranked}); !errors.Is(err, search.ErrStaleCursor) {
		t.Errorf("by relevance: %v, want ErrStaleCursor", err)
	}
	if got := ids(find(t, x, search.Request{Size: 1, Cursor: dated}), ""); got[0] != "haus" {
		t.Errorf("by date: got %v, want the second newest of before", got)
	}
}

func TestCursorErrors(t *testing.T) {
	x, _ := newTest(t, news()...)
	next := find(t, x, search.Request{Size: 1}).NextCursor
	if _, err := x.Search(t.Context(), search.Request{Query: "haus", Size: 1, Cursor: next}); err == nil {
		t.Error("a cursor of another query was taken")
	}
	if _, err := x.Search(t.Context(), search.Request{Size: 1, Cursor: "Unsinn"}); err == nil {
		t.Error("a cursor that is none was taken")
	}
}

func FuzzSnippets(f *testing.F) {
	f.Add("Ein Satz. Noch einer über Häuser.\n\nUnd ein Absatz.", 4, 8)
	f.Add(strings.Repeat("Straße und Käse. ", 60), 500, 507)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		marks := []mark{{start: start, end: end}}
		if start < 0 || end > len(text) || start >= end {
			marks = nil
		}
		text = strings.ToValidUTF8(text, "")
		marks = slices.DeleteFunc(marks, func(m mark) bool { return !m.within(text) })
		for _, s := range snippets(text, marks, passages) {
			if !strings.Contains(text, s.Text) {
				t.Fatalf("snippet %q is not of the text", s.Text)
			}
			for _, m := range s.Marks {
				if m.Start < 0 || m.End > len(s.Text) || m.Start >= m.End {
					t.Fatalf("mark %v is not within %q", m, s.Text)
				}
			}
		}
	})
}
