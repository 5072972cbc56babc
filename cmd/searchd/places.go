package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
)

// Limits of what a report lists.
const (
	maxListed = 20  // places, beyond which only the first place of a reason is listed
	maxPlaces = 200 // places, of whatever reason
)

// place is where something was noticed: a file, and of a file of many articles
// the line.
type place struct {
	path string
	line int // from 1; 0 if it is not one of a line
}

// String is "path:line".
func (p place) String() string {
	if p.line == 0 {
		return p.path
	}
	return p.path + ":" + strconv.Itoa(p.line)
}

// listing counts what was noticed by file and reason. Its size is bounded: the
// first place of every reason is listed, up to maxPlaces, the rest is counted.
type listing struct {
	listed []*listed // in the order of their first places
	index  map[listedKey]*listed
	known  map[string]bool // reasons of listed
	rest   map[string]int  // by reason, of what is not listed
	total  int
}

type listedKey struct{ path, reason string }

// listed is what has the same reason in the same file.
type listed struct {
	first  place
	reason string
	count  int
}

func newListing() *listing {
	return &listing{index: map[listedKey]*listed{}, known: map[string]bool{}, rest: map[string]int{}}
}

// otherReasons stands for the reasons beyond maxPlaces.
const otherReasons = "other reasons"

// add counts one more.
func (l *listing) add(at place, reason string) {
	l.total++
	key := listedKey{at.path, reason}
	if known := l.index[key]; known != nil {
		known.count++
		return
	}
	if n := len(l.listed); n < maxListed || n < maxPlaces && !l.known[reason] {
		l.index[key] = &listed{first: at, reason: reason, count: 1}
		l.listed = append(l.listed, l.index[key])
		l.known[reason] = true
		return
	}
	if !l.known[reason] {
		reason = otherReasons
	}
	l.rest[reason]++
}

// lines describes everything, what lies in the same file side by side.
func (l *listing) lines() []string {
	var lines []string
	rank := map[string]int{} // of files, by their first place
	for _, e := range l.listed {
		if _, ok := rank[e.first.path]; !ok {
			rank[e.first.path] = len(rank)
		}
	}
	slices.SortStableFunc(l.listed, func(a, b *listed) int { return cmp.Compare(rank[a.first.path], rank[b.first.path]) })
	for _, e := range l.listed {
		line := e.first.String() + ": " + e.reason
		if e.count > 1 {
			line += fmt.Sprintf(" (and %d more in this file)", e.count-1)
		}
		lines = append(lines, line)
	}
	for _, reason := range byCount(l.rest) {
		lines = append(lines, fmt.Sprintf("and %d more: %s", l.rest[reason], reason))
	}
	return lines
}

// print writes the lines indented.
func (l *listing) print(w io.Writer) {
	for _, line := range l.lines() {
		fmt.Fprintf(w, "  %s\n", line)
	}
}

// byCount lists the keys by falling count, equal ones in alphabetical order.
func byCount(counts map[string]int) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
}
