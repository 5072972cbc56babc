package corpus

import "testing"

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Date
	}{
		{"2015", "2015"},
		{"2015-09", "2015-09"},
		{"2015-09-20", "2015-09-20"},
		{"2020-12-5", "2020-12-05"},
		{"2015-09-20T12:08:31+02:00", "2015-09-20T12:08:31+02:00"},
		{"2015-09-20T12:08:31.250Z", "2015-09-20T12:08:31Z"},
		{"2019-05-08T14:52:21.463000", "2019-05-08T14:52"},
		{"2017-10-30 16:15:04", "2017-10-30T16:15"},
		{"18. Dezember 2017", "2017-12-18"},
		{"18.12.2017", "2017-12-18"},
		{"18.12.17", "2017-12-18"},
		{"3.1.98", "1998-01-03"},
		{"28. 9. 2012", "2012-09-28"},
		{"25/12/2015 12:08 CET", "2015-12-25T12:08"},
		{"Montag, 3. März 2014, 9.15 Uhr", "2014-03-03T09:15"},
		{"12. Jänner 2016, 14:33:11", "2016-01-12T14:33"},
		{"8 Dez. 2021 16:27 Uhr", "2021-12-08T16:27"},
		{"24.11.2020 um 13 Uhr", "2020-11-24T13:00"},
		{"24.11.2020 | 13:45 Uhr", "2020-11-24T13:45"},
		{"31.02.2020", ""},
		{"2020-13-01", ""},
		{"vor 3 Stunden", ""},
		{"1.234.567", ""},
		{"0000-00-00", ""},
		{"", ""},
	} {
		if got := parseDate(c.in); got != c.want {
			t.Errorf("parseDate(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestDateInURL(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Date
	}{
		{"https://example.org/2020/09/12/lager/", "2020-09-12"},
		{"https://example.org/politik/2020-09-12-lager", "2020-09-12"},
		{"https://example.org/a-20200912.html", "2020-09-12"},
		{"https://example.org/news-2020091234", ""},
		{"https://example.org/2020/13/40/", ""},
		{"https://example.org/artikel-2000102732845", ""},
		{"", ""},
	} {
		if got := dateInURL(c.in); got != c.want {
			t.Errorf("dateInURL(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
