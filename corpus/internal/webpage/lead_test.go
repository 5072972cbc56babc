package webpage

import (
	"strings"
	"testing"
)

func TestLead(t *testing.T) {
	text := strings.Repeat("<p>"+strings.Repeat("Der Damm hält nach dem Gutachten. ", 8)+"</p>", 3)
	article := `<div itemprop="articleBody">` + text + `</div>`
	const lead = "Die Gemeinde hat den Damm an der Wied prüfen lassen und ist beruhigt."
	const more = "Vor zwei Jahren war das Wasser über die Ufer getreten und stand im Ort."
	for _, tt := range []struct{ name, page, want string }{
		{"by its class", `<h1>Damm hält</h1><p class="article__lead">` + lead + `</p>` + article, lead + "|Der Damm"},
		{"above the text", `<h1>Damm hält</h1><div class="intro">` + lead + `</div>` + article, lead + "|Der Damm"},
		{"two paragraphs above", `<h1>Damm hält</h1><div>` + lead + `</div><div>` + more + `</div>` + article, lead + "|Vor zwei"},
		{"link", `<h1>Damm hält</h1><a>` + lead + `</a>` + article, "|Der Damm"},
		{"caption", `<h1>Damm hält</h1><figure>` + lead + `</figure>` + article, "|Der Damm"},
		{"of the author", `<h1>Damm hält</h1><div class="author-bio">` + lead + `</div>` + article, "|Der Damm"},
		{"printed", `<meta name="description" content="` + lead + `"><h1>Damm hält</h1>` + article + `<footer></footer><p>` + lead + `</p>`, lead + "|Der Damm"},
		{"not printed", `<meta name="description" content="` + lead + `"><h1>Damm hält</h1>` + article, "|Der Damm"},
		{"nothing else", `<meta name="description" content="` + lead + `">`, lead + "|"},
	} {
		p := parse(t, tt.page)
		begin := ""
		if len(p.Body) > 0 {
			begin = p.Body[0].Text[:len("Der Damm")]
		}
		if got := p.Lead + "|" + begin; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestDensest has a page whose furniture is longer than its article, as
// Readability sees it.
func TestDensest(t *testing.T) {
	foot := `<div><p>` + strings.Repeat("Hinweise zum Datenschutz, zur Nutzung, zum Bezug. ", 14) + `</p></div>`
	page := `<h1>Damm hält</h1><div class="comment-wrapper-sidebar"><p>` + strings.Repeat("Der Damm an der Wied hält. ", 40) + `</p><p>` + strings.Repeat("Das sagt das Gutachten. ", 40) + `</p></div>` + foot
	if p := parse(t, page); len(p.Body) == 0 || !strings.HasPrefix(p.Body[0].Text, "Der Damm") {
		t.Errorf("got %v", p.Body)
	}
}
