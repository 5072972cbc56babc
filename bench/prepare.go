package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
)

// prepared is a corpus with an index of each engine.
type prepared struct {
	Documents int              `json:"documents"`
	Text      int64            `json:"textBytes"`
	Built     map[string]built `json:"built"`

	dir string
}

// Names in the folder of a corpus.
const (
	corpusName = "corpus.jsonl" // as searchd reads it
	peersName  = "peers.jsonl"  // as the peers read it
	noteName   = "prepared.json"
)

func (p *prepared) path(name string) string { return filepath.Join(p.dir, name) }

// prepare builds the index of every engine in dir, or those that are missing if
// what is there may be used; write makes the corpus.
func (s *settings) prepare(ctx context.Context, dir string, write func(path string) error, say func(string, ...any)) (*prepared, error) {
	p := &prepared{dir: dir, Built: map[string]built{}}
	if !s.reuse || p.load() != nil {
		if err := errors.Join(os.RemoveAll(dir), os.MkdirAll(dir, 0o755)); err != nil {
			return nil, err
		}
		say("writing %s", p.path(corpusName))
		if err := write(p.path(corpusName)); err != nil {
			return nil, err
		}
	}
	if err := s.buildPresseschau(ctx, p, say); err != nil {
		return nil, err
	}
	return p, s.buildMissing(ctx, p, say)
}

func (p *prepared) load() error {
	note, err := os.ReadFile(p.path(noteName))
	if err != nil {
		return err
	}
	return json.Unmarshal(note, p)
}

func (p *prepared) save() error {
	note, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(p.path(noteName), note, 0o644)
}

// buildPresseschau imports the corpus as a user does: with reading,
// recognition of actors, the archive and the index.
func (s *settings) buildPresseschau(ctx context.Context, p *prepared, say func(string, ...any)) error {
	if _, ok := p.Built["presseschau"]; ok {
		return nil
	}
	say("building presseschau")
	data := p.path("presseschau")
	if err := os.RemoveAll(data); err != nil {
		return err
	}
	b, err := timed(exec.CommandContext(ctx, s.searchd, "index", "--corpus", p.path(corpusName), "--data", data))
	if err != nil {
		return err
	}
	if b.Index, err = sizeOf(filepath.Join(data, "index")); err != nil {
		return err
	}
	archivePath := filepath.Join(data, "archive.sqlite")
	if b.Stored, err = sizeOf(archivePath); err != nil {
		return err
	}
	p.Built["presseschau"] = b
	if p.Text, p.Documents, err = export(ctx, archivePath, p.path(peersName)); err != nil {
		return fmt.Errorf("export the archive: %w", err)
	}
	return p.save()
}

// buildMissing builds the peers that have no index yet.
func (s *settings) buildMissing(ctx context.Context, p *prepared, say func(string, ...any)) error {
	for _, name := range s.engines {
		if _, ok := p.Built[name]; ok {
			continue
		}
		say("building %s", name)
		folder := p.path(name)
		if err := os.RemoveAll(folder); err != nil {
			return err
		}
		if name == "sqlite" {
			if err := os.Mkdir(folder, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
				return err
			}
		}
		command, err := s.commandOf(ctx, name, "build", p.path(peersName), folder)
		if err != nil {
			return err
		}
		b, err := timed(command)
		if err != nil {
			return err
		}
		if b.Index, err = sizeOf(folder); err != nil {
			return err
		}
		p.Built[name] = b
		if err := p.save(); err != nil {
			return err
		}
	}
	return nil
}
