package index

import (
	"fmt"
	"sync"
	"time"
)

// staleAfter is how long a vocabulary is used although the index has changed.
// What it proposes is counted before it is shown, so that a new word merely is
// not proposed for a while.
const staleAfter = 30 * time.Second

// lexis keeps the vocabulary of a generation. It is made when it is first
// asked for and renewed in the background.
type lexis struct {
	mu       sync.Mutex
	words    *wordList
	of       string // the state of the index that it is of
	made     time.Time
	renewing bool
}

// vocabulary gives that of a view, or of a state a little before it.
func (g *generation) vocabulary(v *view) (*wordList, error) {
	l := &g.lexis
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.words == nil {
		words, err := newWordList(v)
		if err != nil {
			return nil, fmt.Errorf("read vocabulary: %w", err)
		}
		l.words, l.of, l.made = words, v.state(), time.Now()
		return l.words, nil
	}
	if !l.renewing && time.Since(l.made) > staleAfter && l.of != v.state() && g.retain() {
		l.renewing = true
		go g.renewVocabulary()
	}
	return l.words, nil
}

// renewVocabulary replaces the vocabulary by that of the present state.
func (g *generation) renewVocabulary() {
	defer g.release()
	l := &g.lexis
	words, of, err := g.readVocabulary()
	if err != nil {
		g.log.Warn("reading the vocabulary", "error", err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.renewing, l.made = false, time.Now()
	if err == nil {
		l.words, l.of = words, of
	}
}

func (g *generation) readVocabulary() (*wordList, string, error) {
	v, err := g.views.acquire()
	if err != nil {
		return nil, "", err
	}
	defer g.views.release(v)
	words, err := newWordList(v)
	return words, v.state(), err
}

// state names a state of the index: its segments and what is deleted in them.
func (v *view) state() string {
	var b []byte
	for _, s := range v.snapshot.Segments() {
		deleted := uint64(0)
		if d := s.Deleted(); d != nil {
			deleted = d.GetCardinality()
		}
		b = fmt.Appendf(b, "%d-%d ", s.Id(), deleted)
	}
	return string(b)
}
