// Package examples holds the sample archive that ships with the project.
//
// It is for: giving the program the files of the archive folder. It is not for
// anything else; the texts are invented, README.md says more.
package examples

import (
	"embed"
	"io/fs"
)

//go:embed archive
var files embed.FS

// Archive is the sample archive: a folder for each outlet with pages in it.
func Archive() (fs.FS, error) {
	return fs.Sub(files, "archive")
}
