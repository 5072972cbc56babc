// Package archive keeps the articles as they were read: one SQLite file, the
// source of truth that an index is built from and can always be rebuilt from.
//
// It is for: storing articles with their comments and the actors named in
// them, handing out every change once and in order, remembering which source
// files have been read. It is not for: searching, reading source files, or
// recognising actors. It imports package corpus only.
//
// The file can be read with any SQLite tool; schema.sql says what is in it.
package archive
