package index

import (
	"slices"
	"sync"
)

// maxRemembered is the number of words whose corrections are remembered, some
// hundred bytes each.
const maxRemembered = 2000

// corrections remember what is near the words that were looked for in a
// vocabulary: the words of one query are those of the next, with another filter
// or page.
type corrections struct {
	mu sync.Mutex
	by map[soughtForm][]correction
}

// soughtForm is a form with whether it is in few documents or in none.
type soughtForm struct {
	form  string
	there bool
}

// get gives a copy.
func (c *corrections) get(form string, there bool) ([]correction, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	found, ok := c.by[soughtForm{form, there}]
	return slices.Clone(found), ok
}

// put remembers corrections. When there are too many, all are forgotten.
func (c *corrections) put(form string, there bool, found []correction) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.by == nil || len(c.by) == maxRemembered {
		c.by = map[soughtForm][]correction{}
	}
	c.by[soughtForm{form, there}] = slices.Clone(found)
}
