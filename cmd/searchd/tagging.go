package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"presseschau/actors"
	"presseschau/archive"
	"presseschau/corpus"
	"presseschau/web"
)

// Keys of the archive's small values on what its mentions follow.
const (
	taggingKey   = "tagging"   // the version of the recognizer whose mentions are stored
	retaggingKey = "retagging" // how far the articles follow another version
	settledKey   = "settled"   // the last change that open surnames were decided after
)

// tagBatch is the number of articles that are recognised anew and stored at one
// time.
const tagBatch = 500

// settleShare is the part of an archive that must have changed before its open
// surnames are decided anew: that looks at every mention, which takes far longer
// than to read a file that was just saved.
const settleShare = 100

// retagging is how far the articles of an archive follow a recognizer.
type retagging struct {
	version string // of the recognizer
	after   int64  // the last change that follows it
	end     int64  // the last change that followed another
}

// retag recognises the actors of the stored articles anew if another version of
// the recognizer did so before: of an older program, or with another table of the
// user's. What the sources say is not read again. An interrupted run goes on
// where it was.
func (in *ingest) retag(ctx context.Context, to sink, rep *report) error {
	version, _, err := in.lib.arch.Meta(ctx, taggingKey)
	if err != nil {
		return fmt.Errorf("read the state of the archive: %w", err)
	}
	if version == in.actors.Version() {
		return nil
	}
	if err := in.retagAll(ctx, to, rep); err != nil {
		return fmt.Errorf("recognise the actors of the archive anew: %w", err)
	}
	return in.lib.arch.SetMeta(ctx, taggingKey, in.actors.Version())
}

// beginTagging notes which version will recognise the actors of an empty archive.
func (in *ingest) beginTagging(ctx context.Context) error {
	last, err := in.lib.arch.LastSeq(ctx)
	if err != nil || last > 0 {
		return err
	}
	return in.lib.arch.SetMeta(ctx, taggingKey, in.actors.Version())
}

func (in *ingest) retagAll(ctx context.Context, to sink, rep *report) error {
	at, err := in.retagFrom(ctx)
	if err != nil {
		return err
	}
	in.progress.setPhase(web.PhaseReading)
	in.progress.total.Store(at.end)
	for at.after < at.end {
		changes, err := in.lib.arch.Changes(ctx, at.after, tagBatch)
		if err != nil {
			return err
		}
		var articles []*corpus.Article
		for _, c := range changes {
			if c.Record != nil && c.Seq <= at.end {
				articles = append(articles, c.Record.Article)
			}
		}
		tagged := inOrder(ctx, slices.Values(articles), func(a *corpus.Article) tagging { return in.tag(a, nil) })
		if err := in.put(ctx, tagged, to, rep); err != nil {
			return err
		}
		if at.after = at.end; len(changes) == tagBatch {
			at.after = changes[len(changes)-1].Seq
		}
		in.progress.done.Store(at.after)
		if err := in.lib.arch.SetMeta(ctx, retaggingKey, fmt.Sprintf("%q %d %d", at.version, at.after, at.end)); err != nil {
			return err
		}
	}
	return nil
}

// retagFrom is where a run begins: at the first change, or where one for the
// same version was interrupted.
func (in *ingest) retagFrom(ctx context.Context) (retagging, error) {
	last, err := in.lib.arch.LastSeq(ctx)
	if err != nil {
		return retagging{}, err
	}
	state, _, err := in.lib.arch.Meta(ctx, retaggingKey)
	if err != nil {
		return retagging{}, err
	}
	at := retagging{}
	if n, err := fmt.Sscanf(state, "%q %d %d", &at.version, &at.after, &at.end); err != nil || n != 3 || at.version != in.actors.Version() || at.after == at.end {
		return retagging{version: in.actors.Version(), end: last}, nil
	}
	return at, nil
}

