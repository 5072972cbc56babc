package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxHeading is the greatest length of a subheading, in bytes.
const maxHeading = 110

// textBlocks splits a body that is given as one text: every line that is not
// empty is a block.
func textBlocks(s string) []Block {
	var out []Block
	for line := range rawLines(s) {
		if line = cleanLine(line); line == "" {
			continue
		}
		if item, ok := listItem(line); ok {
			out = append(out, Block{Kind: ListItem, Text: item})
			continue
		}
		out = append(out, Block{Kind: Paragraph, Text: line})
	}
	for i := range out {
		if i+1 < len(out) && out[i].Kind == Paragraph && headingLike(out[i].Text) && len(out[i+1].Text) > maxHeading {
			out[i].Kind = Heading
		}
	}
	return out
}

// listItem takes the bullet from a list item.
func listItem(line string) (text string, ok bool) {
	r, n := utf8.DecodeRuneInString(line)
	switch r {
	case '•', '·', '▪', '■', '●', '◦', '‣', '*', '-', '–', '►', '▶':
		rest := strings.TrimLeft(line[n:], " ")
		if rest == "" || rest == line[n:] && r != '•' {
			return line, false
		}
		return rest, true
	}
	return line, false
}

// headingLike tells a line that is short and no sentence: "Sieben Festnahmen".
func headingLike(line string) bool {
	if len(line) > maxHeading || line == "" || sentenceBreaks(line) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, `"„“»«‚'(`))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return false
	}
	return !sentenceEnd(line)
}

// sentenceEnd tells whether a text ends as sentences do, not counting the
// question mark and the exclamation mark, with which headlines end too.
func sentenceEnd(s string) bool {
	if s == "" {
		return false
	}
	switch b := s[len(s)-1]; { // of nearly all lines
	case isPlain(b), b == '?', b == '!':
		return false
	case b == '.', b == ':', b == ',':
		return true
	}
	s = strings.TrimRight(s, `"“”«»‘’')`)
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".:;,…", last)
}

// withoutHead is a body without the title, and the line "Stand: 06.05.2025
// 21:16 Uhr", that some texts begin with.
func withoutHead(a *Article) []Block {
	const most = 5 // blocks that a head may have
	n := min(most, len(a.Body))
	head := slices.DeleteFunc(a.Body[:n:n], func(b Block) bool { return strings.EqualFold(b.Text, a.Title) || standLine(b.Text) })
	return append(head, a.Body[n:]...)
}

// standLine tells "Stand: 06.05.2025 21:16 Uhr".
func standLine(s string) bool {
	rest, ok := strings.CutPrefix(s, "Stand:")
	if !ok {
		return false
	}
	span, ok := findDate(rest)
	return ok && strings.TrimSpace(rest[:span.start]+rest[span.end:]) == ""
}
