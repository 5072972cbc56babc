package corpus

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// writeTree writes files below a new folder; a name maps to its content.
func writeTree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestFilesWalksInNameOrder(t *testing.T) {
	root := writeTree(t, map[string]string{
		"b.txt": "b", "a/z.jsonl": "{}", "a/m.txt": "m", ".hidden/x.txt": "x", ".secret.txt": "s",
		"b.gold.json": "{}", "b.meta.json": "{}", "metadata.csv": "path", "README.md": "notes",
	})
	var got []string
	for f, err := range Files([]string{root}) {
		if err != nil {
			t.Fatal(err)
		}
		rel, err := filepath.Rel(root, f.Path)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, filepath.ToSlash(rel))
	}
	if want := "a/m.txt a/z.jsonl b.txt"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFilesTakesWhatIsNamed(t *testing.T) {
	root := writeTree(t, map[string]string{"README.md": "notes", ".secret.txt": "four"})
	for f, err := range Files([]string{filepath.Join(root, ".secret.txt")}) {
		if err != nil || f.Size != 4 || f.ModTime.IsZero() {
			t.Errorf("got %+v, %v", f, err)
		}
	}
}

func TestFilesReportsAndGoesOn(t *testing.T) {
	outside := writeTree(t, map[string]string{"x.txt": "x"})
	root := writeTree(t, map[string]string{"a.txt": "a", "z.txt": "z"})
	for name, target := range map[string]string{"link-out.txt": filepath.Join(outside, "x.txt"), "link-broken.txt": filepath.Join(root, "none"), "link-in.txt": filepath.Join(root, "a.txt")} {
		if err := os.Symlink(target, filepath.Join(root, name)); err != nil {
			t.Skip("no symbolic links here")
		}
	}
	var files, problems []string
	for f, err := range Files([]string{filepath.Join(root, "missing"), root}) {
		var p *Problem
		switch {
		case errors.As(err, &p):
			problems = append(problems, filepath.Base(p.Path))
		case err != nil:
			t.Fatal(err)
		default:
			files = append(files, filepath.Base(f.Path))
		}
	}
	if want := "missing link-broken.txt link-out.txt"; strings.Join(problems, " ") != want {
		t.Errorf("problems %q, want %q", problems, want)
	}
	if want := "a.txt link-in.txt z.txt"; strings.Join(files, " ") != want {
		t.Errorf("files %q, want %q", files, want)
	}
}

func TestFilesReportsUnreadableFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	root := writeTree(t, map[string]string{"a.txt": "a", "closed/b.txt": "b"})
	closed := filepath.Join(root, "closed")
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(closed, 0o755) })
	problems := 0
	for _, err := range Files([]string{root}) {
		if err != nil {
			problems++
			if want := closed + ": cannot be read: permission denied"; err.Error() != want {
				t.Errorf("got %q, want %q", err, want)
			}
		}
	}
	if problems != 1 {
		t.Errorf("%d problems, want 1", problems)
	}
}

func TestFilesStopsWhenAsked(t *testing.T) {
	root := writeTree(t, map[string]string{"a.txt": "a", "b.txt": "b"})
	n := 0
	for range Files([]string{root, root}) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d files after break", n)
	}
}

// TestFileThatChanges writes to a file after the first bytes of it are read.
func TestFileThatChanges(t *testing.T) {
	const line = `{"title":"Eins","body":"x"}` + "\n"
	for name, c := range map[string]struct {
		change func(path string) error
		want   bool
	}{
		"left alone": {func(string) error { return nil }, false},
		"longer":     {func(path string) error { return os.WriteFile(path, []byte(line+line), 0o644) }, true},
		"shorter":    {func(path string) error { return os.Truncate(path, 3) }, true},
		"as long":    {func(path string) error { return os.Chtimes(path, time.Time{}, time.Unix(1, 0)) }, true},
		"replaced": {func(path string) error {
			return errors.Join(os.Rename(path, path+".old"), os.WriteFile(path, nil, 0o644))
		}, false},
	} {
		path := filepath.Join(writeTree(t, map[string]string{"a.jsonl": line}), "a.jsonl")
		var once sync.Once
		changed, articles := false, 0
		progress := func(int64) {
			once.Do(func() {
				if err := c.change(path); err != nil {
					t.Fatal(err)
				}
			})
		}
		for a, err := range ReadFile(t.Context(), File{Path: path}, Options{Progress: progress}) {
			changed = changed || errors.Is(err, ErrChanged)
			if a != nil {
				articles++
			}
		}
		if changed != c.want || articles == 0 {
			t.Errorf("%s: changed is %t, want %t; %d articles", name, changed, c.want, articles)
		}
	}
}
