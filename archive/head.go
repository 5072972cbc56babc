package archive

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"presseschau/corpus"
)

const (
	selectHeads = `SELECT seq, id, url, kicker, title, lead, body, outlet, section, published, authors, agencies, language,
		main_actors, comment_count FROM articles WHERE id IN (SELECT value FROM json_each(?))`
	// Asked for are numbers that join an article's and a comment's, see noteKey.
	selectNotes = `SELECT c.article, c.n, c.id, c.author, c.date, c.title, c.text, c.parent, c.position
		FROM json_each(?) AS asked
		JOIN comments AS c ON c.article = asked.value >> 20 AND c.n = asked.value & 0xfffff
		ORDER BY c.article, c.n, c.position`
)

// maxNote is the highest number of a comment that can be asked for.
const maxNote = 1<<20 - 1

// noteKey joins the number of an article and that of a comment into one.
func noteKey(seq int64, n int) int64 { return seq<<20 | int64(n) }

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
	var asked []int64
	for _, ref := range refs {
		h, ok := found[ref.ID]
		for _, n := range ref.Comments {
			if ok && 0 <= n && n <= maxNote {
				asked = append(asked, noteKey(h.seq, n))
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
		into(&h.Outlet), into(&h.Section), into(&h.Published), names{&h.Authors}, names{&h.Agencies},
		into(&h.Language), keys{&h.actors}, &h.CommentCount)
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

// commentsOf reads comments, asked for by noteKey, by article.
func (r *reader) commentsOf(ctx context.Context, asked []int64) (map[int64][]corpus.Comment, error) {
	if len(asked) == 0 {
		return nil, nil
	}
	rows, err := scanAll(scanComment)(r.notes.QueryContext(ctx, string(appendKeys(nil, asked))))
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
