package corpus

import (
	_ "embed" // the weights
	"fmt"
	"math"
	"slices"
	"strconv"
)

//go:embed data/stages.tsv
var stageTable string

// What a clue is weighed for.
const (
	weighAbove      = iota // the line stands above the text
	weighBehind            // it stands behind the text
	weighBegins            // the text begins with it
	weighBeginsNext        // the text begins with the next line
	weighEnds              // what is behind the text begins with it
	weighEndsNext          // or with the next line
	stageWeights
)

// stager tells where in a page the text of the article begins and ends. It is a
// chain of three stages, above, within and behind the text, each of which a line
// follows from the one before (a linear-chain conditional random field; Lafferty,
// McCallum and Pereira 2001). Its weights are logits and are learnt, see
// TestTrainStages.
type stager [clues][stageWeights]float64

func newStager() (*stager, error) {
	var g stager
	names := clueNames()
	for n, columns := range builtinRows(stageTable) {
		k := slices.Index(names[:], columns[0])
		if len(columns) != 1+stageWeights || k < 0 {
			return nil, fmt.Errorf("read built-in stages: line %d: want clue and %d weights", n, stageWeights)
		}
		for c := range stageWeights {
			w, err := strconv.ParseFloat(columns[1+c], 64)
			if err != nil {
				return nil, fmt.Errorf("read built-in stages: line %d: %w", n, err)
			}
			g[k][c] = w
		}
	}
	return &g, nil
}

// chain are the scores of the stages of n lines, in logits over that of standing
// within the text, and what follows from them.
type chain struct {
	n             int
	above, behind []float64 // that the line stands there
	begins        []float64 // that the text begins with it
	ends          []float64 // that it ends above it; n+1 of them
	pAbove        []float64 // probability that the line stands above the text
	pBehind       []float64 // and behind it
	within        []float64 // logarithm of the weight of all readings in which line i-1 is text
	total         float64   // and of all
}

// resize makes room for n lines.
func (c *chain) resize(n int) {
	c.n = n
	for _, list := range []*[]float64{&c.above, &c.behind, &c.begins, &c.ends, &c.pAbove, &c.pBehind, &c.within} {
		*list = slices.Grow((*list)[:0], n+1)[:n+1]
		clear(*list)
	}
}

// tail adds what speaks for a text that goes on to the end of the page.
func (c *chain) tail(g *stager) { c.ends[c.n] += g[clueTail][weighEnds] }

// add adds what the clues of line i say.
func (c *chain) add(g *stager, i int, has []clue) {
	for _, k := range has {
		w := &g[k]
		c.above[i] += w[weighAbove]
		c.behind[i] += w[weighBehind]
		c.begins[i] += w[weighBegins]
		c.ends[i] += w[weighEnds]
		c.ends[i+1] += w[weighEndsNext]
		if i+1 < c.n {
			c.begins[i+1] += w[weighBeginsNext]
		}
	}
}

// weigh finds the probabilities by the forward and backward passes of the chain
// (Rabiner 1989). The text has one line at least.
func (c *chain) weigh() {
	n := c.n
	never := math.Inf(-1)
	above, rest := 0.0, 0.0
	for i := range n {
		rest += c.behind[i]
	}
	all := rest // of the lines behind the text
	c.within[0], c.total = never, never
	for i := range n { // the text ends above line i+1
		c.within[i+1] = logAdd(c.within[i], above+c.begins[i])
		above += c.above[i]
		rest -= c.behind[i]
		c.total = logAdd(c.total, c.within[i+1]+c.ends[i+1]+rest)
	}
	behind := 0.0
	rest = all
	for i := range n {
		if i > 0 {
			behind += math.Exp(c.within[i] + c.ends[i] + rest - c.total)
		}
		c.pBehind[i] = min(1, behind)
		rest -= c.behind[i]
	}
	c.weighAbove(n, above)
}

// weighAbove finds the probabilities of standing above the text, from below. The
// scores of all lines above it are given.
func (c *chain) weighAbove(n int, above float64) {
	later, rest := math.Inf(-1), 0.0 // all readings in which line i is text and what follows
	p := 0.0
	for i := n - 1; i >= 0; i-- {
		c.pAbove[i] = min(1, p)
		later = logAdd(later, c.ends[i+1]+rest)
		rest += c.behind[i]
		above -= c.above[i]
		p += math.Exp(above + c.begins[i] + later - c.total)
	}
}

