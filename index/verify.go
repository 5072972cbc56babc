package index

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

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
func isLocked(err error) bool { return strings.Contains(err.Error(), "timeout") }

// verifyGeneration checks the files of a generation. It does not exist if
// there is no directory or one in which creation had not finished.
func verifyGeneration(path string) (exists bool, err error) {
	if _, err := os.Stat(filepath.Join(path, "index_meta.json")); errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	root := filepath.Join(path, "store", "root.bolt")
	info, err := os.Stat(root)
	if err != nil || info.Size() == 0 {
		return true, &DamagedError{Path: root, Reason: "missing or empty"}
	}
	names, err := segmentNames(root)
	if err != nil {
		return true, err
	}
	for _, name := range names {
		if err := verifySegment(filepath.Join(path, "store", name)); err != nil {
			return true, err
		}
	}
	return true, nil
}

// segmentNames lists the files that the latest snapshot is made of. Others in
// the folder are left over from work that was cut off; scorch deletes them.
func segmentNames(root string) (names []string, err error) {
	defer func() { // bbolt panics on pages that are not what they should be
		if r := recover(); r != nil {
			err = &DamagedError{Path: root, Reason: fmt.Sprint(r)}
		}
	}()
	db, err := bolt.Open(root, 0o600, &bolt.Options{ReadOnly: true, Timeout: lockTimeout})
	if errors.Is(err, berrors.ErrTimeout) {
		return nil, fmt.Errorf("open index %s: %w", root, ErrLocked)
	}
	if err != nil {
		return nil, &DamagedError{Path: root, Reason: err.Error()}
	}
	defer db.Close() //nolint:errcheck // read only
	err = db.View(func(tx *bolt.Tx) error {
		snapshots := tx.Bucket([]byte{'s'})
		if snapshots == nil {
			return nil // created and never written to
		}
		latest, _ := snapshots.Cursor().Last()
		if latest == nil {
			return nil
		}
		snapshot := snapshots.Bucket(latest)
		return snapshot.ForEachBucket(func(k []byte) error {
			if file := snapshot.Bucket(k).Get([]byte{'p'}); file != nil {
				names = append(names, string(file))
			}
			return nil
		})
	})
	if err != nil {
		return nil, &DamagedError{Path: root, Reason: err.Error()}
	}
	return names, nil
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
