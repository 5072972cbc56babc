package archive

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"presseschau/corpus"
)

// MaxVersions is the number of versions that a Group lists.
const MaxVersions = 100

// Group is articles that are versions of one another: each is alike to another
// one by sameness.Threshold at least.
type Group struct {
	Total    int       // articles
	Outlets  []string  // that carried one, each once, the earliest first; unknown ones are left out
	Versions []Version // the earliest first, those without a date last; at most MaxVersions
}

// Version is an article of a group.
type Version struct {
	ID        string
	Outlet    string
	Title     string
	Published corpus.Date
	First     bool // no other version with a date is certain to be earlier
}

// Groups gives groups by their labels. A label that no group has is left out.
func (a *Archive) Groups(ctx context.Context, labels []int64) (map[int64]Group, error) {
	groups := make(map[int64]Group, len(labels))
	if len(labels) == 0 {
		return groups, nil
	}
	rows, err := collect(ctx, a.reader.db, scanVersion, `SELECT members.label, articles.id, outlet, title, published
		FROM members JOIN articles ON articles.seq = members.article
		WHERE members.label IN (SELECT value FROM json_each(?)) ORDER BY articles.seq`, string(appendKeys(nil, labels)))
	if err != nil {
		return nil, fmt.Errorf("read the versions of %d groups from archive %s: %w", len(labels), a.path, err)
	}
	slices.SortStableFunc(rows, func(a, b versionRow) int { return a.compare(&b.Version) })
	for _, row := range rows {
		g := groups[row.label]
		g.add(row.Version)
		groups[row.label] = g
	}
	return groups, nil
}

// GroupOf gives the group of an article; false if it is the only version.
func (a *Archive) GroupOf(ctx context.Context, id string) (Group, bool, error) {
	labels, err := collect(ctx, a.reader.db, scanNumber,
		"SELECT label FROM members WHERE article = (SELECT seq FROM articles WHERE id = ?)", id)
	if err != nil {
		return Group{}, false, fmt.Errorf("look for versions of %q in archive %s: %w", id, a.path, err)
	}
	groups, err := a.Groups(ctx, labels)
	for _, g := range groups {
		return g, true, err
	}
	return Group{}, false, err
}

// add appends the next version in the order of dates.
func (g *Group) add(v Version) {
	g.Total++
	if v.Outlet != "" && !slices.Contains(g.Outlets, v.Outlet) {
		g.Outlets = append(g.Outlets, v.Outlet)
	}
	if len(g.Versions) == MaxVersions {
		return
	}
	// A date that begins another one, "2015" and "2015-09-20", may mean the same.
	v.First = v.Published != "" && !slices.ContainsFunc(g.Versions, func(o Version) bool {
		return !strings.HasPrefix(string(v.Published.German()), string(o.Published.German()))
	})
	g.Versions = append(g.Versions, v)
}

type versionRow struct {
	Version
	label int64
}

// compare orders versions by date, those without one last.
func (v *Version) compare(o *Version) int {
	if (v.Published == "") != (o.Published == "") {
		return strings.Compare(string(o.Published), string(v.Published))
	}
	return strings.Compare(string(v.Published.German()), string(o.Published.German()))
}

func scanVersion(row scanner) (versionRow, error) {
	var v versionRow
	err := row.Scan(&v.label, &v.ID, into(&v.Outlet), into(&v.Title), into(&v.Published))
	return v, err
}

// groupAll finds the groups of an archive that was filled before they were
// looked for.
func (a *Archive) groupAll(ctx context.Context) error {
	const step = 500 // articles of a transaction
	last, err := a.LastSeq(ctx)
	if err != nil {
		return err
	}
	for after := int64(0); after < last; {
		_, err := a.write(ctx, func(t *transaction) error {
			changes, err := a.reader.records(ctx, t.tx, "WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?", after, last, step)
			after = last
			if len(changes) == step {
				after = changes[step-1].Seq
			}
			for _, c := range changes {
				t.alike.add(c.Seq, c.Record.Article)
			}
			return err
		})
		if err != nil {
			return fmt.Errorf("find versions: %w", err)
		}
	}
	return nil
}
