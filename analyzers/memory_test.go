package analyzers

import (
	"fmt"
	"runtime"
	"testing"
)

// maxMemory is what an Analyzer takes at most with a Stream that has seen
// everything, the embedded lexicon included, in bytes.
const maxMemory = 40 << 20

// TestMemory fills both generations of a stream's memory with different words.
func TestMemory(t *testing.T) {
	before := heap()
	a := newAnalyzer(t)
	lexicon := heap() - before + uint64(len(german))
	var s Stream
	for i := 0; s.words.old.used == 0 || len(s.words.young.records) < maxCached; i++ {
		a.Analyze(&s, fmt.Sprintf("Bundesminister%d Geheimdienst-Gespräche%d x%d", i, i, i))
	}
	total := heap() - before + uint64(len(german))
	t.Logf("analyzer %.1f MB, stream %.1f MB with %d words", float64(lexicon)/(1<<20), float64(total-lexicon)/(1<<20),
		s.words.young.used+s.words.old.used)
	if total > maxMemory {
		t.Errorf("%d bytes in use, more than %d", total, maxMemory)
	}
	runtime.KeepAlive(a)
	runtime.KeepAlive(&s)
}

// heap gives the bytes of the heap that are in use.
func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
