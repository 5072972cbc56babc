package segment

import "fmt"

// cursor goes through the terms of a dictionary. It is before the first term of
// its block until next, enter or seek.
type cursor struct {
	dict  *Dictionary
	block int    // that rest lies in
	left  int    // terms of the block in rest
	rest  []byte // behind the present term
	term  []byte
	at    uint64 // place of its postings
	err   error
}

func (d *Dictionary) cursor(block int) *cursor { return &cursor{dict: d, block: block - 1} }

// next goes to the next term. It is false if there is none, or on an error.
func (c *cursor) next() bool {
	if c.left == 0 {
		return c.enter(c.block + 1)
	}
	shared, size, ok := c.head()
	if !ok {
		return false
	}
	return c.take(shared, size)
}

// enter goes to the first term of a block.
func (c *cursor) enter(block int) bool {
	d := c.dict
	if block >= d.blocks() {
		return false
	}
	size, b, err := number(d.block(block))
	if err != nil || size > uint64(len(b)) {
		return c.damaged()
	}
	c.block, c.left, c.rest, c.at = block, min(inBlock, d.n-block*inBlock)-1, b[size:], 0
	c.term = append(c.term[:0], b[:size]...)
	return c.place()
}

// head reads how many bytes the next term shares with the present one, and how
// many follow.
func (c *cursor) head() (shared, size int, ok bool) {
	if b := c.rest; len(b) > 1 && b[0] < 0x80 && b[1] < 0x80 {
		shared, size, c.rest = int(b[0]), int(b[1]), b[2:]
	} else {
		s, b, err := number(c.rest)
		n, b, err2 := number(b)
		if err != nil || err2 != nil || s > uint64(len(c.dict.terms)) || n > uint64(len(b)) {
			return 0, 0, c.damaged()
		}
		shared, size, c.rest = int(s), int(n), b
	}
	if size > len(c.rest) {
		return 0, 0, c.damaged()
	}
	c.left--
	return shared, size, true
}

// take makes the term whose head was read the present one.
func (c *cursor) take(shared, size int) bool {
	if shared > len(c.term) {
		return c.damaged()
	}
	c.term = append(c.term[:shared], c.rest[:size]...)
	c.rest = c.rest[size:]
	return c.place()
}

// place reads where the postings of a term lie.
func (c *cursor) place() bool {
	v, b, err := number(c.rest)
	if err != nil {
		return c.damaged()
	}
	c.at, c.rest = c.at+v, b
	return true
}

func (c *cursor) damaged() bool {
	c.err = errTerms
	return false
}

// failure is what has ended a walk too early, nil if nothing has.
func (c *cursor) failure() error {
	if c.err != nil {
		return fmt.Errorf("walk through terms: %w", c.err)
	}
	return nil
}

// number is that of the present term.
func (c *cursor) number() int {
	first := c.block * inBlock
	return min(first+inBlock, c.dict.n) - 1 - c.left
}

// seek goes to the first term that is not before one. It must be behind the
// beginning of the cursor's block.
func (c *cursor) seek(term string) bool {
	for c.next() {
		if string(c.term) >= term {
			return true
		}
	}
	return false
}

// find goes to a term, or to the one behind its place; then it is false.
func (c *cursor) find(term string) bool {
	d := c.dict
	switch {
	case c.block < 0 || string(d.first(c.block)) > term || c.block+1 < d.blocks() && string(d.first(c.block+1)) <= term:
		if !c.enter(d.before(term)) {
			return false
		}
	case string(c.term) > term:
		if !c.enter(c.block) {
			return false
		}
	}
	for string(c.term) < term {
		if !c.next() {
			return false
		}
	}
	return string(c.term) == term
}

// begins tells whether the present term has a prefix.
func (c *cursor) begins(prefix string) bool {
	return len(c.term) >= len(prefix) && string(c.term[:len(prefix)]) == prefix
}
