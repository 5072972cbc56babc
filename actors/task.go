package actors

import "strings"

// orgByTask takes a body named after its task: Landesamt für Umwelt,
// Bundesverband der Banken.
func (a *article) orgByTask(i int) bool {
	if a.sep(i+1) != sepSpace || a.sep(i) == sepHyphen {
		return false
	}
	if strings.HasPrefix(a.text(i), "Landes") && a.isPlaceName(i+1) {
		if _, ok := bodyEnding(a.text(i)); ok && a.text(i) != "Landesverband" {
			a.orgByHead(i)
			return true
		}
	}
	k := i + 1
	switch a.text(k) {
	case "für":
	case "der", "des", "gegen", "zur":
		if w := a.text(i); !strings.HasPrefix(w, "Bundes") && !strings.HasPrefix(w, "Landes") {
			return false
		}
	default:
		return false
	}
	if !hasTask(a.text(i)) {
		return false
	}
	last := a.taskEnd(k)
	if last == k {
		return false
	}
	a.addOrg(i, last)
	return true
}

// taskEnd finds the end of what follows "für": nouns joined by commas and
// "und", with adjectives.
func (a *article) taskEnd(k int) int {
	last := k
	for j := k + 1; j < len(a.toks) && j < k+maxOrg; j++ {
		switch s := a.sep(j); {
		case a.capital(j) && (s == sepSpace || s == sepHyphen) && a.hitAt(j) == nil:
			if a.capital(j-1) && s == sepSpace && !isAdjective(a.text(j-1)) {
				return last
			}
			last = j
		case a.capital(j) && s == sepComma && last == j-1 && a.listGoesOn(j):
			last = j
		case (s == sepSpace || s == sepCut) && (a.text(j) == "und" || a.text(j) == "&") && last == j-1 && a.capital(j+1) && a.sep(j+1) == sepSpace &&
			a.attr(j+1)&isDeterminer == 0:
		case s == sepSpace && last == k && j == k+1 && (a.text(j) == "die" || a.text(j) == "der" || a.text(j) == "den"):
		case s == sepSpace && a.toks[j].shape == lower && a.capital(j+1) && a.sep(j+1) == sepSpace && a.attr(j)&isDeterminer == 0 && last < j-1:
		case s == sepSpace && last <= k && a.toks[j].shape == lower && a.capital(j+1):
		case s == sepSpace && last == j-1 && j <= k+3 && (a.text(j) == "der" || a.text(j) == "des") && a.capital(j+1) &&
			a.sep(j+2) == sepParen:
			// Zukunft der Arbeit (IZA)
		default:
			return last
		}
	}
	return last
}

// listGoesOn tells whether an "und" closes the list of nouns that goes on at j.
func (a *article) listGoesOn(j int) bool {
	for k := j + 1; k < j+4; k++ {
		if a.sep(k) == sepSpace && k < len(a.toks) && a.text(k) == "und" {
			return a.capital(k + 1)
		}
		if a.sep(k) != sepComma || !a.capital(k) {
			return false
		}
	}
	return false
}

// hasTask tells nouns of bodies whose task follows.
func hasTask(w string) bool {
	for _, head := range [...]string{"amt", "amtes", "amts", "ministerium", "ministeriums", "verband", "verbands", "verbandes",
		"institut", "instituts", "institutes", "behörde", "gesellschaft", "Senatsverwaltung", "stiftung", "agentur",
		"Institut", "Instituts", "Gesellschaft", "Zentrum", "Zentrums", "vereinigung", "Vereinigung", "Stiftung",
		"akademie", "Akademie", "Verband", "Verein", "gerichtshof", "Gerichtshof"} {
		if strings.HasSuffix(w, head) {
			return true
		}
	}
	return false
}
