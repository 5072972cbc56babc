package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"presseschau/archive"
	"presseschau/corpus"

	"github.com/RoaringBitmap/roaring/v2"
)

// sampled is the number of documents in which one looks how a word is written.
const sampled = 5

// surfaces remember how the forms of a vocabulary are written. There are no
// more than it has forms.
type surfaces struct {
	mu sync.Mutex
	by map[string]string
}

func newSurfaces() surfaces { return surfaces{by: map[string]string{}} }

func (s *surfaces) get(form string) (string, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	written, ok := s.by[form]
	return written, ok
}

func (s *surfaces) put(by map[string]string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for form, written := range by {
		s.by[form] = written
	}
}

// sighting is a document that has a form, with the places.
type sighting struct {
	form string
	id   string // of the article
	n    int    // of the comment, 0 for the article
	at   []spot
}

// spot is where a word stands in a document's text.
type spot struct {
	origin origin
	extent extent
}

// written gives each form as most of a few texts write it: Verfassungsschutz,
// Straße, Erdoğan. A form that no text shows any more stays as it is.
func (q *run) written(ctx context.Context, words *wordList, forms []string) (map[string]string, error) {
	out := make(map[string]string, len(forms))
	var sightings []sighting
	for _, form := range forms {
		if s, ok := words.surfaces.get(form); ok {
			out[form] = s
			continue
		}
		seen, err := q.view.sight(form)
		if err != nil {
			return nil, fmt.Errorf("find texts with %q: %w", form, err)
		}
		sightings = append(sightings, seen...)
	}
	if len(sightings) == 0 {
		return out, nil
	}
	votes, err := q.votes(ctx, sightings)
	if err != nil {
		return nil, err
	}
	fresh := map[string]string{}
	for _, s := range sightings {
		fresh[s.form] = cmp.Or(winner(votes[s.form]), s.form)
		out[s.form] = fresh[s.form]
	}
	words.surfaces.put(fresh)
	return out, nil
}

// sight finds a few documents that have a form, from several segments if there
// are. Those are articles, whose authors spell better, unless none has it.
func (v *view) sight(form string) ([]sighting, error) {
	for _, kind := range []func(p *part) *roaring.Bitmap{
		func(p *part) *roaring.Bitmap { return p.articles },
		func(p *part) *roaring.Bitmap { return p.comments },
	} {
		for _, each := range []int{1, sampled} {
			out, err := v.sightIn(form, kind, each)
			if err != nil || len(out) == sampled || each == sampled && len(out) > 0 {
				return out, err
			}
		}
	}
	return nil, nil
}

// sightIn takes at most each documents of one segment.
func (v *view) sightIn(form string, kind func(p *part) *roaring.Bitmap, each int) ([]sighting, error) {
	var out []sighting
	for _, p := range v.segments {
		lists, err := p.lists(fieldText, exactTerms(form))
		if err != nil {
			return nil, err
		}
		docs := roaring.And(unionOf(lists), kind(p))
		found, err := p.sight(form, lists, spread(docs, min(each, sampled-len(out))))
		if err != nil {
			return nil, err
		}
		if out = append(out, found...); len(out) == sampled {
			break
		}
	}
	return out, nil
}

// spread gives n of the documents or all, from all over.
func spread(docs *roaring.Bitmap, n int) []uint32 {
	total := int(docs.GetCardinality())
	n = min(n, total)
	out := make([]uint32, 0, n)
	for i := range n {
		if d, err := docs.Select(uint32(i * total / n)); err == nil {
			out = append(out, d)
		}
	}
	return out
}

