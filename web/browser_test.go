package web

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// browserTimeout bounds a test in the browser, so that a hanging one ends.
const browserTimeout = 3 * time.Minute

// browser is a tab of a real browser, looking at a server.
type browser struct {
	t   *testing.T
	ctx context.Context
	url string // of the server
}

// invented puts the notice of the sample archive on every page.
func invented(o *Options) { o.Sample = true }

// missing skips a test that needs what is not installed; where the project is
// checked as a whole that is an error.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is not installed; run make tools", what)
	}
	t.Skipf("NOT TESTED IN A BROWSER: %s is not installed; run make tools", what)
}

// openBrowser starts a browser and a server of the sample archive.
func openBrowser(t *testing.T, change ...func(*Options)) *browser {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		missing(t, "chromium")
	}
	srv := httptest.NewServer(newServer(t, change...))
	t.Cleanup(srv.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("disable-features", "Translate,BackForwardCache"), // a page kept whole would send no event on Back
		chromedp.UserDataDir(t.TempDir()),
		chromedp.WSURLReadTimeout(time.Minute))
	ctx, cancel := context.WithTimeout(t.Context(), browserTimeout)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &browser{t: t, ctx: ctx, url: srv.URL}
	b.view(1280, 900, false)
	b.speak("de")
	return b
}

func (b *browser) run(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

func (b *browser) open(path string) {
	b.t.Helper()
	b.run(chromedp.Navigate(b.url + path))
}

// eval runs a script and returns its value.
func eval[T any](b *browser, script string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("evaluate %.80s: %v", script, err)
	}
	return v
}

// click follows the first link whose accessible text contains the words.
func (b *browser) click(selector, words string) {
	b.t.Helper()
	script := fmt.Sprintf(`(() => {
		const el = [...document.querySelectorAll(%q)].find(e => e.textContent.includes(%q));
		if (!el) return false;
		el.setAttribute("data-click", ""); return true })()`, selector, words)
	if !eval[bool](b, script) {
		b.t.Fatalf("no %s with %q on %s", selector, words, b.at())
	}
	if _, err := chromedp.RunResponse(b.ctx, chromedp.Click("[data-click]")); err != nil {
		b.t.Fatalf("click %s with %q: %v", selector, words, err)
	}
}

// at is the address of the page, without the server.
func (b *browser) at() string {
	return strings.TrimPrefix(eval[string](b, "location.href"), b.url)
}

func (b *browser) text(selector string) string {
	return eval[string](b, fmt.Sprintf("document.querySelector(%q)?.innerText ?? ''", selector))
}

func (b *browser) view(width, height int64, dark bool) {
	b.t.Helper()
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	b.run(chromedp.EmulateViewport(width, height))
	// Smooth scrolling would move what is about to be clicked.
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, media); err != nil {
		b.t.Fatal(err)
	}
}

// speak sets the language that the browser asks for.
func (b *browser) speak(tag string) {
	b.t.Helper()
	params := network.SetExtraHTTPHeadersParams{Headers: network.Headers{"Accept-Language": tag}}
	_, err := chromedp.Call(b.ctx, network.SetExtraHTTPHeaders, params)
	if err != nil {
		b.t.Fatal(err)
	}
}

// unfold opens everything that is folded, so that it is tested too.
func (b *browser) unfold() {
	b.t.Helper()
	eval[int](b, `[...document.querySelectorAll("details")].map(d => d.open = true).length`)
}

