package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// manifestName is the file that says which generation is served.
const manifestName = "manifest.json"

// manifest is published by an atomic rename, so that it is always whole.
type manifest struct {
	Format    int       `json:"format"`
	Current   string    `json:"current"`
	Previous  string    `json:"previous,omitempty"`
	Published time.Time `json:"published"`
}

// readManifest gives the zero manifest if there is none or it is unreadable:
// a generation that is not published is simply caught up with and published.
func readManifest(dir string) (manifest, error) {
	var m manifest
	raw, err := os.ReadFile(filepath.Join(dir, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return m, fmt.Errorf("read manifest: %w", err)
	}
	if json.Unmarshal(raw, &m) != nil {
		return manifest{}, nil
	}
	return m, nil
}

// publish makes a generation the current one and removes those older than the
// previous one.
func publish(dir, name string, now time.Time) error {
	old, err := readManifest(dir)
	if err != nil {
		return err
	}
	if old.Current == name {
		return nil
	}
	next := manifest{Format: format, Current: name, Previous: old.Current, Published: now.UTC()}
	raw, err := json.MarshalIndent(next, "", "  ")
	if err != nil {
		return fmt.Errorf("write manifest: %w", err)
	}
	temporary := filepath.Join(dir, manifestName+".new")
	if err := writeSynced(temporary, raw); err != nil {
		return fmt.Errorf("write manifest: %w", err)
	}
	if err := os.Rename(temporary, filepath.Join(dir, manifestName)); err != nil {
		return fmt.Errorf("write manifest: %w", err)
	}
	return removeOthers(dir, next)
}

func writeSynced(path string, data []byte) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

func removeOthers(dir string, m manifest) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("remove old generations: %w", err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), "gen-") || e.Name() == m.Current || e.Name() == m.Previous {
			continue
		}
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			return fmt.Errorf("remove old generation: %w", err)
		}
	}
	return nil
}

// quarantine moves a damaged generation aside and gives its new place. At most
// one is kept.
func quarantine(dir, name string) (string, error) {
	to := filepath.Join(dir, "damaged-"+name)
	if err := os.RemoveAll(to); err != nil {
		return "", fmt.Errorf("set damaged index aside: %w", err)
	}
	if err := os.Rename(filepath.Join(dir, name), to); err != nil {
		return "", fmt.Errorf("set damaged index aside: %w", err)
	}
	return to, nil
}
