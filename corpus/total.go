package corpus

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// findTotal takes the number of comments that the page tells: the largest, or that of
// those that it tells twice, since teasers have theirs once.
func (pg *page) findTotal() {
	const none = -1
	best, twice := none, none
	seen := map[int]bool{}
	for i := range pg.lines {
		n := pg.totalAt(i)
		if n < 0 {
			continue
		}
		if seen[n] {
			twice = max(twice, n)
		}
		seen[n] = true
		best = max(best, n)
	}
	if twice > 0 {
		best = twice
	}
	if best >= 0 && (pg.a.CommentsTotal == nil || best > *pg.a.CommentsTotal) {
		pg.a.CommentsTotal = &best
	}
}

// totalAt is the number of comments that line i tells, -1 if it tells none.
func (pg *page) totalAt(i int) int {
	l := &pg.lines[i]
	switch {
	case l.kind == lineTotal:
		return pg.p.totalIn(l.text)
	case l.kind != lineNoise && l.kind != lineText || len(l.text) > maxHeading || !l.has(signDigit) || !l.cued(cueForum):
		return -1
	}
	return pg.p.totalBeside(l.text)
}

// totalBeside is the number of comments in a row of buttons, "Drucken · Versenden ·
// Leserkommentare: 2", "Kommentare (0) Zur Startseite", -1 if it tells none.
func (p *pageParser) totalBeside(row string) int {
	row = strings.Trim(row, "|·• ") // "| 3 Kommentare"
	if words := strings.Fields(row); len(words) > 1 && (isDigit(row[0]) || strings.HasSuffix(words[1], ")")) {
		if n := p.totalIn(words[0] + " " + words[1]); n >= 0 && (len(words) == 2 || !smallWord(row)) {
			return n
		}
	}
	for _, sign := range []string{" | ", " · ", " • "} {
		if !strings.Contains(row, sign) {
			continue
		}
		for part := range strings.SplitSeq(row, sign) {
			if n := p.totalIn(part); n >= 0 {
				return n
			}
			if at := strings.IndexByte(part, '('); at > 0 && strings.Contains(lower(part[:at]), "komment") { // "Beitrag kommentieren (312 Beiträge)"
				return p.totalIn(strings.Trim(part[at:], "()"))
			}
		}
	}
	return -1
}

// opensTotal tells a line that may say how many comments there are in words.
func opensTotal(l *line) bool {
	return isDigit(l.text[0]) || strings.HasPrefix(l.folded, "ein gedanke ") || strings.HasPrefix(l.folded, "eine antwort ") || strings.HasPrefix(l.folded, "ein kommentar ")
}

// opensCount keeps the pattern for numbers of comments off lines that cannot have
// it: a folded one begins with the number, or with a word that may stand before it.
func opensCount(folded string) bool {
	if folded == "" {
		return false
	}
	switch b := folded[0]; {
	case isDigit(b):
		return countsAnswers(strings.TrimLeft(folded, "0123456789.) "))
	case b == '(', b == ' ':
		return true
	}
	for _, word := range []string{"ein", "insgesamt", "alle ", "zeige alle", "zu den", "lesen sie alle", "bisher", "leser", "user", "-komm", "komm", "forum", "disk", "post", "beitr"} {
		if strings.HasPrefix(folded, word) {
			return true
		}
	}
	return false
}

// countsAnswers tells folded words that may stand behind the number of comments.
func countsAnswers(folded string) bool {
	for _, word := range []string{"kommentar", "comment", "leser", "user", "forum", "-", "beitr", "posting", "ergänz", "meinung", "gedanke", "antwort", "reaktion", "thought", "repl", "response", "discussion"} {
		if strings.HasPrefix(folded, word) {
			return true
		}
	}
	return false
}

// forumHeading tells folded words above comments: "34 Leserkommentare", "Die
// beliebtesten Kommentare", "Diskussion zum Artikel".
func forumHeading(folded string) bool {
	const most = 30 // letters behind them
	rest := strings.TrimLeft(folded, "0123456789")
	if len(rest) < len(folded) {
		var ok bool
		if rest, ok = strings.CutPrefix(rest, " "); !ok {
			return false
		}
	}
	rest = withoutOne(rest, "alle ", "die ", "neueste ", "neuste ", "ihre ", "unsere ")
	rest = withoutOne(rest, "beliebtesten ", "besten ", "neuesten ", "neusten ", "aktuellen ")
	word, behind, _ := strings.Cut(rest, " ")
	if utf8.RuneCountInString(behind) > most {
		return false
	}
	for _, heading := range []string{"kommentare", "meinungen", "ergänzungen", "postings", "leserbeiträge", "leserbriefe", "diskussion", "forum"} {
		if before, ok := strings.CutSuffix(word, heading); ok && (ofReaders(before) || heading == "forum" && ofReaders(strings.TrimSuffix(before, "kommentar"))) {
			return true
		}
	}
	return false
}

// ofReaders tells what may be in front of such a word: "leser-", "user", "online".
func ofReaders(before string) bool {
	const most = 7 // letters
	before = strings.TrimSuffix(before, "-")
	short := func(s string) bool {
		return utf8.RuneCountInString(s) <= most && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("*:_", r) }) < 0
	}
	return short(before) || short(withoutOne(before, "leser", "user", "nutzer", "online"))
}

// withoutOne takes the first of some beginnings from a text.
func withoutOne(s string, beginnings ...string) string {
	for _, start := range beginnings {
		if rest, ok := strings.CutPrefix(s, start); ok {
			return rest
		}
	}
	return s
}

// totalIn is the number of comments that a text tells, -1 if it tells none.
func (p *pageParser) totalIn(text string) int {
	if !opensCount(lower(text)) || strings.HasSuffix(text, "pro Seite") {
		return -1
	}
	m := p.total.FindStringSubmatch(text)
	if m == nil {
		return -1
	}
	if lower(m[1]) == "ein" || lower(m[1]) == "eine" {
		return 1
	}
	n, err := strconv.Atoi(strings.ReplaceAll(m[1]+m[2]+m[3]+m[4], ".", ""))
	if err != nil {
		return -1
	}
	return n
}
