package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// Exit codes.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// stdio is what a command reads from, writes to and is configured by.
type stdio struct {
	in  io.Reader
	out io.Writer
	err io.Writer
	env environment
}

// command is one word behind searchd.
type command struct {
	name    string
	args    string   // of the usage line
	summary string   // one line
	help    string   // what it does, with examples
	flags   []string // names of its options
	bare    bool     // takes no arguments behind the options
	run     func(context.Context, stdio, *options) error
}

// commands lists all commands in the order of the help text.
func commands() []command {
	return []command{
		serveCommand(), indexCommand(), searchCommand(), reportCommand(), checkCommand(),
		parseCommand(), analyzeCommand(), splitCommand(), actorsCommand(),
		versionCommand(),
	}
}

// usageError is a mistake of the caller; the command was not started.
type usageError struct{ reason string }

func (e usageError) Error() string { return e.reason }

// errReported ends a command that has already said on standard error or
// output what went wrong.
var errReported = errors.New("reported")

// run executes the command that args name, with the variables of environ
// ("NAME=value" each), and returns the exit code. The
// context's end asks it to finish early and in good order.
func run(ctx context.Context, args []string, in io.Reader, out, errw io.Writer, environ []string) int {
	std := stdio{in: in, out: out, err: errw, env: newEnvironment(environ)}
	std.env.warn(errw)
	name, rest := "serve", args
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		name, rest = args[0], args[1:]
	}
	if name == "help" || len(args) > 0 && isHelp(args[0]) {
		return help(std, rest)
	}
	for _, c := range commands() {
		if c.name == name {
			return execute(ctx, c, std, rest)
		}
	}
	return fail(errw, "searchd", usageError{unknown("command", name, commandNames())})
}

// execute parses the options of a command and runs it.
func execute(ctx context.Context, c command, std stdio, args []string) int {
	opts, err := parseOptions(c, args, std.env)
	if errors.Is(err, flag.ErrHelp) {
		printUsage(std.out, c)
		return exitOK
	}
	if err == nil && c.bare && len(opts.args) > 0 {
		err = usageError{fmt.Sprintf("takes no argument, but there is %q", opts.args[0])}
	}
	if err == nil {
		err = withAdvice(c.run(ctx, std, opts), filepath.Join(opts.dataDir(), archiveName))
	}
	return fail(std.err, "searchd "+c.name, err)
}

// fail says what went wrong and turns it into an exit code.
func fail(w io.Writer, who string, err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errReported):
		return exitFailed
	case errors.As(err, &usage):
		fmt.Fprintf(w, "%s: %v\nRun '%s -h' for its usage.\n", who, err, who)
		return exitUsage
	}
	fmt.Fprintf(w, "%s: %v\n", who, err)
	return exitFailed
}

func isHelp(arg string) bool {
	return arg == "-h" || arg == "-help" || arg == "--help"
}

func commandNames() []string {
	names := []string{"help"}
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return names
}
