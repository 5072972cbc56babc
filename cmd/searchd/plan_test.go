package main

import (
	"slices"
	"testing"

	"presseschau/archive"
	"presseschau/corpus"
)

func TestWithin(t *testing.T) {
	for _, tc := range []struct {
		root, path string
		want       bool
	}{
		{"/a", "/a", true}, {"/a", "/a/b", true}, {"/a", "/a/b/c", true}, {"/", "/a", true},
		{"/a", "/ab", false}, {"/a/b", "/a", false}, {"/a", "/b/a", false},
	} {
		if got := within(tc.root, tc.path); got != tc.want {
			t.Errorf("within(%q, %q) = %t", tc.root, tc.path, got)
		}
	}
}

func TestIsOwn(t *testing.T) {
	for _, tc := range []struct {
		path string
		want bool
	}{
		{"/d/archive.sqlite", true}, {"/d/archive.sqlite-wal", true}, {"/d/searchd.lock", true}, {"/d/pseudonym.key", true}, {"/d/skipped.txt.new", true},
		{"/d/index", true}, {"/d/index/gen-1/store/root.bolt", true},
		{"/d/page.txt", false}, {"/d/sub/archive.sqlite", false}, {"/d/indexes/a.txt", false}, {"/archive.sqlite", false},
	} {
		if got := isOwn("/d", tc.path); got != tc.want {
			t.Errorf("isOwn(%q) = %t", tc.path, got)
		}
	}
}

func TestFindGone(t *testing.T) {
	sources := []archive.Source{{Path: "/c/a.txt"}, {Path: "/c/b/b.txt"}, {Path: "/c/b/c.txt"}, {Path: "/other/d.txt"}}
	listed := func(paths ...string) map[string]bool {
		m := map[string]bool{}
		for _, p := range paths {
			m[p] = true
		}
		return m
	}
	for _, tc := range []struct {
		name     string
		roots    []string
		listed   map[string]bool
		unlisted string
		want     []string
		problems int
	}{
		{"all there", []string{"/c"}, listed("/c/a.txt", "/c/b/b.txt", "/c/b/c.txt"), "", nil, 0},
		{"one gone", []string{"/c"}, listed("/c/a.txt", "/c/b/b.txt"), "", []string{"/c/b/c.txt"}, 0},
		{"a folder gone", []string{"/c"}, listed("/c/a.txt"), "", []string{"/c/b/b.txt", "/c/b/c.txt"}, 0},
		{"a folder that cannot be listed", []string{"/c"}, listed("/c/a.txt"), "/c/b", nil, 1},
		{"a file that cannot be opened", []string{"/c"}, listed("/c/a.txt", "/c/b/b.txt"), "/c/b/c.txt", nil, 1},
		{"nothing there", []string{"/c"}, listed(), "", nil, 1},
		{"another folder named", []string{"/e"}, listed("/e/a.txt"), "", nil, 0},
		{"overlapping folders", []string{"/c", "/c/b"}, listed("/c/a.txt", "/c/b/b.txt"), "", []string{"/c/b/c.txt"}, 0},
	} {
		var p plan
		if tc.unlisted != "" {
			p.problems = append(p.problems, &corpus.Problem{Path: tc.unlisted, Reason: "cannot be read"})
		}
		p.findGone(tc.roots, sources, tc.listed)
		if !slices.Equal(p.gone, tc.want) || len(p.problems) != tc.problems {
			t.Errorf("%s: gone %v, want %v; problems %v", tc.name, p.gone, tc.want, p.problems)
		}
	}
}
