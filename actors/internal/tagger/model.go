package tagger

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"presseschau/actors/internal/nouns"
)

//go:generate go run ./generate -out model.bin

// embedded is the trained model.
//
//go:embed model.bin
var embedded string

// MaxModel is the number of bytes that a model may have.
const MaxModel = 3_000_000

// magic begins a file of a model and names its form.
const magic = "names-2\n"

// Model is a trained tagger: a header, the lists, and a row of weights for each
// feature. It is read where it lies and costs next to no time to load. It is safe
// for concurrent use.
type Model struct {
	data        string
	lists       Lists
	weights     Table
	decoder     *decoder
	transitions Transitions
	exp         Transitions // exponentials of the transitions
	memory      memory
	nouns       *nouns.Memory
}

// weightForm is how the weights of features are kept: as their codes.
var weightForm = form{tag: 12, payload: weightLabels * weightBits}

// headerSize is what stands before the lists: the magic, their length and that
// of the weights, the codebook, the transitions.
const headerSize = len(magic) + 4 + 4 + 4*weightLabels*levels + 4*Labels*Labels

// Room is the number of features for which a model has room besides lists of a
// number of bytes.
func Room(lists int) int {
	const spare = 0.99 // a table may come out a little larger
	buckets := (MaxModel - headerSize - lists - overhang) / (weightForm.size(1) - overhang)
	return int(spare * load * float64(buckets*bucket))
}

// Weighed is a feature with the weight of each label.
type Weighed struct {
	Hash    uint64
	Weights Scores
}

// Pack lays a model out as Load reads it. Weights are kept relative to that of
// label 0, each as the nearest value of the codebook.
func Pack(lists []byte, features []Weighed, book *Codebook, transitions *Transitions) []byte {
	hashes, codes := make([]uint64, len(features)), make([]uint64, len(features))
	for i, f := range features {
		hashes[i], codes[i] = f.Hash, book.code(f.Weights)
	}
	weights := buildTable(hashes, codes, weightForm)
	out := []byte(magic)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(lists)))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(weights)))
	for _, row := range book {
		out = appendFloats(out, row[:])
	}
	for _, row := range transitions {
		out = appendFloats(out, row[:])
	}
	return append(append(out, lists...), weights...)
}

func appendFloats(out []byte, values []float32) []byte {
	for _, v := range values {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(v))
	}
	return out
}

// Data is the model as Load read it, for a fingerprint of it.
func (m *Model) Data() string { return m.data }

// errDamaged is the error of a model that Pack did not write.
var errDamaged = errors.New("not a model of names, or a damaged one")

// Load reads a model that Pack wrote.
func Load(data string) (*Model, error) {
	if len(data) < headerSize || data[:len(magic)] != magic {
		return nil, errDamaged
	}
	at := len(magic)
	next := func() uint32 {
		v := binary.LittleEndian.Uint32([]byte(data[at : at+4]))
		at += 4
		return v
	}
	lists, weights := int(next()), int(next())
	if len(data) != headerSize+lists+weights {
		return nil, fmt.Errorf("%w: %d bytes, %d of lists and %d of weights", errDamaged, len(data), lists, weights)
	}
	m := &Model{data: data, memory: make(memory, memorySize), nouns: nouns.NewMemory()}
	var book Codebook
	for b := range book {
		for i := range book[b] {
			book[b][i] = math.Float32frombits(next())
		}
	}
	m.decoder = newDecoder(&book)
	for a := range m.transitions {
		for b := range m.transitions[a] {
			v := math.Float32frombits(next())
			m.transitions[a][b], m.exp[a][b] = v, float32(math.Exp(float64(v)))
		}
	}
	var okLists, okWeights bool
	m.lists.Table, okLists = newTable(data[at:at+lists], listForm)
	m.weights, okWeights = newTable(data[at+lists:], weightForm)
	if !okLists || !okWeights {
		return nil, fmt.Errorf("%w: no table has %d or %d bytes", errDamaged, lists, weights)
	}
	return m, nil
}

// Embedded is the model that comes with the program.
func Embedded() (*Model, error) { return Load(embedded) }
