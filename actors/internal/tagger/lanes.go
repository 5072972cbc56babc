package tagger

// lanes8 are sums of weights, all of a row added at a time: in lanes of 16 bits,
// those of the even bytes of a row and those of the odd ones. Weights are 128
// too large in them, so that no lane takes from the next. There is room for 257
// rows.
type lanes8 struct{ even, odd, rows uint64 }

const (
	signs = 0x80_8080_8080_8080
	bytes = 0x00ff_00ff_00ff_00ff
)

// add adds the weights of a row, if all bits of there are set; it does nothing
// if none is.
func (s *lanes8) add(row string, there uint64) {
	row = row[:weightWidth]
	weights := uint64(row[0]) | uint64(row[1])<<8 | uint64(row[2])<<16 | uint64(row[3])<<24 |
		uint64(row[4])<<32 | uint64(row[5])<<40 | uint64(row[6])<<48
	weights = (weights ^ signs) & there
	s.even += weights & bytes
	s.odd += weights >> 8 & bytes
	s.rows += there & 1
}

// addTo adds the sums to others.
func (s *lanes8) addTo(to *sums) {
	for b := range to {
		lane := s.even
		if b%2 == 1 {
			lane = s.odd
		}
		to[b] += int16(lane>>(b/2*16)&0xffff) - int16(128*s.rows)
	}
}
