package main

import (
	"io"
	"log/slog"
)

// newLog writes lines of key=value pairs.
func newLog(w io.Writer) *slog.Logger {
	return slog.New(slog.NewTextHandler(w, nil))
}
