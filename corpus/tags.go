package corpus

import "strings"

// maxTag is the length in bytes of the longest tag that is taken for one.
const maxTag = 200

// withoutTags drops the tags of HTML that a text from a source without markup
// has by mistake, those that set a line in type: "<b>Zur Lage</b><br>". What is
// no such tag stays, as in "Kinder <12 Jahre".
func withoutTags(s string) string {
	if strings.IndexByte(s, '<') < 0 {
		return s
	}
	var sb strings.Builder
	for {
		before, rest, found := strings.Cut(s, "<")
		sb.WriteString(before)
		if !found {
			return sb.String()
		}
		tag, behind, closed := strings.Cut(rest, ">")
		between, known := "", false
		if closed && len(tag) <= maxTag {
			between, known = inlineTag(tag)
		}
		if known {
			sb.WriteString(between)
			s = behind
		} else {
			sb.WriteByte('<')
			s = rest
		}
	}
}

// inlineTag tells what stands in the place of a tag, given without its angles,
// and whether it is one that sets text in a line.
func inlineTag(tag string) (between string, ok bool) {
	if strings.HasPrefix(tag, " ") { // a < b
		return "", false
	}
	name, _, _ := strings.Cut(strings.Trim(tag, "/ "), " ")
	switch strings.ToLower(name) {
	case "br", "p", "div":
		return " ", true
	case "a", "b", "i", "u", "em", "strong", "span", "font", "small", "big", "sub", "sup", "q":
		return "", true
	}
	return "", false
}
