package index

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Times of a vocabulary.
const (
	// staleAfter is how long a vocabulary is used although the index has
	// changed. What it proposes is counted before it is shown, so that a new
	// word merely is not proposed for a while.
	staleAfter = 30 * time.Second
	// patience is how long somebody waits for the first one, which takes about
	// a second for 100,000 documents. Afterwards there are no proposals yet.
	patience = 2 * time.Second
)

// lexis keeps the vocabulary of a generation. It is read when it is first
// wanted, and read anew behind the searches that use it.
type lexis struct {
	mu      sync.Mutex
	words   *wordList
	of      string        // the state of the index that it is of
	tried   time.Time     // when it was read last
	reading chan struct{} // is closed when it has been read; nil: it is not being read
}

// PrepareSuggestions reads the vocabulary, so that the first suggestion need not
// wait for it. Without it searches do that when they want it.
func (x *Index) PrepareSuggestions(ctx context.Context) error {
	g, err := x.acquire()
	if err != nil {
		return err
	}
	defer g.release()
	v, err := g.views.acquire()
	if err != nil {
		return fmt.Errorf("prepare suggestions: %w", err)
	}
	defer g.views.release(v)
	_, err = g.vocabulary(ctx, v)
	return err
}

// peek gives the vocabulary if there is one.
func (l *lexis) peek() *wordList {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.words
}

// vocabulary gives that of a view, or of a state a little before it; nil if it
// is not ready soon.
func (g *generation) vocabulary(ctx context.Context, v *view) (*wordList, error) {
	words, reading := g.lexis.ask(g, v)
	if words != nil || reading == nil {
		return words, nil
	}
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-reading:
	case <-timer.C:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	return g.lexis.peek(), nil
}

// ask gives what there is, and has a vocabulary read if that is not of the view.
func (l *lexis) ask(g *generation, v *view) (*wordList, chan struct{}) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.reading == nil && time.Since(l.tried) > staleAfter && l.of != v.state() && g.retain() {
		l.reading = make(chan struct{})
		go func() {
			defer g.release()
			g.readVocabulary()
		}()
	}
	return l.words, l.reading
}

// readVocabulary replaces the vocabulary by that of the present state.
func (g *generation) readVocabulary() {
	words, of, err := g.presentVocabulary()
	if err != nil {
		g.log.Warn("reading the vocabulary of the index", "error", err)
	}
	l := &g.lexis
	l.mu.Lock()
	defer l.mu.Unlock()
	l.tried = time.Now()
	if err == nil {
		l.words, l.of = words, of
	}
	if l.reading != nil {
		close(l.reading)
		l.reading = nil
	}
}

func (g *generation) presentVocabulary() (*wordList, string, error) {
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
	b := []byte("state")
	for _, s := range v.snapshot.Segments() {
		deleted := uint64(0)
		if d := s.Deleted(); d != nil {
			deleted = d.GetCardinality()
		}
		b = fmt.Appendf(b, " %d-%d", s.Id(), deleted)
	}
	return string(b)
}
