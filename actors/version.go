package actors

import (
	"crypto/sha256"
	"embed"
	"fmt"
	"io"
	"io/fs"

	"presseschau/actors/internal/nouns"
)

// rules counts the changes of what is found that the embedded data do not show.
const rules = 4

// versionBytes is the number of bytes of a hash that a version shows.
const versionBytes = 8

// Version changes whenever Find may find something else: with the rules, the
// knowledge base, the lists of words, the tagger's model and the user's table.
// What another version has found must be found anew.
func (r *Recognizer) Version() string { return r.version }

// versionOf gives the version of a recognizer with a table of the user's, nil
// for none.
func versionOf(b *base, extra []byte) (string, error) {
	hash := sha256.New()
	for _, files := range [...]embed.FS{kbFiles, wordFiles} {
		if err := hashFiles(hash, files); err != nil {
			return "", fmt.Errorf("read the embedded data: %w", err)
		}
	}
	for _, data := range [...]string{nouns.Data(), b.names.Data(), string(extra)} {
		fmt.Fprintln(hash, len(data))
		io.WriteString(hash, data)
	}
	return fmt.Sprintf("%d-%x", rules, hash.Sum(nil)[:versionBytes]), nil
}

// hashFiles writes names and contents of files, in the order of their names.
func hashFiles(hash io.Writer, files embed.FS) error {
	return fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := files.ReadFile(path)
		if err == nil {
			_, err = fmt.Fprintf(hash, "%s %d\n%s", path, len(data), data)
		}
		return err
	})
}
