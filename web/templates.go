package web

import (
	"fmt"
	"html/template"
)

// loadTemplates parses the templates once for each language, with its texts
// bound.
func loadTemplates(ls *languages) (map[string]*template.Template, error) {
	out := map[string]*template.Template{}
	for tag, lang := range ls.byTag {
		t, err := lang.templates()
		if err != nil {
			return nil, err
		}
		out[tag] = t
	}
	return out, nil
}

func (l *language) templates() (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{
		"t":      l.known,
		"count":  l.count,
		"number": l.number,
		"date":   l.date,
	}).ParseFS(embedded, "templates/*.html")
}

// known is the text of a key that there must be.
func (l *language) known(key string, args ...any) (string, error) {
	if !l.has(key) {
		return "", fmt.Errorf("no text %q", key)
	}
	return l.text(key, args...), nil
}
