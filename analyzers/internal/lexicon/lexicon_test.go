package lexicon

import (
	"maps"
	"slices"
	"testing"
)

func build(t testing.TB, keys map[string]uint32) *Builder {
	t.Helper()
	b := NewBuilder()
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		if err := b.Add(k, keys[k]); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

func TestTrie(t *testing.T) {
	keys := map[string]uint32{"haus": 1, "hauses": 2, "häuser": 3, "maus": 1, "mauses": 2, "au": 7}
	trie, err := build(t, keys).Trie()
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range keys {
		if got := trie.Find([]byte(key)); got != want {
			t.Errorf("%s: got %d, want %d", key, got, want)
		}
	}
	for _, key := range []string{"", "h", "hau", "hausesx", "aus", "xyz", "HAUS"} {
		if got := trie.Find([]byte(key)); got != 0 {
			t.Errorf("%q: got %d, want none", key, got)
		}
	}
	nodes := map[Node]bool{}
	for _, n := range trie.units {
		nodes[n&baseMask] = n>>labelShift > 0
	}
	if got := len(nodes); got > 20 {
		t.Errorf("%d nodes: equal endings are not shared", got)
	}
}

func TestBuilderOrder(t *testing.T) {
	b := build(t, map[string]uint32{"b": 1})
	for _, key := range []string{"", "a", "b"} {
		if err := b.Add(key, 1); err == nil {
			t.Errorf("%q behind b: no error", key)
		}
	}
}

func TestRule(t *testing.T) {
	tests := []struct {
		rule       Rule
		form, want string
	}{
		{Rule{}, "haus", "haus"},
		{Rule{Cut: 6, Add: "aus"}, "häuser", "haus"},
		{Rule{Infix: 3, Cut: 1, Add: "en"}, "abgebaut", "abbauen"},
		{Rule{Infix: 1, Cut: 1, Add: "en"}, "gesagt", "sagen"},
		{Rule{Cut: 9}, "kurz", "kurz"},             // does not fit
		{Rule{Infix: 3, Cut: 3}, "kurze", "kurze"}, // does not fit
	}
	for _, tt := range tests {
		if got := string(tt.rule.Apply(nil, []byte(tt.form))); got != tt.want {
			t.Errorf("%+v on %s: got %s, want %s", tt.rule, tt.form, got, tt.want)
		}
	}
}

func encoded(t testing.TB) []byte {
	t.Helper()
	l := &Lexicon{
		Rules:    []Rule{{}, {Cut: 1}, {Cut: 2, Add: "en"}},
		Entries:  []Entry{{Upper: 0, Lower: None, UpperWeak: None, LowerWeak: None, Flags: Name}, {Upper: None, Lower: 2, UpperWeak: None, LowerWeak: 1}},
		Segments: []Segment{{Modifier: 40, Head: Never, Lemma: 1}},
	}
	data, err := l.Encode(build(t, map[string]uint32{"putin": 1, "sagt": 2}), build(t, map[string]uint32{"hunde": 1}),
		build(t, map[string]uint32{"s": 2}), build(t, map[string]uint32{"t": 3, "ts": 1}), build(t, map[string]uint32{"ab": 1}))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestDecode(t *testing.T) {
	l, err := Decode(encoded(t))
	if err != nil {
		t.Fatal(err)
	}
	if e := l.Find([]byte("putin")); e == nil || e.Upper != 0 || e.Lower != None || e.Flags != Name {
		t.Errorf("putin: %+v", e)
	}
	if e := l.Find([]byte("sagt")); e == nil || e.Lower != 2 || e.LowerWeak != 1 {
		t.Errorf("sagt: %+v", e)
	}
	if s := l.Segments[l.Parts.Find([]byte("hunde"))-1]; s != (Segment{40, Never, false, 1}) {
		t.Errorf("hunde: %+v", s)
	}
	for form, want := range map[string]int{"st": 0, "kt": 2, "ks": None} {
		if got := l.Guess([]byte(form), false); got != want {
			t.Errorf("ending of %s: rule %d, want %d", form, got, want)
		}
	}
}

// FuzzDecode checks that broken data is an error and never a panic.
func FuzzDecode(f *testing.F) {
	data := encoded(f)
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := Decode(data)
		if err == nil {
			l.Find([]byte("putin"))
			l.Guess([]byte("putins"), true)
		}
	})
}
