package corpus

import (
	"strconv"
	"strings"
	"time"
)

// clock reads a time of day behind a date: "T13:45:00+01:00", " 12:08 CET",
// ", 9.15 Uhr", " um 14:03", " | 12:08 Uhr". It gives "13:45", or "13:45:00"
// where an offset follows seconds, and the offset as "+01:00", "" if none is
// told or it is the German one by name.
func (c *scanner) clock() (clock, zone string) {
	iso := c.any("Tt")
	if !iso && !c.clockGap() {
		return "", ""
	}
	hour := c.digits(1, 2)
	if hour == "" {
		return "", ""
	}
	colon := c.any(":")
	if !colon && !c.any(".") {
		return c.fullHour(hour), ""
	}
	minute := c.digits(2, 2)
	if minute == "" {
		return "", ""
	}
	second := ""
	if c.any(":") {
		second = c.digits(2, 2)
	}
	h, _ := strconv.Atoi(hour)
	if h > 24 || minute > "59" || second > "60" {
		return "", ""
	}
	if colon {
		zone = c.zone()
		h = c.half(h)
	}
	if zone != "" && second != "" {
		return twoDigits(h) + ":" + minute + ":" + second, zone
	}
	if uhr := c.uhr(); !colon && !uhr || strings.HasPrefix(strings.ToLower(c.s[c.i:]), " min") {
		return "", "" // "18.12.2017, 9.15" may be anything, "01:04 min" is how long a video takes
	}
	return twoDigits(h) + ":" + minute, zone
}

// twoDigits writes an hour.
func twoDigits(h int) string { return string([]byte{digit(h / 10), digit(h)}) }

// half reads "pm" and "am" behind an hour, at the end of a text.
func (c *scanner) half(hour int) int {
	const noon = 12
	switch strings.TrimSpace(c.s[c.i:]) {
	case "pm":
		c.i = len(c.s)
		return hour%noon + noon
	case "am":
		c.i = len(c.s)
		return hour % noon
	}
	return hour
}

// fullHour reads "9 Uhr".
func (c *scanner) fullHour(hour string) string {
	h, _ := strconv.Atoi(hour)
	if !c.uhr() || h > 24 {
		return ""
	}
	return twoDigits(h) + ":00"
}

// clockGap reads what stands between a day and its time of day.
func (c *scanner) clockGap() bool {
	start := c.i
	c.blanks()
	if !c.any(",|-/") {
		for _, sign := range []string{"–", "•", "·", "um "} {
			if strings.HasPrefix(c.s[c.i:], sign) {
				c.i += len(sign)
				break
			}
		}
	}
	c.blanks()
	if strings.HasPrefix(c.s[c.i:], "um ") {
		c.i += len("um ")
	}
	return c.i > start
}

// zone reads a fraction of a second, which is left out, and an offset: "Z",
// " UTC", "+01:00", " +0100"; "" if there is none.
func (c *scanner) zone() string {
	if c.i+1 < len(c.s) && c.s[c.i] == '.' && isDigit(c.s[c.i+1]) {
		c.i++
		c.digits(1, 9)
	}
	if c.any("Zz") {
		return "+00:00"
	}
	rest := strings.TrimPrefix(c.s[c.i:], " ")
	for _, name := range []string{"UTC", "GMT"} {
		if after, ok := strings.CutPrefix(rest, name); ok && (after == "" || !isLetterByte(after[0]) && strings.IndexByte("+-0123456789", after[0]) < 0) {
			c.i = len(c.s) - len(after)
			return "+00:00"
		}
	}
	if rest == "" || rest[0] != '+' && rest[0] != '-' {
		return ""
	}
	for _, layout := range []string{"-07:00", "-0700"} {
		n := len(layout)
		if len(rest) < n || len(rest) > n && isDigit(rest[n]) {
			continue
		}
		if t, err := time.Parse(layout, rest[:n]); err == nil {
			c.i = len(c.s) - len(rest) + n
			return t.Format("-07:00")
		}
	}
	return ""
}

// uhr reads "Uhr" and the names of time zones.
func (c *scanner) uhr() (found bool) {
	for _, word := range []string{"Uhr", "uhr", "h", "CET", "CEST", "MEZ", "MESZ", "UTC", "GMT"} {
		rest := strings.TrimLeft(c.s[c.i:], " ")
		if after, ok := strings.CutPrefix(rest, word); ok && (after == "" || !isLetterByte(after[0])) {
			c.i = len(c.s) - len(after)
			found = true
		}
	}
	return found
}

// withHalfDay takes " PM" and a zone from the front of what stands behind a date, and
// gives the date its hour: "Nov 7, 2023, 8:54 PM GMT+1".
func withHalfDay(d Date, behind string) (Date, string) {
	const (
		layout = "2006-01-02T15:04"
		noon   = 12 // o'clock
	)
	rest, late := strings.CutPrefix(behind, " PM")
	if !late {
		var early bool
		if rest, early = strings.CutPrefix(behind, " AM"); !early {
			return d, behind
		}
	}
	rest = strings.TrimLeft(strings.TrimPrefix(rest, " GMT"), "+-0123456789")
	at, err := time.Parse(layout, string(d))
	if err != nil || late == (at.Hour() >= noon) {
		return d, rest
	}
	if late {
		at = at.Add(noon * time.Hour)
	} else {
		at = at.Add(-noon * time.Hour)
	}
	return Date(at.Format(layout)), rest
}
