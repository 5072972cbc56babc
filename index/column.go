package index

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"presseschau/index/internal/segment"

	"github.com/RoaringBitmap/roaring/v2"
)

// columns are the properties of a segment's documents by document number,
// uninverted from keyword postings when the segment is first seen. They cost
// about 52 bytes a document. They never change.
type columns struct {
	articles *roaring.Bitmap // documents that are articles
	comments *roaring.Bitmap
	head     []uint32 // document of the article, of the article itself too
	day      []int32  // dayNumber
	minute   []uint16
	tie      []uint64             // hash of the document's id, orders equals for good
	length   []*lengths           // weighted, by number of the text field
	shapes   [textFields][]shape  // of the terms of a text field, by their number
	sum      [textFields][2]int64 // of the lengths of a field: in articles, in comments
	body     []uint16             // position in text at which title and lead have ended
	lead     []uint16             // leadEnd
	records  *records             // outlet, year, actors
	agency   column
	tongue   column
	grouped  *roaring.Bitmap // articles that are in a group of versions
	group    []int64         // their labels by document; nil if there are none
}

// column has the numbers of a facet's values: one for each document in single,
// or in small if that is enough, or those of document d in
// many[start[d]:start[d+1]].
type column struct {
	single []uint32
	small  []uint16
	start  []uint32
	many   []uint32
}

// each visits the documents of a bitmap in ascending order.
func each(docs *roaring.Bitmap, visit func(doc uint32)) {
	docs.Iterate(func(d uint32) bool {
		visit(d)
		return true
	})
}

// readColumns uninverts all columns of a segment.
func readColumns(seg *segment.Segment, facets *facetValues, fold func(string) string) (*columns, error) {
	n := seg.Count()
	c := &columns{
		articles: roaring.New(), comments: roaring.New(),
		head: make([]uint32, n), day: make([]int32, n), minute: make([]uint16, n), tie: make([]uint64, n),
		body: make([]uint16, n), lead: make([]uint16, n),
	}
	if err := c.readKinds(seg); err != nil {
		return nil, err
	}
	c.readHeads()
	if err := c.readDates(seg); err != nil {
		return nil, err
	}
	if err := c.readLengths(seg); err != nil {
		return nil, err
	}
	if err := c.readShapes(seg); err != nil {
		return nil, err
	}
	if err := c.readTies(seg); err != nil {
		return nil, err
	}
	if err := c.readBodies(seg); err != nil {
		return nil, err
	}
	if err := c.readGroups(seg); err != nil {
		return nil, err
	}
	var recorded [recorded]column
	for _, f := range []struct {
		prop   property
		values *values
		column *column
	}{
		{propOutlet, facets.outlet, &recorded[outletCounts]},
		{propYear, facets.year, &recorded[yearCounts]},
		{propActor, facets.actor, &recorded[actorCounts]},
		{propAgency, facets.agency, &c.agency},
		{propTongue, facets.tongue, &c.tongue},
	} {
		if err := f.column.read(seg, f.prop, f.values, fold); err != nil {
			return nil, err
		}
	}
	c.agency.shrink()
	c.tongue.shrink()
	var err error
	c.records, err = newRecords(int(n), recorded)
	return c, err
}

// shrink makes single small, if its numbers are.
func (c *column) shrink() {
	if len(c.single) == 0 || slices.Max(c.single) > math.MaxUint16 {
		return
	}
	c.small = make([]uint16, len(c.single))
	for d, v := range c.single {
		c.small[d] = uint16(v)
	}
	c.single = nil
}

func (c *columns) readKinds(seg *segment.Segment) error {
	return uninvert(seg, propKind, func(term string, docs []uint32) {
		if term == kindArticle {
			c.articles = bitmapOf(docs)
		} else {
			c.comments = bitmapOf(docs)
		}
	})
}

// readHeads relies on the order of documents: the comments of an article follow
// it. The writer puts them into one batch in that order, and merging keeps it.
func (c *columns) readHeads() {
	article := uint32(0)
	for d := range c.head {
		if c.articles.Contains(uint32(d)) {
			article = uint32(d)
		}
		c.head[d] = article
	}
}

