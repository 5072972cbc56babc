package segment

// Field is a field of the documents.
type Field struct {
	Name      string
	Positions bool // has frequencies, positions and a length; else only documents
}

// Schema is the fields of an index. A segment has all of them, in this order.
type Schema []Field

// number finds a field.
func (s Schema) number(name string) (int, bool) {
	for i, f := range s {
		if f.Name == name {
			return i, true
		}
	}
	return 0, false
}
