package actors

import "strings"

// residenceReach is the number of tokens around a state in which a word for
// living there is looked for.
const residenceReach = 4

// isResidence tells whether a hit is a state in which somebody lives or was born,
// or from which they come: eine in Belgien lebende Autorin.
func (a *article) isResidence(h *hit) bool {
	first, last := int(h.first), int(h.last)
	if !a.isKind(h, State) || a.sep(first) != sepSpace {
		return false
	}
	before := first - 1
	if a.attr(before)&isDeterminer != 0 && a.sep(before) == sepSpace {
		before--
	}
	switch a.text(before) {
	case "in", "aus", "nach", "im", "In", "Aus", "Im":
	default:
		return false
	}
	for i := before - 1; i >= 0 && i >= before-residenceReach && a.sep(i+1) == sepSpace; i-- {
		if isLiving(a.text(i)) {
			return true
		}
	}
	for i := last + 1; i < len(a.toks) && i <= last+residenceReach && a.sep(i) == sepSpace; i++ {
		if isLiving(a.text(i)) {
			return true
		}
	}
	return false
}

// isLiving tells words for living somewhere and for coming from there.
func isLiving(w string) bool {
	for _, begin := range [...]string{"leb", "wohn", "gebor", "gebürtig", "aufgewachs", "stamm", "ansässig", "beheimatet", "ausgewandert",
		"eingewandert", "zugezogen", "Wohnsitz", "Wahlheimat", "wohnhaft"} {
		if strings.HasPrefix(w, begin) {
			return true
		}
	}
	return false
}
