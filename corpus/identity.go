package corpus

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"
)

const (
	// idBytes of a hash make an ID: 80 bits keep a billion articles apart.
	idBytes = 10
	// pseudonymBytes make a name that is short to read; two readers below one
	// article hardly ever share it.
	pseudonymBytes = 3
)

// stableID derives the ID of an article from its address, else from its
// content, so that the same article read twice is one.
func stableID(a *Article) string {
	if u := normalURL(a.URL); u != "" {
		return "u-" + digest(u)
	}
	return "c-" + digest(a.Outlet, a.Title, a.Lead, a.BodyText())
}

// digest hashes texts with their borders.
func digest(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:idBytes])
}

// normalURL is the address without what differs between two links to the same
// page: scheme, "www.", case of the host, standard port, fragment, tracking
// parameters, order of the parameters, a slash at the end.
func normalURL(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" {
		return ""
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	query := u.Query()
	for name := range query {
		if tracks(strings.ToLower(name)) {
			query.Del(name)
		}
	}
	out := host + strings.TrimRight(u.EscapedPath(), "/")
	if len(query) > 0 {
		out += "?" + query.Encode() // sorted by name
	}
	return out
}

// tracks tells the parameters that say where a reader came from.
func tracks(name string) bool {
	for _, prefix := range []string{"utm_", "wt_", "wt.", "mc_", "at_", "pk_", "mtm_"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	switch name {
	case "fbclid", "gclid", "dclid", "msclkid", "igshid", "ref", "wtrid", "xtor", "icid", "cid", "rss", "ns_campaign", "ns_mchannel", "ns_source", "source", "from", "amp":
		return true
	}
	return false
}

// dateInURL is the day in a path such as /2015/09/20/ or /2015-09-20-, else "".
func dateInURL(raw string) Date {
	for i := 0; i+8 < len(raw); i++ {
		if !strings.ContainsRune("/-_", rune(raw[i])) {
			continue
		}
		rest := raw[i+1:]
		if !strings.HasPrefix(rest, "19") && !strings.HasPrefix(rest, "20") {
			continue
		}
		if d := leadingDay(rest); d != "" {
			return d
		}
	}
	return ""
}

// leadingDay reads 2015/09/20, 2015-09-20, 2015_09_20 or 20150920 at the start
// of s; digits must not go on behind it.
func leadingDay(s string) Date {
	var digits []byte
scan:
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b >= '0' && b <= '9':
			if digits = append(digits, b); len(digits) > 8 {
				return ""
			}
			continue
		case strings.IndexByte("/-_", b) >= 0 && (len(digits) == 4 || len(digits) == 6):
			continue
		}
		break scan
	}
	if len(digits) != 8 {
		return ""
	}
	return makeDay(string(digits[:4]), string(digits[4:6]), string(digits[6:]))
}

// pseudonym is a name that stays the same for a reader, and from which the
// true one cannot be found without the key (HMAC-SHA-256, RFC 2104).
func pseudonym(key []byte, author string) string {
	if author == "" {
		return ""
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(author))
	return "Leser-" + hex.EncodeToString(mac.Sum(nil)[:pseudonymBytes])
}
