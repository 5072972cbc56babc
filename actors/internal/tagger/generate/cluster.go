package main

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Bounds of the clustering.
const (
	minCount    = 8     // of a word that gets a cluster
	maxWords    = 80000 // that get one
	maxContexts = 12000 // words that count as neighbours
	maxRounds   = 12
)

// The numbers of classes: fine ones tell first names from surnames, coarse ones
// nouns from verbs.
const (
	fineClasses   = 1000
	coarseClasses = 100
)

// addClusters divides the words of the articles in a folder. That takes
// minutes, so the result is kept there and read the next time.
func (l *lists) addClusters(dir string) error {
	for classes, of := range map[int]map[string]int32{fineClasses: l.fine, coarseClasses: l.coarse} {
		path := filepath.Join(dir, fmt.Sprintf("clusters-%d.tsv", classes))
		if _, err := os.Stat(path); err != nil {
			if err := writeClusters(path, dir, classes); err != nil {
				return err
			}
		}
		var wrong error
		err := eachLine(path, func(line string) {
			word, class, _ := strings.Cut(line, "\t")
			n, err := strconv.Atoi(class)
			wrong = errors.Join(wrong, err)
			of[word] = int32(n) + 1
		})
		if err = errors.Join(err, wrong); err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
	}
	return nil
}

// writeClusters writes a word and its class a line, the most frequent first.
func writeClusters(path, dir string, classes int) error {
	c := newCorpus()
	err := eachSentence(dir, func(_ string, words []string) {
		if len(words) >= minWords {
			for i, w := range words {
				words[i] = zeroDigits(w)
			}
			c.add(words)
		}
	})
	if err != nil {
		return err
	}
	rank, order := c.rank()
	counts := make([]int, len(order))
	for i, id := range order {
		counts[i] = c.counts[id]
	}
	of := cluster(c.neighbours(rank, len(order), maxContexts), counts, classes, maxContexts)
	var out strings.Builder
	for i, id := range order {
		fmt.Fprintf(&out, "%s\t%d\n", c.words[id], of[i])
	}
	return os.WriteFile(path, []byte(out.String()), 0o644)
}

// zeroDigits makes all digits alike.
func zeroDigits(w string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, w)
}

// corpus counts the words of running text and who stands beside whom.
type corpus struct {
	ids    map[string]int32
	words  []string
	counts []int
	seq    []int32 // word ids in the order of the text, -1 between sentences
}

func newCorpus() *corpus { return &corpus{ids: make(map[string]int32)} }

// add appends a sentence of normalised words.
func (c *corpus) add(words []string) {
	for _, w := range words {
		id, ok := c.ids[w]
		if !ok {
			w = strings.Clone(w)
			id = int32(len(c.words))
			c.ids[w] = id
			c.words = append(c.words, w)
			c.counts = append(c.counts, 0)
		}
		c.counts[id]++
		c.seq = append(c.seq, id)
	}
	c.seq = append(c.seq, -1)
}

// neighbour is how often a word has a context, a word to its left or right.
type neighbour struct {
	context int32
	count   int32
}

// rank gives for each word its place by frequency, -1 for those left out, and
// the words in that order.
func (c *corpus) rank() (rank []int32, order []int32) {
	for id, n := range c.counts {
		if n >= minCount {
			order = append(order, int32(id))
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(c.counts[b], c.counts[a]), strings.Compare(c.words[a], c.words[b]))
	})
	order = order[:min(len(order), maxWords)]
	rank = make([]int32, len(c.words))
	for i := range rank {
		rank[i] = -1
	}
	for i, id := range order {
		rank[id] = int32(i)
	}
	return rank, order
}

// neighbours gives for each ranked word its contexts: i for the word of rank i
// to the left, contexts+i to the right; all rarer words, and the ends of a
// sentence, share the last one of a side.
func (c *corpus) neighbours(rank []int32, words, contexts int) [][]neighbour {
	at := func(i int) int32 {
		if i < 0 || i >= len(c.seq) || c.seq[i] < 0 {
			return int32(contexts - 2)
		}
		if r := rank[c.seq[i]]; r >= 0 && int(r) < contexts-2 {
			return r
		}
		return int32(contexts - 1)
	}
	lists := make([][]int32, words)
	for i, id := range c.seq {
		if id < 0 || rank[id] < 0 {
			continue
		}
		r := rank[id]
		lists[r] = append(lists[r], at(i-1), int32(contexts)+at(i+1))
	}
	out := make([][]neighbour, words)
	for r, list := range lists {
		slices.Sort(list)
		for _, ctx := range list {
			if n := len(out[r]); n > 0 && out[r][n-1].context == ctx {
				out[r][n-1].count++
			} else {
				out[r] = append(out[r], neighbour{ctx, 1})
			}
		}
		lists[r] = nil
	}
	return out
}

// exchange is the state of the clustering.
type exchange struct {
	classes int
	of      []int32   // by word: its class
	cells   []int32   // by context and class: how often they meet
	sizes   []int64   // by class: its words' occurrences
	plogp   []float32 // n·log n for small n
}

// cluster divides the words of the corpus, the most frequent first, into
// classes of words that stand in the same contexts. It is the exchange
// algorithm of Martin, Liermann and Ney (1998) in the predictive form of
// Uszkoreit and Brants (2008), with the neighbours of both sides (Dehdari et
// al. 2016): each word in turn goes to the class that makes its neighbours most
// likely, until few move.
func cluster(lists [][]neighbour, counts []int, classes, contexts int) []int32 {
	e := &exchange{classes: classes, of: make([]int32, len(lists)), cells: make([]int32, 2*contexts*classes),
		sizes: make([]int64, classes), plogp: make([]float32, 1<<16)}
	for n := 1; n < len(e.plogp); n++ {
		e.plogp[n] = float32(float64(n) * math.Log(float64(n)))
	}
	for w := range lists {
		e.of[w] = int32(w % classes)
		e.put(lists[w], counts[w], e.of[w], 1)
	}
	gain := make([]float64, classes)
	for range maxRounds {
		moved := 0
		for w := range lists {
			old := e.of[w]
			e.put(lists[w], counts[w], old, -1)
			e.of[w] = e.best(lists[w], counts[w], gain)
			e.put(lists[w], counts[w], e.of[w], 1)
			if e.of[w] != old {
				moved++
			}
		}
		if moved < len(lists)/100 {
			break
		}
	}
	return e.of
}

// put adds a word to a class, or takes it out with sign -1.
func (e *exchange) put(list []neighbour, count int, class, sign int32) {
	for _, n := range list {
		e.cells[int(n.context)*e.classes+int(class)] += sign * n.count
	}
	e.sizes[class] += int64(sign) * int64(count)
}

// best is the class to which a word that is in none adds most likelihood.
func (e *exchange) best(list []neighbour, count int, gain []float64) int32 {
	for c := range gain {
		gain[c] = 2 * (e.log(e.sizes[c]) - e.log(e.sizes[c]+int64(count)))
	}
	for _, n := range list {
		row := e.cells[int(n.context)*e.classes:][:e.classes]
		alone := float64(e.log(int64(n.count)))
		for c, have := range row {
			if have == 0 {
				gain[c] += alone
			} else {
				gain[c] += e.log(int64(have)+int64(n.count)) - e.log(int64(have))
			}
		}
	}
	best := 0
	for c := range gain {
		if gain[c] > gain[best] {
			best = c
		}
	}
	return int32(best)
}

// log is n·log n.
func (e *exchange) log(n int64) float64 {
	if n < int64(len(e.plogp)) {
		return float64(e.plogp[n])
	}
	return float64(n) * math.Log(float64(n))
}
