package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"
)

// topHits is the number of hits of an answer.
const topHits = 10

// measured is what one engine took in one mode.
type measured struct {
	Engine string    `json:"engine"`
	Mode   string    `json:"mode"`
	Micros []float64 `json:"micros"`    // by query, the median of the rounds; negative: not asked
	Hits   []int     `json:"hits"`      // by query
	CPU    float64   `json:"cpuMicros"` // of the whole process for a query, the median of the rounds; 0: unknown
}

// throughput is what two clients at once got of an engine.
type throughput struct {
	Engine string  `json:"engine"`
	PerSec float64 `json:"queriesPerSecond"` // the median of the rounds
	Memory int64   `json:"memoryBytes"`      // held after all rounds, without mapped files
}

// clientsAtOnce is the number of clients of a throughput.
const clientsAtOnce = 2

// turn is an engine in a mode.
type turn struct {
	child *child
	mode  string
}

// withChildren starts the engines, and ends them behind use.
func (s *settings) withChildren(ctx context.Context, p *prepared, queries string, use func([]*child) error) (err error) {
	var children []*child
	defer func() {
		for _, c := range children {
			err = errors.Join(err, c.stop())
		}
	}()
	for _, name := range s.engines {
		c, err := s.startChild(ctx, name, p.path(name), queries)
		if err != nil {
			return err
		}
		children = append(children, c)
	}
	return use(children)
}

// latencies lets every engine have its turn in every round of every mode.
func (s *settings) latencies(children []*child, say func(string, ...any)) ([]measured, error) {
	var all []measured
	for _, mode := range []string{topOnly, faceted, highlights} {
		var turns []turn
		for _, c := range children {
			turns = append(turns, turn{c, mode})
			if c.name == "lucene" && mode == topOnly {
				turns = append(turns, turn{c, bounded})
			}
		}
		say("asking in mode %s", mode)
		rounds, err := s.takeTurns(turns, 1)
		if err != nil {
			return nil, err
		}
		for i, t := range turns {
			all = append(all, summed(t, rounds[i]))
		}
	}
	return all, nil
}

// takeTurns gives the replies of each turn, after rounds to warm up.
func (s *settings) takeTurns(turns []turn, clients int) ([][]*reply, error) {
	replies := make([][]*reply, len(turns))
	for round := range s.warmUps + s.rounds {
		for i, t := range turns {
			if round > 0 && round < s.warmUps && slow(replies[i]) {
				continue
			}
			before := t.child.cpu()
			r, err := t.child.run(order{Mode: t.mode, Clients: clients, Size: topHits})
			if err != nil {
				return nil, err
			}
			r.cpu = t.child.cpu() - before
			if round == s.warmUps {
				replies[i] = nil
			}
			replies[i] = append(replies[i], r)
		}
	}
	return replies, nil
}

// enoughWarm is the time of a round of all queries from which on one is enough
// to warm up: none of the engines that take so long compiles while it runs.
const enoughWarm = time.Second

func slow(replies []*reply) bool {
	return len(replies) > 0 && time.Duration(replies[0].Elapsed) > enoughWarm
}

func summed(t turn, rounds []*reply) measured {
	m := measured{Engine: t.child.name, Mode: t.mode, Hits: rounds[0].Hits}
	var computed []float64
	for _, r := range rounds {
		computed = append(computed, float64(r.cpu.Nanoseconds())/1000/float64(asked(r)))
	}
	m.CPU = median(computed)
	for i := range rounds[0].Nanos {
		var took []float64
		for _, r := range rounds {
			took = append(took, float64(r.Nanos[i])/1000)
		}
		m.Micros = append(m.Micros, median(took))
	}
	return m
}

func (s *settings) throughputs(children []*child, say func(string, ...any)) ([]throughput, error) {
	say("asking by %d clients at once", clientsAtOnce)
	var turns []turn
	for _, c := range children {
		turns = append(turns, turn{c, faceted})
	}
	rounds, err := s.takeTurns(turns, clientsAtOnce)
	if err != nil {
		return nil, err
	}
	var all []throughput
	for i, t := range turns {
		var rates []float64
		for _, r := range rounds[i] {
			rates = append(rates, float64(clientsAtOnce*asked(r))/time.Duration(r.Elapsed).Seconds())
		}
		all = append(all, throughput{Engine: t.child.name, PerSec: median(rates), Memory: t.child.memory()})
	}
	return all, nil
}

// asked is the number of queries that an engine could ask.
func asked(r *reply) int {
	n := 0
	for _, took := range r.Nanos {
		if took != notAsked {
			n++
		}
	}
	return n
}

func median(list []float64) float64 { return percentile(list, 50) }

// percentile is the value below which so many percent of the list are.
func percentile(list []float64, percent int) float64 {
	if len(list) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(list))
	return sorted[min(len(sorted)*percent/100, len(sorted)-1)]
}

// sameCounts checks that all engines have the same documents: that they count
// the same of everything and of each year and outlet. What a word finds
// depends on how an engine reads words; this does not.
func sameCounts(children []*child) error {
	var first *answer
	for _, c := range children {
		r, err := c.run(order{Mode: faceted, Clients: 1, Size: topHits, Detail: true})
		if err != nil {
			return err
		}
		a := &r.Answers[0]
		if first == nil {
			first = a
			continue
		}
		if a.Hits != first.Hits {
			return fmt.Errorf("%s has %d documents, %s %d", children[0].name, first.Hits, c.name, a.Hits)
		}
		for _, facet := range facetNames() {
			if err := sameFacet(first.Facets[facet], a.Facets[facet]); err != nil {
				return fmt.Errorf("%s and %s count facet %s differently: %w", children[0].name, c.name, facet, err)
			}
		}
	}
	return nil
}

// sameFacet compares the counts of the values that both list. Which values are
// listed may differ among those of equal counts, and by whether the unknown is
// one of them.
func sameFacet(a, b map[string]int) error {
	both := 0
	for value, n := range a {
		m, ok := b[value]
		if !ok {
			continue
		}
		both++
		if n != m {
			return fmt.Errorf("%d and %d of %s", n, m, value)
		}
	}
	if both < min(len(a), len(b))/2 {
		return fmt.Errorf("only %d values in common of %d and %d", both, len(a), len(b))
	}
	return nil
}
