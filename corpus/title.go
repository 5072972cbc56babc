package corpus

import (
	"slices"
	"strings"
)

// repeated finds a candidate that stands twice, or once more with the name of
// the outlet behind it, as the name of the page; -1 if there is none.
func (pg *page) repeated(candidates []int) int {
	for k, i := range candidates {
		for _, j := range candidates[k+1:] {
			if pg.lines[i].folded == pg.lines[j].folded || strings.HasSuffix(pg.lines[i].folded, ": "+pg.lines[j].folded) {
				pg.lines[i].decide(lineNoise, "title of the page")
				return j
			}
			if cut := pg.pageTitle(i); cut != "" && strings.HasSuffix(cut, pg.lines[j].folded) {
				pg.lines[i].decide(lineNoise, "title of the page")
				return j
			}
		}
	}
	if len(candidates) > 0 {
		i := candidates[0]
		if cut := pg.pageTitle(i); cut != "" && len(candidates) == 1 {
			pg.lines[i].text = pg.lines[i].text[:len(cut)]
		}
	}
	return -1
}

// pageTitle is the folded line without the name of an outlet, and perhaps a
// section, at its end: "Title - Politik - SZ.de"; "" if it has none.
func (pg *page) pageTitle(i int) string {
	s := pg.lines[i].folded
	if len(s) != len(pg.lines[i].text) {
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
		} else if !pg.p.furniture.sections[last] {
			break
		}
		s = s[:at]
	}
	if !found {
		return ""
	}
	return s
}

// choose takes the candidate with the best score as the title, the first of
// equals.
func (pg *page) choose(candidates []int) int {
	best, top := candidates[0], -100
	for k, i := range candidates {
		score := pg.titleScore(i)
		if k > 0 && pg.metaBetween(candidates[k-1], i) && len(strings.Fields(pg.lines[candidates[k-1]].text)) >= 3 {
			score -= 4 // title, dateline, lead
		}
		if k > 0 && headlineLong(pg.lines[candidates[k-1]].text) && (len(pg.lines[i].text) > 90 || !pg.kickerAbove(candidates[k-1], i)) {
			score -= 4 // title, lead or caption
		}
		if score > top {
			best, top = i, score
		}
	}
	return best
}

// titleScore says how much a line is like a headline in its place.
func (pg *page) titleScore(i int) int {
	s := pg.lines[i].text
	words := len(strings.Fields(s))
	score := 0
	if pg.contents[pg.lines[i].folded] {
		score += 6 // the first part of an article in parts has its title
	}
	if headlineLong(s) {
		score += 3
	}
	if words >= 3 && (strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!")) {
		score += 2
	}
	if pg.aboveText(i) {
		score += 4
	}
	if sentenceEnd(s) {
		score -= 2
	}
	if strings.Contains(s, ". ") {
		score -= 3
	}
	return score
}

// headlineLong tells a line of four words or thirty bytes.
func headlineLong(s string) bool { return len(strings.Fields(s)) >= 4 || len(s) >= 30 }

// aboveText tells whether a dateline, a paragraph or a picture follows line i.
func (pg *page) aboveText(i int) bool {
	for k := i + 1; k < len(pg.lines); k++ {
		switch l := &pg.lines[k]; l.kind {
		case lineNoise, linePlayer, lineTotal:
		case lineMeta, lineCaption, lineCredit:
			return true
		default:
			return l.paragraph()
		}
	}
	return false
}

// metaBetween tells whether dates or authors stand between two lines.
func (pg *page) metaBetween(i, k int) bool {
	for i++; i < k; i++ {
		if pg.lines[i].kind == lineMeta {
			return true
		}
	}
	return false
}

// kickerLike tells a few words without the signs of a headline.
func (pg *page) kickerLike(i int) bool {
	s := pg.lines[i].text
	if quoted := strings.ContainsRune("\"„“»«", firstRune(s)); quoted {
		return false
	}
	return len(strings.Fields(s)) <= 5 && len(s) <= 60 && !strings.ContainsAny(s, "?!") && (strings.HasSuffix(s, ":") || !sentenceEnd(s))
}

// kickerAbove allows a kicker one word more if the title follows at once.
func (pg *page) kickerAbove(i, title int) bool {
	return pg.kickerLike(i) || title == i+1 && pg.lines[title].blanks == 0 && len(strings.Fields(pg.lines[i].text)) == 6 && !strings.ContainsAny(pg.lines[i].text, "?!:")
}

// exclaims tells a kicker such as "Zoff um die Prinzessin!" right above a title.
func (pg *page) exclaims(i, title int) bool {
	s := pg.lines[i].text
	return title == i+1 && pg.lines[title].blanks == 0 && strings.HasSuffix(s, "!") && len(strings.Fields(s)) <= 5
}

// maxBetween is how many lines of furniture may stand between kicker and title.
// Above more of them is the claim of the outlet.
const maxBetween = 3

// setTitle settles the title and what stands directly above it.
func (pg *page) setTitle(t int) {
	l := &pg.lines[t]
	l.decide(lineTitle, "title")
	pg.a.Title = l.text
	for i, between := t-1, 0; i >= 0; i-- {
		above := &pg.lines[i]
		if above.kind == lineNoise || above.kind == lineMeta {
			between++
			continue
		}
		if above.kind == lineText && between <= maxBetween && !slices.Contains(pg.a.Authors, above.text) && !pg.isSection(above) && !pg.navigates(i, t) && (pg.kickerAbove(i, t) || pg.exclaims(i, t)) && pg.a.Kicker == "" {
			above.decide(lineKicker, "kicker")
			pg.a.Kicker = strings.TrimRight(above.text, " :")
		}
		break
	}
	for i := 0; i < t; i++ {
		if above := &pg.lines[i]; above.kind == lineText && !pg.isSection(above) {
			above.decide(lineNoise, "above the title")
		}
	}
}

// navigates tells a word below others of the navigation from a kicker, where
// the title brings its own: "Köln", "Region", "Rhein-Erft", "Einigung im Streit:
// Die Glocke schweigt".
func (pg *page) navigates(i, t int) bool {
	return i > 0 && !strings.Contains(pg.lines[i].text, " ") && strings.Contains(pg.lines[t].text, ": ") &&
		pg.lines[t].blanks == 0 && (pg.isSection(&pg.lines[i-1]) || pg.lines[i-1].kind == lineNoise)
}
