// Package compound opens German compounds: it finds the segmentation of a
// word that is the likeliest under a unigram model of modifiers (with their
// linking elements) and heads, by dynamic programming (Viterbi), as in
// statistical word segmentation.
//
// It is for: the analyzer, and the generator that learns the model. It is not
// for: telling a compound's lemma or reading text.
package compound
