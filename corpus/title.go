package corpus

import (
	"slices"
	"strings"
	"unicode"
)

// chosen takes the candidate that is most like a headline; where none is very much
// like one, captions are asked too.
func (pg *page) chosen(candidates []int) int {
	const (
		doubtful = 2.0
		better   = 1.0 // by which a caption must be
	)
	best, score := pg.choose(candidates)
	if score < doubtful && slices.ContainsFunc(pg.lines[:min(pg.opening[0], len(pg.lines))], func(l line) bool { return l.kind == lineCaption }) {
		if other, top := pg.choose(pg.headLines(true)); top > max(doubtful, score+better) {
			best = other
		}
	}
	if best >= 0 && best+1 < len(pg.lines) && pg.lines[best+1].kind == lineText && pg.lines[best+1].folded == pg.lines[best].folded {
		pg.lines[best].decide(lineNoise, titleAgain)
		return best + 1
	}
	return best
}

// choose takes the candidate with the highest score, the first of equals; -1 if
// none has the score that it needs.
func (pg *page) choose(candidates []int) (best int, top float64) {
	best = -1
	for k, i := range candidates {
		has := pg.traitsOf(candidates, k)
		if score := pg.p.ranker.score(has[:]); score > top && score > pg.leastScore(i) {
			best, top = i, score
		}
	}
	return best, top
}

// leastScore is the score that line i needs: more below text, which it would take
// from the body.
func (pg *page) leastScore(i int) float64 {
	const (
		sure  = 2.5
		quote = 1 // for a quotation above all else, which ends as a sentence does
	)
	switch {
	case i < pg.opening[0]:
		return 0
	case i == 0 && len(pg.lines[i].text) <= longHeadline && isQuote(firstRune(pg.lines[i].text)):
		return quote
	}
	return sure
}

// ruledScore is the score of the kth candidate among the others.
func (pg *page) ruledScore(candidates []int, k int) int {
	i := candidates[k]
	score := pg.titleScore(i)
	if pg.headlineBefore(candidates[:k], i) {
		score -= 4 // title, dateline, lead
	}
	if k > 0 && headlineLong(pg.lines[candidates[k-1]].text) && (len(pg.lines[i].text) > 90 || !pg.kickerAbove(candidates[k-1], i)) {
		score -= 4 // title, lead or caption
	}
	if i > 0 && pg.lines[i-1].kind == lineCredit && k+1 < len(candidates) && pg.anotherTitle(candidates[k+1]) {
		score -= 3 // the caption of a picture above the title
	}
	if k > 1 && len(pg.lines[i].text) >= leadLong && candidates[k-1] == i-1 && candidates[k-2] == i-2 && pg.lines[i-1].words > 1 {
		score -= 5 // kicker, title, lead
	}
	return score
}

// headlineBefore tells whether one of the lines above line i, with dates or
// authors below it, has the words of a headline.
func (pg *page) headlineBefore(above []int, i int) bool {
	const least = 3 // words
	return slices.ContainsFunc(above, func(k int) bool {
		return pg.lines[k].words >= least && firstRune(pg.lines[k].text) != '>' && pg.metaBetween(k, i)
	})
}

// anotherTitle tells a line that is long enough for a title and too short for a
// lead.
func (pg *page) anotherTitle(i int) bool {
	s := pg.lines[i].text
	return headlineLong(s) && len(s) < leadLong && !sentenceEnd(s)
}

// titleScore says how much a line is like a headline in its place.
func (pg *page) titleScore(i int) int {
	s := pg.lines[i].text
	words := pg.lines[i].words
	score := 0
	if pg.contents[pg.lines[i].folded] {
		score += 6 // the first part of an article in parts has its title
	}
	if endsAlike(pg.trail, pg.lines[i].folded) {
		score += 3 // breadcrumbs end in the title, or in the kicker
	}
	if words < 3 {
		score -= 2
	}
	if !isQuote(firstRune(s)) && pg.p.model.says(&pg.lines[i]) >= furnitureWords {
		score -= 4
	}
	if len(s) > longHeadline {
		score -= 2
	}
	if !strings.ContainsFunc(s, unicode.IsUpper) {
		score -= 6 // abbreviations of editions, buttons
	}
	if nextTitle := i+1 < len(pg.lines) && pg.lines[i+1].kind == lineText && !pg.lines[i+1].paragraph(); nextTitle && opensWithGenre(pg.lines[i].folded) {
		score -= 5 // its kicker
	}
	if saysAge(s) || i+1 < len(pg.lines) && capitals(&pg.lines[i]) && !capitals(&pg.lines[i+1]) {
		score -= 2 // a caption names people in full; a line in capitals above another is its kicker
	}
	if headlineLong(s) {
		score += 3
	}
	if words >= 3 && (strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!")) {
		score += 2
	}
	if pg.aboveText(i) {
		score += 4
		if pg.creditBelow(i) {
			score -= 2 // a picture stands above the title too
		}
	}
	if sentenceEnd(s) {
		score -= 2
	}
	if dials(s) {
		score -= 6
	}
	if _, friendly, _ := address(s); friendly && len(nouns(s)) == 0 {
		score -= 3 // "Hast du schon bestellt?"
	}
	score += pg.recurs(i)
	if strings.Contains(s, ". ") {
		score -= 3
	}
	return score
}

