package corpus

import "io"

// ration gives a decoder that has no limits of its own no more than maxLine
// bytes for a document: whoever asks for one refills it before.
type ration struct {
	in   io.Reader
	left int
}

func (r *ration) refill() { r.left = maxLine }

func (r *ration) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, errLong
	}
	n, err := r.in.Read(p[:min(len(p), r.left)])
	r.left -= n
	return n, err
}
