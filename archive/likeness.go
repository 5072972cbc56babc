package archive

import (
	"fmt"
	"slices"
	"strings"

	"presseschau/corpus"
	"presseschau/sameness"
)

// Limits of the search for versions.
const (
	// bucketSize is the number of articles kept under a key. Those that share
	// one are nearly always of one group, and a few of them lead to it: an
	// archive with 50,000 copies of a consent page costs no more than another.
	bucketSize = 32
	// maxRegroup is the size of a group up to which it is looked at anew when
	// an article leaves it. A larger one has many ways to hang together.
	maxRegroup = 200
)

// likeness finds the versions of articles within a transaction.
type likeness struct {
	t        *transaction
	fresh    []*compared         // stored in this transaction
	by       map[int64]*compared // by number of the article
	loosened map[int64]bool      // labels of groups that an article left
}

// compared is an article as it is compared.
type compared struct {
	seq   int64
	label int64 // of its group before, 0 if it had none
	keys  []int64
	set   sameness.Set // made when it is first compared
	texts func() ([]string, error)
}

// textsOf are the texts of an article that are compared. Captions and the
// kicker are the outlet's own.
func textsOf(a *corpus.Article) []string { return []string{a.Title, a.Lead, a.BodyText()} }

func (c *compared) shingles() (sameness.Set, error) {
	if c.set != nil {
		return c.set, nil
	}
	texts, err := c.texts()
	if err != nil {
		return nil, err
	}
	c.set = sameness.Shingle(texts...).Set()
	return c.set, nil
}

// add takes an article that has just been stored.
func (l *likeness) add(seq int64, a *corpus.Article) {
	texts := textsOf(a)
	keys := sameness.Shingle(texts...).Keys()
	if keys == nil {
		return
	}
	c := &compared{seq: seq, keys: keys, texts: func() ([]string, error) { return textsOf(a), nil }}
	l.fresh = append(l.fresh, c)
	l.by[seq] = c
}

// stored is an article that was stored before.
func (l *likeness) stored(seq int64) *compared {
	c := l.by[seq]
	if c == nil {
		c = &compared{seq: seq, texts: func() ([]string, error) { return l.read(seq) }}
		l.by[seq] = c
	}
	return c
}

func (l *likeness) read(seq int64) ([]string, error) {
	texts := make([]string, 3)
	err := l.t.tx.QueryRowContext(l.t.ctx, "SELECT title, lead, body FROM articles WHERE seq = ?", seq).
		Scan(into(&texts[0]), into(&texts[1]), into(&texts[2]))
	if err != nil {
		return nil, fmt.Errorf("read article %d to compare it: %w", seq, err)
	}
	return texts, nil
}

// keysOf computes the keys of an article that was stored before.
func (l *likeness) keysOf(c *compared) ([]int64, error) {
	if c.keys == nil {
		texts, err := c.texts()
		if err != nil {
			return nil, err
		}
		c.keys = sameness.Shingle(texts...).Keys()
	}
	return c.keys, nil
}

// drop forgets an article that is about to be removed.
func (l *likeness) drop(seq int64) error {
	keys, err := l.keysOf(l.stored(seq))
	if err != nil {
		return err
	}
	delete(l.by, seq)
	if err := l.t.exec("DELETE FROM likeness WHERE article = ? AND key IN (SELECT value FROM json_each(?))",
		seq, string(appendKeys(nil, keys))); err != nil {
		return err
	}
	labels, err := collect(l.t.ctx, l.t.tx, scanNumber, "DELETE FROM members WHERE article = ? RETURNING label", seq)
	for _, label := range labels {
		l.loosened[label] = true
	}
	return err
}

// concerned are the articles whose groups are to be found: those stored, and
// the rest of groups that an article left.
func (l *likeness) concerned() ([]*compared, error) {
	list := slices.Clone(l.fresh)
	for label := range l.loosened {
		seqs, err := l.members(label)
		if err != nil {
			return nil, err
		}
		if len(seqs) > maxRegroup {
			delete(l.loosened, label)
			continue
		}
		for _, seq := range seqs {
			c := l.stored(seq)
			c.label = label
			if _, err := l.keysOf(c); err != nil {
				return nil, err
			}
			list = append(list, c)
		}
	}
	slices.SortFunc(list, func(a, b *compared) int { return int(a.seq - b.seq) })
	return list, nil
}

func (l *likeness) members(label int64) ([]int64, error) {
	return collect(l.t.ctx, l.t.tx, scanNumber, "SELECT article FROM members WHERE label = ? ORDER BY article", label)
}

func scanNumber(row scanner) (int64, error) {
	var n int64
	err := row.Scan(&n)
	return n, err
}

// pair is a row of two numbers.
type pair struct{ a, b int64 }

func scanPair(row scanner) (pair, error) {
	var p pair
	err := row.Scan(&p.a, &p.b)
	return p, err
}

// buckets are the articles kept under the keys of those concerned.
func (l *likeness) buckets(list []*compared) (map[int64][]int64, error) {
	var keys []int64
	for _, c := range list {
		keys = append(keys, c.keys...)
	}
	slices.Sort(keys)
	keys = slices.Compact(keys) // in order, so that each page is read once
	rows, err := collect(l.t.ctx, l.t.tx, scanPair, `SELECT likeness.key, likeness.article FROM json_each(?) AS asked
		JOIN likeness ON likeness.key = asked.value`, string(appendKeys(nil, keys)))
	if err != nil {
		return nil, err
	}
	found := make(map[int64][]int64, len(keys))
	for _, r := range rows {
		found[r.a] = append(found[r.a], r.b)
	}
	return found, nil
}

// register keeps new articles under keys, in the order of the keys.
func (l *likeness) register(rows []pair) error {
	slices.SortFunc(rows, func(x, y pair) int {
		switch {
		case x.a < y.a:
			return -1
		case x.a > y.a:
			return 1
		}
		return int(x.b - y.b)
	})
	for at := 0; at < len(rows); at += bulkRows {
		some := rows[at:min(at+bulkRows, len(rows))]
		args := make([]any, 0, 2*len(some))
		for _, r := range some {
			args = append(args, r.a, r.b)
		}
		if err := l.t.exec("INSERT INTO likeness (key, article) VALUES (?, ?)"+strings.Repeat(", (?, ?)", len(some)-1), args...); err != nil {
			return err
		}
	}
	return nil
}
