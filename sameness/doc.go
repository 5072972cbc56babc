// Package sameness tells texts that are versions of one another: agency copies,
// updates, reprints.
//
// It is for: the shingles of a text, how alike two texts are, and keys that
// alike texts share, so that they are found without comparing all with all. It
// is not for: keeping texts or keys, or deciding what is shown of a group. It
// imports nothing of ours.
package sameness
