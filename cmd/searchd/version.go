package main

import (
	"context"
	"fmt"
	"runtime/debug"
)

func versionCommand() command {
	return command{
		name:    "version",
		summary: "prints the version",
		help:    "Prints the version of searchd, the commit it was built from and Go's version.",
		bare:    true,
		run: func(_ context.Context, std stdio, _ *options) error {
			_, err := fmt.Fprintln(std.out, versionLine())
			return err
		},
	}
}

// versionName is the version alone, "v1.2.3", or "(devel)" of a build that has
// none.
func versionName() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "(unknown)"
}

// versionLine is "searchd VERSION (COMMIT) goX.Y", as far as it is known.
func versionLine() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "searchd (unknown version)"
	}
	commit := ""
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			commit = " (" + s.Value + ")"
		}
	}
	return fmt.Sprintf("searchd %s%s %s", info.Main.Version, commit, info.GoVersion)
}
