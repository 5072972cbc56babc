package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// results is everything that a comparison found.
type results struct {
	Machine    machine      `json:"machine"`
	Corpus     *prepared    `json:"corpus"`
	Queries    []query      `json:"queries"`
	Latencies  []measured   `json:"latencies"`
	Throughput []throughput `json:"throughput"`
	Ranking    []ranking    `json:"ranking,omitempty"`
}

type machine struct {
	System    string    `json:"system"`
	Cores     int       `json:"cores"`
	Processor string    `json:"processor"`
	Go        string    `json:"go"`
	Time      time.Time `json:"time"`
}

// processor is its name, where the system tells.
func processor() string {
	info, _ := os.ReadFile("/proc/cpuinfo") // Linux alone has it
	_, rest, _ := strings.Cut(string(info), "model name\t: ")
	name, _, _ := strings.Cut(rest, "\n")
	return cmp.Or(name, "processor unknown")
}

// compare does everything and prints the tables.
func compare(ctx context.Context, s *settings, out, progress io.Writer) error {
	start := time.Now()
	say := func(format string, args ...any) {
		fmt.Fprintf(progress, "%5.0fs  %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, args...))
	}
	if s.work == "" {
		dir, err := os.MkdirTemp("", "bench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		s.work = dir
	}
	found := &results{Machine: machine{runtime.GOOS + "/" + runtime.GOARCH, runtime.NumCPU(), processor(), runtime.Version(), start.UTC()}}
	if s.documents > 0 {
		if err := s.measure(ctx, found, say); err != nil {
			return err
		}
	}
	if s.judged != "" || s.pairs {
		var err error
		if found.Ranking, err = s.rankings(ctx, say); err != nil {
			return err
		}
	}
	report(out, s, found)
	if s.out == "" {
		return nil
	}
	text, err := json.MarshalIndent(found, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(s.out, append(text, '\n'), 0o644)
}

// measure builds the indexes and takes the times.
func (s *settings) measure(ctx context.Context, found *results, say func(string, ...any)) error {
	dir := filepath.Join(s.work, strconv.Itoa(s.documents))
	p, err := s.prepare(ctx, dir, func(path string) error {
		sources, err := readSources(ctx, s.corpus)
		if err != nil {
			return err
		}
		return writeRecombined(sources, s.documents, path)
	}, say)
	if err != nil {
		return err
	}
	found.Corpus = p
	words, err := readVocabulary(p.path(peersName))
	if err != nil {
		return err
	}
	found.Queries = words.draw()
	if err := s.check(ctx, p, say); err != nil {
		return err
	}
	queries := p.path("queries.jsonl")
	if err := writeQueries(queries, found.Queries); err != nil {
		return err
	}
	if s.rounds == 0 {
		return nil
	}
	return s.withChildren(ctx, p, queries, func(children []*child) error {
		say("waiting for merges to end")
		for _, c := range children {
			c.settle()
		}
		if found.Latencies, err = s.latencies(children, say); err != nil {
			return err
		}
		found.Throughput, err = s.throughputs(children, say)
		return err
	})
}

// check asks every engine for everything, and compares the counts.
func (s *settings) check(ctx context.Context, p *prepared, say func(string, ...any)) error {
	say("comparing the counts of all documents")
	queries := p.path("everything.jsonl")
	if err := writeQueries(queries, []query{{Kind: "all", Words: []string{}}}); err != nil {
		return err
	}
	return s.withChildren(ctx, p, queries, sameCounts)
}

func writeQueries(path string, list []query) error {
	return writeLines(path, func(add func(any) error) error {
		for _, q := range list {
			if err := add(q); err != nil {
				return err
			}
		}
		return nil
	})
}

// of finds what an engine took in a mode.
func (r *results) of(engine, mode string) *measured {
	at := slices.IndexFunc(r.Latencies, func(m measured) bool { return m.Engine == engine && m.Mode == mode })
	if at < 0 {
		return nil
	}
	return &r.Latencies[at]
}
