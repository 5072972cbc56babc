package actors

import "slices"

// bindOffice notes that the text gives an office to a person.
func (a *article) bindOffice(o, found int32) {
	for _, b := range a.bound {
		if b.office == o && b.found == found && (b.comment == 0 || b.comment == a.scope.comment) {
			return
		}
	}
	a.bound = append(a.bound, binding{office: o, found: found, comment: a.scope.comment})
}

// binding is an office that the text gives to a person.
type binding struct {
	office, found int32
	comment       int // 0 for the article
}

// holderOf finds the actor whom a phrase means, dropped if that is open.
func (a *article) holderOf(p *phrase) int32 {
	now := a.holdersNow(p)
	if given := a.given(p); len(given) > 0 {
		return a.onlyOne(given, now)
	}
	if named := a.namedHolders(p); len(named) > 0 {
		return a.onlyOne(named, now)
	}
	if p.need != needNothing || a.date == "" {
		return dropped
	}
	who := nobody
	for _, o := range a.officesMeant(p) {
		holder := a.base.offices[o].holder(a.date)
		if len(a.base.offices[o].terms) == 0 || holder != nobody && who != nobody && holder != who {
			return dropped
		}
		if holder != nobody {
			who = holder
		}
	}
	if who == nobody {
		return dropped
	}
	return a.findKnown(who)
}

// holdersNow are the actors that hold any of a phrase's offices at the date of
// the article.
func (a *article) holdersNow(p *phrase) []int32 {
	var out []int32
	for _, o := range p.offices {
		if a.date == "" {
			break
		}
		if h := a.base.offices[o].holder(a.date); h != nobody {
			out = append(out, h)
		}
	}
	return out
}

// onlyOne chooses among persons of the article: the one there is, or the one who
// holds the office now.
func (a *article) onlyOne(found, now []int32) int32 {
	if len(found) == 1 && (len(now) == 0 || a.isBound(found[0])) {
		return found[0]
	}
	for _, f := range found {
		for _, n := range now {
			if a.found[f].known == n {
				return f
			}
		}
	}
	return dropped
}

func (a *article) isBound(found int32) bool {
	for _, b := range a.bound {
		if b.found == found {
			return true
		}
	}
	return false
}

// given are the persons to whom the article or the comment at work gives an
// office of the phrase.
func (a *article) given(p *phrase) []int32 {
	var out []int32
	for _, b := range a.bound {
		if b.comment != 0 && b.comment != a.scope.comment {
			continue
		}
		for _, o := range p.offices {
			if b.office == o && !slices.Contains(out, b.found) {
				out = append(out, b.found)
			}
		}
	}
	return out
}

// namedHolders are the persons named in the article or the comment at work who
// held an office of the phrase at any time.
func (a *article) namedHolders(p *phrase) []int32 {
	var out []int32
	for _, o := range p.offices {
		for _, t := range a.base.offices[o].terms {
			if f, ok := a.known[t.actor]; ok && a.isNamed(f) && !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// isNamed tells whether an actor has a hit in the article or the comment at
// work.
func (a *article) isNamed(found int32) bool {
	for _, part := range [...][]hit{a.hits[:min(a.articleHits, len(a.hits))], a.hits[a.scope.hits:]} {
		for i := range part {
			if part[i].actor == found {
				return true
			}
		}
	}
	return false
}

// officesMeant are the offices that a phrase means in this article: those of
// home, and of the states that it names.
func (a *article) officesMeant(p *phrase) []int32 {
	if len(p.offices) == 1 {
		return p.offices
	}
	var out []int32
	for _, o := range p.offices {
		country := a.base.offices[o].country
		state, ok := a.base.state[country]
		if _, named := a.known[state]; country == home || ok && named {
			out = append(out, o)
		}
	}
	return out
}
