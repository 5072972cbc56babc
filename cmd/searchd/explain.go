package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"presseschau/analyzers"
)

// printExplanations prints a paragraph for each word of a text: how it was
// read, step by step, and its terms.
func printExplanations(w io.Writer, analyzer *analyzers.Analyzer, text string) error {
	out := bufio.NewWriter(w)
	for i, e := range analyzer.Explain(text) {
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "%d. %s\n", e.Position, oneLine(e.Word))
		printStep(out, "token", tokenNote(&e))
		for _, c := range e.Components {
			printComponent(out, &c)
		}
		for _, t := range e.Tokens {
			printStep(out, t.Kind.String(), string(t.Term)+partNote(text, &e, t))
		}
	}
	return out.Flush()
}

func printStep(w io.Writer, name, text string) { fmt.Fprintf(w, "   %-8s  %s\n", name, text) }

// oneLine writes a word that is divided at a line's end in one line.
func oneLine(word string) string { return strings.Join(strings.Fields(word), " ") }

// tokenNote says what the tokenizer makes of a word.
func tokenNote(e *analyzers.Explanation) string {
	note := fmt.Sprintf("%s, bytes %d-%d", e.Class, e.Start, e.End)
	if e.Opening {
		note += ", may begin a sentence"
	}
	if e.Elliptic {
		note += ", its head comes later"
	}
	return note
}

// printComponent prints how a component was looked up.
func printComponent(w io.Writer, c *analyzers.Component) {
	form := c.Form
	if c.Found != c.Form {
		form += " as " + c.Found
	}
	printStep(w, "look up", form+": "+sourceName(c.Source))
	if len(c.Segments) > 0 {
		printStep(w, "compound", strings.Join(c.Segments, "|"))
	}
	for _, r := range c.Readings {
		reading := r.Form + " as another word: " + r.Lemma
		if r.Noun {
			reading = r.Form + " as a noun or name: " + r.Lemma
		}
		if len(c.Readings) > 1 && r.Chosen {
			reading += " (chosen)"
		}
		printStep(w, "reading", reading)
	}
}

func sourceName(s analyzers.Source) string {
	switch s {
	case analyzers.FromLexicon:
		return "in the lexicon"
	case analyzers.FromHead:
		return "by the head of the compound"
	case analyzers.FromGender:
		return "by the word before the gender mark"
	case analyzers.FromBase:
		return "not in the lexicon, by the word that it is derived from"
	case analyzers.FromEnding:
		return "not in the lexicon, by the ending"
	}
	return "as written"
}

// partNote shows the stretch of the text that a part stands for.
func partNote(text string, e *analyzers.Explanation, t analyzers.Token) string {
	if t.Kind != analyzers.Part {
		return ""
	}
	if t.Start == e.Start && t.End == e.End {
		return " (a related word)"
	}
	return fmt.Sprintf(" (%s, bytes %d-%d)", oneLine(text[t.Start:t.End]), t.Start, t.End)
}
