package corpus

import (
	"strings"
	"unicode"
)

// forumChrome tells buttons and counts around comments: "Antworten",
// "Empfehlen (3)", "Seite 1", "insgesamt 91 Beiträge".
func (pg *page) forumChrome(i int) bool {
	l := &pg.lines[i]
	if pings(l) || l.kind == lineTotal || l.rule == "page or picture number" || l.rule == "no letter or digit" || pg.avatar(i) || pg.own[i] || pg.buttons[buttonOf(l.folded)] {
		return true
	}
	if l.text[0] == '[' && strings.HasSuffix(l.text, "]") && l.has(signLetter) {
		return false // "[entfernt]", by the editors
	}
	s := strings.Trim(parted(l.text), " 0123456789()[]+-")
	s = strings.TrimPrefix(s, "eine ")
	if _, heading := numbered(l.text); len(s) > 60 || heading && !pg.p.furniture.chrome.of(trimPhrase(l.folded)) {
		return false
	}
	s = trimPhrase(s)
	if s == "" && strings.Contains(l.text, " : ") {
		return false // a result
	}
	if s == "" || pg.p.furniture.chrome.of(s) || pg.p.furniture.chrome.of(strings.ReplaceAll(s, "-", "")) || edited(l) || len(s) < minLead && asks(s) || replies(l.folded) || strings.HasPrefix(s, "avatar") {
		return true
	}
	words := strings.FieldsFunc(s, partsCounts)
	return onlyPhrases(words, func(s string) bool { return pg.p.furniture.chrome.of(s) })
}

// edited tells what a forum says of a comment that was changed: "Last edited 2 Jahre
// zuvor by anna".
func edited(l *line) bool {
	if len(l.text) > maxHeading || !l.mayDate() {
		return false
	}
	text := strings.TrimLeft(l.folded, "([* ")
	for _, start := range []string{"last edited ", "edited ", "zuletzt bearbeitet ", "zuletzt editiert ", "zuletzt geändert ", "bearbeitet ", "editiert ", "geändert ", "beitrag bearbeitet ", "beitrag editiert ", "beitrag geändert "} {
		if strings.HasPrefix(text, start) {
			return !sentenceEnd(l.text) || strings.HasSuffix(text, ")") || strings.HasSuffix(text, "]")
		}
	}
	return false
}

// partsCounts tells what stands between the buttons of a forum.
func partsCounts(r rune) bool {
	return strings.ContainsRune(" |•·/()0123456789+-–,›»", r) || r > unicode.MaxLatin1 && unicode.IsSymbol(r) || unicode.Is(unicode.Variation_Selector, r)
}

// pings tells "3. Pingback: Der neue Steg", a link among comments.
func pings(l *line) bool {
	if !l.has(signColon) {
		return false
	}
	text, _ := listItem(l.folded)
	if number, rest := numberOf(text); number > 0 {
		text = rest
	}
	return strings.HasPrefix(text, "pingback:") || strings.HasPrefix(text, "trackback:")
}

// avatar tells the initials that stand for the picture of a reader, above the
// name: "RA", "Rad Ab".
func (pg *page) avatar(i int) bool {
	text, _ := listItem(pg.lines[i].text)
	if i+1 >= len(pg.lines) || !initialsOf(text, &pg.lines[i+1]) {
		return false
	}
	_, ok := pg.headAt(i + 1)
	return ok
}

// initialsOf tells the initials of the name that a line has: "BK", "Bert K.".
func initialsOf(s string, l *line) bool {
	const most = 4 // bytes
	return len(s) <= most && s == strings.ToUpper(s) && !strings.ContainsFunc(s, func(r rune) bool { return !isWordRune(r) }) && strings.HasPrefix(l.folded, lower(s[:1]))
}

// parted parts words that are run together, "AntwortenMeldenEmpfehlen", and
// writes them in small letters.
func parted(s string) string {
	if len(s) > 60 {
		return lower(s)
	}
	var sb strings.Builder
	before := ' '
	for _, r := range s {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			sb.WriteByte(' ')
		}
		sb.WriteRune(unicode.ToLower(r))
		before = r
	}
	return sb.String()
}

// asks tells the words on buttons: "Posting schreiben".
func asks(folded string) bool {
	for _, verb := range []string{" schreiben", " verfassen", " anzeigen", " laden", " abgeben", " melden", " zitieren", " einblenden", " ausblenden"} {
		if strings.HasSuffix(folded, verb) {
			return true
		}
	}
	return false
}

// findButtons finds what stands below one comment as below another: buttons
// whose words no table knows.
func (pg *page) findButtons() {
	const longest = 40 // bytes of a button
	seen := map[string]int{}
	records := pg.records()
	for _, r := range records {
		lone := pg.loneText(r)
		for i := r[0]; i < r[1]; i++ {
			if l := &pg.lines[i]; i != lone && len(l.text) <= longest && !strings.ContainsAny(l.text[len(l.text)-1:], ".!?") {
				seen[buttonOf(l.folded)]++
			}
		}
	}
	pg.buttons = map[string]bool{}
	for text, n := range seen {
		if n > 1 && 2*n >= len(records) && text != "" && !strings.HasPrefix(text, "re:") {
			pg.buttons[text] = true
		}
	}
}

// loneText is the only line of a comment that is no button by its words, its text
// whatever else recurs: "Sehr gut"; -1 if there is not just one.
func (pg *page) loneText(r [2]int) int {
	lone := -1
	for i := r[0]; i < r[1]; i++ {
		switch {
		case pg.lines[i].kind != lineText || pg.forumChrome(i):
		case lone >= 0:
			return -1
		default:
			lone = i
		}
	}
	return lone
}

// buttonOf is a folded line without its counts.
func buttonOf(folded string) string { return strings.Trim(folded, " 0123456789()[]+-") }

// aboutComments tells the rules of a forum, however long: "Die Kommentare geben
// nicht notwendigerweise die Meinung der Redaktion wieder. …"
func aboutComments(folded string) bool {
	return (strings.Contains(folded, "kommentare") || strings.Contains(folded, "postings") || strings.Contains(folded, "beiträge")) &&
		(strings.Contains(folded, "meinung der redaktion") || strings.Contains(folded, "behält sich") || strings.Contains(folded, "netiquette"))
}

// forumStart is the line of the first comment, -1 if there is none.
func (pg *page) forumStart() int {
	for _, i := range pg.forumHeads() {
		last := min(i+forumReach, len(pg.lines)-1)
		long := 0
		for k := i + 1; k <= last; k++ {
			if l := &pg.lines[k]; !aboutComments(l.folded) {
				long += len(l.text) / longText
			}
			if long > 1 {
				break // an article, rather than a notice
			}
			if _, ok := pg.headAt(k); ok && !pg.articleFollows(k) {
				return k
			}
			if said(pg.lines[k].text) != "" && !pg.articleFollows(k) {
				pg.said = true // "anna schrieb:" elsewhere in a forum is a quotation
				return k
			}
		}
	}
	return pg.bareForum()
}
