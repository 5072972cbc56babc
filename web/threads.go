package web

import "presseschau/corpus"

// maxDepth is how far answers are indented; deeper ones stay there.
const maxDepth = 4

// threaded is a comment at its place among the answers.
type threaded struct {
	comment corpus.Comment
	depth   int
	parent  int // number of the comment that it answers, or 0
}

// threads orders comments so that each is followed by its answers, in the
// order of the source. A comment that answers an unknown one, or itself by a
// circle, stands for itself.
func threads(comments []corpus.Comment) []threaded {
	byID := map[string]int{}
	for i, c := range comments {
		if c.ID != "" {
			byID[c.ID] = i
		}
	}
	answers := map[int][]int{}
	var roots []int
	for i, c := range comments {
		p, ok := byID[c.Parent]
		if c.Parent == "" || !ok || p == i {
			roots = append(roots, i)
			continue
		}
		answers[p] = append(answers[p], i)
	}
	out := make([]threaded, 0, len(comments))
	done := make([]bool, len(comments))
	// A stack instead of recursion: threads of an archive may be deep.
	walk := func(root int) {
		type step struct{ i, depth, parent int }
		stack := []step{{root, 0, 0}}
		for len(stack) > 0 {
			s := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if done[s.i] {
				continue
			}
			done[s.i] = true
			out = append(out, threaded{comments[s.i], min(s.depth, maxDepth), s.parent})
			kids := answers[s.i]
			for k := len(kids) - 1; k >= 0; k-- {
				stack = append(stack, step{kids[k], s.depth + 1, comments[s.i].N})
			}
		}
	}
	for _, r := range roots {
		walk(r)
	}
	for i := range comments {
		if !done[i] {
			walk(i)
		}
	}
	return out
}
