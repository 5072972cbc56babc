package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"presseschau/corpus"
)

// Defaults of options.
const (
	defaultListen = "127.0.0.1:8080"
	defaultData   = "searchd-data" // in the working directory
	envPrefix     = "SEARCHD_"
)

// options are the values of a command's flags; each command reads its own.
type options struct {
	corpus       []string // files and folders
	data         string   // "" if not given
	sample       bool     // corpus and data are those of the sample archive
	listen       string
	actors       string // a user's table of actors, or ""
	outlets      string // a user's table of outlets, or ""
	forums       string // likewise of forums
	article      string // id of a stored article, or ""
	columns      columns
	pseudonymise bool
	watch        bool
	jsonl        bool
	json         bool
	explain      bool
	params       url.Values // of the search endpoint
	args         []string   // behind the flags
}

// list is a flag that may be given several times.
type list struct{ values *[]string }

func (l list) String() string { return "" }

func (l list) Set(s string) error {
	if s == "" {
		return errors.New("must not be empty")
	}
	*l.values = append(*l.values, s)
	return nil
}

// columns is a flag that names the columns of tables.
type columns map[string]string

func (c columns) String() string { return "" }

func (c columns) Set(s string) error {
	for pair := range strings.SplitSeq(s, ",") {
		member, name, ok := strings.Cut(pair, "=")
		member, name = strings.TrimSpace(member), strings.TrimSpace(name)
		if !ok || name == "" || !slices.Contains(corpus.ColumnMembers(), member) {
			return fmt.Errorf("%q must be MEMBER=COLUMN, with a member of %s", pair, strings.Join(corpus.ColumnMembers(), ", "))
		}
		c[member] = name
	}
	return nil
}

// newFlags declares the flags of a command.
func newFlags(c command) (*flag.FlagSet, *options) {
	o := &options{params: url.Values{}}
	fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	for _, name := range c.flags {
		declare(fs, o, name)
	}
	return fs, o
}

// declare adds a flag by its name; one that is none of the others is a
// parameter of the search endpoint.
func declare(fs *flag.FlagSet, o *options, name string) {
	switch name {
	case "corpus":
		fs.Var(list{values: &o.corpus}, name, "a file or folder `PATH` of the archive; may be given several times, and stand without the option's name behind the others")
	case "data":
		fs.StringVar(&o.data, name, "", "the folder `DIR` for what is stored, articles and index; by default ./"+defaultData)
	case "listen":
		fs.StringVar(&o.listen, name, defaultListen, "the address `HOST:PORT` to serve at; port 0 takes a free one")
	case "actors":
		fs.StringVar(&o.actors, name, "", "a table `FILE` that adds, renames, merges or blocks actors")
	case "forums":
		fs.StringVar(&o.forums, name, "", "a table `FILE` that adds the markup of forums, as CSS selectors")
	case "outlets":
		fs.StringVar(&o.outlets, name, "", "a table `FILE` that adds outlets, their domains and marks")
	case "article":
		fs.StringVar(&o.article, name, "", "the `ID` of a stored article")
	case "columns":
		o.columns = columns{}
		fs.Var(o.columns, name, "the columns of CSV and TSV as `MEMBER=COLUMN,…`, where their names are not known: title=Schlagzeile,body=Inhalt")
	case "pseudonymise":
		fs.BoolVar(&o.pseudonymise, name, false, "replace the names of comments' authors by pseudonyms while reading, but not names inside texts and titles; the key stays in the data folder")
	case "watch":
		fs.BoolVar(&o.watch, name, false, "follow new, changed and deleted files while serving")
	case "jsonl":
		fs.BoolVar(&o.jsonl, name, false, "read and write one JSON object a line")
	case "json":
		fs.BoolVar(&o.json, name, false, "print the answer as the JSON endpoint gives it")
	case "explain":
		fs.BoolVar(&o.explain, name, false, "say of each hit how its score came about, of each mention of an actor why it is one")
	default:
		param := paramFlag{o.params, strings.Replace(name, "not-", "-", 1)}
		fs.Var(param, name, paramUsage(name))
	}
}

// parseOptions reads flags and, for those not given, variables.
func parseOptions(c command, args []string, env environment) (*options, error) {
	fs, o := newFlags(c)
	if err := parseMixed(fs, o, args); err != nil {
		return nil, flagError(fs, err)
	}
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	var err error
	fs.VisitAll(func(f *flag.Flag) {
		if value := env[variable(f.Name)]; value != "" && !given[f.Name] && err == nil {
			err = setFromEnv(fs, f, value)
		}
	})
	return o, err
}

// parseMixed parses flags that stand before, between and behind arguments; all
// behind "--" is an argument.
func parseMixed(fs *flag.FlagSet, o *options, args []string) error {
	var literal []string
	if i := slices.Index(args, "--"); i >= 0 {
		args, literal = args[:i], args[i+1:]
	}
	for len(args) > 0 {
		if err := fs.Parse(args); err != nil {
			return err
		}
		args = fs.Args()
		if len(args) > 0 {
			o.args = append(o.args, args[0])
			args = args[1:]
		}
	}
	o.args = append(o.args, literal...)
	return nil
}

// setFromEnv sets a flag by its variable; a list's values are separated as in
// PATH.
func setFromEnv(fs *flag.FlagSet, f *flag.Flag, value string) error {
	values := []string{value}
	if _, ok := f.Value.(list); ok {
		values = filepath.SplitList(value)
	}
	for _, v := range values {
		if err := fs.Set(f.Name, v); err != nil {
			return usageError{fmt.Sprintf("variable %s: %q: %v", variable(f.Name), v, err)}
		}
	}
	return nil
}

// flagError makes a clear sentence of the flag package's errors.
func flagError(fs *flag.FlagSet, err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return err
	}
	const undefined = "flag provided but not defined: -"
	name, ok := strings.CutPrefix(err.Error(), undefined)
	if !ok {
		return usageError{err.Error()}
	}
	var names []string
	fs.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	return usageError{unknown("option", strings.TrimPrefix(name, "-"), names)}
}

// variable is the name of the variable that sets a flag.
func variable(flagName string) string {
	return envPrefix + strings.ToUpper(strings.ReplaceAll(flagName, "-", "_"))
}

// dataDir is the data folder that was named, or the default one.
func (o *options) dataDir() string {
	if o.data != "" {
		return o.data
	}
	return defaultData
}

// withoutInput are the paths but that of standard input.
func withoutInput(paths []string) []string {
	return slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return p == corpus.Input })
}

// existing checks that every path is there, so that a typing error is told
// before anything is stored.
func existing(paths []string) error {
	for _, p := range paths {
		if p == corpus.Input {
			return usageError{"reads standard input at 'searchd index --corpus -' only"}
		}
		if _, err := os.Stat(p); err != nil {
			return fmt.Errorf("corpus path %s: %w", p, errors.Unwrap(err))
		}
	}
	return nil
}
