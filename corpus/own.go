package corpus

import (
	"slices"
	"strings"
	"unicode"
)

// maxProfile is how many lines about its author a comment may have above its text.
const maxProfile = 5

// findOwn finds the lines among comments that are the forum's own: what stands
// below one comment, but for its numbers, as below another, and what a forum says
// of a reader between name and text. Wordings need not be known for that.
func (pg *page) findOwn() {
	records := pg.records()
	seen := keyCounts{}
	for _, r := range records {
		if lone := pg.loneText(r); lone < 0 {
			seen.add(pg.lines[r[0]:r[1]])
		} else {
			seen.add(pg.lines[lone+1 : r[1]])
		}
	}
	last := &records[len(records)-1]
	for i := last[1] - 1; i > last[0]; i-- {
		if seen[ownKey(&pg.lines[i])] > 1 && !sentenceEnd(pg.lines[i].text) {
			last[1] = i + 1 // above the foot of the page
			break
		}
	}
	if pg.own == nil {
		pg.own = map[int]bool{}
	}
	below := keyCounts{}
	for _, r := range records {
		pg.ownAbove(r, seen, len(records))
		below.add(pg.lines[pg.lastOfText(r, seen)+1 : r[1]])
	}
	for _, r := range records {
		for i := pg.lastOfText(r, below) + 1; i < r[1]; i++ {
			pg.own[i] = pg.own[i] || pg.lines[i].kind == lineText
		}
	}
	for i := last[0]; i < last[1]; i++ {
		if below[ownKey(&pg.lines[i])] > 1 && pg.lines[i].kind != lineEnd {
			pg.lastButton = i
		}
	}
}

// keyCounts tells in how many comments each key of a line is.
type keyCounts map[string]int

// add counts the lines of a comment.
func (c keyCounts) add(lines []line) {
	here := map[string]bool{}
	for i := range lines {
		if key := ownKey(&lines[i]); key != "" && !here[key] {
			here[key] = true
			c[key]++
		}
	}
}

// records are the first line below each head, and the one behind the last that may
// belong to it.
func (pg *page) records() [][2]int {
	var out [][2]int
	for k, t := range pg.threads {
		end := min(pg.closed, len(pg.lines), t.line+t.lines+forumReach)
		if k+1 < len(pg.threads) {
			end = pg.threads[k+1].line
			if _, ok := pg.titleAt[end-1]; ok {
				end--
			}
		}
		out = append(out, [2]int{min(t.line+t.lines, end), end}) // a head may reach over the end of the forum
	}
	return out
}

// ownAbove marks the lines from the head down to the last that recurs there:
// "Registriert seit: 12.03.2010".
func (pg *page) ownAbove(r [2]int, seen keyCounts, heads int) {
	const words = 3 // of a line there that does not recur
	last := -1
	for i := r[0]; i < min(r[1], r[0]+maxProfile); i++ {
		l := &pg.lines[i]
		n := seen[ownKey(l)]
		recurs := n > 1 && 2*n > heads && l.kind == lineText
		if pg.p.furniture.buttons(l.text) || !recurs && l.words > words || textLike(l) && !l.has(signDigit) || len(l.text) > maxHeading/2 {
			break
		}
		if recurs {
			last = i
		}
	}
	if last < 0 || !slices.ContainsFunc(pg.lines[last+1:r[1]], func(l line) bool { return l.kind == lineText && seen[ownKey(&l)] < 2 }) {
		return
	}
	for i := r[0]; i <= last; i++ {
		pg.own[i] = true
	}
}

// lastOfText is the last line of a comment above those that recur at its end.
func (pg *page) lastOfText(r [2]int, seen keyCounts) int {
	const words = 3 // of a line that need not stand below most comments
	i := r[1] - 1
	for ; i > r[0]; i-- {
		l := &pg.lines[i]
		n := seen[ownKey(l)]
		recurs := n > 1 && (2*n >= len(pg.threads) || l.words >= words) && !takesLeave(l.folded)
		if l.kind == lineText && !recurs && !pg.forumChrome(i) {
			break
		}
	}
	return i
}

// ownKey is a line of a forum without its numbers and months; "" of a text.
func ownKey(l *line) string {
	if len(l.text) > maxHeading || strings.HasPrefix(l.folded, "re:") || l.folded[0] == '@' || l.folded[0] == '>' {
		return ""
	}
	if !l.has(signDigit) {
		return trimPhrase(l.folded)
	}
	var sb strings.Builder
	for word := range strings.FieldsFuncSeq(l.folded, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsSpace(r) || r == '.' || r == ':' }) {
		if word = strings.TrimLeft(word, "+-−"); word != "" && monthNumber(word) == 0 {
			sb.WriteString(word)
			sb.WriteByte(' ')
		}
	}
	return trimPhrase(sb.String())
}

// takesLeave tells the last words of a letter.
func takesLeave(folded string) bool {
	return strings.Contains(folded, "grüße") || strings.Contains(folded, "grüßen") || strings.Contains(folded, "gruß") || strings.Contains(folded, "grüsse")
}
