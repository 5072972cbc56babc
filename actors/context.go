package actors

import (
	"strings"
)

// nameFromContext finds two or more words in upper case that no list knows,
// when a verb of speech, a party, an age or a role goes with them, or when the
// last of them stands alone elsewhere, as surnames do.
func (a *article) nameFromContext(i int) (int, bool) {
	k := i + 1
	if a.attr(k)&isDeterminer != 0 {
		return 0, false // Abriss der Brücke
	}
	for a.sep(k) == sepSpace && a.attr(k)&isParticle != 0 {
		k++
	}
	if a.sep(k) != sepSpace || a.placeGenitive(i) || !a.namelike(i) || !a.namelike(k) && !a.otherBearer(i, k) || a.sep(i) == sepHyphen || a.commonWord(i) || a.commonWord(k) {
		return 0, false
	}
	last := a.extendSurname(k)
	if !a.openSurname(k) && !a.spokenBeside(i, last) && !a.roleBehind(last) && !a.countryman(i) && !a.besidePerson(i, last) && !(k == i+1 && a.sep(i) == sepSpace && a.standsAlone(k, last)) {
		return 0, false
	}
	a.addPerson(i, k, last, Speech)
	return last, true
}

// maxGiven is the length of the longest first name that no list has, in bytes.
const maxGiven = 10

// otherBearer tells whether the known surname at k stands behind a word like a
// first name, and that behind a noun: the Gastwirt Rulvan Tillich is another
// person than the one who is known.
func (a *article) otherBearer(i, k int) bool {
	return k == i+1 && a.openSurname(k) && a.sep(i) == sepSpace && a.hitAt(i-1) == nil && !isAdjective(a.text(i)) &&
		len(a.text(i)) <= maxGiven && (a.roleToken(i-1) || a.isNounForm(a.text(i-1)) && a.capital(i-1) || a.strangeName(i))
}

// strangeName tells whether token i, in the middle of a sentence, is no noun, for
// no article or adjective is before it, and in no list: it can only be a name.
func (a *article) strangeName(i int) bool {
	if i < 1 || a.toks[i].shape != title || !a.unlisted(i) || a.isNounForm(a.text(i)) || isRoleWord(a.text(i)) || len(a.text(i)) > maxGiven {
		return false
	}
	if endsAsAgent(a.text(i)) {
		return false
	}
	if a.sep(i) == sepHyphen {
		return (a.attr(i-1)&isFirst != 0 || a.strangeName(i-1)) && a.sep(i+1) != sepHyphen
	}
	before := a.toks[i-1]
	return a.sep(i) == sepSpace && before.shape == lower && a.attr(i-1)&(isDeterminer|isFirm|isMedia) == 0 && !isAdjective(a.text(i-1))
}

