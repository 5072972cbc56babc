package corpus

import "regexp"

// patterns are the forms of lines that a pageParser knows.
type patterns struct {
	copyright *regexp.Regexp // © SPIEGEL ONLINE 2015
	year      *regexp.Regexp // in a copyright line
	timeCode  *regexp.Regexp // 02:01
	placeLine *regexp.Regexp // Berlin (dpa) –
	player    *regexp.Regexp // Video: Was ist …? 01:11 Min
	total     *regexp.Regexp // insgesamt 91 Beiträge
	address   *regexp.Regexp // URL: http://…
	counted   *regexp.Regexp // Seite 2 von 3
	relative  *regexp.Regexp // vor 3 Stunden
	ago       *regexp.Regexp // 5 Jahre her
	agoShort  *regexp.Regexp // 5 J.
	readTime  *regexp.Regexp // Lesedauer: 3 Min.
	more      *regexp.Regexp // Mehr zum Thema Bahn
}

func newPatterns() patterns {
	return patterns{
		copyright: regexp.MustCompile(`(?i)^(?:copyright\s*(?:©|\(c\))?|©|\(c\))\s*:?\s*(\S.*)$|^.{0,60}\s(?:©|\(c\)|copyright)\s*(?:19|20)\d\d|^.{0,80}alle rechte vorbehalten\.?$`),
		year:      regexp.MustCompile(`(?:19|20)\d\d`),
		timeCode:  regexp.MustCompile(`^(?:\d{1,2}:)?\d{1,2}:\d\d(?:\s*/\s*(?:\d{1,2}:)?\d{1,2}:\d\d)?(?:\s*min\.?)?$`),
		placeLine: regexp.MustCompile(`^\p{Lu}[\p{L}./-]+(?: \p{Lu}[\p{L}./-]+){0,2}(?:/\p{Lu}\p{L}+)?(?: ?\(([^)]{2,40})\)| (taz|[a-z]{2,5}(?:/[a-z]{2,5})*))? ?(?:[-–—|]|\.\s?[-–—]) \S`),
		player:    regexp.MustCompile(`(?i)^.{0,140}\b\d{1,2}:\d\d\s*min(?:uten|\.)?\)?$|^(?:video|audio|player|podcast|trailer)\s*:\s.{0,100}[^.]$`),
		total: regexp.MustCompile(`(?i)^(\d[\d.]*|eine?)\s+(?:gedanken?|antwort(?:en)?|reaktion(?:en)?|thoughts?|repl(?:y|ies)|responses?|comments?|discussions?|kommentare?)\s+(?:zu|auf|on|to|for)\s.{1,160}$|^(?:insgesamt|diskutieren sie mit[!:]?|alle|zeige alle|zu den|lesen sie alle|bisher)?\s*\(?(\d[\d.]*)\)?\s+(?:leser|user|forums)?-?(?:kommentare?n?|comments?|ergänzung(?:en)?|beiträgen?|postings?|lesermeinungen|meinungen|leserbriefe)(?:\s.{0,25}|\sseite \d+ von \d+\s?\pL*)?$` +
			`|^(?:(?:leser|user)?-?kommentare \(\d+|postings? \d+ bis \d+) von (\d+)\)?$|^(?:(?:leser|user|alle )?-?kommentare?(?: lesen| anzeigen)?|forum|diskussion|(?:alle )?postings?|beiträge|lesermeinungen)(?: zu diesem artikel| zum beitrag| zum artikel| zum thema)?\s*[:(\[|–-]*\s*(\d[\d.]*)\s*(?:beiträge|kommentare|postings)?\s*[)\]]*$`),
		address:  regexp.MustCompile(`(?i)^(?:(url|permalink|adresse|kurz-url|kurzlink|artikel-url)|link|quelle|web|internet)?\s*:?\s*(https?://\S+|www\.\S+\.\S+)$`),
		counted:  regexp.MustCompile(`(?i)^ausgabe \d+/\d+$|^artikel \d+ ?/ ?\d+$|^item \d+ of \d+$|^\d+ (?:bild(?:er)?|fotos?|videos?)$|^(?:seite|bild|foto|teil)\s*\d+\s*(?:(?:von|/)\s*\d+)?$|^\d+\s*(?:/|\||von)\s*\d+$|^(?:\d+\s+)+(?:\d+|nächste|weiter|›|»|>)$|^(?:auf )?seite \d+:? .{0,60}$`),
		relative: regexp.MustCompile(`(?i)(?:^|\b)(?:vor\s+(?:\d+|einer?|einem|zwei|drei|vier|fünf|mehr als \d+)\s+(?:sekunden?|minuten?|min\.?|stunden?|std\.?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)|gestern|heute)(?:,?\s*(?:um\s*)?\d{1,2}[:.]\d\d(?:\s*uhr)?)?`),
		ago:      regexp.MustCompile(`(?:^|\b)(?:\d+|eine?|an?|one)\s+(?:sekunden?|minuten?|min\.?|stunden?|std\.?|tage?|wochen?|monate?|jahre?|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\s+(?:her|zuvor|ago)\b`),
		agoShort: regexp.MustCompile(`\b\d+\s?(?:J|Jhr|Std|Min|Tg|Wo|Mon|h|d|w|y|yr|yrs)\.?$`),
		more:     regexp.MustCompile(`^(?:Mehr|Alles|Weiteres|Lesen Sie mehr|Weitere Artikel|Weitere Nachrichten|Weitere Meldungen|Videos|Bilder|Artikel|Themenseite|Dossier)(?: rund)? (?:zum Thema|zu|zur|zum|über|ums Thema)(?: \S+){1,4}$`),
		readTime: regexp.MustCompile(`(?i)^(?:lesezeit|lesedauer|reading time)?:?\s*(?:ca\. )?(?:\d\d?:)?\d+\s*(?:min|minuten?|min\.)\s*(?:lesezeit|lesedauer|zum lesen|reading time)?\.?$`),
	}
}
