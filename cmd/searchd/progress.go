package main

import (
	"sync"
	"sync/atomic"

	"presseschau/web"
)

// phaseServing is the phase in which searches are answered and nothing else is
// in work.
const phaseServing = "serving"

// progress is how far the start or an import is. It is safe for concurrent
// use.
type progress struct {
	done     atomic.Int64 // bytes of source files
	total    atomic.Int64
	articles atomic.Int64
	comments atomic.Int64
	ready    atomic.Bool

	mu     sync.Mutex
	phase  string
	failed string
}

func (p *progress) setPhase(phase string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.phase = phase
}

func (p *progress) fail(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.failed = err.Error()
}

// add counts bytes that were read.
func (p *progress) add(bytes int64) { p.done.Add(bytes) }

// snapshot is the state as the progress page shows it.
func (p *progress) snapshot() web.Progress {
	p.mu.Lock()
	defer p.mu.Unlock()
	return web.Progress{
		Ready: p.ready.Load(), Phase: p.phase, Failed: p.failed,
		Done: p.done.Load(), Total: p.total.Load(),
		Articles: int(p.articles.Load()), Comments: int(p.comments.Load()),
	}
}
