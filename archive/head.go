package archive

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"presseschau/corpus"
)

const (
	selectHeads = `SELECT seq, id, url, kicker, title, lead, body, outlet, section, published, authors, agencies,
		main_actors, comment_count FROM articles WHERE id IN (SELECT value FROM json_each(?))`
	// Pairs of an article's number and a comment's are asked for.
	selectNotes = `SELECT c.article, c.n, c.id, c.author, c.date, c.title, c.text, c.parent, c.position
		FROM json_each(?) AS asked
		JOIN comments AS c ON c.article = asked.value ->> 0 AND c.n = asked.value ->> 1
		ORDER BY c.article, c.n, c.position`
)

// Heads returns the heads of articles in the order of refs, without those that
// are not there.
func (a *Archive) Heads(ctx context.Context, refs []Ref) ([]Head, error) {
	if len(refs) == 0 {
		return nil, nil
	}
	heads, err := a.reader.headsOf(ctx, refs)
	if err != nil {
		return nil, fmt.Errorf("read %d heads from archive %s: %w", len(refs), a.path, err)
	}
	return heads, nil
}

func (r *reader) headsOf(ctx context.Context, refs []Ref) ([]Head, error) {
	found, err := r.articleHeads(ctx, refs)
	if err != nil {
		return nil, err
	}
	var asked [][2]int64
	for _, ref := range refs {
		for _, n := range ref.Comments {
			if h, ok := found[ref.ID]; ok {
				asked = append(asked, [2]int64{h.seq, int64(n)})
			}
		}
	}
	notes, err := r.commentsOf(ctx, asked)
	if err != nil {
		return nil, err
	}
	heads := make([]Head, 0, len(refs))
	for _, ref := range refs {
		if h, ok := found[ref.ID]; ok {
			h.Comments = pick(notes[h.seq], ref.Comments)
			heads = append(heads, h.Head)
		}
	}
	return heads, nil
}

// headRow is a head with what leads to its comments and actors.
type headRow struct {
	Head
	seq    int64
	actors []int64
}

func scanHead(row scanner) (headRow, error) {
	var h headRow
	err := row.Scan(&h.seq, &h.ID, into(&h.URL), into(&h.Kicker), into(&h.Title), into(&h.Lead), &h.Body,
		into(&h.Outlet), into(&h.Section), into(&h.Published), array[string]{&h.Authors}, array[string]{&h.Agencies},
		array[int64]{&h.actors}, &h.CommentCount)
	return h, err
}

// articleHeads reads the heads of the articles, without comments, by id.
func (r *reader) articleHeads(ctx context.Context, refs []Ref) (map[string]headRow, error) {
	ids := make([]string, len(refs))
	for i, ref := range refs {
		ids[i] = ref.ID
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	rows, err := scanAll(scanHead)(r.heads.QueryContext(ctx, string(list)))
	if err != nil {
		return nil, err
	}
	found := make(map[string]headRow, len(rows))
	for _, h := range rows {
		if h.Actors, err = r.actorsOf(ctx, r.db, h.actors); err != nil {
			return nil, err
		}
		found[h.ID] = h
	}
	return found, nil
}

// commentsOf reads comments, asked for by article and number, by article.
func (r *reader) commentsOf(ctx context.Context, asked [][2]int64) (map[int64][]corpus.Comment, error) {
	if len(asked) == 0 {
		return nil, nil
	}
	list, err := json.Marshal(asked)
	if err != nil {
		return nil, err
	}
	rows, err := scanAll(scanComment)(r.notes.QueryContext(ctx, string(list)))
	if err != nil {
		return nil, err
	}
	notes := map[int64][]corpus.Comment{}
	for _, row := range rows {
		notes[row.article] = append(notes[row.article], row.Comment)
	}
	return notes, nil
}

// pick returns the comments with the given numbers, each once, in their order
// in notes.
func pick(notes []corpus.Comment, numbers []int) []corpus.Comment {
	var out []corpus.Comment
	for i, c := range notes {
		if slices.Contains(numbers, c.N) && (i == 0 || notes[i-1].N != c.N) {
			out = append(out, c)
		}
	}
	return out
}
