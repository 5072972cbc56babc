package web

import "presseschau/search"

// around is the number of pages shown on each side of the current one.
const around = 2

// paging is the way through the pages of a result.
type paging struct {
	Last     int // number of pages that can be reached by number
	Previous string
	Next     string
	Pages    []pageLink
	First    string // back from cursors to the first page
}

// pageLink is a page by its number; Number 0 stands for pages left out.
type pageLink struct {
	Number  int
	URL     string
	Current bool
}

func (b builder) paging(res *search.Result) paging {
	a := b.asked
	var p paging
	if next, ok := nextPage(a, res); ok && len(res.Hits) > 0 {
		p.Next = b.link.to(next)
	}
	if a.Cursor != "" {
		p.First = b.link.pageNumber(1)
		return p
	}
	p.Last = min((res.Pageable+a.Size-1)/a.Size, search.MaxWindow/a.Size)
	if a.Page > 1 && a.Page <= p.Last {
		p.Previous = b.link.pageNumber(a.Page - 1)
	}
	if p.Last > 1 {
		p.Pages = b.pages(p.Last)
	}
	return p
}

// pages are the first, the last and those around the current one.
func (b builder) pages(last int) []pageLink {
	var out []pageLink
	gap := false
	for n := 1; n <= last; n++ {
		near := n >= b.asked.Page-around && n <= b.asked.Page+around
		if n != 1 && n != last && !near {
			if !gap {
				out = append(out, pageLink{})
			}
			gap = true
			continue
		}
		gap = false
		out = append(out, pageLink{n, b.link.pageNumber(n), n == b.asked.Page})
	}
	return out
}
