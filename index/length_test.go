package index

import "testing"

func TestLengths(t *testing.T) {
	list := []uint32{0, 7, tooLong - 1, tooLong, tooLong + 1, 1 << 20, 3}
	l := newLengths(list)
	for d, want := range list {
		if got := l.of(uint32(d)); got != want {
			t.Errorf("document %d: %d, want %d", d, got, want)
		}
	}
}
