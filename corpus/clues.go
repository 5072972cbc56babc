package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clue is what speaks for a line standing above the text, within it or behind it.
// The forms of a line and its kinds are clues, and those below.
type clue uint8

// The clues beside forms and kinds, in the order of their names.
const (
	clueHuge clue = iota + clue(formFeatures) + clue(lineKinds)
	clueParagraph
	clueHeading
	clueTight
	clueApart
	clueFarApart
	clueDated
	clueDense0
	clueDense1
	clueDense2
	clueDense3
	clueBelowNoText
	clueBelowTexts
	clueAboveNoText
	clueAboveTexts
	clueHead
	clueQuarter
	clueHalf
	clueThird
	clueRest
	clueFoot
	clueSureText
	clueLikelyText
	clueLikelyFurniture
	clueFurniture
	clueSureFurniture
	clueSigned
	clueHeadline
	clueBelowMeta
	clueOffers
	clueListed
	cluePerson
	clueEnglish
	clueContinues
	clueCommands
	clueThin
	clueLight
	clueHeavy
	clueThick
	clueShortLines0
	clueShortLines1
	clueShortLines2
	clueNone
	clueLittle
	clueSome
	clueMuch
	clueMass
	clueForumBelow
	clueBoxBelow
	clueTop
	clueTail
	clues
)

func clueNames() (names [clues]string) {
	for f, name := range formNames() {
		names[f] = name
	}
	for k, name := range lineKindNames() {
		names[int(formFeatures)+k] = "is " + name
	}
	copy(names[clueHuge:], []string{"huge", "paragraph", "heading", "tight", "apart", "far apart", "dated", "no furniture near", "little furniture near", "much furniture near",
		"furniture all around", "no text above", "texts above", "no text below", "texts below", "in the first tenth", "in the first quarter", "in the first half", "in the third quarter",
		"in the fourth quarter", "in the last tenth", "words of text", "rather words of text", "rather words of furniture", "words of furniture", "surely words of furniture", "signed", "headline again",
		"below a dateline", "offers", "listed", "person", "english", "continues", "commands", "hardly text near", "little text near", "text near", "most text near", "no short lines", "short lines", "many short lines",
		"nothing above", "little above", "some above", "much above", "mass", "forum below the text", "box below the text", "top", "end of the page"})
	return names
}

// lineKindNames are the names of the kinds of a line.
func lineKindNames() [lineKinds]string {
	return [lineKinds]string{"text", "noise", "box", "end", "player", "copyright", "forum", "total", "meta", "sign-off", "credit", "caption", "address", "section", "kicker", "title", "lead",
		"subheading", "item", "comment"}
}

// cluesOf adds the clues of line i to a list.
func (pg *page) cluesOf(i int, s *surroundings, to []clue) []clue {
	l := &pg.lines[i]
	var has [formFeatures]bool
	if len(l.text) < longText {
		pg.ownForms(i, &has)
	} else {
		has[formBias], has[formLong], has[formDigits] = true, true, l.has(signDigit)
		endingOf(l, &has)
		pg.around(i, &has)
		_, has[formItem] = listItem(l.text)
	}
	has[formBeforeText], has[formBehindText], has[formLead] = false, false, false // they say less than what is found here
	for f, yes := range has {
		if yes {
			to = append(to, clue(f))
		}
	}
	to = append(to, clue(formFeatures)+clue(l.kind))
	add := func(c clue, yes bool) {
		if yes {
			to = append(to, c)
		}
	}
	const huge = 300 // bytes
	add(clueHuge, len(l.text) >= huge)
	add(clueParagraph, l.has(signParagraph))
	add(clueHeading, headingLike(l.text))
	add([...]clue{clueTight, clueApart, clueFarApart}[min(l.blanks, 2)], true)
	add(clueDated, l.has(signDigit) && len(l.text) <= maxMeta && l.hasDate())
	add(clueSigned, l.signed)
	add(clueTop, i == 0)
	add(clueHeadline, headlineLong(l.text) && len(l.text) <= maxTitle && (has[formTwice] || pg.contents[l.folded] || endsAlike(pg.trail, l.folded)))
	meta := false
	for k := max(0, i-4); k < i; k++ {
		meta = meta || pg.lines[k].kind == lineMeta
	}
	add(clueBelowMeta, meta)
	add(clueOffers, l.cued(cueOffer|cueLetter))
	add(clueListed, has[formItem] && pg.introduced(i))
	add(cluePerson, len(l.text) <= maxAuthor && l.words > 1 && !l.has(signDigit|signColon|signSlash|signBar|signBracket) && isPersonName(l.text))
	add(clueEnglish, s.english[i])
	add(clueContinues, continues(l.text))
	add(clueCommands, commands(l.folded))
	const steps = 40
	for range (s.text[i+1] - s.text[i]) * steps / max(1, s.text[len(s.text)-1]) {
		to = append(to, clueMass)
	}
	add(wordsClue(s.says[i]), true)
	return pg.cluesAround(i, s, to)
}

