package main

import (
	"fmt"
	"strings"

	"presseschau/analyzers/internal/lexicon"
)

// opaque are compounds that are not about their parts: a reader who looks for
// Haus, Tag or Fuß wants no Haushalt, Bundestag or Fußball. They are split all
// the same, but their parts are no terms, in longer compounds neither.
// Krankenhaus and Wahlkampf are about their parts and missing here. A |
// stands before the head of words that the dictionary lacks.
func opaque() []string {
	return strings.Fields(`
		haushalt alltag bundestag kirchen|tag kreis|tag landtag partei|tag reichs|tag tage|buch tages|ordnung wochenende
		jahrgang jahrhundert jahrtausend jahrzehnt mittelalter zeitraum zeit|punkt zeitschrift freizeit mahlzeit
		brennpunkt gesichtspunkt höhepunkt mittelpunkt schwerpunkt standpunkt wende|punkt knackpunkt
		gegenstand ruhestand stillstand wohlstand standort grundstück frühstück hintergrund vordergrund
		augen|blick augen|höhe blick|winkel rückgang rückhalt rückschlag rücksicht rücktritt rundfunk
		bestandteil bruch|teil gegenteil grossteil teilnehmer teilnahme massnahme stellungnahme festnahme
		haupt|sache tatsache schlagzeile stichwort sprichwort wort|laut lautsprecher schriftsteller schauspieler
		schauplatz spiel|raum weltraum welt|anschauung lebens|lauf lebensmittel handschuh handwerk netzwerk feuerwerk
		stockwerk fahrzeug flugzeug spielzeug werkzeug schlagzeug bildschirm fall|schirm fussball handball
		wasser|stoff sauerstoff stickstoff kunststoff landwirt landwirtschaft bürgermeister bundeswehr haupt|mann
		junggeselle grossmutter grossvater vater|land kindergarten friedhof hochburg feldzug wohlfahrt ratgeber
		misserfolg maulwurf schaden|freude wolkenkratzer arbeitslose arbeitslosigkeit`)
}

// addOpaque takes in the opaque words that the dictionary lacks, inflected as
// their heads, and sets the flag of all.
func addOpaque(choices map[string]choice) error {
	heads := map[string][]string{} // lemma → forms
	for form, ch := range choices {
		heads[ch.upper] = append(heads[ch.upper], form)
	}
	for _, word := range opaque() {
		modifier, head, divided := strings.Cut(word, "|")
		if divided {
			for _, form := range heads[head] {
				choices[modifier+form] = choice{upper: modifier + head, flags: lexicon.Opaque}
			}
			continue
		}
		if len(heads[word]) == 0 {
			return fmt.Errorf("the dictionary lacks the opaque word %s: write a | before its head", word)
		}
		for _, form := range heads[word] {
			ch := choices[form]
			ch.flags |= lexicon.Opaque
			choices[form] = ch
		}
	}
	return nil
}
