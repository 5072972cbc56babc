package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"presseschau/actors"
)

func actorsCommand() command {
	return command{
		name:    "actors",
		args:    "[--explain | --jsonl] [FILE | --article ID --data DIR]",
		summary: "shows the persons, organisations and states that a text names",
		help: `Prints the actors that a text names, each under its canonical name, with the forms
in which it stands in the text. Without FILE it reads standard input.

  searchd actors bericht.txt
  echo 'US-Präsident Trump sprach mit Putin.' | searchd actors
  searchd actors --explain bericht.txt           says why each mention is one
  searchd actors --article ID --data DIR         of an article that is stored
  searchd actors --jsonl < texts.jsonl

With --jsonl each line {"id","title","text","date"} becomes a line {"id","actors":[{"id",
"name","type","mentions":[{"field","start","end","text"}]}]}. Places count in bytes.
The date, which may be missing, tells who held an office: die Bundeskanzlerin.

--actors FILE is a table of your own, UTF-8, tabs between columns, an actor a line:

  id              type    name              aliases             country  role
  org:kgn         org     Kreisgruppe Nord  KGN|Nordgruppe               a new actor
  org:nato        org     Nordatlantikpakt                               another name
  org:eads        org     = org:airbus                                   merged into another
  person:max-m    person  -                                              blocked

id is person:, org: or state: and a name of your choice. A mark before an alias says what
must be there for it to count: ? a word of the column role or the country in the text, ! a
word of that column right before it, " quotation marks or a word of the press, ^ no noun
behind it. An adjective that ends in ~ is inflected.`,
		flags: []string{"actors", "article", "data", "explain", "jsonl"},
		run:   runActors,
	}
}

func runActors(ctx context.Context, std stdio, opts *options) error {
	recognizer, err := openActors(opts.actors)
	if err != nil {
		return err
	}
	if opts.article != "" {
		return storedActors(ctx, std, opts, recognizer)
	}
	if std.in, err = fileOrInput(std, opts.args); err != nil {
		return err
	}
	if file, ok := std.in.(io.Closer); ok && len(opts.args) > 0 {
		defer file.Close()
	}
	if opts.jsonl {
		return eachLine(ctx, std, actorsLine(recognizer))
	}
	text, err := io.ReadAll(std.in)
	if err != nil {
		return fmt.Errorf("read the text: %w", err)
	}
	e := &evidence{recognizer: recognizer, texts: []actors.Section{{Role: actors.Body, Text: string(text)}}}
	e.found = recognizer.Find(e.texts, "")
	return e.show(std.out, opts.explain)
}

// storedActors prints the actors of an article of an archive.
func storedActors(ctx context.Context, std stdio, opts *options, recognizer *actors.Recognizer) error {
	if len(opts.args) != 0 || opts.jsonl {
		return usageError{"--article goes with no file and no --jsonl"}
	}
	e, err := articleEvidence(ctx, recognizer, opts.dataDir(), opts.article)
	if err != nil {
		return err
	}
	return e.show(std.out, opts.explain)
}

// openActors loads the knowledge base, with the user's table if there is one.
func openActors(table string) (*actors.Recognizer, error) {
	var opts actors.Options
	if table != "" {
		extra, err := os.ReadFile(table)
		if err != nil {
			return nil, fmt.Errorf("read the table of actors: %w", err)
		}
		opts.Extra = bytes.NewReader(extra)
	}
	recognizer, err := actors.New(opts)
	if err != nil {
		return nil, fmt.Errorf("load the actors: %w", err)
	}
	return recognizer, nil
}

// fileOrInput is the one file that is named, else standard input.
func fileOrInput(std stdio, args []string) (io.Reader, error) {
	switch len(args) {
	case 0:
		return std.in, nil
	case 1:
		f, err := os.Open(args[0])
		if err != nil {
			return nil, err
		}
		return f, nil
	}
	return nil, usageError{"takes one file"}
}

// mentionJSON is a place at which an actor is named, as --jsonl prints it.
type mentionJSON struct {
	Field string `json:"field"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// actorJSON is an actor as --jsonl prints it.
type actorJSON struct {
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Type     string        `json:"type"`
	Mentions []mentionJSON `json:"mentions"`
}

// actorsLine turns {"id","title","text","date"} into {"id","actors"}.
func actorsLine(recognizer *actors.Recognizer) func([]byte) ([]byte, error) {
	return func(in []byte) ([]byte, error) {
		var doc struct {
			ID    json.RawMessage `json:"id"`
			Title string          `json:"title"`
			Text  string          `json:"text"`
			Date  string          `json:"date"`
		}
		if err := json.Unmarshal(in, &doc); err != nil {
			return nil, err
		}
		texts := []actors.Section{{Role: actors.Title, Text: doc.Title}, {Role: actors.Body, Text: doc.Text}}
		found := recognizer.Find(texts, doc.Date)
		list := make([]actorJSON, len(found))
		for i, a := range found {
			list[i] = actorJSON{a.ID, a.Name, string(a.Type), mentionsJSON(texts, a.Mentions)}
		}
		return jsonLine(struct {
			ID     json.RawMessage `json:"id"`
			Actors []actorJSON     `json:"actors"`
		}{doc.ID, list})
	}
}

func mentionsJSON(texts []actors.Section, mentions []actors.Mention) []mentionJSON {
	list := make([]mentionJSON, len(mentions))
	for i, m := range mentions {
		field := "text"
		if texts[m.Section].Role == actors.Title {
			field = "title"
		}
		list[i] = mentionJSON{field, m.Start, m.End, m.Text}
	}
	return list
}

// printActors prints a table with a row for each actor.
func printActors(w io.Writer, found []actors.Actor) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "type\tname\tmentions\tforms")
	for _, a := range found {
		fmt.Fprintf(tw, "%s\t%s\t%d\t%s\n", a.Type, a.Name, len(a.Mentions), strings.Join(forms(a.Mentions), ", "))
	}
	return tw.Flush()
}

// forms lists the different texts of mentions in their order.
func forms(mentions []actors.Mention) []string {
	var list []string
	seen := map[string]bool{}
	for _, m := range mentions {
		if !seen[m.Text] {
			seen[m.Text] = true
			list = append(list, m.Text)
		}
	}
	return list
}
