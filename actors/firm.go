package actors

import (
	"strings"
	"unicode/utf8"
)

// orgByNoun takes a name behind a noun for an organisation: Firma Conradty.
func (a *article) orgByNoun(i int) {
	if a.toks[i].shape == single || !a.unlisted(i) || !a.behindFirm(i) || a.commonNoun(i) && !a.quoted(i) {
		return
	}
	if a.quoted(i) {
		if last, ok := a.quoteEnd(i); ok {
			a.addOrg(i, last)
		}
		return
	}
	last, english := i, a.text(i) == "The"
	for last < i+3 && a.sep(last+1).link() != linkNone && a.sep(last+1) != sepDotSpace && a.capital(last+1) && (english || a.unlisted(last+1) && !a.commonNoun(last+1)) {
		last++
	}
	for a.sep(last+1) == sepHyphen && a.capital(last+1) && !a.roleToken(last+1) {
		last++ // OWD-Info
	}
	if a.sep(last+1) == sepSpace && a.attr(last+1)&isLegal != 0 {
		return // its legal form tells more
	}
	if english && last == i {
		return
	}
	if a.sep(last+1) == sepSpace && last+1 < len(a.toks) && a.toks[last+1].shape == digits && len(a.text(last+1)) < 3 {
		last++ // Channel 12
	}
	if p := a.surnames[a.span(i, last)]; len(p) == 1 && a.found[p[0]].kind == Org {
		return // bound to a name with its legal form
	}
	a.addOrg(i, last)
}

// behindFirm tells whether a noun for an organisation stands before token i, with
// nothing or an opening quotation mark between them.
func (a *article) behindFirm(i int) bool {
	if i == 0 || a.toks[i-1].section != a.toks[i].section {
		return false
	}
	gap := a.sections[a.toks[i].section].Text[a.toks[i-1].end:a.toks[i].start]
	mark := strings.TrimPrefix(gap, " ")
	if gap == mark || mark != "" && !strings.Contains("\"„“»«", mark) {
		return false
	}
	if a.attr(i-1)&isFirm != 0 {
		return true
	}
	w := strings.TrimSuffix(a.text(i-1), "s")
	if len(w) <= len("firma") {
		return false
	}
	for _, head := range [...]string{"konzern", "unternehmen", "anbieter", "hersteller", "firma", "linie", "airline", "fluggesellschaft",
		"agentur", "institut", "zeitung", "sender", "magazin", "plattform", "portal", "organisation", "verlag", "reederei", "zulieferer",
		"dienstleister", "versicherer"} {
		if strings.HasSuffix(w, head) && len(w) > len(head) {
			return true
		}
	}
	return false
}

// quoteEnd gives the token that closes the quotation which token i opens, if that
// is no longer than a name.
func (a *article) quoteEnd(i int) (int, bool) {
	for last := i; last < len(a.toks) && last < i+maxName && a.toks[last].section == a.toks[i].section; last++ {
		rest := a.sections[a.toks[i].section].Text[a.toks[last].end:]
		if mark, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune("\"“”»«", mark) {
			return last, true
		}
		if a.sep(last+1).link() == linkNone {
			break
		}
	}
	return 0, false
}
