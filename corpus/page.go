package corpus

import (
	"fmt"
	"regexp"
	"sync"
	"unicode"
)

// pageParser makes articles of raw text scrapes of web pages. It may be used
// by several goroutines at once.
type pageParser struct {
	outlets   *Outlets
	furniture *furniture
	agencies  *agencies
	given     map[string]bool // first names
	looker    *looker
	model     *model
	ranker    linear // of headlines
	leads     linear // of leads
	stager    *stager
	rooms     sync.Pool // of *room

	copyright *regexp.Regexp // © SPIEGEL ONLINE 2015
	year      *regexp.Regexp // in a copyright line
	timeCode  *regexp.Regexp // 02:01
	placeLine *regexp.Regexp // Berlin (dpa) –
	player    *regexp.Regexp // Video: Was ist …? 01:11 Min
	total     *regexp.Regexp // insgesamt 91 Beiträge
	address   *regexp.Regexp // URL: http://…
	counted   *regexp.Regexp // Seite 2 von 3
	relative  *regexp.Regexp // vor 3 Stunden
	ago       *regexp.Regexp // 5 Jahre her
	agoShort  *regexp.Regexp // 5 J.
	readTime  *regexp.Regexp // Lesedauer: 3 Min.
	more      *regexp.Regexp // Mehr zum Thema Bahn
}

