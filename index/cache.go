package index

import (
	"sync"

	"presseschau/index/internal/segment"

	"github.com/RoaringBitmap/roaring/v2"
)

// Bounds of what is kept decoded.
const (
	cachedFrom  = 128      // documents of a list; shorter ones are decoded at once
	cacheBytes  = 32 << 20 // of all lists together
	cachePerDoc = 40       // bytes more for each document of the index
)

// listCache keeps what frequent terms and words have in a segment: the words of
// one query are those of the next, and of the pages of an answer. All that is
// kept is shared and never changed.
type listCache struct {
	mu    sync.RWMutex
	lists map[listKey]kept
	bytes int
	limit int
}

// listKey is a term in a segment, or what stands for several. A segment's number
// is not used again.
type listKey struct {
	segment     uint64
	field, term string
}

// kept is the postings of a term; or the documents of a leaf or a filter, and of
// a leaf that was ranked by also what they count for.
type kept struct {
	postings *segment.Postings
	docs     *roaring.Bitmap
	impacts  *impacts
}

func newListCache() *listCache { return &listCache{lists: map[listKey]kept{}, limit: cacheBytes} }

func (c *listCache) get(k listKey) (kept, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	x, ok := c.lists[k]
	return x, ok
}

// put keeps something if it is worth it. Others, whichever they are, make room.
func (c *listCache) put(k listKey, x kept) {
	size := x.bytes()
	if x.size() < cachedFrom {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if size > c.limit {
		return
	}
	c.drop(k)
	for old := range c.lists {
		if c.bytes+size <= c.limit {
			break
		}
		c.drop(old)
	}
	c.lists[k] = x
	c.bytes += size
}

// drop gives up what is kept for a key, if there is something.
func (c *listCache) drop(k listKey) {
	if x, ok := c.lists[k]; ok {
		delete(c.lists, k)
		c.bytes -= x.bytes()
	}
}

// size is the number of documents.
func (x *kept) size() int {
	if x.postings != nil {
		return x.postings.Len()
	}
	return int(x.docs.GetCardinality())
}

func (x *kept) bytes() int {
	n := 0
	if x.postings != nil {
		n += x.postings.Size()
	}
	if x.docs != nil {
		n += int(x.docs.GetSizeInBytes())
	}
	if x.impacts != nil {
		n += x.impacts.bytes()
	}
	return n
}

// retain drops what segments have that are gone.
func (c *listCache) retain(there func(segment uint64) bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for k := range c.lists {
		if !there(k.segment) {
			c.drop(k)
		}
	}
}

// grow sets the limit for an index of so many documents.
func (c *listCache) grow(documents int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.limit = cacheBytes + cachePerDoc*documents
}
