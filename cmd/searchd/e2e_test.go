package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestServeTheSampleArchive(t *testing.T) {
	p := start(t, "serve", "--listen", "127.0.0.1:0").ready()
	all := p.search()
	if all.Total < 40 || all.Index.Comments == 0 {
		t.Fatalf("the sample has %d articles and %d comments", all.Total, all.Index.Comments)
	}
	for facet, counted := range all.Facets {
		for _, v := range counted.Values {
			if got := p.search(facet, v.Value).Total; got != v.Count {
				t.Errorf("%s=%s is counted %d times and selects %d", facet, v.Value, v.Count, got)
			}
		}
	}
	if status, body := p.get("/?q=Haushalt"); status != http.StatusOK || !strings.Contains(body, "<mark>") || !strings.Contains(body, "Beispielarchiv: ") {
		t.Errorf("the search page has status %d and no mark, or does not say that it is a sample", status)
	}
	if p.search("q", "Selenski~").Total == 0 {
		t.Error("the README's example of a fuzzy word finds nothing")
	}
	if status, _ := p.get("/article/" + url.PathEscape(all.Hits[0].ID)); status != http.StatusOK {
		t.Errorf("the page of article %s has status %d", all.Hits[0].ID, status)
	}
	p.stop()
}

func TestServeIsReadyAgainWithoutReading(t *testing.T) {
	corpus, data := t.TempDir(), t.TempDir()
	writeFile(t, filepath.Join(corpus, "a.jsonl"), articles(0, 50))
	finished(t, exitOK, "index", "--corpus", corpus, "--data", data)
	report := finished(t, exitOK, "index", "--corpus", corpus, "--data", data)
	if !strings.Contains(report, "unchanged  1 files") || !strings.Contains(report, "read       0 articles") {
		t.Errorf("a second import read again: %s", report)
	}
	p := start(t, "serve", "--data", data, "--listen", "127.0.0.1:0").ready()
	if got := p.search("q", "Sonderwort7").Total; got != 1 {
		t.Errorf("found %d articles, want 1", got)
	}
	if _, body := p.get("/readyz"); !strings.Contains(body, `"articles":50,"comments":100`) {
		t.Errorf("/readyz says %s; want 50 articles and 100 comments", body)
	}
	p.stop()
	out := finished(t, exitOK, "search", "--data", data, "--in", "comments", "Kommentarwort7")
	if !strings.HasPrefix(out, "1 hit\n") || !strings.Contains(out, "Leserin Eins: Das ist *Kommentarwort7*.") {
		t.Errorf("searchd search prints %q", out)
	}
	json := finished(t, exitOK, "search", "--data", data, "--json", "Haushalt")
	if got := decodeFound(t, json).Total; got != 50 {
		t.Errorf("searchd search --json has %d hits, want 50", got)
	}
	finished(t, exitUsage, "search", "--data", data, `"offen`)
	finished(t, exitOK, "check", "--data", data)
}

func TestKilledImportLosesNothing(t *testing.T) {
	const total, files, kills = 4000, 4, 10
	hitCount := regexp.MustCompile(`(?m)^(\d+) hit`)
	corpus, data := t.TempDir(), t.TempDir()
	for i := range files {
		part := articles(i*total/files, (i+1)*total/files)
		writeFile(t, filepath.Join(corpus, strconv.Itoa(i)+".jsonl"), part)
	}
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	stored := 0
	for range kills {
		wait := time.Duration(random.IntN(1200)) * time.Millisecond
		p := start(t, "index", "--corpus", corpus, "--data", data)
		time.Sleep(wait)
		p.Process.Kill()
		<-p.ended
		if hasArchive(data) != nil {
			continue // killed before there was one
		}
		// A damaged index is said before the hits.
		out := finished(t, exitOK, "search", "--data", data, "Haushalt")
		count := hitCount.FindStringSubmatch(out)
		if count == nil {
			t.Fatalf("after a kill at %s (seed %d) no count of hits: %s", wait, seed, out)
		}
		now, err := strconv.Atoi(count[1])
		if err != nil || now < stored {
			t.Fatalf("after a kill at %s (seed %d) %d articles are found, before %d: %s", wait, seed, now, stored, out)
		}
		finished(t, exitOK, "check", "--data", data)
		stored = now
	}
	finished(t, exitOK, "index", "--corpus", corpus, "--data", data)
	p := start(t, "serve", "--data", data, "--listen", "127.0.0.1:0").ready()
	if all := p.search(); all.Total != total || all.Index.Comments != 2*total {
		t.Errorf("seed %d: the index has %d articles and %d comments, want %d and %d", seed, all.Total, all.Index.Comments, total, 2*total)
	}
	for i := 0; i < total; i += total / 100 {
		if got := p.search("q", fmt.Sprintf("Sonderwort%d", i)).Total; got != 1 {
			t.Errorf("seed %d: article %d is found %d times", seed, i, got)
		}
	}
}

