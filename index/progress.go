package index

import (
	"errors"
	"sync"
)

// progress knows up to which change everything is durable, whatever the order
// in which batches finish.
type progress struct {
	mu       sync.Mutex
	err      error         // of the first batch that failed
	batches  int           // the first so many have finished
	finished map[int]int64 // last Seq of later ones that have
	cursor   int64
}

func (p *progress) end(b batch, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err != nil {
		p.err = errors.Join(p.err, err)
		return
	}
	p.finished[b.number] = b.changes[len(b.changes)-1].Seq
	for {
		seq, ok := p.finished[p.batches]
		if !ok {
			return
		}
		delete(p.finished, p.batches)
		p.batches++
		p.cursor = seq
	}
}

func (p *progress) at() int64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.cursor
}

func (p *progress) count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.batches
}

func (p *progress) failed() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.err
}
