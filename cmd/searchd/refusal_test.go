package main

import (
	"net/http"
	"testing"
)

func TestRefused(t *testing.T) {
	for _, tc := range []struct{ body, query, want string }{
		{`{"title":"Cannot","detail":"expected x","position":0,"length":6,"suggestion":"\"offen\""}`, `"offen`, "Cannot: expected x\n  \"offen\n  ^^^^^^\nDid you mean \"offen\""},
		{`{"title":"Cannot","position":5,"length":0}`, "Ä\tODER", "Cannot\n  Ä ODER\n       ^"},
		{`{"title":"Bad size","detail":"0"}`, "x", "Bad size: 0"},
		{`nothing`, "x", "the search failed with status 422"},
	} {
		if got := refused(http.StatusUnprocessableEntity, []byte(tc.body), tc.query).Error(); got != tc.want {
			t.Errorf("%s gives\n%s\nwant\n%s", tc.body, got, tc.want)
		}
	}
}
