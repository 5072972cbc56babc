// Package lexicon is the form in which the German lexicon is embedded: tries
// over word forms, rules from forms to lemmas, and costs of compound parts.
//
// It is for: writing the lexicon (the generator) and looking words up in it
// (the analyzer). It is not for: deciding what a word in a text means.
package lexicon
