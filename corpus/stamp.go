package corpus

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"presseschau/corpus/internal/webpage"
)

// dates puts the dates of the metadata over those beside the title, and those
// over what the text says.
func (p *htmlParser) dates(a *Article, page *webpage.Page, beside *headLines) {
	published := p.markupDate(page.Published)
	shown := beside.said.Published
	if d := p.firstDate(page.Shown); d != "" {
		shown = d
	}
	if shown == "" {
		shown = p.firstDate(page.Dated)
	}
	switch {
	case published != "":
		a.Published, a.PublishedFrom = published, FromMetadata
	case shown != "":
		a.Published, a.PublishedFrom = shown, FromDateline
	}
	for _, updated := range []Date{p.markupDate(page.Updated), beside.said.Updated} {
		if updated != "" && (a.Updated == "" || updated == p.markupDate(page.Updated)) {
			a.Updated = updated
		}
	}
	if a.Updated != "" && a.Updated.Day() == a.Published.Day() {
		a.Updated = ""
	}
}

// firstDate is the first that is exact to the day.
func (p *htmlParser) firstDate(forms []string) Date {
	for _, s := range forms {
		if d := p.markupDate(s); len(d) >= dayLen {
			return d
		}
	}
	return ""
}

// headLines are the lines beside a title.
type headLines struct {
	said  *Article        // what they say of dates and authors
	dated map[string]bool // lines of which a part is a date
}

// beside reads the lines beside a title by the rules that raw pages have.
func (p *htmlParser) beside(groups [][]webpage.HeadLine) *headLines {
	a := &Article{}
	out := &headLines{said: a, dated: map[string]bool{}}
	var all strings.Builder
	for _, lines := range groups {
		pg := &page{p: p.pages, a: a, title: -1, spaced: true, contents: map[string]bool{}}
		for _, text := range p.labelled(lines) {
			pg.lines = append(pg.lines, line{blanks: 1})
			p.pages.word(&pg.lines[len(pg.lines)-1], text)
			all.WriteString(fold(text) + "\n")
		}
		pg.end = len(pg.lines)
		pg.markFurniture()
		pg.markMeta()
		if a.Published == "" {
			if part := p.datedPart(pg, lines); part != "" {
				out.dated[part] = true
			}
		}
	}
	text := all.String()
	a.Authors = slices.DeleteFunc(a.Authors, func(name string) bool { // "Aktuelle Meldung" beside a date
		low := fold(name)
		return !p.pages.namesPerson(name) && !isInitials(name) && !strings.Contains(text, "von "+low) && !strings.Contains(text, ": "+low)
	})
	return out
}

// labelled are the texts of lines, with labels such as "Autor:" before what
// stands below them.
func (p *htmlParser) labelled(lines []webpage.HeadLine) (out []string) {
	const most = 20 // bytes of a label
	label := ""
	for _, l := range lines {
		text := strings.TrimLeft(label+" "+p.germanOrder(cleanLine(l.Text)), " ")
		if label = ""; strings.HasSuffix(text, ":") && len(text) <= most {
			label = text
			continue
		}
		if text != "" {
			out = append(out, text)
		}
	}
	return out
}

// datedPart takes a date that stands in an element of its own, whatever is
// beside it in the line, which it gives.
func (p *htmlParser) datedPart(pg *page, lines []webpage.HeadLine) string {
	for _, l := range lines {
		for _, part := range l.Parts {
			text := p.germanOrder(cleanLine(part))
			if len(text) > maxMeta || strings.TrimSpace(text) == "" {
				continue
			}
			if m, rule := p.pages.metaLine(p.pages.lineOf(text)); rule == "date line" {
				pg.addMeta(meta{published: m.published, updated: m.updated, stand: m.stand})
			}
		}
		if pg.a.Published != "" && len(l.Text) <= maxMeta {
			return cleanLine(l.Text)
		}
	}
	return ""
}

// markupDate reads a date of the markup, in the forms of parseDate and in those
// of English systems: "October 31, 2023", "Fri Feb 18 10:27:24 2022".
func (p *htmlParser) markupDate(s string) Date {
	if t, err := time.Parse("01/02/2006 15:04:05", strings.TrimSpace(s)); err == nil { // of .NET, whatever the language
		return Date(t.Format("2006-01-02T15:04"))
	}
	if d := parseDate(s); d != "" {
		return d
	}
	return parseDate(p.germanOrder(s))
}

// newEnglish finds a date that has the month in front, perhaps below the name of
// the day, or a comma behind it.
func newEnglish() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(jan|feb|m[aä]r|apr|ma[yi]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zä]*\.? (\d{1,2})(?:st|nd|rd|th)?(?:,| (\d\d:\d\d)(?::\d\d)?)? ((?:19|20)\d\d)\b`)
}

// germanOrder writes an English date in a text as German ones are: "October 31,
// 2023" becomes "31. okt 2023".
func (p *htmlParser) germanOrder(s string) string {
	if !strings.Contains(s, "19") && !strings.Contains(s, "20") {
		return s
	}
	return p.english.ReplaceAllStringFunc(s, func(found string) string {
		m := p.english.FindStringSubmatch(found)
		return strings.TrimRight(m[2]+". "+germanMonth(m[1])+" "+m[4]+" "+m[3], " ")
	})
}

// germanMonth is the German form of an English month of three letters.
func germanMonth(english string) string {
	switch low := lower(english); low {
	case "mar":
		return "mär"
	case "may":
		return "mai"
	case "oct":
		return "okt"
	case "dec":
		return "dez"
	default:
		return low
	}
}
