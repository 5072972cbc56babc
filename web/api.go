package web

import (
	"bytes"
	"fmt"
	"net/http"
	"time"

	"presseschau/corpus"
	"presseschau/search"
)

// searchByURL answers GET /api/search.
func (s *server) searchByURL(w http.ResponseWriter, r *http.Request) error {
	v, err := parseQueryString(r.URL.RawQuery)
	if err != nil {
		return err
	}
	a, err := decode(v)
	if err != nil {
		return err
	}
	return s.answerSearch(w, r, a)
}

// searchByBody answers POST /api/search.
func (s *server) searchByBody(w http.ResponseWriter, r *http.Request) error {
	if r.URL.RawQuery != "" {
		return &requestError{status: 400, kind: "malformed-url", detail: "a POST takes its parameters in the body, not in the address"}
	}
	v, err := readBody(w, r)
	if err != nil {
		return err
	}
	a, err := decode(v)
	if err != nil {
		return err
	}
	return s.answerSearch(w, r, a)
}

func (s *server) answerSearch(w http.ResponseWriter, r *http.Request, a asked) error {
	a.Group = a.group == "true" // a program that adds up hits must get all of them
	a, res, took, err := s.find(r.Context(), a)
	if err != nil {
		return err
	}
	lang := s.languages.choose(a.lang, r.Header.Get("Accept-Language"))
	w.Header().Add("Vary", "Accept-Language")
	out := newAnswer(a, res, took, lang)
	out.Notice = s.notice(lang)
	return writeJSON(w, out)
}

// articleAnswer answers GET /api/articles/{id} with the form of the document
// that the parser prints, and its actors.
func (s *server) articleAnswer(w http.ResponseWriter, r *http.Request) error {
	v, err := parseQueryString(r.URL.RawQuery)
	if err != nil {
		return err
	}
	for name := range v {
		return &search.ParamError{Param: name, Value: v.Get(name), Reason: "is not a parameter of an article; there is none"}
	}
	id, err := articleID(r)
	if err != nil {
		return err
	}
	doc, err := s.fetch(r.Context(), id, "")
	if err != nil {
		return err
	}
	w.Header().Add("Vary", "Accept-Language")
	notice := s.notice(s.languages.choose("", r.Header.Get("Accept-Language")))
	body, err := appendMembers(doc.Article, articleExtra{newActors(doc.Actors), newVersions(doc.Versions), notice})
	if err != nil {
		return fmt.Errorf("encode article %q: %w", id, err)
	}
	return write(w, http.StatusOK, "application/json", body)
}

// articleExtra is what an answer has beside the article itself.
type articleExtra struct {
	Actors   []answerActor   `json:"actors"`
	Versions *answerVersions `json:"versions"`
	Notice   string          `json:"notice,omitempty"` // of the sample archive
}

// appendMembers encodes an object with more members than it has, so that the
// form of an article is known to package corpus alone.
func appendMembers(object *corpus.Article, extra articleExtra) ([]byte, error) {
	head, err := encodeJSON(object)
	if err != nil {
		return nil, err
	}
	tail, err := encodeJSON(extra)
	if err != nil {
		return nil, err
	}
	head = append(bytes.TrimSuffix(head, []byte("}\n")), ',')
	return append(head, bytes.TrimPrefix(tail, []byte("{"))...), nil
}

// health answers as long as the process does.
func (s *server) health(w http.ResponseWriter, _ *http.Request) error {
	return writeJSON(w, struct {
		Status  string `json:"status"`
		Version string `json:"version"`
	}{"ok", s.version})
}

// readiness is the answer of /readyz.
type readiness struct {
	Ready    bool   `json:"ready"`
	Phase    string `json:"phase"`
	Done     int64  `json:"done"`
	Total    int64  `json:"total"`
	Articles int    `json:"articles"`
	Comments int    `json:"comments"`
	Failed   string `json:"failed,omitempty"`
}

// ready answers 200 once searches are answered, else 503.
func (s *server) ready(w http.ResponseWriter, _ *http.Request) error {
	p := s.progress()
	w.Header().Set("Cache-Control", "no-store")
	body, err := encodeJSON(readiness(p))
	if err != nil {
		return err
	}
	if p.Ready {
		return write(w, http.StatusOK, "application/json", body)
	}
	setRetry(w, classify(search.ErrNotReady))
	return write(w, http.StatusServiceUnavailable, "application/json", body)
}

// description answers GET /openapi.json.
func (s *server) description(w http.ResponseWriter, _ *http.Request) error {
	body, err := embedded.ReadFile("openapi.json")
	if err != nil {
		return err
	}
	return write(w, http.StatusOK, "application/json", body)
}

// milliseconds rounds to hundredths, so that quick searches do not read 0.
func milliseconds(d time.Duration) float64 {
	return float64(d.Round(10*time.Microsecond)) / float64(time.Millisecond)
}
