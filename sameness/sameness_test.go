package sameness

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// words makes a text of n words out of a vocabulary of 5,000.
func words(r *rand.Rand, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("wort%d", r.IntN(5000))
	}
	return list
}

// varied changes a text in so many places: a word replaced, left out, or put in.
func varied(r *rand.Rand, text []string, places int) []string {
	text = slices.Clone(text)
	for range places {
		i := r.IntN(len(text))
		switch r.IntN(3) {
		case 0:
			text[i] = words(r, 1)[0]
		case 1:
			text = slices.Delete(text, i, i+1)
		default:
			text = slices.Insert(text, i, words(r, 1)[0])
		}
	}
	return text
}

func sharesKey(a, b Shingles) bool {
	keys := b.Keys()
	return slices.ContainsFunc(a.Keys(), func(k int64) bool { return slices.Contains(keys, k) })
}

// The share of pairs found, of those with a resemblance from .8 on, must be 95
// in 100 at least, also of those just above the threshold; the formula says
// more than 98.
func TestVariantsShareKeys(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	type tally struct{ alike, found int }
	var all, near tally
	for range 3000 {
		text := words(r, 60+r.IntN(600))
		a := Shingle(strings.Join(text, " "))
		b := Shingle(strings.Join(varied(r, text, r.IntN(1+len(text)/20)), " "))
		if !a.Set().Alike(b.Set()) {
			continue
		}
		for _, c := range []*tally{&all, &near} {
			if c == &near && a.Set().Resemblance(b.Set()) >= Threshold+0.05 {
				continue
			}
			c.alike++
			if sharesKey(a, b) {
				c.found++
			}
		}
	}
	for name, c := range map[string]tally{"all": all, "just alike": near} {
		if c.alike < 200 || float64(c.found) < .95*float64(c.alike) {
			t.Errorf("%s: %d of %d pairs found", name, c.found, c.alike)
		}
	}
}

// Texts on other matters share keys so seldom that comparing costs nothing.
func TestOthersSeldomShareKeys(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	shared, pairs := 0, 0
	for range 2000 {
		text := words(r, 300)
		other := append(slices.Clone(text[:30]), words(r, 270)...) // a tenth is quoted
		pairs++
		if sharesKey(Shingle(strings.Join(text, " ")), Shingle(strings.Join(other, " "))) {
			shared++
		}
	}
	if shared*100 > pairs {
		t.Errorf("%d of %d pairs share a key", shared, pairs)
	}
}

func TestResemblance(t *testing.T) {
	const text = "Der Gipfel von Altenstein endet ohne Beschluss, sagte die Kanzlerin am Abend vor Journalisten in der Stadt"
	for _, c := range []struct {
		name string
		a, b []string
		want float64
	}{
		{"itself", []string{text}, []string{text}, 1},
		{"capitals, signs", []string{text}, []string{strings.ToUpper(strings.ReplaceAll(text, " ", " – "))}, 1},
		{"soft hyphens", []string{text}, []string{strings.ReplaceAll(text, "Gipfel", "Gip\u00adfel")}, 1},
		{"repeated", []string{text}, []string{text, text}, 1},
		{"a phrase over and over", []string{strings.Repeat("mehr zum Thema ", 9)}, []string{strings.Repeat("mehr zum Thema ", 9)}, 0},
		{"a word less at the end", []string{text}, []string{strings.TrimSuffix(text, " Stadt")}, 13.0 / 14},
		{"a word changed", []string{text}, []string{strings.Replace(text, "Abend", "Morgen", 1)}, 10.0 / 18},
		{"no shingle spans two texts", []string{text}, []string{text[:46], text[46:]}, 11.0 / 14},
		{"umlauts", []string{strings.ReplaceAll(text, "Stadt", "ÄÖÜß")}, []string{strings.ReplaceAll(text, "Stadt", "äöüß")}, 1},
		{"other", []string{text}, []string{strings.Repeat("eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn ", 2)}, 0},
		{"too short", []string{"ein kurzer Text"}, []string{"ein kurzer Text"}, 0},
		{"empty", nil, nil, 0},
	} {
		a, b := Shingle(c.a...).Set(), Shingle(c.b...).Set()
		if got := a.Resemblance(b); math.Abs(got-c.want) > 1e-9 || got != b.Resemblance(a) {
			t.Errorf("%s: %v, %v; want %v", c.name, got, b.Resemblance(a), c.want)
		}
	}
}

// Keys are stored, so they must not change.
func TestKeysStayTheSame(t *testing.T) {
	got := Shingle("Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn").Keys()
	want := []int64{-7488983188667971352, 4933533410950303901, -8673369870894530356, -2504539080009186769,
		-5209803446993566122, 7555881200286181635, 1239724255427513020, 2143183677779752236}
	if !slices.Equal(got, want) {
		t.Errorf("keys %d; want %d", got, want)
	}
}

func FuzzShingle(f *testing.F) {
	for _, s := range []string{"", "a b c", strings.Repeat("ä\u00ad Ö. 7 ", 20), "\xff\xfe \x00 a\u0301b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := Shingle(text)
		set := s.Set()
		if !slices.IsSorted(set) || len(set) > 0 && (len(set) < MinShingles || len(s.Keys()) != Bands || set.Resemblance(set) != 1) {
			t.Errorf("%d shingles of %q", len(s), text)
		}
	})
}

func BenchmarkKeys(b *testing.B) {
	text := strings.Join(words(rand.New(rand.NewPCG(1, 1)), 600), " ")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Shingle(text).Keys()
	}
}
