package index

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"syscall"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// Errors of opening an index.
var (
	ErrLocked = errors.New("the index is in use by another process")
	ErrClosed = errors.New("the index is closed")
)

// DamagedError is an index whose files are not what was written.
type DamagedError struct {
	Path   string // of the file
	Reason string
}

// Error names the file and what is wrong with it.
func (e *DamagedError) Error() string { return fmt.Sprintf("%s is damaged: %s", e.Path, e.Reason) }

// isLocked recognises bbolt's answer when the file lock is not to be had.
func isLocked(err error) bool { return errors.Is(err, berrors.ErrTimeout) }

// damageOf makes a DamagedError of what went wrong with a file, unless it was
// the lock or the operating system (rights, open files, memory), for which the
// file is not to blame.
func damageOf(path string, err error) error {
	var system syscall.Errno
	switch {
	case isLocked(err):
		return fmt.Errorf("open index %s: %w", path, ErrLocked)
	case errors.As(err, &system):
		return fmt.Errorf("open index %s: %w", path, err)
	}
	return &DamagedError{Path: path, Reason: err.Error()}
}

// guarded calls f and makes a DamagedError of a panic, also of one for reading
// mapped memory that is not there: bbolt follows the references in its pages
// wherever they lead.
func guarded(path string, f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = &DamagedError{Path: path, Reason: fmt.Sprint(r)}
		}
	}()
	return f()
}

// verifyGeneration checks the files of a generation. It does not exist if
// nothing is stored in its directory.
func verifyGeneration(path string) (exists bool, err error) {
	metaPath, store := filepath.Join(path, "index_meta.json"), storePath(path)
	raw, err := os.ReadFile(metaPath)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Stat(store); errors.Is(err, fs.ErrNotExist) {
			return false, nil
		}
		return true, &DamagedError{Path: metaPath, Reason: "missing"}
	}
	if err != nil {
		return true, fmt.Errorf("verify index: %w", err)
	}
	var meta struct {
		Storage string `json:"storage"`
		Type    string `json:"index_type"`
	}
	if json.Unmarshal(raw, &meta) != nil || meta.Storage != scorch.Name || meta.Type != scorch.Name {
		return true, &DamagedError{Path: metaPath, Reason: "not what Bleve writes"}
	}
	names, err := segmentNames(filepath.Join(store, "root.bolt"))
	if err != nil {
		return true, err
	}
	for _, name := range names {
		if err := verifySegment(filepath.Join(store, name)); err != nil {
			return true, err
		}
	}
	return true, nil
}

// segmentNames lists the files that the latest snapshot is made of. Others in
// the folder are left over from work that was cut off; scorch deletes them.
func segmentNames(root string) (names []string, err error) {
	if err := verifyLength(root); err != nil {
		return nil, err
	}
	err = guarded(root, func() error {
		db, err := bolt.Open(root, 0o600, &bolt.Options{ReadOnly: true, Timeout: lockTimeout, PreLoadFreelist: true})
		if err != nil {
			return damageOf(root, err)
		}
		defer db.Close() //nolint:errcheck // read only
		if err := db.View(func(tx *bolt.Tx) error { return readSnapshot(tx, &names) }); err != nil {
			return damageOf(root, err)
		}
		return nil
	})
	return names, err
}

// readSnapshot visits all that is stored, so that references that lead nowhere
// are met here and not by scorch, and collects the files of the last snapshot.
func readSnapshot(tx *bolt.Tx, names *[]string) error {
	err := tx.ForEach(func(_ []byte, b *bolt.Bucket) error { return readAll(b, 0) })
	if err != nil {
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

// checksumSize is the length of a zap file's CRC-32 (IEEE, big endian) of all
// before it.
const checksumSize = 4

// verifySegment compares a zap file with its checksum.
func verifySegment(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &DamagedError{Path: path, Reason: "missing"}
	}
	if err != nil {
		return fmt.Errorf("verify segment: %w", err)
	}
	defer f.Close() //nolint:errcheck // read only
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("verify segment: %w", err)
	}
	if info.Size() <= checksumSize {
		return &DamagedError{Path: path, Reason: "shorter than its checksum"}
	}
	sum := crc32.NewIEEE()
	r := bufio.NewReaderSize(f, 1<<20)
	if _, err := io.CopyN(sum, r, info.Size()-checksumSize); err != nil {
		return fmt.Errorf("verify segment %s: %w", path, err)
	}
	var want [checksumSize]byte
	if _, err := io.ReadFull(r, want[:]); err != nil {
		return fmt.Errorf("verify segment %s: %w", path, err)
	}
	if sum.Sum32() != binary.BigEndian.Uint32(want[:]) {
		return &DamagedError{Path: path, Reason: "its checksum does not match"}
	}
	return nil
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
func verifyLength(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &DamagedError{Path: path, Reason: "missing"}
	}
	if err != nil {
		return fmt.Errorf("verify index: %w", err)
	}
	defer f.Close() //nolint:errcheck // read only
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
		return &DamagedError{Path: path, Reason: "it has no valid meta page"}
	case info.Size() < need:
		return &DamagedError{Path: path, Reason: fmt.Sprintf("it has %d bytes of %d", info.Size(), need)}
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
