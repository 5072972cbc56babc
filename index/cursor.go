package index

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math"

	"presseschau/search"
)

// A cursor is opaque to clients: hashes of the state of the index and of what
// was asked, and the number and place of the last hit in its order.
const cursorSize = 4 + 4 + 4 + 4 + 8 + 8

// state hashes what a score depends on: the generation, and how far it follows
// the archive. Orders by date are the same in every state.
func (q *run) state() uint32 {
	state := q.gen.name
	if q.req.Sort == search.ByRelevance {
		cursor, err := q.view.snapshot.GetInternal(cursorKey)
		if err == nil {
			state += string(cursor)
		}
	}
	return hash32([]byte(state))
}

// place is where an answer goes on: behind a candidate, or, among the first
// hits, whose order comes from rescoring them together, behind so many.
type place struct {
	skip  int
	after *candidate
}

// question hashes what must not change between the pages of an answer.
func (q *run) question() uint32 {
	r := q.req
	return hash32(fmt.Appendf(nil, "%q %s %s %s %v %s %s %t", r.Query, r.Scope, r.Match, r.Sort, r.Filters, r.From, r.To, r.Group))
}

// cursorAfter points behind a candidate, which is the n-th hit.
func (q *run) cursorAfter(c candidate, n int) string {
	b := binary.BigEndian.AppendUint32(nil, q.state())
	b = binary.BigEndian.AppendUint32(b, q.question())
	b = binary.BigEndian.AppendUint32(b, uint32(n))
	b = binary.BigEndian.AppendUint32(b, math.Float32bits(c.score))
	b = binary.BigEndian.AppendUint64(b, uint64(c.date))
	b = binary.BigEndian.AppendUint64(b, c.tie)
	return base64.RawURLEncoding.EncodeToString(b)
}

// start reads where the answer begins.
func (q *run) start() (place, error) {
	if q.req.Cursor == "" {
		return place{skip: (q.req.Page - 1) * q.req.Size}, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(q.req.Cursor)
	if err != nil || len(b) != cursorSize {
		return place{}, &search.ParamError{Param: "cursor", Value: q.req.Cursor, Reason: "is not a cursor of an answer"}
	}
	if binary.BigEndian.Uint32(b) != q.state() {
		return place{}, search.ErrStaleCursor
	}
	if binary.BigEndian.Uint32(b[4:]) != q.question() {
		return place{}, &search.ParamError{Param: "cursor", Value: q.req.Cursor, Reason: "belongs to another query"}
	}
	n := int(binary.BigEndian.Uint32(b[8:]))
	if n <= rescored && q.req.Sort == search.ByRelevance {
		return place{skip: n}, nil
	}
	return place{after: &candidate{
		score: math.Float32frombits(binary.BigEndian.Uint32(b[12:])),
		date:  int64(binary.BigEndian.Uint64(b[16:])),
		tie:   binary.BigEndian.Uint64(b[24:]),
	}, skip: 0}, nil
}
