package analyzers

// workspace holds the buffers that the analysis of a word needs.
type workspace struct {
	folded []byte
}

// word finds the terms of a word.
func (a *Analyzer) word(s *Stream, w *cachedWord, word string, sp span) {
	s.work.folded = appendFold(s.work.folded[:0], word)
	s.words.add(w, s.work.folded, 0, len(word), Exact)
	s.words.add(w, s.work.folded, 0, len(word), Lemma)
}
