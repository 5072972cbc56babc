package main

import (
	"path/filepath"
	"testing"

	"presseschau/archive"
	"presseschau/corpus"
	"presseschau/search"
)

// TestServesWhileTheIndexIsBehind stores an article that the index has not
// seen, as a crash would leave it.
func TestServesWhileTheIndexIsBehind(t *testing.T) {
	_, data := imported(t, 5)
	arch, err := archive.Open(t.Context(), filepath.Join(data, archiveName))
	if err != nil {
		t.Fatal(err)
	}
	late := archive.Record{Article: &corpus.Article{ID: "late", Title: "Nachzügler"}}
	if _, err := arch.Put(t.Context(), []archive.Record{late}); err != nil {
		t.Fatal(err)
	}
	if err := arch.Close(); err != nil {
		t.Fatal(err)
	}
	d := &daemon{opts: &options{data: data}, log: newLog(t.Output()), progress: &progress{}, engine: &engine{}}
	t.Cleanup(func() { d.close() })
	for _, step := range []struct {
		name string
		do   func() error
		want int
	}{
		{"opened", func() error { _, err := d.open(t.Context()); return err }, 5},
		{"caught up", func() error { return d.catchUp(t.Context(), true) }, 6},
	} {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if p := d.progress.snapshot(); !p.Ready || p.Phase != phaseServing {
			t.Errorf("%s: the progress is %+v", step.name, p)
		}
		found, err := d.engine.Search(t.Context(), search.Request{Page: 1, Size: 1})
		if err != nil || found.Total != step.want {
			t.Errorf("%s: found %+v, error %v, want %d", step.name, found, err, step.want)
		}
	}
}
