package tagger

import (
	"encoding/binary"
	"math/bits"
)

// form says how many bits a Table has for what it keeps of a row's hash, and for
// its payload. A bucket's tags, and its payloads, fill whole bytes.
type form struct {
	tag     int
	payload int
}

// bucket is the number of rows of a bucket.
const bucket = 4

func (f form) tagBytes() int     { return bucket * f.tag / 8 }
func (f form) payloadBytes() int { return bucket * f.payload / 8 }

// overhang is what stands behind a table, so that its last rows can be read by
// 64 bits too.
const overhang = 8

// Table is a hash table in the bytes of a file, read where it lies: the tags of
// all buckets, some bits of each row's hash, 0 for a free row, then the payloads.
// A key is in one of two buckets (cuckoo hashing, Pagh and Rodler 2001), so that
// a look-up touches two places among the tags, which are few enough to stay near
// the processor, and one among the payloads. A key that is not there is taken
// for one that is once in 500 times with tags of 12 bits, and in 8,000 with 16.
type Table struct {
	form    form
	buckets int
	tags    string
	rows    string
	ones    uint64 // the lowest bit of each of a bucket's tags
	highs   uint64 // the highest
	tagMask uint64
	rowMask uint64
}

// size is the number of bytes of a table of a number of buckets.
func (f form) size(buckets int) int {
	return buckets*(f.tagBytes()+f.payloadBytes()) + overhang
}

// newTable reads a table, or says that no number of buckets has its length.
func newTable(data string, f form) (Table, bool) {
	n := (len(data) - overhang) / (f.tagBytes() + f.payloadBytes())
	if n <= 0 || len(data) != f.size(n) {
		return Table{}, false
	}
	t := Table{form: f, buckets: n, tags: data, rows: data[n*f.tagBytes():], tagMask: 1<<f.tag - 1, rowMask: 1<<f.payload - 1}
	for k := range bucket {
		t.ones |= 1 << (k * f.tag)
	}
	t.highs = t.ones << (f.tag - 1)
	return t, true
}

// tagOf is what a row keeps of its hash, never 0.
func (f form) tagOf(hash uint64) uint64 {
	return max(hash&(1<<f.tag-1), 1)
}

// homes are the two buckets of a hash, of n.
func homes(hash uint64, n int) [2]int {
	other := mix(hash)
	return [2]int{int(hash >> 32 * uint64(n) >> 32), int(other >> 32 * uint64(n) >> 32)}
}

// word reads 64 bits at a byte of a text that has them.
func word64(s string, at int) uint64 {
	s = s[at : at+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// none is the row of a key that is not there.
const none = -1

// row finds the number of a hash's row. It does not branch, which the processor
// would guess wrongly, so that many look-ups can wait for memory at a time.
func (t *Table) row(hash uint64) int {
	home := homes(hash, t.buckets)
	want := t.form.tagOf(hash) * t.ones
	row := none
	for k := 1; k >= 0; k-- {
		x := word64(t.tags, home[k]*t.form.tagBytes()) ^ want
		// The highest bit of the first tag that is the same, and perhaps of some
		// behind it.
		same := (x - t.ones) &^ x & t.highs
		at := home[k]*bucket + bits.TrailingZeros64(same)/t.form.tag
		if same != 0 {
			row = at
		}
	}
	return row
}

// payload is what a row holds.
func (t *Table) payload(row int) uint64 {
	at := row * t.form.payload
	return word64(t.rows, at>>3) >> (at & 7) & t.rowMask
}

// find gives the payload of a hash's row, 0 if there is none.
func (t *Table) find(hash uint64) uint64 {
	row := t.row(hash)
	if row == none {
		return 0
	}
	return t.payload(row)
}

// load is the share of a table's rows that is taken.
const load = 0.95

// buildTable lays out rows of payloads by their hashes, and gives the bytes that
// newTable reads. Of equal keys the first is kept.
func buildTable(hashes, payloads []uint64, f form) []byte {
	for n := int(float64(len(hashes))/(load*bucket)) + 1; ; n += n/50 + 1 {
		if cells, ok := place(hashes, n); ok {
			return layOut(cells, hashes, payloads, f)
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

// layOut writes tags and payloads.
func layOut(cells []int32, hashes, payloads []uint64, f form) []byte {
	n := len(cells) / bucket
	out := make([]byte, f.size(n))
	rows := out[n*f.tagBytes():]
	for i, k := range cells {
		if k > 0 {
			put(out, i*f.tag, f.tagOf(hashes[k-1]))
			put(rows, i*f.payload, payloads[k-1])
		}
	}
	return out
}

// put sets bits that are still 0 from a bit on.
func put(to []byte, bit int, v uint64) {
	at := to[bit>>3:]
	binary.LittleEndian.PutUint64(at, binary.LittleEndian.Uint64(at)|v<<(bit&7))
}
