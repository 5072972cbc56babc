package web

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// expect compares what the page says with what it should.
func (b *browser) expect(what, got, want string) {
	b.t.Helper()
	if got != want {
		b.t.Fatalf("%s on %s is %q, want %q", what, b.at(), got, want)
	}
}

// TestJourney goes through a search as a person does, by mouse.
func TestJourney(t *testing.T) {
	b := openBrowser(t)
	b.open("/")
	b.expect("heading", b.text("h1"), "Was stand in der Zeitung?")
	b.submit("#q", "Geheimdienst")
	b.expect("address", b.at(), "/?q=Geheimdienst")
	b.expect("heading", b.text("h1"), "13 Artikel für Geheimdienst")
	b.expect("query box", eval[string](b, "document.querySelector('#q').value"), "Geheimdienst")

	b.click(".facet a.value", "Deutsche Welle")
	b.click(".facet a.value", "Der Spiegel")
	b.expect("address", b.at(), "/?q=Geheimdienst&outlet=Der+Spiegel&outlet=Deutsche+Welle")
	both := b.text("h1")
	b.click(".facet a.not", "Karl-Heinz Brügge ausschließen")
	b.expect("chips", strings.Join(eval[[]string](b, `[...document.querySelectorAll(".chip [aria-hidden]")].map(e => e.textContent)`), " "),
		"Medium: Der Spiegel× Medium: Deutsche Welle× nicht Akteur: Karl-Heinz Brügge×")
	b.click(".chip", "nicht Akteur: Karl-Heinz Brügge")
	b.expect("heading", b.text("h1"), both)

	b.click(".bars a", "2012")
	b.expect("address", b.at(), "/?q=Geheimdienst&outlet=Der+Spiegel&outlet=Deutsche+Welle&year=2012")
	b.run(chromedp.NavigateBack())
	b.expect("heading after Back", b.text("h1"), both)
	b.run(chromedp.Reload())
	b.expect("heading after reload", b.text("h1"), both)
	b.click(".reset", "")
	b.expect("address", b.at(), "/?q=Geheimdienst")

	b.click(".scopes a", "Kommentare")
	b.expect("heading", b.text("h1"), "1 Kommentar für Geheimdienst")
	b.click(".matching a", "Kommentar 1")
	b.expect("place", eval[string](b, "document.querySelector(':target').id"), "comment-1")
}

// TestZoom goes from a year to a month of it, to a day, and out again.
func TestZoom(t *testing.T) {
	b := openBrowser(t)
	b.open("/?year=2015")
	b.expect("months", b.text(".timeline h3"), "2015 nach Monaten")
	b.click(".bars a", "September 2015")
	b.expect("address", b.at(), "/?from=2015-09&to=2015-09")
	b.click(".bars a", "4. September 2015")
	b.expect("address", b.at(), "/?from=2015-09-04&to=2015-09-04")
	b.click(".bars a", "4. September 2015")
	b.expect("address", b.at(), "/?from=2015-09&to=2015-09")
	b.click(".bars a", "September 2015: ")
	b.expect("address", b.at(), "/?year=2015")
}

// TestArticleJourney goes from hit to hit, with and without the script.
func TestArticleJourney(t *testing.T) {
	b := openBrowser(t)
	b.open("/?q=Geheimdienste")
	b.click("h3 a", "Geheimdienstinformationen")
	b.expect("hits", b.text(".hitbar .sum"), "5 Treffer in diesem Text")
	b.run(chromedp.Click(".hop-last")) // the next, once the script is there
	b.expect("place", eval[string](b, "location.hash"), "#hit-1")
	b.run(chromedp.KeyEvent("n"))
	b.expect("place", eval[string](b, "location.hash"), "#hit-2")
	b.run(chromedp.KeyEvent("p"), chromedp.KeyEvent("p"))
	b.expect("place", eval[string](b, "location.hash"), "#hit-5")
	b.run(chromedp.Click("mark:target + .hop a"))
	b.expect("place", eval[string](b, "location.hash"), "#hit-4")
	b.expect("hit in view", eval[string](b, `(() => { const r = document.querySelector("mark:target").getBoundingClientRect();
		const bar = document.querySelector(".hitbar").getBoundingClientRect();
		return r.top >= bar.bottom && r.bottom <= innerHeight ? "yes" : "at " + r.top })()`), "yes")
	b.run(chromedp.KeyEvent("/"))
	b.expect("focus", eval[string](b, "document.activeElement.id"), "q")
	b.click(".about .actors a", "Annika Vollmer")
	b.expect("address", b.at(), "/actor/person:annika-vollmer")
}

// TestActorJourney goes from an article to the page of an actor, on to one that
// is often named together with it, and to the articles that name both.
func TestActorJourney(t *testing.T) {
	b := openBrowser(t)
	b.open(articleAddress("beispiel-03", "", "", ""))
	b.click(".about .actors a", "Karl-Heinz Brügge")
	b.expect("heading", b.text("h1"), "Karl-Heinz Brügge")
	b.expect("kind", b.text(".kicker"), "Person")
	b.expect("articles", b.text(".lead"), "Genannt in 5 Artikeln. Alle Artikel anzeigen")
	b.click(".companions a", "Bundestag")
	b.expect("heading", b.text("h1"), "Bundestag")
	b.click(".companions .both", "Karl-Heinz Brügge")
	b.expect("query box", eval[string](b, "document.querySelector('#q').value"),
		`akteur:"org:bundestag" akteur:"person:karl-heinz-bruegge"`)
	b.open("/?q=Bahn")
	b.click(".facet a.profile", "Über Bundestag")
	b.click(".bars a", "2012")
	b.expect("address", b.at(), "/?year=2012&actor=org%3Abundestag")
}

