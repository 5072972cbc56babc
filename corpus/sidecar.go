package corpus

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// folderTable is the name of the table of metadata in a folder. Its columns are
// path, url, outlet, date, title, section and author, in any order; path is
// relative to the folder.
const folderTable = "metadata.csv"

// sidecars finds what is noted beside a page, which is truer than what the
// page says of itself.
type sidecars struct {
	mu      sync.Mutex
	folders map[string]map[string]*Article // by folder and path in it
}

// apply puts metadata over an article. What is wrong with the metadata becomes
// a warning of the article.
func (s *sidecars) apply(a *Article, path string) {
	row, err := s.row(path)
	if err != nil {
		a.Warnings = append(a.Warnings, err.Error())
	}
	if row != nil {
		overlay(a, row)
	}
	noted, err := readMeta(metaPath(path))
	if err != nil {
		a.Warnings = append(a.Warnings, err.Error())
	}
	if noted != nil {
		overlay(a, noted)
	}
}

// beside puts the metadata beside a file over its article.
func (r *Reader) beside(a *Article, src *source) {
	switch {
	case src.notes != nil:
		src.notes.apply(a, src.name)
	case !src.inner:
		r.notes.apply(a, src.path)
	}
}

// metaPath is the file beside "a.txt" or "a.txt.gz": "a.meta.json".
func metaPath(path string) string {
	path = strings.TrimSuffix(strings.TrimSuffix(path, ".gz"), ".zst")
	return strings.TrimSuffix(path, filepath.Ext(path)) + ".meta.json"
}

// latest is the time of the last change of a file and of the metadata beside
// it. JSON brings its metadata along.
func latest(path string, own time.Time) time.Time {
	name := unpackedName(path)
	for _, suffix := range jsonSuffixes() {
		if strings.HasSuffix(name, suffix) {
			return own
		}
	}
	for _, beside := range []string{metaPath(path), filepath.Join(filepath.Dir(path), folderTable)} {
		if info, err := os.Stat(beside); err == nil && info.ModTime().After(own) {
			own = info.ModTime()
		}
	}
	return own
}

// readMeta reads an object with the members of an article; nil if there is no
// such file.
func readMeta(path string) (*Article, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil && info.Size() > maxLine {
		err = errLong
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", filepath.Base(path), cause(err))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", filepath.Base(path), cause(err))
	}
	return decodeMeta(data, filepath.Base(path))
}

// decodeMeta reads an object with the members of an article.
func decodeMeta(data []byte, name string) (*Article, error) {
	a, err := newRecordDecoder().decode([]byte(strings.TrimPrefix(string(data), bom8)))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return a, nil
}

// row is what the table of the folder says of a file; nil if it says nothing.
// An error is reported for the first file of the folder only.
func (s *sidecars) row(path string) (*Article, error) {
	folder, name := filepath.Split(path)
	s.mu.Lock()
	defer s.mu.Unlock()
	rows, known := s.folders[folder]
	if known {
		return rows[name], nil
	}
	rows, err := readTable(filepath.Join(folder, folderTable))
	s.folders[folder] = rows
	return rows[name], err
}

// readTable reads a table of metadata; it is empty if there is no such file.
func readTable(path string) (map[string]*Article, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", folderTable, cause(err))
	}
	defer f.Close()
	rows, err := readRows(f)
	if err != nil {
		return rows, fmt.Errorf("read %s: %w", folderTable, err)
	}
	return rows, nil
}

// readRows reads the rows of a table of metadata by their paths.
func readRows(in io.Reader) (map[string]*Article, error) {
	r := csv.NewReader(in)
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err != nil {
		return nil, err
	}
	rows := map[string]*Article{}
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return rows, err
		}
		name, a := tableRow(header, record)
		rows[filepath.FromSlash(name)] = a
	}
}

// tableRow makes an article of a row.
func tableRow(header, record []string) (name string, a *Article) {
	a = &Article{}
	for i, value := range record[:min(len(header), len(record))] {
		column := strings.ToLower(cleanLine(header[i]))
		if column != "path" && column != "url" {
			value = references(value)
		}
		value = cleanLine(value)
		switch column {
		case "path":
			name = strings.TrimPrefix(value, "./")
		case "url":
			a.URL = value
		case "outlet":
			a.Outlet = value
		case "date":
			a.Published, a.PublishedFrom = parseDate(value), FromMetadata
		case "title":
			a.Title = value
		case "section":
			a.Section = value
		case "author":
			for author := range strings.SplitSeq(value, ";") {
				if author = strings.TrimSpace(author); author != "" {
					a.Authors = append(a.Authors, author)
				}
			}
		}
	}
	return name, a
}

// overlay replaces the fields of a that m knows.
func overlay(a, m *Article) {
	for _, f := range []struct{ to, from *string }{
		{&a.ID, &m.ID}, {&a.URL, &m.URL}, {&a.Outlet, &m.Outlet}, {&a.Section, &m.Section}, {&a.Kicker, &m.Kicker},
		{&a.Title, &m.Title}, {&a.Lead, &m.Lead}, {&a.Language, &m.Language},
	} {
		if *f.from != "" {
			*f.to = *f.from
		}
	}
	if m.Published != "" {
		a.Published, a.PublishedFrom = m.Published, FromMetadata
	}
	if m.Updated != "" {
		a.Updated = m.Updated
	}
	if len(m.Authors) > 0 {
		a.Authors = m.Authors
	}
	if len(m.Agencies) > 0 {
		a.Agencies = m.Agencies
	}
	a.Warnings = append(a.Warnings, m.Warnings...)
}
