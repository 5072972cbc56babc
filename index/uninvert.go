package index

import (
	"fmt"

	"presseschau/index/internal/segment"
)

// uninvert calls visit for every value of a property with its documents.
func uninvert(seg *segment.Segment, p property, visit func(value string, docs []uint32)) error {
	return uninvertTerms(seg, p, func(value string, e segment.Entry) error {
		docs, err := e.AppendDocs(nil)
		if err == nil {
			visit(value, docs)
		}
		return err
	})
}

// uninvertTerms calls visit for every value of a property.
func uninvertTerms(seg *segment.Segment, p property, visit func(value string, e segment.Entry) error) error {
	err := seg.Dict(fieldKey).Walk(string(rune(p)), func(e segment.Entry) error { return visit(string(e.Term[1:]), e) })
	if err != nil {
		return fmt.Errorf("values of property %c: %w", p, err)
	}
	return nil
}
