package corpus

import "strings"

const (
	menuRule   = "menu in " // begins the rules for menus
	ruleAuthor = "about the author"
)

// shown tells whether a mark in a line of furniture stands for the page's own
// outlet, and is no link to another one or its mere mention.
func (s sighting) shown(l *line) bool {
	before, after := l.folded[:s.start], l.folded[s.end:]
	switch s.kind {
	case markPhrase:
		return true
	case markName:
		return framed(before, after) && !elsewhere(l.folded) && (distinct(l, s) || !strings.HasSuffix(before, "dein ") && !strings.HasSuffix(before, "mein ")) || l.kind == lineSection && opensCrumbs(before, after)
	}
	if s.kind == markPortal && mailed(before) || elsewhere(l.folded) || credits(before) || linked(l, before, after) {
		return false
	}
	return ownHost(before, after)
}

// elsewhere tells lines that name where a text comes from or where there is
// more, hence other outlets: "Quellen: welt.de, zeit.de".
func elsewhere(folded string) bool {
	for _, prefix := range []string{"quelle", "(quelle", "verwendete quellen", "weitere informationen", "mehr informationen", "weitere infos", "an dieser stelle", "stream", "livestream"} {
		if strings.HasPrefix(folded, prefix) {
			return true
		}
	}
	for _, words := range []string{"livestream", "in kooperation mit", "in zusammenarbeit mit", "genehmigung von"} {
		if strings.Contains(folded, words) {
			return true
		}
	}
	return false
}

// mailed tells the name of a reader, "anna@" or "anna (at) ".
func mailed(before string) bool {
	return strings.HasSuffix(strings.TrimRight(before, " )]"), "@") || strings.HasSuffix(strings.TrimRight(before, " )]"), "at")
}

// linked tells a domain alone in a menu or a list, a link to another site of the
// house, and one within a sentence above the text or about an author.
func linked(l *line, before, after string) bool {
	sub := strings.TrimLeft(before, "• -") // "job.zeitung.de"
	alone := after == "" && (sub == "" || strings.HasSuffix(sub, ".") && !strings.Contains(sub, " "))
	switch {
	case alone && sub != "www." && (sub != before || strings.HasPrefix(l.rule, menuRule)):
		return true
	case l.rule == aboveTitle:
		return l.has(signParagraph)
	case l.has(signParagraph) && !framed(before, after) && (l.kind == lineText && !strings.HasSuffix(before, "@") || strings.HasSuffix(before, " auf ") || strings.HasSuffix(before, " bei ")):
		return true
	}
	return l.rule == ruleAuthor
}

// credits tells whether words such as "Montage:" stand before a name.
func credits(before string) bool {
	before, ok := strings.CutSuffix(strings.TrimRight(before, " ©"), ":")
	return ok && isCreditWord(before[strings.LastIndexByte(before, ' ')+1:])
}

// ownHost tells "www.zeitung.de" and "redaktion@zeitung.de" from a link to a
// page, "https://www.zeitung.de/politik/a", from a part of another name and from
// a quotation.
func ownHost(before, after string) bool {
	if strings.HasPrefix(after, "/") || strings.HasPrefix(after, "-") {
		return framed(before, after) || after == "/"
	}
	return !strings.HasSuffix(before, "-") && !strings.HasPrefix(after, ":") && !strings.HasPrefix(after, " berichtet")
}

// opensCrumbs tells the first of breadcrumbs: "Tonight News > Promis".
func opensCrumbs(before, after string) bool {
	after = strings.TrimLeft(after, " ")
	return strings.Trim(before, " 1.>›»|/") == "" && after != "" && strings.ContainsRune(">›»|/", firstRune(after))
}

// framed tells whether words on one side of a name say that the page is its own.
func framed(before, after string) bool {
	if strings.TrimLeft(before, "• ") == "über " && after == "" {
		return true
	}
	before = strings.TrimRight(before, ` „"“'»«›‹([`)
	for _, frame := range framesBefore() {
		if rest, ok := strings.CutSuffix(before, frame); ok && !isWordRune(lastRune(rest)) {
			return true
		}
	}
	after = strings.TrimLeft(after, ` ”"“'»«›‹)]`)
	after = strings.TrimPrefix(after, "-")
	if after == "app" { // with more behind it, an advertisement: "Die Sport BILD-App jetzt kostenlos"
		return true
	}
	for _, frame := range framesAfter() {
		if rest, ok := strings.CutPrefix(after, frame); ok && !opensWord(rest) {
			return true
		}
	}
	return false
}

// framesBefore are the words before the name of the page's own outlet, folded.
func framesBefore() []string {
	return []string{
		"redaktion", "redaktion von", "redaktion der", "redaktion des", "newsletter von", "newsletter der", "newsletter des", "newsletter vom",
		"unterstützen sie", "unterstütze", "unterstützt", "mehr von", "mehr aus", "mehr bei", "mehr auf", "alles auf", "mehr zum thema auf", "mehr zum thema bei",
		"das beste aus", "das beste von", "die besten storys von", "das neueste von", "aktuelles von", "folgen sie", "folge", "folgt", "fan von", "news-ticker von", "newsticker von", "live-ticker auf", "fan der",
		"sie lesen gern", "willkommen bei", "willkommen auf", "herzlich willkommen bei", "im namen der gesamten", "nachrichten von", "nachrichten bei",
		"neues von", "neu bei", "abonnieren sie", "abonniere", "lesen sie", "testen sie", "spenden für", "ihre spende für", "spende an",
		"mein", "meine", "dein", "werben auf", "werben bei", "werbung auf", "artikel bei", "artikel auf", "anmelden bei", "registrieren bei", "login bei", "jobs bei",
		"impressum", "kontakt", "redaktionsteam", "chefredaktion", "verlag", "autoren bei", "die redaktion",
		"nutzungsbedingungen von", "printausgabe der", "printausgabe des", "printausgabe von", "aktuelle ausgabe der", "aktuelle ausgabe des", "nutzungsbedingungen des", "nutzungsbedingungen der", "zugang zur digitalen", "beiträgen auf", "kommentarregeln von", "kommentar-regeln von",
		"unterstützt ihr aktiv", "unterstützt du", "hier auf", "angebot von", "cookies, um", "gründung von", "lancierung von",
	}
}

// framesAfter are the words behind it.
func framesAfter() []string {
	return []string{
		"newsletter", "redaktion", "redaktionsteam", "team", "+", "abo", "abonnement", "abonnieren", "abonnenten", "e-paper", "epaper", "leser", "leserinnen",
		"shop", "infobrief", "ist mitglied", "unterstützen", "empfiehlt", "testen", "gmbh", "ag", "verlag", "verlags", "verlagsgesellschaft", "medien gmbh", "media gmbh",
		"online gmbh", "digital gmbh", "marktplatz", "ios", "android", "auf facebook", "auf twitter", "auf instagram", "auf whatsapp", "auf google", "bei facebook", "bei twitter",
		"bei whatsapp", "bei google", "folgen", "startseite", "homepage", "vertrieb", "crew", "account", "archiv", "magazin abonnieren", "digital lesen", "im abo",
		"mitglied werden", "berichtet seit", "e. v.", "e.v.", "ggmbh", "berichten", "konto", "audiofunktion", "supporter", "kommentar-regeln", "braucht eure", "braucht weiterhin eure",
		"braucht deine", "braucht ihre", "lebt von", "finanziert sich", "ist spendenfinanziert", "gibt es nur dank", "eine provision", "erhält eine provision", "verwendet cookies", "nutzt cookies",
	}
}
