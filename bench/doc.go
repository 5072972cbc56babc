// Command bench measures Presseschau beside other search engines: Lucene,
// SQLite's FTS5 and plain Bleve, on the same articles, machine and queries.
//
//	go run ./bench -corpus PATH -documents 20000 -searchd ./searchd
//
// It makes a corpus of the wanted size from the sentences of an archive
// (recombine.go), lets searchd import it, hands what searchd stored to the
// peers (export.go), draws 200 queries from the words of the corpus
// (queries.go), and runs them in rounds in which every engine has its turn
// (rounds.go), so that whatever else the machine does strikes all alike. Each
// engine is a process of its own that answers from its own memory (serve.go);
// Lucene's is the Maven project in folder lucene.
//
// Optionally it compares the ranking with Lucene's on sets of judged queries
// (judged.go) and on queries that take the compounds of the corpus apart
// (pairs.go).
package main
