// Package webpage takes a saved HTML page apart: what it says of itself in
// JSON-LD, OpenGraph and <meta>, the text of its article, and the comments of
// its readers.
//
// It is for: encodings of HTML, schema.org, the markup of articles and forums.
// It is not for: dates, outlets, names and what German lines mean; texts leave
// it as the page has them.
package webpage
