package actors

import "presseschau/actors/internal/letter"

// token is a word of a section: a run of letters, marks and digits. Hyphens,
// apostrophes, full stops and the like separate tokens and are kept as the
// separator of the next one.
type token struct {
	start, end int32 // bytes in the section's text
	section    int32
	word       wordID // in the lexicon, or unknown
	sep        separator
	shape      shape
}

// separator is what stands between a token and the one before it.
type separator uint8

const (
	sepBreak      separator = iota // begin of text, end of line, any other punctuation
	sepSpace                       // blanks only
	sepHyphen                      // a hyphen, no blanks
	sepDot                         // a full stop, no blanks: E.ON
	sepDotSpace                    // a full stop and blanks: Robert F. Kennedy
	sepSlash                       // CDU/CSU
	sepAmp                         // H&M, Johnson & Johnson
	sepApostrophe                  // O'Neill, Putin's
	sepParen                       // an opening parenthesis
	sepComma                       // a comma and blanks
	sepCut                         // a hyphen and a blank: Luft- und Raumfahrt
)

// link is the class of separators that are the same within an alias.
type link uint8

const (
	linkNone  link = iota // no alias goes on here
	linkJoin              // blank or hyphen: Robert Koch-Institut, Robert-Koch-Institut
	linkDot               // full stop
	linkOther             // slash, ampersand, apostrophe
)

func (s separator) link() link {
	switch s {
	case sepSpace, sepHyphen, sepCut:
		return linkJoin
	case sepDot, sepDotSpace:
		return linkDot
	case sepSlash, sepAmp, sepApostrophe:
		return linkOther
	default:
		return linkNone
	}
}

// shape is how a token is written.
type shape uint8

const (
	lower  shape = iota // Wort in lower case
	title               // first letter in upper case
	upper               // two or more letters, all in upper case
	single              // one letter in upper case
	digits              // begins with a digit
)

// capital tells whether a token can begin a name.
func (s shape) capital() bool { return s == title || s == upper || s == single }

// appendTokens appends the tokens of text, without lexicon ids.
func appendTokens(toks []token, text string, section int) []token {
	gap := 0 // where the gap before the next token begins
	first := true
	for i := 0; i < len(text); {
		r, n := letter.At(text, i)
		if !letter.InWord(r) {
			i += n
			continue
		}
		end, sh := scanWord(text, i)
		t := token{start: int32(i), end: int32(end), section: int32(section), word: unknown, shape: sh}
		if !first {
			t.sep = separate(text[gap:i])
		} else if i > 0 && text[i-1] == '(' {
			t.sep = sepParen
		}
		toks = append(toks, t)
		first, gap, i = false, end, end
	}
	return toks
}

// scanWord finds the end of the word that begins at i, and its shape.
func scanWord(text string, i int) (int, shape) {
	first, n := letter.At(text, i)
	end := letter.WordEnd(text, i+n)
	switch {
	case first >= '0' && first <= '9':
		return end, digits
	case !letter.IsUpper(first):
		return end, lower
	case end == i+n:
		return end, single
	}
	for _, r := range text[i+n : end] {
		if !letter.IsUpper(r) {
			return end, title
		}
	}
	return end, upper
}

// separate classifies the text between two tokens.
func separate(gap string) separator {
	switch gap {
	case " ":
		return sepSpace
	case "-", "\u2010", "\u2011", "–":
		return sepHyphen
	case "- ":
		return sepCut
	case ", ":
		return sepComma
	case ".":
		return sepDot
	case ". ":
		return sepDotSpace
	case "/":
		return sepSlash
	case "&", " & ", "+":
		return sepAmp
	case "'", "’", "‘", "´", "`":
		return sepApostrophe
	}
	if gap[len(gap)-1] == '(' {
		return sepParen
	}
	for _, r := range gap {
		if r != ' ' && r != '\u00a0' && r != '\u202f' {
			return sepBreak
		}
	}
	return sepSpace
}
