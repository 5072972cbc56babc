package corpus

import "slices"

// room is what the taking apart of a page needs room for. The next page has it
// again.
type room struct {
	lines   []line
	small   []byte // the page in lower case
	hits    []hit  // of the phrases in a line
	starts  []int  // of each line in the page if it is clean as it stands, else -1
	cuts    []cut
	filters pageFilters
	copies  map[string]int // by text, how many lines have it

	above, kin nounIndex

	around surroundings
	chain  chain
	clues  []clue
}

// space is the room of the page, made if it was not given one.
func (pg *page) space() *room {
	if pg.room == nil {
		pg.room = &room{}
	}
	return pg.room
}

// room gives room for a page.
func (p *pageParser) room() *room {
	if r, ok := p.rooms.Get().(*room); ok {
		return r
	}
	return &room{}
}

// leave gives the room of a page back, of which nothing but the article is
// needed any more.
func (pg *page) leave() {
	const (
		most  = 1 << 16 // lines; of pages as long there are few
		large = 8 << 20 // bytes, likewise
	)
	if cap(pg.room.lines) > most || cap(pg.room.small) > large {
		return
	}
	clear(pg.room.lines) // so that it does not keep the text
	clear(pg.room.copies)
	pg.p.rooms.Put(pg.room)
	pg.room, pg.lines = nil, nil
}

// roomForCuts gives room for a cut of each line.
func (pg *page) roomForCuts() []cut {
	r, n := pg.space(), len(pg.lines)
	r.cuts = slices.Grow(r.cuts[:0], n)[:n]
	clear(r.cuts)
	return r.cuts
}