func newPageParser(outlets *Outlets) (*pageParser, error) {
	f, err := newFurniture(furnitureTable)
	if err != nil {
		return nil, err
	}
	a, err := newAgencies()
	if err != nil {
		return nil, err
	}
	m, err := newModel()
	if err != nil {
		return nil, err
	}
	r, err := newRanker()
	if err != nil {
		return nil, err
	}
	s, err := newLeads()
	if err != nil {
		return nil, err
	}
	g, err := newStager()
	if err != nil {
		return nil, err
	}
	f.cueNames(a)
	return &pageParser{
		outlets: outlets, furniture: f, agencies: a, given: newGiven(), looker: newLooker(), model: m, ranker: r, leads: s, stager: g,
		copyright: regexp.MustCompile(`(?i)^(?:copyright\s*(?:©|\(c\))?|©|\(c\))\s*:?\s*(\S.*)$|^.{0,60}\s(?:©|\(c\)|copyright)\s*(?:19|20)\d\d|^.{0,80}alle rechte vorbehalten\.?$`),
		year:      regexp.MustCompile(`(?:19|20)\d\d`),
		timeCode:  regexp.MustCompile(`^(?:\d{1,2}:)?\d{1,2}:\d\d(?:\s*/\s*(?:\d{1,2}:)?\d{1,2}:\d\d)?(?:\s*min\.?)?$`),
		placeLine: regexp.MustCompile(`^\p{Lu}[\p{L}./-]+(?: \p{Lu}[\p{L}./-]+){0,2}(?:/\p{Lu}\p{L}+)?(?: ?\(([^)]{2,40})\)| (taz|[a-z]{2,5}(?:/[a-z]{2,5})*))? ?(?:[-–—|]|\.\s?[-–—]) \S`),
		player:    regexp.MustCompile(`(?i)^.{0,140}\b\d{1,2}:\d\d\s*min(?:uten|\.)?\)?$|^(?:video|audio|player|podcast|trailer)\s*:\s.{0,100}[^.]$`),
		total: regexp.MustCompile(`(?i)^(\d[\d.]*|eine?)\s+(?:gedanken?|antwort(?:en)?|reaktion(?:en)?|thoughts?|repl(?:y|ies)|responses?|comments?|discussions?|kommentare?)\s+(?:zu|auf|on|to|for)\s.{1,160}$|^(?:insgesamt|diskutieren sie mit[!:]?|alle|zeige alle|zu den|lesen sie alle|bisher)?\s*\(?(\d[\d.]*)\)?\s+(?:leser|user|forums)?-?(?:kommentare?n?|comments?|ergänzung(?:en)?|beiträgen?|postings?|lesermeinungen|meinungen|leserbriefe)(?:\s.{0,25}|\sseite \d+ von \d+\s?\pL*)?$` +
			`|^(?:(?:leser|user)?-?kommentare \(\d+|postings? \d+ bis \d+) von (\d+)\)?$|^(?:(?:leser|user|alle )?-?kommentare?(?: lesen| anzeigen)?|forum|diskussion|(?:alle )?postings?|beiträge|lesermeinungen)(?: zu diesem artikel| zum beitrag| zum artikel| zum thema)?\s*[:(\[|–-]*\s*(\d[\d.]*)\s*(?:beiträge|kommentare|postings)?\s*[)\]]*$`),
		address:  regexp.MustCompile(`(?i)^(?:(url|permalink|adresse|kurz-url|kurzlink|artikel-url)|link|quelle|web|internet)?\s*:?\s*(https?://\S+|www\.\S+\.\S+)$`),
		counted:  regexp.MustCompile(`(?i)^ausgabe \d+/\d+$|^artikel \d+ ?/ ?\d+$|^item \d+ of \d+$|^\d+ (?:bild(?:er)?|fotos?|videos?)$|^(?:seite|bild|foto|teil)\s*\d+\s*(?:(?:von|/)\s*\d+)?$|^\d+\s*(?:/|von)\s*\d+$|^(?:\d+\s+)+(?:\d+|nächste|weiter|›|»|>)$|^(?:auf )?seite \d+:? .{0,60}$`),
		relative: regexp.MustCompile(`(?i)(?:^|\b)(?:vor\s+(?:\d+|einer?|einem|zwei|drei|vier|fünf|mehr als \d+)\s+(?:sekunden?|minuten?|min\.?|stunden?|std\.?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)|gestern|heute)(?:,?\s*(?:um\s*)?\d{1,2}[:.]\d\d(?:\s*uhr)?)?`),
		ago:      regexp.MustCompile(`(?:^|\b)(?:\d+|eine?|an?|one)\s+(?:sekunden?|minuten?|min\.?|stunden?|std\.?|tage?|wochen?|monate?|jahre?|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\s+(?:her|zuvor|ago)\b`),
		agoShort: regexp.MustCompile(`\b\d+\s?(?:J|Jhr|Std|Min|Tg|Wo|Mon|h|d|w|y|yr|yrs)\.?$`),
		more:     regexp.MustCompile(`^(?:Mehr|Alles|Weiteres|Lesen Sie mehr|Weitere Artikel|Weitere Nachrichten|Weitere Meldungen|Videos|Bilder|Artikel|Themenseite|Dossier)(?: rund)? (?:zum Thema|zu|zur|zum|über|ums Thema)(?: \S+){1,4}$`),
		readTime: regexp.MustCompile(`(?i)^(?:lesezeit|lesedauer|reading time)?:?\s*(?:ca\. )?(?:\d\d?:)?\d+\s*(?:min|minuten?|min\.)\s*(?:lesezeit|lesedauer|zum lesen|reading time)?\.?$`),
	}, nil
}

// page is a page that is being taken apart.
type page struct {
	p       *pageParser
	a       *Article
	lines   []line
	room    *room
	address string // at which it was fetched, empty if unknown

	spaced bool // paragraphs are set apart by empty lines
	title  int  // line of the title, -1 if there is none
	dated  int  // line of the date of publication, -1 if there is none
	end    int  // line behind the last of the article
	begin  int  // its text does not begin above this line

	firsts     firsts
	days       linkDays   // those of links
	above, kin *nounIndex // of the nouns of paragraphs, nil until they are asked for
	filtered   bool       // the room has the filters of this page
	counted    bool       // the room has the copies of this page
	questions  live       // those that a paragraph answers

	firstLong, lastLong int    // long paragraphs
	opening             [2]int // the first two paragraphs
	wrapped             bool   // sentences are cut into lines
	pageName            string
	front               string          // title of the metadata above the page
	signed              string          // outlet of the sign-off
	contents            map[string]bool // folded lines of the table of contents
	trail               string          // folded end of the breadcrumbs: the title, or a section

	forum
}

