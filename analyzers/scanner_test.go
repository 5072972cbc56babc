package analyzers

import (
	"slices"
	"strings"
	"testing"
)

// TestWords shows what is one word, and its Exact term.
func TestWords(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Die Geheimdienst-Gespräche.", "die geheimdienstgespraeche"},
		{"Geheimdienst- und Polizeiarbeit", "geheimdienst und polizeiarbeit"},
		{"Covid-19-Impfung, G-20, Boeing 737-800", "covid19impfung g20 boeing 737 800"},
		{"z. B. heute, z.B. gestern, d. h. nie", "zb heute zb gestern dh nie"},
		{"Er sagte es. Am Abend", "er sagte es am abend"},
		{"die U.S.A. und Dr. Merkel", "die usa und dr merkel"},
		{"44 v. Chr. und i. d. R.", "44 vchr und idr"},
		{"3,5 Prozent, 1.234,56 Euro, 12.000", "3,5 prozent 1234,56 euro 12000"},
		{"2024/25 und 20.09.2015 um 20:15 Uhr", "2024/25 und 20.09.2015 um 20:15 uhr"},
		{"2015-09-20 und 2015-2017", "2015-09-20 und 2015 2017"},
		{"am 20. September", "am 20 september"},
		{"Politiker:innen Politiker*innen Polizist_innen", "politikerinnen politikerinnen polizistinnen"},
		{"PolitikerInnen Bürger/-innen Bürger(innen)", "politikerinnen buergerinnen buergerinnen"},
		{"Er sagt:in Berlin", "er sagtin berlin"}, // a missing blank looks like a gender mark
		{"und/oder", "und oder"},
		{"Geht's? O’Neill 'Zitat'", "gehts oneill zitat"},
		{"§ 130 StGB, § 130a", "§130 stgb §130a"},
		{"C++, C# und R&D", "c++ c# und r&d"},
		{"@namen #hashtag info@example.org", "namen hashtag info@example.org"},
		{"(https://example.org/a?b=c), www.example.org.", "https://example.org/a?b=c www.example.org"},
		{"auf example.org/pfad. Ende.Danach", "auf example.org/pfad ende danach"},
		{"Ge\u00adheim\u00addienst\u00ad", "geheimdienst"},
		{"Geheim-\ndienst, Ein-\nund Ausgang", "geheimdienst ein und ausgang"},
		{"A\u0308rger Caf\u00e9 Cafe\u0301", "aerger cafe cafe"},
		{"ﬁnanz GROẞ Łódź Søren Þing", "finanz gross lodz soren thing"},
		{"Москва Ёлка", "москва елка"},
		{"– „… “ !", ""},
		{"jede:r jede*r jede_r jede/r ein:e eine:n gute:r", "jeder jeder jeder jeder eine einen guter"},
		{"Abgeordnete:r Bürger*Innen Kolleg(inn)en Schüler(inne)n", "abgeordneter buergerinnen kolleginnen schuelerinnen"},
		{"Bürger:innenrat Sinti*zze f*ck", "buergerinnenrat sintizze fck"},
		{"der/die gute:Rat sagte:dass km/h", "der die gute rat sagte dass km h"},
		{"1,5-Grad-Ziel 2:1-Sieg 5.000-Meter-Lauf 2,5-fach", "1,5gradziel 2:1sieg 5000meterlauf 2,5fach"},
		{"50%-Regel, 100%ig, 30 % und 30%", "50regel 100ig 30 und 30"},
		{"1'000'000 1’000 10\u00a0000 10\u202f000 am 3.\u00a0Mai 20\u00a0Uhr", "1000000 1000 10000 10000 am 3 mai 20 uhr"},
		{"@max_muster #FridaysForFuture snake_case", "maxmuster fridaysforfuture snake case"},
		{".NET, C++ und Ende.NETTO", ".net c++ und ende netto"},
		{"ver.di, VER.DI-Chef, ver.dirk", "verdi verdichef ver dirk"},
		{"CO₂ H₂O m² Fußnote¹", "co2 h2o m fussnote"},
		{"Ｂｅｒｌｉｎ ２０２０ Αθήνα محمد 北京", "berlin 2020 αθηνα محمد 北京"},
		{"Geheim\u00ad\ndienst Geheim\u00ad\r\ndienst Bundes-\nTag", "geheimdienst geheimdienst bundes tag"},
		{"US\u2011Präsident US\u2010Präsident Ber\u200blin a\u200db", "uspraesident uspraesident berlin ab"},
		{"É\u0301cole Z\u030cizek GROẞ STRAẞE", "ecole zizek gross strasse"},
		{"dass' Fritz’ ’s ‚so‘ ›so‹ d'Estaing Rock’n’Roll", "dass fritz s so so destaing rocknroll"},
		{"Grüße😀Welt Ja🙂 👍🏽gut", "gruesse welt ja gut"},
		{"Ost-/West-Konflikt Vor- und Nachteile CDU/CSU", "ost westkonflikt vor und nachteile cdu csu"},
		{"G20-Gipfel S-21 A380 MP3-Player 3D-Druck Vitamin-B12-Mangel", "g20gipfel s21 a380 mp3player 3ddruck vitaminb12mangel"},
		{"1. Mai, 10:30 Uhr, 15./16. Mai, 2015–2017, 18+", "1 mai 10:30 uhr 15 16 mai 2015 2017 18"},
		{"i. d. R. o. Ä. h.c. Art. 5 Dr.-Ing.", "idr oae hc art 5 dr ing"},
	}
	a := newAnalyzer(t)
	var s Stream
	for _, tt := range tests {
		a.Analyze(&s, tt.text)
		checkTokens(t, a, tt.text, s.Tokens)
		var got []string
		for _, tok := range s.Tokens {
			if tok.Kind == Exact {
				got = append(got, string(tok.Term))
			}
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestMarkedLemmas shows that marks within a word do not hide its lemma.
func TestMarkedLemmas(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Politiker:innen", "politiker"},
		{"Kolleg(inn)en", "kollege"},
		{"Bürger*Innen", "buerger"},
		{"Abgeordnete:r", "abgeordnete"},
		{"Häu\u00adser", "haus"},
		{"Geheim-\ndiensten", "geheimdienst"},
		{"Ｈäuser", "haus"},
		{"GROẞ", "gross"},
		{"2:1-Siege", "2:1sieg"},
		{"#MuseenInBerlin", "museeninberlin"},
	}
	a := newAnalyzer(t)
	var s Stream
	for _, tt := range tests {
		a.Analyze(&s, tt.text)
		if len(s.Tokens) < 2 || string(s.Tokens[1].Term) != tt.want {
			t.Errorf("%q: got %s, want %s", tt.text, terms(s.Tokens), tt.want)
		}
	}
}

// TestOffsets shows the stretch of the text that each part stands for.
func TestOffsets(t *testing.T) {
	tests := []struct{ text, want string }{
		{"die US-Präsidenten", "US=us Präsidenten=praesident Präsidenten=praesidenten"},
		{"Häuser\u00admarkt", "Häuser\u00ad=haus markt=markt"},
		{"A\u0308rztekammer", "A\u0308rzte=arzt kammer=kammer"},
		{"Straßenbau", "Straßen=strasse bau=bau"},
		{"am 20.09.2015", "2015=2015"},
		{"§ 130", "130=130"},
		{"Geheim-\ndienst", "Geheim-\n=geheim dienst=dienst"},
		{"#FridaysForFuture", "#Fridays=friday For=for Future=futur Future=future"},
		{"@max_muster", "@max=max muster=muster"},
		{"1,5-Grad-Ziel", "1,5=1,5 Grad=grad Ziel=ziel"},
		{"50%-Regel", "50%=50 Regel=regel"},
		{"Covid-19-Impfung", "Covid=covid 19=19 Impfung=impfung"},
	}
	a := newAnalyzer(t)
	var s Stream
	for _, tt := range tests {
		a.Analyze(&s, tt.text)
		var got []string
		for _, tok := range s.Tokens {
			if tok.Kind == Part {
				got = append(got, tt.text[tok.Start:tok.End]+"="+string(tok.Term))
			}
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestPositions shows that marks take no position and words one.
func TestPositions(t *testing.T) {
	a := newAnalyzer(t)
	var s Stream
	a.Analyze(&s, "US-Präsident – Putin, z. B. „nicht“")
	var got []int
	for _, tok := range s.Tokens {
		if tok.Kind == Exact {
			got = append(got, tok.Position)
		}
	}
	if !slices.Equal(got, []int{1, 2, 3, 4}) {
		t.Errorf("positions %v", got)
	}
}

// TestReuse shows that a stream gives the same tokens for the same text when
// its memory has been filled and emptied.
func TestReuse(t *testing.T) {
	a := newAnalyzer(t)
	var s Stream
	a.Analyze(&s, article)
	want := terms(s.Tokens)
	for i := range 3 {
		s.words.young.records = append(s.words.young.records, make([]byte, maxCached)...) // the next text begins a generation
		a.Analyze(&s, article)
		if got := terms(s.Tokens); got != want {
			t.Fatalf("run %d: %s\nwant %s", i, got, want)
		}
	}
}

func terms(tokens []Token) string {
	var sb strings.Builder
	for _, tok := range tokens {
		sb.WriteString(string(tok.Term) + "/" + tok.Kind.String() + " ")
	}
	return sb.String()
}

// TestLongWords shows that what is longer than any word is cut, and read in one
// go: read again for each cut, these texts would take minutes.
func TestLongWords(t *testing.T) {
	a := newAnalyzer(t)
	var s Stream
	for _, text := range []string{
		strings.Repeat("ä", 2_000_000), strings.Repeat("a-", 50_000), "https://" + strings.Repeat("ü/", 1_000_000), strings.Repeat("http://", 500_000),
		"§ " + strings.Repeat("1", 70_000), strings.Repeat("12", 1_000_000), strings.Repeat("ab\u0308", 500_000),
	} {
		a.Analyze(&s, text)
		checkTokens(t, a, text, s.Tokens)
		if len(s.Tokens) == 0 {
			t.Errorf("%.10q…: no tokens", text)
		}
	}
}
