package web

import (
	"context"
	"fmt"
	"html/template"
	"io"
	"log/slog"
	"net/http"
	"time"

	"presseschau/search"
)

// Searcher is what the pages and the endpoint need of an engine. Its methods
// are called concurrently and heed the context.
type Searcher interface {
	// Search answers a normalised request.
	Search(ctx context.Context, r search.Request) (*search.Result, error)
	// Document is the article of that id with the places that the query
	// marks, or search.ErrNotFound.
	Document(ctx context.Context, id, query string) (*search.Document, error)
	// Complete gives at most size ways to go on with the last word of a query,
	// the most frequent first.
	Complete(ctx context.Context, query string, size int) ([]search.Completion, error)
	// Actor is what the archive holds about the actor of that id, with at most
	// so many companions, or search.ErrNoActor.
	Actor(ctx context.Context, id string, companions int) (*search.Profile, error)
}

// Progress is the state of the archive behind the server.
type Progress struct {
	Ready    bool   // searches can be answered
	Phase    string // what is being done: PhaseReading, PhaseIndexing, or a text of its own
	Done     int64  // bytes of the sources that are read
	Total    int64  // bytes of the sources, 0 if unknown
	Articles int    // that are searched; before that, read so far
	Comments int    // likewise
	Failed   string // why it will never be ready, "" as long as it may
}

// The phases of Progress for which the progress page has words in every
// language.
const (
	PhaseOpening  = "opening"
	PhaseReading  = "reading"
	PhaseIndexing = "indexing"
)

// Defaults of Options.
const (
	DefaultSearchTimeout = 5 * time.Second
	DefaultMaxInFlight   = 64                     // searches at once; each is short, the rest waits
	DefaultMaxWait       = 500 * time.Millisecond // for a free place among those in flight
)

// Options configures the handler.
type Options struct {
	Searcher      Searcher        // required
	Progress      func() Progress // nil: always ready
	Report        Reporter        // nil: there is no page about the archive
	Originals     Originals       // nil: sources are not shown
	Log           *slog.Logger    // nil: nothing is logged
	Version       string          // of the program, shown at the foot of pages as it is
	Sample        bool            // the archive is the invented one; every page and answer says so
	SearchTimeout time.Duration   // of one search or document; 0: DefaultSearchTimeout
	MaxInFlight   int             // searches at once; 0: DefaultMaxInFlight
	MaxWait       time.Duration   // for a place among them; 0: DefaultMaxWait
}

// server holds what all handlers share. It does not change after New.
type server struct {
	searcher  Searcher
	progress  func() Progress
	report    Reporter
	originals Originals
	log       *slog.Logger
	version   string
	sample    bool
	timeout   time.Duration
	gate      *gate
	metrics   *metrics
	assets    *assets
	languages *languages
	templates map[string]*template.Template // by language
}

// New returns the handler of all routes. It fails if an embedded template or
// text is wrong.
func New(o Options) (http.Handler, error) {
	s, err := assemble(o)
	if err != nil {
		return nil, err
	}
	return s.routes(), nil
}

func assemble(o Options) (*server, error) {
	if o.Searcher == nil {
		return nil, fmt.Errorf("web: Options.Searcher is nil")
	}
	o = o.withDefaults()
	s := &server{
		searcher: o.Searcher,
		progress: o.Progress,
		report:   o.Report,
		log:      o.Log,
		version:  o.Version,
		sample:   o.Sample,

		originals: o.Originals,
		timeout:   o.SearchTimeout,
		gate:      newGate(o.MaxInFlight, o.MaxWait),
		metrics:   newMetrics(o.Progress),
	}
	var err error
	if s.assets, err = loadAssets(); err != nil {
		return nil, fmt.Errorf("load assets: %w", err)
	}
	if s.languages, err = loadLanguages(); err != nil {
		return nil, fmt.Errorf("load texts of the interface: %w", err)
	}
	if s.templates, err = loadTemplates(s.languages); err != nil {
		return nil, fmt.Errorf("load templates: %w", err)
	}
	return s, nil
}

func (o Options) withDefaults() Options {
	if o.Progress == nil {
		o.Progress = func() Progress { return Progress{Ready: true} }
	}
	if o.Log == nil {
		o.Log = slog.New(slog.NewTextHandler(io.Discard, nil))
	}
	if o.SearchTimeout == 0 {
		o.SearchTimeout = DefaultSearchTimeout
	}
	if o.MaxInFlight == 0 {
		o.MaxInFlight = DefaultMaxInFlight
	}
	if o.MaxWait == 0 {
		o.MaxWait = DefaultMaxWait
	}
	return o
}
