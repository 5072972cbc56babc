package segment

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	index "github.com/blevesearch/bleve_index_api"
	api "github.com/blevesearch/scorch_segment_api/v2"
)

func testSchema() Schema {
	return Schema{{Name: "text", Positions: true}, {Name: "title", Positions: true}, {Name: "key"}}
}

// testDocument has the words of each field; a word's weight is weightOf.
type testDocument struct {
	index.Document
	id     string
	place  int
	words  [3][]string
	stored string
}

func weightOf(word string) int { return min(len(word), MaxWeight) }

func (d *testDocument) Size() int { return len(d.stored) }

func (d *testDocument) Build(b *Builder) {
	b.Document(d.id)
	for field, words := range d.words {
		for pos, w := range words {
			b.Add(field, []byte(w), pos*pos, weightOf(w))
		}
		if field < 2 {
			b.SetLength(field, len(words))
		}
	}
	b.Store([]byte(d.stored))
}

func randomDocuments(rnd *rand.Rand, n, from int) []*testDocument {
	docs := make([]*testDocument, n)
	for i := range docs {
		d := &testDocument{id: fmt.Sprintf("id%d", (from+i)*7919%10007), place: i, stored: fmt.Sprint("stored", from+i)}
		for field := range d.words {
			for range rnd.IntN(20) {
				// Few words are frequent and most are rare.
				word := fmt.Sprint("w", int(rnd.ExpFloat64()*float64(20+180*rnd.IntN(2))))
				if rnd.IntN(4) == 0 {
					word = "with more in common " + word
				}
				if field != 2 || !slices.Contains(d.words[field], word) {
					d.words[field] = append(d.words[field], word)
				}
			}
		}
		docs[i] = d
	}
	return docs
}

func newTestPlugin() *Plugin {
	return NewPlugin(testSchema(), func(a, b index.Document) int { return a.(*testDocument).place - b.(*testDocument).place })
}

