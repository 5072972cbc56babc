package archive

// sets are disjoint sets of articles and groups: a union-find forest (Galler,
// Fischer, "An improved equivalence algorithm", CACM 1964).
type sets struct{ parent map[int64]int64 }

// find gives the one that stands for the set of x.
func (s *sets) find(x int64) int64 {
	up, ok := s.parent[x]
	if !ok {
		s.parent[x] = x
		return x
	}
	if up == x {
		return x
	}
	root := s.find(up)
	s.parent[x] = root
	return root
}

func (s *sets) unite(x, y int64) { s.parent[s.find(x)] = s.find(y) }

// all are the sets with their elements.
func (s *sets) all() map[int64][]int64 {
	out := make(map[int64][]int64, len(s.parent))
	for x := range s.parent {
		root := s.find(x)
		out[root] = append(out[root], x)
	}
	return out
}