// pageKinds are addresses of every kind of page.
func pageKinds() map[string]string {
	return map[string]string{
		"start":    "/",
		"results":  "/?q=Gasleitung+Geheimdienst&match=any&outlet=Deutsche+Welle&-actor=person%3Aannika-vollmer&from=2009",
		"comments": "/?q=Geheimdienste",
		"scope":    "/?q=Kontrolle&in=comments",
		"none":     "/?q=xyzxyz&outlet=Hafenblatt&year=2015",
		"relaxed":  "/?q=Bahn+Fahrplan+Quastenflosser",
		"broken":   "/?q=Bahn+%22Fahrplan",
		"missing":  "/nirgendwo",
		"article":  strings.ReplaceAll(articleAddress("https://hafenblatt.example/politik/a-17?teil=1", "Geheimdienste", "", ""), "?q", "?mentions=1&q"),
		"hit":      articleAddress("https://hafenblatt.example/politik/a-17?teil=1", "Geheimdienste", "", "hit-2"),
		"comment":  articleAddress("https://hafenblatt.example/politik/a-17?teil=1", "", "", "comment-4"),
		"actor":    actorAddress("org:bundestag", ""),
		"unnamed":  actorAddress("org:nirgends", ""),
		"evil":     actorAddress(`person:"><script>`, "en"),
		"paged":    "/?page=2&size=10",
		"bare":     "/article/ohne-alles",
		"hostile":  articleAddress("böse/../id?x=1&y=%2F#<b>", "Sonderzeichen", "", ""),
		"english":  "/?q=Bahn&lang=en",
		"help":     "/?lang=en",
	}
}

func TestNoSidewaysScrolling(t *testing.T) {
	b := openBrowser(t, invented)
	for _, width := range []int64{320, 768, 1280} {
		b.view(width, 900, false)
		for name, url := range pageKinds() {
			b.open(url)
			b.unfold()
			if got := eval[int64](b, "document.documentElement.scrollWidth"); got > width {
				t.Errorf("%s at %d px is %d px wide: %s", name, width, got, eval[string](b, `[...document.querySelectorAll("body *")]
					.filter(e => e.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(e).position != "absolute")
					.map(e => e.outerHTML.slice(0, 90)).slice(0, 3).join("\n")`))
			}
		}
	}
}

// TestTimelineInOneRow: however narrow the page, bars stand side by side and
// the years below them do not touch.
func TestTimelineInOneRow(t *testing.T) {
	b := openBrowser(t)
	for _, width := range []int64{320, 1280} {
		b.view(width, 900, false)
		for _, url := range []string{"/", "/?year=2015&year=2016&year=2017"} {
			b.open(url)
			if rows := eval[int](b, `new Set([...document.querySelectorAll(".bars li")].map(e => e.offsetTop)).size`); rows != 1 {
				t.Errorf("%s at %d px: bars in %d rows", url, width, rows)
			}
			if near := eval[[]string](b, `[...document.querySelectorAll(".bars .year.shown")].filter((e, i, all) => i > 0 &&
				e.getBoundingClientRect().left < all[i-1].getBoundingClientRect().right + 2).map(e => e.textContent)`); len(near) > 0 {
				t.Errorf("%s at %d px: years that touch the one before: %v", url, width, near)
			}
		}
	}
}

// TestAccessibility runs axe over every kind of page with everything unfolded:
// all rules wide and light, narrow and dark; the colours the other way round.
func TestAccessibility(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join("testdata", "browser", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		missing(t, "axe-core")
	}
	const all = `{type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}`
	const colours = `{type: "rule", values: ["color-contrast"]}`
	b := openBrowser(t, invented)
	for _, v := range []struct {
		width int64
		dark  bool
		rules string
	}{{1280, false, all}, {320, true, all}, {1280, true, colours}, {320, false, colours}} {
		b.view(v.width, 900, v.dark)
		for name, url := range pageKinds() {
			b.open(url)
			eval[string](b, string(axe)+"; axe.version")
			b.unfold()
			for _, found := range b.violations(v.rules) {
				t.Errorf("%s at %d px, dark %v: %s", name, v.width, v.dark, found)
			}
		}
	}
}

// violations are what axe finds by the rules, each with a few places. The bars
// of the timeline may be narrower than a finger: the same links stand in the
// list of single years, which is what WCAG 2.5.8 calls an equivalent control.
func (b *browser) violations(rules string) []string {
	b.t.Helper()
	return eval[[]string](b, `axe.run({resultTypes: ["violations"], runOnly: `+rules+`})
		.then(r => r.violations.map(v => Object.assign(v, {nodes: v.nodes.filter(n =>
			v.id != "target-size" || !document.querySelector(n.target[0]).closest(".bars"))}))
		.filter(v => v.nodes.length > 0).map(v => v.id + ": " + v.help + "\n" +
			v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + "\n" + n.failureSummary).join("\n")))`)
}
