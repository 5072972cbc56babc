package corpus

import (
	"slices"
	"strings"
)

// repeated finds a candidate that stands twice, or once more with the name of
// the outlet behind it, as the name of the page; -1 if there is none.
func (pg *page) repeated(candidates []int) int {
	front := fold(pg.front)
	for _, i := range candidates {
		if front != "" && pg.lines[i].folded == front {
			return i
		}
	}
	for k := 1; k < len(candidates); k++ {
		if kicker, title := &pg.lines[candidates[k-1]], &pg.lines[candidates[k]]; front != "" && kicker.folded+" - "+title.folded == front {
			return candidates[k]
		}
	}
	keys := make([]string, len(candidates))
	for k, i := range candidates {
		keys[k] = tight(pg.lines[i].folded)
	}
	for k, i := range candidates {
		l := &pg.lines[i]
		if k+2 < len(candidates) && l.folded == pg.lines[candidates[k+1]].folded+" "+pg.lines[candidates[k+2]].folded {
			l.decide(lineNoise, "kicker and title in one")
			return candidates[k+2]
		}
		if k+1 < len(candidates) {
			if rest, ok := strings.CutPrefix(pg.lines[candidates[k+1]].folded, l.folded+" - "); ok && headlineLong(rest) {
				l.decide(lineNoise, "kicker in breadcrumbs")
				return candidates[k+1]
			}
		}
		cut := pg.pageTitle(i)
		for m, j := range candidates[k+1:] {
			below := pg.lines[j].folded
			again := keys[k] == keys[k+1+m] && headlineLong(l.text)
			if before, ends := strings.CutSuffix(l.folded, below); ends {
				again = again || strings.HasSuffix(before, ": ") && !pg.metaBetween(i, j) ||
					m > 0 && joined(before, pg.lines[candidates[k+m]].folded)
			}
			if label, more := strings.CutPrefix(l.folded, below+" "); more && headlineLong(pg.lines[j].text) && !strings.Contains(label, " ") {
				again = true // "Der Rat stimmt für den Hafen Neu", a teaser of the article itself
			}
			if again && (pg.creditBetween(i, j) || j == i+1 && (pg.recurs(j) < 0 || l.folded == below && pg.headlineAmong(candidates[:k]))) {
				again = false // a caption; the claim of the outlet, or a subtitle
			}
			if again || cut != "" && strings.HasSuffix(cut, below) {
				l.decide(lineNoise, titleAgain)
				return j
			}
		}
	}
	if len(candidates) == 1 {
		if l := &pg.lines[candidates[0]]; pg.pageTitle(candidates[0]) != "" {
			l.shorten(l.text[:len(pg.pageTitle(candidates[0]))])
		}
	}
	return -1
}

// headlineAmong tells whether one of some lines is long enough for a headline.
func (pg *page) headlineAmong(lines []int) bool {
	return slices.ContainsFunc(lines, func(i int) bool { return headlineLong(pg.lines[i].text) })
}

// joined tells whether the beginning of a line, "Kicker: Title", is the kicker that
// stands below it, above the title, in a line of its own.
func joined(beginning, kicker string) bool {
	sign, ok := strings.CutPrefix(beginning, strings.TrimRight(kicker, " :"))
	return ok && (sign == ": " || sign == " - ")
}

// tight is a folded line without the colons behind words, of which pages that
// write a title twice have one in one place only: "Brand : Stall zerstört".
func tight(s string) string {
	for _, sign := range []string{" : ", ": ", " - "} {
		s = strings.ReplaceAll(s, sign, " ")
	}
	return strings.TrimSuffix(s, ":")
}

// partsTitle tells the signs between a title and the name of an outlet.
func partsTitle(r rune) bool {
	switch r {
	case '-', '|', '–', '—', '•', '·':
		return true
	}
	return false
}

// pageTitle is the folded line without the name of an outlet, and perhaps a
// section, at its end: "Title - Politik - SZ.de"; "" if it has none.
func (pg *page) pageTitle(i int) string {
	s := pg.lines[i].folded
	if len(s) != len(pg.lines[i].text) || pg.lines[i].words < 3 || !strings.ContainsFunc(s, partsTitle) {
		return ""
	}
	found := false
	for {
		at, sign := -1, ""
		for _, sep := range []string{" - ", " | ", " – ", " — ", " • ", " · "} {
			if k := strings.LastIndex(s, sep); k > at {
				at, sign = k, sep
			}
		}
		if at < 0 {
			break
		}
		last := s[at+len(sign):]
		if name := pg.p.outlets.known(last); name != "" {
			if pg.pageName == "" {
				pg.pageName = name
			}
			found = true
		} else if !pg.p.furniture.sections.of(last) {
			break
		}
		s = s[:at]
	}
	if !found {
		return ""
	}
	return s
}
