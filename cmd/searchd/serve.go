package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"

	"presseschau/web"
)

// Time limits of the server.
const (
	readHeaderLimit = 5 * time.Second  // for a request's header
	readLimit       = 15 * time.Second // for a whole request
	writeLimit      = 60 * time.Second // for an answer
	idleLimit       = 2 * time.Minute  // of a connection between requests
	drainLimit      = 10 * time.Second // for running requests after a signal to end
	maxHeader       = 64 << 10         // bytes of a request's header
)

func serveCommand() command {
	return command{
		name:    "serve",
		args:    "[--corpus PATH…] [--data DIR] [--listen ADDR] [--watch]",
		summary: "serves an archive's search page and JSON endpoint (the default command)",
		help: `Serves the search page and the JSON endpoint. It listens at once and shows its
progress until the index is there.

  searchd                                     the sample archive that ships with searchd
  searchd serve --corpus ~/zeitungen          reads, indexes and serves a folder
  searchd serve --data ~/presseschau          serves what 'searchd index' has stored
  searchd serve --corpus ~/zeitungen --watch  follows new, changed and deleted files

With --corpus alone, articles and index are stored in ./` + defaultData + `. SIGTERM and
Ctrl-C let running requests end first.`,
		flags: []string{"corpus", "data", "listen", "actors", "outlets", "forums", "columns", "pseudonymise", "watch"},
		run:   runServe,
	}
}

func runServe(ctx context.Context, std stdio, opts *options) error {
	opts.corpus = append(opts.corpus, opts.args...)
	if opts.watch && len(opts.corpus) == 0 {
		return usageError{"--watch needs --corpus PATH"}
	}
	if opts.pseudonymise && len(opts.corpus) == 0 && opts.data != "" {
		return usageError{"--pseudonymise works while reading: name the folders with --corpus"}
	}
	if err := errors.Join(existing(opts.corpus), opts.checkTables()); err != nil {
		return err
	}
	switch {
	case len(opts.corpus) == 0 && opts.data == "":
		if err := useSample(opts); err != nil {
			return err
		}
	case len(opts.corpus) == 0:
		if err := hasArchive(opts.data); err != nil {
			return err
		}
	}
	return serve(ctx, std, opts)
}

// serve listens, opens the library behind the listener and serves until the
// context ends or the library cannot be made ready.
func serve(ctx context.Context, std stdio, opts *options) error {
	log := newLog(std.err)
	listener, err := listen(opts.listen)
	if err != nil {
		return err
	}
	d := &daemon{opts: opts, log: log, progress: &progress{}, engine: &engine{}}
	server, err := d.server()
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	announce(std.out, log, listener.Addr())
	if len(opts.corpus) == 0 && opts.outlets+opts.forums != "" {
		log.Warn("the tables of --outlets and --forums work while reading, and without --corpus nothing is read")
	}

	group, running := errgroup.WithContext(ctx)
	group.Go(func() error {
		if err := d.maintain(running); ctx.Err() == nil {
			return err
		}
		return nil // asked to end: what is not read yet is read by the next start
	})
	group.Go(func() error {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			return fmt.Errorf("serve: %w", err)
		}
		return nil
	})
	group.Go(func() error {
		<-running.Done()
		return d.drain(server)
	})
	err = group.Wait()
	return errors.Join(err, d.close())
}

// listen opens the listener, with a sentence for the usual mistakes.
func listen(addr string) (net.Listener, error) {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("cannot listen at %s (%w); choose another address with --listen", addr, err)
	}
	return listener, nil
}

// announce says where the server is, and warns when it is open to others.
func announce(w io.Writer, log *slog.Logger, addr net.Addr) {
	fmt.Fprintf(w, "Presseschau: http://%s/ (Ctrl-C ends)\n", addr)
	if tcp, ok := addr.(*net.TCPAddr); ok && !tcp.IP.IsLoopback() {
		log.Warn("other machines can reach this server, and it has no log-in: put a proxy with access control before it", "address", addr.String())
	}
}

// server is the HTTP server with its limits.
func (d *daemon) server() (*http.Server, error) {
	options := web.Options{
		Searcher: d.engine, Progress: d.state, Log: d.log, Version: versionName(),
		Sample: d.opts.sample, Report: d.engine.Report,
	}
	if len(d.opts.corpus) > 0 {
		sources, err := newOriginals(d.opts)
		if err != nil {
			return nil, err
		}
		options.Originals = sources.read
	}
	handler, err := web.New(options)
	if err != nil {
		return nil, err
	}
	return &http.Server{
		Handler: handler, ErrorLog: slog.NewLogLogger(d.log.Handler(), slog.LevelWarn),
		ReadHeaderTimeout: readHeaderLimit, ReadTimeout: readLimit, WriteTimeout: writeLimit,
		IdleTimeout: idleLimit, MaxHeaderBytes: maxHeader,
	}, nil
}

// drain lets running requests end, up to drainLimit.
func (d *daemon) drain(server *http.Server) error {
	d.progress.ready.Store(false)
	ctx, cancel := context.WithTimeout(context.Background(), drainLimit)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		return errors.Join(fmt.Errorf("requests were still running after %s: %w", drainLimit, err), server.Close())
	}
	return nil
}
