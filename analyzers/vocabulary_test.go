package analyzers

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestVocabulary holds the analyzer to testdata/vocabulary.txt.
func TestVocabulary(t *testing.T) {
	f, err := os.Open("testdata/vocabulary.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	a := newAnalyzer(t)
	var s Stream
	lines := bufio.NewScanner(f)
	rows := 0
	for n := 1; lines.Scan(); n++ {
		line, _, _ := strings.Cut(strings.TrimPrefix(lines.Text(), "!"), "\t") // behind a tab: a remark
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(line, "# ") {
			continue
		}
		rows++
		a.Analyze(&s, fields[0])
		var got []string
		for _, tok := range s.Tokens {
			if tok.Kind != Exact {
				got = append(got, string(tok.Term))
			}
		}
		want := fields[1:]
		if want[0] == "-" {
			want = nil
		}
		if !slices.Equal(got, want) {
			t.Errorf("line %d: %s: got %q, want %q", n, fields[0], got, want)
		}
	}
	if rows < 50 {
		t.Errorf("only %d rows read", rows)
	}
}
