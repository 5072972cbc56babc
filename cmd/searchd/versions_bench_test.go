package main

import (
	"testing"

	"presseschau/archive"
	"presseschau/sameness"
)

// compareAll is the number of articles that are compared all with all.
const compareAll = 5000

// BenchmarkVersions reports how many of the pairs of articles that are alike
// are in one group, in percent, and how many of the pairs in a group are not
// alike, which are joined by others between them.
func BenchmarkVersions(b *testing.B) {
	lib, _ := benchImport(b)
	defer lib.Close()
	changes, err := lib.arch.Changes(b.Context(), 0, 1<<20)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		some := middle(changes)
		sets := make([]sameness.Set, len(some))
		var alike, found, grouped, wrong float64
		for i, c := range some {
			a := c.Record.Article
			sets[i] = sameness.Shingle(a.Title, a.Lead, a.BodyText()).Set()
			for j := range i {
				is, together := sets[i].Alike(sets[j]), c.Record.Group != 0 && c.Record.Group == some[j].Record.Group
				if is {
					alike++
				}
				if is && together {
					found++
				}
				if together {
					grouped++
				}
				if together && !is {
					wrong++
				}
			}
		}
		b.ReportMetric(float64(len(some)), "articles")
		b.ReportMetric(alike, "pairs")
		b.ReportMetric(100*found/max(alike, 1), "%found")
		b.ReportMetric(100*wrong/max(grouped, 1), "%wrong")
	}
}

// middle takes compareAll changes in a row, for what lies side
// by side in an archive is often alike.
func middle(changes []archive.Change) []archive.Change {
	from := max(0, (len(changes)-compareAll)/2)
	return changes[from:min(len(changes), from+compareAll)]
}
