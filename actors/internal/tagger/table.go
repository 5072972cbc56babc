package tagger

import (
	"encoding/binary"
	"math/bits"
)

// Table is a hash table over the bytes of a file, read where they lie: rows of
// equal width in buckets of four, each with 16 bits of its hash in front, 0 for
// a free row. A key is in one of two buckets (cuckoo hashing, Pagh and Rodler
// 2001), so that a look-up touches two places in a table that is nearly full. A
// key that is not there is taken for one that is about once in 5,000 times,
// which the weights can bear.
type Table struct {
	rows  string
	width int
	tags  []tags // by bucket: small enough to stay near the processor
}

// tags are the bits in front of a bucket's rows, 16 each, the first row's lowest.
type tags uint64

// check is the width of the bits of its hash in front of a row.
const check = 2

// bucket is the number of rows of a bucket.
const bucket = 4

// newTable reads a table of rows with payloads of one width, whole buckets of
// them.
func newTable(rows string, width int) Table {
	t := Table{rows: rows, width: width + check}
	t.tags = make([]tags, len(rows)/(t.width*bucket))
	for i := range len(t.tags) * bucket {
		row := rows[i*t.width:]
		t.tags[i/bucket] |= tags(uint16(row[0])|uint16(row[1])<<8) << (16 * (i % bucket))
	}
	return t
}

// tag is what a row keeps of its hash, never 0.
func tag(hash uint64) uint16 { return uint16(hash) | 1 }

// homes are the two buckets of a hash, of n.
func homes(hash uint64, n int) [2]int {
	other := mix(hash)
	return [2]int{int(hash >> 32 * uint64(n) >> 32), int(other >> 32 * uint64(n) >> 32)}
}

// One in each of four lanes of 16 bits, and the highest bit of each.
const (
	lanes = 0x0001_0001_0001_0001
	highs = lanes << 15
)

// equal has the highest bit set of the first lane that is a tag, 0 if none is.
// Lanes behind it may have it by mistake.
func (t tags) equal(tag uint16) uint64 {
	x := uint64(t) ^ uint64(tag)*lanes
	return (x - lanes) &^ x & highs
}

// row gives the number of a hash's row, -1 if it has none. It does not branch,
// which the processor would guess wrongly, so that many look-ups can wait for
// memory at a time.
func (t Table) row(hash uint64) int {
	home := homes(hash, len(t.tags))
	want := tag(hash)
	first, second := t.tags[home[0]].equal(want), t.tags[home[1]].equal(want)
	row := home[1]*bucket + bits.TrailingZeros64(second)>>4
	if second == 0 {
		row = -1
	}
	other := home[0]*bucket + bits.TrailingZeros64(first)>>4
	if first != 0 {
		row = other
	}
	return row
}

// find gives the payload of a hash's row, "" if there is none.
func (t Table) find(hash uint64) string {
	row := t.row(hash)
	if row < 0 {
		return ""
	}
	return t.payload(row)
}

// payload is what a row holds.
func (t Table) payload(row int) string { return t.rows[row*t.width+check : (row+1)*t.width] }

// load is the share of a table's rows that is taken.
const load = 0.95

// BuildTable lays out rows of payloads of one width by their hashes, and gives
// the bytes that a Table reads. Of equal keys the first is kept.
func BuildTable(hashes []uint64, payloads [][]byte, width int) []byte {
	for n := int(float64(len(hashes))/(load*bucket)) + 1; ; n += n/50 + 1 {
		if cells, ok := place(hashes, n); ok {
			return layOut(cells, hashes, payloads, width)
		}
	}
}

// maxMoves is the number of rows that may be moved to make room for one.
const maxMoves = 2000

// place finds for every hash a free row of one of its n·2 buckets: by row, 1 +
// the index of the hash. It fails when too many would have to move.
func place(hashes []uint64, n int) (cells []int32, ok bool) {
	cells = make([]int32, n*bucket)
	seen := make(map[uint64]bool, len(hashes))
	for i, hash := range hashes {
		if seen[hash] {
			continue
		}
		seen[hash] = true
		k := int32(i + 1)
		avoid := -1
		for move := 0; k != 0; move++ {
			if move == maxMoves {
				return nil, false
			}
			k, avoid = settle(cells, hashes, k, avoid, move, n)
		}
	}
	return cells, true
}

// settle puts hash k-1 into a free row of its buckets or, there being none, in
// the place of another, which is given with the bucket that it comes from.
func settle(cells []int32, hashes []uint64, k int32, avoid, move, n int) (out int32, from int) {
	both := homes(hashes[k-1], n)
	for _, home := range both {
		for j := range bucket {
			if c := &cells[home*bucket+j]; *c == 0 {
				*c = k
				return 0, 0
			}
		}
	}
	home := both[move%2]
	if home == avoid {
		home = both[1-move%2]
	}
	c := &cells[home*bucket+(move/2)%bucket]
	out, *c = *c, k
	return out, home
}

// layOut writes the rows.
func layOut(cells []int32, hashes []uint64, payloads [][]byte, width int) []byte {
	width += check
	rows := make([]byte, len(cells)*width)
	for i, k := range cells {
		if k > 0 {
			binary.LittleEndian.PutUint16(rows[i*width:], tag(hashes[k-1]))
			copy(rows[i*width+check:], payloads[k-1])
		}
	}
	return rows
}
