package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares text with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		writeFile(t, path, got)
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not what is printed (rewrite it with -update):\n%s", path, got)
	}
}

// TestParsePrintsDocuments shows each document with a member a line.
func TestParsePrintsDocuments(t *testing.T) {
	for _, name := range []string{"page.txt", "plain.jsonl"} {
		status, out, errs := call(t, nil, "", "parse", filepath.Join("testdata", name))
		if status != exitOK || errs != "" {
			t.Fatalf("searchd parse %s: exit code %d, error %q", name, status, errs)
		}
		var shown bytes.Buffer
		for line := range strings.Lines(out) {
			if err := json.Indent(&shown, []byte(line), "", "  "); err != nil {
				t.Fatalf("searchd parse %s prints %q: %v", name, line, err)
			}
			shown.WriteByte('\n')
		}
		golden(t, name+".golden", shown.String())
	}
}

// TestParseOutputIsInput reads what was printed.
func TestParseOutputIsInput(t *testing.T) {
	_, first, _ := call(t, nil, "", "parse", "testdata")
	path := filepath.Join(t.TempDir(), "again.jsonl")
	writeFile(t, path, first)
	_, second, errs := call(t, nil, "", "parse", path)
	if errs != "" || withoutSource(t, first) != withoutSource(t, second) {
		t.Errorf("printed, read and printed again:\n%s\nbefore:\n%s\nerrors: %s", second, first, errs)
	}
}

func withoutSource(t *testing.T, lines string) string {
	t.Helper()
	var sb strings.Builder
	for line := range strings.Lines(lines) {
		var doc map[string]any
		if err := json.Unmarshal([]byte(line), &doc); err != nil {
			t.Fatal(err)
		}
		delete(doc, "source")
		text, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		sb.Write(text)
		sb.WriteByte('\n')
	}
	return sb.String()
}

// TestLineCommands shows the forms that are printed; whether the German is
// right is tested where it is made.
func TestLineCommands(t *testing.T) {
	for _, tc := range []struct{ name, args, input string }{
		{"analyze", "analyze", "Waren Putins Geheimdienst-\ninformationen US-Fuehrer Politiker:innen 20.09.2015"},
		{"analyze.jsonl", "analyze --jsonl", `{"id":1,"text":"Für Putin"}` + "\n\n" + `{"id":"b","text":""}` + "\n"},
		{"split", "split", "Haustür\n\nHaus\r\nPutin"},
		{"actors", "actors", "US-Präsident Barack Obama sprach in Berlin mit Angela Merkel. Merkel dankte Obama."},
		{"actors.jsonl", "actors --jsonl", `{"id":"x","title":"Merkel in Moskau","text":"Angela Merkel traf Wladimir Putin."}`},
	} {
		status, out, errs := call(t, nil, tc.input, strings.Fields(tc.args)...)
		if status != exitOK || errs != "" {
			t.Errorf("searchd %s: exit code %d, error %q", tc.args, status, errs)
		}
		golden(t, tc.name+".golden", out)
	}
}

func TestLineCommandsNameBadLines(t *testing.T) {
	input := `{"id":1,"text":"a"}` + "\n{half\n" + `{"id":3,"text":"b"}` + "\n" + `{"id":4,"text":5}`
	for _, command := range []string{"analyze", "actors"} {
		status, out, errs := call(t, nil, input, command, "--jsonl")
		if status != exitOK || strings.Count(out, "\n") != 2 || !strings.Contains(errs, "standard input:2: ") || !strings.Contains(errs, "standard input:4: ") {
			t.Errorf("searchd %s: exit code %d, output %q, error %q", command, status, out, errs)
		}
	}
}

func TestLongLinesAreSkipped(t *testing.T) {
	long := strings.Repeat("a", maxLine+1)
	var got []string
	for l := range readLines(strings.NewReader("eins\n" + long + "\r\n\nzwei\n" + long + "\ndrei")) {
		if l.err != nil {
			got = append(got, l.err.Error())
			continue
		}
		got = append(got, string(l.text))
	}
	want := "eins, is longer than 32 MB, zwei, is longer than 32 MB, drei"
	if strings.Join(got, ", ") != want {
		t.Errorf("read %.200q, want %s", got, want)
	}
}
