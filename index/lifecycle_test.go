package index

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"presseschau/archive"
	"presseschau/search"
)

func TestUpdateAndDelete(t *testing.T) {
	x, m := newTest(t, news()...)
	apply := func(changes []archive.Change) {
		t.Helper()
		if err := x.Apply(t.Context(), changes); err != nil {
			t.Fatal(err)
		}
	}
	total := func(query string) int { return find(t, x, search.Request{Query: query}).Total }

	apply(m.put(art("gespraeche", "Ganz anders", body("Neu."), comment("eva", "", "Die Nachtigall singt."))))
	if n := total("jalta"); n != 0 {
		t.Errorf("jalta after update: %d hits, want 0", n)
	}
	if n := total("nachtigall"); n != 1 {
		t.Errorf("nachtigall after update: %d hits, want 1", n)
	}
	info := find(t, x, search.Request{}).Index
	if info.Articles != 4 || info.Comments != 2 {
		t.Errorf("index = %+v, want 4 articles and 2 comments", info)
	}
	apply(m.remove("gespraeche"))
	if n := total("nachtigall"); n != 0 {
		t.Errorf("nachtigall after deletion: %d hits, want 0", n)
	}
	apply(m.put(art("neu", "Zwei mal"), art("neu", "Dreimal")))
	if n := total("zwei"); n != 0 {
		t.Errorf("zwei after being replaced at once: %d hits, want 0", n)
	}
}

