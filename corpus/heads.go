package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// commentHead is the line, or lines, above a comment's text.
type commentHead struct {
	author string
	date   Date
	lines  int
}

// headAt reads the head of a comment at line i.
func (pg *page) headAt(i int) (commentHead, bool) {
	l := &pg.lines[i]
	if len(l.text) > longText || l.kind == lineComment || pg.inForum && i >= pg.closed || !pg.mayHead(i) {
		return commentHead{}, false
	}
	if strings.HasPrefix(l.folded, "antwort auf ") || l.has(signColon) && strings.Contains(l.folded, "stand:") || i+1 < len(pg.lines) && strings.HasPrefix(pg.lines[i+1].text, ">") {
		return commentHead{}, false
	}
	if pg.undated[i] {
		return commentHead{author: authorName(l.text), lines: 1}, true
	}
	if pg.said {
		if author := said(l.text); author != "" {
			return commentHead{author: author, lines: 1}, true
		}
	}
	head, ok := pg.cutAt(i)
	date, rest := head.date, head.rest
	if ok {
		if i+1 < len(pg.lines) && strings.Trim(rest, " |,") == "" {
			if name, ok := strings.CutPrefix(pg.lines[i+1].text, "von "); ok && strings.HasSuffix(name, ":") && len(name) <= maxAuthor {
				return commentHead{author: strings.TrimSuffix(name, ":"), date: date, lines: 2}, true
			}
		}
		if i+1 < len(pg.lines) && strings.Trim(rest, " |,") == "" {
			if below, ok := strings.CutSuffix(pg.lines[i+1].text, ":"); ok && len(below) < maxAuthor {
				if name := authorName(below); name != "" {
					return commentHead{author: name, date: date, lines: 2}, true
				}
			}
		}
		if head.author != "" {
			return commentHead{author: head.author, date: date, lines: 1}, true
		}
		return commentHead{}, false
	}
	if i+1 >= len(pg.lines) || l.kind != lineText || pg.lines[i+1].blanks > 1 || !pg.lines[i+1].mayDate() {
		return commentHead{}, false
	}
	// The name has a line of its own, the date the next, or the one behind
	// the number of points.
	below := i + 1
	if i+2 < len(pg.lines) && onlyNumber(pg.lines[below].text) {
		below++
	}
	head, ok = pg.cutAt(below)
	if !ok || head.author != "" {
		return commentHead{}, false
	}
	text := listHead(l.text)
	author := authorName(text)
	if pg.inForum {
		author = longName(text)
	}
	if author == "" || role(l.folded) || pg.p.furniture.chrome.of(trimPhrase(l.folded)) {
		return commentHead{}, false
	}
	return commentHead{author: author, date: head.date, lines: below + 1 - i}, true
}

// mayHead keeps most lines from being taken apart: there is a date on a head or
// right below it, unless the forum is of another kind.
func (pg *page) mayHead(i int) bool {
	return pg.lines[i].mayDate() || i+1 < len(pg.lines) && pg.lines[i+1].mayDate() || pg.said || pg.undated != nil
}

// listHead takes the bullet or number of a list from a head: "• anna", "3. anna
// sagt:".
func listHead(s string) string {
	if text, ok := listItem(s); ok {
		return text
	}
	if number, rest := numberOf(s); number > 0 && rest != "" {
		return rest
	}
	return s
}

// saysVerb tells "anna sagt:" and its like.
func saysVerb(s string) bool {
	for _, verb := range []string{" sagt:", " schreibt:", " meint:", " schrieb:", " says:", " sagt", " schreibt"} {
		if strings.HasSuffix(s, verb) {
			return true
		}
	}
	return false
}

// maxNameWords is the number of words in the longest name of a reader that
// shares its line.
const maxNameWords = 4

// longName is authorName for a line of its own in a forum, where a name may
// have more words: "der mit dem Router tanzt". Elsewhere that is a title above
// its date.
func longName(s string) string {
	const most = 6 // words
	if letters := strings.ReplaceAll(s, " ", ""); 2*utf8.RuneCountInString(letters) == utf8.RuneCountInString(s)+1 && utf8.RuneCountInString(letters) > maxNameWords {
		if authorName(letters) != "" && !strings.ContainsFunc(s, unicode.IsDigit) {
			return s // "p r a t e r s t e r n"
		}
	}
	for _, label := range []string{"Kommentar von ", "Antwort von "} {
		if name, ok := strings.CutPrefix(s, label); ok {
			return authorName(name)
		}
	}
	if words := strings.Fields(s); len(words) > maxNameWords && len(words) <= most && !sentenceEnd(s) {
		if authorName(strings.Join(words[:maxNameWords], " ")) != "" && authorName(words[len(words)-1]) != "" && utf8.RuneCountInString(s) <= maxAuthor {
			return s
		}
	}
	return authorName(s)
}

// said is the name of the reader in "anna schrieb:"; "" if it is another line.
func said(s string) string {
	rest, ok := strings.CutSuffix(s, ":")
	if !ok {
		return ""
	}
	if name := authorName(rest); name != "" && strings.HasPrefix(rest, name+" ") {
		return name
	}
	return ""
}

// onlyNumber tells "24" and "+3".
func onlyNumber(s string) bool {
	if s != "" && s[0] < utf8.RuneSelf && isLetterByte(s[0]) {
		return false
	}
	return strings.Trim(s, "+-−0123456789 ") == ""
}

