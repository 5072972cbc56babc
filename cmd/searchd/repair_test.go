package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// imported makes a data folder of n articles.
func imported(t *testing.T, n int) (corpus, data string) {
	t.Helper()
	corpus, data = t.TempDir(), t.TempDir()
	writeFile(t, filepath.Join(corpus, "a.jsonl"), articles(0, n))
	finished(t, exitOK, "index", "--corpus", corpus, "--data", data)
	return corpus, data
}

// segment is the largest segment file of the index.
func segment(t *testing.T, data string) string {
	t.Helper()
	largest, size := "", int64(0)
	err := filepath.WalkDir(filepath.Join(data, indexName), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".zap" {
			return err
		}
		info, err := entry.Info()
		if err == nil && info.Size() > size {
			largest, size = path, info.Size()
		}
		return err
	})
	if err != nil || largest == "" {
		t.Fatalf("no segment in %s: %v", data, err)
	}
	return largest
}

func change(t *testing.T, path string, f func([]byte) []byte) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, f(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestDamagedIndexIsRebuilt(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"a flipped bit":     func(b []byte) []byte { b[len(b)/2] ^= 4; return b },
		"a truncated file":  func(b []byte) []byte { return b[:len(b)/3] },
		"an empty file":     func([]byte) []byte { return nil },
		"a file of nothing": func(b []byte) []byte { return make([]byte, len(b)) },
	} {
		t.Run(name, func(t *testing.T) {
			_, data := imported(t, 60)
			change(t, segment(t, data), damage)
			if out := finished(t, exitFailed, "check", "--data", data); !strings.Contains(out, "index: ") || !strings.Contains(out, "damaged") {
				t.Errorf("searchd check says %q", out)
			}
			p := start(t, "serve", "--data", data, "--listen", "127.0.0.1:0").ready()
			if got := p.search("q", "Haushalt").Total; got != 60 {
				t.Errorf("after the repair %d articles are found, want 60", got)
			}
			p.stop()
			if !strings.Contains(p.output.String(), "damaged") {
				t.Errorf("the repair was not said: %s", p.output)
			}
			finished(t, exitOK, "check", "--data", data)
		})
	}
}

func TestLostIndexIsRebuilt(t *testing.T) {
	_, data := imported(t, 20)
	if err := os.RemoveAll(filepath.Join(data, indexName)); err != nil {
		t.Fatal(err)
	}
	if out := finished(t, exitOK, "search", "--data", data, "Haushalt"); !strings.HasPrefix(out, "20 hits") {
		t.Errorf("searchd search says %q", out)
	}
}

// TestLostArchive leaves an index of another archive behind, whose changes have
// numbers that the new one has too.
func TestLostArchive(t *testing.T) {
	corpus, data := imported(t, 20)
	stored, err := filepath.Glob(filepath.Join(data, archiveName+"*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range stored {
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	writeFile(t, filepath.Join(corpus, "a.jsonl"), articles(100, 140))
	finished(t, exitOK, "index", "--corpus", corpus, "--data", data)
	if out := finished(t, exitOK, "search", "--data", data, "Haushalt"); !strings.HasPrefix(out, "40 hits") {
		t.Errorf("searchd search says %q", out)
	}
}

func TestDamagedArchiveIsNamed(t *testing.T) {
	_, data := imported(t, 60)
	change(t, filepath.Join(data, archiveName), func(b []byte) []byte {
		copy(b[len(b)/2:], bytes.Repeat([]byte{0xff}, 10_000))
		return b
	})
	if out := finished(t, exitFailed, "check", "--data", data); !strings.HasPrefix(out, "archive: ") || strings.HasPrefix(out, "archive: in order") {
		t.Errorf("searchd check says %q", out)
	}
}

func TestDamagedArchiveSaysWhatToDo(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"a truncated file": func(b []byte) []byte { return b[:len(b)/3] },
		"an empty file":    func([]byte) []byte { return nil },
		"another file":     func(b []byte) []byte { return bytes.Repeat([]byte("x"), len(b)) },
	} {
		t.Run(name, func(t *testing.T) {
			_, data := imported(t, 60)
			path := filepath.Join(data, archiveName)
			change(t, path, damage)
			for _, args := range [][]string{
				{"check", "--data", data}, {"search", "--data", data, "Haushalt"}, {"serve", "--data", data, "--listen", "127.0.0.1:0"},
			} {
				if status, out, errs := call(t, nil, "", args...); status != exitFailed || strings.Count(out+errs, "move "+path) != 1 {
					t.Errorf("searchd %s: exit code %d, output %q, error %q", args[0], status, out, errs)
				}
			}
		})
	}
}

func TestCheckNamesAMissingIndex(t *testing.T) {
	_, data := imported(t, 5)
	if err := os.RemoveAll(filepath.Join(data, indexName)); err != nil {
		t.Fatal(err)
	}
	if out := finished(t, exitFailed, "check", "--data", data); !strings.Contains(out, "index: no index yet; the next start builds it\n") {
		t.Errorf("searchd check says %q", out)
	}
}