// parse makes an article of a page. The address is that at which it was
// fetched, empty if unknown.
func (p *pageParser) parse(text, address string) *Article {
	pg := p.take(text, address)
	defer pg.leave()
	return pg.a
}

// prepare takes a page apart up to where the article ends.
func (p *pageParser) prepare(text, address string) *page {
	pg := &page{p: p, a: &Article{URL: cleanLine(address)}, address: address, room: p.room(), title: -1, dated: -1, contents: map[string]bool{}}
	pg.lines = p.splitLines(text, pg.room)
	levelBlanks(pg.lines)
	pg.markMenus()
	pg.stripMenu()
	pg.spaced = spaced(pg.lines)
	pg.end = len(pg.lines)

	pg.takeFront()
	pg.markTrail()
	pg.markFurniture()
	pg.findComments()
	pg.markMeta()
	pg.markNames()
	pg.markSignoffs()
	pg.findEnd()
	pg.measureText()
	pg.dropSeries()
	pg.endAtBox()
	pg.endAtDated()
	return pg
}

// take takes a page apart.
func (p *pageParser) take(text, address string) *page {
	pg := p.prepare(text, address)
	pg.clearHead()
	pg.cutText()
	pg.findTitle()
	pg.dateNearby()
	pg.writersNearby()
	pg.dropAboveText()
	pg.markBody()
	pg.assemble()
	return pg
}

// clearHead decides about what might pass for the headline: rows, furniture of
// unknown wording, pictures and teasers.
func (pg *page) clearHead() {
	pg.keepRows()
	pg.markStrange()
	pg.markCredits()
	pg.markCaptions()
	pg.endAtTeasers()
}

// levelBlanks takes one empty line from above every line of a page in which
// nearly all lines have one: there it says nothing.
func levelBlanks(lines []line) {
	const share = 10 // of which one line may have none
	apart := 0
	for i := range lines {
		apart += min(lines[i].blanks, 1)
	}
	if apart*share < len(lines)*(share-1) {
		return
	}
	for i := range lines {
		lines[i].blanks = max(0, lines[i].blanks-1)
	}
}

// spaced tells whether empty lines set the long lines of a page apart.
func spaced(lines []line) bool {
	apart, dense := 0, 0
	for i := range lines {
		switch {
		case len(lines[i].text) < longText:
		case lines[i].blanks > 0:
			apart++
		default:
			dense++
		}
	}
	return apart > 0 && apart >= dense
}

// readPage reads a file that is one page.
func (r *Reader) readPage(j *job) { r.readWhole(j, "a page", r.textPage) }

// readWhole reads a file that is one article by the given parser.
func (r *Reader) readWhole(j *job, kind string, parse func(data []byte, contentType, url string) (*Article, error)) {
	data, err := j.src.all()
	if err != nil {
		j.problem(j.src.problem(0, err))
		return
	}
	a, err := guarded(func() (*Article, error) { return parse(data, "", "") })
	if err != nil {
		j.problem(&Problem{Path: j.src.path, Reason: "cannot be read as " + kind, Err: err})
		return
	}
	r.beside(a, j.src)
	if a.empty() {
		j.problem(&Problem{Path: j.src.path, Reason: "holds no article"})
		return
	}
	a.Source = j.src.path
	r.finish(a)
	warn(a)
	j.article(a)
}

// guarded makes an error of a panic, so that a mistake of this program costs one
// document and not those behind it.
func guarded(parse func() (*Article, error)) (a *Article, err error) {
	defer func() {
		if r := recover(); r != nil {
			a, err = nil, fmt.Errorf("a mistake of this program, please report it: %v", r)
		}
	}()
	return parse()
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isNoWordRune(r rune) bool { return !isWordRune(r) }
