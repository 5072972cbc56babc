package actors

import (
	"bufio"
	"embed"
	"errors"
	"fmt"
	"io"
	"strings"
)

//go:embed kb/*.tsv
var kbFiles embed.FS

// maxLine is the longest line of a knowledge base, in bytes.
const maxLine = 64 << 10

// entry is a line of a knowledge base.
type entry struct {
	id      string
	kind    Type
	name    string
	aliases []string // with their marks, see alias
	country string   // ISO 3166-1 alpha-2 code in lower case, or ""
	context []string // words that tell the actor from its namesakes
	note    string
	origin  string // file and line, "persons.tsv:12"
	blocked bool   // by the user: its names are no actor's
}

// columns of a knowledge base: id, type, name, aliases, country, role, note.
const columns = 7

func readEmbedded() ([]entry, error) {
	var all []entry
	for _, name := range []string{"states", "orgs", "persons"} {
		f, err := kbFiles.Open("kb/" + name + ".tsv")
		if err != nil {
			return nil, err
		}
		part, err := readEntries(f, name+".tsv")
		if err = errors.Join(err, f.Close()); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, part...)
	}
	return all, nil
}

// readEntries reads the lines of a knowledge base. Empty lines and lines that
// begin with # are skipped; columns at the end may be left out. The file's name is
// for Origin.
func readEntries(r io.Reader, file string) ([]entry, error) {
	var entries []entry
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimRight(strings.TrimPrefix(in.Text(), "\ufeff"), "\r\t ")
		if line == "" || line[0] == '#' {
			continue
		}
		e, err := parseEntry(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		e.origin = fmt.Sprintf("%s:%d", file, n)
		entries = append(entries, e)
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("after %d entries: %w", len(entries), err)
	}
	return entries, nil
}

func parseEntry(line string) (entry, error) {
	cols := strings.Split(line, "\t")
	if len(cols) > columns {
		return entry{}, fmt.Errorf("%d columns instead of at most %d", len(cols), columns)
	}
	for len(cols) < columns {
		cols = append(cols, "")
	}
	for i := range cols {
		cols[i] = strings.TrimSpace(cols[i])
	}
	e := entry{id: cols[0], kind: Type(cols[1]), name: cols[2], aliases: list(cols[3]),
		country: strings.ToLower(cols[4]), context: list(cols[5]), note: cols[6]}
	if e.kind != Person && e.kind != Org && e.kind != State {
		return entry{}, fmt.Errorf("type %q instead of person, org or state", cols[1])
	}
	if !strings.HasPrefix(e.id, string(e.kind)+":") || len(e.id) == len(e.kind)+1 {
		return entry{}, fmt.Errorf("id %q does not begin with %q", e.id, string(e.kind)+":")
	}
	if e.name == "" {
		return entry{}, fmt.Errorf("%s has no name", e.id)
	}
	return e, nil
}

// list splits a column at its bars.
func list(col string) []string {
	if col == "" {
		return nil
	}
	var items []string
	for _, s := range strings.Split(col, "|") {
		if s = strings.TrimSpace(s); s != "" {
			items = append(items, s)
		}
	}
	return items
}

// merge applies a user's entries to the embedded ones.
func merge(entries, extra []entry) ([]entry, error) {
	at := make(map[string]int, len(entries)+len(extra))
	for i, e := range entries {
		at[e.id] = i
	}
	gone := make(map[int]bool)
	for _, x := range extra {
		i, known := at[x.id]
		target, merged := strings.CutPrefix(x.name, "= ")
		switch {
		case x.name == "-" && known:
			entries[i].blocked = true
		case x.name == "-":
			return nil, fmt.Errorf("%s is blocked, but nothing has this id", x.id)
		case merged && !known:
			return nil, fmt.Errorf("%s is merged into %s, but nothing has this id", x.id, target)
		case merged:
			to, ok := at[target]
			if !ok || to == i {
				return nil, fmt.Errorf("%s is merged into %s, which is not another actor's id", x.id, target)
			}
			entries[to].origin += ", " + x.origin
			entries[to].aliases = append(entries[to].aliases, entries[i].name)
			entries[to].aliases = append(entries[to].aliases, entries[i].aliases...)
			gone[i] = true
		case known:
			entries[i] = overlay(entries[i], x)
		default:
			at[x.id] = len(entries)
			entries = append(entries, x)
		}
	}
	kept := entries[:0]
	for i, e := range entries {
		if !gone[i] {
			kept = append(kept, e)
		}
	}
	return kept, nil
}

// overlay renames an actor and adds aliases and context to it. Its former name
// stays an alias.
func overlay(old, x entry) entry {
	if x.name != old.name {
		old.aliases = append(old.aliases, old.name)
		old.name = x.name
	}
	old.origin += ", " + x.origin
	old.aliases = append(old.aliases, x.aliases...)
	old.context = append(old.context, x.context...)
	if x.country != "" {
		old.country = x.country
	}
	return old
}
