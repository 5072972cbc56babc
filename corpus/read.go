package corpus

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"
	"sync"
)

// Options say how to read. The zero value is ready for use.
type Options struct {
	// Outlets names the outlets; nil: the built-in table.
	Outlets *Outlets
	// Forums knows the markup of comments; nil: the built-in table.
	Forums *Forums
	// PseudonymKey, if not empty, replaces the names of comment authors by a
	// keyed hash such as "Leser-3f9a1c".
	PseudonymKey []byte
	// Columns names the columns of tables: a member of ColumnMembers to the name
	// that the header has for it, where it is not one of those known.
	Columns map[string]string
	// Input is what the path "-" stands for; nil: there is no such path.
	Input io.Reader
	// Progress is called with the number of source bytes consumed since its
	// last call, compressed ones for a compressed file; may be nil.
	Progress func(bytes int64)
	// Dropped is called with every line of a raw page that is left out as
	// furniture, by several goroutines at once; may be nil. Where names are
	// replaced it is never called, for a line may be the name of a reader.
	Dropped func(line string)
}

// Read reads the articles of all files below paths: Files and ReadFile in one.
func Read(ctx context.Context, paths []string, opts Options) iter.Seq2[*Article, error] {
	return func(yield func(*Article, error) bool) {
		r, err := NewReader(opts)
		if err != nil {
			yield(nil, err)
			return
		}
		for file, err := range Files(paths) {
			if err != nil {
				if !yield(nil, err) {
					return
				}
				continue
			}
			if !r.read(ctx, file, yield) {
				return
			}
		}
	}
}

// ReadFile reads the articles of one file. Errors are a *Problem each, behind
// which reading goes on; any other error, such as that of ctx, ends it.
// Whoever reads many files one by one does better with one Reader.
func ReadFile(ctx context.Context, file File, opts Options) iter.Seq2[*Article, error] {
	return func(yield func(*Article, error) bool) {
		r, err := NewReader(opts)
		if err != nil {
			yield(nil, err)
			return
		}
		r.read(ctx, file, yield)
	}
}

// Reader reads files. It may be used by several goroutines at once.
type Reader struct {
	opts    Options
	outlets *Outlets
	tongues *languages
	formats []format
	notes   *sidecars
	pages   func() (*pageParser, error) // built when the first page is met
	// webPages likewise, for the first page of HTML
	webPages func() (*htmlParser, error)
}

// NewReader prepares a Reader. An error can only come from the built-in tables.
func NewReader(opts Options) (*Reader, error) {
	outlets := opts.Outlets
	if outlets == nil {
		var err error
		if outlets, err = NewOutlets(); err != nil {
			return nil, err
		}
	}
	tongues, err := newLanguages()
	if err != nil {
		return nil, err
	}
	pages := sync.OnceValues(func() (*pageParser, error) { return newPageParser(outlets) })
	return &Reader{
		opts:    opts,
		outlets: outlets,
		tongues: tongues,
		formats: formats(),
		notes:   &sidecars{folders: map[string]map[string]*Article{}},
		pages:   pages,
		webPages: sync.OnceValues(func() (*htmlParser, error) {
			p, err := pages()
			if err != nil {
				return nil, err
			}
			return newHTMLParser(p, opts.Forums)
		}),
	}, nil
}

// ReadFile is the function of that name with the tables of the Reader.
func (r *Reader) ReadFile(ctx context.Context, file File) iter.Seq2[*Article, error] {
	return func(yield func(*Article, error) bool) { r.read(ctx, file, yield) }
}

// format is a kind of source file. A new one is added to formats.
type format struct {
	name   string
	suffix []string               // of the file's name, without ".gz" and its like
	sniff  func(head []byte) bool // looks at the content where the name says nothing
	read   func(*Reader, *job)    // yields its articles and problems
	binary bool                   // it has more than text: what the content looks like says nothing
	holds  bool                   // files; it may not stand within another
}

// formats lists the formats; of those whose sniff agrees, the first is taken.
func formats() []format {
	return []format{
		{name: "tar", suffix: []string{".tar"}, sniff: looksLikeTar, read: (*Reader).readTar, binary: true, holds: true},
		{name: "zip", suffix: []string{".zip"}, sniff: looksLikeZip, read: (*Reader).readZip, binary: true, holds: true},
		{name: "WARC", suffix: warcSuffixes(), sniff: looksLikeWARC, read: (*Reader).readWARC, binary: true},
		{name: "JSON", suffix: jsonSuffixes(), sniff: looksLikeJSON, read: (*Reader).readLines},
		{name: "feed", suffix: []string{".rss", ".atom"}, sniff: looksLikeFeed, read: (*Reader).readFeed},
		{name: "HTML", suffix: []string{".html", ".htm", ".xhtml"}, sniff: looksLikeHTML, read: (*Reader).readHTML},
		{name: "table", suffix: []string{".csv", ".tsv"}, sniff: looksLikeTable, read: (*Reader).readCSV},
		{name: "text", suffix: []string{".txt", ".text"}, sniff: looksLikeText, read: (*Reader).readPage},
	}
}

func warcSuffixes() []string { return []string{".warc", ".wet"} }

