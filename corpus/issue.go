package corpus

import "strings"

// issue tells the parts of "aus DER SPIEGEL 12/2023", "DIE ZEIT Nr. 48" and
// "Ausgabe vom 24.11.2020, Seite 5".
func (p *pageParser) issue(low string) bool {
	low = strings.TrimRight(low, " 0123456789")
	for _, word := range []string{"nr", "nr.", "seite", "s.", "heft", "ausgabe"} {
		low = strings.TrimSpace(strings.TrimSuffix(low, word))
	}
	low = strings.TrimPrefix(low, "aus ")
	return low == "" || low == "aus" || low == "vom" || p.outlets.known(low) != "" || p.outlets.known(strings.TrimPrefix(low, "der ")) != ""
}

// cutCount takes the number of comments from "sk 7 Kommentare".
func cutCount(part string) (rest, count string, ok bool) {
	if !strings.HasSuffix(part, " Kommentare") && !strings.HasSuffix(part, " Kommentar") {
		return part, "", false
	}
	words := strings.Fields(part)
	if len(words) < 3 || !isDigit(words[len(words)-2][0]) {
		return part, "", false
	}
	count = strings.Join(words[len(words)-2:], " ")
	return strings.TrimSuffix(part, " "+count), count, true
}
