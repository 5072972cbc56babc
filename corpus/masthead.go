package corpus

import "strings"

// topLines is the number of lines at the top of a page of which one may be
// nothing but the name of its outlet.
const topLines = 5

// Weights of what stands for an outlet, added up over the lines of a page. The
// length of the phrase in bytes is added to each: the longer it is, the less it
// is there by chance.
const (
	weightCopyright = 1000 // © 2015 SPIEGEL ONLINE
	weightCrumbs    = 500  // breadcrumbs may begin with the outlet
	weightTop       = 100  // a line of nothing but the name, at the top
	weightLine      = 1
)

// outlet is the outlet that the page's furniture names, never its text.
func (pg *page) outlet() string {
	if known := pg.p.outlets.meant(fold(pg.p.outlets.ByURL(pg.address))); known != "" {
		return known
	}
	scores := map[string]int{}
	best := ""
	for i := range pg.lines {
		name, weight := pg.shows(i)
		if name == "" {
			continue
		}
		scores[name] += weight
		if best == "" || scores[name] >= scores[best] { // of equals, that at the foot
			best = name
		}
	}
	if best == "" {
		best = pg.signed
	}
	if best == "" {
		best = pg.pageName
	}
	if best == "" {
		best = pg.hinted()
	}
	return best
}

// shows is the outlet that a line of furniture stands for, with its weight; ""
// if there is none.
func (pg *page) shows(i int) (name string, weight int) {
	l := &pg.lines[i]
	weight = weightLine
	if l.claimed() {
		if m := pg.p.copyrightOutlet(l); m != nil {
			name, weight = pg.owner(l, m)
			if l.kind == lineEnd {
				weight = min(weight, weightLine) // mostly that of the house
			}
			return name, weight
		}
	}
	switch l.kind {
	case lineCopyright:
		weight = weightCopyright
	case lineSection:
		weight = weightCrumbs
	case lineAddress:
		name = pg.p.outlets.meant(fold(pg.p.outlets.ByURL(pg.ownAddress(i))))
		return name, weightLine + len(name)
	case lineNoise, lineEnd, lineBox, lineSignoff, lineMeta, lineForum:
		switch {
		case l.rule == ruleOutlet && i < topLines:
			return pg.pageName, weightTop
		case l.rule == ruleOutlet:
			return "", 0 // perhaps the source of a picture
		}
	case lineText:
		if i < pg.end || len(l.text) > maxMeta {
			return "", 0 // and no foot of the page
		}
	default:
		return "", 0
	}
	length := 0
	pg.p.outlets.sight(l, func(s sighting) {
		if n := len(s.phrase); n > length && (s.shown(l) || pg.nameAlone(i, s)) {
			name, length = s.outlet, n
		}
	})
	return name, weight + length
}

// owner is the outlet behind a sign of copyright. Without a year or rights it may
// be only that of a picture, which short names mostly are: "© BR".
func (pg *page) owner(l *line, m *outletMark) (name string, weight int) {
	const short = 4 // bytes
	switch {
	case claimsRights(l.folded), strings.Contains(l.text, "/"):
		return m.outlet, weightCopyright + len(m.phrase)
	case len(m.phrase) > short:
		return m.outlet, weightLine + len(m.phrase)
	}
	return "", 0
}

// nameAlone tells a line of the foot that is nothing but the name of an outlet,
// unless it is one of a list of them.
func (pg *page) nameAlone(i int, s sighting) bool {
	const below = 2 // lines from where the text ends; above them may be its source
	l := &pg.lines[i]
	if s.kind != markName || i < pg.end+below || s.start > 0 || s.end < len(l.folded) || pg.p.outlets.common[s.phrase] || !distinct(l, s) {
		return false
	}
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(pg.lines) && pg.p.outlets.known(pg.lines[k].folded) != "" {
			return false
		}
	}
	return true
}
