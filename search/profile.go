package search

import "presseschau/corpus"

// DefaultCompanions is how many companions a profile has at most, if nothing
// else is asked for.
const DefaultCompanions = 20

// Profile is what the archive holds about an actor.
type Profile struct {
	Actor      corpus.Actor
	Aliases    []string    // other names that it is found by
	Articles   int         // whose text names it
	Comments   int         // that name it
	Companions []Companion // the strongest association first
}

// Companion is an actor that is named in the articles of another.
type Companion struct {
	Actor    corpus.Actor
	Articles int // that name both
	// Association is the log-likelihood ratio of the two being named together,
	// above 0: how surprising the number of common articles would be if the one
	// had nothing to do with the other.
	Association float64
}
