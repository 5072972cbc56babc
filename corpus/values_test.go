package corpus

import (
	"bufio"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
)

// TestValues reads JSON that is set out over lines.
func TestValues(t *testing.T) {
	for name, c := range map[string]struct{ in, titles, problems string }{
		"array":         {"[\n {\"title\": \"Eins\",\n  \"body\": \"a ] } \\\" b\"},\n {\"title\": \"Zwei\"}\n]\n", "Eins#2 Zwei#4", ""},
		"one line":      {`[{"title":"Eins"},{"title":"Zwei"}]`, "Eins#1 Zwei#1", ""},
		"byte mark":     {"\ufeff[{\"title\":\"Eins\"}]", "Eins#1", ""},
		"object":        {"{\n  \"title\": \"Eins\",\n  \"comments\": []\n}\n", "Eins#1", ""},
		"objects":       {"{\n\"title\": \"Eins\"\n}\n{\n\"title\": \"Zwei\"\n}", "Eins#1 Zwei#4", ""},
		"wrong member":  {"[\n{\"title\":5},\n{\"title\":\"Zwei\"}]", "Zwei#3", `2: member "title" must be a string, not a number`},
		"no object":     {"[\n7, \"x\", [1],\n{\"title\":\"Zwei\"}]", "Zwei#3", "2: is no JSON object|2: is no JSON object|2: is no JSON object"},
		"cut in value":  {"[{\"title\":\"Eins\"},\n{\"title\":\"Zw", "Eins#1", "2: the JSON ends too early: the file is cut off"},
		"cut in array":  {"[{\"title\":\"Eins\"},\n", "Eins#1", "2: the JSON ends too early: the file is cut off"},
		"wrong syntax":  {"[\n{\"title\" \"Eins\"},\n{\"title\":\"Zwei\"}]", "Zwei#3", "2: is not valid JSON at byte 10"},
		"lines as ever": {"{\"title\":\"Eins\"}\n{\"title\":\"Zwei\"}\n", "Eins#1 Zwei#2", ""},
		"empty array":   {"[]", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			articles, problems := readText(t, "a.json", c.in)
			var got []string
			for _, a := range articles {
				_, line, _ := strings.Cut(a.Source, "#")
				got = append(got, a.Title+"#"+line)
			}
			if s := strings.Join(got, " "); s != c.titles {
				t.Errorf("got %q, want %q", s, c.titles)
			}
			if len(problems) != strings.Count(c.problems, "|")+min(1, len(c.problems)) {
				t.Fatalf("problems %q, want %q", problems, c.problems)
			}
			for i, want := range strings.Split(c.problems, "|") {
				if want != "" && !strings.Contains(problems[i], ":"+want) {
					t.Errorf("problem %q, want %q", problems[i], want)
				}
			}
		})
	}
}

// FuzzValues expects that cutting a stream ends, and that what is JSON comes
// out as it was.
func FuzzValues(f *testing.F) {
	for _, seed := range []string{"", "[", `[{"a":"]}"},7,[1]]`, "{\n}\n{}", `"\"`, "]]][[[", "nul"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		values := &valueReader{in: bufio.NewReader(strings.NewReader(in)), line: 1}
		var last []byte
		n := 0
		for {
			value, _, err := values.next()
			if err != nil {
				break
			}
			if last = append(last[:0], value...); len(last) == 0 || n > len(in) {
				t.Fatalf("value %d of %q is %q", n, in, last)
			}
			n++
		}
		if jsontext.Value(in).IsValid() && strings.HasPrefix(in, "{") && (n != 1 || string(last) != strings.TrimRight(in, " \t\r\n")) {
			t.Errorf("%q came out as %d values, the last %q", in, n, last)
		}
	})
}
