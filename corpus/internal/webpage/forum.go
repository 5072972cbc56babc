package webpage

import (
	_ "embed" // the table
	"fmt"
	"slices"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

//go:embed forums.tsv
var forumTable string

// forum is the markup in which a system writes comments.
type forum struct {
	name                        string
	comment                     cascadia.SelectorGroup
	author, date, title, remark cascadia.SelectorGroup // within a comment; may be nil
}

// Forums is how systems mark comments up.
type Forums []forum

// NewForums reads the built-in table and the extra ones, whose systems come
// first and replace those of the same name.
func NewForums(extra ...string) (Forums, error) {
	all, err := parseForums(forumTable)
	if err != nil {
		return nil, fmt.Errorf("read built-in forums: %w", err)
	}
	for _, table := range extra {
		own, err := parseForums(table)
		if err != nil {
			return nil, fmt.Errorf("read forums: %w", err)
		}
		all = append(own, slices.DeleteFunc(all, func(f forum) bool {
			return slices.ContainsFunc(own, func(o forum) bool { return o.name == f.name })
		})...)
	}
	return all, nil
}

func parseForums(table string) (out Forums, err error) {
	n := 0
	for row := range strings.Lines(strings.TrimPrefix(table, "\uFEFF")) {
		n++
		row = strings.TrimRight(row, "\r\n")
		if strings.TrimSpace(row) == "" || row[0] == '#' {
			continue
		}
		columns := strings.Split(row, "\t")
		if len(columns) != 6 || columns[1] == "-" {
			return nil, fmt.Errorf("line %d: want name, comment, author, date, title, text, separated by tabs", n)
		}
		f := forum{name: columns[0]}
		for i, to := range []*cascadia.SelectorGroup{&f.comment, &f.author, &f.date, &f.title, &f.remark} {
			if columns[i+1] == "-" {
				continue
			}
			if *to, err = cascadia.ParseGroup(columns[i+1]); err != nil {
				return nil, fmt.Errorf("line %d: %q is no CSS selector: %w", n, columns[i+1], err)
			}
		}
		out = append(out, f)
	}
	return out, nil
}

// maxReplies is how deep replies in JSON-LD are followed.
const maxReplies = 100

// readComments reads the comments by the markup that finds most, else those in
// JSON-LD, and takes the forum out of the tree so that none can become body.
func (p *Page) readComments(doc *html.Node, ld *ldNode, forums Forums) {
	var nodes []*html.Node
	for _, f := range forums {
		comments, found := f.read(doc)
		if len(comments) > len(p.Comments) || len(comments) == len(p.Comments) && signed(comments) > signed(p.Comments) {
			p.Comments, nodes = comments, found
		}
	}
	if told := ld.Comment.comments("", maxReplies); len(told) > len(p.Comments) {
		p.Comments = told
	}
	remove(nodes)
	rest := forumRest(doc)
	for _, n := range rest {
		p.Counts = append(p.Counts, forumHeadings(n)...)
	}
	remove(rest)
}

// signed is how many authors and dates comments have.
func signed(comments []Comment) (n int) {
	for _, c := range comments {
		if c.Author != "" {
			n++
		}
		if c.Date != "" {
			n++
		}
	}
	return n
}

// read reads the comments of one system, and gives their elements.
func (f forum) read(doc *html.Node) (out []Comment, nodes []*html.Node) {
	matched := map[*html.Node]bool{}
	for _, n := range cascadia.QueryAll(doc, f.comment) {
		if !holdsArticle(n) {
			matched[n] = true
		}
	}
	ids := map[*html.Node]string{}
	for n := range doc.Descendants() { // in reading order
		if !matched[n] {
			continue
		}
		if hasClass(n, "pingback", "trackback") { // the link of another site
			nodes = append(nodes, n)
			continue
		}
		c, ok := f.one(n, matched)
		if !ok {
			continue
		}
		if c.ID == "" {
			c.ID = fmt.Sprintf("#%d", len(out)+1)
		}
		for up := n.Parent; up != nil && c.Parent == ""; up = up.Parent {
			c.Parent = ids[up]
		}
		ids[n] = c.ID
		out, nodes = append(out, c), append(nodes, n)
	}
	return out, nodes
}

// one reads one comment without those nested in it.
func (f forum) one(n *html.Node, matched map[*html.Node]bool) (c Comment, ok bool) {
	own := func(sel cascadia.SelectorGroup) []*html.Node { return ownParts(n, sel, matched) }
	var remark []string
	for _, e := range own(f.remark) {
		remove(buttons(e))
		remark = append(remark, lines(e))
	}
	c.Text = strings.TrimSpace(strings.Join(remark, "\n"))
	for _, e := range own(f.author) {
		first(&c.Author, bareAuthor(valueOf(e, "content")))
	}
	for _, e := range own(f.date) {
		first(&c.Date, attr(e, "datetime"), attr(e, "content"), attr(e, "title"), spaced(e))
	}
	for _, e := range own(f.title) {
		first(&c.Title, text(e))
	}
	for _, key := range []string{"id", "data-comment-id", "data-pid", "data-postingid", "data-id"} {
		first(&c.ID, attr(n, key))
	}
	return c, c.Text != "" || c.Title != ""
}

// buttons are the elements within a comment by which readers do something.
func buttons(n *html.Node) (out []*html.Node) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && hasClass(d, "comment-likes", "comment-reply-link", "comment-actions", "reply") {
			out = append(out, d)
		}
	}
	return out
}

