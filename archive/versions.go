package archive

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"presseschau/corpus"
)

// Limits of a Group, whatever the number of its articles.
const (
	MaxVersions = 100         // versions listed
	MaxOutlets  = MaxVersions // outlets listed
)

// Group is articles that are versions of one another: each is alike to another
// one by sameness.Threshold at least.
type Group struct {
	Total    int       // articles
	Outlets  []string  // that carried one, each once, the earliest first, without unknown ones; at most MaxOutlets
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

// What a group of 50,000 copies of a consent page lists is found in the
// database. Nothing else of it is read.
const (
	// clock is Date.German. Most dates are too short to have a zone.
	clock = `CASE WHEN length(published) > 16 THEN german(published) ELSE published END`

	// selectVersions reads the earliest ?2 versions of group ?1.
	selectVersions = `
SELECT (SELECT count(*) FROM members WHERE label = ?1), clock, id, outlet, title, published
FROM (
	SELECT seq AS member, ` + clock + ` AS clock FROM members JOIN articles ON seq = article
	WHERE label = ?1 ORDER BY clock NULLS LAST, seq LIMIT ?2
) JOIN articles ON seq = member
ORDER BY clock NULLS LAST, seq`

	// selectOutlets reads the ?2 outlets of group ?1 that were first. Its key
	// sorts as the order of versions does: "~" is behind all dates, and a blank
	// before what a longer date goes on with.
	selectOutlets = `
SELECT outlet FROM members JOIN articles ON seq = article WHERE label = ?1 AND outlet IS NOT NULL
GROUP BY outlet ORDER BY min(ifnull(` + clock + `, '~') || printf(' %019d', seq)) LIMIT ?2`
)

// Groups gives groups by their labels. A label that no group has is left out.
func (a *Archive) Groups(ctx context.Context, labels []int64) (map[int64]Group, error) {
	groups := make(map[int64]Group, len(labels))
	if len(labels) == 0 {
		return groups, nil
	}
	err := a.reader.view(ctx, func(tx *sql.Tx) error {
		for _, label := range labels {
			g, err := a.reader.group(ctx, tx, label)
			if err != nil {
				return fmt.Errorf("group %d: %w", label, err)
			}
			if g.Total > 0 {
				groups[label] = g
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the versions of %d groups from archive %s: %w", len(labels), a.path, err)
	}
	return groups, nil
}

// group reads a group, an empty one if there is none.
func (r *reader) group(ctx context.Context, tx *sql.Tx, label int64) (Group, error) {
	rows, err := scanAll(scanVersion)(tx.StmtContext(ctx, r.versions).QueryContext(ctx, label, MaxVersions))
	if err != nil || len(rows) == 0 {
		return Group{}, err
	}
	g := newGroup(rows)
	if g.Total > len(rows) { // the others may be of more outlets
		g.Outlets, err = scanAll(scanString)(tx.StmtContext(ctx, r.outlets).QueryContext(ctx, label, MaxOutlets))
	}
	return g, err
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

// newGroup makes a group of its versions in the order of their dates.
func newGroup(rows []versionRow) Group {
	g := Group{Total: rows[0].total}
	for i, row := range rows {
		if row.Outlet != "" && !slices.Contains(g.Outlets, row.Outlet) {
			g.Outlets = append(g.Outlets, row.Outlet)
		}
		// A date that begins another one, "2015" and "2015-09-20", may mean the same.
		row.First = row.Published != "" && (i == 0 || g.Versions[i-1].First && strings.HasPrefix(row.clock, rows[i-1].clock))
		g.Versions = append(g.Versions, row.Version)
	}
	return g
}

type versionRow struct {
	Version
	total int    // versions of the group
	clock string // Published.German()
}

func scanVersion(row scanner) (versionRow, error) {
	var v versionRow
	err := row.Scan(&v.total, into(&v.clock), &v.ID, into(&v.Outlet), into(&v.Title), into(&v.Published))
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
