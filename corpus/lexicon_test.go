package corpus

import (
	"fmt"
	"testing"
)

// TestLexicon compares with the map that a lexicon is made of.
func TestLexicon(t *testing.T) {
	words := map[string]int{}
	for n := range 3000 {
		words[fmt.Sprintf("wort%dä", n*n)] = n + 1
	}
	for n, word := range []string{"a", "ab", "abc", "abcd", "abcdefgh", "abcdefghi", "ä"} {
		words[word] = -n - 1
	}
	x := newLexicon(words)
	for word, want := range words {
		if got := x.of(word); got != want {
			t.Errorf("%s: got %d, want %d", word, got, want)
		}
	}
	for n := range 9000 {
		word := fmt.Sprintf("wort%dä", n)
		if got := x.of(word); got != words[word] {
			t.Errorf("%s: got %d, want %d", word, got, words[word])
		}
		if got := newLexicon(map[string]int{}).of(word); got != 0 {
			t.Errorf("%s in none: got %d", word, got)
		}
	}
	if got := x.of(""); got != 0 {
		t.Errorf("the empty word: got %d", got)
	}
}
