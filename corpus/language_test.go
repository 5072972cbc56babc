package corpus

import (
	"strings"
	"testing"
)

func TestLanguages(t *testing.T) {
	l, err := newLanguages()
	if err != nil {
		t.Fatal(err)
	}
	long := func(s string) string { return strings.Repeat(s+" ", 3) }
	const (
		german  = "Der Rat der Stadt hat am Montag beschlossen, dass die alte Brücke nicht abgerissen wird, sondern im nächsten Jahr für den Verkehr gesperrt und saniert werden soll."
		english = "The council of the town has decided on Monday that the old bridge will not be torn down but closed to traffic next year, so that it can be repaired before the winter."
	)
	for _, c := range []struct{ text, says, want string }{
		{german, "", "de"},
		{english, "", "en"},
		{"Le conseil de la ville a décidé lundi que le vieux pont ne sera pas détruit mais fermé à la circulation pour être réparé avec des fonds qui sont prévus dans le budget.", "", "fr"},
		{"El consejo de la ciudad decidió el lunes que el viejo puente no será destruido sino cerrado al tráfico para repararlo con fondos que están previstos en el presupuesto.", "", "es"},
		{"Il consiglio della città ha deciso lunedì che il vecchio ponte non sarà demolito ma chiuso al traffico per essere riparato con i fondi che sono previsti nel bilancio.", "", "it"},
		{"De raad van de stad heeft maandag besloten dat de oude brug niet wordt gesloopt maar voor het verkeer wordt gesloten om met geld uit de begroting te worden hersteld.", "", "nl"},
		{"Rada miasta zdecydowała w poniedziałek, że stary most nie będzie zburzony, ale zamknięty dla ruchu, by go naprawić, jak to jest już zapisane w budżecie na ten rok.", "", "pl"},
		{"Stadens råd har på måndagen beslutat att den gamla bron inte ska rivas utan stängas för trafik och att den ska lagas med medel som är avsatta i budgeten.", "", "sv"},
		{"Şehir meclisi eski köprünün yıkılmayacağını, ama onarım için bir yıl trafiğe kapatılacağını ve bunun için bütçede çok para olduğunu daha önce de söyledi, ne var ki bu kadar değil.", "", "tr"},
		{"Городской совет решил в понедельник, что старый мост не будет снесён, а будет закрыт для движения и отремонтирован в следующем году.", "", "und"},
		{"Bayern München Dortmund Leipzig Leverkusen Stuttgart Frankfurt Freiburg Hoffenheim Bremen Augsburg Wolfsburg Mainz Gladbach Union Bochum", "", "de"},
		{"Council decides on old bridge", "", "de"}, // too short to tell
		{"", "", "de"},
		{english, "de", "de"}, // 32 words are no proof
		{long(english), "de", "en"},
		{long(german), "en", "de"},
		{long(german), "de", "de"},
		{"Wort Wort", "it", "it"},
		{`Die Schlagzeile »` + english + `« war gestern in der Zeitung zu lesen, und das hat die Leserinnen und Leser in der Stadt nicht nur wegen der Sprache, in der sie stand, geärgert, sondern auch, weil sie nicht stimmt.`, "", "de"},
	} {
		a := &Article{Language: c.says, Body: []Block{{Kind: Caption, Text: long(english)}, {Kind: Paragraph, Text: c.text}}}
		if got := l.of(a); got != c.want {
			t.Errorf("%.60s (%q) is %q; want %q", c.text, c.says, got, c.want)
		}
	}
}

func TestAgencyName(t *testing.T) {
	for _, c := range []struct{ spelling, want string }{
		{"dpa", "dpa"}, {"DPA", "dpa"}, {"rtr", "Reuters"}, {"rtre", "Reuters"}, {"Reuters", "Reuters"}, {"afp", "AFP"},
		{"ap", "AP"}, {"epd", "epd"}, {"kna", "KNA"}, {"sid", "SID"}, {"keystone-sda", "Keystone-SDA"}, {"xinhua", "Xinhua"},
		{" Altenwieder Dienst ", "altenwieder dienst"}, {"", ""},
	} {
		got := AgencyName(c.spelling)
		if got != c.want || AgencyName(got) != got {
			t.Errorf("%q is called %q; want %q", c.spelling, got, c.want)
		}
	}
}
