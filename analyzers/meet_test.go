package analyzers

import (
	"os"
	"strings"
	"testing"
)

// TestMeet holds the analyzer to pairs of words that share a lemma or part, and
// to pairs that must not. A ! begins a pair that it is known to get wrong.
func TestMeet(t *testing.T) {
	tests := []struct {
		file string
		meet bool
	}{{"testdata/meet.txt", true}, {"testdata/apart.txt", false}}
	a := newAnalyzer(t)
	for _, tt := range tests {
		pairs := readPairs(t, tt.file)
		if len(pairs) < 200 {
			t.Errorf("%s: only %d pairs", tt.file, len(pairs))
		}
		for _, p := range pairs {
			if got := share(a, p.x, p.y); got != (tt.meet != p.wrong) {
				t.Errorf("%s:%d: %s and %s meet: %t", tt.file, p.line, p.x, p.y, got)
			}
		}
	}
}

// pair is a line of a file of pairs.
type pair struct {
	line  int
	x, y  string
	wrong bool // known to be wrong
}

func readPairs(t *testing.T, path string) []pair {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var pairs []pair
	for i, line := range strings.Split(string(data), "\n") {
		line, _, _ = strings.Cut(line, "\t") // behind a tab: a remark
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		rest, wrong := strings.CutPrefix(line, "!")
		x, y, ok := strings.Cut(rest, " ")
		if !ok {
			t.Fatalf("%s:%d: no pair", path, i+1)
		}
		pairs = append(pairs, pair{i + 1, x, y, wrong})
	}
	return pairs
}

// share says whether two words have a lemma or part in common.
func share(a *Analyzer, x, y string) bool {
	var sx, sy Stream
	a.Analyze(&sx, x)
	a.Analyze(&sy, y)
	for _, t := range sx.Tokens {
		for _, u := range sy.Tokens {
			if t.Kind != Exact && u.Kind != Exact && string(t.Term) == string(u.Term) {
				return true
			}
		}
	}
	return false
}
