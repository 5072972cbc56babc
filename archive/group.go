package archive

import (
	"cmp"
	"fmt"
	"slices"
)

// groups are being found anew: sets of articles and of groups that stay as they
// are. An article is its number, such a group its label below zero.
type groups struct {
	*likeness
	sets  sets
	nodes map[int64]int64 // of articles in groups that stay
	at    map[int64]int   // places of stored articles in t.changes, by number
}

// regroup finds the groups of the articles that a transaction stored, and of
// those that were in a group with one that it removed. A group is a connected
// component of the pairs that are alike, so it does not depend on the order in
// which articles come.
func (l *likeness) regroup() error {
	if len(l.fresh) == 0 && len(l.loosened) == 0 {
		return nil
	}
	list, err := l.concerned()
	if err != nil {
		return err
	}
	buckets, err := l.buckets(list)
	if err != nil {
		return err
	}
	g := &groups{likeness: l, sets: sets{map[int64]int64{}}, nodes: map[int64]int64{}}
	if err := g.loadLabels(buckets); err != nil {
		return err
	}
	var rows []pair
	for _, c := range list {
		added, err := g.compare(c, buckets)
		if err != nil {
			return err
		}
		rows = append(rows, added...)
	}
	if err := l.register(rows); err != nil {
		return err
	}
	return g.label()
}

// loadLabels learns which of the articles found are in groups that stay.
func (g *groups) loadLabels(buckets map[int64][]int64) error {
	var seqs []int64
	for _, b := range buckets {
		seqs = append(seqs, b...)
	}
	if len(seqs) == 0 {
		return nil
	}
	slices.Sort(seqs)
	rows, err := collect(g.t.ctx, g.t.tx, scanPair, `SELECT article, label FROM members
		WHERE article IN (SELECT value FROM json_each(?))`, string(appendKeys(nil, slices.Compact(seqs))))
	for _, r := range rows {
		if !g.loosened[r.b] {
			g.nodes[r.a] = -r.b
		}
	}
	return err
}

// node is the article itself, or its group if that stays.
func (g *groups) node(seq int64) int64 {
	if n, ok := g.nodes[seq]; ok {
		return n
	}
	return seq
}

// compare unites an article with those that share a key with it and are alike,
// and gives the keys under which it is to be kept.
func (g *groups) compare(c *compared, buckets map[int64][]int64) ([]pair, error) {
	var added []pair
	g.sets.find(c.seq)
	for _, key := range c.keys {
		for _, other := range buckets[key] {
			if other == c.seq || g.sets.find(c.seq) == g.sets.find(g.node(other)) {
				continue
			}
			alike, err := g.alike(c, g.stored(other))
			if err != nil {
				return nil, err
			}
			if alike {
				g.sets.unite(c.seq, g.node(other))
			}
		}
		if b := buckets[key]; len(b) < bucketSize && !slices.Contains(b, c.seq) {
			buckets[key] = append(b, c.seq)
			added = append(added, pair{key, c.seq})
		}
	}
	return added, nil
}

func (g *groups) alike(a, b *compared) (bool, error) {
	x, err := a.shingles()
	if err != nil {
		return false, err
	}
	y, err := b.shingles()
	return err == nil && x.Alike(y), err
}

// component is a group as it was found.
type component struct {
	articles []int64
	labels   []pair // that some of its articles had, and how many
}

// label names the groups and stores what has changed.
func (g *groups) label() error {
	var found []component
	for _, nodes := range g.sets.all() {
		if len(nodes) == 1 && nodes[0] < 0 {
			continue // a group that was looked at and stays as it is
		}
		c, err := g.component(nodes)
		if err != nil {
			return err
		}
		found = append(found, c)
	}
	// The largest part of a group that falls apart keeps its label.
	slices.SortFunc(found, func(a, b component) int {
		return cmp.Or(cmp.Compare(len(b.articles), len(a.articles)), cmp.Compare(a.articles[0], b.articles[0]))
	})
	g.at = make(map[int64]int, len(g.t.changes))
	for i, c := range g.t.changes {
		if c.Record != nil {
			g.at[c.Seq] = i
		}
	}
	taken := map[int64]bool{}
	for _, c := range found {
		if err := g.name(c, taken); err != nil {
			return fmt.Errorf("group %d articles: %w", len(c.articles), err)
		}
	}
	return nil
}

