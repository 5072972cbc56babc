package corpus

import (
	_ "embed" // the weights
	"fmt"
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
	traitLabel
	traitComma
	traitNumbers
	traitPosted
	traitAccount
	traitSlogan
	traitPicture
	traitEndsAnother
	traitHoldsAnother
	traitElsewhere
	traitOpens
	traitOpensMany
	traitAmpersand
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
		traitTop: "top", traitDeep: "deep", traitLabel: "label", traitComma: "comma", traitNumbers: "numbers",
		traitPosted: "posted", traitAccount: "account", traitSlogan: "slogan", traitPicture: "picture",
		traitEndsAnother: "ends another", traitHoldsAnother: "holds another", traitElsewhere: "elsewhere",
		traitOpens: "opens", traitOpensMany: "opens many", traitAmpersand: "ampersand",
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
	wordingTraits(&pg.lines[i], set)
	pg.echoes(i, set)
	pg.traitsOfPlace(candidates, k, set)
	return has
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
