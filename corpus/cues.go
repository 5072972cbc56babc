package corpus

// signs are what a line is made of, found by one look at its bytes.
type signs uint32

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
	cueOutlet                     // names and domains of outlets
	cueNews                       // agencies that write texts
	cueAgency                     // any agencies
	cueSale                       // sells
	cueHeading                    // headings of forums
	cuePresents                   // presents
	cueHint                       // mayHint
)

const (
	// longCues are the cues of lines longer than maxMeta.
	longCues = cueCopyright | cueLetter | cueCredit | cueOffer | cueAgency | cuePresents | cueHint
	// strangeCues are those by which such a line may be furniture.
	strangeCues = cueCopyright | cueLetter | cueOffer
)

// cueWords are the words of each cue, folded.
func cueWords() map[cues][]string {
	return map[cues][]string{
		cueCopyright: {"©", "(c)", "copyright", "alle rechte"},
		cueLetter:    {"newsletter"},
		cueMinute:    {"min"},
		cueForum:     {"komm", "mein", "post", "leser", "disk", "forum", "ergänz", "beitr", "gedanke", "antwort", "reakt", "thought", "repl", "respons", "comment"},
		cueAddress:   {"http", "www."},
		cueByline: {"von", "by ", "by:", "autor", "text", "redakt", "interview", "verfass", "bericht", "korrespondent", "reporter", "journalist",
			"kolumnist", "blogger", "mitarbeiter", "ressortleiter", "volont", "freie", "führte", "stellte",
			"kommentar", "analyse", "essay", "kolumne", "porträt", "beitrag", "protokoll", "moderation", "reportage", "glosse", "kritik", "rezension", "sprach ", "aus "},
		cueRelative: {"vor ", "gestern", "heute", " zuvor", " ago"},
		cueCredit:   {"©", "(c)", "cc by", "cc-by", "cc0"},
		cueOffer:    offerWords(),
		cueSale:     saleWords(),
		cuePresents: presentWords(),
		cueHint:     hintWords(),
		cueHeading:  {"kommentare", "meinungen", "ergänzungen", "postings", "leserbeiträge", "leserbriefe", "diskussion", "forum"},
	}
}
