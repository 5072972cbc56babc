package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/url"
	"strings"

	"presseschau/web"
)

func searchCommand() command {
	return command{
		name:    "search",
		args:    "--data DIR [--json] [--explain] QUERY",
		summary: "searches an archive that no server is running on",
		help: `Asks what the JSON endpoint can be asked, and prints the hits, or with --json the
endpoint's answer. The options besides --data and --json are the endpoint's
parameters; --not-outlet and the like exclude.

  searchd search --data ~/presseschau 'Geheimdienst Putin'
  searchd search --data ~/presseschau --in comments --year 2015 'kommentar:Jalta'
  searchd search --data ~/presseschau --explain --size 3 Impfstoffhersteller
  searchd search --data ~/presseschau --json -- '-Nato Gipfel'`,
		flags: append([]string{"data", "json", "explain"}, searchParams()...),
		run:   runSearch,
	}
}

func runSearch(ctx context.Context, std stdio, opts *options) (err error) {
	log := newLog(std.err)
	lib, err := openExisting(ctx, opts.dataDir(), log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lib.Close()) }()
	if err := lib.index.CatchUp(ctx, nil); err != nil {
		return err
	}
	handler, err := web.New(web.Options{Searcher: lib.index, Version: versionName()})
	if err != nil {
		return err
	}
	opts.params.Set("q", strings.Join(opts.args, " "))
	if opts.explain {
		opts.params.Set("explain", "true")
	}
	answer, err := ask(ctx, handler, opts.params)
	if err != nil {
		return err
	}
	if opts.json {
		_, err := std.out.Write(answer)
		return err
	}
	return printAnswer(std.out, answer)
}

// ask sends a search to the endpoint within this process.
func ask(ctx context.Context, handler http.Handler, params url.Values) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "/api/search?"+params.Encode(), nil)
	if err != nil {
		return nil, fmt.Errorf("ask for %q: %w", params.Get("q"), err)
	}
	w := &reply{header: http.Header{}, status: http.StatusOK}
	handler.ServeHTTP(w, r)
	if w.status == http.StatusOK {
		return w.body, nil
	}
	return nil, refused(w.status, w.body, params.Get("q"))
}

// reply is the http.ResponseWriter that keeps an answer.
type reply struct {
	header http.Header
	status int
	body   []byte
}

func (r *reply) Header() http.Header    { return r.header }
func (r *reply) WriteHeader(status int) { r.status = status }

func (r *reply) Write(p []byte) (int, error) {
	r.body = append(r.body, p...)
	return len(p), nil
}

// answer is what the command shows of the endpoint's answer.
type answer struct {
	Query struct {
		Relaxed    string   `json:"relaxed"`
		Suggestion string   `json:"suggestion"`
		Warnings   []string `json:"warnings"`
	} `json:"query"`
	Total int   `json:"total"`
	Hits  []hit `json:"hits"`
}

type hit struct {
	ID         string `json:"id"`
	Title      string `json:"title"`
	Outlet     string `json:"outlet"`
	Date       string `json:"date"`
	Highlights struct {
		Body []string `json:"body"`
	} `json:"highlights"`
	Explanation *explanation `json:"explanation"`
	Comments    struct {
		Matching int `json:"matching"`
		Hits     []struct {
			N         int    `json:"n"`
			Author    string `json:"author"`
			Highlight string `json:"highlight"`
		} `json:"hits"`
	} `json:"comments"`
}

// explanation is a value and the values that it comes of.
type explanation struct {
	Value       float64       `json:"value"`
	Description string        `json:"description"`
	Details     []explanation `json:"details"`
}

// print prints it as an indented tree.
func (e explanation) print(w io.Writer, depth int) {
	fmt.Fprintf(w, "  %s%8.4f  %s\n", strings.Repeat("  ", depth), e.Value, e.Description)
	for _, d := range e.Details {
		d.print(w, depth+1)
	}
}

// printAnswer prints the hits for reading.
func printAnswer(w io.Writer, raw []byte) error {
	var a answer
	if err := json.Unmarshal(raw, &a); err != nil {
		return fmt.Errorf("read the answer: %w", err)
	}
	fmt.Fprintf(w, "%s\n", number(a.Total, "hit"))
	if a.Query.Relaxed != "" {
		fmt.Fprintln(w, "nothing has all of the words; these have most")
	}
	if a.Query.Suggestion != "" {
		fmt.Fprintf(w, "did you mean %s?\n", a.Query.Suggestion)
	}
	for _, warning := range a.Query.Warnings {
		fmt.Fprintln(w, warning)
	}
	for _, h := range a.Hits {
		h.print(w)
	}
	return nil
}

func (h hit) print(w io.Writer) {
	fmt.Fprintf(w, "\n%s\n  %s, %s · %s\n", orNone(h.Title), orNone(h.Outlet), orNone(h.Date), h.ID)
	for _, passage := range h.Highlights.Body {
		fmt.Fprintf(w, "  %s\n", plain(passage))
	}
	for _, c := range h.Comments.Hits {
		fmt.Fprintf(w, "  comment %d, %s: %s\n", c.N, orNone(c.Author), plain(c.Highlight))
	}
	if h.Explanation != nil {
		h.Explanation.print(w, 0)
	}
}

// plain turns a highlight into a line of text, with the marked words between
// asterisks.
func plain(highlight string) string {
	text := strings.NewReplacer("<mark>", "*", "</mark>", "*").Replace(highlight)
	return strings.Join(strings.Fields(html.UnescapeString(text)), " ")
}

// number is a count with its noun, "1 hit" or "2 hits".
func number(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func orNone(s string) string {
	if s == "" {
		return "unknown"
	}
	return s
}
