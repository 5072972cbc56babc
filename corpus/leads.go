package corpus

import (
	_ "embed" // the weights
	"fmt"
	"slices"
	"strings"
	"unicode"
)

//go:embed data/leads.tsv
var leadTable string

// leadTrait is a feature of a paragraph that may be the lead.
type leadTrait int

// The traits of a paragraph below the title.
const (
	leadBias leadTrait = iota
	leadRule           // what the rules say, see leadLike
	leadSecond
	leadThird
	leadTiny
	leadShort
	leadBrief
	leadMiddle
	leadUsual
	leadLongish
	leadLengthy
	leadVeryLong
	leadNoEnd
	leadDots
	leadOneSentence
	leadTwoSentences
	leadManySentences
	leadQuoted
	leadDigits
	leadReports
	leadWeekday
	leadPresents
	leadSpeaks
	leadWe
	leadNoTitleNouns
	leadTitleNouns
	leadManyTitleNouns
	leadAlien
	leadAtHome
	leadNamesAgain
	leadNextRefers
	leadNextPlace
	leadNextQuotes
	leadNextText
	leadNextShort
	leadNextAsks
	leadNextMeta
	leadNextPicture
	leadNextFurniture
	leadNextPlayer
	leadBelowTitle
	leadBelowMeta
	leadBelowPicture
	leadBelowFurniture
	leadBelowText
	leadMetaAbove
	leadPictureAbove
	leadMetaBelowTitle
	leadTightAbove
	leadTightBelow
	leadApartAbove
	leadApartBelow
	leadSpaced
	leadMuchShorter
	leadShorter
	leadLonger
	leadBeforeNext
	leadAlone
	leadFew
	leadMany
	leadInterview
	leadKicker
	leadSubheads
	leadFurnitureWords
	leadOutgrown
	leadSubtitle
	leadFirstShort
	leadPersonal
	leadPronoun
	leadPast
	leadDash
	leadApartShort
	leadTraits
)

func leadTraitNames() []string {
	return []string{
		leadBias: "bias", leadRule: "rule", leadSecond: "second", leadThird: "third", leadTiny: "tiny",
		leadShort: "short", leadBrief: "brief", leadMiddle: "middle", leadUsual: "usual", leadLongish: "longish",
		leadLengthy: "lengthy", leadVeryLong: "very long", leadNoEnd: "no end", leadDots: "dots",
		leadOneSentence: "one sentence", leadTwoSentences: "two sentences", leadManySentences: "many sentences",
		leadQuoted: "quoted", leadDigits: "digits", leadReports: "reports", leadWeekday: "weekday",
		leadPresents: "presents", leadSpeaks: "speaks", leadWe: "we", leadNoTitleNouns: "no title nouns",
		leadTitleNouns: "title nouns", leadManyTitleNouns: "many title nouns", leadAlien: "alien",
		leadAtHome: "at home", leadNamesAgain: "names again", leadNextRefers: "next refers",
		leadNextPlace: "next place", leadNextQuotes: "next quotes", leadNextText: "next text",
		leadNextShort: "next short", leadNextAsks: "next asks", leadNextMeta: "next meta",
		leadNextPicture: "next picture", leadNextFurniture: "next furniture", leadNextPlayer: "next player",
		leadBelowTitle: "below title", leadBelowMeta: "below meta", leadBelowPicture: "below picture",
		leadBelowFurniture: "below furniture", leadBelowText: "below text", leadMetaAbove: "meta above",
		leadPictureAbove: "picture above", leadMetaBelowTitle: "meta below title", leadTightAbove: "tight above",
		leadTightBelow: "tight below", leadApartAbove: "apart above", leadApartBelow: "apart below",
		leadSpaced: "spaced", leadMuchShorter: "much shorter", leadShorter: "shorter", leadLonger: "longer",
		leadBeforeNext: "before next", leadAlone: "alone", leadFew: "few", leadMany: "many",
		leadInterview: "interview", leadKicker: "kicker", leadSubheads: "subheads",
		leadFurnitureWords: "furniture words", leadOutgrown: "outgrown", leadSubtitle: "subtitle",
		leadFirstShort: "first short", leadPersonal: "personal", leadPronoun: "pronoun", leadPast: "past",
		leadDash: "dash", leadApartShort: "apart short",
	}
}

// newLeads reads the weights by which the lead is told from the first paragraphs.
func newLeads() (linear, error) {
	m, err := newLinear(leadTable, leadTraitNames())
	if err != nil {
		return nil, fmt.Errorf("read built-in lead weights: %w", err)
	}
	return m, nil
}

// leadTraitsOf are the traits of the kth of the paragraphs that may be the lead.
func (pg *page) leadTraitsOf(candidates []int, k int) (has [leadTraits]float64) {
	i := candidates[k]
	set := func(t leadTrait, yes bool) {
		if yes {
			has[t] = 1
		}
	}
	set(leadBias, true)
	set(leadRule, pg.leadLike(i))
	set(leadSecond, k == 1)
	set(leadThird, k == 2)
	set(leadFirstShort, k == 0 && len(pg.lines[i].text) <= longHeadline)
	pg.leadText(i, set)
	pg.leadTopic(i, set)
	pg.leadNext(i, set)
	pg.leadAbove(i, set)
	pg.leadAmong(i, set)
	return has
}

