package index

import "sync"

// Bounds of the postings that are kept decoded.
const (
	cachedFrom   = 128      // documents of a list; shorter ones are decoded at once
	cacheBytes   = 16 << 20 // of all lists together
	cachePerDoc  = 32       // bytes more for each document of the index
	listBytesDoc = 14       // memory of a list for each of its documents, about
)

// listCache keeps lists of frequent terms decoded: the words of one query are
// those of the next, and of the pages of an answer. Lists are shared and never
// changed.
type listCache struct {
	mu    sync.RWMutex
	lists map[listKey]list
	bytes int
	limit int
}

// listKey is a term in a segment. A segment's number is not used again.
type listKey struct {
	segment     uint64
	field, term string
}

func newListCache() *listCache { return &listCache{lists: map[listKey]list{}, limit: cacheBytes} }

func (c *listCache) get(k listKey) (list, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	l, ok := c.lists[k]
	return l, ok
}

// put keeps a list if it is worth it. Others, whichever they are, make room.
func (c *listCache) put(k listKey, l list) {
	size := l.bytes()
	if len(l.postings.Docs) < cachedFrom {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.lists[k]; ok || size > c.limit {
		return
	}
	for old, x := range c.lists {
		if c.bytes+size <= c.limit {
			break
		}
		delete(c.lists, old)
		c.bytes -= x.bytes()
	}
	c.lists[k] = l
	c.bytes += size
}

func (l list) bytes() int { return listBytesDoc * len(l.postings.Docs) }

// retain drops the lists of segments that are gone.
func (c *listCache) retain(there func(segment uint64) bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for k, l := range c.lists {
		if !there(k.segment) {
			delete(c.lists, k)
			c.bytes -= l.bytes()
		}
	}
}

// grow sets the limit for an index of so many documents.
func (c *listCache) grow(documents int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.limit = cacheBytes + cachePerDoc*documents
}
