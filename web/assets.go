package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"mime"
	"net/http"
	"path"
	"strings"

	"github.com/gorilla/mux"
)

// embedded holds the files that the server is made of.
//
//go:embed openapi.json texts.tsv templates/*.html assets/*
var embedded embed.FS

// asset is a file that pages load.
type asset struct {
	contentType string
	body        []byte
}

// assets are served under names that hold their checksum, so that browsers
// may keep them for ever.
type assets struct {
	byName map[string]asset  // "style-1a2b3c4d.css"
	urls   map[string]string // "style.css" → "/assets/style-1a2b3c4d.css"
}

func loadAssets() (*assets, error) {
	entries, err := embedded.ReadDir("assets")
	if err != nil {
		return nil, err
	}
	a := &assets{byName: map[string]asset{}, urls: map[string]string{}}
	for _, e := range entries {
		body, err := embedded.ReadFile("assets/" + e.Name())
		if err != nil {
			return nil, err
		}
		ext := path.Ext(e.Name())
		sum := sha256.Sum256(body)
		name := strings.TrimSuffix(e.Name(), ext) + "-" + hex.EncodeToString(sum[:4]) + ext
		a.byName[name] = asset{contentType: mime.TypeByExtension(ext), body: body}
		a.urls[e.Name()] = pathAssets + name
	}
	return a, nil
}

// asset answers with a file.
func (s *server) asset(w http.ResponseWriter, r *http.Request) error {
	f, ok := s.assets.byName[mux.Vars(r)["name"]]
	if !ok {
		return noSuchPath(w, r)
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	return write(w, http.StatusOK, f.contentType, f.body)
}

// favicon leads browsers that ask without being told to the icon.
func (s *server) favicon(w http.ResponseWriter, r *http.Request) error {
	http.Redirect(w, r, s.assets.urls["icon.svg"], http.StatusFound)
	return nil
}
