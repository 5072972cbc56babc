package actors

import (
	"fmt"
	"runtime"
	"testing"
)

// TestMemoryDoesNotGrow finds actors in ever new names.
func TestMemoryDoesNotGrow(t *testing.T) {
	r := newRecognizer(t)
	heap := func(from, to int) uint64 {
		for i := from; i < to; i++ {
			text := fmt.Sprintf("Nach der Pause kam Jord%dwin Maken%xgele für die Kraft%d AG. „Gut“, sagte Maken%xgele in Genf.", i, i, i, i)
			r.Find([]Section{{Role: Body, Text: text}}, "")
		}
		runtime.GC() // twice, so that no working state is left in the pool either
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	const most = 1 << 20 // bytes
	before := heap(0, 1000)
	if after := heap(1000, 6000); after > before+most {
		t.Errorf("the heap has grown from %d to %d bytes over 5,000 articles", before, after)
	}
	runtime.KeepAlive(r)
}
