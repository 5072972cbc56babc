package corpus

import "strings"

// scanner reads a text from left to right.
type scanner struct {
	s string
	i int
}

// digits reads from least to most digits.
func (c *scanner) digits(least, most int) string {
	end := c.i
	for end < len(c.s) && isDigit(c.s[end]) {
		end++
	}
	if n := end - c.i; n < least || n > most {
		return ""
	}
	out := c.s[c.i:end]
	c.i = end
	return out
}

// first reads so many digits, of which there may be more.
func (c *scanner) first(n int) string {
	end := c.i
	for end < len(c.s) && end < c.i+n && isDigit(c.s[end]) {
		end++
	}
	if end < c.i+n {
		return ""
	}
	out := c.s[c.i:end]
	c.i = end
	return out
}

// any reads one byte of set.
func (c *scanner) any(set string) bool {
	if c.i < len(c.s) && strings.IndexByte(set, c.s[c.i]) >= 0 {
		c.i++
		return true
	}
	return false
}

func (c *scanner) blanks() {
	for c.any(" ") {
	}
}

// ordinal reads the end of an English number, "31st".
func (c *scanner) ordinal() {
	if c.i+2 > len(c.s) {
		return
	}
	switch c.s[c.i : c.i+2] {
	case "st", "nd", "rd", "th":
		c.i += len("st")
	}
}
