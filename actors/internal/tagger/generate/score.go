package main

import (
	"fmt"

	"presseschau/actors/internal/tagger"
)

// span is a name in a sentence: its first token, the one behind its last, and
// its kind.
type span struct {
	from, to int
	kind     tagger.Kind
}

// spans gives the names that labels mark, others than works and events.
func spans(labels []tagger.Label) map[span]bool {
	out := make(map[span]bool)
	for i, l := range labels {
		if !l.Begins() || l.Kind() == tagger.Other {
			continue
		}
		j := i + 1
		for j < len(labels) && labels[j] == tagger.Inside(l.Kind()) {
			j++
		}
		out[span{i, j, l.Kind()}] = true
	}
	return out
}

// tally counts names found, wrong and missed, in all and by kind.
type tally [tagger.Kinds + 1]struct{ found, wrong, missed int }

func (t *tally) add(gold, got []tagger.Label) {
	want, have := spans(gold), spans(got)
	for s := range have {
		for _, k := range [...]tagger.Kind{0, s.kind} {
			if want[s] {
				t[k].found++
			} else {
				t[k].wrong++
			}
		}
	}
	for s := range want {
		if !have[s] {
			t[0].missed++
			t[s.kind].missed++
		}
	}
}

func (t *tally) f1(k tagger.Kind) float64 {
	c := t[k]
	return 2 * float64(c.found) / float64(max(1, 2*c.found+c.wrong+c.missed))
}

// String gives F1 by kind, and precision and recall in all.
func (t *tally) String() string {
	c := t[0]
	return fmt.Sprintf("F1 %.4f P %.3f R %.3f  PER %.3f ORG %.3f LOC %.3f  (%d found, %d wrong, %d missed)", t.f1(0),
		float64(c.found)/float64(max(1, c.found+c.wrong)), float64(c.found)/float64(max(1, c.found+c.missed)),
		t.f1(tagger.Person), t.f1(tagger.Organisation), t.f1(tagger.Place), c.found, c.wrong, c.missed)
}

// measure counts what a model in the form that the program embeds finds in
// sentences.
func measure(model []byte, sentences []*example) (*tally, error) {
	m, err := tagger.Load(string(model))
	if err != nil {
		return nil, err
	}
	t, tags := &tally{}, tagger.New(m)
	for _, x := range sentences {
		text, toks := x.text()
		got := make([]tagger.Label, len(toks))
		for _, s := range tags.Tag(text, toks) {
			for i, tok := range toks {
				switch {
				case int(tok.Start) == s.Start:
					got[i] = tagger.Begin(s.Kind)
				case int(tok.Start) > s.Start && int(tok.End) <= s.End:
					got[i] = tagger.Inside(s.Kind)
				}
			}
		}
		t.add(x.labels, got)
	}
	return t, nil
}
