package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTables(t *testing.T) {
	for _, tt := range []struct{ name, in, columns, want string }{
		{"a.csv", "title,body,date,outlet,author,url\nEins,\"a\n\nb\",2020-01-02,spiegel.de,Ada Muster;Bo Beispiel,https://x.example/1\n", "", "#2 Eins|2020-01-02|Der Spiegel|[Ada Muster Bo Beispiel]|a/b"},
		{"a.csv", "\xEF\xBB\xBFTitel;Datum;Medium;Volltext\nEins;2.1.2020;taz;x\nZwei;;;y;z\nDrei;morgen;;z\n", "", `#2 Eins|2020-01-02|taz|[]|x !3: has 5 fields, but the header has 4; skipped #4 Drei|||[]|z column "date": "morgen" is no date`},
		{"a.tsv", "Überschrift\ttext\tx\nEins\ta \"b\" c\tq\n", "", `#2 Eins|||[]|a "b" c`},
		{"a.csv", "h,b\nEins,x\n", "title=h,body=b", "#2 Eins|||[]|x"},
		{"a.csv", "title,h,text\nfalsch,Eins,x\n", "title=h", "#2 Eins|||[]|x"},
		{"a.csv", "h,b\nEins,x\n", "title=z", `!1: the header has no column "z" for title`},
		{"a.csv", "h,b\nEins,x\n", "", "!1: no column of the header is known to hold a title or a text: h, b; name them by --columns"},
		{"a.csv", "title,text\n,\nEins\n", "", "!2: has neither title nor text; skipped #3 Eins|||[]|"},
		{"a.csv", "Titel,Text\nGr\xf6\xdfe,x\n", "", "#2 Größe|||[]|x"},
		{"a.csv", "title,text\n\"Eins,x\nZwei,y\n", "", "#2 Eins,x Zwei,y|||[]|"},
		{"a.csv", "", "", "!0: is empty"},
	} {
		path := filepath.Join(t.TempDir(), tt.name)
		if err := os.WriteFile(path, []byte(tt.in), 0o644); err != nil {
			t.Fatal(err)
		}
		columns := map[string]string{}
		for pair := range strings.SplitSeq(tt.columns, ",") {
			if member, name, ok := strings.Cut(pair, "="); ok {
				columns[member] = name
			}
		}
		var got []string
		for a, err := range ReadFile(t.Context(), File{Path: path}, Options{Columns: columns}) {
			if err != nil {
				p := err.(*Problem)
				got = append(got, fmt.Sprintf("!%d: %s", p.Line, p.Reason))
				continue
			}
			checkClean(t, a)
			s := fmt.Sprintf("%s %s|%s|%s|%v|%s", strings.TrimPrefix(a.Source, path), a.Title, a.Published, a.Outlet, a.Authors, strings.ReplaceAll(a.BodyText(), BlockGap, "/"))
			got = append(got, strings.TrimSpace(s+" "+strings.Join(a.Warnings, " ")))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.in, s, tt.want)
		}
	}
}

func TestFeeds(t *testing.T) {
	const long = "Der Gemeinderat hat am Montag beschlossen, die Brücke in zwei Jahren zu erneuern, und dafür Geld eingeplant."
	rss := `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Altenwieder Bote</title><link>https://bote.example/</link>
<item><title>Br&#252;cke &amp; Weg</title><link>https://bote.example/1</link><description><![CDATA[<p>Kurz gesagt, was geschah und warum.</p>]]></description><content:encoded><![CDATA[<p>` + long + `</p><h2>Kosten</h2><p>Vier Millionen Euro sind es.</p>]]></content:encoded><pubDate>Tue, 05 Mar 2019 16:20:11 +0100</pubDate><dc:creator>Erika Beispiel</dc:creator><category>Lokales</category></item>
<item><title>Ohne Text</title><guid>https://bote.example/2</guid><author>a@bote.example (Ada Muster)</author></item><item></item></channel></rss>`
	atom := `<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><entry><title type="html">Eins</title><link rel="self" href="https://b.example/self"/><link href="https://b.example/eins"/><published>2020-01-02T10:00:00Z</published><updated>2020-02-03T10:00:00Z</updated><author><name>Ada Muster</name></author><content type="html">&lt;p&gt;` + long + `&lt;/p&gt;</content></entry></feed>`
	for _, tt := range []struct{ name, file, in, want string }{
		{"RSS", "a.rss", rss, "https://bote.example/1|Altenwieder Bote|Lokales|Brücke & Weg|Kurz gesagt, was geschah und warum.|2019-03-05T16:20:11+01:00||[Erika Beispiel]|3 https://bote.example/2|Altenwieder Bote||Ohne Text||||[Ada Muster]|0 !the item has neither title nor text; skipped"},
		{"Atom", "a.xml", atom, "https://b.example/eins|Blog||Eins||2020-01-02T11:00:00+01:00|2020-02-03T11:00:00+01:00|[Ada Muster]|1"},
		{"Latin-1", "a.xml", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><title>B</title><item><title>Gr\xf6\xdfe</title></item></channel></rss>", "|B||Größe||||[]|0"},
		{"cut", "a.rss", rss[:len(rss)-120], "https://bote.example/1|Altenwieder Bote|Lokales|Brücke & Weg|Kurz gesagt, was geschah und warum.|2019-03-05T16:20:11+01:00||[Erika Beispiel]|3 !is not valid XML; what comes before has been read"},
		{"other XML", "a.xml", "<svg></svg>", "!is in no format that can be read; skipped"},
		{"empty feed", "a.rss", "<rss><channel></channel></rss>", "!holds no article"},
	} {
		path := filepath.Join(t.TempDir(), tt.file)
		if err := os.WriteFile(path, []byte(tt.in), 0o644); err != nil {
			t.Fatal(err)
		}
		var got []string
		for a, err := range ReadFile(t.Context(), File{Path: path}, Options{}) {
			if err != nil {
				got = append(got, "!"+err.(*Problem).Reason)
				continue
			}
			checkClean(t, a)
			got = append(got, fmt.Sprintf("%s|%s|%s|%s|%s|%s|%s|%v|%d", a.URL, a.Outlet, a.Section, a.Title, a.Lead, a.Published, a.Updated, a.Authors, len(a.Body)))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, s, tt.want)
		}
	}
}
