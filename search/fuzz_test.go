package search

import (
	"errors"
	"reflect"
	"testing"
	"unicode/utf8"
)

// FuzzParse checks that printing is stable, that errors lie within the query
// and that suggestions parse.
func FuzzParse(f *testing.F) {
	for _, query := range []string{
		`Trump – "wir" & Co. (USA)?`, `a b OR c -d NOT (e f)`, `titel:(a OR -"b c"~5) jahr:2015..`,
		`„er sagte "ja" dort“ ‚Merkel’s‘ »a« «b»`, `=Häuser präs* Mueller~ \UND UND`, `datum:1.9.2015…2016-02 (`,
		`jahr:(abc OR 15) titel: x pr* w*rt "a`, "a\x00\xff\u00ad", `-titel:-\titel:x =titel:y outlet:""`,
		`a) OR (b`, `(`, `"" (`, `NOT (`, `Bürger*innen~2 Bürger*innen* titel:‘x`, `NOT NOT -(-a)`, `jahr:"2015"~3 jahr:=2015*`,
	} {
		f.Add(query)
	}
	f.Fuzz(func(t *testing.T, query string) {
		n, err := Parse(query)
		if err != nil {
			checkSyntaxError(t, query, err)
			return
		}
		again, err := Parse(n.String())
		if err != nil || !reflect.DeepEqual(again, n) {
			t.Fatalf("Parse(%q) = %#v, printed %q, parsed again %#v, %v", query, n, n, again, err)
		}
		if s := again.String(); s != n.String() {
			t.Fatalf("%q prints %q, then %q", query, n, s)
		}
		checkTree(t, n)
	})
}

func checkSyntaxError(t *testing.T, query string, err error) {
	t.Helper()
	var e *SyntaxError
	if !errors.As(err, &e) {
		t.Fatalf("Parse(%q): %T", query, err)
	}
	if e.Pos < 0 || e.Len < 0 || e.Pos+e.Len > len(query) || e.Expected == "" {
		t.Fatalf("Parse(%q): %+v lies outside", query, *e)
	}
	if e.Suggestion == "" {
		return
	}
	if _, _, err := (Request{Query: e.Suggestion}).Normalize(); err != nil {
		t.Fatalf("Parse(%q) suggests %q: %v", query, e.Suggestion, err)
	}
}

// checkTree checks what Node promises of a tree's form.
func checkTree(t *testing.T, n Node) {
	t.Helper()
	switch n := n.(type) {
	case And:
		if len(n.Nodes) < 2 {
			t.Fatalf("%#v has too few nodes", n)
		}
		for _, c := range n.Nodes {
			if _, ok := c.(And); ok {
				t.Fatalf("%#v is not flat", n)
			}
			checkTree(t, c)
		}
	case Or:
		if len(n.Nodes) < 2 {
			t.Fatalf("%#v has too few nodes", n)
		}
		for _, c := range n.Nodes {
			if _, ok := c.(Or); ok {
				t.Fatalf("%#v is not flat", n)
			}
			checkTree(t, c)
		}
	case Not:
		if _, ok := n.Node.(Not); ok {
			t.Fatalf("%#v is negated twice", n)
		}
		checkTree(t, n.Node)
	case All:
	default:
		if !utf8.ValidString(n.String()) || !hasWord(n.String()) {
			t.Fatalf("%#v has no word", n)
		}
	}
}