func TestResume(t *testing.T) {
	dir, m := t.TempDir(), newMemory()
	m.put(news()...)
	x := openTest(t, dir, m)
	if err := x.CatchUp(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	m.put(art("spaeter", "Später dazu"))
	x = openTest(t, dir, m)
	if cursor, err := x.Cursor(); err != nil || cursor != 4 {
		t.Fatalf("cursor = %d, %v; want 4", cursor, err)
	}
	var seen []int64
	if err := x.CatchUp(t.Context(), func(at, _ int64) { seen = append(seen, at) }); err != nil {
		t.Fatal(err)
	}
	if len(seen) != 1 || seen[0] != 5 {
		t.Errorf("caught up with %v, want [5]", seen)
	}
	if n := find(t, x, search.Request{Query: "später"}).Total; n != 1 {
		t.Errorf("später: %d hits, want 1", n)
	}
}

// TestOlderArchive puts an archive back that knows less than the index.
func TestOlderArchive(t *testing.T) {
	dir, m := t.TempDir(), newMemory()
	m.put(news()...)
	x := openTest(t, dir, m)
	if err := x.CatchUp(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	older := newMemory()
	older.put(art("allein", "Nur dies"))
	x = openTest(t, dir, older)
	if err := x.CatchUp(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if r := find(t, x, search.Request{}); r.Total != 1 {
		t.Errorf("total = %d, want the 1 article of the older archive", r.Total)
	}
}

// TestManyBatches has enough articles for several batches and segments.
func TestManyBatches(t *testing.T) {
	m := newMemory()
	const n = 3*batchDocuments + 7
	for i := range n {
		m.put(art(strconv.Itoa(i), "Nummer "+strconv.Itoa(i), body("Immer dasselbe.")))
	}
	x := openTest(t, t.TempDir(), m)
	if err := x.CatchUp(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got := find(t, x, search.Request{Query: "dasselbe"}).Total; got != n {
		t.Errorf("total = %d, want %d", got, n)
	}
	if cursor, err := x.Cursor(); err != nil || cursor != n {
		t.Errorf("cursor = %d, %v; want %d", cursor, err, n)
	}
	if got := find(t, x, search.Request{Query: "4711"}); got.Total != 1 || got.Hits[0].ID != "4711" {
		t.Errorf("4711: %+v", got.Hits)
	}
}

func TestSecondProcess(t *testing.T) {
	dir, m := t.TempDir(), newMemory()
	openTest(t, dir, m)
	a, err := german()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), dir, m, Options{Analyzer: a}); !errors.Is(err, ErrLocked) {
		t.Errorf("second open: %v, want ErrLocked", err)
	}
}

func TestDamage(t *testing.T) {
	for _, tc := range []struct {
		name   string
		file   string
		damage func(path string) error
	}{
		{"flipped bit", "*.zap", func(p string) error { return flip(p) }},
		{"truncated segment", "*.zap", func(p string) error { return os.Truncate(p, 100) }},
		{"tiny segment", "*.zap", func(p string) error { return os.Truncate(p, 2) }},
		{"missing segment", "*.zap", os.Remove},
		{"empty root", "root.bolt", func(p string) error { return os.Truncate(p, 0) }},
		{"missing root", "root.bolt", os.Remove},
		{"cut root", "root.bolt", func(p string) error { return os.Truncate(p, 5000) }},
	} {
		t.Run(tc.name, func(t *testing.T) {
			dir, m := t.TempDir(), newMemory()
			m.put(news()...)
			x := openTest(t, dir, m)
			if err := x.CatchUp(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
			if err := x.Close(); err != nil {
				t.Fatal(err)
			}
			files, err := filepath.Glob(filepath.Join(dir, "gen-*", "store", tc.file))
			if err != nil || len(files) == 0 {
				t.Fatalf("no %s: %v", tc.file, err)
			}
			if err := tc.damage(files[0]); err != nil {
				t.Fatal(err)
			}
			var damage *DamagedError
			if err := Check(dir, x.opts.Analyzer); !errors.As(err, &damage) {
				t.Errorf("check: %v, want a DamagedError", err)
			}
			x = openTest(t, dir, m)
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
		})
	}
}

func flip(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	b[len(b)/2] ^= 1
	return os.WriteFile(path, b, 0o600)
}

func TestManifestKeepsPrevious(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"gen-1", "gen-2", "gen-3"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
		m, err := publish(dir, name, testTime)
		if err == nil {
			err = removeOthers(dir, m)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, e := range entries {
		left = append(left, e.Name())
	}
	if got, want := strings.Join(left, " "), "gen-2 gen-3 manifest.json"; got != want {
		t.Errorf("left %q, want %q", got, want)
	}
}

// TestSearchWhileWriting checks that answers are consistent while segments come
// and go, and that closing waits for searches.
func TestSearchWhileWriting(t *testing.T) {
	x, m := newTest(t, news()...)
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for range 60 {
				r, err := x.Search(t.Context(), search.Request{Query: "haus"})
				if err != nil {
					t.Error(err)
					return
				}
				if r.Total != 2 {
					t.Errorf("total = %d, want 2", r.Total)
				}
			}
		})
	}
	for i := range 20 {
		if err := x.Apply(t.Context(), m.put(art("n"+strconv.Itoa(i%5), "Neues", comment("a", "", "Text")))); err != nil {
			t.Error(err)
		}
	}
	wg.Wait()
}

// TestSwap builds a generation while its predecessor, as an older program left
// it, is searched.
func TestSwap(t *testing.T) {
	dir, m := t.TempDir(), newMemory()
	m.put(news()...)
	x := openTest(t, dir, m)
	if x.Ready() {
		t.Error("ready before anything was built")
	}
	if err := x.CatchUp(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	name := x.serving.name
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(dir, name), filepath.Join(dir, "gen-older")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, manifestName)); err != nil {
		t.Fatal(err)
	}
	if _, err := publish(dir, "gen-older", testTime); err != nil {
		t.Fatal(err)
	}
	x = openTest(t, dir, m)
	before := find(t, x, search.Request{Query: "usa"})
	if !x.Ready() || before.Total != 2 || before.Index.Generation != "gen-older" {
		t.Fatalf("the older generation is not served: %+v", before.Index)
	}
	if err := x.CatchUp(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if after := find(t, x, search.Request{Query: "usa"}); after.Total != 2 || after.Index.Generation != name {
		t.Errorf("after the swap %s answers, want %s", after.Index.Generation, name)
	}
}
