package corpus

import (
	_ "embed" // the weights
	"fmt"
	"slices"
	"strings"
	"unicode"
)

//go:embed data/headlines.tsv
var headlineTable string

// trait is a feature of a line that may be the headline.
type trait int

// The traits of a line, in the order of their names.
const (
	traitBias trait = iota
	traitRule       // what the rules say, see titleScore
	traitTiny
	traitShort
	traitMiddle
	traitUsual
	traitLong
	traitVeryLong
	traitOneWord
	traitTwoWords
	traitSentence
	traitQuestion
	traitExclaims
	traitColon
	traitDots
	traitSentences
	traitDigits
	traitDigitFirst
	traitDate
	traitClock
	traitBars
	traitCopyright
	traitSmallFirst
	traitCapitals
	traitSpeaks
	traitWe
	traitFurnitureWords
	traitSureFurniture
	traitTextWords
	traitNoNouns
	traitAlien
	traitAtHome
	traitAllAtHome
	traitTwice
	traitTrail
	traitItem
	traitPerson
	traitQuoted
	traitGenre
	traitCommands
	traitFirst
	traitLast
	traitOnly
	traitAboveText
	traitAboveLead
	traitAboveMeta
	traitBelowMeta
	traitAbovePicture
	traitBelowPicture
	traitAboveFurniture
	traitBelowFurniture
	traitAboveCandidate
	traitBelowCandidate
	traitBelowHeadline
	traitSetApart
	traitBelowParagraph
	traitBelowParagraphs
	traitNear
	traitMiddling
	traitFar
	traitVeryFar
	traitAboveLonger
	traitBelowShorter
	traitAboveTight
	traitBelowTight
	traitTop
	traitDeep
	traits
)

func traitNames() []string {
	return []string{
		traitBias: "bias", traitRule: "rule", traitTiny: "tiny", traitShort: "short", traitMiddle: "middle",
		traitUsual: "usual", traitLong: "long", traitVeryLong: "very long", traitOneWord: "one word",
		traitTwoWords: "two words", traitSentence: "sentence", traitQuestion: "question",
		traitExclaims: "exclaims", traitColon: "colon", traitDots: "dots", traitSentences: "sentences",
		traitDigits: "digits", traitDigitFirst: "digit first", traitDate: "date", traitClock: "clock",
		traitBars: "bars", traitCopyright: "copyright", traitSmallFirst: "small first",
		traitCapitals: "capitals", traitSpeaks: "speaks", traitWe: "we", traitFurnitureWords: "furniture words",
		traitSureFurniture: "sure furniture", traitTextWords: "text words", traitNoNouns: "no nouns",
		traitAlien: "alien", traitAtHome: "at home", traitAllAtHome: "all at home", traitTwice: "twice",
		traitTrail: "trail", traitItem: "item", traitPerson: "person", traitQuoted: "quoted",
		traitGenre: "genre", traitCommands: "commands", traitFirst: "first", traitLast: "last",
		traitOnly: "only", traitAboveText: "above text", traitAboveLead: "above lead",
		traitAboveMeta: "above meta", traitBelowMeta: "below meta", traitAbovePicture: "above picture",
		traitBelowPicture: "below picture", traitAboveFurniture: "above furniture",
		traitBelowFurniture: "below furniture", traitAboveCandidate: "above candidate",
		traitBelowCandidate: "below candidate", traitBelowHeadline: "below headline", traitSetApart: "set apart",
		traitBelowParagraph: "below paragraph", traitBelowParagraphs: "below paragraphs", traitNear: "near",
		traitMiddling: "middling", traitFar: "far", traitVeryFar: "very far", traitAboveLonger: "above longer",
		traitBelowShorter: "below shorter", traitAboveTight: "above tight", traitBelowTight: "below tight",
		traitTop: "top", traitDeep: "deep",
	}
}

// newRanker reads the weights by which the headline is told from what else stands
// above the text.
func newRanker() (linear, error) {
	m, err := newLinear(headlineTable, traitNames())
	if err != nil {
		return nil, fmt.Errorf("read built-in headline weights: %w", err)
	}
	return m, nil
}

// traitsOf are the traits of the kth of the candidates.
func (pg *page) traitsOf(candidates []int, k int) (has [traits]float64) {
	i := candidates[k]
	set := func(t trait, yes bool) {
		if yes {
			has[t] = 1
		}
	}
	has[traitBias] = 1
	has[traitRule] = float64(max(-8, min(10, pg.ruledScore(candidates, k)))) / 4
	pg.traitsOfText(i, set)
	pg.traitsOfPlace(candidates, k, set)
	return has
}

