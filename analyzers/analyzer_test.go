package analyzers

import (
	"testing"
	"unicode/utf8"
)

func newAnalyzer(t testing.TB) *Analyzer {
	t.Helper()
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// FuzzAnalyze checks what every token stream promises.
func FuzzAnalyze(f *testing.F) {
	for _, text := range []string{
		"Der US-Präsident und die Geheimdienst-Gespräche, z. B. am 20.09.2015 um 20:15 Uhr.",
		"Politiker:innen, Politiker*innen, Polizist_innen, PolitikerInnen und Bürger(innen)",
		"Geht's? O’Neill § 130 C++ C# E-Mail @namen #hashtags https://example.org/a?b=c. info@example.de",
		"Siehe https://example.org/2020/03-jetzt-kommen-die-engfuehrer und **/2024/01-zeller-der-woche-neujahr",
		"Ge\u00adheim\u00addienst a\u0308rger ﬁnanz Geheim-\ndienst Wirtschafts- und Finanzpolitik \xff\xfe",
	} {
		f.Add(text)
	}
	a := newAnalyzer(f)
	var s Stream
	f.Fuzz(func(t *testing.T, text string) {
		a.Analyze(&s, text)
		checkTokens(t, a, text, s.Tokens)
		var explained []Token
		for _, e := range a.Explain(text) {
			explained = append(explained, e.Tokens...)
		}
		if terms(explained) != terms(s.Tokens) {
			t.Fatalf("explained: %s\nanalysed: %s", terms(explained), terms(s.Tokens))
		}
	})
}

func checkTokens(t *testing.T, a *Analyzer, text string, tokens []Token) {
	t.Helper()
	position, end := 0, 0
	lemmas, exacts := 0, 0
	var word Token
	for i, tok := range tokens {
		if tok.Start < 0 || tok.End > len(text) || tok.Start >= tok.End {
			t.Fatalf("token %d %+v: offsets outside of %d bytes", i, tok, len(text))
		}
		if !utf8.RuneStart(text[tok.Start]) || tok.End < len(text) && !utf8.RuneStart(text[tok.End]) && utf8.ValidString(text) {
			t.Fatalf("token %d %+v: offsets within a character", i, tok)
		}
		if len(tok.Term) == 0 || !utf8.Valid(tok.Term) {
			t.Fatalf("token %d: term %q", i, tok.Term)
		}
		if tok.Position != position {
			if tok.Position != position+1 || tok.Kind != Exact || tok.Start < end || lemmas != exacts {
				t.Fatalf("token %d %+v: begins position %d at %d", i, tok, position+1, end)
			}
			position, word, end = tok.Position, tok, tok.End
		}
		switch tok.Kind {
		case Exact:
			exacts++
			if got := a.Fold(text[tok.Start:tok.End]); got != string(tok.Term) {
				t.Fatalf("token %d: %q folds to %q, not %q", i, text[tok.Start:tok.End], got, tok.Term)
			}
		case Lemma:
			lemmas++
		case Part:
			if a.Fold(text[tok.Start:tok.End]) == "" {
				t.Fatalf("token %d %q: nothing of %q is left", i, tok.Term, text[tok.Start:tok.End])
			}
		}
		if tok.Start < word.Start || tok.End > word.End {
			t.Fatalf("token %d %+v: outside of its word %+v", i, tok, word)
		}
	}
	if lemmas != position || exacts != position {
		t.Fatalf("%d positions, %d exact forms, %d lemmas", position, exacts, lemmas)
	}
}

// FuzzFold checks that folding the form of a word again changes nothing.
func FuzzFold(f *testing.F) {
	for _, text := range []string{"Müller GROẞ", "é 1.234,56", "z. B. a\u0308", "ﬁ http://Ex.org 1/2", "A&B"} {
		f.Add(text)
	}
	a := newAnalyzer(f)
	var s Stream
	f.Fuzz(func(t *testing.T, text string) {
		a.Analyze(&s, text)
		for _, tok := range s.Tokens {
			if tok.Kind != Exact {
				continue
			}
			if twice := a.Fold(string(tok.Term)); twice != string(tok.Term) {
				t.Fatalf("%q folds to %q, that to %q", text[tok.Start:tok.End], tok.Term, twice)
			}
		}
	})
}

// FuzzScanner checks that the short way of reading a word finds the same as
// the long one, and that no letter or digit is left out.
func FuzzScanner(f *testing.F) {
	for _, text := range []string{
		"Straße. Usw. Bzgl. der 3 z. B. Übel; §130 #a @b-c x÷y ×", "jede:r 50%-Regel .NET ver.di 1'000 CO₂ Geheim\u00ad\ndienst",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		checkSkipped := func(until int) {
			for _, r := range text[end:until] {
				if isWordRune(r) {
					t.Fatalf("%q is skipped before %d", r, until)
				}
			}
		}
		sc := scanner{text: text}
		for sp, ok := sc.next(); ok; sp, ok = sc.next() {
			if sp.start < end || sp.end <= sp.start {
				t.Fatalf("%+v behind %d", sp, end)
			}
			checkSkipped(sp.start)
			end = sp.end
			long := scanner{text: text, pos: sp.start}
			want := span{start: sp.start, opening: sp.opening}
			if long.anyWord(&want); sp != want {
				t.Fatalf("%q: %+v, the long way %+v", text[sp.start:sp.end], sp, want)
			}
		}
		checkSkipped(len(text))
	})
}
