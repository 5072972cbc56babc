package corpus

import (
	"fmt"
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
	rooms     sync.Pool // of *room
	weights
	patterns
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
	w, err := newWeights()
	if err != nil {
		return nil, err
	}
	f.cueNames(a)
	return &pageParser{
		outlets: outlets, furniture: f, agencies: a, given: newGiven(), looker: newLooker(), weights: w,
		patterns: newPatterns(),
	}, nil
}

// weights are all that was learnt from pages.
type weights struct {
	model  *model
	ranker linear // of headlines
	leads  linear // of leads
	stager *stager
}

func newWeights() (w weights, err error) {
	if w.model, err = newModel(); err != nil {
		return w, err
	}
	if w.ranker, err = newRanker(); err != nil {
		return w, err
	}
	if w.leads, err = newLeads(); err != nil {
		return w, err
	}
	w.stager, err = newStager()
	return w, err
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
	pg.markGalleries()
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
