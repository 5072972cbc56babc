package actors

import (
	"embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed words/*.txt
var wordFiles embed.FS

// wordID numbers the words that the recognizer knows.
type wordID int32

// unknown is the id of a word that is not in the lexicon.
const unknown wordID = -1

// attr is a set of properties of a word.
type attr uint32

const (
	isFemale     attr = 1 << iota // a woman's first name
	isMale                        // a man's first name
	isDoubtful                    // a first name that may be something else: Mark, Rose
	isTitle                       // stands before a person's name alone: Herr, Dr
	isRole                        // may stand before a name: Minister, Sprecherin
	isParticle                    // inside a surname: von, bin
	isDeterminer                  // before nouns, not before names: der, im
	isSpeech                      // a verb of speech: sagte
	isNoun                        // a common noun, not a surname unless shown
	isHead                        // of an organisation's name: Landgericht, Universität
	isLegal                       // a legal form: GmbH
	isMedia                       // speaks of media beside it: Zeitung, berichtet
	isFirm                        // before an organisation's name: Firma, Verein
	isClub                        // begins the name of a sports club: FC
	isPlace                       // a city or region
	isThing                       // what a street, prize or law is called at its end: Straße
	isRoleNoun                    // head of a solid compound with an organisation: chef, sprecher
	isFrequent                    // a frequent surname
	isContext                     // a word that speaks for an actor of the knowledge base
)

// isFirst is any first name.
const isFirst = isFemale | isMale | isDoubtful

// lexicon holds words and their properties.
type lexicon struct {
	numbers numbers
	attrs   []attr // by id
}

// classes are the files of words and what they say of a word.
func classes() []struct {
	file string
	attr attr
} {
	return []struct {
		file string
		attr attr
	}{
		{"female", isFemale}, {"male", isMale}, {"doubtful", isDoubtful}, {"given", isDoubtful}, {"titles", isTitle}, {"roles", isRole},
		{"particles", isParticle}, {"determiners", isDeterminer}, {"speech", isSpeech}, {"nouns", isNoun},
		{"heads", isHead}, {"legal", isLegal}, {"media", isMedia}, {"firms", isFirm}, {"clubs", isClub},
		{"places", isPlace}, {"things", isThing}, {"surnames", isFrequent},
	}
}

// load reads the embedded word lists: words between white space, # begins a
// comment.
func (l *lexicon) load() error {
	l.numbers = newNumbers(1 << 16)
	for _, c := range classes() {
		text, err := wordFiles.ReadFile("words/" + c.file + ".txt")
		if err != nil {
			return fmt.Errorf("read words of class %s: %w", c.file, err)
		}
		for line := range strings.Lines(string(text)) {
			line, _, _ = strings.Cut(line, "#")
			for w := range strings.FieldsSeq(line) {
				l.attrs[l.intern(w)] |= c.attr
			}
		}
	}
	return nil
}

// intern gives the id of a word, a new one if need be.
func (l *lexicon) intern(w string) wordID {
	if id := l.numbers.find(w); id != unknown {
		return id
	}
	l.attrs = append(l.attrs, 0)
	return l.numbers.add(w)
}

// lookup gives the id of a word, or unknown.
func (l *lexicon) lookup(w string) wordID { return l.numbers.find(w) }

// of gives the properties of a word.
func (l *lexicon) of(id wordID) attr {
	if id == unknown {
		return 0
	}
	return l.attrs[id]
}

// roles are nouns of office and profession, and how compounds with them end, of
// endBytes and more.
var roles = [...]string{
	"minister", "ministerin", "präsident", "präsidentin", "chef", "chefin", "kanzler",
	"kanzlerin", "sprecher", "sprecherin", "vorsitzende", "vorsitzender", "vorsitzenden", "vorstand", "direktor",
	"direktorin", "sekretär", "sekretärin", "richter", "richterin", "anwalt", "anwältin", "professor", "professorin",
	"experte", "expertin", "politiker", "politikerin", "trainer", "trainerin", "kommissar", "kommissarin", "senator",
	"senatorin", "meister", "meisterin", "beauftragte", "beauftragter", "beauftragten", "kandidat", "kandidatin",
	"kandidaten", "forscher", "forscherin", "wissenschaftler", "wissenschaftlerin", "abgeordnete", "abgeordneter",
	"abgeordneten", "leiter", "leiterin", "manager", "managerin", "general", "gründer", "gründerin", "bischof",
	"autor", "autorin", "ökonom", "ökonomin", "vize", "ologe", "ologin", "stürmer", "spieler", "spielerin", "jährige",
	"jähriger", "jährigen", "sänger", "sängerin", "schauspieler", "schauspielerin", "regisseur", "regisseurin",
	"landrat", "rätin", "stadtrat", "geschäftsführer", "geschäftsführerin", "botschafter", "botschafterin", "star",
	"redakteur", "redakteurin", "reporter", "reporterin", "korrespondent", "korrespondentin", "journalist",
	"journalistin", "historiker", "historikerin", "aktivist", "aktivistin", "unternehmer", "unternehmerin",
	"ministers", "präsidenten", "experten", "kollege", "kollegin",
}

// endBytes is the length of an ending by which most words are told from roles.
const endBytes = 4

// endOf is a small number for the last endBytes of a word, which must have them.
func endOf(w string) uint32 {
	return uint32(word32(w[len(w)-endBytes:])) * 0x9E3779B1 >> 22
}

// roleEnds tells by endOf how roles end.
var roleEnds = func() (ends [1 << 10]bool) {
	for _, role := range roles {
		ends[endOf(role)] = true
	}
	return ends
}()

// isRoleWord tells nouns of office and profession, which stand before names:
// those of the list, and compounds that end in one.
func isRoleWord(w string) bool {
	if len(w) <= endBytes || !roleEnds[endOf(w)] {
		return false
	}
	for _, role := range roles {
		if strings.HasSuffix(w, role) {
			return true
		}
	}
	return false
}

// endsInSurname tells whether a word is or ends in a frequent surname, as
// Schwarzfischer does.
func (l *lexicon) endsInSurname(w string) bool {
	if l.of(l.lookup(w))&isFrequent != 0 {
		return true
	}
	for i := range w {
		if i == 0 {
			continue
		}
		r, n := utf8.DecodeRuneInString(w[i:])
		if l.of(l.lookup(string(unicode.ToUpper(r))+w[i+n:]))&isFrequent != 0 {
			return true
		}
	}
	return false
}
