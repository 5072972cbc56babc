package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"io"
	"io/fs"
	"os"

	bolt "go.etcd.io/bbolt"
)

// segmentNames lists the files that the latest snapshot is made of. Others in
// the folder are left over from work that was cut off; scorch deletes them.
func segmentNames(root string) (names []string, err error) {
	file, err := os.Open(root)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &DamagedError{Path: root, Reason: "missing"}
	}
	if err != nil {
		return nil, fmt.Errorf("verify index: %w", err)
	}
	defer file.Close() //nolint:errcheck // read only
	if err := verifyLength(file); err != nil {
		return nil, err
	}
	err = guarded(root, func() error {
		db, err := bolt.Open(root, 0o600, &bolt.Options{ReadOnly: true, Timeout: lockTimeout, PreLoadFreelist: true})
		if err != nil {
			return damageOf(root, err)
		}
		defer db.Close() //nolint:errcheck // read only
		err = db.View(func(tx *bolt.Tx) error {
			if err := verifyPages(tx, file); err != nil {
				return err
			}
			return readSnapshot(tx, &names)
		})
		if err != nil {
			return damageOf(root, err)
		}
		return nil
	})
	return names, err
}

// readSnapshot visits all that is stored, so that references that lead nowhere
// are met here and not by scorch, and collects the files of the last snapshot.
func readSnapshot(tx *bolt.Tx, names *[]string) error {
	if err := tx.ForEach(func(_ []byte, b *bolt.Bucket) error { return readAll(b, 0) }); err != nil {
		return err
	}
	snapshots := tx.Bucket([]byte{'s'})
	if snapshots == nil {
		return nil // created and never written to
	}
	latest, _ := snapshots.Cursor().Last()
	if latest == nil {
		return nil
	}
	snapshot := snapshots.Bucket(latest)
	if snapshot == nil {
		return errors.New("the last snapshot is no bucket")
	}
	return snapshot.ForEachBucket(func(k []byte) error {
		if file := snapshot.Bucket(k).Get([]byte{'p'}); file != nil {
			*names = append(*names, string(file))
		}
		return nil
	})
}

// verifyPages checks that pages follow each other without gaps and without
// overlap. bbolt frees a page together with those that it says belong to it,
// and panics in the background if it meets one twice.
func verifyPages(tx *bolt.Tx, file io.ReaderAt) error {
	size := int64(tx.DB().Info().PageSize)
	within := 0 // pages that belong to the one before
	for id := 0; ; id++ {
		p, err := tx.Page(id)
		switch {
		case err != nil:
			return err
		case p == nil && within == 0:
			return nil // behind the last one
		case p == nil, p.Type == "free" && within > 0:
			return fmt.Errorf("page %d is missing to the one before", id)
		case p.Type == "free":
			continue
		}
		var number [8]byte // by which the page is freed
		if _, err := file.ReadAt(number[:], int64(id)*size); err != nil {
			return err
		}
		n := binary.NativeEndian.Uint64(number[:])
		typed := p.Type == "meta" || p.Type == "branch" || p.Type == "leaf" || p.Type == "freelist"
		switch {
		case within > 0 && n == uint64(id) && typed:
			return fmt.Errorf("page %d belongs to the one before", id)
		case within > 0:
			within--
		case n != uint64(id):
			return fmt.Errorf("page %d says that it is page %d", id, n)
		default:
			within = p.OverflowCount
		}
	}
}

// deepest is more than the levels of buckets that scorch makes; a bucket that
// a damaged file puts into itself has no end.
const deepest = 8

// readAll reads every byte below a bucket.
func readAll(b *bolt.Bucket, depth int) error {
	if b == nil || depth > deepest {
		return errors.New("buckets that have no end")
	}
	return b.ForEach(func(k, v []byte) error {
		if v == nil {
			return readAll(b.Bucket(k), depth+1)
		}
		crc32.ChecksumIEEE(k)
		crc32.ChecksumIEEE(v)
		return nil
	})
}

// The layout of a bbolt file's meta page, in bytes and in the byte order of the
// machine: https://pkg.go.dev/go.etcd.io/bbolt describes it in its internal
// package common. Pages 0 and 1 are meta pages, written in turns; the file never
// gets shorter, so that both hold for it.
const (
	metaStart    = 16 // behind the page's header
	metaSize     = 64
	metaMagic    = 0xED0CDAED
	metaPageSize = 8
	metaPages    = 40 // number of pages in use
	metaSum      = 56 // FNV-1a of all before it
)

// verifyLength compares the length of root.bolt with what it says of itself.
// bbolt maps the file into memory without a look at its length, and a read
// behind its end would kill the process.
func verifyLength(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("verify index: %w", err)
	}
	need, known := int64(0), false
	for at, pages := int64(0), 0; pages < 2; pages++ {
		length, pageSize, ok := readMeta(f, at)
		if ok {
			need, known = max(need, length), true
		}
		at = int64(os.Getpagesize())
		if pageSize > 0 {
			at = pageSize
		}
	}
	switch {
	case !known:
		return &DamagedError{Path: f.Name(), Reason: "it has no valid meta page"}
	case info.Size() < need:
		return &DamagedError{Path: f.Name(), Reason: fmt.Sprintf("it has %d bytes of %d", info.Size(), need)}
	}
	return nil
}

// readMeta reads the meta page at an offset: the length that the file must have
// and that of a page.
func readMeta(f io.ReaderAt, at int64) (length, pageSize int64, ok bool) {
	var b [metaSize]byte
	if _, err := f.ReadAt(b[:], at+metaStart); err != nil {
		return 0, 0, false
	}
	sum := fnv.New64a()
	sum.Write(b[:metaSum]) //nolint:errcheck // never fails
	if binary.NativeEndian.Uint32(b[:]) != metaMagic || binary.NativeEndian.Uint64(b[metaSum:]) != sum.Sum64() {
		return 0, 0, false
	}
	pageSize = int64(binary.NativeEndian.Uint32(b[metaPageSize:]))
	return int64(binary.NativeEndian.Uint64(b[metaPages:])) * pageSize, pageSize, true
}
