package corpus

import (
	"strings"
	"unicode/utf8"
)

// markMenus drops the menus of whole pages, long lists of links with a word or
// two each: above the text, and below it where no colon introduces them. Lists
// within the text may be results or ingredients.
func (pg *page) markMenus() {
	first, last := pg.textReach()
	for i := 0; i < len(pg.lines); i++ {
		from := i
		for i < len(pg.lines) && pg.inList(i) {
			i++
		}
		switch {
		case from > 0 && i > from && pg.offered(from-1):
			pg.dropMenu(from, i, headlineWords)
		case i <= first:
			pg.dropMenu(from, i, menuWords)
		case from > last && !strings.HasSuffix(pg.lines[max(0, from-1)].text, ":"):
			pg.dropMenu(from, i, headlineWords)
		}
	}
}

// textReach gives the first and the last long paragraph.
func (pg *page) textReach() (first, last int) {
	first, last = len(pg.lines), -1
	for i := range pg.lines {
		l := &pg.lines[i]
		if len(l.text) < longText || l.kind != lineText || l.words < longText/10 {
			continue
		}
		if _, item := listItem(l.text); !item {
			first, last = min(first, i), i
		}
	}
	return first, last
}

// offered tells the mark of an advertisement, below which a list is one of links.
func (pg *page) offered(i int) bool {
	switch trimPhrase(pg.lines[i].folded) {
	case "anzeige", "anzeigen", "werbung", "mehr anzeigen", "auch interessant", "meistgelesen":
		return true
	}
	return false
}

// inList tells an item of a list, or a short heading between two items.
func (pg *page) inList(i int) bool {
	const longest = 4 // words of a heading
	if isItem(pg.lines[i].text) {
		return true
	}
	if i == 0 || i+1 == len(pg.lines) || pg.lines[i].words > longest {
		return false
	}
	return isItem(pg.lines[i-1].text) && isItem(pg.lines[i+1].text)
}

// isItem tells whether itemText finds an item: what begins with a letter, as nearly
// all lines do, is none.
func isItem(s string) bool {
	if s[0] < utf8.RuneSelf && isLetterByte(s[0]) {
		return false
	}
	_, ok := itemText(s)
	return ok
}

// itemText takes the bullet or the number from an item of a list.
func itemText(s string) (text string, ok bool) {
	const digits = 2 // of a number
	if text, ok = listItem(s); ok {
		return text, true
	}
	number, text, ok := strings.Cut(s, ". ")
	return text, ok && number != "" && len(number) <= digits && onlyNumber(number)
}

// How many words an item of a menu has at most, and one of a list of headlines.
const (
	menuWords     = 7
	headlineWords = 20
)

// dropMenu drops the lines between two if they are a menu: enough items, nearly
// all of them short and without a sentence. What a breadcrumb names may be the
// title.
func (pg *page) dropMenu(from, to, longest int) {
	const (
		least = 7 // items
		share = 5 // of which one may be longer
	)
	items, long := 0, 0
	for i := from; i < to; i++ {
		text, item := itemText(pg.lines[i].text)
		if !item {
			continue
		}
		items++
		if strings.Count(text, " ") >= longest || sentenceEnd(text) {
			long++
		}
	}
	if items < least || long*share > items {
		return
	}
	for i := from; i < to; i++ {
		if text, _ := itemText(pg.lines[i].text); headlineLong(text) {
			pg.contents[fold(text)] = true
		}
		pg.lines[i].decide(lineNoise, menuRule+"a list")
	}
}

// stripMenu takes the bullets from the lines of a menu above the text.
func (pg *page) stripMenu() {
	const (
		least   = 3 // lines with bullets
		longest = 3 // words of such a line
	)
	var items []int
	for i := range pg.lines {
		l := &pg.lines[i]
		if l.has(signParagraph) {
			break
		}
		if text, ok := listItem(l.text); ok && strings.Count(text, " ") < longest {
			items = append(items, i)
		}
	}
	if len(items) < least {
		return
	}
	for _, i := range items {
		text, _ := listItem(pg.lines[i].text)
		pg.p.word(&pg.lines[i], text)
	}
}

// listed tells a page with lines such as "- Title".
func (pg *page) listed() bool {
	for i := range pg.lines {
		if strings.HasPrefix(pg.lines[i].text, "- ") {
			return true
		}
	}
	return false
}

// markContents drops a table of contents, lines such as "- Title" that end in
// "Auf einer Seite lesen" or repeat other lines of the page.
func (pg *page) markContents() {
	if !pg.listed() {
		return
	}
	seen := map[string]int{}
	for i := range pg.lines {
		seen[pg.lines[i].folded]++
	}
	for i := 0; i < len(pg.lines); i++ {
		end, repeats := i, 0
		for end < len(pg.lines) && strings.HasPrefix(pg.lines[end].text, "- ") {
			rest := pg.lines[end].folded[2:]
			if seen[rest] > 0 || pg.p.furniture.known(rest) == effectDrop {
				repeats++
			}
			end++
		}
		for k := i; repeats > 0 && k < end; k++ {
			pg.contents[pg.lines[k].folded[2:]] = true
			pg.lines[k].decide(lineNoise, "table of contents")
		}
		i = max(i, end-1)
	}
}