func (p *part) sight(form string, lists []list, docs []uint32) ([]sighting, error) {
	if len(docs) == 0 {
		return nil, nil
	}
	walk := newPlaces(lists)
	l := p.spare.Get().(*docLayout)
	defer p.spare.Put(l)
	out := make([]sighting, 0, len(docs))
	for _, d := range docs {
		if err := l.read(p, d); err != nil {
			return nil, fmt.Errorf("words of document %d: %w", d, err)
		}
		s := sighting{form: form}
		walk.seek(d)
		for _, x := range walk.at {
			if from, at, ok := l.text.word(x.pos); ok {
				s.at = append(s.at, spot{from, at})
			}
		}
		id, err := p.segment.DocID(uint64(d))
		if err != nil {
			return nil, fmt.Errorf("id of document %d: %w", d, err)
		}
		s.id, s.n = splitDocID(string(id))
		out = append(out, s)
	}
	return out, nil
}

// votes counts how the texts write each form.
func (q *run) votes(ctx context.Context, sightings []sighting) (map[string]map[string]int, error) {
	refs := make([]archive.Ref, len(sightings))
	for i, s := range sightings {
		refs[i].ID = s.id
		if s.n > 0 {
			refs[i].Comments = []int{s.n}
		}
	}
	heads, err := q.index.texts.Heads(ctx, refs)
	if err != nil {
		return nil, fmt.Errorf("fetch texts: %w", err)
	}
	out := map[string]map[string]int{}
	for i := range sightings {
		s := &sightings[i]
		at := slices.IndexFunc(heads, func(h archive.Head) bool { return h.ID == s.id && hasComment(&h, s.n) })
		if at < 0 {
			continue
		}
		written, weight := q.read(s, &heads[at])
		if out[s.form] == nil {
			out[s.form] = map[string]int{}
		}
		out[s.form][written] += weight
	}
	return out, nil
}

// inSentence is how many documents that have a word at the beginning of a
// sentence alone, where all have a capital, one counts for that has it within.
const inSentence = 10

// read gives the way in which a document writes a form most often, and how much
// that counts. What has marks within that a query reads otherwise is no way.
func (q *run) read(s *sighting, h *archive.Head) (written string, weight int) {
	ways := map[string]int{}
	weight = 1
	for _, p := range s.at {
		text := textOf(h, s.n, p.origin)
		if !(mark{start: p.extent.start, end: p.extent.end}).within(text) {
			continue
		}
		way := text[p.extent.start:p.extent.end]
		if !isQueryWord(way) || q.gen.analysis.german.Fold(way) != s.form {
			continue
		}
		if p.extent.start == 0 || sentenceStart(text, p.extent.start) {
			ways[way]++
		} else {
			ways[way] += inSentence
			weight = inSentence
		}
	}
	way := winner(ways)
	if q.gen.analysis.german.Uncapitalised(way) {
		way = strings.ToLower(way)
	}
	return way, weight
}

// isQueryWord tells whether the language of queries has a word written like
// that as one word: letters and digits, with hyphens between.
func isQueryWord(text string) bool {
	for i, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && (r != '-' || i == 0) {
			return false
		}
	}
	return text != ""
}

// winner is the way that counts most.
func winner(votes map[string]int) string {
	best := ""
	for written, n := range votes {
		if best == "" || cmp.Or(n-votes[best], cmp.Compare(written, best)) > 0 {
			best = written
		}
	}
	return best
}

// textOf gives the text of an origin, of the article or of its comment n.
func textOf(h *archive.Head, n int, from origin) string {
	if n > 0 {
		at := slices.IndexFunc(h.Comments, func(c corpus.Comment) bool { return c.N == n })
		switch {
		case at < 0:
			return ""
		case from == fromTitle:
			return h.Comments[at].Title
		}
		return h.Comments[at].Text
	}
	switch from {
	case fromTitle:
		article := corpus.Article{Kicker: h.Kicker, Title: h.Title}
		return article.Headline()
	case fromLead:
		return h.Lead
	}
	return h.Body
}

func hasComment(h *archive.Head, n int) bool {
	return n == 0 || slices.ContainsFunc(h.Comments, func(c corpus.Comment) bool { return c.N == n })
}
