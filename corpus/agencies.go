package corpus

import (
	_ "embed" // the table
	"fmt"
	"strings"
)

//go:embed data/agencies.tsv
var agencyTable string

// agencies tells news and picture agencies from initials and names.
type agencies struct {
	news  map[string]bool
	photo map[string]bool
	opens map[string]bool // first words of both
}

func newAgencies() (*agencies, error) {
	a := &agencies{news: map[string]bool{}, photo: map[string]bool{}, opens: map[string]bool{}}
	kinds := map[string]map[string]bool{"news": a.news, "photo": a.photo}
	for n, columns := range builtinRows(agencyTable) {
		names, ok := kinds[columns[len(columns)-1]]
		if len(columns) != 2 || !ok {
			return nil, fmt.Errorf("read built-in agencies: line %d: want name and kind", n)
		}
		names[columns[0]] = true
		first, _, _ := strings.Cut(columns[0], " ")
		a.opens[first] = true
	}
	return a, nil
}

// isNews tells an agency that writes texts, "AFP".
func (a *agencies) isNews(s string) bool { return a.news[lower(s)] }

// isAny tells any agency, "Getty Images".
func (a *agencies) isAny(s string) bool {
	s = lower(s)
	return a.news[s] || a.photo[s]
}

// onlyAgencies tells a text that names nothing but agencies:
// "picture alliance/dpa", "Getty".
func (a *agencies) onlyAgencies(s string) bool {
	found := false
	for part := range strings.FieldsFuncSeq(s, isListSign) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if !a.isAny(part) {
			return false
		}
		found = true
	}
	return found
}

// signs tells agencies with at most the initials of a newsroom beside them: "KNA/iz".
func (a *agencies) signs(s string) bool {
	news := false
	for part := range strings.FieldsFuncSeq(s, isListSign) {
		part = strings.TrimSpace(part)
		switch {
		case a.isNews(part):
			news = true
		case !isInitials(part):
			return false
		}
	}
	return news
}

// only is onlyAgencies for a line, of which nearly all have no name of one.
func (a *agencies) only(l *line) bool { return l.mayCue(cueAgency) && a.onlyAgencies(l.text) }

// namesAgency tells a text one part of which is an agency:
// "Michael Kappeler/dpa".
func (a *agencies) namesAgency(s string) bool {
	for part := range strings.FieldsFuncSeq(s, isListSign) {
		if a.isAny(strings.TrimSpace(part)) {
			return true
		}
	}
	return false
}

// isListSign separates agencies and initials: "dpa/AFP, mar".
func isListSign(r rune) bool {
	switch r {
	case '/', ',', ';', '(', ')', '|', '+', '&', '[', ']', '·', '•':
		return true
	}
	return false
}
