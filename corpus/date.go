package corpus

import "strconv"

// Date is a date in ISO 8601, as exact as the source gives it: "2015",
// "2015-09", "2015-09-20", "2015-09-20T12:08", "2015-09-20T12:08:31+02:00".
// Times are those of German clocks. The empty Date is unknown. Dates of one precision sort as strings.
type Date string

// Precision says how exact a Date is.
type Precision string

// The precisions of a Date.
const (
	Unknown Precision = ""
	Year    Precision = "year"
	Month   Precision = "month"
	Day     Precision = "day"
	Minute  Precision = "minute"
)

// Lengths of the prefixes of an ISO 8601 date.
const (
	yearLen  = len("2015")
	monthLen = len("2015-09")
	dayLen   = len("2015-09-20")
)

// Precision tells how exact the date is.
func (d Date) Precision() Precision {
	switch {
	case d == "":
		return Unknown
	case len(d) < monthLen:
		return Year
	case len(d) < dayLen:
		return Month
	case len(d) == dayLen:
		return Day
	}
	return Minute
}

// Year is the calendar year, 0 if unknown.
func (d Date) Year() int {
	if len(d) < yearLen {
		return 0
	}
	y, err := strconv.Atoi(string(d[:yearLen]))
	if err != nil {
		return 0
	}
	return y
}

// Day is the date cut to its day, or as much of that as is known.
func (d Date) Day() string {
	if len(d) > dayLen {
		return string(d[:dayLen])
	}
	return string(d)
}
