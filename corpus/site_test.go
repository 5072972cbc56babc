package corpus

import "testing"

func TestOutletOfHTML(t *testing.T) {
	const address = `<link rel="canonical" href="https://www.altenwieder-bote.example/damm">`
	for _, tt := range []struct{ head, want string }{
		{address, "altenwieder-bote.example"},
		{address + `<meta name="publisher" content="Medienhaus Wied GmbH"><meta property="og:site_name" content="Altenwieder Bote">`, "Altenwieder Bote"},
		{address + `<meta property="og:site_name" content="Altenwieder Bote - Nachrichten aus dem Tal der Wied">`, "Altenwieder Bote"},
		{address + `<meta property="og:site_name" content="Der Bote | Altenwieder Bote">`, "Altenwieder Bote"},
		{address + `<meta property="og:title" content="Damm hält"><meta property="og:site_name" content="Damm hält">`, "altenwieder-bote.example"},
		{address + `<meta property="og:site_name" content="www.altenwieder-bote.example">`, "altenwieder-bote.example"},
		{`<meta property="og:site_name" content="Das Blatt, das alle im Tal lesen, und zwar jeden Morgen beim Kaffee">`, ""},
		{`<title>Der Damm hält | Wiedblatt</title>`, "Wiedblatt"},
		{`<title>Wiedblatt | Der Damm hält</title>`, ""},
		{`<title>Der Damm hält | tagesschau.de</title>`, "tagesschau"},
	} {
		if a := htmlArticle(t, tt.head, `<h1>Der Damm hält</h1>`); a.Outlet != tt.want {
			t.Errorf("%s: got %q, want %q", tt.head, a.Outlet, tt.want)
		}
	}
}
