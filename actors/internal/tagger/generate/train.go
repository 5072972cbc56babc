package main

import (
	"fmt"
	"io"
	"math"

	"presseschau/actors/internal/tagger"
)

// What the training was tuned to, by cross-validation on four fifths of
// GermEval's sentences.
const (
	silverWeight   = 0.5 // of a sentence that a tagger has labelled
	minFeature     = 4   // occurrences of a feature that is looked at
	usefulnessRoot = 0.3 // exponent of a feature's count in its usefulness

	lastEpochs = 8   // of the last stage, on what humans have labelled alone
	lastRate   = 0.4 // and its first step
)

// stage is a number of runs over all sentences with the most useful features.
type stage struct{ features, epochs int }

// stages of the training: fewer features each time, as many as there is room for
// in the end.
func stages(room int) []stage {
	return []stage{{math.MaxInt, 3}, {800_000, 1}, {room, 2}}
}

// parts of GermEval's sentences, of which part 0 is never trained on.
const parts = 5

// corpora are the sentences to train on and those to measure with.
type corpora struct {
	train, test []*example
}

// divide puts the sentences of one part into the test set, and all but that and
// the part held back into the training set.
func (c *corpora) divide(sentences []*example, part uint32) {
	for _, x := range sentences {
		switch s := share(x.words, parts); {
		case s == part:
			c.test = append(c.test, x)
		case s != 0:
			c.train = append(c.train, x)
		}
	}
}

// byHumans are the sentences to train on that no machine has labelled.
func (c *corpora) byHumans() []*example {
	var list []*example
	for _, x := range c.train {
		if x.weight > silverWeight {
			list = append(list, x)
		}
	}
	return list
}

// fit trains a model and gives it in the form that the program embeds.
func fit(c *corpora, packed []byte, log io.Writer) ([]byte, error) {
	room := tagger.Room(len(packed))
	ix, err := newIndexer(packed)
	if err != nil {
		return nil, fmt.Errorf("read the lists: %w", err)
	}
	for _, x := range c.train {
		ix.fill(x)
	}
	ix.keep(c.train, func(id int) bool { return ix.counts[id] >= minFeature })
	ix.grow = false
	for _, x := range c.test {
		ix.fill(x)
	}
	fmt.Fprintf(log, "%d sentences with %d features to train on, %d to measure\n", len(c.train), len(ix.hashes), len(c.test))
	m := newCRF(len(ix.hashes))
	all := append(append([]*example{}, c.train...), c.test...)
	for _, stage := range stages(room) {
		m.prune(ix, all, stage.features)
		m.train(c.train, stage.epochs, rate)
		fmt.Fprintf(log, "%d features, %d epochs: %s\n", len(ix.hashes), stage.epochs, m.measure(c.test))
	}
	m.train(c.byHumans(), lastEpochs, lastRate)
	fmt.Fprintf(log, "what humans have labelled, %d epochs: %s\n", lastEpochs, m.measure(c.test))
	features := make([]tagger.Weighed, len(ix.hashes))
	for i, h := range ix.hashes {
		features[i] = tagger.Weighed{Hash: h, Weights: m.weights[i]}
	}
	return tagger.Pack(packed, features, newCodebook(m.weights, ix.counts), &m.transitions), nil
}
