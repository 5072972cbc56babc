package actors

import "strings"

// maxCutReach is the number of tokens behind a cut word in which its end is
// looked for: Innen- und das Justizministerium.
const maxCutReach = 3

// matchCut finds an organisation whose name is a word that is cut, and completed
// by a later one: Außen- und Verteidigungsministerium. The hit is the cut word.
func (a *article) matchCut(i int) bool {
	if a.sep(i+1) != sepCut || a.toks[i].shape != title {
		return false
	}
	switch a.text(i + 1) {
	case "und", "oder", "sowie":
	default:
		return false
	}
	for j := i + 2; j < len(a.toks) && j < i+2+maxCutReach && a.sep(j) == sepSpace; j++ {
		if !a.capital(j) {
			continue
		}
		for _, head := range [...]string{"ministerium", "ministeriums", "fraktion"} {
			if strings.HasSuffix(a.text(j), head) {
				return a.addCut(i, a.text(i)+head)
			}
		}
		return false
	}
	return false
}

// addCut adds the hit of a cut word, if the whole one is an alias.
func (a *article) addCut(i int, whole string) bool {
	w := a.base.lookup(whole)
	if w == unknown || int(w) >= len(a.base.start) || a.base.start[w] == 0 {
		return false
	}
	node := a.base.start[w]
	if len(a.base.ends[node]) == 0 || a.base.ends[node][0].actor == nobody {
		return false
	}
	h := a.addHit(hit{first: int32(i), last: int32(i), node: node, actor: undecided, source: Known})
	if alias, ok := a.certain(h); ok {
		h.actor = a.findKnown(alias.actor)
		a.markFull(h.actor, i, i)
	}
	return true
}
