package corpus

import (
	"errors"
	"io"
)

const (
	// maxRatio is how many bytes a packed one may unpack to. JSON lines of one
	// outlet, the most repetitive archives known, unpack to 60.
	maxRatio = 250
	// freeBytes may be unpacked at any ratio.
	freeBytes = 64 << 20
)

// errBomb marks a stream that unpacks to much more than text does.
var errBomb = errors.New("unpacks to more than 250 times its size")

// guard ends a stream that unpacks to more than maxRatio.
type guard struct {
	in       io.Reader
	packed   func() int64 // bytes that went in so far, or in all
	unpacked int64
	tripped  bool
}

func (g *guard) Read(p []byte) (int, error) {
	if g.tripped {
		return 0, errBomb
	}
	n, err := g.in.Read(p)
	g.unpacked += int64(n)
	if g.unpacked > freeBytes && g.unpacked/maxRatio > g.packed() {
		g.tripped = true
		return 0, errBomb
	}
	return n, err
}
