package index

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"presseschau/search"
)

// damaged closes an index of four articles, damages a file of it and gives its
// folder. The file's name may be a pattern.
func damaged(t *testing.T, file string, damage func(path string) error) (dir string, m *memory) {
	t.Helper()
	dir, m = builtTest(t)
	files, err := filepath.Glob(filepath.Join(dir, file))
	if err != nil || len(files) == 0 {
		t.Fatalf("no %s: %v", file, err)
	}
	if err := damage(files[0]); err != nil {
		t.Fatal(err)
	}
	return dir, m
}

// rebuilt opens a damaged index, catches up and closes it.
func rebuilt(t *testing.T, dir string, m *memory) {
	t.Helper()
	x := openTest(t, dir, m)
	if err := x.CatchUp(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if n := find(t, x, search.Request{}).Total; n != 4 {
		t.Errorf("after rebuilding: %d articles, want 4", n)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Check(dir, x.opts.Analyzer); err != nil {
		t.Errorf("check after rebuilding: %v", err)
	}
}

func check(t *testing.T, dir string) error {
	t.Helper()
	a, err := german()
	if err != nil {
		t.Fatal(err)
	}
	return Check(dir, a)
}

// Files of an index.
const (
	rootFile     = "gen-*/store/root.bolt"
	segmentFile  = "gen-*/store/*.zap"
	metaFile     = "gen-*/index_meta.json"
	manifestFile = manifestName
)

func TestDamage(t *testing.T) {
	for _, tc := range []struct {
		name   string
		file   string
		damage func(path string) error
	}{
		{"flipped bit", segmentFile, flip},
		{"truncated segment", segmentFile, cut(100)},
		{"tiny segment", segmentFile, cut(2)},
		{"missing segment", segmentFile, os.Remove},
		{"empty root", rootFile, cut(0)},
		{"missing root", rootFile, os.Remove},
		{"cut root", rootFile, cut(5000)},
		{"root is something else", rootFile, write("something else")},
		{"empty metadata", metaFile, cut(0)},
		{"cut metadata", metaFile, cut(20)},
		{"metadata of another engine", metaFile, write(`{"storage":"boltdb","index_type":"upside_down"}`)},
		{"missing metadata", metaFile, os.Remove},
		{"half a manifest", manifestFile, cut(20)},
		{"manifest that leads elsewhere", manifestFile, write(`{"current":"../gen-1"}`)},
		{"missing generation", "gen-*", os.RemoveAll},
	} {
		t.Run(tc.name, func(t *testing.T) {
			dir, m := damaged(t, tc.file, tc.damage)
			var damage *DamagedError
			if err := check(t, dir); !errors.As(err, &damage) {
				t.Errorf("check: %v, want a DamagedError", err)
			}
			rebuilt(t, dir, m)
		})
	}
}

// TestDamagedMapping has damage that only Bleve sees.
func TestDamagedMapping(t *testing.T) {
	breakMapping := func(path string) error {
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(path, bytes.ReplaceAll(b, []byte(`{"default_mapping"`), []byte(`["default_mapping"`)), 0o600)
	}
	dir, m := damaged(t, rootFile, breakMapping)
	rebuilt(t, dir, m)
	if aside, err := filepath.Glob(filepath.Join(dir, "damaged-*")); err != nil || len(aside) != 1 {
		t.Errorf("set aside: %v, %v; want one generation", aside, err)
	}
}

// TestCutRoot cuts root.bolt at every page. What is missing must be found
// before the file is mapped: a read behind its end kills the process.
func TestCutRoot(t *testing.T) {
	dir, m := damaged(t, rootFile, cut(5000))
	rebuilt(t, dir, m)
	files, err := filepath.Glob(filepath.Join(dir, rootFile))
	if err != nil || len(files) != 1 {
		t.Fatalf("files %v, %v; want one", files, err)
	}
	info, err := os.Stat(files[0])
	if err != nil {
		t.Fatal(err)
	}
	used := usedLength(t, files[0])
	page := int64(os.Getpagesize())
	for at := range info.Size() / page {
		t.Run(strconv.FormatInt(at, 10), func(t *testing.T) {
			copied := t.TempDir()
			if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
				t.Fatal(err)
			}
			files, err := filepath.Glob(filepath.Join(copied, rootFile))
			if err != nil || len(files) != 1 {
				t.Fatalf("files %v, %v; want one", files, err)
			}
			if err := os.Truncate(files[0], at*page); err != nil {
				t.Fatal(err)
			}
			var damage *DamagedError
			err = check(t, copied)
			if at*page < used && !errors.As(err, &damage) {
				t.Errorf("check: %v, want a DamagedError", err)
			}
			rebuilt(t, copied, m)
		})
	}
}

// usedLength is the length of the pages of root.bolt that are in use.
func usedLength(t *testing.T, path string) int64 {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // read only
	used, _, ok := readMeta(f, 0)
	if !ok {
		t.Fatalf("%s has no meta page", path)
	}
	return used
}

func TestCheckNothing(t *testing.T) {
	if err := check(t, t.TempDir()); err == nil {
		t.Error("an empty folder is in order")
	}
	if err := check(t, filepath.Join(t.TempDir(), "missing")); err == nil {
		t.Error("a missing folder is in order")
	}
}

// TestCheckPublished damages a generation of an older program that is served.
func TestCheckPublished(t *testing.T) {
	dir, _ := damaged(t, manifestFile, os.Remove)
	older := filepath.Join(dir, "gen-older")
	generations, err := filepath.Glob(filepath.Join(dir, "gen-*"))
	if err != nil || len(generations) != 1 {
		t.Fatalf("generations %v, %v; want one", generations, err)
	}
	if err := os.Rename(generations[0], older); err != nil {
		t.Fatal(err)
	}
	if _, err := publish(dir, "gen-older", testTime); err != nil {
		t.Fatal(err)
	}
	if err := check(t, dir); err != nil {
		t.Errorf("check: %v", err)
	}
	if err := os.Remove(filepath.Join(older, "store", "root.bolt")); err != nil {
		t.Fatal(err)
	}
	var damage *DamagedError
	if err := check(t, dir); !errors.As(err, &damage) {
		t.Errorf("check: %v, want a DamagedError", err)
	}
}

func cut(size int64) func(path string) error {
	return func(path string) error { return os.Truncate(path, size) }
}

func write(text string) func(path string) error {
	return func(path string) error { return os.WriteFile(path, []byte(text), 0o600) }
}

func flip(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	b[len(b)/2] ^= 1
	return os.WriteFile(path, b, 0o600)
}
