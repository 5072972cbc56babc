package web

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"presseschau/search"
)

// TestSuggestedQuery shows a better query as a link, in both languages.
func TestSuggestedQuery(t *testing.T) {
	res := &search.Result{Query: search.QueryInfo{Text: `titel:Merckel "a`, Suggestion: `titel:Merkel <b>`}}
	h := newServer(t, func(o *Options) { o.Searcher = ready{res: res, archive: sampleArchive()} })
	for url, want := range map[string]string{
		"/?q=Merckel&year=2020":     `Meinten Sie: <a href="/?q=titel%3AMerkel&#43;%3Cb%3E&amp;year=2020" lang="de">titel:Merkel &lt;b&gt;</a>?`,
		"/?q=Merckel&lang=en":       `Did you mean <a href="/?q=titel%3AMerkel&#43;%3Cb%3E&amp;lang=en" lang="de">titel:Merkel &lt;b&gt;</a>?`,
		"/api/search?q=Merckel":     `"suggestion":"titel:Merkel <b>"`,
		"/api/search?q=x&year=2020": `"suggestion":"titel:Merkel <b>"`,
	} {
		if body := get(h, url).Body.String(); !strings.Contains(body, want) {
			t.Errorf("%s: no %s in\n%s", url, want, body)
		}
	}
}

// offered waits until words are offered and gives them.
func (b *browser) offered() string {
	b.t.Helper()
	return eval[string](b, `new Promise(done => { const look = () => {
		const items = [...document.querySelectorAll("#completions:not([hidden]) [role=option]")];
		if (items.length) done(items.map(e => e.firstChild.textContent).join(" ")); else setTimeout(look, 20) }; look() })`)
}

// state is what a screen reader is told of the query box.
func (b *browser) state() string {
	b.t.Helper()
	return eval[string](b, `(() => { const q = document.getElementById("q");
		const at = document.getElementById(q.getAttribute("aria-activedescendant"));
		return q.getAttribute("aria-expanded") + " " + (at ? at.firstChild.textContent + " " + at.getAttribute("aria-selected") : "-") })()`)
}

// TestCompletion goes through offered words by keys, then takes one.
func TestCompletion(t *testing.T) {
	b := openBrowser(t)
	b.open("/?outlet=Hafenblatt")
	b.expect("role", eval[string](b, `document.getElementById("q").getAttribute("role")`), "combobox")
	b.run(chromedp.SendKeys("#q", "Bahn Geheimd"))
	b.expect("words", b.offered(), "Geheimdienst-Gespräche Geheimdienstinformationen")
	b.expect("state", b.state(), "true -")
	for _, step := range []struct{ key, want string }{
		{kb.ArrowDown, "true Geheimdienst-Gespräche true"},
		{kb.ArrowDown, "true Geheimdienstinformationen true"},
		{kb.ArrowDown, "true -"},
		{kb.ArrowUp, "true Geheimdienstinformationen true"},
		{kb.Escape, "false -"},
		{kb.ArrowDown, "false -"},
	} {
		b.run(chromedp.KeyEvent(step.key))
		b.expect("state", b.state(), step.want)
	}
	b.expect("query", eval[string](b, `document.getElementById("q").value`), "Bahn Geheimd")
	b.run(chromedp.KeyEvent("i"))
	b.offered()
	b.run(chromedp.KeyEvent(kb.ArrowDown))
	b.take()
	b.expect("address", b.at(), "/?q=Bahn+Geheimdienst-Gespr%C3%A4che&outlet=Hafenblatt")
}

// take presses Enter on a word that is offered. The script answers when the key
// goes down; the letter that follows a key may reach the next page, and be taken
// for another Enter there, so none is sent.
func (b *browser) take() {
	b.t.Helper()
	press := chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.DispatchKeyEvent, input.DispatchKeyEventParams{
			Type: input.DispatchKeyEventTypeRawKeyDown, Key: "Enter", Code: "Enter", WindowsVirtualKeyCode: 13})
		return err
	})
	if _, err := chromedp.RunResponse(b.ctx, press); err != nil {
		b.t.Fatalf("take a completion: %v", err)
	}
}

// TestCompletionByMouse takes a word by a click, and leaves the list by one
// elsewhere.
func TestCompletionByMouse(t *testing.T) {
	b := openBrowser(t)
	b.open("/?lang=en")
	b.run(chromedp.SendKeys("#q", "geheimd"))
	b.offered()
	b.run(chromedp.Click("h1"))
	b.expect("state", b.state(), "false -")
	b.run(chromedp.SendKeys("#q", "i"))
	b.offered()
	b.click("#completions [role=option]", "informationen")
	b.expect("address", b.at(), "/?q=Geheimdienstinformationen&lang=en")
}

// late answers completions of short queries after those of longer ones.
type late struct{ *archive }

func (x late) Complete(ctx context.Context, query string, size int) ([]search.Completion, error) {
	if len(query) < 4 {
		select {
		case <-time.After(time.Second):
		case <-ctx.Done():
		}
		return []search.Completion{{Text: "veraltet", Query: "veraltet", Documents: 1}}, nil
	}
	return x.archive.Complete(ctx, query, size)
}

// TestStaleCompletion: what comes too late is not shown, nor what comes when
// the box has lost the focus.
func TestStaleCompletion(t *testing.T) {
	b := openBrowser(t, func(o *Options) { o.Searcher = late{sampleArchive()} })
	b.open("/")
	b.run(chromedp.SendKeys("#q", "Ge"), chromedp.Sleep(200*time.Millisecond), chromedp.SendKeys("#q", "heimd"))
	b.expect("words", b.offered(), "Geheimdienst-Gespräche Geheimdienstinformationen")
	b.run(chromedp.Sleep(time.Second))
	b.expect("words", b.offered(), "Geheimdienst-Gespräche Geheimdienstinformationen")
	b.run(chromedp.KeyEvent(kb.Tab))
	b.expect("state", b.state(), "false -")
}

// TestCompletionAccessible runs axe over the open list, narrow and wide, light
// and dark, and sees that it fits the page.
func TestCompletionAccessible(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join("testdata", "browser", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		missing(t, "axe-core")
	}
	b := openBrowser(t, invented)
	for _, v := range []struct {
		width int64
		dark  bool
	}{{1280, false}, {320, true}, {1280, true}, {320, false}} {
		b.view(v.width, 900, v.dark)
		b.open("/")
		b.run(chromedp.SendKeys("#q", "Geheimd"))
		b.offered()
		b.run(chromedp.KeyEvent(kb.ArrowDown))
		eval[string](b, string(axe)+"; axe.version")
		for _, found := range b.violations(`{type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}`) {
			t.Errorf("at %d px, dark %v: %s", v.width, v.dark, found)
		}
		if got := eval[int64](b, "document.documentElement.scrollWidth"); got > v.width {
			t.Errorf("at %d px the page is %d px wide", v.width, got)
		}
	}
}
