package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// skippedName is the file in a data folder that names all documents and files
// that could not be read, a line each: path, line and reason, with tabs between
// them.
const skippedName = "skipped.txt"

// skipList writes that file anew during an import. What it said of files that
// are not read this time is kept.
type skipList struct {
	path string
	file *os.File // of what was skipped, under another name until finish
	out  *bufio.Writer
	read map[string]bool // files that were read, or tried, this time
}

func newSkipList(dir string) (*skipList, error) {
	path := filepath.Join(dir, skippedName)
	file, err := os.Create(path + ".new")
	if err != nil {
		return nil, fmt.Errorf("write the list of what is skipped: %w", err)
	}
	return &skipList{path: path, file: file, out: bufio.NewWriter(file), read: map[string]bool{}}, nil
}

// add names what was skipped. An error shows in finish.
func (s *skipList) add(at place, reason string) {
	s.read[at.path] = true
	line := ""
	if at.line > 0 {
		line = fmt.Sprint(at.line)
	}
	fmt.Fprintf(s.out, "%s\t%s\t%s\n", at.path, line, strings.Join(strings.Fields(reason), " "))
}

// finish puts the new list in the place of the old, of which it keeps what
// concerns files that are still sources.
func (s *skipList) finish(isSource func(path string) bool) error {
	err := s.keep(isSource)
	err = errors.Join(err, s.out.Flush(), s.file.Close())
	if err == nil {
		err = os.Rename(s.file.Name(), s.path)
	}
	if err != nil {
		return fmt.Errorf("write the list of what is skipped: %w", err)
	}
	return nil
}

func (s *skipList) keep(isSource func(path string) bool) error {
	old, err := os.Open(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer old.Close()
	lines := bufio.NewReader(old)
	for {
		line, err := lines.ReadString('\n')
		if err != nil { // the end, or a list that can be had again
			return nil
		}
		if path, _, _ := strings.Cut(line, "\t"); !s.read[path] && isSource(path) {
			s.out.WriteString(line)
		}
	}
}
