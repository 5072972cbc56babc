// Package actors recognises the persons, organisations and states that raw
// German news text names, and gives each its canonical German name.
//
// It is for: a knowledge base of well-known actors with their aliases, German
// inflection and compounds of names, patterns for names in no list, and the
// resolution of surnames, acronyms and ambiguous names inside one article and
// its comments. It is not for: places, products, laws, events; analysis of
// words that are not names; storage. It imports none of the project's packages.
//
// An article is worked in passes over its tokens, each in a file of its own:
//
//	scope.go         the article first, then each comment by itself
//	token.go         text → tokens with byte offsets
//	furniture.go     what a text says for its publisher is left out
//	glued.go         words that the layout has joined are divided
//	match.go         tokens → longest aliases of the knowledge base
//	cut.go           words whose end a later one has: Außen- und Innenministerium
//	person.go        names by titles, roles and context
//	given.go         names by first names
//	organisation.go  names by legal forms, heads and bindings of acronyms
//	task.go          bodies named after their task
//	settle.go        what an ambiguous alias means in this article
//	unlisted.go      names that only the tagger sees
//	surname.go       surnames → the person fully named in the article
//	epithet.go       offices that stand for a person: der Kremlchef
//	holder.go        offices → who is meant, in this article or at its date
//	residence.go     states in which somebody lives
//	weigh.go         mentions → actors with weights
package actors
