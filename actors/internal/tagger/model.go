package tagger

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

//go:generate go run ./generate -out model.bin

// embedded is the trained model.
//
//go:embed model.bin
var embedded string

// MaxModel is the number of bytes that a model may have.
const MaxModel = 3_000_000

// magic begins a file of a model and names its form.
const magic = "names-1\n"

// Model is a trained tagger: a header, the lists, and a row of weights for each
// feature. It is read where it lies and costs a millisecond to load.
type Model struct {
	data        string
	lists       Lists
	weights     Table
	step        float32 // what one unit of a weight's byte is worth
	transitions Transitions
	exp         Transitions // exponentials of the transitions
}

// weightWidth is the payload of a row of weights: a byte for each label but
// the first, whose weight is 0.
const weightWidth = Labels - 1

// headerSize is what stands before the lists: the magic, their length and that
// of the weights, the step, the transitions.
const headerSize = len(magic) + 4 + 4 + 4 + 4*Labels*Labels

// Room is the number of features for which a model has room besides lists of a
// number of bytes.
func Room(lists int) int {
	const spare = 0.99 // a table may come out a little larger
	return int(spare * load * float64(MaxModel-headerSize-lists) / (weightWidth + check))
}

// Weighed is a feature with the weight of each label.
type Weighed struct {
	Hash    uint64
	Weights Scores
}

// largest is the weight at which larger ones are cut. Few are.
const largest = 4.0

// Pack lays a model out as Load reads it. Weights are kept relative to that of
// label 0, in 255 steps.
func Pack(lists []byte, features []Weighed, transitions *Transitions) []byte {
	const step = float32(largest / math.MaxInt8)
	hashes, rows := make([]uint64, len(features)), make([][]byte, len(features))
	for i, f := range features {
		hashes[i], rows[i] = f.Hash, make([]byte, weightWidth)
		for b := range weightWidth {
			v := math.Round(float64((f.Weights[b+1] - f.Weights[0]) / step))
			rows[i][b] = byte(int8(max(-math.MaxInt8, min(v, math.MaxInt8))))
		}
	}
	weights := BuildTable(hashes, rows, weightWidth)
	out := []byte(magic)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(lists)))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(weights)))
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(step))
	for _, row := range transitions {
		for _, v := range row {
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(v))
		}
	}
	return append(append(out, lists...), weights...)
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
	if len(data) != headerSize+lists+weights || lists%(bucket*(listWidth+check)) != 0 || weights%(bucket*(weightWidth+check)) != 0 || lists == 0 || weights == 0 {
		return nil, fmt.Errorf("%w: %d bytes, %d of lists and %d of weights", errDamaged, len(data), lists, weights)
	}
	m := &Model{data: data, step: math.Float32frombits(next())}
	for a := range m.transitions {
		for b := range m.transitions[a] {
			v := math.Float32frombits(next())
			m.transitions[a][b], m.exp[a][b] = v, float32(math.Exp(float64(v)))
		}
	}
	m.lists = NewLists(data[at : at+lists])
	m.weights = newTable(data[at+lists:], weightWidth)
	return m, nil
}

// Embedded is the model that comes with the program.
func Embedded() (*Model, error) { return Load(embedded) }