// component gathers the articles of a set.
func (g *groups) component(nodes []int64) (component, error) {
	var c component
	had := map[int64]int64{}
	for _, n := range nodes {
		if n > 0 {
			c.articles = append(c.articles, n)
			if label := g.stored(n).label; label != 0 {
				had[label]++
			}
			continue
		}
		seqs, err := g.members(-n)
		if err != nil {
			return c, err
		}
		for _, seq := range seqs {
			g.stored(seq).label = -n
		}
		had[-n] = int64(len(seqs))
		c.articles = append(c.articles, seqs...)
	}
	slices.Sort(c.articles)
	for label, n := range had {
		c.labels = append(c.labels, pair{label, n})
	}
	slices.SortFunc(c.labels, func(x, y pair) int { return cmp.Or(cmp.Compare(y.b, x.b), cmp.Compare(x.a, y.a)) })
	return c, nil
}

// name gives the articles of a component one label, if they are two or more:
// that which most of them have, or a new one.
func (g *groups) name(c component, taken map[int64]bool) error {
	var label int64
	if len(c.articles) > 1 {
		for _, had := range c.labels {
			if !taken[had.a] {
				label = had.a
				break
			}
		}
		if label == 0 {
			g.t.last++
			label = g.t.last
		}
		taken[label] = true
	}
	for _, seq := range c.articles {
		if err := g.move(seq, label); err != nil {
			return err
		}
	}
	return nil
}

// move puts an article into a group, or into none. For an article that was
// stored before, that is a change.
func (g *groups) move(seq, label int64) error {
	c := g.stored(seq)
	if c.label == label {
		return nil
	}
	query, args := "INSERT OR REPLACE INTO members (article, label) VALUES (?, ?)", []any{seq, label}
	if label == 0 {
		query, args = "DELETE FROM members WHERE article = ?", args[:1]
	}
	if err := g.t.exec(query, args...); err != nil {
		return err
	}
	if i, ok := g.at[seq]; ok {
		g.t.changes[i].Record.Group = label
		return nil
	}
	keys, err := g.keysOf(c)
	if err != nil {
		return err
	}
	return g.t.again(seq, keys)
}

// again makes a change of an article as it stands.
func (t *transaction) again(seq int64, keys []int64) error {
	next, err := t.renumber(seq, keys)
	if err != nil {
		return err
	}
	changes, err := t.reader.records(t.ctx, t.tx, "WHERE seq = ?", next)
	t.changes = append(t.changes, changes...)
	return err
}

// renumber gives an article, which is kept under these keys, the number of a new
// change.
func (t *transaction) renumber(seq int64, keys []int64) (next int64, err error) {
	t.last++
	next = t.last
	for _, query := range []string{
		"UPDATE articles SET seq = ?1, replaced = 1 WHERE seq = ?2",
		"UPDATE comments SET article = ?1 WHERE article = ?2",
		"UPDATE mentions SET article = ?1 WHERE article = ?2",
		"UPDATE surnames SET article = ?1 WHERE article = ?2",
		"UPDATE holdings SET article = ?1 WHERE article = ?2",
		"UPDATE members SET article = ?1 WHERE article = ?2",
	} {
		if err := t.exec(query, next, seq); err != nil {
			return 0, err
		}
	}
	return next, t.exec("UPDATE likeness SET article = ? WHERE article = ? AND key IN (SELECT value FROM json_each(?))",
		next, seq, string(appendKeys(nil, keys)))
}
