package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// judgement is a query with the documents that answer it.
type judgement struct {
	query    query
	relevant map[string]bool
	half     string // tuning or reporting
}

// ranking says how well an engine ranks a set of judged queries.
type ranking struct {
	Set      string  `json:"set"`
	Engine   string  `json:"engine"`
	Half     string  `json:"half"`
	Queries  int     `json:"queries"`
	MRR      float64 `json:"mrr10"`    // mean reciprocal rank of the first relevant hit among ten
	Recall10 float64 `json:"recall10"` // mean share of the relevant among the first ten
	Recall50 float64 `json:"recall50"`
}

// judgedHits is the number of hits asked for.
const judgedHits = 50

// Halves of a set: what is tuned on one is reported on the other.
const (
	tuning    = "tuning"
	reporting = "reporting"
)

// halfOf divides by the relevant document, so that two questions about one
// paragraph are in the same half.
func halfOf(document string) string {
	hash := fnv.New32a()
	hash.Write([]byte(document)) // never fails
	if hash.Sum32()%2 == 0 {
		return tuning
	}
	return reporting
}

// rankings compares ours with Lucene's on every set.
func (s *settings) rankings(ctx context.Context, say func(string, ...any)) ([]ranking, error) {
	both := *s
	both.engines = slices.DeleteFunc(slices.Clone(s.engines), func(name string) bool { return name != "presseschau" && name != "lucene" })
	var all []ranking
	for _, set := range s.judgedSets() {
		found, err := both.rankJudged(ctx, set, say)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	if !s.pairs {
		return all, nil
	}
	found, err := both.rankPairs(ctx, say)
	return append(all, found...), err
}

func (s *settings) rankJudged(ctx context.Context, set string, say func(string, ...any)) ([]ranking, error) {
	judged, err := readJudged(s.judged, set)
	if err != nil {
		return nil, fmt.Errorf("read the judged queries of %s: %w", set, err)
	}
	p, err := s.prepare(ctx, filepath.Join(s.work, "judged-"+set), func(path string) error {
		return unpack(filepath.Join(s.judged, set+"-docs.jsonl.gz"), path)
	}, say)
	if err != nil {
		return nil, err
	}
	return s.rank(ctx, set, p, judged, say)
}

func (s *settings) rankPairs(ctx context.Context, say func(string, ...any)) ([]ranking, error) {
	p, err := s.prepare(ctx, filepath.Join(s.work, "articles"), func(path string) error {
		return writeArticles(ctx, s.corpus, path)
	}, say)
	if err != nil {
		return nil, err
	}
	judged, err := readPairs(p.path(peersName))
	if err != nil {
		return nil, err
	}
	return s.rank(ctx, "pairs", p, judged, say)
}

func (s *settings) judgedSets() []string {
	files, _ := filepath.Glob(filepath.Join(s.judged, "*-queries.tsv")) // the pattern is well formed
	var sets []string
	for _, f := range files {
		sets = append(sets, strings.TrimSuffix(filepath.Base(f), "-queries.tsv"))
	}
	return sets
}

// rank asks the judged queries of both engines.
func (s *settings) rank(ctx context.Context, set string, p *prepared, judged []judgement, say func(string, ...any)) ([]ranking, error) {
	say("ranking %d queries of %s", len(judged), set)
	queries := p.path("judged-" + set + ".jsonl")
	list := make([]query, len(judged))
	for i, j := range judged {
		list[i] = j.query
	}
	if err := writeQueries(queries, list); err != nil {
		return nil, err
	}
	var all []ranking
	err := s.withChildren(ctx, p, queries, func(children []*child) error {
		for _, c := range children {
			r, err := c.run(order{Mode: topOnly, Clients: 1, Size: judgedHits, Detail: true})
			if err != nil {
				return err
			}
			for _, half := range []string{tuning, reporting} {
				k := ranking{Set: set, Engine: c.name, Half: half}
				k.score(judged, r.Answers)
				all = append(all, k)
			}
		}
		return nil
	})
	return all, err
}

func (k *ranking) score(judged []judgement, answers []answer) {
	for i, j := range judged {
		if j.half != k.Half {
			continue
		}
		k.Queries++
		first, in10, in50 := -1, 0, 0
		for rank, id := range answers[i].IDs {
			if !j.relevant[id] {
				continue
			}
			if first < 0 {
				first = rank
			}
			if rank < 10 {
				in10++
			}
			in50++
		}
		if first >= 0 && first < 10 {
			k.MRR += 1 / float64(first+1)
		}
		k.Recall10 += float64(in10) / float64(len(j.relevant))
		k.Recall50 += float64(in50) / float64(len(j.relevant))
	}
	n := float64(max(k.Queries, 1))
	k.MRR, k.Recall10, k.Recall50 = k.MRR/n, k.Recall10/n, k.Recall50/n
}

func readJudged(dir, set string) ([]judgement, error) {
	relevant := map[string]map[string]bool{}
	half := map[string]string{}
	err := eachRow(filepath.Join(dir, set+"-qrels.tsv"), func(id, document string) {
		if relevant[id] == nil {
			relevant[id], half[id] = map[string]bool{}, halfOf(document)
		}
		relevant[id][document] = true
	})
	if err != nil {
		return nil, err
	}
	var judged []judgement
	err = eachRow(filepath.Join(dir, set+"-queries.tsv"), func(id, text string) {
		if relevant[id] != nil {
			judged = append(judged, judgement{query{Kind: "any", Words: plainWords(text)}, relevant[id], half[id]})
		}
	})
	return judged, err
}

// plainWords are the words of a question, without anything that is an operator
// in a query language.
func plainWords(text string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '-' }) {
		if w = strings.Trim(w, "-"); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// eachRow reads a table of two columns.
func eachRow(path string, visit func(first, second string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if first, second, ok := strings.Cut(lines.Text(), "\t"); ok {
			visit(first, second)
		}
	}
	return lines.Err()
}

func unpack(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	unzipped, err := gzip.NewReader(in)
	if err != nil {
		return err
	}
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, unzipped); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}
