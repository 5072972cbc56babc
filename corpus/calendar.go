package corpus

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// dateSpan is a date found in a text.
type dateSpan struct {
	date       Date
	start, end int // bytes; end is behind the time of day, if there is one
}

// parseDate reads a date that stands alone, in ISO 8601 or in a German form;
// "" if it is none.
func parseDate(s string) Date {
	s = strings.TrimSpace(s)
	if d := isoPart(s); d != "" {
		return d
	}
	span, ok := findDate(s)
	if !ok || span.start > 0 && strings.ContainsFunc(s[:span.start], unicode.IsDigit) {
		return ""
	}
	return span.date
}

// isoPart reads "2015" and "2015-09", which only count where a date is
// expected.
func isoPart(s string) Date {
	switch len(s) {
	case yearLen:
		if y, err := strconv.Atoi(s); err == nil && plausibleYear(y) {
			return Date(s)
		}
	case monthLen:
		if _, err := time.Parse("2006-01", s); err == nil {
			return Date(s)
		}
	}
	return ""
}

// findDate finds the first date in s: "18. Dezember 2017", "18.12.2017",
// "3.1.14", "25/12/2015 12:08 CET", "2020-11-24T13:45:00+01:00".
func findDate(s string) (dateSpan, bool) {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) || i > 0 && (isDigit(s[i-1]) || strings.IndexByte("./-:", s[i-1]) >= 0 && i > 1 && (isDigit(s[i-2]) || isLetterByte(s[i-2]) && s[i-1] == '.')) {
			continue
		}
		if d, end := dateAt(s, i); d != "" {
			start := i
			if comma := strings.IndexByte(s[i:end], ','); comma > 0 && comma < len("31st,") {
				start, _ = monthBefore(s, i)
			}
			return dateSpan{date: d, start: start, end: end}, true
		}
	}
	return dateSpan{}, false
}

// dateAt reads a date at s[i], with its time of day if one follows.
func dateAt(s string, i int) (Date, int) {
	c := &scanner{s: s, i: i}
	day := c.isoDay()
	if day == "" {
		c.i = i
		day = c.germanDay()
	}
	if day == "" {
		c.i = i
		day = c.dayBehindMonth()
	}
	if n := c.i - i; day != "" && c.i+n <= len(s) && s[i:c.i] == s[c.i:c.i+n] {
		c.i += n // "19.11.202119.11.2021"
	}
	if day == "" || c.i < len(s) && isDigit(s[c.i]) || c.i+1 < len(s) && s[c.i] == '.' && isDigit(s[c.i+1]) { // "anna2 05.09.2014"
		return "", i
	}
	end := c.i
	if clock, zone := c.clock(); clock != "" {
		return (day + Date("T"+clock)).inGermany(zone), c.i
	}
	return day, end
}

// isoDay reads 2020-11-24 and 2020/11/24.
func (c *scanner) isoDay() Date {
	year, sign := c.digits(4, 4), "-"
	if c.i < len(c.s) && c.s[c.i] == '/' {
		sign = "/"
	}
	if year == "" || !c.any(sign) {
		return ""
	}
	month := c.digits(1, 2)
	if month == "" || !c.any(sign) {
		return ""
	}
	return makeDay(year, month, c.digits(1, 2))
}

// germanDay reads 18.12.2017, 18/12/2017, 18. Dezember 2017, 18 Dez 2017.
func (c *scanner) germanDay() Date {
	day := c.digits(1, 2)
	if day == "" {
		return ""
	}
	slash := c.any("/")
	if !slash && !c.any(".") {
		c.ordinal()
	}
	c.blanks()
	month := c.digits(1, 2)
	switch {
	case month == "":
		month = c.monthName()
		c.any(".,")
	case slash && !c.any("/"), !slash && !c.any("."):
		return ""
	}
	c.blanks()
	year := c.digits(2, yearLen)
	if year == "" && month != "" {
		year = c.first(yearLen) // a day may follow at once, see dateAt
	}
	if month == "" || len(year) == 3 {
		return ""
	}
	if len(year) == 2 {
		year = century(year)
	}
	return makeDay(year, month, day)
}

// dayBehindMonth reads the "30, 2013" of "Juli 30, 2013", as German versions of
// American systems write.
func (c *scanner) dayBehindMonth() Date {
	_, month := monthBefore(c.s, c.i)
	day := c.digits(1, 2)
	if day != "" {
		c.ordinal()
	}
	if month == 0 || day == "" || !c.any(",") {
		return ""
	}
	c.blanks()
	return makeDay(c.digits(yearLen, yearLen), strconv.Itoa(month), day)
}

// monthBefore is the month whose name is right before s[i], and where that
// begins; i and 0 if there is none, or the day is before it.
func monthBefore(s string, i int) (start, month int) {
	before, ok := strings.CutSuffix(s[:i], " ")
	at := strings.LastIndexByte(before, ' ') + 1
	if !ok || at > 1 && (isDigit(before[at-2]) || before[at-2] == '.') {
		return i, 0
	}
	if month = monthNumber(lower(before[at:])); month == 0 {
		return i, 0
	}
	return at, month
}

// century completes a year of two digits; web pages begin with the nineties.
func century(year string) string {
	if year >= "70" {
		return "19" + year
	}
	return "20" + year
}

// monthName reads a German month, Austrian ones and abbreviations included.
func (c *scanner) monthName() string {
	end := c.i
	for end < len(c.s) {
		r, n := utf8.DecodeRuneInString(c.s[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += n
	}
	n := monthNumber(lower(c.s[c.i:end]))
	if n == 0 {
		return ""
	}
	c.i = end
	return strconv.Itoa(n)
}

func monthNumber(name string) int {
	switch name {
	case "januar", "jänner", "jan", "jän", "january":
		return 1
	case "februar", "feber", "feb", "february":
		return 2
	case "märz", "maerz", "mär", "mrz", "march", "mar":
		return 3
	case "april", "apr":
		return 4
	case "mai", "may":
		return 5
	case "juni", "jun", "june":
		return 6
	case "juli", "jul", "july":
		return 7
	case "august", "aug":
		return 8
	case "september", "sep", "sept":
		return 9
	case "oktober", "okt", "october", "oct":
		return 10
	case "november", "nov":
		return 11
	case "dezember", "dez", "december", "dec":
		return 12
	}
	return 0
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// isLetterByte tells ASCII letters and all bytes of other letters.
func isLetterByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= utf8.RuneSelf
}

// makeDay checks a day and writes it in ISO 8601; "" if there is no such day.
func makeDay(year, month, day string) Date {
	y, errY := strconv.Atoi(year)
	m, errM := strconv.Atoi(month)
	d, errD := strconv.Atoi(day)
	if errY != nil || errM != nil || errD != nil || !plausibleYear(y) || m < 1 || m > 12 || d < 1 {
		return ""
	}
	if time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() != d {
		return ""
	}
	return Date([]byte{digit(y / 1000), digit(y / 100), digit(y / 10), digit(y), '-', digit(m / 10), digit(m), '-', digit(d / 10), digit(d)})
}

// digit is the last digit of n.
func digit(n int) byte { return byte('0' + n%10) }

// plausibleYear leaves numbers out that are no year of a newspaper.
func plausibleYear(y int) bool { return y >= 1600 && y < 2200 }