// TestPaging goes through pages, to the last and back.
func TestPaging(t *testing.T) {
	b := openBrowser(t)
	b.open("/?q=Bahn&size=5")
	b.click(".paging a", "Weiter")
	b.expect("address", b.at(), "/?q=Bahn&page=2&size=5")
	b.click(".paging a", "3")
	b.expect("page", b.text(".paging [aria-current]"), "3")
	b.expect("hits", eval[string](b, "String(document.querySelectorAll('.hit').length)"), "2")
	b.click(".paging a", "Zurück")
	b.expect("address", b.at(), "/?q=Bahn&page=2&size=5")
}

// TestActorFinder searches within the facet of actors.
func TestActorFinder(t *testing.T) {
	b := openBrowser(t)
	b.open("/?q=Bahn&sort=oldest")
	b.submit("#actorFind", "Emil")
	b.expect("address", b.at(), "/?q=Bahn&sort=oldest&actorFind=Emil")
	b.expect("actors", b.text("[aria-labelledby=facet-actor] .name"), "Emil Čapek")
	b.open("/?q=Bahn")
	b.click(".more a", "Weitere anzeigen")
	b.expect("address", b.at(), "/?q=Bahn&facetSize=50")
}

// submit types into a field and presses Enter.
func (b *browser) submit(selector, text string) {
	b.t.Helper()
	if _, err := chromedp.RunResponse(b.ctx, chromedp.SendKeys(selector, text+kb.Enter)); err != nil {
		b.t.Fatalf("submit %s: %v", selector, err)
	}
}

// TestByKeyboard reaches what matters with Tab and Enter alone, and sees where
// the focus is.
func TestByKeyboard(t *testing.T) {
	b := openBrowser(t)
	b.open("/?q=Bahn")
	b.tabTo("Zum Inhalt springen")
	b.expect("skip link in view", eval[string](b, "String(document.activeElement.getBoundingClientRect().left >= 0)"), "true")
	b.tabTo("Artikel")
	b.enter()
	b.expect("address", b.at(), "/?q=Bahn&in=articles")
	b.tabTo("Deutsche Welle")
	b.expect("focus is visible", eval[string](b, "getComputedStyle(document.activeElement).outlineStyle"), "solid")
	b.enter()
	b.expect("address", b.at(), "/?q=Bahn&in=articles&outlet=Deutsche+Welle")
	b.tabTo("Filter aufheben: Medium: Deutsche Welle")
	b.enter()
	b.expect("address", b.at(), "/?q=Bahn&in=articles")
	b.tabTo("Bahn kündigt neuen Fahrplan an")
	b.enter()
	b.expect("heading", eval[string](b, "String(location.pathname.startsWith('/article/'))"), "true")
}

// maxTabs is more than any page needs to reach anything.
const maxTabs = 100

// tabTo presses Tab until what has the focus says the words.
func (b *browser) tabTo(words string) {
	b.t.Helper()
	var seen []string
	for range maxTabs {
		b.run(chromedp.KeyEvent(kb.Tab))
		text := eval[string](b, "document.activeElement.textContent.trim()")
		if strings.HasPrefix(text, words) {
			return
		}
		seen = append(seen, text)
	}
	b.t.Fatalf("Tab never reaches %q on %s, only %q", words, b.at(), seen)
}

func (b *browser) enter() {
	b.t.Helper()
	if _, err := chromedp.RunResponse(b.ctx, chromedp.KeyEvent(kb.Enter)); err != nil {
		b.t.Fatalf("press Enter: %v", err)
	}
}

// TestNothingFromElsewhere: pages load, with no complaint of the browser.
func TestNothingFromElsewhere(t *testing.T) {
	b := openBrowser(t)
	for name, url := range pageKinds() {
		b.open(url)
		for _, from := range eval[[]string](b, `performance.getEntriesByType("resource").map(e => e.name)`) {
			if !strings.HasPrefix(from, b.url+"/") {
				t.Errorf("%s loads %s", name, from)
			}
		}
		b.expect("styles", eval[string](b, "String(document.styleSheets.length)"), "1")
	}
}

// TestProgressPage watches the page of a server that is not ready.
func TestProgressPage(t *testing.T) {
	b := openBrowser(t, func(o *Options) {
		o.Progress = func() Progress { return Progress{Phase: PhaseIndexing, Done: 1, Total: 2, Articles: 7} }
	})
	b.open("/?q=Bahn")
	b.expect("heading", b.text("h1"), "Das Archiv wird vorbereitet")
	b.expect("progress", eval[string](b, "String(document.querySelector('progress').value)"), "50")
}

// TestWithoutScript goes to hits by anchors alone.
func TestWithoutScript(t *testing.T) {
	b := openBrowser(t)
	off := emulation.SetScriptExecutionDisabledParams{Value: true}
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, off); err != nil {
		t.Fatal(err)
	}
	b.open("/?q=Geheimdienste")
	b.click("h3 a", "Geheimdienstinformationen")
	b.expect("link", b.text(".hop-first"), "Zum ersten")
	b.run(chromedp.Click(".hop-first"))
	b.expect("place", eval[string](b, "location.hash"), "#hit-1")
	b.run(chromedp.Click("mark:target + .hop a"))
	b.expect("place", eval[string](b, "location.hash"), "#hit-2")
}
