package actors

import "strings"

// orgByPlace takes a body of which each place has one, with the place right
// behind it: Polizei Hamburg, Mieterverein Köln.
func (a *article) orgByPlace(i int) bool {
	k := i + 1
	if a.sep(k) != sepSpace || a.sep(i) == sepHyphen || a.sep(k+1) == sepHyphen || !a.capital(k) || a.attr(k)&isPlace == 0 {
		return false
	}
	if h := a.hitAt(k); h != nil && !a.isPlaceHit(h) || !isLocalBody(a.text(i)) {
		return false
	}
	a.addOrg(i, k)
	return true
}

// orgOfPlace takes a body behind the adjective of its place: Neuköllner Oper.
func (a *article) orgOfPlace(i int) bool {
	if a.sep(i) != sepSpace || a.sep(i+1) == sepHyphen {
		return false
	}
	switch a.text(i) {
	case "Ensemble", "Oper", "Philharmoniker", "Symphoniker", "Sinfoniker", "Kammerspiele", "Verkehrsbetriebe", "Rundschau",
		"Anzeiger", "Tageblatt", "Nachrichten", "Sparkasse", "Volksbank", "Staatsanwaltschaft":
	default:
		return false
	}
	p := i - 1
	if a.toks[p].shape != title || !strings.HasSuffix(a.text(p), "er") || a.hitAt(p) != nil || a.commonNoun(p) || a.attr(p)&isFirst != 0 || a.sep(p) == sepHyphen {
		return false
	}
	a.addOrg(p, i)
	return true
}

// isLocalBody tells nouns of bodies that are called by their place.
func isLocalBody(w string) bool {
	switch w {
	case "Polizei", "Feuerwehr", "Jugendamt", "Gesundheitsamt", "Ordnungsamt":
		return true
	}
	for _, head := range [...]string{"vereinigung", "verein", "verband", "museum", "theater", "orchester", "philharmonie", "zoo", "messe"} {
		if strings.HasSuffix(w, head) && len(w) > len(head)+2 {
			return true
		}
	}
	return false
}
