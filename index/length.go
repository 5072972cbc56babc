package index

import "math"

// lengths are those of a field by document: in two bytes, the few that take more
// apart.
type lengths struct {
	short []uint16
	long  map[uint32]uint32 // of those where short is tooLong
}

const tooLong = math.MaxUint16

func newLengths(list []uint32) *lengths {
	out := &lengths{short: make([]uint16, len(list)), long: map[uint32]uint32{}}
	for d, n := range list {
		out.short[d] = uint16(min(n, tooLong))
		if n >= tooLong {
			out.long[uint32(d)] = n
		}
	}
	return out
}

// of is the length in a document.
func (l *lengths) of(d uint32) uint32 {
	if n := l.short[d]; n < tooLong {
		return uint32(n)
	}
	return l.long[d]
}
