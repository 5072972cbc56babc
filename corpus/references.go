package corpus

import (
	"html"
	"strings"
)

// maxReference is the length in bytes of the longest character reference of
// HTML, "&CounterClockwiseContourIntegral;".
const maxReference = 33

// references replaces the character references of HTML in a text from a source
// that has no markup, where they were left by mistake: "&amp;", "&#8211;",
// "&#x2013;", "&nbsp;". Only those that end with a semicolon are unmistakable;
// "AT&T" and "R&D;" stay, and "&amp;lt;" becomes "&lt;".
func references(s string) string {
	at := strings.IndexByte(s, '&')
	if at < 0 || strings.IndexByte(s[at:], ';') < 0 {
		return s
	}
	var sb strings.Builder
	for at >= 0 {
		sb.WriteString(s[:at])
		s = s[at:]
		char, n := reference(s)
		sb.WriteString(char)
		s = s[n:]
		at = strings.IndexByte(s, '&')
	}
	sb.WriteString(s)
	return sb.String()
}

// reference is what the reference at the beginning of s stands for, and its
// length; the "&" itself if there is none.
func reference(s string) (char string, n int) {
	end := strings.IndexByte(s[:min(len(s), maxReference)], ';')
	if end < 0 {
		return "&", 1
	}
	char = html.UnescapeString(s[:end+1])
	// The standard decodes the beginning of "&notit;" too, and gives U+FFFD for
	// numbers that are no character.
	if strings.HasSuffix(char, ";") || strings.Contains(char, "\uFFFD") {
		return "&", 1
	}
	return char, end + 1
}

// withoutReferences replaces the references in what people read, and drops tags
// from headlines. What tells one
// thing from another stays byte for byte: ids, addresses, names of readers.
func withoutReferences(a *Article) {
	for _, field := range []*string{&a.Kicker, &a.Title, &a.Lead} {
		if strings.IndexByte(*field, '<') >= 0 {
			*field = cleanLine(withoutTags(*field))
		}
	}
	for _, field := range []*string{&a.Outlet, &a.Section, &a.Kicker, &a.Title, &a.Lead} {
		referencesInLine(field)
	}
	for i := range a.Authors {
		referencesInLine(&a.Authors[i])
	}
	for i := range a.Comments {
		c := &a.Comments[i]
		referencesInLine(&c.Title)
		if strings.IndexByte(c.Text, '&') >= 0 {
			c.Text = cleanText(references(c.Text))
		}
	}
}

func referencesInLine(s *string) {
	if strings.IndexByte(*s, '&') >= 0 {
		*s = cleanLine(references(*s))
	}
}
