package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"presseschau/actors"
	"presseschau/archive"
	"presseschau/corpus"
)

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
	// A batch is stored while others are decided.
	batches := inOrder(ctx, slices.Chunk(undecided(open, people), tagBatch), func(some [][]archive.OpenSurname) []tagging {
		return in.decideAll(ctx, some, people)
	})
	for tagged := range batches {
		if err := in.put(ctx, slices.Values(tagged), to, rep); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
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

// undecided are the open surnames, by article, of those articles in which one
// means another person than was decided.
func undecided(open []archive.OpenSurname, people *actors.Namesakes) [][]archive.OpenSurname {
	var list [][]archive.OpenSurname
	for len(open) > 0 {
		n := 1
		for n < len(open) && open[n].ID == open[0].ID {
			n++
		}
		if slices.ContainsFunc(open[:n], func(o archive.OpenSurname) bool {
			who, _ := people.Who(o.Name, string(o.Published))
			return who.ID != o.Person
		}) {
			list = append(list, open[:n])
		}
		open = open[n:]
	}
	return list
}

// decideAll decides the surnames of several articles.
func (in *ingest) decideAll(ctx context.Context, open [][]archive.OpenSurname, people *actors.Namesakes) []tagging {
	tagged := make([]tagging, len(open))
	for i, of := range open {
		tagged[i] = in.decide(ctx, of, people)
	}
	return tagged
}

// decide lets the open surnames of an article mean whom the archive tells.
func (in *ingest) decide(ctx context.Context, open []archive.OpenSurname, people *actors.Namesakes) tagging {
	record, err := in.lib.arch.Record(ctx, open[0].ID)
	if err != nil {
		return tagging{err: err}
	}
	if named, ok := renamed(record, open, people); ok {
		return tagging{record: named}
	}
	return in.tag(record.Article, people)
}

// renamed is what recognising the article anew would give, if the mentions alone
// tell that: no surname was decided otherwise before, and each is the name of one
// person.
func renamed(record *archive.Record, open []archive.OpenSurname, people *actors.Namesakes) (archive.Record, bool) {
	named := archive.Record{Article: record.Article, Mentions: slices.Clone(record.Mentions)}
	for _, o := range open {
		who, _ := people.Who(o.Name, string(o.Published))
		if who.ID != o.Person && (o.Person != "" || !reassign(named.Mentions, record.Mentions, o.Name, who)) {
			return archive.Record{}, false
		}
		named.Surnames = append(named.Surnames, archive.Surname{Name: o.Name, Person: who.ID})
	}
	return named, true
}

// reassign lets the mentions of a surname name a person; false if not just one
// person has that name.
func reassign(mentions, before []corpus.Mention, surname string, who actors.Namesake) bool {
	id := ""
	for i, m := range before {
		if m.Actor.Type != corpus.Person || m.Actor.Name != surname {
			continue
		}
		if id != "" && m.Actor.ID != id {
			return false
		}
		id = m.Actor.ID
		mentions[i].Actor.ID, mentions[i].Actor.Name = who.ID, who.Name
	}
	return id != ""
}