// ownParts are the elements in comment n that the first selector with any finds,
// without those in other comments or in one another.
func ownParts(n *html.Node, sel cascadia.SelectorGroup, matched map[*html.Node]bool) (out []*html.Node) {
	for _, one := range sel { // the first selector of a group is the best
		last := n
		for _, found := range cascadia.QueryAll(n, one) {
			up := found.Parent
			for up != n && up != last && up != nil && !matched[up] {
				up = up.Parent
			}
			if found != n && up == n && !matched[found] {
				out = append(out, found)
				last = found
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// bareAuthor is a name without what forums write beside it: "von Ada | Di, 21.
// April", "Ada sagt:".
func bareAuthor(s string) string {
	s, _, _ = strings.Cut(s, " | ")
	s = strings.TrimRight(s, " ,:")
	for _, said := range []string{" sagt", " Sagt", " schrieb", " schreibt", " meint", " says"} {
		s = strings.TrimSuffix(s, said)
	}
	for _, by := range []string{"von ", "Von "} {
		s = strings.TrimPrefix(s, by)
	}
	return s
}

// valueOf is the first of the attributes that has a value, else the text.
func valueOf(n *html.Node, keys ...string) string {
	for _, key := range keys {
		if v := attr(n, key); v != "" {
			return v
		}
	}
	return text(n)
}

// forumRest are the elements around comments.
func forumRest(doc *html.Node) (out []*html.Node) {
	for n := range elements(doc, atom.Section, atom.Div, atom.Ol, atom.Ul, atom.Aside, atom.Form, atom.H2, atom.H3) {
		name := strings.ToLower(attr(n, "id") + " " + attr(n, "class"))
		for word := range strings.FieldsSeq(name) {
			switch word {
			case "comments", "comments-area", "comment-list", "commentlist", "comments-list", "comment-section", "comments-section", "comments-title",
				"disqus_thread", "respond", "comment-respond", "commentform", "comment-form", "kommentare", "leserkommentare", "forum":
				if !holdsArticle(n) {
					out = append(out, n)
				}
			}
		}
	}
	return out
}

// forumHeadings are the headings of a forum.
func forumHeadings(forum *html.Node) (out []string) {
	if forum.DataAtom == atom.H2 || forum.DataAtom == atom.H3 {
		return []string{text(forum)}
	}
	for n := range elements(forum, atom.H2, atom.H3, atom.H4) {
		out = append(out, text(n))
	}
	return out
}

// holdsArticle tells an element that is more than a forum.
func holdsArticle(n *html.Node) bool {
	for d := range elements(n, atom.H1, atom.Article, atom.Main) {
		if d.DataAtom != atom.Article && !within(d, isForumSection) || d.DataAtom == atom.Article && !named(d, "comment", "posting", "kommentar") {
			return true
		}
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && attr(d, "itemprop") == "articleBody" {
			return true
		}
	}
	return false
}

// isForumSection tells the section of the comments, which may have an <h1>.
func isForumSection(n *html.Node) bool {
	id := attr(n, "id")
	return id == "comments" || id == "comment-wrap" || id == "kommentare"
}

// comments are the comments in JSON-LD with the replies to each.
func (n ldNodes) comments(parent string, depth int) (out []Comment) {
	for _, node := range n {
		c := Comment{
			Parent: parent, Author: Plain(node.Author.first()), Title: Plain(node.Headline.first()),
			Text: plainLines(node.Text.first()),
		}
		first(&c.ID, node.Identifier.first(), node.ID.first())
		first(&c.Author, Plain(node.Creator.first()))
		first(&c.Date, node.Created.first(), node.Published.first())
		first(&c.Text, plainLines(node.Description.first()))
		if c.Text == "" && c.Title == "" {
			continue
		}
		if c.ID == "" {
			c.ID = strings.TrimPrefix(fmt.Sprintf("%s.%d", parent, len(out)+1), ".")
		}
		out = append(out, c)
		if depth > 0 {
			out = append(out, node.Comment.comments(c.ID, depth-1)...)
		}
	}
	return out
}
