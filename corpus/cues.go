package corpus

import "strings"

// signs are what a line is made of, found by one look at its bytes.
type signs uint16

// The signs of a line.
const (
	signDigit     signs = 1 << iota // a digit
	signLetter                      // a letter of ASCII, or a byte of another character
	signSmall                       // a small letter of ASCII
	signColon                       // :
	signSlash                       // /
	signBar                         // |
	signBracket                     // ( or [
	signGreater                     // > or a byte of another arrow
	signHash                        // #
	signSentence                    // ends as sentences do
	signParagraph                   // is long enough for a paragraph, or is a sentence
)

// cues are words of a line by which rules know that they need not look closer
// where they are missing.
type cues uint32

// The cues in a line, each with the words that are one.
const (
	cueCopyright cues = 1 << iota // isCopyright
	cueLetter                     // newsletters
	cueMinute                     // players and reading times
	cueForum                      // headings and counts of forums
	cueAddress                    // addresses
	cueByline                     // byline
	cueRelative                   // "vor 3 Stunden"
	cueCredit                     // splitCredit
	cueOffer                      // promotes
	cueOutlet                     // marks of outlets
)

// longCues are the cues of lines longer than maxMeta.
const longCues = cueCopyright | cueLetter | cueCredit | cueOffer

// cueWords are the words of each cue, folded.
func cueWords() map[cues][]string {
	return map[cues][]string{
		cueCopyright: {"©", "(c)", "copyright", "alle rechte"},
		cueLetter:    {"newsletter"},
		cueMinute:    {"min"},
		cueForum:     {"komm", "mein", "post", "leser", "disk", "forum", "ergänz", "beitr"},
		cueAddress:   {"http", "www."},
		cueByline: {"von", "by ", "by:", "autor", "text", "redakt", "interview", "verfass", "bericht", "korrespondent", "reporter", "journalist",
			"kolumnist", "blogger", "mitarbeiter", "ressortleiter", "volont", "freie", "führte", "stellte",
			"kommentar", "analyse", "essay", "kolumne", "porträt", "beitrag", "protokoll", "moderation", "reportage", "glosse", "kritik", "rezension", "sprach ", "aus "},
		cueRelative: {"vor ", "gestern", "heute"},
		cueCredit:   {"©", "(c)", "cc by", "cc-by", "cc0"},
		cueOffer:    offerWords(),
	}
}

// looker finds the signs of lines.
type looker [256]signs

func newLooker() *looker {
	var l looker
	for b := range 256 {
		switch c := byte(b); {
		case isDigit(c):
			l[b] = signDigit
		case c >= 'a' && c <= 'z':
			l[b] = signLetter | signSmall
		case isLetterByte(c):
			l[b] = signLetter
		}
	}
	l[':'], l['/'], l['|'], l['('], l['['], l['>'], l['#'] = signColon, signSlash, signBar, signBracket, signBracket, signGreater, signHash
	for _, arrow := range []string{"›", "»", "→", "❯"} {
		l[arrow[0]] |= signGreater
	}
	return &l
}

// look gives the signs of a line, how many words it has, and whether it is clean
// as it stands. It may be wrong only in saying that it is not; what it says of
// signs and words then counts for nothing.
func (k *looker) look(s string) (all signs, words int, clean bool) {
	words = 1
	for i := 0; i < len(s); i++ {
		b := s[i]
		all |= k[b]
		switch {
		case b > ' ' && b < 0x7F:
		case b == ' ' && i > 0 && s[i-1] != ' ':
			words++
		default:
			n := plainRune(s[i:])
			if n == 0 {
				return 0, 0, false
			}
			i += n - 1
		}
	}
	return all | ending(s, all), words, !strings.HasSuffix(s, " ")
}

// lookAgain is look for a line of which it is known that it is clean.
func (k *looker) lookAgain(s string) (all signs, words int) {
	for i := 0; i < len(s); i++ {
		all |= k[s[i]]
	}
	return all | ending(s, all), strings.Count(s, " ") + 1
}

// ending gives the signs of a whole line.
func ending(s string, has signs) (all signs) {
	if sentenceEnd(s) {
		all |= signSentence
	}
	if paragraphLike(s, has|all) {
		all |= signParagraph
	}
	return all
}