// traitsOfText are those that a line has by what it says.
func (pg *page) traitsOfText(i int, set func(trait, bool)) {
	l := &pg.lines[i]
	s := l.text
	size := [...]int{12, 20, 32, 60, 90, 120}
	at, _ := slices.BinarySearch(size[:], len(s)+1)
	if at > 0 {
		set(traitTiny+trait(min(at-1, 5)), true)
	}
	set(traitOneWord, l.words == 1)
	set(traitTwoWords, l.words == 2)
	set(traitSentence, l.has(signSentence) && strings.HasSuffix(strings.TrimRight(s, `"“”«»‘’')`), "."))
	set(traitQuestion, strings.HasSuffix(s, "?"))
	set(traitExclaims, strings.HasSuffix(s, "!"))
	set(traitColon, strings.HasSuffix(s, ":"))
	set(traitDots, strings.HasSuffix(s, "…") || strings.HasSuffix(s, "..."))
	set(traitSentences, sentenceBreaks(s))
	set(traitDigits, l.has(signDigit))
	set(traitDigitFirst, isDigit(s[0]))
	if l.has(signDigit) {
		_, dated := l.date()
		set(traitDate, dated)
		set(traitClock, strings.Contains(l.folded, " uhr"))
	}
	set(traitBars, l.has(signBar) || strings.Contains(s, " / ") || l.has(signGreater) && strings.ContainsAny(s, "›→>▶►»"))
	set(traitCopyright, l.cued(cueCopyright))
	first := firstRune(s)
	set(traitSmallFirst, unicode.IsLower(first) || !unicode.IsLetter(first) && !unicode.IsDigit(first) && !strings.ContainsRune("\"„“»«‚'¿(", first))
	set(traitCapitals, capitals(l))
	formal, friendly, we := address(s)
	quoted := strings.ContainsRune("\"„“»«", first)
	set(traitSpeaks, (formal || friendly) && !quoted)
	set(traitWe, we && !quoted)
	says := pg.p.model.says(l)
	set(traitFurnitureWords, says >= leastWords)
	set(traitSureFurniture, says >= furnitureWords)
	set(traitTextWords, says <= -textWords)
	set(traitQuoted, quoted)
	set(traitGenre, opensWithGenre(l.folded))
	set(traitCommands, commands(l.folded))
	set(traitPerson, l.words <= 3 && !l.has(signDigit) && pg.p.namesPerson(s))
	_, item := listItem(s)
	set(traitItem, item)
	all, found := nouns(s), 0
	for _, noun := range all {
		if pg.nounAbove(noun, pg.end) {
			found++
		}
	}
	set(traitNoNouns, len(all) == 0)
	set(traitAlien, len(all) > 0 && found == 0)
	set(traitAtHome, 2*found >= len(all) && found > 0)
	set(traitAllAtHome, found == len(all) && found > 1)
	set(traitTwice, pg.twice(i))
	set(traitTrail, pg.contents[l.folded] || endsAlike(pg.trail, l.folded))
}

// longerBy is by how many bytes what sums an article up is longer than its
// headline.
const longerBy = 20

// traitsOfPlace are those that a candidate has by what stands around it.
func (pg *page) traitsOfPlace(candidates []int, k int, set func(trait, bool)) {
	i := candidates[k]
	set(traitFirst, k == 0)
	set(traitLast, k == len(candidates)-1)
	set(traitOnly, len(candidates) == 1)
	if i+1 < len(pg.lines) {
		below := &pg.lines[i+1]
		text := below.kind == lineText
		set(traitAboveText, text && len(below.text) >= longText)
		set(traitAboveLead, text && len(below.text) >= leadLong && len(below.text) <= usualLead && below.has(signSentence))
		set(traitAboveMeta, below.kind == lineMeta)
		set(traitAbovePicture, below.kind == lineCaption || below.kind == lineCredit)
		set(traitAboveFurniture, below.furnished())
		set(traitAboveCandidate, k+1 < len(candidates) && candidates[k+1] == i+1)
		set(traitAboveLonger, k+1 < len(candidates) && candidates[k+1] == i+1 && len(below.text) > len(pg.lines[i].text)+longerBy)
		tight := k+1 < len(candidates) && candidates[k+1] == i+1 && below.blanks == 0
		set(traitAboveTight, tight && pg.spaced)
		set(traitBelowTight, pg.spaced && k > 0 && candidates[k-1] == i-1 && pg.lines[i].blanks == 0 && below.blanks > 0)
		set(traitSetApart, pg.lines[i].blanks > 0 && below.blanks > 0)
	}
	if i > 0 {
		above := &pg.lines[i-1]
		set(traitBelowMeta, above.kind == lineMeta)
		set(traitBelowPicture, above.kind == lineCaption || above.kind == lineCredit)
		set(traitBelowFurniture, above.furnished())
		set(traitBelowCandidate, k > 0 && candidates[k-1] == i-1)
		set(traitBelowShorter, k > 0 && candidates[k-1] == i-1 && headlineLong(above.text) && len(above.text)+longerBy < len(pg.lines[i].text))
		set(traitBelowHeadline, k > 0 && headlineLong(pg.lines[candidates[k-1]].text))
	}
	set(traitBelowParagraph, pg.opening[0] < i && i < pg.opening[1])
	set(traitBelowParagraphs, pg.opening[1] < i)
	switch far := pg.toText(i); {
	case far == 1:
	case far <= 3:
		set(traitNear, true)
	case far <= 6:
		set(traitMiddling, true)
	case far <= 15:
		set(traitFar, true)
	default:
		set(traitVeryFar, true)
	}
	set(traitTop, i < 3)
	set(traitDeep, i >= 30)
}

// toText is how many lines below line i the next long paragraph is, more than
// 15 if it is far.
func (pg *page) toText(i int) int {
	const reach = 16
	for k := i + 1; k < min(len(pg.lines), i+reach); k++ {
		if l := &pg.lines[k]; l.kind == lineText && len(l.text) >= longText {
			return k - i
		}
	}
	return reach
}

// findOpening finds the first two paragraphs that are no notices on cookies and
// accounts.
func (pg *page) findOpening() {
	pg.opening = [2]int{len(pg.lines), len(pg.lines)}
	n := 0
	for i := range pg.lines {
		if l := &pg.lines[i]; l.paragraph() && pg.p.model.says(l) < textWords && (len(l.text) > maxMeta || !addresses(l.text)) {
			pg.opening[n] = i
			if n++; n == len(pg.opening) {
				return
			}
		}
	}
}
