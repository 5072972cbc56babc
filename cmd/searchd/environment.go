package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// environment holds the variables that begin with envPrefix, by their names.
type environment map[string]string

// newEnvironment picks them out of a list as os.Environ gives it.
func newEnvironment(environ []string) environment {
	env := environment{}
	for _, pair := range environ {
		if name, value, ok := strings.Cut(pair, "="); ok && strings.HasPrefix(name, envPrefix) {
			env[name] = value
		}
	}
	return env
}

// warn names the variables that set no option of any command, which are
// typing errors more likely than not.
func (env environment) warn(w io.Writer) {
	known := variables()
	for _, name := range slices.Sorted(maps.Keys(env)) {
		if !slices.Contains(known, name) {
			fmt.Fprintf(w, "searchd: warning: %s\n", unknown("variable", name, known))
		}
	}
}

// variables lists the names of the variables that set options, in the order of
// the commands.
func variables() []string {
	var names []string
	for _, c := range commands() {
		for _, f := range c.flags {
			names = append(names, variable(f))
		}
	}
	return names
}