// leadText sets the traits that a paragraph has by what it says.
func (pg *page) leadText(i int, set func(leadTrait, bool)) {
	l := &pg.lines[i]
	s := l.text
	size := [...]int{60, 90, 125, 170, 220, 290, 370, 480}
	if at, _ := slices.BinarySearch(size[:], len(s)); at != 3 {
		set([...]leadTrait{leadTiny, leadShort, leadBrief, 0, leadMiddle, leadUsual, leadLongish, leadLengthy, leadVeryLong}[at], true)
	}
	first := firstRune(s)
	set(leadNoEnd, !sentenceEnd(s) && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "!"))
	set(leadDots, strings.HasSuffix(s, "…") || strings.HasSuffix(s, "..."))
	switch sentences := countSentences(s); {
	case sentences == 1:
		set(leadOneSentence, len(s) > longHeadline)
	case sentences == 2:
		set(leadTwoSentences, true)
	case sentences > 4:
		set(leadManySentences, true)
	}
	set(leadQuoted, isQuote(first))
	set(leadDigits, l.has(signDigit))
	reports, weekday, personal, past := false, false, false, false
	for word := range strings.SplitSeq(l.folded, " ") {
		for len(word) > 0 && strings.IndexByte(".,:;", word[len(word)-1]) >= 0 {
			word = word[:len(word)-1]
		}
		personal = personal || word == "ich" || word == "mir" || word == "mich" || word == "meine" || word == "mein"
		past = past || word == "war" || word == "waren" || word == "wurde" || word == "wurden" || word == "hatte" || word == "hatten"
		reports = reports || reporting(word)
		weekday = weekday || relativeDay(word)
	}
	set(leadPersonal, personal)
	set(leadPronoun, strings.HasPrefix(s, "Er ") || strings.HasPrefix(s, "Sie ") || strings.HasPrefix(s, "Es "))
	set(leadPast, past)
	set(leadDash, strings.Contains(s, " – ") || strings.Contains(s, " - "))
	set(leadReports, reports)
	set(leadWeekday, weekday)
	set(leadPresents, presents(l))
	formal, friendly, we := address(s)
	set(leadSpeaks, formal || friendly)
	set(leadWe, we)
	set(leadFurnitureWords, pg.p.model.says(l) >= leastWords)
}

// isQuote tells a quotation mark.
func isQuote(r rune) bool { return strings.ContainsRune("\"„“»«", r) }

// countSentences counts the sentences of a paragraph.
func countSentences(s string) int {
	n := 1
	for i := 0; i+2 < len(s); i++ {
		if (s[i] == '.' || s[i] == '?' || s[i] == '!') && s[i+1] == ' ' && !(s[i] == '.' && abbreviated(s[:i])) {
			n++
		}
	}
	return n
}

// reporting tells the verbs of reports: "sagte".
func reporting(word string) bool {
	switch word {
	case "sagte", "teilte", "erklärte", "berichtete", "berichten", "mitteilte", "bestätigte", "betonte", "so", "demnach", "zufolge", "laut":
		return true
	}
	return false
}

// relativeDay tells the days that news speak of.
func relativeDay(word string) bool {
	switch word {
	case "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag":
		return true
	}
	return false
}

// presentWords are words by which a lead presents its article: "Ein Interview".
func presentWords() []string {
	return []string{
		"interview", "ein gespräch", "im gespräch", "ein überblick", "ein kommentar", "eine analyse", "ein porträt",
		"ein gastbeitrag", "eine reportage", "unser autor", "unsere autorin", "erklärt ", "verrät ", "zeigt ",
	}
}

// presents tells a line with one of these words.
func presents(l *line) bool {
	if len(l.folded) <= maxNotice {
		return l.cued(cuePresents)
	}
	return slices.ContainsFunc(presentWords(), func(phrase string) bool { return strings.Contains(l.folded, phrase) })
}

// leadReach is how many lines below a paragraph are searched for its nouns.
const leadReach = 6

// leadTopic sets the traits by which a paragraph is about the same as the title and
// the text below.
func (pg *page) leadTopic(i int, set func(leadTrait, bool)) {
	l := &pg.lines[i]
	all := nouns(l.text)
	title, below := 0, 0
	headline := pg.lines[pg.title].folded
	for n, noun := range all {
		if strings.Contains(headline, noun) {
			title++
		}
		if atHome := below > 1 && 2*below >= len(all); !atHome && (below == 0 || 2*(below+len(all)-n) >= len(all)) { // else all is known
			below += pg.nounBelow(noun, i)
		}
	}
	set(leadNoTitleNouns, title == 0)
	set(leadTitleNouns, title == 1)
	set(leadManyTitleNouns, title > 2)
	set(leadAlien, len(all) > 1 && below == 0)
	set(leadAtHome, 2*below >= len(all) && below > 1)
	set(leadNamesAgain, pg.namesAgain(i))
}

// namesAgain tells whether two words with capitals that follow each other in a
// paragraph, as the names of people do, stand in one below again: a text names
// people in full where they first come.
func (pg *page) namesAgain(i int) bool {
	const reach = 3
	before := ""
	for word := range strings.FieldsSeq(pg.lines[i].text) {
		if !unicode.IsUpper(firstRune(word)) {
			before = ""
			continue
		}
		word = strings.TrimRight(word, ".,:;!?)“\"")
		if before != "" && len(before) > 3 {
			name := before + " " + word
			for k := i + 1; k < min(i+1+reach, pg.end); k++ {
				if pg.lines[k].kind == lineText && strings.Contains(pg.lines[k].text, name) {
					return true
				}
			}
		}
		before = word
	}
	return false
}