func TestSecondProcessFails(t *testing.T) {
	corpus, data := t.TempDir(), t.TempDir()
	writeFile(t, filepath.Join(corpus, "a.jsonl"), articles(0, 5))
	start(t, "serve", "--corpus", corpus, "--data", data, "--listen", "127.0.0.1:0").ready()
	for _, args := range [][]string{
		{"index", "--corpus", corpus, "--data", data},
		{"search", "--data", data, "x"},
		{"check", "--data", data},
	} {
		if out := finished(t, exitFailed, args...); !strings.Contains(out, "is in use by another searchd (process ") {
			t.Errorf("searchd %s says %q", args[0], out)
		}
	}
}

func TestAddressInUse(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	status, _, errs := call(t, map[string]string{"XDG_CACHE_HOME": t.TempDir()}, "", "serve", "--corpus", t.TempDir(), "--data", t.TempDir(), "--listen", taken.Addr().String())
	if status != exitFailed || !strings.Contains(errs, "choose another address with --listen") {
		t.Errorf("exit code %d, error %q", status, errs)
	}
}

func TestBadInputIsNamedAndTheRestIndexed(t *testing.T) {
	corpus, data := t.TempDir(), t.TempDir()
	in := func(name string) string { return filepath.Join(corpus, name) }
	writeFile(t, in("binary.txt"), "\x7fELF\x00\x01\x02\x00\xff\xfe\x00")
	writeFile(t, in("empty.txt"), "")
	writeFile(t, in("half.jsonl"), articles(0, 2)+`{"id":"x","title":"Halb`)
	writeFile(t, in("long.jsonl"), `{"id":"l","body":"`+strings.Repeat("a", 50<<20)+"\"}\n"+articles(2, 3))
	writeFile(t, in("type.jsonl"), `{"id":"t","title":17}`+"\n"+articles(3, 4))
	writeFile(t, in("locked/a.jsonl"), articles(4, 5))
	want := []string{"binary.txt: ", "empty.txt: ", "half.jsonl:3: ", "long.jsonl:1: ", "type.jsonl:1: "}
	readable := 5
	if os.Getuid() != 0 { // nothing is locked for root
		if err := os.Chmod(in("locked"), 0); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(in("locked"), 0o755) })
		want = append(want, "locked: ")
		readable = 4
	}
	report := finished(t, exitOK, "index", "--corpus", corpus, "--data", data)
	for _, w := range append(want, fmt.Sprintf("skipped    %d\n", len(want))) {
		if !strings.Contains(report, w) {
			t.Errorf("the report does not say %q", w)
		}
	}
	if out := finished(t, exitOK, "search", "--data", data, "Haushalt"); !strings.HasPrefix(out, fmt.Sprintf("%d hits", readable)) {
		t.Errorf("searched after bad input: %q", out)
	}
	if t.Failed() {
		t.Log(report)
	}
}

// TestTermLetsRequestsEnd holds a request open over the signal.
func TestTermLetsRequestsEnd(t *testing.T) {
	corpus, data := t.TempDir(), t.TempDir()
	writeFile(t, filepath.Join(corpus, "a.jsonl"), articles(0, 5))
	p := start(t, "serve", "--corpus", corpus, "--data", data, "--listen", "127.0.0.1:0").ready()
	conn, err := net.Dial("tcp", strings.TrimPrefix(p.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	const body = `{"q":"Haushalt"}`
	fmt.Fprintf(conn, "POST /api/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"+
		"Content-Length: %d\r\nExpect: 100-continue\r\n\r\n", len(body))
	read := bufio.NewReader(conn)
	if line, err := read.ReadString('\n'); err != nil || !strings.Contains(line, "100 Continue") {
		t.Fatalf("the server answers %q, %v", line, err)
	}
	if _, err := read.ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	// The handler is running and waits for the body.
	if err := p.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	p.until("the listener to close", func() bool {
		other, err := net.Dial("tcp", conn.RemoteAddr().String())
		if err == nil {
			other.Close()
		}
		return err != nil
	})
	fmt.Fprint(conn, body)
	answer, err := http.ReadResponse(read, nil)
	if err != nil {
		t.Fatalf("the request was not answered: %v", err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Errorf("the request was answered with status %d", answer.StatusCode)
	}
	if code := p.end(); code != exitOK {
		t.Errorf("exit code %d: %s", code, p.output)
	}
}
