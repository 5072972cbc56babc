package corpus

import "time"

// German is the date with its time as clocks in Germany showed it and without a
// zone, so that dates of one precision sort as strings whatever zone the
// sources write. A time without a zone is taken to be German.
func (d Date) German() Date {
	if len(d) <= len("2006-01-02T15:04") {
		return d // most dates: there is no zone
	}
	for _, layout := range []string{"2006-01-02T15:04Z07:00", time.RFC3339} {
		t, err := time.Parse(layout, string(d))
		if err != nil {
			continue
		}
		return Date(t.In(germanZone(t)).Format(layout[:len(layout)-len("Z07:00")]))
	}
	return d
}

// inGermany is a time of day with the given offset as clocks in Germany showed
// it: with the German offset if it has seconds, else without one.
func (d Date) inGermany(offset string) Date {
	if offset == "" {
		return d
	}
	layout := "2006-01-02T15:04Z07:00"
	if len(d) > len("2006-01-02T15:04") {
		layout = time.RFC3339
	}
	t, err := time.Parse(layout, string(d)+offset)
	if err != nil {
		return d // 24:00, a leap second
	}
	t = t.In(germanZone(t))
	if layout == time.RFC3339 {
		return Date(t.Format(layout))
	}
	return Date(t.Format(layout[:len("2006-01-02T15:04")]))
}

// germanZone is Central European time, or summer time from the last Sunday of
// March to that of October at 1:00 UTC, as it has been since 1996.
func germanZone(t time.Time) *time.Location {
	const hour = 60 * 60
	lastSunday := func(m time.Month) time.Time {
		end := time.Date(t.UTC().Year(), m, 31, 1, 0, 0, 0, time.UTC)
		return end.AddDate(0, 0, -int(end.Weekday()))
	}
	if t.Before(lastSunday(time.March)) || !t.Before(lastSunday(time.October)) {
		return time.FixedZone("CET", hour)
	}
	return time.FixedZone("CEST", 2*hour)
}
