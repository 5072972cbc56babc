package corpus

import (
	"slices"
	"strings"
)

// AgencyName is the canonical name of a news agency, by any of the spellings
// and services that sources name it by: "Reuters" for "rtr" and "rtre". One
// that is not known is given in lower case, as articles have it.
func AgencyName(spelling string) string {
	s := strings.ToLower(strings.TrimSpace(spelling))
	switch s {
	case "dpa-infocom", "dpa-custom", "dpatv", "lno", "lnw", "lby", "lbn", "lbg", "lbw", "lhe", "lrs", "lsw", "lni", "lmv", "lsn", "lsa", "lth": // regional services too
		return "dpa"
	case "dpa-afx":
		return "dpa-AFX"
	case "afp", "afpe", "afpf", "afpd":
		return "AFP"
	case "ap", "apd", "ape", "apf", "apn", "associated press":
		return "AP"
	case "reuters", "rtr", "rtre", "rtrd", "rtrs", "rts":
		return "Reuters"
	case "kna", "sid", "apa", "efe", "ansa", "upi", "idea":
		return strings.ToUpper(s)
	case "sda", "ats", "keystone-sda":
		return "Keystone-SDA"
	case "itar-tass", "tass":
		return "TASS"
	case "ria", "rian", "ria nowosti":
		return "RIA Nowosti"
	case "dow jones", "dow jones newswires":
		return "Dow Jones"
	case "ots", "news aktuell", "presseportal":
		return "news aktuell"
	case "ctk", "čtk":
		return "ČTK"
	case "anadolu", "anadolu agency":
		return "Anadolu"
	case "bloomberg", "interfax", "sputnik", "xinhua", "belga", "ritzau", "kyodo":
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

// AgencyNames are the canonical names of agencies, each once.
func AgencyNames(spellings []string) []string {
	var out []string
	for _, s := range spellings {
		if name := AgencyName(s); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
