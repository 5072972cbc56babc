package corpus

import (
	"bufio"
	_ "embed" // the table
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
)

//go:embed data/outlets.tsv
var outletTable string

// Outlets knows the names of the outlets of the German-speaking press: which
// name is meant by an alias or a domain, and by what marks the furniture of
// their pages tells them. It may be used by several goroutines at once.
type Outlets struct {
	byName   map[string]string       // folded name or alias to canonical name
	byDomain map[string]string       // "spiegel.de" to canonical name
	common   map[string]bool         // folded names that are words of the language
	marks    map[string][]outletMark // by the first word of the phrase, the longest first
	sights   *lexicon[[]outletMark]  // the same, for the words of lines
	noLead   map[string]bool         // canonical names of outlets whose pages open without a lead
	opens    map[string]bool         // first words of names
	small    map[string]bool         // names that are written in small letters
}

// NewOutlets builds the table from the built-in data and the extra tables, of
// which later ones win. A table is UTF-8, a line for each outlet with the
// columns name, aliases, domains, marks and layout, separated by tabs, their
// values separated by "|"; lines that begin with # are comments, columns at
// the end may be left out.
func NewOutlets(extra ...io.Reader) (*Outlets, error) {
	o := &Outlets{byName: map[string]string{}, byDomain: map[string]string{}, noLead: map[string]bool{}, opens: map[string]bool{}, small: map[string]bool{}, common: map[string]bool{}, marks: map[string][]outletMark{}}
	if err := o.add(strings.NewReader(outletTable)); err != nil {
		return nil, fmt.Errorf("read built-in outlets: %w", err)
	}
	for _, r := range extra {
		if err := o.add(r); err != nil {
			return nil, fmt.Errorf("read outlets: %w", err)
		}
	}
	o.sights = newLexicon(o.marks)
	return o, nil
}

// Columns of the table.
const (
	outletName = iota
	outletAliases
	outletDomains
	outletMarks
	outletLayout
	outletColumns
)

func (o *Outlets) add(r io.Reader) error {
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(strings.TrimPrefix(lines.Text(), bom8), "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(line, "\t")
		name := cleanLine(columns[outletName])
		if name == "" || len(columns) > outletColumns {
			return fmt.Errorf("line %d: want name, aliases, domains, marks, layout, separated by tabs", n)
		}
		columns = append(columns, make([]string, outletColumns-len(columns))...)
		o.row(name, columns)
	}
	return lines.Err()
}

func (o *Outlets) row(name string, columns []string) {
	layout := values(columns[outletLayout])
	hidden := slices.Contains(layout, "hidden")
	word := slices.Contains(layout, "word")
	if slices.Contains(layout, "nolead") {
		o.noLead[name] = true
	}
	for _, alias := range append(values(columns[outletAliases]), name) {
		o.byName[fold(alias)] = name
		delete(o.common, fold(alias))
		if hidden || word && !strings.ContainsAny(alias, " .") {
			o.common[fold(alias)] = true
		} else {
			o.mayStand(alias)
		}
		if !hidden {
			o.addMark(alias, name, markName)
		}
	}
	kind := markHost
	if slices.Contains(layout, "freemail") {
		kind = markPortal
	}
	for _, domain := range values(columns[outletDomains]) {
		o.byDomain[lower(domain)] = name
		o.addMark(domain, name, kind)
	}
	for _, mark := range values(columns[outletMarks]) {
		o.addMark(mark, name, markPhrase)
	}
}

// mayStand notes that a name may be on a line or in a sign-off by itself.
func (o *Outlets) mayStand(alias string) {
	if alias == fold(alias) {
		o.small[alias] = true
	}
	word, _, _ := strings.Cut(fold(alias), " ")
	o.opens[word] = true
}

// values are the values of a column.
func values(column string) (out []string) {
	for v := range strings.SplitSeq(column, "|") {
		if v = cleanLine(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// mayOpen tells whether a name or domain that is known may be at the beginning
// of a folded line.
func (o *Outlets) mayOpen(folded string) bool {
	word, _, _ := strings.Cut(folded, " ")
	return o.opens[word] || o.opens[strings.TrimSuffix(strings.TrimSuffix(word, "-startseite"), "-homepage")] || strings.IndexByte(word, '.') >= 0 || strings.IndexByte(word, '+') >= 0 || word == "verlag"
}

// Canonical is the name under which an outlet is known, given that name, an
// alias or a domain. An unknown one stays as it is.
func (o *Outlets) Canonical(name string) string {
	if name == "" {
		return ""
	}
	if known := o.meant(fold(name)); known != "" {
		return known
	}
	return name
}

// meant looks a folded name, alias or domain up of which it is known that it is
// an outlet's; "" if it is not in the table.
func (o *Outlets) meant(folded string) string {
	if name := o.byName[folded]; name != "" {
		return name
	}
	return o.domain(folded)
}

// known looks up what stands somewhere on a page; "" if it is not in the table,
// or is rather a word of the language.
func (o *Outlets) known(folded string) string {
	if o.common[folded] {
		return ""
	}
	return o.meant(folded)
}

// names is the first of the outlets of which folded words are nothing but the
// names: "die welt welt am sonntag berliner morgenpost"; "" if they are not.
func (o *Outlets) names(words []string) (first string) {
	const longest = 6 // words of a name
	for len(words) > 0 {
		n := min(longest, len(words))
		name := ""
		if !o.opens[words[0]] && !slices.ContainsFunc(words[:n], hasDot) {
			return "" // neither a name nor a domain
		}
		for ; n > 0 && name == ""; n-- {
			name = o.known(strings.Join(words[:n], " "))
		}
		if name == "" {
			return ""
		}
		if first == "" {
			first = name
		}
		words = words[n+1:]
	}
	return first
}

func hasDot(s string) bool { return strings.IndexByte(s, '.') >= 0 }

// ByURL is the outlet of an address: its canonical name, else its host; ""
// if raw is no address.
func (o *Outlets) ByURL(raw string) string {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		return ""
	}
	host := lower(cleanLine(u.Hostname())) // addresses are written with soft hyphens at times
	if known := o.domain(host); known != "" {
		return known
	}
	return strings.TrimPrefix(host, "www.")
}

// domain looks a host up, without more and more of its subdomains; "" if it is
// not known.
func (o *Outlets) domain(host string) string {
	if !strings.Contains(host, ".") {
		return ""
	}
	host = lower(host)
	for strings.Contains(host, ".") {
		if known := o.byDomain[host]; known != "" {
			return known
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return ""
}

// fold makes two spellings of a phrase comparable.
func fold(s string) string { return lower(cleanLine(s)) }