// build makes a segment in memory out of documents in a wrong order.
func build(t *testing.T, p *Plugin, docs []*testDocument) api.Segment {
	t.Helper()
	given := make([]index.Document, len(docs))
	for i, d := range docs {
		given[len(docs)-1-i] = d
	}
	s, _, err := p.New(given)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// model is what a segment must say: for each field and term the documents with
// frequency and positions.
func model(docs []*testDocument) [3]map[string]string {
	var out [3]map[string]string
	for field := range out {
		out[field] = map[string]string{}
		for n, d := range docs {
			words := d.words[field]
			for _, w := range slices.Compact(slices.Sorted(slices.Values(words))) {
				freq, places := 0, []int(nil)
				for pos, x := range words {
					if x == w {
						freq += weightOf(w)
						places = append(places, pos*pos)
					}
				}
				if field == 2 {
					freq, places = 0, nil
				}
				out[field][w] += fmt.Sprint(n, freq, places, " ")
			}
		}
	}
	return out
}

// said is the same as a segment says it.
func said(t *testing.T, s *Segment) [3]map[string]string {
	t.Helper()
	var out [3]map[string]string
	for field, f := range s.schema {
		out[field] = map[string]string{}
		err := s.Dict(f.Name).Walk("", func(e Entry) error {
			p, err := e.Postings()
			if err != nil {
				return err
			}
			docs, err := e.AppendDocs(nil)
			if all := p.AppendDocs(nil); err != nil || e.Documents() != p.Len() || !slices.Equal(docs, all) {
				t.Errorf("%s: %d documents, %v, %v; want %v", e.Term, e.Documents(), docs, err, all)
			}
			out[field][string(e.Term)] = told(p)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func told(p *Postings) string {
	s := ""
	for r := p.Reader(); r.Next(); {
		s += fmt.Sprint(r.Doc, r.Freq, r.Append(nil), " ")
	}
	return s
}

func compare(t *testing.T, s *Segment, docs []*testDocument) {
	t.Helper()
	if s.Count() != uint64(len(docs)) {
		t.Fatalf("%d documents, want %d", s.Count(), len(docs))
	}
	got, want := said(t, s), model(docs)
	for field := range want {
		if !maps.Equal(got[field], want[field]) {
			t.Fatalf("field %d differs", field)
		}
	}
	lengths, err := s.Lengths("text")
	if err != nil {
		t.Fatal(err)
	}
	for n, d := range docs {
		id, err1 := s.DocID(uint64(n))
		stored, err2 := s.Stored(uint64(n))
		found, err3 := s.DocNumbers([]string{d.id, "nobody"})
		if err := errors.Join(err1, err2, err3); err != nil {
			t.Fatal(err)
		}
		if string(id) != d.id || string(stored) != d.stored || int(lengths[n]) != len(d.words[0]) ||
			!found.Equals(roaring.BitmapOf(uint32(n))) {
			t.Fatalf("document %d: %s %s, length %d, found %v; want %+v", n, id, stored, lengths[n], found, d)
		}
	}
}

func segmentOf(t *testing.T, s api.Segment) *Segment {
	t.Helper()
	out, ok := Of(s)
	if !ok {
		t.Fatalf("%T is no segment", s)
	}
	return out
}

// TestMerged builds, persists and merges random segments with deletions and
// compares each with its documents.
func TestMerged(t *testing.T) {
	p, dir := newTestPlugin(), t.TempDir()
	for round := range 12 {
		rnd := rand.New(rand.NewPCG(1, uint64(round)))
		var segments []api.Segment
		var drops []*roaring.Bitmap
		var left []*testDocument
		for i := range 1 + rnd.IntN(4) {
			docs := randomDocuments(rnd, rnd.IntN(300), 1000*i)
			s := build(t, p, docs)
			compare(t, segmentOf(t, s), docs)
			segments, drops = append(segments, s), append(drops, nil)
			if rnd.IntN(2) == 0 {
				drops[i] = roaring.New()
			}
			for n, d := range docs {
				if drops[i] != nil && rnd.IntN(3) == 0 {
					drops[i].Add(uint32(n))
				} else {
					left = append(left, d)
				}
			}
		}
		path := filepath.Join(dir, fmt.Sprint(round))
		numbers, size, err := p.Merge(segments, drops, path, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		opened, err := p.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || uint64(info.Size()) != size || len(numbers) != len(segments) {
			t.Errorf("file %v, %v, want %d bytes; numbers of %d segments", info, err, size, len(numbers))
		}
		compare(t, segmentOf(t, opened), left)
		if err := opened.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestPersisted has one form of a file, whichever way it is made.
func TestPersisted(t *testing.T) {
	p, dir := newTestPlugin(), t.TempDir()
	docs := randomDocuments(rand.New(rand.NewPCG(3, 4)), 200, 0)
	s := build(t, p, docs)
	persisted, merged := filepath.Join(dir, "persisted"), filepath.Join(dir, "merged")
	if err := s.(api.UnpersistedSegment).Persist(persisted); err != nil {
		t.Fatal(err)
	}
	if _, _, err := p.Merge([]api.Segment{s}, []*roaring.Bitmap{nil}, merged, nil, nil); err != nil {
		t.Fatal(err)
	}
	a, err1 := os.ReadFile(persisted)
	b, err2 := os.ReadFile(merged)
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("a segment differs from the merge of it alone")
	}
	if sum := crc32.ChecksumIEEE(a[:len(a)-4]); sum != binary.BigEndian.Uint32(a[len(a)-4:]) {
		t.Error("the checksum does not match")
	}
}

func TestClosedMerge(t *testing.T) {
	p := newTestPlugin()
	s := build(t, p, randomDocuments(rand.New(rand.NewPCG(5, 6)), 10, 0))
	closed := make(chan struct{})
	close(closed)
	path := filepath.Join(t.TempDir(), "merged")
	if _, _, err := p.Merge([]api.Segment{s}, []*roaring.Bitmap{nil}, path, closed, nil); err != api.ErrClosed {
		t.Errorf("error %v, want that of a closed index", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("an unfinished file was left: %v", err)
	}
}

// TestSeek goes through the postings of a term in steps of any size.
func TestSeek(t *testing.T) {
	var e encoder
	e.positional = true
	const documents = 5*block + 7
	for d := range uint32(documents) {
		e.add(3*d, 1+d%3, 1+d%3)
		for i := range 1 + d%3 {
			e.positions = binary.AppendUvarint(e.positions, uint64(200*(d%2)+i+1))
		}
	}
	p, err := decode(e.appendTo(nil), true)
	if err != nil {
		t.Fatal(err)
	}
	all := map[uint32]string{}
	for r := p.Reader(); r.Next(); {
		all[r.Doc] = fmt.Sprint(r.Freq, r.Append(nil))
	}
	rnd := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		farthest := 1 + rnd.IntN(3*documents)
		r := p.Reader()
		for doc := uint32(0); doc < 3*documents; doc += 1 + uint32(rnd.IntN(farthest)) {
			found := r.Seek(doc)
			if want := all[doc]; found != (want != "") || found && fmt.Sprint(r.Freq, r.Append(nil)) != want {
				t.Fatalf("document %d: %t %d %v; want %s", doc, found, r.Freq, r.Append(nil), want)
			}
			if found && rnd.IntN(2) == 0 && r.First() != r.Append(nil)[0] {
				t.Fatalf("document %d: the first position is %d, want %d", doc, r.First(), r.Append(nil)[0])
			}
		}
	}
}

// FuzzOpen reads files with any bytes: they must be refused or read, without a
// panic.
func FuzzOpen(f *testing.F) {
	b := NewBuilder(testSchema())
	for _, d := range randomDocuments(rand.New(rand.NewPCG(9, 10)), 3, 0) {
		d.Build(b)
	}
	data, err := b.Build()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data, 0, byte(0))
	f.Fuzz(func(t *testing.T, data []byte, at int, to byte) {
		if at >= 0 && at < len(data) {
			data[at] ^= to
		}
		s, err := read(data, testSchema())
		if err != nil {
			return
		}
		for doc := range min(s.Count(), 10) {
			s.Stored(doc) //nolint:errcheck // must not panic
		}
		s.find("id0")      //nolint:errcheck // likewise
		s.Lengths("title") //nolint:errcheck // likewise
	})
}

// FuzzPostings decodes any bytes as postings.
func FuzzPostings(f *testing.F) {
	f.Add([]byte{2, 3, 1, 2, 5, 9}, true)
	f.Add([]byte{2, 3, 1}, false)
	f.Fuzz(func(t *testing.T, data []byte, positions bool) {
		p, err := decode(data, positions)
		if err != nil {
			return
		}
		all := p.AppendDocs(nil)
		if docs, err := appendDocs(nil, data, positions); err != nil || !slices.Equal(docs, all) {
			t.Errorf("documents alone: %v, %v; want %v", docs, err, all)
		}
		n := 0
		for r := p.Reader(); r.Next(); n++ {
			if r.Doc != all[n] {
				t.Errorf("document %d is %d, want %d", n, r.Doc, all[n])
			}
			if r.Count < 1000 {
				r.Append(nil)
			}
		}
		if n != p.Len() {
			t.Errorf("%d documents, want %d", n, p.Len())
		}
	})
}
