package corpus

import (
	_ "embed" // the weights
	"fmt"
	"slices"
	"strconv"
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

func traitNames() [traits]string {
	return [traits]string{"bias", "rule", "tiny", "short", "middle", "usual", "long", "very long", "one word", "two words", "sentence", "question", "exclaims", "colon", "dots", "sentences",
		"digits", "digit first", "date", "clock", "bars", "copyright", "small first", "capitals", "speaks", "we", "furniture words", "sure furniture", "text words", "no nouns", "alien", "at home",
		"all at home", "twice", "trail", "item", "person", "quoted", "genre", "commands", "first", "last", "only", "above text", "above lead", "above meta", "below meta", "above picture",
		"below picture", "above furniture", "below furniture", "above candidate", "below candidate", "below headline", "set apart", "below paragraph", "below paragraphs", "near", "middling",
		"far", "very far", "above longer", "below shorter", "above tight", "below tight", "top", "deep"}
}

// ranker tells the headline from what else stands above the text: a linear model
// over the traits of a line, as a choice among all lines and none (McFadden
// 1974). Its weights are learnt, see TestTrainHeadlines.
type ranker [traits]float64

func newRanker() (*ranker, error) {
	var r ranker
	names := traitNames()
	for n, columns := range builtinRows(headlineTable) {
		k := slices.Index(names[:], columns[0])
		w, err := strconv.ParseFloat(columns[len(columns)-1], 64)
		if len(columns) != 2 || k < 0 || err != nil {
			return nil, fmt.Errorf("read built-in headline weights: line %d: want trait and weight", n)
		}
		r[k] = w
	}
	return &r, nil
}

// score says how much a line with the given traits is like a headline; no
// headline at all has the score 0.
func (r *ranker) score(has *[traits]float64) (sum float64) {
	for k, v := range has {
		sum += r[k] * v
	}
	return sum
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
	says := pg.p.model.sayWords(l.folded)
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
		if l := &pg.lines[i]; l.paragraph() && pg.p.model.sayWords(l.folded) < textWords && (len(l.text) > maxMeta || !addresses(l.text)) {
			pg.opening[n] = i
			if n++; n == len(pg.opening) {
				return
			}
		}
	}
}
