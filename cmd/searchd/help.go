package main

import (
	"flag"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// help prints the list of commands, or the usage of the one that is named.
func help(std stdio, args []string) int {
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		for _, c := range commands() {
			if c.name == args[0] {
				printUsage(std.out, c)
				return exitOK
			}
		}
		return fail(std.err, "searchd", usageError{unknown("command", args[0], commandNames())})
	}
	printOverview(std.out)
	return exitOK
}

func printOverview(w io.Writer) {
	fmt.Fprint(w, `searchd searches archives of German news: articles and their readers' comments.

usage: searchd [command] [options] [arguments]

Without a command it serves the sample archive at http://`+defaultListen+`

`)
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, c := range commands() {
		fmt.Fprintf(tw, "  %s\t%s\n", c.name, c.summary)
	}
	tw.Flush()
	fmt.Fprint(w, `
'searchd help COMMAND' shows the options and examples of a command. Every option
can also be set by a variable: --data by SEARCHD_DATA, --corpus by SEARCHD_CORPUS.
Exit codes: 0 done, 1 failed, 2 wrong usage.
`)
}

// printUsage prints the usage line, the help text and the options of a command.
func printUsage(w io.Writer, c command) {
	fmt.Fprintf(w, "usage: searchd %s %s\n\n%s\n", c.name, c.args, strings.TrimSpace(c.help))
	fs, _ := newFlags(c)
	first := true
	fs.VisitAll(func(f *flag.Flag) {
		if first {
			fmt.Fprint(w, "\noptions:\n")
			first = false
		}
		arg, usage := flag.UnquoteUsage(f)
		fmt.Fprintf(w, "  --%s\n        %s%s (%s)\n", strings.TrimSpace(f.Name+" "+arg), usage, defaultNote(f), variable(f.Name))
	})
}

func defaultNote(f *flag.Flag) string {
	if f.DefValue == "" || f.DefValue == "false" {
		return ""
	}
	return fmt.Sprintf(", by default %s", f.DefValue)
}
