package main

import (
	"context"
	"io"
)

// interruptible reads what in holds until the context ends, even while in waits
// for more; then reads give the context's error. The goroutine that waits there
// ends with in, or with the process.
func interruptible(ctx context.Context, in io.Reader) io.Reader {
	out, to := io.Pipe()
	context.AfterFunc(ctx, func() { to.CloseWithError(ctx.Err()) })
	go func() {
		_, err := io.Copy(to, in)
		to.CloseWithError(err)
	}()
	return out
}
