package archive

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"

	"presseschau/corpus"
)

// hashLen is the number of bytes kept of a record's hash.
const hashLen = 16

// content is a SHA-256 hash, cut to 16 bytes, of all that a record holds
// but the place where it was read: the same article in another file is no
// change. Mentions and surnames must be in order.
func (h *hasher) content(a *corpus.Article, mentions []corpus.Mention, surnames []Surname) []byte {
	h.Reset()
	h.strings(a.ID, a.URL, a.Outlet, a.Section, a.Kicker, a.Title, a.Lead, string(a.Published), string(a.PublishedFrom),
		string(a.Updated), a.Language)
	h.list(a.Authors)
	h.list(a.Agencies)
	h.list(a.Warnings)
	h.number(len(a.Body))
	for _, b := range a.Body {
		h.strings(string(b.Kind), b.Text, b.Credit)
	}
	h.number(len(a.Comments))
	for i := range a.Comments {
		c := &a.Comments[i]
		h.number(c.N)
		h.strings(c.ID, c.Author, string(c.Date), c.Title, c.Text, c.Parent)
	}
	total := -1
	if a.CommentsTotal != nil {
		total = *a.CommentsTotal
	}
	h.number(total)
	h.number(len(mentions))
	for i := range mentions {
		m := &mentions[i]
		h.strings(m.Actor.ID, m.Actor.Name, string(m.Actor.Type), string(m.Field))
		h.number(m.Comment)
		h.number(m.Start)
		h.number(m.End)
		if m.Passing {
			h.number(1)
		}
	}
	for _, s := range surnames {
		h.strings(s.Name)
	}
	h.flush()
	return h.Sum(nil)[:hashLen]
}

// hasher writes values with their lengths, so that no two records look alike.
type hasher struct {
	hash.Hash
	buf []byte
}

func newHasher() *hasher { return &hasher{Hash: sha256.New()} }

func (h *hasher) number(n int) { h.buf = binary.AppendVarint(h.buf, int64(n)) }

func (h *hasher) strings(values ...string) {
	const full = 4096
	for _, s := range values {
		h.number(len(s))
		if h.buf = append(h.buf, s...); len(h.buf) > full {
			h.flush()
		}
	}
}

func (h *hasher) list(values []string) {
	h.number(len(values))
	h.strings(values...)
}

// flush hashes what is gathered. A hash never fails to take it.
func (h *hasher) flush() {
	h.Write(h.buf)
	h.buf = h.buf[:0]
}
