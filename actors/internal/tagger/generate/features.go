package main

import (
	"strings"

	"presseschau/actors/internal/tagger"
)

// indexer numbers the features of the examples.
type indexer struct {
	reader *tagger.Reader
	ids    map[uint64]int32
	hashes []uint64
	counts []int32
	grow   bool // new features get a number
}

func newIndexer(lists []byte) (*indexer, error) {
	reader, err := tagger.NewReader(lists)
	if err != nil {
		return nil, err
	}
	return &indexer{reader: reader, ids: make(map[uint64]int32), grow: true}, nil
}

// text is the sentence with blanks between its words, and their places.
func (x *example) text() (string, []tagger.Token) {
	toks := make([]tagger.Token, len(x.words))
	at := int32(0)
	for i, w := range x.words {
		toks[i] = tagger.Token{Start: at, End: at + int32(len(w))}
		at += int32(len(w)) + 1
	}
	return strings.Join(x.words, " "), toks
}

// fill sets the features of a sentence.
func (ix *indexer) fill(x *example) {
	text, toks := x.text()
	ix.reader.Read(text, toks)
	x.features = make([][]int32, len(toks))
	var buf []uint64
	for i := range toks {
		buf = ix.reader.Features(text, i, buf[:0])
		list := make([]int32, 0, len(buf))
		for _, h := range buf {
			id, ok := ix.ids[h]
			if !ok {
				if !ix.grow {
					continue
				}
				id = int32(len(ix.hashes))
				ix.ids[h] = id
				ix.hashes = append(ix.hashes, h)
				ix.counts = append(ix.counts, 0)
			}
			ix.counts[id]++
			list = append(list, id)
		}
		x.features[i] = list
	}
}

// keep drops features for which a function says no, and numbers the rest anew.
func (ix *indexer) keep(examples []*example, want func(id int) bool) {
	renumber := make([]int32, len(ix.hashes))
	n := int32(0)
	for id, h := range ix.hashes {
		if !want(id) {
			renumber[id] = -1
			delete(ix.ids, h)
			continue
		}
		renumber[id] = n
		ix.ids[h], ix.hashes[n], ix.counts[n] = n, h, ix.counts[id]
		n++
	}
	ix.hashes, ix.counts = ix.hashes[:n], ix.counts[:n]
	for _, x := range examples {
		for i, list := range x.features {
			k := 0
			for _, f := range list {
				if renumber[f] >= 0 {
					list[k] = renumber[f]
					k++
				}
			}
			x.features[i] = list[:k]
		}
	}
}
