package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"

	"presseschau/actors"
	"presseschau/archive"
	"presseschau/corpus"
	"presseschau/web"
)

// Keys of the archive's small values on what its mentions follow.
const (
	taggingKey = "tagging" // the state of tagging, in JSON
	settledKey = "settled" // the last change that open surnames were decided after
)

// tagBatch is the number of articles that are recognised anew and stored at one
// time.
const tagBatch = 500

// settleShare is the part of an archive that must have changed before its open
// surnames are decided anew: that looks at every mention, which takes far longer
// than to read a file that was just saved.
const settleShare = 100

// tagState is which recognizer the mentions of an archive follow: all of them, or
// those up to a change while the others may be of any version.
type tagState struct {
	Version string `json:"version"`         // of the recognizer
	All     bool   `json:"all,omitempty"`   // mentions follow it
	After   int64  `json:"after,omitempty"` // this change they may not
}

// beginTagging notes, before anything is stored, which version recognises actors
// from now on. If another one did so before, or has stored anything since, the
// archive is mixed until retag has come to its end.
func (in *ingest) beginTagging(ctx context.Context) error {
	at, err := in.tagState(ctx)
	if err != nil || at.Version == in.actors.Version() {
		return err
	}
	last, err := in.lib.arch.LastSeq(ctx)
	if err != nil {
		return err
	}
	return in.setTagState(ctx, tagState{Version: in.actors.Version(), All: last == 0})
}

// tagState reads the state. One that cannot be read is of no version.
func (in *ingest) tagState(ctx context.Context) (at tagState, err error) {
	text, _, err := in.lib.arch.Meta(ctx, taggingKey)
	if json.Unmarshal([]byte(text), &at) != nil {
		at = tagState{}
	}
	return at, err
}

func (in *ingest) setTagState(ctx context.Context, at tagState) error {
	text, err := json.Marshal(at)
	if err != nil {
		return err
	}
	return in.lib.arch.SetMeta(ctx, taggingKey, string(text))
}

// retag recognises the actors of the stored articles anew if another version of
// the recognizer did so before: of an older program, or with another table of the
// user's. What the sources say is not read again. An interrupted run goes on
// where it was; what has been stored since is looked at again, for a change of
// its versions moves an article there too.
func (in *ingest) retag(ctx context.Context, to sink, rep *report) error {
	at, err := in.tagState(ctx)
	if err != nil || at.All {
		return err
	}
	last, err := in.lib.arch.LastSeq(ctx)
	if err != nil {
		return err
	}
	in.progress.setPhase(web.PhaseReading)
	in.progress.total.Store(last)
	for !at.All {
		changes, err := in.lib.arch.Changes(ctx, at.After, tagBatch)
		if err != nil {
			return err
		}
		var articles []*corpus.Article
		for _, c := range changes {
			if c.Record != nil && c.Seq <= last {
				articles = append(articles, c.Record.Article)
			}
		}
		tagged := inOrder(ctx, slices.Values(articles), func(a *corpus.Article) tagging { return in.tag(a, nil) })
		if err := in.put(ctx, tagged, to, rep); err != nil {
			return err
		}
		if n := len(changes); n > 0 {
			at.After = changes[n-1].Seq
		}
		in.progress.done.Store(min(at.After, last))
		if len(changes) < tagBatch || at.After >= last {
			at.All, at.After = true, 0
		}
		if err := in.setTagState(ctx, at); err != nil {
			return err
		}
	}
	return nil
}

// tagging is a stored article with its actors recognised anew.
type tagging struct {
	record archive.Record
	err    error // a *corpus.Problem costs this article, another one ends the run
}

// tag recognises the actors of a stored article anew.
func (in *ingest) tag(a *corpus.Article, people *actors.Namesakes) (t tagging) {
	t.err = guard(a.Source, func() { t.record = recognize(in.actors, a, people) })
	return t
}

// put stores articles that were tagged. One whose recognition failed keeps the
// mentions that it had, and is reported.
func (in *ingest) put(ctx context.Context, tagged iter.Seq[tagging], to sink, rep *report) error {
	var records []archive.Record
	for t := range tagged {
		var problem *corpus.Problem
		switch {
		case errors.As(t.err, &problem):
			rep.skip(problem)
		case t.err != nil:
			return t.err
		default:
			records = append(records, t.record)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	changes, err := in.lib.arch.Tag(ctx, records)
	if err != nil {
		return err
	}
	if rep.tagged += len(changes); len(changes) == 0 {
		return nil
	}
	return to(ctx, changes)
}

// follow runs store, if there is any, and lets mentions and index follow: the
// recognizer's version, and what the archive as a whole tells.
func (in *ingest) follow(ctx context.Context, store func(context.Context, sink) error, rep *report) error {
	if err := in.beginTagging(ctx); err != nil {
		return fmt.Errorf("note how actors are recognised: %w", err)
	}
	err := indexed(ctx, in.lib.index, func(ctx context.Context, to sink) error {
		if store != nil {
			if err := errors.Join(store(ctx, to), to(ctx, nil)); err != nil {
				return err
			}
		}
		if err := in.retag(ctx, to, rep); err != nil {
			return fmt.Errorf("recognise the actors of the archive anew: %w", err)
		}
		return in.settle(ctx, to, rep)
	})
	if err != nil {
		return err
	}
	return in.lib.index.CatchUp(ctx, nil)
}
