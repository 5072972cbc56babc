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

// readManifest gives the zero manifest if there is none.
func readManifest(dir string) (manifest, error) {
	path := filepath.Join(dir, manifestName)
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, nil
	}
	if err != nil {
		return manifest{}, fmt.Errorf("read manifest: %w", err)
	}
	var m manifest
	if err := json.Unmarshal(raw, &m); err != nil {
		return manifest{}, &DamagedError{Path: path, Reason: err.Error()}
	}
	if !isGeneration(m.Current) {
		return manifest{}, &DamagedError{Path: path, Reason: "it names no generation"}
	}
	return m, nil
}

// lastManifest gives the zero manifest for a damaged one too: a generation that
// is not published is simply caught up with and published.
func lastManifest(dir string) (manifest, error) {
	m, err := readManifest(dir)
	var damage *DamagedError
	if errors.As(err, &damage) {
		return manifest{}, nil
	}
	return m, err
}

// isGeneration tells whether a name is that of a generation's folder.
func isGeneration(name string) bool {
	return strings.HasPrefix(name, "gen-") && filepath.Base(name) == name
}

// publish makes a generation the current one. Those older than the previous one
// are of no more use then; see removeOthers.
func publish(dir, name string, now time.Time) (manifest, error) {
	old, err := lastManifest(dir)
	if err != nil || old.Current == name {
		return old, err
	}
	next := manifest{Format: format, Current: name, Previous: old.Current, Published: now.UTC()}
	raw, err := json.MarshalIndent(next, "", "  ")
	if err != nil {
		return old, fmt.Errorf("write manifest: %w", err)
	}
	temporary := filepath.Join(dir, manifestName+".new")
	if err := writeSynced(temporary, raw); err != nil {
		return old, fmt.Errorf("write manifest: %w", err)
	}
	if err := os.Rename(temporary, filepath.Join(dir, manifestName)); err != nil {
		return old, fmt.Errorf("write manifest: %w", err)
	}
	return next, nil
}

func writeSynced(path string, data []byte) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

// removeOthers removes the generations that a manifest does not name.
func removeOthers(dir string, m manifest) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("remove old generations: %w", err)
	}
	for _, e := range entries {
		if !isGeneration(e.Name()) || e.Name() == m.Current || e.Name() == m.Previous {
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