// logAdd is the logarithm of the sum of two numbers that are given by theirs.
func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	const far = 40 // at which b is less than the last digit of a
	if math.IsInf(b, -1) || a-b > far && (a > 1 || a < -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}

// How sure it must be that a line is no part of the text. To cut more than one
// part of so many of what reads as text it must be very sure.
const (
	sureAbove  = 0.95
	sureBehind = 0.9
	verySure   = 0.995
	muchPart   = 6
)

// reachOfLead is how many lines above the text its lead may be.
const reachOfLead = 8

// cutText ends the article where its text ends, and drops the paragraphs above
// its beginning, which belong to menus and notices.
func (pg *page) cutText() {
	if pg.end == 0 || pg.wrapped {
		return
	}
	c, s := pg.stageChain()
	begin, end := c.reach(s)
	if s.meagre(begin, end) { // the stages are wrong
		c.hold(s.thickest)
		c.weigh()
		if begin, end = c.reach(s); s.meagre(begin, end) {
			return
		}
	}
	pg.begin, pg.end = begin, pg.aboveDatedLink(pg.behindItems(end))
	for i := range max(0, begin-reachOfLead) {
		if l := &pg.lines[i]; l.kind == lineText && len(l.text) >= longText {
			l.decide(lineNoise, aboveText)
		}
	}
	pg.dropUnlikely(c)
}

// reach is where the text surely does not begin above, and where it has surely
// ended.
func (c *chain) reach(s *surroundings) (begin, end int) {
	end = c.n
	for begin < end && c.pAbove[begin] > s.sure(sureAbove, 0, begin+1) {
		begin++
	}
	for end > begin && c.pBehind[end-1] > s.sure(sureBehind, end-1, c.n) {
		end--
	}
	return begin, end
}

// meagre tells whether little of what reads as text is between two lines.
func (s *surroundings) meagre(from, to int) bool {
	const share = 4 // of which one part is enough
	return share*(s.text[to]-s.text[from]) < s.text[len(s.text)-1]
}

// hold takes it for granted that a line is within the text.
func (c *chain) hold(line int) {
	for i := range c.n {
		if i > line {
			c.begins[i] = math.Inf(-1)
		} else {
			c.ends[i] = math.Inf(-1)
		}
	}
}

// dropUnlikely drops lines of which it is not sure by itself that they are no part
// of the text, but is together with what their words and forms say.
func (pg *page) dropUnlikely(c *chain) {
	const least = 0.3 // probability
	for i := pg.begin; i < pg.end; i++ {
		l := &pg.lines[i]
		p := c.pBehind[i]
		if p < least || l.kind != lineText || l.kept || len(l.text) > maxNotice {
			continue
		}
		if !bulleted(l.text) && pg.furnitureLike(i, pg.enough(i)-max(0, math.Log(p/(1-p)))-1) {
			l.decide(lineNoise, strange)
		}
	}
}

// aboveText is the rule that drops what stands above the text.
const aboveText = "above the text"

// sure is how sure it must be that the lines from one to another are no text: very
// sure if they read like much of it.
func (s *surroundings) sure(enough float64, from, to int) float64 {
	if muchPart*(s.text[to]-s.text[from]) > s.text[len(s.text)-1] {
		return verySure
	}
	return enough
}

// stageChain weighs the stages of the lines above the end.
func (pg *page) stageChain() (*chain, *surroundings) {
	c, g := &pg.space().chain, pg.p.stager
	c.resize(pg.end)
	s := pg.surround()
	has := pg.space().clues
	for i := range pg.end {
		has = pg.cluesOf(i, s, has[:0])
		c.add(g, i, has)
	}
	pg.space().clues = has
	c.tail(g)
	c.weigh()
	return c, s
}

// dropAboveText drops what is left between the title and the beginning of the
// text.
func (pg *page) dropAboveText() {
	for i := pg.title + 1; i < pg.begin; i++ {
		if l := &pg.lines[i]; l.kind == lineText {
			l.decide(lineNoise, aboveText)
		}
	}
}
