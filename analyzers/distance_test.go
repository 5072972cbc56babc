package analyzers

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// distance is that of a whole form, and whether it was reached within the limit.
func distance(d *Distance, form string) (cost int, within bool) {
	d.Truncate(0)
	for i := range len(form) {
		if !d.Push(form[i]) {
			return 0, false
		}
	}
	return d.Cost(), d.Cost() <= d.Limit()
}

func TestDistance(t *testing.T) {
	a := newAnalyzer(t)
	for _, tt := range []struct {
		typed, meant string
		want         int // -1: beyond the limit of 20
	}{
		{"merkel", "merkel", 0},
		{"", "", 0},
		{"merckel", "merkel", 3}, // ck, k
		{"mercel", "merkel", 3},  // c, k
		{"putien", "putin", 3},   // ie, i
		{"strase", "strasse", 3}, // s, ss
		{"gescheft", "geschaeft", 3},
		{"munchen", "muenchen", 3},
		{"selenskij", "selenskyj", 3},
		{"fänomen", "phänomen", 3},
		{"tema", "thema", 3},
		{"schweitz", "schweiz", 3},
		{"komission", "kommission", 4}, // a doubled letter
		{"kommmission", "kommission", 4},
		{"gelt", "geld", 5},
		{"hauptstatd", "hauptstadt", 6}, // swapped
		{"wirtschatf", "wirtschaft", 6},
		{"merkal", "merkel", 7},       // a vowel
		{"regietung", "regierung", 8}, // the key beside it
		{"parlxment", "parlament", 10},
		{"parlment", "parlament", 10},
		{"parlaxment", "parlament", 10},
		{"bundestgswal", "bundestagswahl", 14}, // two mistakes add up
		{"xarlament", "parlament", 14},         // the first letter
		{"arlament", "parlament", 14},
		{"aprlament", "parlament", 10},
		{"korona", "corona", 3}, // what sounds alike may come first
		{"g20", "g7", -1},       // another number is another thing
		{"covid18", "covid19", -1},
		{"merkel", "merkels", 10},
		{"haus", "parlament", -1},
	} {
		cost, within := distance(a.Distance(tt.typed, 20), tt.meant)
		if within != (tt.want >= 0) || within && cost != tt.want {
			t.Errorf("%s, meant %s: %d within %v, want %d", tt.typed, tt.meant, cost, within, tt.want)
		}
	}
}

func TestConfusionsRefused(t *testing.T) {
	for _, tt := range []struct{ table, want string }{
		{"ie\ti\t3", "line 1: 3 fields"},
		{"# table\nie\ti\tx\tMaschiene", `line 2: cost "x"`},
		{"ie\ti\t0\tMaschiene", `cost "0"`},
		{"ie\ti\t11\tMaschiene", `cost "11"`},
		{"ie\t\t3\tMaschiene", `spelling ""`},
		{"tschs\ti\t3\tMaschiene", `spelling "tschs"`},
	} {
		if _, err := readConfusions(tt.table); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: error %v, want %s", tt.table, err, tt.want)
		}
	}
}

func TestKnown(t *testing.T) {
	a := newAnalyzer(t)
	for word, want := range map[string]bool{
		"Haus": true, "Häuser": true, "Haeuser": true, "Straße": true, "Strasse": true, "gingen": true,
		"Xqvbrtz": false, "Regirung": false, "": false, "Haus-Tür": true, "Haus-Xqvbrtz": false,
	} {
		if got := a.Known(word); got != want {
			t.Errorf("%q known: %v", word, got)
		}
	}
	for word, want := range map[string]bool{"der": true, "und": true, "Haus": false, "gehen": false, "": false, "der-und": false} {
		if got := a.Functional(word); got != want {
			t.Errorf("%q functional: %v", word, got)
		}
	}
	for word, want := range map[string]bool{"natürlich": true, "Natürlich": true, "Haus": false, "Merkel": false, "Xqvbrtz": false, "a-b": false} {
		if got := a.Uncapitalised(word); got != want {
			t.Errorf("%q uncapitalised: %v", word, got)
		}
	}
}

// FuzzDistance checks that a distance is what a table of all costs gives, that
// nothing within the limit is given up early, and that it holds either way but
// at the beginning.
func FuzzDistance(f *testing.F) {
	for _, s := range [][2]string{{"merckel", "merkel"}, {"phosphor", "fosfor"}, {"aa", "a"}, {"ba", "ab"}, {"x1", "x2"}, {"ä", "ae"}, {"", "a"}} {
		f.Add(s[0], s[1])
	}
	a := newAnalyzer(f)
	f.Fuzz(func(t *testing.T, typed, form string) {
		const longest = 24
		if len(typed) > longest || len(form) > longest || !utf8.ValidString(typed+form) {
			t.Skip()
		}
		want := fullCost(a.confusions, typed, form)
		for _, limit := range []int{5, 20, MaxDistance} {
			d := a.Distance(typed, limit)
			if cost, within := distance(d, form); within != (want <= limit) || within && cost != want {
				t.Fatalf("%q, %q: %d within %d: %v, the table says %d", typed, form, cost, limit, within, want)
			}
			if cost, within := distance(d, typed); cost != 0 || !within {
				t.Fatalf("%q is %d from itself", typed, cost)
			}
		}
	})
}

// fullCost is the distance by a table of all beginnings.
func fullCost(c *confusions, typed, form string) int {
	d := (&Analyzer{confusions: c}).Distance(typed, 0)
	costs := make([][]int, len(form)+1)
	for i := range costs {
		costs[i] = make([]int, len(typed)+1)
		for j := range costs[i] {
			if i+j == 0 {
				continue
			}
			best := 1 << 20
			from := func(di, dj, cost int) { best = min(best, costs[i-di][j-dj]+cost) }
			if j > 0 {
				from(0, 1, int(d.tooMany[j]))
			}
			if i > 0 {
				d.form = []byte(form[:i-1])
				from(1, 0, int(d.tooFew(form[i-1])))
			}
			if i > 0 && j > 0 {
				from(1, 1, int(d.wrong(&c.letters[form[i-1]], i-1, j)))
			}
			if i > 1 && j > 1 && typed[j-2] == form[i-1] && typed[j-1] == form[i-2] && !isDigit(form[i-1]) && !isDigit(form[i-2]) {
				cost := swappedLetters
				if j == 2 {
					cost += wrongBeginning
				}
				from(2, 2, cost)
			}
			for _, x := range d.rules[j] {
				if strings.HasSuffix(form[:i], x.meant) {
					from(len(x.meant), len(x.typed), int(x.cost))
				}
			}
			costs[i][j] = best
		}
	}
	return costs[len(form)][len(typed)]
}

func BenchmarkDistance(b *testing.B) {
	a := newAnalyzer(b)
	d := a.Distance("verfassungschutz", 20)
	for b.Loop() {
		distance(d, "verfassungsschutz")
	}
}
