// Package tagger finds names of persons, organisations and places in German
// sentences, by a linear-chain conditional random field over how a word looks,
// what stands beside it, and lists of names.
//
// It is for: names that are in no knowledge base, with the probability that
// they are names. It is not for: who is meant, names of several words of which
// a rule knows more, anything that is not a sentence.
//
//	token.go    text → sentences of tokens
//	feature.go  a token and its neighbours → features
//	chain.go    scores of the labels → the best sequence, and how sure it is
//	table.go    where features find their weights, and words their lists
//	codebook.go weights in four bits each, and their sums
//	tagger.go   the model, and what comes out
//
// The model is trained by the program in generate from annotated text; see
// docs/actors.md.
package tagger
