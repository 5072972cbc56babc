package main

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"presseschau/corpus"
)

// TestInterruptedInput ends an import that waits for more of standard input.
func TestInterruptedInput(t *testing.T) {
	for _, tc := range []struct {
		name, input string
		want        int // articles that are kept
	}{
		{"nothing came", "", 0},
		{"articles came", articles(0, 20), 20},
		{"a part of one came", articles(0, 20) + `{"id":"erfunden-21","ti`, 20},
	} {
		in := opened(t, t.TempDir(), "")
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		waiting, writer := io.Pipe()
		defer writer.Close()
		go io.WriteString(writer, tc.input)
		in.paths, in.reading.Input = []string{corpus.Input}, interruptible(ctx, waiting)
		go func() {
			for in.progress.articles.Load() < int64(tc.want) && ctx.Err() == nil {
				time.Sleep(time.Millisecond)
			}
			cancel()
		}()
		rep, err := in.run(ctx)
		if !errors.Is(err, context.Canceled) || rep.skipped.total > 0 || (rep.files > 0) != (tc.want > 0) {
			t.Errorf("%s: the import ends with %v, %d files read, and skips %q", tc.name, err, rep.files, rep.skipped.lines())
		}
		counts, err := in.lib.arch.Counts(t.Context())
		if err := errors.Join(err, in.lib.Close()); err != nil || counts.Articles != tc.want {
			t.Errorf("%s: %d articles are kept, want %d; %v", tc.name, counts.Articles, tc.want, err)
		}
	}
}

// TestInputEnds expects that what is read is what came, with its end or error.
func TestInputEnds(t *testing.T) {
	broken := errors.New("broken")
	for _, want := range []error{nil, broken} {
		in := io.Reader(strings.NewReader("Text"))
		if want != nil {
			in = io.MultiReader(in, failing{want})
		}
		text, err := io.ReadAll(interruptible(t.Context(), in))
		if string(text) != "Text" || !errors.Is(err, want) {
			t.Errorf("read %q, %v; want %q, %v", text, err, "Text", want)
		}
	}
}

// failing is a reader that fails.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
