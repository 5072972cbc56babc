package index

import (
	"context"
	"time"

	"github.com/RoaringBitmap/roaring/v2"
)

// chunk is the number of documents between two looks at the deadline of a
// search: a fraction of a millisecond of any work that is done for a document.
const chunk = 1024

// ended gives the reason why a context has ended, nil if it has not. It looks at
// the clock itself: the timer of a context needs a core, and may wait for it
// longer than a search takes.
func ended(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if end, ok := ctx.Deadline(); ok && !time.Now().Before(end) {
		return context.DeadlineExceeded
	}
	return nil
}

// chunks visits the documents of a bitmap, so many at a time as buf holds, until
// the end of the context, whose error it returns.
func chunks(ctx context.Context, docs *roaring.Bitmap, buf []uint32, visit func(docs []uint32)) error {
	it := docs.ManyIterator()
	for n := it.NextMany(buf); n > 0; n = it.NextMany(buf) {
		if err := ended(ctx); err != nil {
			return err
		}
		visit(buf[:n])
	}
	return nil
}

// eachUntil visits documents until an error or the end of the context.
func eachUntil(ctx context.Context, docs *roaring.Bitmap, visit func(doc uint32) error) error {
	it := docs.Iterator()
	for n := 1; it.HasNext(); n++ {
		if n%checkEvery == 0 {
			if err := ended(ctx); err != nil {
				return err
			}
		}
		if err := visit(it.Next()); err != nil {
			return err
		}
	}
	return nil
}
