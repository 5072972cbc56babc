package segment

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"
	index "github.com/blevesearch/bleve_index_api"
	"github.com/blevesearch/mmap-go"
	api "github.com/blevesearch/scorch_segment_api/v2"
)

// Type and Version are the name under which scorch knows the format, and the
// version of its files.
const (
	Type    = "presseschau"
	Version = 2
)

// Document is a document that can be indexed: it puts itself into a builder.
type Document interface {
	index.Document
	Build(*Builder)
}

// Plugin is the segment plugin of scorch for a schema.
type Plugin struct {
	schema   Schema
	order    func(a, b index.Document) int
	builders sync.Pool
	built    atomic.Uint32 // segments
}

// NewPlugin makes a plugin. The documents of a batch, which come in any order,
// are put into that of order.
func NewPlugin(schema Schema, order func(a, b index.Document) int) *Plugin {
	return &Plugin{schema: schema, order: order, builders: sync.Pool{New: func() any { return NewBuilder(schema) }}}
}

// Type is the name of the format.
func (p *Plugin) Type() string { return Type }

// Version is the version of the format.
func (p *Plugin) Version() uint32 { return Version }

// New builds a segment in memory and gives its size in bytes.
func (p *Plugin) New(docs []index.Document) (api.Segment, uint64, error) {
	b := p.builders.Get().(*Builder)
	b.Reset()
	b.serial = p.built.Add(1)
	size := 0
	for _, d := range docs {
		size += d.Size()
	}
	b.Grow(size)
	for _, d := range slices.SortedStableFunc(slices.Values(docs), p.order) {
		doc, ok := d.(Document)
		if !ok {
			return nil, 0, fmt.Errorf("build segment: %T cannot be indexed", d)
		}
		doc.Build(b)
	}
	s, err := b.segment()
	if err != nil {
		return nil, 0, fmt.Errorf("build segment: %w", err)
	}
	p.builders.Put(b)
	return &unpersisted{s}, uint64(len(s.data)), nil
}

// NewUsing is New; the format has no options.
func (p *Plugin) NewUsing(docs []index.Document, _ map[string]any) (api.Segment, uint64, error) {
	return p.New(docs)
}

// Open maps a file into memory.
func (p *Plugin) Open(path string) (api.Segment, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open segment: %w", err)
	}
	defer f.Close() //nolint:errcheck // read only; the mapping does not need it
	mapped, err := mmap.Map(f, mmap.RDONLY, 0)
	if err != nil {
		return nil, fmt.Errorf("open segment %s: %w", path, err)
	}
	s, err := read(mapped, p.schema)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open segment %s: %w", path, err), mapped.Unmap())
	}
	s.path, s.mapped = path, mapped
	return &persisted{s}, nil
}

// OpenUsing is Open; the format has no options.
func (p *Plugin) OpenUsing(path string, _ map[string]any) (api.Segment, error) { return p.Open(path) }

// Merge joins segments into a file, without the documents to drop. It gives
// the new numbers of the documents of each, and the size of the file.
func (p *Plugin) Merge(segments []api.Segment, drops []*roaring.Bitmap, path string,
	closed chan struct{}, report api.StatsReporter) ([][]uint64, uint64, error) {
	from := make([]*Segment, len(segments))
	for i, s := range segments {
		var ok bool
		if from[i], ok = Of(s); !ok {
			return nil, 0, fmt.Errorf("merge segments: %T is of another format", s)
		}
	}
	m := &merger{schema: p.schema, from: from, numbers: renumber(from, drops), closed: closed}
	size := uint64(0)
	err := writeFile(path, func(out *bufio.Writer) error {
		m.w = newWriter(out)
		err := m.run()
		size = m.w.count
		return err
	})
	if errors.Is(err, api.ErrClosed) {
		return nil, 0, api.ErrClosed // scorch compares it as it is
	}
	if err != nil {
		return nil, 0, fmt.Errorf("merge %d segments: %w", len(from), err)
	}
	if report != nil {
		report.ReportBytesWritten(size)
	}
	return m.numbers, size, nil
}

// MergeUsing is Merge; the format has no options.
func (p *Plugin) MergeUsing(segments []api.Segment, drops []*roaring.Bitmap, path string,
	closed chan struct{}, report api.StatsReporter, _ map[string]any) ([][]uint64, uint64, error) {
	return p.Merge(segments, drops, path, closed, report)
}

// writeFile makes a file that is whole and on disk, or none.
func writeFile(path string, write func(*bufio.Writer) error) error {
	const buffer = 1 << 20
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(f, buffer)
	err = write(out)
	if err == nil {
		err = errors.Join(out.Flush(), f.Sync())
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// unpersisted is a segment that scorch has to write.
type unpersisted struct{ *Segment }

// Persist writes the segment to a file.
func (s *unpersisted) Persist(path string) error {
	return writeFile(path, func(out *bufio.Writer) error {
		_, err := out.Write(s.data)
		return err
	})
}

// persisted is a segment that is a file.
type persisted struct{ *Segment }

// Path is the file's.
func (s *persisted) Path() string { return s.path }

// Of gives the segment that scorch holds; false if it is of another format.
func Of(s api.Segment) (*Segment, bool) {
	switch s := s.(type) {
	case *unpersisted:
		return s.Segment, true
	case *persisted:
		return s.Segment, true
	}
	return nil, false
}
