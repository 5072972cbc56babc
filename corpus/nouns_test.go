package corpus

import (
	"fmt"
	"strings"
	"testing"
)

// TestSearchedOnce bounds the work of a page of thousands of lines of furniture:
// for each noun, no line is searched twice.
func TestSearchedOnce(t *testing.T) {
	const lines = 3000
	pg := testParser(t).prepare(longPage(lines), "")
	for i := range pg.lines {
		pg.kinship(i)
		pg.nounAbove("redakti", i)
	}
	if n := len(pg.kin.nouns); n > 20 {
		t.Errorf("%d nouns are sought on a page that has few", n)
	}
	for noun, places := range pg.kin.nouns {
		if rows := pg.grams().rows; places.next > len(rows) || places.next > 0 && rows[places.next-1].line >= pg.kin.end {
			t.Errorf("%s: has searched %d of %d lines", noun, places.next, pg.kin.end)
		}
	}
	if pg := testParser(t).prepare(strings.Repeat(strings.Repeat("Der Ort liegt am See. ", 50)+"\n", 1000), ""); pg.newNounIndex(&nounIndex{}, len(pg.lines)).end == len(pg.lines) {
		t.Error("a page of a megabyte is searched to its end")
	}
}

// longPage is an article below so many short lines of furniture.
func longPage(lines int) string {
	var sb strings.Builder
	sb.WriteString("Wasserwerk wird gebaut\nDie Stadt Waldheim baut im Herbst ein neues Wasserwerk am Ufer des Sees, das sagte der Bürgermeister am Montag.\n")
	for i := range lines {
		fmt.Fprintf(&sb, "Weitere Xyz Inhalte der Redaktion %05d\n", i)
	}
	return sb.String()
}

// BenchmarkLongPage takes a page of thousands of lines of furniture apart.
func BenchmarkLongPage(b *testing.B) {
	for _, lines := range []int{4000, 16000} {
		b.Run(fmt.Sprint(lines), func(b *testing.B) { benchmarkParse(b, []string{longPage(lines)}) })
	}
}
