package corpus

import (
	_ "embed" // the list
	"strings"
)

//go:embed data/givennames.txt
var givenList string

// newGiven is the list of first names.
func newGiven() map[string]bool {
	given := map[string]bool{}
	for _, columns := range builtinRows(givenList) {
		for name := range strings.FieldsSeq(columns[0]) {
			given[name] = true
		}
	}
	return given
}

// namesPerson tells a name that begins with a first name that is known, in
// capitals too.
func (p *pageParser) namesPerson(name string) bool {
	first, rest, ok := strings.Cut(name, " ")
	for ok && (first == "Dr." || first == "Prof.") {
		first, rest, ok = strings.Cut(rest, " ")
	}
	if p.given[properCase(first)] {
		return true
	}
	first, _, ok = strings.Cut(first, "-")
	return ok && p.given[properCase(first)]
}
