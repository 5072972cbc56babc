package corpus

import (
	"errors"
	"fmt"
	"strings"
)

// ErrChanged is the cause of the Problem of a file that was written to while it
// was read. What was read of it stands; it should be read again.
var ErrChanged = errors.New("the file changed while it was read")

// Problem is a document, or a file, that could not be read. It is reported and
// skipped; reading goes on behind it.
type Problem struct {
	Path   string
	Line   int    // from 1; 0 if the problem is not one of a line
	Reason string // a clear sentence in English
	Err    error  // the cause, may be nil
}

// Error is "path:line: reason".
func (p *Problem) Error() string {
	var sb strings.Builder
	sb.WriteString(p.Path)
	if p.Line > 0 {
		fmt.Fprintf(&sb, ":%d", p.Line)
	}
	sb.WriteString(": ")
	sb.WriteString(p.Reason)
	if p.Err != nil {
		sb.WriteString(": ")
		sb.WriteString(p.Err.Error())
	}
	return sb.String()
}

// Unwrap gives the cause.
func (p *Problem) Unwrap() error { return p.Err }