// end is behind the last comment of an article.
func (c *columns) end(article uint32) int {
	end := int(article) + 1
	for end < len(c.head) && c.head[end] == article {
		end++
	}
	return end
}

func (c *columns) readDates(seg *segment.Segment) error {
	err := uninvert(seg, propDay, func(term string, docs []uint32) {
		if term == missing {
			return
		}
		n := dayNumber(term)
		for _, d := range docs {
			c.day[d] = n
		}
	})
	if err != nil {
		return err
	}
	return uninvert(seg, propMinute, func(term string, docs []uint32) {
		n, err := strconv.Atoi(term)
		if err != nil {
			return // missing
		}
		for _, d := range docs {
			c.minute[d] = uint16(n)
		}
	})
}

func (c *columns) readLengths(seg *segment.Segment) error {
	for _, field := range []string{fieldText, fieldTitle, fieldCaption} {
		lengths, err := seg.Lengths(field)
		if err != nil {
			return err
		}
		c.length = append(c.length, newLengths(lengths))
	}
	c.sum = c.sumLengths(c.articles, c.comments)
	return nil
}

// sumLengths sums the lengths of the fields of articles and of comments.
func (c *columns) sumLengths(articles, comments *roaring.Bitmap) (sum [textFields][2]int64) {
	for kind, docs := range []*roaring.Bitmap{articles, comments} {
		each(docs, func(d uint32) {
			for f := range sum {
				sum[f][kind] += int64(c.length[f].of(d))
			}
		})
	}
	return sum
}

func (c *columns) readTies(seg *segment.Segment) error {
	for d := range c.tie {
		id, err := seg.DocID(uint64(d))
		if err != nil {
			return fmt.Errorf("id of document %d: %w", d, err)
		}
		c.tie[d] = hash64(id)
	}
	return nil
}

func (c *columns) readBodies(seg *segment.Segment) error {
	for d := range c.body {
		stored, err := seg.Stored(uint64(d))
		if err != nil {
			return fmt.Errorf("layout of document %d: %w", d, err)
		}
		c.body[d] = uint16(min(bodyStart(stored), math.MaxUint16))
		c.lead[d] = uint16(min(leadEnd(stored), math.MaxUint16))
	}
	return nil
}

// hash64 is FNV-1a.
func hash64(b []byte) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, x := range b {
		h = (h ^ uint64(x)) * prime
	}
	return h
}

// hash32 is FNV-1a.
func hash32(b []byte) uint32 {
	const offset, prime = 2166136261, 16777619
	h := uint32(offset)
	for _, x := range b {
		h = (h ^ uint32(x)) * prime
	}
	return h
}

func contains(docs []uint32, d uint32) bool {
	_, found := slices.BinarySearch(docs, d)
	return found
}

// read fills the column, the small form if no document has two values.
func (c *column) read(seg *segment.Segment, p property, vals *values, fold func(string) string) error {
	if err := vals.numberAll(seg, p, fold); err != nil {
		return err
	}
	n := int(seg.Count())
	pairs := make([]pair, 0, n)
	count := make([]uint32, n+1)
	multi := false
	last, same := ^uint32(0), [][]uint32(nil) // terms of one value are neighbours
	err := uninvert(seg, p, func(term string, docs []uint32) {
		v := vals.numberOf(term, fold)
		if v != last {
			same = same[:0]
		}
		last = v
		for _, d := range docs {
			if slices.ContainsFunc(same, func(before []uint32) bool { return contains(before, d) }) {
				continue
			}
			pairs = append(pairs, pair{d, v})
			count[d+1]++
			multi = multi || count[d+1] > 1
		}
		same = append(same, docs)
	})
	if err != nil {
		return err
	}
	if !multi {
		c.single = make([]uint32, n)
		for _, p := range pairs {
			c.single[p.doc] = p.value
		}
		return nil
	}
	for d := range n {
		count[d+1] += count[d]
	}
	c.start, c.many = count, make([]uint32, len(pairs))
	fill := make([]uint32, n)
	for _, p := range pairs {
		c.many[count[p.doc]+fill[p.doc]] = p.value
		fill[p.doc]++
	}
	return nil
}