// endsAsAgent tells words with the endings of nouns for what people are or do,
// which no list can hold: Torjäger.
func endsAsAgent(w string) bool {
	for _, ending := range [...]string{"er", "ers", "ern", "in", "ist", "isten", "ent", "ant", "or", "eur", "star", "chef", "mann", "frau",
		"profi", "ling", "held", "boss", "kollege", "partner", "ung", "keit", "heit"} {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}

// namelike tells words in upper case that no list knows.
func (a *article) namelike(i int) bool {
	return a.toks[i].shape == title && a.unlisted(i) && a.hitAt(i) == nil
}

// spokenBeside tells whether a verb of speech, a party or an age goes with the
// name in tokens first to last.
func (a *article) spokenBeside(first, last int) bool {
	if a.sep(first) == sepSpace && a.attr(first-1)&isSpeech != 0 || a.sep(last+1) == sepSpace && a.attr(last+1)&isSpeech != 0 {
		return true
	}
	if a.sep(last+1) != sepParen {
		return false
	}
	if h := a.hitAt(last + 1); h != nil && h.actor >= 0 {
		return a.found[h.actor].kind == Org
	}
	return a.toks[last+1].shape == digits && len(a.text(last+1)) == 2
}

// besidePerson tells whether "und" joins the name in tokens first to last to a
// person who is named in full: Ida Krelling und Wexla Tronell.
func (a *article) besidePerson(first, last int) bool {
	if a.sep(first) == sepSpace && a.text(first-1) == "und" && a.sep(first-1) == sepSpace {
		h := a.hitAt(first - 2)
		return h != nil && h.first < h.last && a.isKind(h, Person)
	}
	k := last + 2
	return a.sep(k) == sepSpace && a.sep(k-1) == sepSpace && a.text(k-1) == "und" && a.attr(k)&isFirst != 0 && a.capital(k) &&
		a.attr(k)&isDoubtful == 0 && a.sep(k+1) == sepSpace && a.capital(k+1) && a.couldBeSurname(k+1)
}

// countryman tells whether the noun before token i says where a person is from:
// die Französin.
func (a *article) countryman(i int) bool {
	if a.sep(i) != sepSpace || !a.capital(i-1) {
		return false
	}
	w := a.text(i - 1)
	for _, ending := range [...]string{"aner", "anerin", "länder", "länderin", "österreicher", "österreicherin", "Österreicher", "Österreicherin",
		"ranzose", "ranzösin", "Brite", "Britin", "Schotte", "Schottin", "Ire", "Irin", "talienerin", "taliener", "Spanier", "Spanierin",
		"Portugiese", "Portugiesin", "Belgier", "Belgierin", "Däne", "Dänin", "Schwede", "Schwedin", "Norweger", "Norwegerin", "Finne",
		"Finnin", "Pole", "Polin", "Tscheche", "Tschechin", "Slowake", "Slowakin", "Ungar", "Ungarin", "Rumäne", "Rumänin", "Bulgare",
		"Bulgarin", "Grieche", "Griechin", "Türke", "Türkin", "Kroate", "Kroatin", "Serbe", "Serbin", "Slowene", "Slowenin", "Bosnier",
		"Bosnierin", "Albaner", "Albanerin", "Ukrainer", "Ukrainerin", "Russe", "Russin", "Georgier", "Georgierin", "Israeli",
		"Israelin", "Palästinenser", "Palästinenserin", "Syrer", "Syrerin", "Ägypter", "Ägypterin", "Tunesier", "Tunesierin",
		"Algerier", "Algerierin", "Senegalese", "Kameruner", "Inder", "Inderin", "Chinese", "Chinesin", "Australier", "Australierin",
		"Kanadier", "Kanadierin", "Argentinier", "Argentinierin", "Chilene", "Chilenin"} {
		if strings.HasSuffix(w, ending) && !isRegion(w) {
			return true
		}
	}
	return false
}

// isRegion tells adjectives of Länder that end as nouns for people do:
// Saarländer, Rheinländer.
func isRegion(w string) bool {
	switch w {
	case "Saarländer", "Rheinländer", "Vogtländer", "Sauerländer", "Emsländer", "Münsterländer":
		return true
	}
	return false
}

// maxApposition is the number of words up to the role in an apposition.
const maxApposition = 3

// roleBehind tells whether an apposition with a role follows: ", der neue
// Sprecher des".
func (a *article) roleBehind(last int) bool {
	if a.sep(last+1) != sepComma {
		return false
	}
	for j := last + 1; j < len(a.toks) && j <= last+maxApposition; j++ {
		if j > last+1 && a.sep(j) != sepSpace {
			return false
		}
		if a.capital(j) {
			return a.roleToken(j)
		}
	}
	return false
}

// isOpener tells words in lower case with which sentences often begin.
func isOpener(w string) bool {
	switch w {
	case "Für", "Neben", "Mit", "Von", "Bei", "Nach", "Gegen", "Auch", "Doch", "Als", "Wenn", "Seit", "Ohne", "Durch", "Vor", "Zu", "Und",
		"Aber", "Denn", "Während", "Wie", "Weil", "Erst", "Dann", "Hat", "Ist", "War", "Laut", "Nur", "Da", "Dass", "Ob", "So":
		return true
	}
	return false
}

// maxScan bounds the tokens of an article that are searched for evidence of a
// single name, so that a long article takes no more than linear time.
const maxScan = 20000

// minAlone is how often a surname must stand alone to be taken for one.
const minAlone = 2

// standsAlone tells whether the surname in tokens first to last is there more
// often without what stands before it here, and not as a noun, and whether what
// stands before it never is there alone.
func (a *article) standsAlone(first, last int) bool {
	surname, given := a.span(first, last), a.text(first-1)
	n := 0
	alone := false
	a.evidence(func(i int) bool {
		if a.toks[i].shape != title || i == first || i == first-1 {
			return true
		}
		switch w := a.text(i); {
		case w == given && a.sep(i+1) != sepSpace, w == given && !a.capital(i+1):
			alone = true
		case w != surname && strings.TrimSuffix(w, "s") != surname:
		case i > 0 && a.sep(i) == sepSpace && (a.attr(i-1)&isDeterminer != 0 || a.capital(i-1) && !isOpener(a.text(i-1))):
		default:
			n++
		}
		return !alone
	})
	return !alone && n >= minAlone
}
