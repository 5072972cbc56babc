package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"presseschau/web"
)

// Limits of the lines that are counted.
const (
	maxFrequent  = 50_000 // different lines in memory
	keptFrequent = 100    // kept in the archive, the most frequent
	maxFurniture = 200    // bytes of a line; a longer one is no furniture of many pages
)

// frequent counts lines, by several goroutines at once. Its memory is bounded:
// when there are too many, every count loses one and those without are
// forgotten, so that counts are lower bounds (Misra, Gries, "Finding repeated
// elements", Science of Computer Programming 2, 1982).
type frequent struct {
	mu sync.Mutex
	n  map[string]int
}

func newFrequent(known []web.Count) *frequent {
	f := &frequent{n: make(map[string]int, len(known))}
	for _, c := range known {
		f.n[c.Name] = c.Count
	}
	return f
}

func (f *frequent) add(line string) {
	if len(line) > maxFurniture {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, known := f.n[line]; !known {
		if len(f.n) >= maxFrequent {
			f.thin()
		}
		line = strings.Clone(line) // of a whole page
	}
	f.n[line]++
}

func (f *frequent) thin() {
	for line := range f.n {
		if f.n[line]--; f.n[line] <= 0 {
			delete(f.n, line)
		}
	}
}

// most are the lines that came most often, at least twice.
func (f *frequent) most() []web.Count {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []web.Count
	for line, n := range f.n {
		if n > 1 {
			out = append(out, web.Count{Name: line, Count: n})
		}
	}
	slices.SortFunc(out, func(a, b web.Count) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Name, b.Name)) })
	return out[:min(len(out), keptFrequent)]
}

// droppedLines reads what an archive keeps of the lines that were left out.
func droppedLines(kept string) ([]web.Count, error) {
	if kept == "" {
		return nil, nil
	}
	var out []web.Count
	if err := json.Unmarshal([]byte(kept), &out); err != nil {
		return nil, fmt.Errorf("read the lines that were left out: %w", err)
	}
	return out, nil
}
