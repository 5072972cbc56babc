package index

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"presseschau/archive"
	"presseschau/search"

	"github.com/blevesearch/bleve/v2/index/scorch"
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
	dir, m := builtTest(t)
	m.put(art("spaeter", "Später dazu"))
	x := openTest(t, dir, m)
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
	dir, _ := builtTest(t)
	older := newMemory()
	older.put(art("allein", "Nur dies"))
	x := openTest(t, dir, older)
	if err := x.CatchUp(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if r := find(t, x, search.Request{}); r.Total != 1 {
		t.Errorf("total = %d, want the 1 article of the older archive", r.Total)
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

// TestCloseWaits closes an index that is being searched.
func TestCloseWaits(t *testing.T) {
	dir, m := t.TempDir(), newMemory()
	x := openTest(t, dir, m)
	g, err := x.acquire()
	if err != nil {
		t.Fatal(err)
	}
	closed := make(chan error)
	go func() { closed <- x.Close() }()
	for open := true; open; {
		_, err := x.Cursor()
		open = !errors.Is(err, ErrClosed)
	}
	if err := g.wait(0); err == nil {
		t.Error("the store closed under a search")
	}
	g.release()
	if err := <-closed; err != nil {
		t.Error(err)
	}
	if g.retain() {
		t.Error("a closed generation was used again")
	}
	openTest(t, dir, m) // the lock is free
}

// TestReplacedGeneration holds up the end of the replaced generation.
func TestReplacedGeneration(t *testing.T) {
	x, _ := newTest(t, news()...)
	old, err := x.acquire()
	if err != nil {
		t.Fatal(err)
	}
	next, err := openGeneration(x.dir, "gen-next", x.opts)
	if err != nil {
		t.Fatal(err)
	}
	x.next = next
	if err := x.Publish(); err != nil {
		t.Fatal(err)
	}
	if r := find(t, x, search.Request{}); r.Index.Generation != "gen-next" {
		t.Errorf("%s is searched, want gen-next", r.Index.Generation)
	}
	if _, err := old.cursor(); err != nil {
		t.Errorf("the replaced generation was closed under a search: %v", err)
	}
	old.release()
	if err := old.wait(closeLimit); err != nil {
		t.Error(err)
	}
}

func TestBackgroundErrors(t *testing.T) {
	var out strings.Builder
	a, err := german()
	if err != nil {
		t.Fatal(err)
	}
	x, err := Open(t.Context(), t.TempDir(), newMemory(), Options{Analyzer: a, Log: slog.New(slog.NewTextHandler(&out, nil))})
	if err != nil {
		t.Fatal(err)
	}
	report := scorch.RegistryAsyncErrorCallbacks[asyncCallback]
	report(errors.New("disk full"), storePath(x.serving.path))
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "disk full") {
		t.Errorf("log = %q, want the error of scorch", out.String())
	}
}