// hasDate tells a line with a date.
func (l *line) hasDate() bool {
	_, ok := l.date()
	return ok
}

// wordsClue is what the words of a line say.
func wordsClue(says float64) clue {
	switch {
	case says < -1:
		return clueSureText
	case says < -textWords:
		return clueLikelyText
	case says < textWords:
		return clueLikelyFurniture
	case says < 1:
		return clueFurniture
	}
	return clueSureFurniture
}

// cluesAround adds the clues that line i has by what stands around it.
func (pg *page) cluesAround(i int, s *surroundings, to []clue) []clue {
	const reach = 5 // lines
	n := len(s.bytes) - 1
	from, below := max(0, i-reach), min(n, i+1+reach)
	boxes := s.furnished[below] - s.furnished[from]
	switch {
	case boxes == 0:
		to = append(to, clueDense0)
	case boxes <= 3:
		to = append(to, clueDense1)
	case boxes <= 6:
		to = append(to, clueDense2)
	default:
		to = append(to, clueDense3)
	}
	switch s.long[i] - s.long[from] {
	case 0:
		to = append(to, clueBelowNoText)
	case 1:
	default:
		to = append(to, clueBelowTexts)
	}
	switch s.long[below] - s.long[i+1] {
	case 0:
		to = append(to, clueAboveNoText)
	case 1:
	default:
		to = append(to, clueAboveTexts)
	}
	thick := near(s.bytes, i)
	to = append(to, [...]clue{clueThin, clueLight, clueHeavy, clueThick}[min(3, 4*thick/s.thick)])
	to = append(to, [...]clue{clueShortLines0, clueShortLines1, clueShortLines1, clueShortLines1, clueShortLines2}[min(4, s.short[below]-s.short[from])])
	return pg.cluesOfPlace(i, s, to)
}

// cluesOfPlace adds the clues that line i has by how much text stands above it.
func (pg *page) cluesOfPlace(i int, s *surroundings, to []clue) []clue {
	switch b := s.bytes[i]; {
	case b == 0:
		to = append(to, clueNone)
	case b < 600:
		to = append(to, clueLittle)
	case b < 2500:
		to = append(to, clueSome)
	default:
		to = append(to, clueMuch)
	}
	at, total := s.bytes[i], s.bytes[len(s.bytes)-1]
	switch {
	case 10*at < total:
		return append(to, clueHead)
	case 4*at < total:
		return append(to, clueQuarter)
	case 2*at < total:
		return append(to, clueHalf)
	case 4*at < 3*total:
		return append(to, clueThird)
	case 10*at < 9*total:
		return append(to, clueRest)
	}
	switch pg.lines[i].kind {
	case lineForum, lineTotal:
		to = append(to, clueForumBelow)
	case lineBox, lineEnd:
		to = append(to, clueBoxBelow)
	}
	return append(to, clueFoot)
}

// introduced tells an item of a list above which a line ends with a colon.
func (pg *page) introduced(i int) bool {
	const reach = 20 // items
	for k := i - 1; k >= max(0, i-reach); k-- {
		l := &pg.lines[k]
		if strings.HasSuffix(l.text, ":") {
			return true
		}
		if _, item := listItem(l.text); !item {
			return false
		}
	}
	return false
}

// continues tells a text that begins with a small letter.
func continues(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(first)
}
