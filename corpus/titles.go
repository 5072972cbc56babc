package corpus

import (
	"strings"
	"unicode"
)

// liftTitles takes the first lines of comments as their titles where they are
// short, no sentences, and followed by a text that begins anew. Where all
// comments have such a line the text may go on from it.
func liftTitles(comments []Comment) {
	all := len(comments) > 1
	for i := range comments {
		all = all && (titled(&comments[i]) || comments[i].Title != "" || mentions(&comments[i]))
	}
	for i := range comments {
		c := &comments[i]
		first, rest, _ := strings.Cut(c.Text, "\n")
		if all && mentions(c) || titled(c) && (all || len(comments) > 1 && !strings.ContainsRune("„\"»", firstRune(first)) && beginsAnew(first) && beginsAnew(rest) && !greets(first)) {
			c.Title, c.Text = first, rest
		}
	}
}

// mentions tells a comment whose first line is nothing but "@anna".
func mentions(c *Comment) bool {
	first, _, more := strings.Cut(c.Text, "\n")
	return c.Title == "" && more && strings.HasPrefix(first, "@") && !strings.Contains(first, " ")
}

// titled tells a comment whose first line may be its title.
func titled(c *Comment) bool {
	first, _, more := strings.Cut(c.Text, "\n")
	return c.Title == "" && more && len(first) <= maxHeading/2 && !sentenceEnd(first) && !strings.HasPrefix(first, "@") && !strings.HasPrefix(first, ">") && !strings.HasPrefix(first, "Zitat ")
}

// beginsAnew tells a text that begins with a capital, a digit or a quotation.
func beginsAnew(s string) bool {
	r := firstRune(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("„\"»«(", r)
}

// greets tells a salutation.
func greets(s string) bool {
	word, _, _ := strings.Cut(lower(s), " ")
	switch strings.Trim(word, ",!") {
	case "hallo", "liebe", "lieber", "liebes", "sehr", "guten", "moin", "servus", "danke", "hi", "werte", "werter":
		return true
	}
	return false
}
