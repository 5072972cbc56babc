package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestServeRefusesWhatHasNoEffect starts servers of a stored archive with
// options of reading.
func TestServeRefusesWhatHasNoEffect(t *testing.T) {
	_, data := imported(t, 1)
	none := filepath.Join(data, "none.tsv")
	for _, tc := range []struct {
		option, want string
		status       int
	}{
		{"--pseudonymise", "--pseudonymise works while reading: name the folders with --corpus", exitUsage},
		{"--actors=" + none, "read the table of actors: open " + none, exitFailed},
		{"--outlets=" + none, "read the table of outlets: open " + none, exitFailed},
	} {
		status, out, errs := call(t, nil, "", "serve", "--data", data, "--listen", "127.0.0.1:0", tc.option)
		if status != tc.status || out != "" || !strings.Contains(errs, tc.want) {
			t.Errorf("%s: exit code %d, output %q, error %q, want code %d and %q", tc.option, status, out, errs, tc.status, tc.want)
		}
	}
}
