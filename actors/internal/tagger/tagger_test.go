package tagger

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden compares what the tagger finds in a text with testdata/news.golden:
// a sentence a line, names in brackets.
func TestGolden(t *testing.T) {
	text, err := os.ReadFile("testdata/news.txt")
	if err != nil {
		t.Fatal(err)
	}
	m, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	got := mark(New(m), string(text))
	const golden = "testdata/news.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("found\n%s\nwant\n%s", got, want)
	}
}

// mark writes a text with its names in brackets, their kind in front.
func mark(tags *Tagger, text string) string {
	kinds := map[Kind]string{Person: "PER", Organisation: "ORG", Place: "LOC"}
	var out strings.Builder
	var toks []Token
	for at := 0; at < len(text); {
		from := at
		toks, at = Next(text, at, toks)
		for _, s := range tags.Tag(text, toks) {
			fmt.Fprintf(&out, "%s[%s %s]", text[from:s.Start], kinds[s.Kind], text[s.Start:s.End])
			from = s.End
		}
		out.WriteString(text[from:at])
	}
	return out.String()
}

// TestTagRemembersNothingWrong tags a text twice, the second time with all words
// remembered.
func TestTagRemembersNothingWrong(t *testing.T) {
	text, err := os.ReadFile("testdata/news.txt")
	if err != nil {
		t.Fatal(err)
	}
	m, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	tags := New(m)
	if first, second := mark(tags, string(text)), mark(tags, string(text)); first != second {
		t.Errorf("first\n%s\nthen\n%s", first, second)
	}
}

func TestModelSize(t *testing.T) {
	if len(embedded) > MaxModel {
		t.Errorf("the model has %d bytes, more than MaxModel, %d", len(embedded), MaxModel)
	}
}

func TestLoadRefusesDamage(t *testing.T) {
	for _, row := range [...]struct{ name, data string }{
		{"empty", ""},
		{"no model", strings.Repeat("x", headerSize+100)},
		{"cut off", embedded[:len(embedded)-1]},
		{"header alone", embedded[:headerSize]},
	} {
		if _, err := Load(row.data); !errors.Is(err, errDamaged) {
			t.Errorf("%s: error %v", row.name, err)
		}
	}
}

func TestPack(t *testing.T) {
	lists := PackLists([]Entry{{Hash: Hash("Krelling"), Fine: 700, Coarse: 3, Classes: Surname}})
	weights := Scores{1, 2, 3, 0, -1, 0, 0, 9}
	var book Codebook
	for b := range book {
		for i := range book[b] {
			book[b][i] = float32(i%8) / 2 * float32(1-i/8*2) // 0 to 3.5 and back
		}
	}
	transitions := Allowed()
	m, err := Load(string(Pack(lists, []Weighed{{Hash: mix(1), Weights: weights}}, &book, &transitions)))
	if err != nil {
		t.Fatal(err)
	}
	if w := m.lists.describe("Krelling", Hash("Krelling"), named); w.fine != 700 || w.coarse != 3 || w.classes != Surname {
		t.Errorf("the list says %+v", w)
	}
	var got sums
	New(m).add([]uint64{mix(1), mix(2), mix(1)}, &got)
	for b, v := range got.weights() {
		if want := 2 * min(weights[b+1]-weights[0], 3.5); v != want {
			t.Errorf("label %d weighs %v twice, want %v", b+1, v, want)
		}
	}
	if m.exp[0][Inside(Person)] != 0 || m.exp[Begin(Person)][Inside(Person)] != 1 {
		t.Error("transitions are not as packed")
	}
}

func TestTable(t *testing.T) {
	for _, f := range [...]form{{tag: 12, payload: 28}, {tag: 16, payload: 24}, {tag: 8, payload: 2}} {
		var hashes, rows []uint64
		for i := range 5000 {
			hashes, rows = append(hashes, mix(uint64(i+1))), append(rows, uint64(i)*0x9E3779B97F4A7C15&(1<<f.payload-1))
		}
		data := string(buildTable(hashes, rows, f))
		table, ok := newTable(data, f)
		if _, longer := newTable(data+"x", f); !ok || longer {
			t.Fatalf("%+v: a table of %d bytes is %t one, of a byte more %t", f, len(data), ok, longer)
		}
		wrong, there := 0, 0
		for i, h := range hashes {
			if table.find(h) != rows[i] {
				wrong++
			}
			if table.row(mix(h)) != none {
				there++
			}
		}
		// Of eight rows that are looked at, each may have the same tag; twice that
		// and a few may be chance.
		if most := 8*len(hashes)>>f.tag*2 + 5; wrong > most || there > most {
			t.Errorf("%+v: %d of %d rows are not found, %d keys are that should not, at most %d", f, wrong, len(hashes), there, most)
		}
	}
}
