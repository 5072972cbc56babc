package index

import (
	"math"
	"slices"
)

// impacts are the documents of a leaf in a segment, ascending, each with the
// frequencies that the share of the leaf's idf which it counts for is computed
// from. They take 3 bytes a document: the lower half of its number, and which of
// the few pairs of frequencies it has that there are. They never change.
type impacts struct {
	measure
	low    []uint16      // halves of documents
	chunks []uint32      // places in low of the first of every 2^16 documents, and the end
	kinds  []uint8       // places in pairs
	pairs  []frequencies // the first ones met
	others []placed      // of the places whose kind is otherKind
	most   []float32     // the largest share of each block
	max    float32       // and of all

	met *[1 << 8]uint8 // kinds by a hash of their frequencies, until the end
}

// frequencies are those of a leaf in a document: of all its terms, weighted, and
// of the exact form.
type frequencies struct{ tf, exact float32 }

// placed are the frequencies at a place in a list.
type placed struct {
	place int
	frequencies
}

// otherKind is that of frequencies beyond those which a kind is left for.
const otherKind = 1<<8 - 1

// impactBlock is the number of documents of which the largest share is known.
const impactBlock = 64

// chunkBits is the size of the lower half of a document's number.
const chunkBits = 16

func newImpacts(m measure, size int) *impacts {
	return &impacts{measure: m, met: &[1 << 8]uint8{}, low: make([]uint16, 0, size), kinds: make([]uint8, 0, size),
		most: make([]float32, 0, (size+impactBlock-1)/impactBlock)}
}

// add adds a document, which must be behind the last one.
func (x *impacts) add(doc uint32, f frequencies) {
	place := len(x.low)
	for len(x.chunks) <= int(doc>>chunkBits) {
		x.chunks = append(x.chunks, uint32(place))
	}
	x.low = append(x.low, uint16(doc))
	kind := x.kindOf(f)
	if kind == otherKind {
		x.others = append(x.others, placed{place, f})
	}
	x.kinds = append(x.kinds, kind)
	if place%impactBlock == 0 {
		x.most = append(x.most, 0)
	}
	share := f.share(x.dampening(doc))
	last := &x.most[len(x.most)-1]
	*last = max(*last, share)
	x.max = max(x.max, share)
}

// kindOf gives the kind of frequencies, a new one if one is left.
func (x *impacts) kindOf(f frequencies) uint8 {
	hash := (math.Float32bits(f.tf)*0x9e3779b1 ^ math.Float32bits(f.exact)*0x85ebca77) >> 24
	kind := &x.met[hash]
	if int(*kind) < len(x.pairs) && x.pairs[*kind] == f {
		return *kind
	}
	at := slices.Index(x.pairs, f)
	switch {
	case at >= 0:
	case len(x.pairs) < otherKind:
		at = len(x.pairs)
		x.pairs = append(x.pairs, f)
	default:
		return otherKind
	}
	*kind = uint8(at)
	return *kind
}

// end is to be called when all documents were added.
func (x *impacts) end() *impacts {
	x.chunks, x.met = append(x.chunks, uint32(len(x.low))), nil
	return x
}

// size is the number of documents.
func (x *impacts) size() int { return len(x.low) }

// bytes is the memory of impacts, about.
func (x *impacts) bytes() int {
	const overhead, pairSize, placedSize = 256, 8, 16
	return overhead + 2*cap(x.low) + cap(x.kinds) + 4*(cap(x.chunks)+cap(x.most)) + pairSize*cap(x.pairs) + placedSize*cap(x.others)
}

// find gives the place of a document, which is not before from; else that of the
// first one behind it.
func (x *impacts) find(from int, doc uint32) (place int, there bool) {
	chunk := int(doc >> chunkBits)
	if chunk+1 >= len(x.chunks) {
		return len(x.low), false
	}
	first, end := int(x.chunks[chunk]), int(x.chunks[chunk+1])
	place = advance(x.low[:end], max(from, first), uint16(doc))
	return place, place < end && x.low[place] == uint16(doc)
}

// share is that of the document at a place.
func (x *impacts) share(place int, doc uint32) float32 {
	kind := x.kinds[place]
	if kind < otherKind {
		return x.pairs[kind].share(x.dampening(doc))
	}
	i, _ := slices.BinarySearchFunc(x.others, place, func(p placed, place int) int { return p.place - place })
	return x.others[i].share(x.dampening(doc))
}

// each visits the places from one to before another.
func (x *impacts) each(from, to int, visit func(place int, doc uint32)) {
	chunk, _ := slices.BinarySearch(x.chunks, uint32(from)+1)
	chunk--
	for place := from; place < to; place++ {
		for int(x.chunks[chunk+1]) <= place {
			chunk++
		}
		visit(place, uint32(chunk)<<chunkBits|uint32(x.low[place]))
	}
}
