package corpus

import (
	"strconv"
	"strings"
	"unicode"
)

// draft is a comment as it is read.
type draft struct {
	Comment
	answers bool // a line names whom it answers
	apart   bool // an empty line is below its first line
}

// liftTitles takes the first lines of comments as their titles where they are
// short, no sentences, and followed by a text that begins anew, or set apart from
// it. Where all comments have such a line, but for answers, the text may go on from
// it.
func (p *pageParser) liftTitles(drafts []draft) {
	p.dropButtons(drafts)
	all, most, several := allTitled(drafts), mostTitled(drafts), countTitled(drafts) > 1 || len(drafts) == 2
	for i := range drafts {
		d := &drafts[i]
		first, rest, _ := strings.Cut(d.Text, "\n")
		switch {
		case all && (mayTitle(&d.Comment) || titled(&d.Comment)) && (strings.HasPrefix(first, "@") || !opensQuote(first)), titled(&d.Comment) && (most && len(drafts) > 1 && (d.apart || (several || !strings.ContainsAny(first[len(first)-1:], "!?")) && beginsTwice(first, rest)) && !opensQuote(first) && !greets(first)):
			d.Title, d.Text = first, rest
		}
	}
}

// dropButtons takes a button from the ends of the texts where most have it: "… wird
// gebaut. Antworten".
func (p *pageParser) dropButtons(drafts []draft) {
	ends := map[string]int{}
	for i := range drafts {
		ends[drafts[i].Text[strings.LastIndexByte(drafts[i].Text, ' ')+1:]]++
	}
	for word, n := range ends {
		if n < 2 || 2*n <= len(drafts) || !p.furniture.chrome.of(trimPhrase(lower(word))) {
			continue
		}
		for i := range drafts {
			if text, ok := strings.CutSuffix(drafts[i].Text, " "+word); ok {
				drafts[i].Text = strings.TrimRight(text, " ")
			}
		}
	}
}

// allTitled tells whether the comments of two lines or more have titles in their
// first, but for answers; a few may have one there that looks like text.
func allTitled(drafts []draft) bool {
	sure, maybe := 0, 0
	for i := range drafts {
		c := &drafts[i].Comment
		switch {
		case titled(c) || c.Title != "":
			sure++
		case drafts[i].answers || !strings.Contains(c.Text, "\n"):
		case mayTitle(c):
			maybe++
		default:
			return false
		}
	}
	return sure+maybe > 1 && sure >= maybe && 2*(sure+maybe) >= len(drafts)
}

// countTitled counts the comments that may have a title in their first line.
func countTitled(drafts []draft) (n int) {
	for i := range drafts {
		if titled(&drafts[i].Comment) || drafts[i].Title != "" {
			n++
		}
	}
	return n
}

// mostTitled tells whether more of the comments of two lines or more have what may be
// a title in their first than have not.
func mostTitled(drafts []draft) bool {
	n := 0
	for i := range drafts {
		c := &drafts[i].Comment
		switch {
		case titled(c) || c.Title != "":
			n++
		case strings.Contains(c.Text, "\n"):
			n--
		}
	}
	return n > 0
}

// mayTitle tells a comment whose first line may be its title where the others have
// one: "@4", "Sehr geehrter Herr Muster,", "Und wer zahlt ...".
func mayTitle(c *Comment) bool {
	first, _, more := strings.Cut(c.Text, "\n")
	open := strings.HasSuffix(first, ",") && greets(first) || strings.HasSuffix(first, "...") || strings.HasSuffix(first, "…") || !sentenceEnd(first)
	return c.Title == "" && more && len(first) <= maxHeading/2 && open && !quotes(first) && !strings.HasPrefix(first, "Zitat ")
}

// beginsTwice tells a line and the one below it that both begin as sentences do.
func beginsTwice(first, rest string) bool { return beginsAnew(first) && beginsAnew(rest) }

// opensQuote tells a quotation.
func opensQuote(s string) bool { return strings.ContainsRune("„\"»", firstRune(s)) }

// titled tells a comment whose first line may be its title.
func titled(c *Comment) bool {
	first, _, more := strings.Cut(c.Text, "\n")
	return c.Title == "" && more && len(first) <= maxHeading/2 && !sentenceEnd(first) && !strings.HasPrefix(first, "@") && !quotes(first) && !strings.HasPrefix(first, "Zitat ")
}

// beginsAnew tells a text that begins with a capital, a digit or a quotation.
func beginsAnew(s string) bool {
	r := firstRune(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("„\"»«(", r)
}

// greets tells a salutation.
func greets(s string) bool {
	word, _, more := strings.Cut(lower(s), " ")
	switch strings.Trim(word, ",!") {
	case "hallo", "liebe", "lieber", "liebes", "sehr", "guten", "moin", "servus", "hi", "werte", "werter":
		return true
	case "danke":
		return !more
	}
	return false
}

// numberedTitle takes "4. Is" from the top of the comment of number n.
func numberedTitle(texts []string, n int) (title string, rest []string) {
	title, ok := numbered(texts[0])
	if !ok || len(title) > maxHeading {
		return "", texts
	}
	if number, _, _ := strings.Cut(strings.TrimLeft(texts[0], "#"), "."); number != strconv.Itoa(n) && len(texts) == 1 {
		return "", texts // "2. Punkt: …" is a text
	}
	return title, texts[1:]
}