func jsonSuffixes() []string { return []string{".jsonl", ".ndjson", ".json"} }

// byName finds the format by the name of the file; nil if that says nothing.
func (r *Reader) byName(path string) *format {
	name := unpackedName(path)
	for i := range r.formats {
		for _, suffix := range r.formats[i].suffix {
			if strings.HasSuffix(name, suffix) {
				return &r.formats[i]
			}
		}
	}
	return nil
}

// byContent finds the format by the content; nil if there is none.
func (r *Reader) byContent(path string, head []byte) *format {
	name := unpackedName(path)
	for i := range r.formats {
		if filepath.Ext(name) != "" && r.formats[i].name == "text" {
			return nil // .css, .xml, …: text, but not a page as it is read
		}
		if r.formats[i].sniff(head) {
			return &r.formats[i]
		}
	}
	return nil
}

func looksLikeJSON(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte{0xEF, 0xBB, 0xBF}), " \t\r\n")
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("[")), " \t\r\n") // an array of objects
	if len(head) < 2 || head[0] != '{' {
		return false
	}
	head = bytes.TrimLeft(head[1:], " \t\r\n")
	return len(head) > 0 && (head[0] == '"' || head[0] == '}')
}

func looksLikeText(head []byte) bool { return !binary(head) }

// job is the reading of one file.
type job struct {
	ctx     context.Context
	src     *source
	yield   func(*Article, error) bool
	stopped bool // the caller wants no more, or the context is done
}

// article passes an article on; false: stop reading.
func (j *job) article(a *Article) bool { return j.pass(a, nil) }

// problem reports a document that cannot be read; false: stop reading. What is
// amiss behind the end of the context may come of that.
func (j *job) problem(p *Problem) bool { return j.alive() && j.pass(nil, p) }

func (j *job) pass(a *Article, err error) bool {
	if !j.stopped {
		j.stopped = !j.yield(a, err)
	}
	return !j.stopped
}

// alive tells whether to go on; it reports the end of the context.
func (j *job) alive() bool {
	if err := j.ctx.Err(); err != nil && !j.stopped {
		j.stopped = true
		j.yield(nil, fmt.Errorf("read %s: %w", j.src.path, err))
	}
	return !j.stopped
}

// read reads one file; false means that the caller wants no more.
func (r *Reader) read(ctx context.Context, file File, yield func(*Article, error) bool) bool {
	var src *source
	var err error
	if file.Path == Input && r.opts.Input != nil {
		if src, err = newSource(Input, r.opts.Input, r.opts.Progress); err == nil {
			src.inner = true
		}
	} else {
		src, err = openSource(file.Path, r.opts.Progress)
	}
	if ended := ctx.Err(); ended != nil && err != nil {
		err = fmt.Errorf("read %s: %w", file.Path, ended)
	}
	if err != nil {
		return yield(nil, err)
	}
	defer src.close()
	j := &job{ctx: ctx, src: src, yield: yield}
	r.dispatch(j)
	if !j.stopped && src.changed() {
		j.problem(&Problem{Path: src.path, Reason: "may have been read in part", Err: ErrChanged})
	}
	return !j.stopped
}

// dispatch finds the format of an open file and reads it.
func (r *Reader) dispatch(j *job) {
	var head []byte
	f := r.byName(j.src.path)
	if f == nil || !f.binary { // else a damaged beginning is the reader's affair
		head = j.src.head()
	}
	if f == nil {
		f = r.byContent(j.src.path, head)
	}
	switch {
	case !j.alive():
	case f != nil && f.holds && j.src.inner && j.src.path != Input:
		j.problem(&Problem{Path: j.src.path, Reason: "is an archive within an archive; skipped"})
	case f != nil && f.binary:
		f.read(r, j)
	case len(head) == 0:
		j.problem(r.emptyFile(j.src))
	case binary(head):
		j.problem(&Problem{Path: j.src.path, Reason: "is a binary file; skipped"})
	case f == nil:
		j.problem(&Problem{Path: j.src.path, Reason: "is in no format that can be read; skipped"})
	default:
		f.read(r, j)
	}
}

// emptyFile words why a file has nothing to read.
func (r *Reader) emptyFile(src *source) *Problem {
	if _, err := src.in.ReadByte(); err != nil && err.Error() != "EOF" {
		return src.problem(0, err)
	}
	return &Problem{Path: src.path, Reason: "is empty"}
}

// finish completes an article that any reader made.
func (r *Reader) finish(a *Article) {
	a.Outlet = r.outlets.Canonical(a.Outlet)
	if a.Outlet == "" {
		a.Outlet = r.outlets.ByURL(a.URL)
	}
	if a.Published == "" {
		if d := dateInURL(a.URL); d != "" {
			a.Published, a.PublishedFrom = d, FromURL
		}
	}
	a.Language = r.tongues.of(a)
	if a.ID == "" {
		a.ID = stableID(a)
	}
	if len(r.opts.PseudonymKey) > 0 {
		for i := range a.Comments {
			a.Comments[i].Author = pseudonym(r.opts.PseudonymKey, a.Comments[i].Author)
		}
	}
}
