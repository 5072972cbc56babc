// Package warc reads web archives: WARC 0.17 to 1.1 (ISO 28500), plain or with
// a gzip member for each record, and the HTTP responses in them.
//
// It is for: streaming records, going on behind broken ones. It is not for:
// writing, checking digests, understanding pages.
package warc
