package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"strings"

	"presseschau/actors/internal/tagger"
)

// eachLine calls a function with every line of a file, unpacked if its name
// ends in .gz.
func eachLine(path string, each func(line string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return fmt.Errorf("unpack %s: %w", path, err)
		}
	}
	br := bufio.NewReaderSize(r, 1<<20)
	for {
		line, err := br.ReadString('\n')
		if line != "" {
			each(strings.TrimRight(line, "\r\n"))
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
	}
}

// readColumns reads sentences of a token a line, an empty line between two. The
// word and the label stand in columns counted from 0; a line that begins with #
// and a tab is a comment.
func readColumns(path string, word, label int) ([]*example, error) {
	var list []*example
	x := &example{weight: 1}
	flush := func() {
		if len(x.words) > 0 {
			list = append(list, x)
		}
		x = &example{weight: 1}
	}
	err := eachLine(path, func(line string) {
		if strings.HasPrefix(line, "#\t") && label > 1 {
			return
		}
		fields := strings.Split(line, "\t")
		if len(fields) <= label {
			flush()
			return
		}
		x.words = append(x.words, strings.Clone(fields[word]))
		x.labels = append(x.labels, labelOf(fields[label]))
	})
	flush()
	for _, x := range list {
		repair(x.labels)
	}
	return list, err
}

// labelOf reads a label in the notation of GermEval, UNER or CoreNLP, which has
// no B-. What is derived from a name, or only a part of a word, is none.
func labelOf(s string) tagger.Label {
	kind := tagger.None
	switch strings.TrimPrefix(strings.TrimPrefix(s, "B-"), "I-") {
	case "PER", "PERSON":
		kind = tagger.Person
	case "ORG", "ORGANIZATION":
		kind = tagger.Organisation
	case "LOC", "LOCATION":
		kind = tagger.Place
	case "OTH", "MISC":
		kind = tagger.Other
	default:
		return 0
	}
	if strings.HasPrefix(s, "B-") {
		return tagger.Begin(kind)
	}
	return tagger.Inside(kind)
}

// repair lets every name begin with a label that begins one.
func repair(labels []tagger.Label) {
	before := tagger.Label(0)
	for i, l := range labels {
		if !l.MayFollow(before) {
			labels[i] = tagger.Begin(l.Kind())
		}
		before = labels[i]
	}
}

// joinHyphens makes one token again of words that the treebanks divide at
// hyphens. It keeps a name whose last token grows at its head only.
func joinHyphens(x *example) {
	var words []string
	var labels []tagger.Label
	for i := 0; i < len(x.words); i++ {
		if x.words[i] == "-" && len(words) > 0 && i+1 < len(x.words) && startsWord(x.words[i+1]) && startsWord(words[len(words)-1]) {
			last := len(words) - 1
			words[last] += "-" + x.words[i+1]
			if x.labels[i+1] == 0 || x.labels[i] == 0 {
				labels[last] = 0
			}
			i++
			continue
		}
		words, labels = append(words, x.words[i]), append(labels, x.labels[i])
	}
	x.words, x.labels = words, labels
	repair(x.labels)
}

func startsWord(w string) bool {
	toks, _ := tagger.Next(w, 0, nil)
	return len(toks) == 1 && (len(w) > 1 || w >= "A")
}

// share gives a sentence a number below n that depends on its words alone.
func share(words []string, n uint32) uint32 {
	h := fnv.New32a()
	for _, w := range words {
		h.Write([]byte(w))
		h.Write([]byte{' '})
	}
	return h.Sum32() / 7 % n
}

// text is the running text that clusters are made from.
type text struct {
	ID, Title, Lead, Body string
}

// eachSentence calls a function with the words of every sentence of the
// articles in the JSON lines files of a folder.
func eachSentence(dir string, each func(id string, words []string)) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl.gz"))
	if err != nil {
		return err
	}
	var words []string
	var toks []tagger.Token
	for _, path := range files {
		var wrong error
		err := eachLine(path, func(line string) {
			var t text
			if err := json.Unmarshal([]byte(line), &t); err != nil {
				wrong = errors.Join(wrong, err)
				return
			}
			s := t.Title + "\n" + t.Lead + "\n" + t.Body
			for at := 0; at < len(s); {
				toks, at = tagger.Next(s, at, toks)
				words = words[:0]
				for _, tok := range toks {
					words = append(words, s[tok.Start:tok.End])
				}
				each(t.ID, words)
			}
		})
		if err = errors.Join(err, wrong); err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
	}
	return nil
}
