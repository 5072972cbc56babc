// Package corpus reads source files of a news archive (raw text scrapes of
// web pages, JSON lines) and turns them into clean [Article] values with their
// readers' comments. It also holds the domain types that every other package
// speaks in.
//
// It is for: encodings, file formats, page furniture, dates, outlets. It is
// not for: linguistic analysis, storage, search. It imports none of the
// project's packages.
//
// All text that leaves the package is valid UTF-8 in NFC, without soft
// hyphens, with ordinary blanks, and with single blanks between words.
package corpus
