package segment

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// dictionaryOf has the terms, whose postings lie at multiples of seven.
func dictionaryOf(terms []string) *Dictionary {
	var w termWriter
	for i, t := range terms {
		w.add([]byte(t), uint64(7*i))
	}
	b := w.end()
	d, err := dictionary(b, make([]byte, 7*len(terms)), false)
	if err != nil {
		panic(err) // of a test
	}
	return d
}

func randomTerms(rnd *rand.Rand, n int) []string {
	set := map[string]bool{}
	for range n {
		b := make([]byte, 1+rnd.IntN(12))
		for i := range b {
			b[i] = "abcde\xc3"[rnd.IntN(2+rnd.IntN(5))]
		}
		set[string(b)] = true
		if rnd.IntN(50) == 0 {
			set[strings.Repeat(string(b), 40)] = true // lengths of two bytes
		}
	}
	return slices.Sorted(maps.Keys(set))
}

func TestDictionary(t *testing.T) {
	for round := range 60 {
		rnd := rand.New(rand.NewPCG(1, uint64(round)))
		terms := randomTerms(rnd, rnd.IntN(3000))
		if round%3 == 0 { // many blocks that begin alike
			for i := range terms {
				terms[i] = "abcdabcd" + terms[i]
			}
		}
		d := dictionaryOf(terms)
		if d.Terms() != len(terms) {
			t.Fatalf("%d terms, want %d", d.Terms(), len(terms))
		}
		for _, prefix := range []string{"", "a", "ab", "e", "b\xc3", "eeeee", "z"} {
			var want, got []string
			var numbers []int
			for i, term := range terms {
				if strings.HasPrefix(term, prefix) {
					want, numbers = append(want, fmt.Sprint(term, 7*i)), append(numbers, i)
				}
			}
			visit := func(e Entry) error {
				got = append(got, fmt.Sprint(string(e.Term), e.at))
				return nil
			}
			if err := d.Walk(prefix, visit); err != nil || !slices.Equal(got, want) {
				t.Fatalf("round %d, prefix %q: %v and %d terms, want %d", round, prefix, err, len(got), len(want))
			}
			if first, behind := d.Numbers(prefix); behind-first != len(numbers) || len(numbers) > 0 && first != numbers[0] {
				t.Fatalf("round %d, prefix %q: numbers from %d up to %d, want %v", round, prefix, first, behind, numbers)
			}
			got = nil
			for i := len(numbers) - 1; i >= 0; i-- {
				if rnd.IntN(3) > 0 {
					want, numbers = slices.Delete(want, i, i+1), slices.Delete(numbers, i, i+1)
				}
			}
			if err := d.Pick(numbers, visit); err != nil || !slices.Equal(got, want) {
				t.Fatalf("round %d, %d numbers of prefix %q: %v and %d terms, want %d", round, len(numbers), prefix, err, len(got), len(want))
			}
		}
		c := d.cursor(0)
		for _, term := range append(randomTerms(rnd, 300), terms...) {
			i, there := slices.BinarySearch(terms, term)
			for _, c := range []*cursor{c, d.cursor(0)} {
				if ok := c.find(term); ok != there || ok && c.at != uint64(7*i) {
					t.Fatalf("%q: found %v at %d, want %v at %d", term, ok, c.at, there, 7*i)
				}
			}
		}
	}
}

// FuzzDictionary reads any bytes as a dictionary: it must be refused or read,
// without a panic and without going on for ever.
func FuzzDictionary(f *testing.F) {
	var w termWriter
	for i := range 40 {
		w.add(fmt.Appendf(nil, "term%03d", i), uint64(i))
	}
	f.Add(w.end(), "term01")
	f.Fuzz(func(t *testing.T, data []byte, term string) {
		d, err := dictionary(data, make([]byte, 100), false)
		if err != nil {
			return
		}
		d.Get(term) //nolint:errcheck // must not panic
		seen := 0
		d.Walk(term, func(Entry) error { //nolint:errcheck // likewise
			seen++
			return nil
		})
		if first, behind := d.Numbers(term); first <= behind {
			d.Pick([]int{first, behind - 1, d.Terms() - 1}, func(Entry) error { return nil }) //nolint:errcheck // likewise
		}
		if seen > d.Terms() {
			t.Errorf("%d terms visited of %d", seen, d.Terms())
		}
	})
}

func BenchmarkGet(b *testing.B) {
	rnd := rand.New(rand.NewPCG(1, 2))
	terms := randomTerms(rnd, 200_000)
	d := dictionaryOf(terms)
	for b.Loop() {
		term := terms[rnd.IntN(len(terms))]
		if c := d.cursor(0); !c.find(term) {
			b.Fatal(term)
		}
	}
}
