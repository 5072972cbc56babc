package actors

import (
	"slices"
	"strings"
	"sync"
	"testing"
)

// names finds the actors of one text as a body, sorted by name.
func names(tb testing.TB, r *Recognizer, text string) string {
	tb.Helper()
	return join(r.Find([]Section{{Role: Body, Text: text}}, ""))
}

func join(actors []Actor) string {
	var out []string
	for _, a := range actors {
		out = append(out, a.Name)
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

func newRecognizer(tb testing.TB) *Recognizer {
	tb.Helper()
	r, err := New(Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func TestFind(t *testing.T) {
	r := newRecognizer(t)
	for _, row := range [...]struct{ text, want string }{
		// Inflection
		{"Putins Kritik am Sprecher des Kremls.", "Kreml; Wladimir Putin"},
		{"Er sprach im Weißen Haus, das Weiße Haus schwieg.", "Weißes Haus"},
		{"Die Klage beim Bundesverfassungsgericht, der Präsident des Bundesverfassungsgerichts", "Bundesverfassungsgericht"},
		{"des Bundesamtes für Verfassungsschutz", "Bundesamt für Verfassungsschutz"},
		{"MERKEL UND PUTIN in Sotschi", "Angela Merkel; Wladimir Putin"},
		{"Recep Tayyip Erdogan sprach", "Recep Tayyip Erdoğan"},
		// Acronyms of others, credits, indexes
		{"Der Beirat der Bundesregierung (WXYU) tagte. Der WXYU warnt.", "Bundesregierung"},
		{"© Fenja Wedekind Das Bild zeigt den Hafen.", ""},
		{"Der S&P 500 fiel, die Agentur S&P schwieg.", "Standard & Poor's"},
		{"Die Krankenwexliche Bundesvereinigung (KWBV) tagt. Die KWBV warnt.", "Krankenwexliche Bundesvereinigung"},
		// Metonyms
		{"Im Konrad-Adenauer-Haus und im Bendlerblock schweigt man.", "Bundesverteidigungsministerium; CDU"},
		{"Der Quai d'Orsay protestierte beim Heiligen Stuhl.", "Französisches Außenministerium; Heiliger Stuhl"},
		{"Aus dem Élysée und aus dem Eurotower", "Europäische Zentralbank; Élysée-Palast"},
		{"Er besichtigte die Hofburg.", ""},
		// Compounds
		{"Der US-Präsident rief an.", "USA"},
		{"Der FSB-Chef und ein AfD-Politiker reisten ab.", "AfD; FSB"},
		{"Die EU-Kommission prüft das.", "Europäische Kommission"},
		{"Der Anti-IS-Kampf geht weiter.", "Islamischer Staat"},
		{"Ein Kremlsprecher und ein Bundestagsabgeordneter", "Deutscher Bundestag; Kreml"},
		{"in der Albert-Einstein-Straße am Willy-Brandt-Platz", ""},
		{"Die Ingrid Lenz-Merkel kam", "Ingrid Lenz-Merkel"},
		{"Die Jamaika-Koalition und das Kenia-Bündnis, die Kenia-Reise", "Kenia"},
		// Surnames
		{"Merz sprach. Merz, der CDU-Chef, schwieg.", "CDU; Friedrich Merz"},
		{"Der Koch kam. Ein Bauer ging. Richter urteilten.", ""},
		{"Ministerpräsident Koch (CDU) ging.", "CDU; Roland Koch"},
		{"Torben Krelling kam. Krellings Auto stand da.", "Torben Krelling"},
		{"Hunter Biden klagt. Präsident Joe Biden schweigt. Biden reist.", "Hunter Biden; Joe Biden"},
		{"Anna Möllring und Peter Möllring kamen. Frau Möllring sprach.", "Anna Möllring; Peter Möllring"},
		{"Die Wahl war knapp. Markus Wahl sprach. Das sagte Wahl.", "Markus Wahl"},
		{"Konrad Adenauer und Thomas Mann; der Mann ging.", "Konrad Adenauer; Thomas Mann"},
		// Patterns
		{"Herr Dovilek schwieg.", "Dovilek"},
		{"Ministerin Dovile Sakaliene sprach.", "Dovile Sakaliene"},
		{"„Gut“, sagte Wexel Brondrup dazu.", "Wexel Brondrup"},
		{"Wexel Brondrup (SPD) kam.", "SPD; Wexel Brondrup"},
		{"Die Brondrup Maschinenbau GmbH baut.", "Brondrup Maschinenbau GmbH"},
		{"das kasachische Katastrophenministerium", "Kasachisches Katastrophenministerium"},
		{"Der Karlsruher SC verlor gegen den SV Hintertux.", "Karlsruher SC; SV Hintertux"},
		{"das Landgericht Zwickau und die Universität Rostock", "Landgericht Zwickau; Universität Rostock"},
		{"Das Landesamt für Umwelt, Wasser und Luft warnte.", "Landesamt für Umwelt, Wasser und Luft"},
		{"Handelsminister Wilbur Ross und Jan Philipp Albrecht kamen.", "Jan Philipp Albrecht; Wilbur Ross"},
		{"Die Ökonomin Fenja Wedekind rechnet.", "Fenja Wedekind"},
		{"Der Gastwirt Rulvan Tillich kam.", "Rulvan Tillich"},
		{"Die Platte der Wexling Jones", ""},
		{"Solange Gabriel Wirtschaftsminister ist, ruht der Bau.", ""},
		{"Wer aus Washington oder Paris zu Geheimdienst-Gesprächen kommt", ""},
		{"Das Arbeitsgericht in Zwickau prüft.", "Arbeitsgericht Zwickau"},
		// Names whose parts mislead
		{"Giorgia Taylor-Brown und Pressesprecherin Karine Jean-Pierre", "Giorgia Taylor-Brown; Karine Jean-Pierre"},
		{"Laut Polizeisprecher Daniel Fürst richten sich Ermittlungen gegen ihn.", "Daniel Fürst"},
		{"Oboe von Sophie Klaus von der Jugendmusikschule", "Sophie Klaus"},
		{"Kai Havertz kam, auch Kai Pflaume.", "Kai Havertz; Kai Pflaume"},
		{"Katja Kühne heiratet. Das sind Katja Eltern, die kamen.", "Katja Kühne"},
		{"Mit seiner Frau. Sie kam. Die Bürgermeister Berlins und Rostocks", ""},
		{"Die AutorinMascha Dovilek schreibt.", "Mascha Dovilek"},
		{"Das Deutsche Zentrum für Luft- und Raumfahrt startet.", "Deutsches Zentrum für Luft- und Raumfahrt"},
		{"Beim Deutschen Wexling-Bund (DWB) und an der Uni Mannheim", "Deutscher Wexling-Bund; Universität Mannheim"},
		{"Dem Sender Channel 12, der Zeitung The Australian", "Channel 12; The Australian"},
		{"In der Allianz Arena, bei den US Open", ""},
		{"Wechsel von Fenja Amorim zu United", "Fenja Amorim"},
		{"Er schlug den Polen Rulvan Hurkacz, die Schweden jubelten in Polen.", "Polen"},
		{"Die Mosaik gGmbH sucht Hilfe.", "Mosaik gGmbH"},
		{"Frank Jeromin kam. Das sagt Frank Jeromin.", "Frank Jeromin"},
		{"Das war Fisnik Asllani. Für Asllani war es gut, es jubelte Asllani.", "Fisnik Asllani"},
		{"Es liest Imme-Janne Schoof, es spielt Hazel Brugger, es singt Jada Merkel.", "Hazel Brugger; Jada Merkel"},
		{"Dann hatte Torjäger Merkel seinen Auftritt.", "Angela Merkel"},
		{"Fenja Wedekind / wexfoto Rulvan kam. Bild: imago / Panama Pictures", ""},
		{"Im Café Luther sprach Luther Wexling.", "Luther Wexling"},
		{"Der Präsident des Deutschen Wexling Bundes (DWB)", "Deutscher Wexling Bund"},
		{"Im Bundesinnen- und Bundesverteidigungsministerium tagt man.", "Bundesinnenministerium; Bundesverteidigungsministerium"},
		{"Die Bundeswehr, Faeser, das Innen- und das Verteidigungsministerium", "Bundesinnenministerium; Bundesverteidigungsministerium; Bundeswehr; Nancy Faeser"},
		{"Torben Krellings Rede war lang. Das Otto Krelling Museum schloss.", "Torben Krelling"},
		{"Die Wexling GmbH baut, die Firma Wexling auch. Wexling schwieg.", "Wexling GmbH"},
		{"Die Daimler AG und Daimler", "Daimler"},
		{"Die AS Monaco siegte, Monaco jubelte.", "AS Monaco"},
		{"Ein Hafen in Monaco", "Monaco"},
		{"Das sagte Frei. Die Wiese ist frei.", "Frei"},
		{"Im Sommer (SPD) schrieb Wiese.", "SPD; Wiese"},
		{"Ein Mann (53) rief. Raum (74. Minute). Das sagt Wolf von hinten.", ""},
		{"Eine Frau Anfang vierzig, dem Papst Angst machte, Herr Doktor!", ""},
		{"Sängerin Eden Golan sang.", "Eden Golan"},
		{"Die Französin Wexla Krellier siegte. Ein Rheinländer Fahrverbot galt.", "Wexla Krellier"},
		{"Moderatorin Julia-Wexla Krelling, Experte Torben Freund", "Julia-Wexla Krelling; Torben Freund"},
		{"Der Abriss der Wexlinger Brücke, sagte er.", ""},
		{"In St. Leon Rot und in Sankt Pauli", ""},
		{"Der Film \"Irina Wexling\" lief. \"Irina Wexling\" gefiel.", ""},
		{"Artur „Wexe“ Tronell kam, Tronell ging. Jon Rahbek-Clemmensen blieb.", "Artur Tronell; Jon Rahbek-Clemmensen"},
		{"Der Abgeordnete Elard von Oldenburg-Tronau sprach, Torben Krelling von Siemens-Tronau nicht.", "Elard von Oldenburg-Tronau; Siemens; Torben Krelling"},
		{"Niko Kovac kam. Das sagt Kovac. Kovac bleibt.", "Niko Kovač"},
		{"Die Illustratorin Joélle Tourlonias und das Portal „Wexelinfo“", "Joélle Tourlonias; Wexelinfo"},
		{"Wexling sah den Film \"Irina Wexling\".", "Irina Wexling"},
		{"Sie heißt mit bürgerlichem Namen Irina Wexling.", ""},
		{"Anna Krelling Wexat zeigt sie. Krelling kam, Krelling ging. Wexat ist neu, Wexat hilft.", "Anna Krelling"},
		// Bodies of places, bodies joined by hyphens
		{"Die Polizei Hamburg sucht, die Feuerwehr auch.", "Polizei Hamburg"},
		{"Der Mieterverein Köln warnt, die Nichtregierungsorganisation WEX-Info zählt.", "Mieterverein Köln; WEX-Info"},
		{"Nun warnt das Nationale Institut für Wexologie, eine US-amerikanische Behörde", "Nationales Institut für Wexologie"},
		{"Wacker Wexlingen gewann, Wacker stieg auf.", "Wacker Wexlingen"},
		{"Die Neuköllner Oper, das Portal „Wexling Voice for Peace“ und die Billigfluglinie Wexat Air", "Neuköllner Oper; Wexat Air; Wexling Voice for Peace"},
		{"Es siegten Paul Krelling und Wexlith Tronell, Bexel Dekker und Torben Wexling.", "Bexel Dekker; Paul Krelling; Torben Wexling; Wexlith Tronell"},
		// One name, two actors
		{"Der SWR sendet aus Moskau.", "Südwestrundfunk"},
		{"Der russische Auslandsgeheimdienst SWR und die CIA", "CIA; Russischer Auslandsgeheimdienst"},
		{"Die USA sahen zu. Auf dem außerordentlichen Kongress wählte die Fifa. Der Kongress endete.", "Fifa; USA"},
		{"Jamaika ist gescheitert, eine Jamaika-Koalition kommt nicht.", ""},
		{"Aus Kingston auf Jamaika", "Jamaika"},
		{"Twitter heißt jetzt X, Gaia-X heißt weiter so.", "Twitter; X"},
		// Acronyms
		{"Der „Islamische Staat“ (IS) griff an. Der IS schwieg.", "Islamischer Staat"},
		{"Das Institut für Verfassungsfragen und Politik (IVP) rät. Das IVP warnt.", "Institut für Verfassungsfragen und Politik"},
		{"Die Künstliche Intelligenz (KI) lernt. Die KI rechnet.", ""},
		// Case rules and words of the press
		{"Die linke Hand. Eine grüne Wiese. Im Grünen.", ""},
		{"Die Grünen und Die Linke stimmten mit der SPD.", "Bündnis 90/Die Grünen; Die Linke; SPD"},
		{"Die Grüne Woche in Berlin", ""},
		{"Das Bild der Welt im Spiegel der Zeit", ""},
		{"Die „Bild“ und der „Spiegel“ berichten.", "Bild; Der Spiegel"},
		{"sagte er der Welt", "Die Welt"},
		// No actors
		{"Berlin, Hamburg, Bayern und die Donau", ""},
		{"russische Soldaten und die Franzosen", ""},
		{"in New York und Los Angeles", ""},
		{"Von Max Lehmbrand\nDer Text.", ""},
		{"Foto: Max Lehmbrand/dpa", "dpa"},
		{"BUIR taz | Der Wald schweigt.", ""},
		{"Die taz | ein Blatt", "taz"},
		{"Der Streit ist beigelegt. (Florian Aichinger aus Berlin, red, APA, 22.7.2021)", ""},
		{"Das sagte ein Abgeordneter (SPD, Hamburg)", "SPD"},
		{"Quelle: dpa / Fenja Wedekind", "dpa"},
		{"Bild: IMAGO/Eibner/Fenja Wedekind", ""},
		{"Ein Gastbeitrag von Fenja Wedekind", ""},
		{"Wie es dazu kam Von Fenja Wedekind\nDer Text.", ""},
		{"Es ist kalt. [Behalten Sie den Überblick: Fenja Wedekind schreibt im Newsletter. Jetzt anmelden.] Die SPD friert.", "SPD"},
		{"Wir empfehlen unsere App, die Sie hier für Apple-Geräte herunterladen können. Die SPD friert.", "SPD"},
		{"Lesen Sie auch: Was Apple plant\nDie SPD friert.", "SPD"},
		{"Von Fenja Wedekind , New York 11.09.2024, 09:29 Lesezeit: 6 Min.\nDie SPD friert.", "SPD"},
		{"Von Fenja Wedekind, Rulvan Tillich und Jan van Dovilek\nDie SPD friert.", "SPD"},
		{"Von Merkel bis Putin redeten alle.\nDie SPD friert.", "Angela Merkel; SPD; Wladimir Putin"},
		{"© DPA Images | Fenja Wedekind", ""},
		{"##### Von Fenja Wedekind\n_Fenja Wedekind ist Historikerin und freie Autorin._ Die SPD friert.", "SPD"},
		{"_Fenja Wedekind ist freie Autorin._\nDie SPD friert.", "SPD"},
		{"Audio: Radio | Fenja Wedekind | Bild: dpa", "dpa"},
		{"von Fenja Wedekind \"Wer wird Millionär?\" lief wieder.", ""},
		{"", ""},
	} {
		if got := names(t, r, row.text); got != row.want {
			t.Errorf("%s\n got %s\nwant %s", row.text, got, row.want)
		}
	}
}

func TestMentions(t *testing.T) {
	r := newRecognizer(t)
	for _, row := range [...]struct{ text, id, want string }{
		{"US-Präsident Trumps Büro, Trump", "person:donald-trump", "Trumps Trump"},
		{"US-Präsident Trump", "state:usa", "US"},
		{"Torben Krelling, Krellings", "person:torben-krelling", "Torben Krelling Krelling"},
		{"Der Kremlsprecher im Kreml", "org:kreml", "Kreml Kreml"},
	} {
		var got []string
		for _, a := range r.Find([]Section{{Role: Body, Text: row.text}}, "") {
			for _, m := range a.Mentions {
				if a.ID == row.id {
					got = append(got, m.Text)
				}
			}
		}
		if strings.Join(got, " ") != row.want {
			t.Errorf("%s: %s is %v, want %s", row.text, row.id, got, row.want)
		}
	}
}

// A compound and a place of residence say little of what an article is about.
func TestPassing(t *testing.T) {
	r := newRecognizer(t)
	for _, row := range [...]struct {
		text string
		want bool
	}{
		{"Der US-Präsident kam.", true},
		{"Die USA kamen.", false},
		{"Die in Belgien lebende Autorin schrieb.", true},
		{"Er wohnt seit Jahren in der Schweiz.", true},
		{"Sie wurde in Polen geboren.", true},
		{"Er stammt aus Chile.", true},
		{"In Belgien streiken die Bahnen.", false},
		{"Er lebt. In Belgien streiken die Bahnen.", false},
	} {
		got := false
		for _, a := range r.Find([]Section{{Role: Body, Text: row.text}}, "") {
			for _, m := range a.Mentions {
				got = got || a.Type == State && m.Passing
			}
		}
		if got != row.want {
			t.Errorf("%s: in passing %t, want %t", row.text, got, row.want)
		}
	}
}

func TestConcurrentFind(t *testing.T) {
	r := newRecognizer(t)
	texts := [...]string{"Putin traf Merkel.", "Die NATO warnte Russland.", "Torben Krelling kam. Krelling ging."}
	want := make([]string, len(texts))
	for i, s := range texts {
		want[i] = names(t, r, s)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i, s := range texts {
				if got := names(t, r, s); got != want[i] {
					t.Errorf("%s: %s, alone %s", s, got, want[i])
				}
			}
		})
	}
	wg.Wait()
}
