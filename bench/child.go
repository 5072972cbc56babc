package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// child is the process of an engine that serves.
type child struct {
	name    string
	command *exec.Cmd
	orders  *json.Encoder
	in      io.Closer
	replies *json.Decoder
}

// commandOf is how an engine is started: Lucene in its virtual machine, the
// others in this program.
func (s *settings) commandOf(ctx context.Context, name string, args ...string) (*exec.Cmd, error) {
	if name == "lucene" {
		classes := filepath.Join(s.lucene, "classes") + string(filepath.ListSeparator) + filepath.Join(s.lucene, "lib", "*")
		return exec.CommandContext(ctx, "java", append([]string{"-Xmx2g", "-cp", classes, "bench.Main"}, args...)...), nil
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return exec.CommandContext(ctx, self, append([]string{args[0], name}, args[1:]...)...), nil
}

func (s *settings) startChild(ctx context.Context, name, folder, queries string) (*child, error) {
	command, err := s.commandOf(ctx, name, "serve", folder, queries)
	if err != nil {
		return nil, err
	}
	command.Stderr = os.Stderr
	in, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, fmt.Errorf("start %s: %w", name, err)
	}
	return &child{name: name, command: command, orders: json.NewEncoder(in), in: in,
		replies: json.NewDecoder(bufio.NewReaderSize(out, 1<<20))}, nil
}

func (c *child) run(o order) (*reply, error) {
	r := &reply{}
	if err := c.orders.Encode(o); err != nil {
		return nil, fmt.Errorf("%s: %w", c.name, err)
	}
	if err := c.replies.Decode(r); err != nil {
		return nil, fmt.Errorf("%s in mode %s: %w", c.name, o.Mode, err)
	}
	return r, nil
}

// Waiting for a process to come to rest.
const (
	restPeriod = 500 * time.Millisecond
	restShare  = 20 // the part of a period that a process at rest computes for at most
	restLimit  = 2 * time.Minute
)

// settle waits until the process is at rest, be it that it was merging what it
// has just opened.
func (c *child) settle() {
	for end := time.Now().Add(restLimit); time.Now().Before(end); {
		before := c.cpu()
		time.Sleep(restPeriod)
		if c.cpu()-before < restPeriod/restShare {
			return
		}
	}
}

// stop ends the process by ending its orders.
func (c *child) stop() error {
	return errors.Join(c.in.Close(), c.command.Wait())
}

// memory is what the process holds besides files that it maps, in bytes; 0
// where the system does not tell.
func (c *child) memory() int64 {
	status, err := os.ReadFile("/proc/" + strconv.Itoa(c.command.Process.Pid) + "/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "RssAnon:")
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	kilobytes, _ := strconv.ParseInt(fields[0], 10, 64) // the kernel's own number
	return kilobytes << 10
}

// cpu is the time that the threads of the process have computed for; 0 where
// the system does not tell.
func (c *child) cpu() time.Duration {
	files, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", c.command.Process.Pid)) // the pattern is well formed
	var sum time.Duration
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			continue // the thread has just ended
		}
		first, _, _ := strings.Cut(string(text), " ")
		nanos, _ := strconv.ParseInt(first, 10, 64) // the kernel's own number
		sum += time.Duration(nanos)
	}
	return sum
}

// built says what it took to build an index.
type built struct {
	Seconds float64 `json:"seconds"`
	CPU     float64 `json:"cpuSeconds"`
	Index   int64   `json:"indexBytes"`
	Stored  int64   `json:"storedBytes"` // texts kept beside the index; 0: they are in it
}

// timed runs a command that builds.
func timed(command *exec.Cmd) (built, error) {
	var said strings.Builder
	command.Stderr = &said
	start := time.Now()
	if err := command.Run(); err != nil {
		return built{}, fmt.Errorf("%s: %w: %s", command, err, said.String())
	}
	state := command.ProcessState
	return built{Seconds: time.Since(start).Seconds(), CPU: (state.UserTime() + state.SystemTime()).Seconds()}, nil
}

// sizeOf is the size of all files below a path.
func sizeOf(path string) (int64, error) {
	var sum int64
	err := filepath.WalkDir(path, func(_ string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			sum += info.Size()
		}
		return err
	})
	return sum, err
}
