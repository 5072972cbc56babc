package webpage

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkParse takes a page of 100 paragraphs and 200 comments apart.
func BenchmarkParse(b *testing.B) {
	var sb strings.Builder
	sb.WriteString("<html><head><meta charset=utf-8><title>T</title></head><body><article><h1>Titel</h1>")
	for i := range 100 {
		fmt.Fprintf(&sb, "<p>%d: %s</p>", i, strings.Repeat("Die Länder prüfen „große“ Maßnahmen. ", 8))
	}
	sb.WriteString("</article><ol class=comment-list>")
	for i := range 200 {
		fmt.Fprintf(&sb, `<li class=comment id=c%d><b class=fn>Leser</b><time datetime="2020-01-02">2. Januar</time><div class=comment-content><p>Das überzeugt mich überhaupt nicht.</p></div></li>`, i)
	}
	sb.WriteString("</ol></body></html>")
	page := []byte(sb.String())
	p, err := builtIn()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if out, err := p.Parse(page, ""); err != nil || len(out.Comments) != 200 || len(out.Body) < 90 {
			b.Fatalf("%d comments, %d blocks, %v", len(out.Comments), len(out.Body), err)
		}
	}
}
