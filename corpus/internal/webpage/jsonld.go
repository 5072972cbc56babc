package webpage

import (
	"encoding/json"
	"html"
	"strings"

	nethtml "golang.org/x/net/html"
)

// ldNode is a thing described in JSON-LD with the terms of schema.org. Every
// member may be one value or many, a text or a thing; one that is neither is
// left out.
type ldNode struct {
	Type        ldTexts  `json:"@type"`
	ID          ldTexts  `json:"@id"`
	Graph       ldNodes  `json:"@graph"`
	MainEntity  ldNodes  `json:"mainEntity"`
	Identifier  ldTexts  `json:"identifier"`
	Headline    ldTexts  `json:"headline"`
	Name        ldTexts  `json:"name"`
	Alternative ldTexts  `json:"alternativeHeadline"`
	Description ldTexts  `json:"description"`
	Published   ldTexts  `json:"datePublished"`
	Uploaded    ldTexts  `json:"uploadDate"`
	Created     ldTexts  `json:"dateCreated"`
	Modified    ldTexts  `json:"dateModified"`
	Section     ldTexts  `json:"articleSection"`
	Author      ldMakers `json:"author"`
	Creator     ldMakers `json:"creator"`
	Publisher   ldTexts  `json:"publisher"`
	Language    ldTexts  `json:"inLanguage"`
	URL         ldTexts  `json:"url"`
	Page        ldTexts  `json:"mainEntityOfPage"`
	Body        ldTexts  `json:"articleBody"`
	Text        ldTexts  `json:"text"`
	Count       ldCount  `json:"commentCount"`
	Comment     ldNodes  `json:"comment"`
}

// ldTexts are the texts of a member: of a thing its name, else its address.
type ldTexts []string

// UnmarshalJSON never fails: what is no text is left out.
func (t *ldTexts) UnmarshalJSON(data []byte) error {
	var many []json.RawMessage
	if json.Unmarshal(data, &many) == nil {
		for _, one := range many {
			var part ldTexts
			if len(one) > 0 && one[0] != '[' {
				_ = part.UnmarshalJSON(one)
			}
			*t = append(*t, part...)
		}
		return nil
	}
	var s string
	if json.Unmarshal(data, &s) == nil {
		t.add(s)
		return nil
	}
	var thing struct {
		Name  ldTexts `json:"name"`
		Value ldTexts `json:"@value"`
		ID    ldTexts `json:"@id"`
		URL   ldTexts `json:"url"`
	}
	if json.Unmarshal(data, &thing) == nil {
		for _, values := range []ldTexts{thing.Name, thing.Value, thing.ID, thing.URL} {
			if len(values) > 0 {
				*t = append(*t, values[0])
				return nil
			}
		}
	}
	return nil
}

func (t *ldTexts) add(s string) {
	if s = strings.TrimSpace(html.UnescapeString(s)); s != "" {
		*t = append(*t, s)
	}
}

func (t ldTexts) first() string {
	if len(t) == 0 {
		return ""
	}
	return t[0]
}

// ldNodes are the things of a member.
type ldNodes []*ldNode

// UnmarshalJSON never fails: what is no thing is left out.
func (n *ldNodes) UnmarshalJSON(data []byte) error {
	var many []json.RawMessage
	if json.Unmarshal(data, &many) != nil {
		many = []json.RawMessage{data}
	}
	for _, one := range many {
		var node ldNode
		if len(one) > 0 && one[0] == '{' && json.Unmarshal(one, &node) == nil {
			*n = append(*n, &node)
		}
	}
	return nil
}

// ldCount is a number, or a number in quotation marks.
type ldCount struct{ n *int }

// UnmarshalJSON never fails: what is no number is left out.
func (c *ldCount) UnmarshalJSON(data []byte) error {
	var n int
	if json.Unmarshal([]byte(strings.Trim(string(data), `"`)), &n) == nil && n >= 0 {
		c.n = &n
	}
	return nil
}

// repairJSON mends what is often wrong with JSON-LD: comments around it, and
// line breaks within texts.
func repairJSON(s string) []byte {
	s = strings.TrimSpace(s)
	for _, cover := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		s = strings.TrimSpace(strings.TrimPrefix(s, cover))
	}
	for _, cover := range []string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, cover))
	}
	if json.Valid([]byte(s)) {
		return []byte(s)
	}
	return []byte(strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s))
}

// Plain takes markup out of a text that should have none.
func Plain(s string) string {
	if !strings.ContainsRune(s, '<') {
		return s
	}
	return strings.Join(strings.Fields(plainLines(s)), " ")
}

// plainLines is Plain with a line for every block.
func plainLines(s string) string {
	if !strings.ContainsRune(s, '<') {
		return s
	}
	doc, err := nethtml.Parse(strings.NewReader(s))
	if err != nil {
		return s
	}
	return lines(doc)
}
