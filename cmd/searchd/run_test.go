package main

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
)

// call runs searchd in this process.
func call(t *testing.T, env map[string]string, input string, args ...string) (status int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	var environ []string
	for name, value := range env {
		environ = append(environ, name+"="+value)
	}
	status = run(t.Context(), args, strings.NewReader(input), &o, &e, environ)
	return status, o.String(), e.String()
}

func TestRunTellsWrongUsage(t *testing.T) {
	for _, tc := range []struct{ args, want string }{
		{"serv", `unknown command "serv"; did you mean "serve"?`},
		{"frobnicate", `unknown command "frobnicate"`},
		{"help prase", `unknown command "prase"; did you mean "parse"?`},
		{"index --corpsu x", `unknown option "corpsu"; did you mean "corpus"?`},
		{"parse --zzzzzz x", `unknown option "zzzzzz"`},
		{"index --corpus", `flag needs an argument`},
		{"index", `needs --corpus PATH`},
		{"parse", `needs a PATH`},
		{"serve --watch", `--watch needs --corpus PATH`},
		{"serve --watch=maybe", `invalid boolean value`},
		{"--lisen :0", `unknown option "lisen"; did you mean "listen"?`},
		{"actors a b", `takes one file`},
		{"version x", `takes no argument, but there is "x"`},
		{"split Haus", `takes no argument, but there is "Haus"`},
		{"check x --data y", `takes no argument, but there is "x"`},
		{"analyze --jsonl x", `takes no TEXT`},
	} {
		status, out, errs := call(t, nil, "", strings.Fields(tc.args)...)
		if status != exitUsage || out != "" || !strings.Contains(errs, tc.want) {
			t.Errorf("searchd %s: exit code %d, output %q, error %q, want code 2 and %q", tc.args, status, out, errs, tc.want)
		}
	}
}

func TestRunTellsWhatFailed(t *testing.T) {
	empty := t.TempDir()
	for _, tc := range []struct{ args, want string }{
		{"parse " + empty + "/nothing.txt", "nothing.txt: no such file or directory"},
		{"index --corpus " + empty + "/nothing", "nothing: no such file or directory"},
		{"search --data " + empty + " x", "there is no archive in " + empty},
		{"check --data " + empty, "there is no archive in " + empty},
		{"serve --data " + empty, "there is no archive in " + empty},
		{"actors --actors " + empty + "/none.tsv", "read the table of actors"},
		{"parse --forums " + empty + "/none.tsv " + empty, "read the table of forums"},
		{"parse --outlets " + empty + "/none.tsv " + empty, "read the table of outlets"},
	} {
		status, out, errs := call(t, nil, "", strings.Fields(tc.args)...)
		if status != exitFailed || out != "" || !strings.Contains(errs, tc.want) {
			t.Errorf("searchd %s: exit code %d, output %q, error %q, want code 1 and %q", tc.args, status, out, errs, tc.want)
		}
	}
}

func TestHelpShowsEveryCommandAndOption(t *testing.T) {
	_, overview, _ := call(t, nil, "", "help")
	for _, c := range commands() {
		if !strings.Contains(overview, "\n  "+c.name+" ") || !strings.Contains(overview, c.summary) {
			t.Errorf("the overview does not show %s", c.name)
		}
		_, short, _ := call(t, nil, "", c.name, "-h")
		status, long, _ := call(t, nil, "", "help", c.name)
		if status != exitOK || short != long {
			t.Errorf("%s: -h and help differ, exit code %d", c.name, status)
		}
		fs, _ := newFlags(c)
		fs.VisitAll(func(f *flag.Flag) {
			if !strings.Contains(long, "--"+f.Name) || !strings.Contains(long, variable(f.Name)) {
				t.Errorf("the usage of %s does not show --%s and %s", c.name, f.Name, variable(f.Name))
			}
		})
	}
}

func TestOptions(t *testing.T) {
	none := map[string]string{}
	for _, tc := range []struct {
		args  string
		env   map[string]string
		value func(*options) string
		want  string
	}{
		{"", none, func(o *options) string { return o.listen }, defaultListen},
		{"--listen :1", none, func(o *options) string { return o.listen }, ":1"},
		{"", map[string]string{"SEARCHD_LISTEN": ":2"}, func(o *options) string { return o.listen }, ":2"},
		{"--listen :1", map[string]string{"SEARCHD_LISTEN": ":2"}, func(o *options) string { return o.listen }, ":1"},
		{"", none, func(o *options) string { return o.dataDir() }, defaultData},
		{"--corpus a --corpus b", none, func(o *options) string { return strings.Join(o.corpus, " ") }, "a b"},
		{"--corpus a b --data d c", none, func(o *options) string { return o.data + strings.Join(o.args, " ") }, "db c"},
		{"-- --data", none, func(o *options) string { return o.data + strings.Join(o.args, " ") }, "--data"},
		{"", map[string]string{"SEARCHD_CORPUS": "a" + string(os.PathListSeparator) + "b"}, func(o *options) string { return strings.Join(o.corpus, " ") }, "a b"},
		{"--corpus c", map[string]string{"SEARCHD_CORPUS": "a"}, func(o *options) string { return strings.Join(o.corpus, " ") }, "c"},
	} {
		o, err := parseOptions(serveCommand(), strings.Fields(tc.args), tc.env)
		if err != nil {
			t.Errorf("%q %v: %v", tc.args, tc.env, err)
		} else if got := tc.value(o); got != tc.want {
			t.Errorf("%q %v gives %q, want %q", tc.args, tc.env, got, tc.want)
		}
	}
}

func TestOptionsRefuseWrongVariables(t *testing.T) {
	_, err := parseOptions(serveCommand(), nil, environment{"SEARCHD_WATCH": "perhaps"})
	if err == nil || !strings.Contains(err.Error(), "variable SEARCHD_WATCH") {
		t.Errorf("got error %v, want one that names the variable", err)
	}
}

func TestUnknownVariablesAreNamed(t *testing.T) {
	status, _, errs := call(t, map[string]string{"SEARCHD_CORPSU": "a", "SEARCHD_NOT_OUTLET": "b", "PATH": "c"}, "", "version")
	want := "searchd: warning: unknown variable \"SEARCHD_CORPSU\"; did you mean \"SEARCHD_CORPUS\"?\n"
	if status != exitOK || errs != want {
		t.Errorf("exit code %d, error %q, want %q", status, errs, want)
	}
}

// TestSearchOptionsDiffer finds options that are not described each by its own
// sentence.
func TestSearchOptionsDiffer(t *testing.T) {
	seen := map[string]string{}
	for _, name := range searchParams() {
		usage := paramUsage(name)
		if other, ok := seen[usage]; ok || usage == paramUsage("") {
			t.Errorf("--%s is described as --%s is: %s", name, other, usage)
		}
		seen[usage] = name
	}
}

func TestEdits(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "", 1}, {"", "ab", 2}, {"serve", "serve", 0}, {"serv", "serve", 1},
		{"prase", "parse", 2}, {"index", "indes", 1}, {"kitten", "sitting", 3},
	} {
		if got := edits(tc.a, tc.b); got != tc.want {
			t.Errorf("edits(%q, %q) = %d, want %d", tc.a, tc.b, got, tc.want)
		}
	}
}

func TestVersion(t *testing.T) {
	status, out, _ := call(t, nil, "", "version")
	if status != exitOK || !strings.HasPrefix(out, "searchd ") || strings.Count(out, "\n") != 1 {
		t.Errorf("searchd version: exit code %d, output %q", status, out)
	}
}
