package corpus

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// markKind says what a phrase needs to stand for its outlet.
type markKind int

const (
	markPhrase markKind = iota // nothing: only pages of this outlet have it
	markHost                   // to be no link to one of its pages
	markPortal                 // the same, and to be in no address of mail, which its readers have
	markName                   // a word beside it such as "Newsletter"
)

// outletMark is a phrase in the furniture of a page that may give its outlet
// away.
type outletMark struct {
	phrase string // folded
	exact  string // as it must be written, or in capitals; "" for hosts
	outlet string
	kind   markKind
	first  int // where the word by which it is kept stands in the phrase
}

// addMark keeps a phrase by its first word but articles, the longest first. All
// but hosts must be written as in the table, or in capitals: "die Zeit" is no
// "Die Zeit".
func (o *Outlets) addMark(text, outlet string, kind markKind) {
	m := outletMark{phrase: fold(text), outlet: outlet, kind: kind}
	if kind == markPhrase || kind == markName {
		m.exact = text
	}
	words := slices.DeleteFunc(strings.FieldsFunc(m.phrase, isNoWordRune), isArticle)
	if len(words) == 0 {
		return
	}
	m.first = strings.Index(m.phrase, words[0])
	list := slices.DeleteFunc(o.marks[words[0]], func(old outletMark) bool { return old.phrase == m.phrase && old.exact == m.exact && old.kind == m.kind })
	at := slices.IndexFunc(list, func(old outletMark) bool { return len(old.phrase) < len(m.phrase) })
	if at < 0 {
		at = len(list)
	}
	o.marks[words[0]] = slices.Insert(list, at, m)
}

func isArticle(low string) bool { return low == "die" || low == "der" || low == "das" || low == "the" }

// sighting is a mark in a line.
type sighting struct {
	*outletMark
	start, end int // in the folded line
}

// sight calls see for every mark that is written in a line. Within a longer
// one, shorter ones are not looked for: "BILD" in "SPORT BILD".
func (o *Outlets) sight(l *line, see func(sighting)) {
	if l.unmarked {
		return
	}
	l.unmarked = true
	done := 0 // bytes of the line that marks have taken
	for start, behind := nextTerm(l.folded, 0); start < behind; start, behind = nextTerm(l.folded, behind) {
		if start < done {
			continue
		}
		marks := o.sights.of(l.folded[start:behind])
		for i := range marks {
			m := &marks[i]
			from := start - m.first
			end := from + len(m.phrase)
			if m.kind == markName && end <= done || !m.standsAt(l, from) {
				continue
			}
			l.unmarked = false
			see(sighting{m, from, end})
			done = max(done, end)
		}
	}
}

// standsAt tells whether the phrase is written at a place of a line, and not
// within a word.
func (m *outletMark) standsAt(l *line, start int) bool {
	if start < 0 || !strings.HasPrefix(l.folded[start:], m.phrase) {
		return false
	}
	end := start + len(m.phrase)
	if opensWord(l.folded[end:]) && isWordRune(lastRune(m.phrase)) {
		return false
	}
	if m.exact == "" || len(l.text) != len(l.folded) || l.text[start:end] == m.exact {
		return true
	}
	return l.text[start:end] == strings.ToUpper(m.exact)
}

// opensWord tells whether a text begins with a letter or a digit.
func opensWord(s string) bool { return s != "" && isWordRune(firstRune(s)) }

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// cue cues a line with a mark in it. It is done only where the cue counts, as
// there are too many marks to look for them in every line.
func (o *Outlets) cue(l *line) {
	if len(l.text) > maxMeta {
		return
	}
	o.sight(l, func(s sighting) {
		if !o.common[s.phrase] {
			l.cues |= cueOutlet
		}
	})
}
