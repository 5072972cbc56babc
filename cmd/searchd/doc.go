// Searchd is the search server of Presseschau and its tools: it reads an
// archive of German news, indexes it and serves a search page and a JSON
// endpoint.
//
// The package is for: commands, options, wiring, life cycle. It is not for:
// reading, recognising, storing, searching or rendering, which the other
// packages do. Run `searchd help` for the commands.
package main
