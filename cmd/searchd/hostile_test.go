package main

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
)

func TestHostileQueriesAreRefused(t *testing.T) {
	corpus, data := t.TempDir(), t.TempDir()
	writeFile(t, filepath.Join(corpus, "a.jsonl"), articles(0, 50))
	p := start(t, "serve", "--corpus", corpus, "--data", data, "--listen", "127.0.0.1:0").ready()
	q := func(text string) string { return "q=" + url.QueryEscape(text) }
	for _, tc := range []struct {
		name, query string
		want        int
	}{
		{"10,000 words", q(strings.Repeat("wort ", 10_000)), 422},
		{"5,000 parentheses", q(strings.Repeat("(", 5_000) + "a" + strings.Repeat(")", 5_000)), 422},
		{"parentheses within the length", q(strings.Repeat("(", 499) + "a" + strings.Repeat(")", 499)), 422},
		{"33 words", q(strings.Repeat("wort ", 33)), 422},
		{"wildcards everywhere", q("*a*e*"), 422},
		{"a short prefix", q("a*"), 422},
		{"an unclosed phrase", q(`"offen`), 422},
		{"an operator alone", q("ODER"), 422},
		{"invalid UTF-8", "q=%ff%fe", 422},
		{"a zero byte", "q=a%00b", 422},
		{"half an escape", "q=%e", 400},
		{"a negative page", "page=-1", 400},
		{"a page of letters", "page=zwei", 400},
		{"a huge page", "page=999999999999999999999", 400},
		{"a page beyond the window", "page=10000&size=100", 400},
		{"a huge size", "size=1000000000", 400},
		{"a size of nothing", "size=0", 400},
		{"an unknown parameter", "qq=x", 400},
		{"an unknown facet", "facets=colour", 400},
		{"a wrong date", "from=gestern", 400},
		{"a cursor of nonsense", "cursor=%21%21", 400},
	} {
		status, body := p.get("/api/search?" + tc.query)
		if status != tc.want || !strings.Contains(body, `"status":`) {
			t.Errorf("%s: status %d, want %d: %.300s", tc.name, status, tc.want, body)
		}
		if status, _ := p.get("/?" + tc.query); tc.want == 422 && status != 422 {
			t.Errorf("%s: the page has status %d", tc.name, status)
		}
	}
	for _, tc := range []struct {
		name, kind, body string
		want             int
	}{
		{"1 MB", "application/json", `{"q":"` + strings.Repeat("a", 1<<20) + `"}`, 413},
		{"no JSON", "application/json", "q=x", 400},
		{"a member twice in depth", "application/json", strings.Repeat(`{"q":`, 10_000), 400},
		{"a form", "application/x-www-form-urlencoded", "q=x", 415},
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, p.url+"/api/search", strings.NewReader(tc.body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", tc.kind)
		if status, body := p.do(r); status != tc.want {
			t.Errorf("a body of %s: status %d, want %d: %.300s", tc.name, status, tc.want, body)
		}
	}
	for _, query := range []string{"a~ b~ c~", strings.Repeat("haushalt~ ", 32), `"der der der"~50`, "aus* ein* ver*"} {
		if status, body := p.get("/api/search?" + q(query)); status != http.StatusOK && status != 422 {
			t.Errorf("%q: status %d: %.300s", query, status, body)
		}
	}
	if got := p.search("q", "Haushalt").Total; got != 50 {
		t.Errorf("afterwards %d articles are found, want 50", got)
	}
	p.stop()
}