// recurs scores a line no noun of which stands in the text, as those of a menu
// do not and one of a headline does.
func (pg *page) recurs(i int) int {
	all := nouns(pg.lines[i].text)
	if len(all) < 2 || isQuote(firstRune(pg.lines[i].text)) {
		return 0 // what somebody said need not stand in the text again
	}
	if slices.ContainsFunc(all, func(noun string) bool { return pg.nounAbove(noun, pg.end) }) {
		return 0
	}
	return -4
}

// opensWithGenre tells "Interview mit Ada Muster" and "Kolumne: Querbeet – Über
// Gärten", which are kickers where another headline follows.
func opensWithGenre(folded string) bool {
	word, rest, ok := strings.Cut(folded, " ")
	if label, found := strings.CutSuffix(word, ":"); found {
		return genre(label)
	}
	return ok && genre(word) && strings.HasPrefix(rest, "mit ")
}

// furnitureWords is what the words of a line say, in logits, that is hardly a
// headline.
const furnitureWords = 2

// longHeadline is the length in bytes above which hardly any headline is.
const longHeadline = 110

// endsAlike tells whether one of two folded lines ends with the other.
func endsAlike(a, b string) bool {
	const least = 12 // bytes
	return len(a) >= least && len(b) >= least && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
}

// saysAge tells "Horst B. (81) zeigt den Stock".
func saysAge(s string) bool {
	open := strings.Index(s, " (")
	return open > 0 && len(s) > open+4 && isDigit(s[open+2]) && isDigit(s[open+3]) && s[open+4] == ')'
}

// capitals tells a line without small letters.
func capitals(l *line) bool {
	return !l.has(signSmall) && l.has(signLetter) && l.text == strings.ToUpper(l.text) && l.text != l.folded
}

// headlineLong tells a line of four words or thirty bytes, or three long words.
func headlineLong(s string) bool {
	words := strings.Count(s, " ") + 1
	return words >= 4 || len(s) >= 30 || words == 3 && len(s) >= 20
}

// aboveText tells whether a dateline, a paragraph or a picture follows line i.
func (pg *page) aboveText(i int) bool {
	for k := i + 1; k < len(pg.lines); k++ {
		switch l := &pg.lines[k]; l.kind {
		case lineNoise, linePlayer, lineTotal:
		case lineMeta, lineCaption, lineCredit:
			return true
		default:
			return l.paragraph() || len(l.text) >= leadLong && len(l.text) > len(pg.lines[i].text)
		}
	}
	return false
}

// creditBelow tells whether what follows line i, but for furniture, is a caption
// with its credit, or a credit.
func (pg *page) creditBelow(i int) bool {
	for k := i + 1; k < len(pg.lines); k++ {
		if l := &pg.lines[k]; l.kind != lineNoise {
			return l.credited()
		}
	}
	return false
}

// leadLong is the length in bytes from which a line below a title is rather its
// lead than another title.
const leadLong = 75

// creditBetween tells whether the credit of a picture stands between two lines.
func (pg *page) creditBetween(i, k int) bool {
	return slices.ContainsFunc(pg.lines[i:k], func(l line) bool { return l.kind == lineCredit })
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

// titleAgain is the rule that drops the title where the page has it once more
// above.
const titleAgain = "title of the page"

// aboveTitle is the rule that drops what no other rule knows above the title.
const aboveTitle = "above the title"

// maxBetween is how many lines of furniture may stand between kicker and title.
// Above more of them is the claim of the outlet.
const maxBetween = 3

// setTitle settles the title and what stands directly above it.
func (pg *page) setTitle(t int) {
	l := &pg.lines[t]
	l.decide(lineTitle, "title")
	pg.a.Title = l.text
	if kicker, title, ok := kickerInTitle(l.text); ok {
		pg.a.Kicker, pg.a.Title = kicker, title
	}
	for i, between := t-1, 0; i >= 0; i-- {
		above := &pg.lines[i]
		if above.rule == titleAgain {
			break // breadcrumbs that lead to the title
		}
		if above.kind == lineNoise || above.kind == lineMeta || above.kind == lineText && clocked(above) {
			between++
			continue
		}
		menu := between > maxBetween || between > 0 && pg.endsMenu(i) || pg.navigates(i, t)
		other := pg.isSection(above) && !genre(above.folded) || slices.Contains(pg.a.Authors, above.text) || pg.noKicker(i)
		if above.kind == lineText && i < t-1 && pg.inMenuAbove(i) && pg.a.Section == "" {
			above.decide(lineSection, "section of the menu")
			pg.a.Section = above.text
		}
		if above.kind == lineText && !menu && !other && pg.metaBetween(i, t) && above.words <= 2 && pg.a.Section == "" && !strings.HasSuffix(above.text, ":") {
			above.decide(lineSection, "section above the dateline")
			pg.a.Section = above.text
		}
		if above.kind == lineText && !menu && !other && pg.a.Kicker == "" && (pg.kickerAbove(i, t) || pg.exclaims(i, t)) {
			above.decide(lineKicker, "kicker")
			pg.a.Kicker = strings.TrimRight(withoutDate(above), " :|")
		}
		break
	}
	for i := 0; i < t; i++ {
		if above := &pg.lines[i]; above.kind == lineText && !pg.isSection(above) {
			above.decide(lineNoise, aboveTitle)
		}
	}
}
