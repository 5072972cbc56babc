package index

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"syscall"

	"github.com/blevesearch/bleve/v2/index/scorch"
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

// checksumSize is the length of a segment file's CRC-32 (IEEE, big endian) of all
// before it.
const checksumSize = 4

// verifySegment compares a segment file with its checksum.
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
