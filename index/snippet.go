package index

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"presseschau/search"
)

// Lengths of passages in bytes.
const (
	passageLength = 260 // of a passage
	passageLead   = 100 // before its first mark at most
	passages      = 2   // of a hit
)

// snippets chooses the passages of a text that hold the most different words
// of the query; without any mark, the beginning of the text.
func snippets(text string, marks []mark, n int) []search.Snippet {
	if text == "" {
		return nil
	}
	if len(marks) == 0 {
		return []search.Snippet{cutOut(text, extent{0, endOf(text, 0)}, nil)}
	}
	var chosen []extent
	around := make([]extent, len(marks))
	for i, m := range marks {
		around[i] = extentAround(text, m)
	}
	seen := make(map[int]bool)
	for len(chosen) < n {
		best, gain := extent{}, 0
		for i, e := range around {
			if overlaps(chosen, e) {
				continue
			}
			if g := worth(marks[i:], e, seen); g > gain {
				best, gain = e, g
			}
		}
		if gain == 0 {
			break
		}
		for _, m := range marks {
			if best.holds(m) {
				seen[m.leaf] = true
			}
		}
		chosen = append(chosen, best)
	}
	slices.SortFunc(chosen, func(a, b extent) int { return a.start - b.start })
	out := make([]search.Snippet, len(chosen))
	for i, e := range chosen {
		e.end = sentenceEnd(text, e, marks)
		out[i] = cutOut(text, e, marks)
	}
	return out
}

// sentenceEnd gives the end of the last whole sentence of an extent, if that is
// behind its marks and in its second half, else its end.
func sentenceEnd(text string, e extent, marks []mark) int {
	first := e.start + (e.end-e.start)/2
	for _, m := range marks {
		if e.holds(m) {
			first = max(first, m.end)
		}
	}
	if e.end == len(text) {
		return e.end
	}
	for i := e.end + 1; i > first; i-- { // a sentence may begin behind the blank at the end
		if sentenceStart(text, i) {
			return first + len(strings.TrimRight(text[first:i], " \n"))
		}
	}
	return e.end
}

// extent is a stretch of a text.
type extent struct{ start, end int }

func (e extent) holds(m mark) bool { return m.start >= e.start && m.end <= e.end }

func overlaps(chosen []extent, e extent) bool {
	return slices.ContainsFunc(chosen, func(c extent) bool { return e.start < c.end && c.start < e.end })
}

// worth counts the marks of an extent, those of a word not shown yet much more.
func worth(marks []mark, e extent, seen map[int]bool) int {
	const fresh = 100
	sum := 0
	counted := make(map[int]bool)
	for _, m := range marks {
		if m.start >= e.end {
			break
		}
		if !e.holds(m) {
			continue
		}
		sum++
		if !seen[m.leaf] && !counted[m.leaf] {
			counted[m.leaf] = true
			sum += fresh
		}
	}
	return sum
}

// extentAround begins at the sentence of the mark, or at a word if that is far
// before it, and goes on for passageLength.
func extentAround(text string, m mark) extent {
	start := max(0, m.start-passageLead)
	if start > 0 {
		start = wordStart(text, start)
	}
	for i := m.start; i > start; i-- {
		if sentenceStart(text, i) {
			start = i
			break
		}
	}
	return extent{min(start, m.start), max(endOf(text, start), m.end)}
}

// sentenceStart tells whether a sentence or block begins at a byte offset.
func sentenceStart(text string, i int) bool {
	if i == 0 || text[i-1] != ' ' && text[i-1] != '\n' { // as it is nearly everywhere
		return false
	}
	before := strings.TrimRight(text[:i], " ")
	if len(before) == i && !strings.HasSuffix(before, "\n") {
		return false
	}
	if strings.HasSuffix(before, "\n") {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, "\"”“»«'"))
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[i:], "\"„“»«'"))
	return strings.ContainsRune(".!?", last) && unicode.IsUpper(next)
}

// wordStart moves forward to the next beginning of a word.
func wordStart(text string, i int) int {
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	if at := strings.IndexAny(text[i:], " \n"); at >= 0 {
		return i + at + 1
	}
	return i
}

// endOf is where a passage that begins at start ends: with the text or block,
// else behind a word.
func endOf(text string, start int) int {
	end := start + passageLength
	if end >= len(text) {
		end = len(text)
	}
	if block := strings.Index(text[start:end], "\n\n"); block > passageLength/2 {
		return start + block
	}
	if end == len(text) {
		return end
	}
	for !utf8.RuneStart(text[end]) {
		end--
	}
	if at := strings.LastIndexAny(text[start:end], " \n"); at > 0 {
		return start + at
	}
	return end
}

// cutOut makes the snippet of an extent.
func cutOut(text string, e extent, marks []mark) search.Snippet {
	for e.start < e.end && (text[e.start] == '\n' || text[e.start] == ' ') {
		e.start++
	}
	s := search.Snippet{Text: text[e.start:e.end], Head: e.start == 0, Tail: e.end == len(text)}
	for _, m := range marks {
		if e.holds(m) {
			s.Marks = append(s.Marks, search.Mark{Start: m.start - e.start, End: m.end - e.start})
		}
	}
	return s
}
