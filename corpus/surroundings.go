package corpus

import "slices"

// surroundings are sums over the lines of a page up to each of them.
type surroundings struct {
	furnished, long, short []int // lines
	bytes                  []int // of paragraphs
	thick                  int   // most bytes of paragraphs around a line
	text                   []int // bytes of paragraphs whose words are those of texts
	thickest               int   // the line with most of those around it

	says    []float64 // what the words of each line say
	english []bool    // that they are English
}

// surround measures what stands around the lines above the end.
func (pg *page) surround() *surroundings {
	s := &pg.space().around
	n := pg.end
	s.says, s.english = s.says[:0], s.english[:0]
	for _, sum := range []*[]int{&s.furnished, &s.long, &s.short, &s.bytes, &s.text} {
		*sum = slices.Grow((*sum)[:0], n+1)[:n+1]
		(*sum)[0] = 0
	}
	for i := range n {
		l := &pg.lines[i]
		s.furnished[i+1], s.long[i+1], s.short[i+1], s.bytes[i+1] = s.furnished[i], s.long[i], s.short[i], s.bytes[i]
		switch {
		case l.furnished():
			s.furnished[i+1]++
		case l.kind == lineText && len(l.text) >= longText:
			s.long[i+1]++
		case l.kind == lineText && len(l.text) < shortLine && !l.has(signSentence):
			s.short[i+1]++
		}
		says, english := pg.p.model.saysFirst(l)
		s.says, s.english = append(s.says, says), append(s.english, english)
		s.text[i+1] = s.text[i]
		if l.paragraph() {
			s.bytes[i+1] += len(l.text)
			if s.says[i] < textWords && !s.english[i] {
				s.text[i+1] += len(l.text)
			}
		}
	}
	s.thick, s.thickest = 1, 0
	most := 0
	for i := range n {
		s.thick = max(s.thick, near(s.bytes, i))
		if n := near(s.text, i); n > most {
			most, s.thickest = n, i
		}
	}
	return s
}

// shortLine is the length in bytes below which a line is likely a link.
const shortLine = 60

// near is by how much a sum grows around line i.
func near(sum []int, i int) int {
	const reach = 8 // lines
	return sum[min(len(sum)-1, i+1+reach)] - sum[max(0, i-reach)]
}
