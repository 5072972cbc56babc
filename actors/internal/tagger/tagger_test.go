package tagger

import (
	"errors"
	"flag"
	"fmt"
	"math"
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
	lists := BuildTable([]uint64{Hash("Krelling")}, [][]byte{PackEntry(700, 3, Surname)}, listWidth)
	weights := Scores{1, 2, 3, 0, -1, 0, 0, 9}
	transitions := Allowed()
	m, err := Load(string(Pack(lists, []Weighed{{Hash: mix(1), Weights: weights}}, &transitions)))
	if err != nil {
		t.Fatal(err)
	}
	if w := m.lists.describe("Krelling", Hash("Krelling"), named); w.fine != 700 || w.coarse != 3 || w.classes != Surname {
		t.Errorf("the list says %+v", w)
	}
	var got sums
	New(m).add([]uint64{mix(1), mix(2)}, &got)
	for b, v := range got {
		want := min(float64(weights[b+1]-weights[0]), largest)
		if math.Abs(float64(v)*float64(m.step)-want) > float64(m.step) {
			t.Errorf("label %d weighs %v, want %v", b+1, float32(v)*m.step, want)
		}
	}
	if m.exp[0][Inside(Person)] != 0 || m.exp[Begin(Person)][Inside(Person)] != 1 {
		t.Error("transitions are not as packed")
	}
}

func TestTable(t *testing.T) {
	var hashes []uint64
	var rows [][]byte
	for i := range 5000 {
		hashes, rows = append(hashes, mix(uint64(i+1))), append(rows, []byte{byte(i), byte(i >> 8)})
	}
	table := newTable(string(BuildTable(hashes, rows, 2)), 2)
	wrong := 0
	for i, h := range hashes {
		if got := table.find(h); got != string(rows[i]) {
			wrong++
		}
	}
	if wrong > 5 { // tags of 15 bits, up to eight rows
		t.Errorf("%d of %d rows are not found", wrong, len(hashes))
	}
}
