package corpus

import "strings"

// findRelative finds "vor 3 Stunden", a date that nobody can know later.
func (p *pageParser) findRelative(l *line) []int {
	if !l.cued(cueRelative) || !mayRelate(l.folded) {
		return nil
	}
	return p.relative.FindStringIndex(l.text)
}

// findAgo finds "5 Jahre her" and "2 years ago" in the head of a comment, and "1 J."
// in a row of its buttons.
func (p *pageParser) findAgo(l *line) []int {
	if l.has(signDigit) && (strings.Contains(l.folded, "antworten") || strings.Contains(l.folded, "reply")) {
		if at := p.agoShort.FindStringIndex(l.text); at != nil {
			return at
		}
	}
	if len(l.folded) != len(l.text) || !strings.HasSuffix(l.folded, "her") && !strings.Contains(l.folded, " ago") && !strings.Contains(l.folded, " zuvor") {
		return nil
	}
	return p.ago.FindStringIndex(l.folded)
}

// shortRelative is findRelative for a line that has hardly anything else.
func (p *pageParser) shortRelative(l *line) []int {
	const most = 50 // bytes
	if len(l.text) >= most {
		return nil
	}
	return p.findRelative(l)
}

// mayRelate keeps the pattern off "vor dem" and "vor allem".
func mayRelate(folded string) bool {
	if strings.Contains(folded, "gestern") || strings.Contains(folded, "heute") {
		return true
	}
	for {
		_, behind, ok := strings.Cut(folded, "vor ")
		if !ok {
			return false
		}
		if behind != "" && (isDigit(behind[0]) || strings.IndexByte("ezvfm", behind[0]) >= 0 || strings.HasPrefix(behind, "dr")) {
			return true
		}
		folded = behind
	}
}

// isReadTime tells "Lesedauer: 3 Min.".
func (p *pageParser) isReadTime(s string) bool {
	return len(s) <= maxHeading && p.readTime.MatchString(s)
}
