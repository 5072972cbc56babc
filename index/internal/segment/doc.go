// Package segment is the file format of an index's segments: how postings are
// built, written, merged and read. It is a segment plugin of scorch, Bleve's
// store, which keeps the snapshots, deletions, and the choice of what to merge.
//
// It is not for: what terms mean, which documents match, scores.
//
// A file has, for each field, its postings, a dictionary (from term to the
// place of its postings), and the lengths of the field; then what is stored of the documents, their order by id, and a footer:
//
//	postings   of all terms of the field, in the order of the terms
//	dictionary of these terms
//	lengths    a uvarint for each document, if the field has positions
//	…
//	documents  for each: uvarint length of the id, the id, stored bytes
//	offsets    of the documents, 8 bytes each and one more for the end
//	by id      numbers of the documents in the order of their ids, 4 bytes each
//	footer     see footer.go; it ends with the CRC-32 of all before it
//
// The postings of a term:
//
//	uvarint    number of documents
//	documents  for each the difference to the one before; in a field with
//	           positions doubled, plus 1 if the term is there once and its
//	           frequency is 1, else followed by the frequency, doubled, plus 1
//	           if that is also the number of occurrences, else followed by that
//	uvarint    length of the positions        from here on only in a field
//	uvarint    places in them, one for each   with positions
//	           block of documents but the first, each relative to the one before
//	positions  for each document, each relative to the one before in it
//
// A dictionary, in which a block is 16 terms:
//
//	terms      for each: uvarint number of bytes that it shares with the one
//	           before in its block, if there is one; uvarint number of its
//	           other bytes, and these; uvarint place of its postings, relative
//	           to that of the one before in its block
//	blocks     places in terms, 4 bytes each
//	number     of terms, 4 bytes
//
// All numbers of fixed size are big-endian.
package segment
