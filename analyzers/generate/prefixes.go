package main

import (
	"slices"
	"strings"

	"presseschau/analyzers/internal/lexicon"
)

// prefixesOfVerbs are what German puts before verbs, separable or not.
const prefixesOfVerbs = `
	ab an auf aus be bei da dabei dafür dagegen daher dahin dahinter daneben danieder dar daran darauf darüber davon
	davor dazu dazwischen dran drauf drauflos drein drin drüber durch ein einher empor ent entgegen entlang entzwei er
	fehl fern fest fort frei gegen gegenüber gleich gut heim her herab heran herauf heraus herbei herein herüber herum
	herunter hervor hier hin hinab hinan hinauf hinaus hindurch hinein hintan hinter hinterher hinüber hinunter hinweg
	hinzu hoch höher inne instand kaputt kennen klar kopf krank kund kurz lahm lang los miss mit nach nahe neben nieder
	offen quer rad ran rauf raus rein rück rüber rückwärts rum runter satt schief schön schwarz seil sicher sitzen
	spazieren stand statt stehen still teil tief tot über überein übel übrig um umher umhin un unter ver voll vor voran
	voraus vorbei vorher vorüber vorwärts vorweg wach wahr weg weiter weis wett wider wieder wund zer zu zufrieden
	zugrunde zunichte zurecht zurück zusammen zuvor zuwider zwangs zwischen bekannt aneinander aufeinander auseinander
	beieinander beisammen durcheinander füreinander gegeneinander hintereinander ineinander miteinander nebeneinander
	übereinander umeinander untereinander voneinander voreinander zueinander abwärts aufwärts auswärts besser breit
	dicht fertig fremd gefangen geheim genau gerade glatt groß halb hand haus heilig heiß hof irre kalt klein knapp
	kahl leicht lieb locker maß matt mund nass preis recht reihen richtig rot ruhig sauber scharf schlecht schwer
	selig spitz stabil stark steif straf trocken tüchtig unter verloren warm weich wohl zart`

// encodePrefixes gives the trie of prefixes.
func encodePrefixes() (*lexicon.Builder, error) {
	prefixes := strings.Fields(key(prefixesOfVerbs))
	slices.Sort(prefixes)
	b := lexicon.NewBuilder()
	for _, p := range slices.Compact(prefixes) {
		if err := b.Add(p, 1); err != nil {
			return nil, err
		}
	}
	return b, nil
}
