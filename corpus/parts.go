package corpus

import "strings"

// metaParts understands the parts before or behind a date. It gives the last
// label among them.
func (p *pageParser) metaParts(s string, m *meta, first bool) (label string, ok bool) {
	first = first && !strings.HasSuffix(strings.TrimRight(s, " "), ":") // "Ausstellungsbeginn: 3. November" is no place
	for part := range strings.FieldsFuncSeq(s, isPartSign) {
		part = strings.TrimPrefix(strings.Trim(part, " :.-–—"), "Quelle: ")
		if part == "" {
			continue
		}
		if l := dateLabel(part); l != "" {
			label = l
			continue
		}
		if l, clock, ok := strings.Cut(part, ": "); ok && dateLabel(l) == labelUpdated && isClock(strings.TrimSuffix(clock, " Uhr")) {
			continue // "(Update: 14.55 Uhr)"
		}
		if !p.metaPart(part, m, first, strings.HasPrefix(s, "(")) {
			return "", false
		}
	}
	return label, true
}

func isPartSign(r rune) bool {
	switch r {
	case '|', '•', '·', ',', ';', '(', ')', '[', ']', '/', '–', '—', '>', '›':
		return true
	}
	return false
}

// soleName tells "von Olga", an author with a first name only.
func (p *pageParser) soleName(part string) bool {
	name, ok := strings.CutPrefix(lower(part), "von ")
	return ok && p.given[name]
}

// metaPart understands one part that is no label.
func (p *pageParser) metaPart(part string, m *meta, first, bracketed bool) bool {
	part = strings.TrimSuffix(strings.TrimSuffix(part, " am"), " vom") // "von Max Muster am 3. Mai"
	if name, ok := gluedFrom(part); ok {
		m.authors = append(m.authors, name)
		return true
	}
	if rest, count, ok := cutCount(part); ok {
		m.total = p.totalIn(count)
		part = rest
	}
	low, digit := lower(part), strings.ContainsAny(part, "0123456789")
	if names, agencies, ok := p.byline(part); ok {
		m.authors = append(m.authors, names...)
		m.agencies = append(m.agencies, agencies...)
		return true
	}
	switch {
	case len(m.authors) > 0 && isPlaceName(part) && !isPersonName(part):
	case p.agencies.isNews(part):
		m.agencies = append(m.agencies, part)
	case p.furniture.sections.of(strings.TrimPrefix(low, "in ")): // "am 3. Mai in Politik"
		if m.section == "" {
			m.section = part[len(low)-len(strings.TrimPrefix(low, "in ")):]
		}
	case digit && p.isReadTime(part), isClock(part):
	case digit && p.total.MatchString(part):
		m.total = p.totalIn(part)
	case p.issue(low):
	case strings.Trim(part, "0123456789.") == "" && len(part) <= yearLen+1: // a count of readers
	case p.furniture.exact.of(trimPhrase(low)) == effectDrop:
	case strings.HasPrefix(part, "Übersetzung "):
	case isPersonName(part) && (p.namesPerson(part) || !smallWord(part) && !noPerson(part)):
		m.authors = append(m.authors, part)
	case !first && p.soleName(part):
		m.authors = append(m.authors, part[len("von "):])
	case first && isPlaceName(part):
	case p.outlets.known(low) != "": // "SPIEGEL ONLINE, 20.09.2015"
	case strings.HasPrefix(low, "rubrik: "):
		m.section = part[len("rubrik: "):]
	case isInitials(part) && (len(m.agencies) > 0 || bracketed || first):
		m.authors = append(m.authors, part)
	default:
		return false
	}
	return true
}
