package segment

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// The footer: for each field the places of its dictionary, of its lengths and
// of its postings, then those of the documents' offsets and order, the number
// of documents, the number of fields, the magic number with the version, and
// the checksum. All but the last two are 8 bytes each.
const (
	magic      = 0x50534702 // the last byte is the version
	perField   = 3
	tailNumber = 4
	tailSize   = 8*tailNumber + 4 + 4
)

// fieldPlace is where a field's data lie in the file: postings, dictionary and
// lengths, each up to the next.
type fieldPlace struct{ postings, dictionary, lengths uint64 }

// footer is what leads into a file.
type footer struct {
	fields           []fieldPlace
	offsets, byID, n uint64
}

func (f *footer) appendTo(b []byte) []byte {
	for _, p := range f.fields {
		for _, v := range []uint64{p.postings, p.dictionary, p.lengths} {
			b = binary.BigEndian.AppendUint64(b, v)
		}
	}
	for _, v := range []uint64{f.offsets, f.byID, f.n, uint64(len(f.fields))} {
		b = binary.BigEndian.AppendUint64(b, v)
	}
	return binary.BigEndian.AppendUint32(b, magic)
}

// readFooter reads the footer of a whole file and checks that it leads to
// places in it.
func readFooter(data []byte, fields int) (*footer, error) {
	size := tailSize + 8*perField*fields
	if len(data) < size {
		return nil, errors.New("the file is too short for its footer")
	}
	b := data[len(data)-tailSize:]
	if m := binary.BigEndian.Uint32(b[8*tailNumber:]); m != magic {
		return nil, fmt.Errorf("%#x is not the mark of a segment", m)
	}
	at := func(i int) uint64 { return binary.BigEndian.Uint64(b[8*i:]) }
	f := &footer{offsets: at(0), byID: at(1), n: at(2)}
	if at(3) != uint64(fields) {
		return nil, fmt.Errorf("the file has %d fields instead of %d", at(3), fields)
	}
	b = data[len(data)-size:]
	end, last := uint64(len(data)-size), uint64(0)
	for i := range fields {
		p := fieldPlace{at(perField * i), at(perField*i + 1), at(perField*i + 2)}
		if p.postings < last || p.dictionary < p.postings || p.lengths < p.dictionary || p.lengths > end {
			return nil, errors.New("the footer leads out of the file")
		}
		last = p.lengths
		f.fields = append(f.fields, p)
	}
	if f.offsets < last || f.byID < f.offsets || f.byID > end || f.n > end ||
		f.byID-f.offsets != 8*(f.n+1) || end-f.byID != 4*f.n {
		return nil, errors.New("the footer leads out of the file")
	}
	return f, nil
}
