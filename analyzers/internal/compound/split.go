package compound

import "presseschau/analyzers/internal/lexicon"

// Costs are in eighths of a nat, as in lexicon.Segment.
const (
	jointCost   = 32  // of each boundary
	wholeCost   = 118 // of leaving a word whole …
	letterCost  = 12  // … and of each of its letters
	unknownCost = 70  // of one unknown modifier of a noun, besides its letters
	knownMargin = 30  // a word is split that much more readily if the gender tells its head
	nounHead    = 40  // of a head that is a noun only, in a word in lower case
	oddHead     = 24  // of a head that is inflected unlike the word
	leastHead   = 24  // no head costs less

	// Never is the cost of what cannot be.
	Never = 1 << 20

	// MaxLength is how many bytes of a word are looked at; longer ones stay whole.
	MaxLength = 80
	// MinLength is how many bytes a compound has at least.
	MinLength = 6
	// minUnknown is how many bytes an unknown modifier and its head have at least.
	minUnknown = 4
)

// Splitter opens compounds. It is safe for concurrent use; each goroutine
// needs a Table of its own.
type Splitter struct {
	Lexicon *lexicon.Lexicon
}

// Table is the working memory of a Splitter.
type Table struct {
	cost [MaxLength + 1]int32
	from [MaxLength + 1]uint8
	cuts [MaxLength]int
}

// Case says how a word is written.
type Case uint8

const (
	Any   Case = iota // not known: a part of a word
	Upper             // with a capital: one modifier may be unknown
	Lower             // without: its head is rather no noun
)

// Word is what is known of a word beforehand.
type Word struct {
	Form  []byte              // lower case, ss for ß
	Entry *lexicon.Entry      // the form's, or nil
	Case  Case                // tells nouns from other words
	Head  func(start int) int // what a head that begins there costs more; nil: oddHead if it is inflected unlike the word
}

// Split gives the places at which the word is cut, ascending, and the cost of
// the cut; none if it is left whole. The places stay valid until the table's
// next use.
func (s *Splitter) Split(t *Table, w Word) ([]int, int) {
	n := len(w.Form)
	if n < MinLength || n > MaxLength || w.Entry != nil && w.Entry.Flags&lexicon.Simple != 0 {
		return nil, 0
	}
	limit := wholeCost + letterCost*n
	switch {
	case w.Head != nil:
		limit += knownMargin
	case w.Entry != nil:
		limit = Never // a compound for certain
	}
	best, at := s.fill(t, &w, int32(limit))
	if w.Case == Upper {
		if cost, start := s.behindUnknown(&w, best); start > 0 {
			t.cuts[len(t.cuts)-1] = start
			return t.cuts[len(t.cuts)-1:], int(cost)
		}
	}
	if at == 0 {
		return nil, 0
	}
	k := len(t.cuts)
	for i := at; i > 0; i = int(t.from[i]) {
		k--
		t.cuts[k] = i
	}
	cuts := t.cuts[k:]
	for len(cuts) > 1 {
		i := s.join(&w, cuts)
		if i < 0 {
			break
		}
		cuts = append(cuts[:i], cuts[i+1:]...)
	}
	return cuts, int(best)
}

// join finds the cut between two neighbours that are a segment together, the
// cheapest such; -1 if there is none. So Bundes|nachrichten|dienst becomes
// Bundes|nachrichtendienst.
func (s *Splitter) join(w *Word, cuts []int) int {
	joined, least := -1, uint8(lexicon.Never)
	for i := range cuts {
		from, to := 0, len(w.Form)
		if i > 0 {
			from = cuts[i-1]
		}
		if i+1 < len(cuts) {
			to = cuts[i+1]
		}
		v := s.Lexicon.Parts.Find(w.Form[from:to])
		if v == 0 {
			continue
		}
		cost := s.Lexicon.Segments[v-1].Modifier
		if to == len(w.Form) {
			cost = s.Lexicon.Segments[v-1].Head
		}
		if cost < least && (to < len(w.Form) || s.disagreement(w, from) == 0) {
			joined, least = i, cost
		}
	}
	return joined
}

// fill computes the cheapest way to each place and gives the cost of the
// whole word and where its head begins, 0 if nothing costs less than limit.
func (s *Splitter) fill(t *Table, w *Word, limit int32) (best int32, at int) {
	form, parts, segments := w.Form, s.Lexicon.Parts, s.Lexicon.Segments
	n := len(form)
	best = limit
	for i := 1; i <= n; i++ {
		t.cost[i] = Never
	}
	for i := 0; i < n-2; i++ {
		if t.cost[i]+leastHead >= best {
			continue
		}
		node := lexicon.Node(0)
		for j := i; j < n; j++ {
			next, ok := parts.Step(node, form[j])
			if !ok {
				break
			}
			node = next
			v := parts.Value(node)
			if v == 0 {
				continue
			}
			seg := &segments[v-1]
			if end := j + 1; end < n {
				if seg.Modifier == lexicon.Never {
					continue
				}
				if c := t.cost[i] + int32(seg.Modifier) + jointCost; c < t.cost[end] {
					t.cost[end], t.from[end] = c, uint8(i)
				}
			} else if i > 0 && seg.Head != lexicon.Never {
				c := t.cost[i] + int32(seg.Head)
				if c < best {
					c += s.disagreement(w, i)
				}
				if c < best {
					best, at = c, i
				}
			}
		}
	}
	return best, at
}

// behindUnknown finds the longest head and where it begins, 0 if it is not
// strong or dearer, with the unknown modifier before it, than limit.
func (s *Splitter) behindUnknown(w *Word, limit int32) (best int32, at int) {
	for i := 2; i+minUnknown <= len(w.Form); i++ {
		v := s.Lexicon.Parts.Find(w.Form[i:])
		if v == 0 || s.Lexicon.Segments[v-1].Head == lexicon.Never {
			continue
		}
		if e := s.Lexicon.Find(w.Form[:i]); e != nil && e.Flags&lexicon.Closed != 0 {
			return limit, 0 // a particle: zusammen
		}
		cost := unknownCost + letterCost*int32(i) + jointCost + int32(s.Lexicon.Segments[v-1].Head)
		if i < minUnknown || !s.Lexicon.Segments[v-1].Strong || cost >= limit || cost+s.disagreement(w, i) >= limit {
			return limit, 0
		}
		return cost, i
	}
	return limit, 0
}

// disagreement is what a head costs more that does not agree with the word.
func (s *Splitter) disagreement(w *Word, at int) int32 {
	switch {
	case w.Head != nil:
		return int32(w.Head(at))
	case w.Entry == nil:
		return s.inLower(w, at)
	case s.agrees(w, at):
		return 0
	}
	return oddHead
}

// inLower is what a head costs more in a word in lower case.
func (s *Splitter) inLower(w *Word, at int) int32 {
	if w.Case != Lower {
		return 0
	}
	if h := s.Lexicon.Find(w.Form[at:]); h != nil && h.Lower == lexicon.None {
		return nounHead
	}
	return 0
}

// agrees says whether a head is inflected as the word is. Rules change ends
// only, so a compound and its head have the same one.
func (s *Splitter) agrees(w *Word, at int) bool {
	h := s.Lexicon.Find(w.Form[at:])
	return h != nil && (w.Entry.Upper != lexicon.None && h.Upper == w.Entry.Upper ||
		w.Entry.Lower != lexicon.None && h.Lower == w.Entry.Lower)
}
