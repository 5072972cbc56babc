package index

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"presseschau/index/internal/segment"
)

// TestAnalysisFails indexes a document with an analyzer that panics: the rest of
// it is indexed and the log says which it was.
func TestAnalysisFails(t *testing.T) {
	var log bytes.Buffer
	a := newAnalysis(nil, slog.New(slog.NewTextHandler(&log, nil)))
	d := &document{id: "abroken", an: a, keys: []string{propKind.of(kindArticle)}}
	d.add(textNumber, []passage{{text: "Worte", weight: 1}})
	b := segment.NewBuilder(schema())
	d.Build(b)
	if _, err := b.Build(); err != nil {
		t.Fatal(err)
	}
	var l layout
	if rest, err := l.read([]byte{0}); err != nil || len(l.passages)+len(rest) > 0 {
		t.Errorf("layout of such a document: %v, %v, %v", l, rest, err)
	}
	if !strings.Contains(log.String(), "abroken") {
		t.Errorf("log %q does not name the document", &log)
	}
}
