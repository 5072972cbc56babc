package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patience bounds every wait for a process. It is no expectation of speed: a
// test that reaches it has failed.
const patience = 60 * time.Second

// folder holds the binary. TestMain makes and removes it.
var folder string

// binary builds searchd once, when the first test needs it.
var binary = sync.OnceValues(func() (string, error) {
	path := filepath.Join(folder, "searchd")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%w: %s", err, out)
	}
	return path, err
})

func TestMain(m *testing.M) {
	var err error
	if folder, err = os.MkdirTemp("", "searchd-test"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	status := m.Run()
	os.RemoveAll(folder)
	os.Exit(status)
}

// process is a running searchd.
type process struct {
	*exec.Cmd
	t      *testing.T
	url    string // of a server
	output *lockedBuffer
	ended  chan struct{}
}

type lockedBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

// start starts searchd and does not wait for it. It is killed when the test
// ends.
func start(t *testing.T, args ...string) *process {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatalf("build searchd: %v", err)
	}
	p := &process{Cmd: exec.Command(path, args...), t: t, output: &lockedBuffer{}, ended: make(chan struct{})}
	p.Env = append(os.Environ(), "XDG_CACHE_HOME="+t.TempDir())
	p.Dir = t.TempDir()
	p.Stderr = p.output
	out, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	lines := make(chan string, 1)
	go func() {
		defer close(p.ended)
		defer close(lines)
		read := bufio.NewReader(out)
		first, _ := read.ReadString('\n')
		lines <- first
		io.WriteString(p.output, first)
		io.Copy(p.output, read)
		p.Wait()
	}()
	t.Cleanup(func() { p.Process.Kill(); <-p.ended })
	if len(args) == 0 || args[0] == "serve" {
		p.url = serverURL(p, lines)
	}
	return p
}

// serverURL waits until a server says where it is.
func serverURL(p *process, lines <-chan string) string {
	p.t.Helper()
	line, ok := <-lines
	_, rest, found := strings.Cut(line, "http://")
	if !ok || !found {
		<-p.ended
		p.t.Fatalf("searchd %v does not serve: %s", p.Args[1:], p.output)
	}
	return "http://" + strings.TrimSuffix(strings.Fields(rest)[0], "/")
}

// end waits for the process and gives its exit code.
func (p *process) end() int {
	p.t.Helper()
	select {
	case <-p.ended:
	case <-time.After(patience):
		p.t.Fatalf("searchd %v did not end: %s", p.Args[1:], p.output)
	}
	return p.ProcessState.ExitCode()
}

// stop asks the process to end and expects it to do so in good order.
func (p *process) stop() {
	p.t.Helper()
	if err := p.Process.Signal(syscall.SIGTERM); err != nil {
		p.t.Fatal(err)
	}
	if code := p.end(); code != exitOK {
		p.t.Fatalf("searchd %v ended with code %d: %s", p.Args[1:], code, p.output)
	}
}

// finished runs searchd to its end.
func finished(t *testing.T, want int, args ...string) string {
	t.Helper()
	p := start(t, args...)
	if code := p.end(); code != want {
		t.Fatalf("searchd %v ended with code %d, want %d: %s", args, code, want, p.output)
	}
	return p.output.String()
}

// get asks the server and gives status and body.
func (p *process) get(path string) (int, string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.t.Context(), patience)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, p.url+path, nil)
	if err != nil {
		p.t.Fatal(err)
	}
	return p.do(r)
}

func (p *process) do(r *http.Request) (int, string) {
	p.t.Helper()
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		p.t.Fatalf("%v\n%s", err, p.output)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	return answer.StatusCode, string(body)
}

// until waits for a condition.
func (p *process) until(what string, is func() bool) {
	p.t.Helper()
	for end := time.Now().Add(patience); !is(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			p.t.Fatalf("waited in vain for %s: %s", what, p.output)
		}
	}
}

func (p *process) ready() *process {
	p.t.Helper()
	p.until("readiness", func() bool {
		status, _ := p.get("/readyz")
		return status == http.StatusOK
	})
	return p
}

// found is a part of the endpoint's answer.
type found struct {
	Total int `json:"total"`
	Hits  []struct {
		ID       string `json:"id"`
		Outlet   string `json:"outlet"`
		Comments struct {
			Matching int `json:"matching"`
			Hits     []struct {
				N      int    `json:"n"`
				Author string `json:"author"`
			} `json:"hits"`
		} `json:"comments"`
	} `json:"hits"`
	Facets map[string]struct {
		Values []struct {
			Value string `json:"value"`
			Count int    `json:"count"`
		} `json:"values"`
	} `json:"facets"`
	Index struct {
		Articles int `json:"articles"`
		Comments int `json:"comments"`
	} `json:"index"`
}

// search asks the endpoint for parameters given in pairs.
func (p *process) search(params ...string) found {
	p.t.Helper()
	values := url.Values{}
	for i := 0; i < len(params); i += 2 {
		values.Add(params[i], params[i+1])
	}
	status, body := p.get("/api/search?" + values.Encode())
	if status != http.StatusOK {
		p.t.Fatalf("search %v: status %d: %s", params, status, body)
	}
	return decodeFound(p.t, body)
}

func decodeFound(t *testing.T, body string) found {
	t.Helper()
	var f found
	if err := json.Unmarshal([]byte(body), &f); err != nil {
		t.Fatal(err)
	}
	return f
}

// writeFile writes a file of a test's corpus.
func writeFile(t *testing.T, path, content string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(content), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// articles are JSON lines of invented articles numbered from first to below
// end; each has a word of its own, "Sonderwort17", and two comments.
func articles(first, end int) string {
	var sb strings.Builder
	for i := first; i < end; i++ {
		fmt.Fprintf(&sb, `{"id":"erfunden-%d","outlet":"Blatt %d","date":"%d-03-%02d","title":"Meldung über Sonderwort%d",`+
			`"body":"Die Regierung berät über den Haushalt. %s","comments":[`+
			`{"author":"Leserin Eins","text":"Das ist Kommentarwort%d."},{"author":"Leser Zwei","text":"Dagegen."}]}`+"\n",
			i, i%5, 2010+i%10, 1+i%28, i, strings.Repeat("Der Ausschuss tagt erneut und vertagt sich. ", 10), i)
	}
	return sb.String()
}
