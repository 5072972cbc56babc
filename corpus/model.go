package corpus

import (
	_ "embed" // the weights
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed data/weights.tsv
var weightTable string

// model tells furniture of which no table knows the wording from text: a
// logistic regression over the words of a line, its form, and what stands
// around it. Its weights are learnt from the pages of the tests, see
// TestTrain.
type model struct {
	words *lexicon[float64] // by stem
	forms [formFeatures]float64
	bytes [256]byteClass // as nextWord has them
}

// form is a feature of a line beside its words.
type form int

// The forms of a line, in the order of their names.
const (
	formBias form = iota
	formTiny
	formShort
	formMiddle
	formLong
	formOneWord
	formSentence
	formQuestion
	formExclaims
	formColon
	formDots
	formQuote
	formDigits
	formBars
	formArrow
	formCapitals
	formFormal
	formFriendly
	formWe
	formBelowFurniture
	formAboveFurniture
	formBetweenFurniture
	formBelowBox
	formBelowText
	formAboveText
	formSubheading
	formBetweenTexts
	formBeforeText
	formBehindText
	formTwice
	formOutlet
	formAlien
	formAtHome
	formItem
	formAsks
	formLead
	formFeatures
)

func formNames() [formFeatures]string {
	return [formFeatures]string{"bias", "tiny", "short", "middle", "long", "one word", "sentence", "question", "exclaims", "colon", "dots", "quote", "digits", "bars", "arrow", "capitals",
		"formal", "friendly", "we", "below furniture", "above furniture", "between furniture", "below box", "below text", "above text", "subheading", "between texts", "before text", "behind text",
		"twice", "outlet", "alien", "at home", "item", "asks", "lead"}
}

func newModel() (*model, error) {
	m := &model{bytes: byteClasses()}
	words := map[string]float64{}
	byName := map[string]form{}
	for f, name := range formNames() {
		byName[name] = form(f)
	}
	for n, columns := range builtinRows(weightTable) {
		if len(columns) != 3 {
			return nil, fmt.Errorf("read built-in weights: line %d: want kind, name, weight", n)
		}
		w, err := strconv.ParseFloat(columns[2], 64)
		if err != nil {
			return nil, fmt.Errorf("read built-in weights: line %d: %w", n, err)
		}
		if columns[0] == "word" {
			words[columns[1]] = w
			continue
		}
		f, ok := byName[columns[1]]
		if !ok {
			return nil, fmt.Errorf("read built-in weights: line %d: no form %q", n, columns[1])
		}
		m.forms[f] = w
	}
	m.words = newLexicon(words)
	return m, nil
}

// formsOf are the forms of a line that it has by itself.
func formsOf(l *line, has *[formFeatures]bool) {
	s := l.text
	has[formBias] = true
	switch {
	case len(s) < 20:
		has[formTiny] = true
	case len(s) < 60:
		has[formShort] = true
	case len(s) < longText:
		has[formMiddle] = true
	default:
		has[formLong] = true
	}
	has[formOneWord] = l.words == 1
	endingOf(l, has)
	has[formQuote] = strings.IndexByte(s, '"') >= 0 || l.has(signGreater) && strings.ContainsAny(s, "„“»")
	has[formDigits] = l.has(signDigit)
	has[formBars] = l.has(signBar) || strings.Contains(s, " / ")
	has[formArrow] = l.has(signGreater) && strings.ContainsAny(s, "›→>▶►↗")
	has[formCapitals] = l.words > 1 && !smallWord(s)
	if !has[formQuote] {
		formal, friendly, we := address(s)
		has[formFormal], has[formFriendly], has[formWe] = formal, friendly, we
	}
	has[formOutlet] = l.cued(cueOutlet)
	_, has[formItem] = listItem(s)
}

// endingOf are the forms of a line by its end.
func endingOf(l *line, has *[formFeatures]bool) {
	s := l.text
	has[formSentence] = l.has(signSentence) && strings.HasSuffix(strings.TrimRight(s, `"“”«»‘’')`), ".")
	has[formQuestion] = strings.HasSuffix(s, "?")
	has[formExclaims] = strings.HasSuffix(s, "!")
	has[formColon] = strings.HasSuffix(s, ":")
	has[formDots] = strings.HasSuffix(s, "…") || strings.HasSuffix(s, "...")
}

// foot tells a line behind the last comment that is furniture rather than its
// text: what readers write has words of furniture too, hence it must be sure.
func (m *model) foot(l *line) bool {
	const sure = 2.5 // logits
	sum := m.says(l)
	if sum < sure || len(l.text) > maxMeta || l.cued(cueAddress) {
		return false
	}
	var has [formFeatures]bool
	formsOf(l, &has)
	for f, yes := range has {
		if yes {
			sum += m.forms[f]
		}
	}
	return sum >= sure
}

// smallWord tells whether a word of a line begins with a small letter.
func smallWord(s string) bool {
	before := ' '
	for _, r := range s {
		if before == ' ' && unicode.IsLower(r) {
			return true
		}
		before = r
	}
	return false
}

// address tells how a text speaks to its reader, and whether it speaks of its
// newsroom. The first word has a capital in any case.
func address(s string) (formal, friendly, we bool) {
	const longest = 7 // bytes of these words
	n := 0
	for start, end := nextTerm(s, 0); start < end; start, end = nextTerm(s, end) {
		n++
		if end-start > longest {
			continue
		}
		switch s[start:end] {
		case "Sie", "Ihre", "Ihr", "Ihnen", "Ihren", "Ihrem", "Ihrer":
			formal = formal || n > 1
		case "du", "dich", "dir", "dein", "deine", "deinen", "deinem", "euch", "eure", "Du", "Dein", "Deine", "Dich":
			friendly = true
		case "wir", "uns", "unser", "unsere", "unserem", "unseren", "unserer", "Unser", "Unsere", "Wir":
			we = true
		}
	}
	return formal, friendly, we
}

// root is a folded noun without what may be its ending.
func root(word string) string {
	const (
		ending = 2 // bytes
		least  = 7 // of a word that is cut
	)
	if len(word) >= least {
		end := len(word) - ending
		for !utf8.RuneStart(word[end]) {
			end--
		}
		word = word[:end]
	}
	return stem(word)
}

// nouns gives the roots of the longer words with a capital.
func nouns(s string) (out []string) {
	const least = 5 // bytes
	low := lower(s)
	for start, end := nextTerm(s, 0); start < end; start, end = nextTerm(s, end) {
		if r, _ := utf8.DecodeRuneInString(s[start:]); end-start < least || !unicode.IsUpper(r) {
			continue
		}
		if len(low) == len(s) {
			out = append(out, root(low[start:end]))
		} else {
			out = append(out, root(lower(s[start:end])))
		}
	}
	return out
}