// settle decides the surnames that articles leave open by whom the archive names
// in full near their dates, and takes back what it no longer bears out. It looks
// at the whole archive, so that the order of imports is of no matter.
func (in *ingest) settle(ctx context.Context, to sink, rep *report) error {
	if err := in.settleAll(ctx, to, rep); err != nil {
		return fmt.Errorf("decide whom surnames mean: %w", err)
	}
	return nil
}

func (in *ingest) settleAll(ctx context.Context, to sink, rep *report) error {
	last, err := in.lib.arch.LastSeq(ctx)
	if err != nil {
		return err
	}
	text, known, err := in.lib.arch.Meta(ctx, settledKey)
	if err != nil {
		return err
	}
	if at, err := strconv.ParseInt(text, 10, 64); known && err == nil && (at == last || last-at < last/settleShare) {
		return nil
	}
	open, err := in.lib.arch.OpenSurnames(ctx)
	if err != nil {
		return err
	}
	people, err := namesakes(ctx, in.lib.arch, open)
	if err != nil {
		return err
	}
	for ids := range slices.Chunk(undecided(open, people), tagBatch) {
		tagged := inOrder(ctx, slices.Values(ids), func(id string) tagging {
			record, err := in.lib.arch.Record(ctx, id)
			if err != nil {
				return tagging{err: err}
			}
			return in.tag(record.Article, people)
		})
		if err := in.put(ctx, tagged, to, rep); err != nil {
			return err
		}
	}
	if last, err = in.lib.arch.LastSeq(ctx); err != nil {
		return err
	}
	return in.lib.arch.SetMeta(ctx, settledKey, fmt.Sprint(last))
}

// namesakes counts who bears the open surnames.
func namesakes(ctx context.Context, arch *archive.Archive, open []archive.OpenSurname) (*actors.Namesakes, error) {
	wanted := map[string]bool{}
	for _, o := range open {
		wanted[o.Name] = true
	}
	people := &actors.Namesakes{}
	if len(wanted) == 0 {
		return people, nil
	}
	bearers, err := arch.Bearers(ctx, func(a corpus.Actor) int {
		const more = len(" ") + len("s") // than a surname in the genitive
		if surname := actors.Surname(a.Name); wanted[surname] {
			return len(surname) + more
		}
		return 0
	})
	for _, b := range bearers {
		people.Add(b.Actor.ID, b.Actor.Name, string(b.Month), b.Articles)
	}
	return people, err
}

// undecided lists the articles in which an open surname means another person
// than was decided.
func undecided(open []archive.OpenSurname, people *actors.Namesakes) []string {
	var ids []string
	for _, o := range open {
		if who, _ := people.Who(o.Name, string(o.Published)); who.ID != o.Person {
			ids = append(ids, o.ID)
		}
	}
	return slices.Compact(ids)
}

// tagging is a stored article with its actors recognised anew; without an
// article if that failed.
type tagging struct {
	record archive.Record
	err    error // of reading it
}

// tag recognises the actors of a stored article anew.
func (in *ingest) tag(a *corpus.Article, people *actors.Namesakes) (t tagging) {
	if err := guard(a.Source, func() { t.record = recognize(in.actors, a, people) }); err != nil {
		return tagging{}
	}
	return t
}

// put stores articles that were tagged.
func (in *ingest) put(ctx context.Context, tagged iter.Seq[tagging], to sink, rep *report) error {
	var records []archive.Record
	for t := range tagged {
		if t.err != nil {
			return t.err
		}
		if t.record.Article != nil {
			records = append(records, t.record)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	changes, err := in.lib.arch.Put(ctx, records)
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
	err := indexed(ctx, in.lib.index, func(ctx context.Context, to sink) error {
		if store != nil {
			if err := errors.Join(store(ctx, to), to(ctx, nil)); err != nil {
				return err
			}
		}
		return errors.Join(in.retag(ctx, to, rep), in.settle(ctx, to, rep))
	})
	if err != nil {
		return err
	}
	return in.lib.index.CatchUp(ctx, nil)
}
