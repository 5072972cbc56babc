package main

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"presseschau/web"
)

// Nothing outside the corpus is opened, and nothing that is no file.
func TestOriginals(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	writeFile(t, in("corpus/a.txt"), "innen")
	writeFile(t, in("corpus/b#1.txt"), "mit Zeichen")
	writeFile(t, in("corpus/l.jsonl"), "eins\nzwei\n")
	writeFile(t, in("corpus/data/archive.sqlite"), "eigenes")
	writeFile(t, in("single.txt"), "einzeln")
	writeFile(t, in("secret.txt"), "geheim")
	writeFile(t, in("corpus2/c.txt"), "nebenan")
	for link, to := range map[string]string{"corpus/out.txt": in("secret.txt"), "corpus/up": in("corpus2"), "corpus/in.txt": "a.txt"} {
		if err := os.Symlink(to, in(link)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(in("corpus/pipe.txt"), 0o600); err != nil {
		t.Fatal(err)
	}
	o := &originals{paths: []string{in("corpus"), in("single.txt"), in("missing")}, dir: in("corpus/data")}
	for _, c := range []struct{ source, want string }{
		{in("corpus/a.txt"), "innen"},
		{in("corpus/in.txt"), "innen"},
		{in("corpus/l.jsonl") + "#2", "zwei"},
		{in("corpus/l.jsonl") + "#3", ""},
		{in("corpus/b#1.txt"), "mit Zeichen"},
		{in("single.txt"), "einzeln"},
		{in("secret.txt"), ""},
		{in("corpus/out.txt"), ""},
		{in("corpus/up/c.txt"), ""},
		{in("corpus2/c.txt"), ""},
		{in("corpus") + "/../secret.txt", ""},
		{in("corpus/pipe.txt"), ""},
		{in("corpus"), ""},
		{in("corpus/data/archive.sqlite"), ""},
		{in("corpus/gone.txt"), ""},
		{"corpus/a.txt", ""},
		{"/etc/passwd", ""},
		{"", ""},
	} {
		got, err := o.read(t.Context(), c.source)
		if got.Text != c.want || (err == nil) != (c.want != "") || err != nil && !errors.Is(err, web.ErrOriginalGone) {
			t.Errorf("%s: %q, %v; want %q", c.source, got.Text, err, c.want)
		}
	}
	writeFile(t, in("corpus/data/pseudonym.key"), "00")
	if _, err := o.read(t.Context(), in("corpus/a.txt")); !errors.Is(err, web.ErrOriginalHidden) {
		t.Errorf("where names are replaced: %v", err)
	}
}
