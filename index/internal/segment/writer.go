package segment

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
)

// writer writes a segment's file from front to back.
type writer struct {
	out    io.Writer
	count  uint64
	sum    uint32
	footer footer

	dict termWriter
	buf  []byte
}

func newWriter(out io.Writer) *writer { return &writer{out: out} }

func (w *writer) write(b []byte) error {
	n, err := w.out.Write(b)
	w.count += uint64(n)
	w.sum = crc32.Update(w.sum, crc32.IEEETable, b[:n])
	if err != nil {
		return fmt.Errorf("write segment: %w", err)
	}
	return nil
}

// beginField begins the postings of the next field.
func (w *writer) beginField() {
	w.footer.fields = append(w.footer.fields, fieldPlace{postings: w.count})
}

func (w *writer) field() *fieldPlace { return &w.footer.fields[len(w.footer.fields)-1] }

// term writes the postings of the field's next term.
func (w *writer) term(term []byte, e *encoder) error {
	w.dict.add(term, w.count-w.field().postings)
	w.buf = e.appendTo(w.buf[:0])
	return w.write(w.buf)
}

// endField writes the field's dictionary and lengths.
func (w *writer) endField(lengths []uint32) error {
	w.field().dictionary = w.count
	if len(w.dict.terms) > math.MaxUint32 {
		return errors.New("a dictionary has more than 4 GB of terms")
	}
	if err := w.write(w.dict.end()); err != nil {
		return err
	}
	w.field().lengths = w.count
	w.buf = w.buf[:0]
	for _, n := range lengths {
		w.buf = binary.AppendUvarint(w.buf, uint64(n))
	}
	return w.write(w.buf)
}

// documents writes what is stored of documents, a record each.
func (w *writer) documents(records [][]byte, byID []uint32) error {
	offsets := make([]byte, 0, 8*(len(records)+1))
	for _, r := range records {
		offsets = binary.BigEndian.AppendUint64(offsets, w.count)
		if err := w.write(r); err != nil {
			return err
		}
	}
	offsets = binary.BigEndian.AppendUint64(offsets, w.count)
	w.footer.offsets, w.footer.n = w.count, uint64(len(records))
	if err := w.write(offsets); err != nil {
		return err
	}
	w.footer.byID = w.count
	order := make([]byte, 0, 4*len(byID))
	for _, d := range byID {
		order = binary.BigEndian.AppendUint32(order, d)
	}
	return w.write(order)
}

// end writes the footer.
func (w *writer) end() error {
	if err := w.write(w.footer.appendTo(nil)); err != nil {
		return err
	}
	return w.write(binary.BigEndian.AppendUint32(nil, w.sum))
}
