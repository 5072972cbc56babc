package actors

import "strings"

// Aliases are the names besides the canonical one that an actor of the
// knowledge base goes by, in their order there; nil if it has none or is not in
// the knowledge base.
func (r *Recognizer) Aliases(id string) []string {
	actor, ok := r.base.ids[id]
	if !ok {
		return nil
	}
	e := &r.base.entries[actor]
	var out []string
	for _, a := range e.aliases {
		if name := written(a); name != "" && name != e.name {
			out = append(out, name)
		}
	}
	return out
}

// extraName is what Origin calls the user's table.
const extraName = "table of actors"

// Origin says where the knowledge base has an actor, file and line, with the lines
// of the user's table that add to it; "" if it is not in the knowledge base.
func (r *Recognizer) Origin(id string) string {
	if actor, ok := r.base.ids[id]; ok {
		return r.base.entries[actor].origin
	}
	return ""
}

// written is an alias as texts have it, without its marks; "" if it is a mark
// alone, or says only how a name is inflected.
func written(alias string) string {
	if strings.Contains(alias, "~") {
		return ""
	}
	switch alias {
	case "-", "?", "!", "=?", "=\"", "=^":
		return ""
	}
	_, name := cutNeed(alias)
	return name
}
