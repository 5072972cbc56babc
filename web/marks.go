package web

import (
	"strings"
	"unicode/utf8"

	"presseschau/corpus"
	"presseschau/search"
)

// segment is a stretch of text that is marked as a hit, or not.
type segment struct {
	Text string
	Mark bool
}

// segments cuts a text at its marks. Joined again, the segments are the text.
// Marks that overlap, reach out of the text or cut a character are put right.
func segments(text string, marks []search.Mark) []segment {
	var out []segment
	at := 0
	for _, m := range marks {
		start, end := runeBounds(text, m)
		start = max(start, at)
		if end <= start {
			continue
		}
		if start > at {
			out = append(out, segment{Text: text[at:start]})
		}
		out = append(out, segment{Text: text[start:end], Mark: true})
		at = end
	}
	if at < len(text) {
		out = append(out, segment{Text: text[at:]})
	}
	return out
}

// runeBounds widens a mark to whole characters and keeps it within the text.
func runeBounds(text string, m search.Mark) (start, end int) {
	start = min(max(m.Start, 0), len(text))
	end = min(max(m.End, start), len(text))
	for start > 0 && start < len(text) && !utf8.RuneStart(text[start]) {
		start--
	}
	for end > 0 && end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return start, end
}

// blockDot stands in a snippet where one block of a text ends and the next
// begins: a heading without a full stop would run into its paragraph.
const blockDot = " · "

// joinBlocks puts a dot between blocks, after the text is cut at its marks, so
// that these stay where they are.
func joinBlocks(segs []segment) []segment {
	for i := range segs {
		segs[i].Text = strings.ReplaceAll(segs[i].Text, corpus.BlockGap, blockDot)
	}
	return segs
}

// snippetSegments are the segments of a snippet, with dots where the text goes
// on and between blocks.
func snippetSegments(sn search.Snippet) []segment {
	var out []segment
	if !sn.Head {
		out = append(out, segment{Text: "… "})
	}
	out = append(out, joinBlocks(segments(sn.Text, sn.Marks))...)
	if !sn.Tail {
		out = append(out, segment{Text: " …"})
	}
	return out
}

// splitHeadline parts a headline into its kicker, if it has one, and its
// title, each with its marks.
func splitHeadline(headline search.Snippet, kicker string) []search.Snippet {
	gap := kicker + corpus.BlockGap
	if kicker == "" || !strings.HasPrefix(headline.Text, gap) {
		return []search.Snippet{{Text: headline.Text, Marks: headline.Marks, Head: true, Tail: true}}
	}
	return []search.Snippet{
		{Text: kicker, Marks: marksWithin(headline.Marks, 0, len(kicker)), Head: true, Tail: true},
		{Text: headline.Text[len(gap):], Marks: marksWithin(headline.Marks, len(gap), len(headline.Text)), Head: true, Tail: true},
	}
}

// marksWithin are the marks of the bytes [start, end), counted from start.
func marksWithin(marks []search.Mark, start, end int) []search.Mark {
	var out []search.Mark
	for _, m := range marks {
		from, to := max(m.Start, start), min(m.End, end)
		if from < to {
			out = append(out, search.Mark{Start: from - start, End: to - start})
		}
	}
	return out
}
