package analyzers

// Split gives the segments of a compound; their concatenation is the word.
// Linking elements stay with the segment on their left. A word that is no
// compound comes back whole.
func (a *Analyzer) Split(word string) []string {
	return []string{word}
}