// cut is what cutDate makes of a line.
type cut struct {
	done, ok     bool
	date         Date
	rest, author string
}

// cutAt is cutDate of line i, which it remembers.
func (pg *page) cutAt(i int) (cut, bool) {
	if !pg.lines[i].mayDate() {
		return cut{}, false
	}
	if pg.cuts == nil {
		pg.cuts = pg.roomForCuts()
	}
	c := &pg.cuts[i]
	if !c.done {
		c.done = true
		c.date, c.rest, c.ok = pg.p.cutDate(&pg.lines[i])
		if c.ok {
			c.author = authorName(c.rest)
		}
	}
	return *c, c.ok
}

// cutDate takes the date, or "vor 3 Stunden", from the beginning or end of a
// line; rest is what else is there.
func (p *pageParser) cutDate(l *line) (date Date, rest string, ok bool) {
	text := l.text
	if len(text) > longText || !l.mayDate() {
		return "", "", false
	}
	start, end := 0, 0
	if span, found := l.date(); found {
		date, start, end = span.date, span.start, span.end
	} else if at := p.findRelative(l); at != nil {
		start, end = at[0], at[1]
	} else {
		return "", "", false
	}
	if open := strings.Count(text[:start], "(") - strings.Count(text[:start], ")"); open == 1 && strings.HasPrefix(strings.TrimSpace(text[end:]), ")") {
		text = text[:start] + text[start:end] // "Max (20.05.2014)"
	}
	behind := strings.Trim(text[end:], " :|,•·–-)]")
	if strings.HasPrefix(behind, "via") { // "via Mobile"
		behind = ""
	}
	if name, ok := nameBehind(text[:start], text[end:]); ok {
		return date, name, true
	}
	if start > 0 && behind != "" && !strings.HasPrefix(behind, "von ") && !strings.HasPrefix(behind, "#") && !isClock(behind) && behind != "Uhr" {
		return "", "", false // a date within a sentence
	}
	if isClock(behind) || behind == "Uhr" {
		behind = ""
	}
	return date, strings.TrimRight(text[:start], " ") + " " + behind, true
}

// mayDate tells a line that may hold a date.
func (l *line) mayDate() bool { return l.has(signDigit) || l.cued(cueRelative) }

// nameBehind reads "Mittwoch, 07.10.2015 | 12:40 | Monika Tal | 1 Antwort",
// with the name behind the date.
func nameBehind(before, behind string) (string, bool) {
	if before = strings.Trim(before, " ,|"); before != "" && dateLabel(before) != labelPlain {
		return "", false
	}
	sign, rest, ok := strings.Cut(strings.TrimSpace(behind), " ")
	if !ok || sign != "|" && sign != "·" && sign != "•" && sign != "-" && sign != "–" {
		return "", false
	}
	name, _, _ := strings.Cut(rest, " | ")
	return name, true
}

// authorName takes the name of a reader from what stands beside a date:
// "Max schrieb am", "Kommentar von Max,", "#3 Max –"; "" if it is no name.
func authorName(s string) string {
	whole := strings.Trim(s, " :|,")
	s = strings.Trim(s, " :|,•·–—-[]")
	if "-"+s+"-" == whole { // a name
		return whole
	}
	if strings.Count(s, "(") != strings.Count(s, ")") {
		s = strings.Trim(s, "() ")
	}
	if strings.HasPrefix(s, "#") || strings.HasPrefix(s, "Nr. ") {
		s = strings.TrimLeft(strings.TrimPrefix(s, "Nr. "), "#0123456789. ")
		s = strings.Trim(s, " :|,•·–—-()[]")
	}
	for changed := true; changed; {
		changed = false
		for _, tail := range []string{
			" schrieb", " schreibt", " sagt", " Sagt", " sagte", " meint", " kommentierte", " kommentiert", " antwortete",
			" am", " um", " vom", " den", " hat geschrieben", " says", " Uhr",
		} {
			if after, ok := strings.CutSuffix(s, tail); ok {
				s, changed = strings.TrimRight(after, " :|,•·–—-("), true
			}
		}
		for _, lead := range []string{
			"Antworten ", "Gast: ", "Kommentar von ", "Beitrag von ", "Von ", "von ", "Geschrieben von ", "Verfasst von ",
			"Autor: ", "Am ", "am ", "Name: ", "Benutzer ", "Antwort von ", "Leserkommentar von ",
		} {
			if after, ok := strings.CutPrefix(s, lead); ok {
				s, changed = strings.TrimLeft(after, " :|,•·–—-"), true
			}
		}
	}
	switch s {
	case "am", "um", "vom", "Am", "Um", "Uhr", "von", "Datum", "Stand", "Aktualisiert", "Veröffentlicht", "zuletzt", "Gestern", "Heute":
		return ""
	}
	if name, account, ok := strings.Cut(s, " ("); ok && strings.HasSuffix(account, ")") && isPersonName(name) {
		s = name // "Ada Freifrau von Muster (amuster)"
	}
	long := utf8.RuneCountInString(s) > maxAuthor || len(strings.Fields(s)) > maxNameWords
	if long || !strings.ContainsFunc(s, unicode.IsLetter) || dateLabel(s) != "" || strings.ContainsAny(s, ":;?!„“\"") {
		return ""
	}
	return s
}
