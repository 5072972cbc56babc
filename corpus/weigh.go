package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// enoughLogits is how sure the model must be that a line is furniture.
	enoughLogits = 2.2
	// sureLogits is the same where a subheading or a question may stand.
	sureLogits = 4.5
	// leastWords is what the words of a line must say that has no furniture
	// beside it: lists of names and results have the form of menus.
	leastWords = 0.8
	// wrappedShare is the share of lines, one of so many, that begin with a
	// small letter where sentences are cut into lines.
	wrappedShare = 5
)

// around are the forms of line i that it has by what stands around it.
func (pg *page) around(i int, has *[formFeatures]bool) {
	up, down := i-1, i+1
	furnishedUp := up >= 0 && pg.lines[up].furnished()
	furnishedDown := down < len(pg.lines) && (pg.lines[down].furnished() || pg.lines[down].kind == lineEnd)
	has[formBelowFurniture] = furnishedUp
	has[formAboveFurniture] = furnishedDown
	has[formBetweenFurniture] = furnishedUp && furnishedDown
	has[formBelowBox] = up >= 0 && pg.lines[up].kind == lineBox
	long := func(k int) bool {
		return k >= 0 && k < len(pg.lines) && (pg.lines[k].kind == lineText || pg.lines[k].kind == lineLead) && len(pg.lines[k].text) >= longText
	}
	has[formBelowText] = long(up)
	has[formAboveText] = long(down)
	has[formSubheading] = long(down) && !pg.lines[i].has(signSentence) && len(pg.lines[i].text) < longText
	has[formBetweenTexts] = long(up) && long(down)
	has[formAsks] = strings.HasSuffix(pg.lines[i].text, "?") && down < len(pg.lines) && pg.lines[down].kind == lineText && pg.lines[down].has(signSentence)
	has[formBeforeText] = i < pg.firstLong
	has[formLead] = has[formBeforeText] && pg.lines[i].has(signSentence)
	has[formBehindText] = i > pg.lastLong
}

// measureText finds the first and the last long paragraph, and whether sentences
// are cut into lines.
func (pg *page) measureText() {
	pg.firstLong, pg.lastLong = len(pg.lines), -1
	small := 0
	for i := range pg.end {
		l := &pg.lines[i]
		if l.kind != lineText {
			continue
		}
		if len(l.text) >= longText {
			pg.firstLong = min(pg.firstLong, i)
			pg.lastLong = i
		}
		if first, _ := utf8.DecodeRuneInString(l.text); unicode.IsLower(first) {
			small++
		}
	}
	pg.wrapped = small*wrappedShare > pg.end
	pg.markEnglish()
}

// markEnglish notes that most of the text of a page is English: the words of furniture
// are learnt from German pages, on which English ones are among them.
func (pg *page) markEnglish() {
	english := 0 // bytes of paragraphs, less those in other languages
	for i := range pg.end {
		if l := &pg.lines[i]; !l.paragraph() {
			continue
		} else if _, yes := pg.p.model.saysFirst(l); yes {
			english += len(l.text)
		} else {
			english -= len(l.text)
		}
	}
	for i := range pg.lines {
		if l := &pg.lines[i]; english > 0 {
			l.abroad, l.weighed = true, false
		}
	}
}

// allForms are all forms of line i.
func (pg *page) allForms(i int) (has [formFeatures]bool) {
	pg.ownForms(i, &has)
	has[formAlien], has[formAtHome] = pg.kinship(i)
	return has
}

// ownForms are the forms of line i that are found without looking for its words
// in the page.
func (pg *page) ownForms(i int, has *[formFeatures]bool) {
	pg.p.outlets.cue(&pg.lines[i])
	formsOf(&pg.lines[i], has)
	pg.around(i, has)
	has[formTwice] = pg.twice(i)
}

// furnitureLike tells whether the model is sure enough that line i is furniture,
// in logits. It looks for the nouns of the line in the text only where they
// decide.
func (pg *page) furnitureLike(i int, enough float64) bool {
	m := pg.p.model
	sum := m.says(&pg.lines[i])
	if sum < leastWords && !pg.besideKnown(i) {
		return false
	}
	var has [formFeatures]bool
	pg.ownForms(i, &has)
	for f, yes := range has {
		if yes {
			sum += m.forms[f]
		}
	}
	switch alien, home := m.forms[formAlien], m.forms[formAtHome]; {
	case sum+max(0, alien, home) < enough:
		return false
	case sum+min(0, alien, home) >= enough:
		return true
	}
	alien, home := pg.kinship(i)
	switch {
	case alien:
		sum += m.forms[formAlien]
	case home:
		sum += m.forms[formAtHome]
	}
	return sum >= enough
}

// enough is how sure the model must be of line i, in logits: more of what stands
// where subheadings do, and of what asks as an interviewer does.
func (pg *page) enough(i int) float64 {
	down := i + 1
	if down == len(pg.lines) || pg.lines[down].kind != lineText {
		return enoughLogits
	}
	l, below := &pg.lines[i], &pg.lines[down]
	up := i > 0 && pg.lines[i-1].furnished()
	switch {
	case strings.HasSuffix(l.text, "?") && (below.has(signSentence|signParagraph) || pg.interview()), isQuote(firstRune(l.text)):
		return sureLogits
	case !up && len(below.text) >= longText && !l.has(signSentence) && len(l.text) < longText:
		return sureLogits
	case !up && i > pg.firstLong && !l.has(signSentence) && bulleted(below.text): // heads a list
		return sureLogits
	}
	return enoughLogits
}

// bulleted tells an item of a list.
func bulleted(s string) bool {
	_, item := listItem(s)
	return item
}

// besideKnown tells whether furniture that tables and rules know is above or
// below line i.
func (pg *page) besideKnown(i int) bool {
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(pg.lines) && pg.lines[k].furnished() && pg.lines[k].rule != strange {
			return true
		}
	}
	return false
}

// strange is the rule that drops what the model takes for furniture.
const strange = "like furniture"

// markStrange drops lines that no table knows but the model takes for
// furniture, twice because a line that goes speaks against its neighbours. Above
// the text only sentences go: others may be kicker and title.
func (pg *page) markStrange() {
	if pg.wrapped {
		return
	}
	var gone []int
	for i := range pg.end {
		if pg.strangeLine(i) {
			gone = append(gone, i)
		}
	}
	for _, i := range gone {
		for _, k := range []int{i - 1, i + 1} {
			if k >= 0 && k < pg.end {
				pg.strangeLine(k)
			}
		}
	}
}

// strangeLine drops line i if it is like furniture, and tells whether it did.
func (pg *page) strangeLine(i int) bool {
	l := &pg.lines[i]
	if l.kind != lineText || l.kept || len(l.text) > maxMeta && !l.cued(strangeCues) || len(l.text) > maxNotice {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(l.text); unicode.IsLower(first) {
		return false // goes on with a sentence
	}
	if i < pg.firstLong && (!l.has(signParagraph) || len(l.text) < minLead) {
		return false
	}
	if _, item := listItem(l.text); item || !pg.furnitureLike(i, pg.enough(i)) {
		return false
	}
	if _, _, credit := pg.p.splitCreditOf(l); credit || l.blanks == 0 && pg.p.agencies.only(l) {
		return false // "DDP" right below a caption
	}
	l.decide(lineNoise, strange)
	return true
}
