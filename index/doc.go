// Package index is the only door to Bleve: it builds, updates, opens and
// searches the full-text index of an archive.
//
// It is for: terms and postings, evaluation of a query's syntax tree over
// scorch's segments, BM25 ranking, facet counts, highlighting, and the life of
// an index on disk (generations, damage, resumption). It is not for: parsing
// queries (package search), German (package analyzers), pages (package web).
// No Bleve type appears in its exported interface.
//
// Bleve's scorch keeps snapshots and decides what to merge; the files are those
// of package segment, and the evaluation is ours. Bleve's searchers score
// with statistics that depend on the number of segments, and its facets visit
// doc values of every hit. Here every node of the query becomes a bitmap of
// each segment, boolean operators are bitmap operations, totals and facets
// come from the final bitmap and from columns uninverted out of keyword
// postings, and scores are computed only for documents that can be among the
// best.
package index
