package actors

// Rule is what made a mention of a stretch of text.
type Rule uint8

// The rules by which mentions are found.
const (
	Alias       Rule = iota // a name in the knowledge base
	Compound                // an organisation of the knowledge base in a solid compound
	FirstName               // a first name
	RoleBefore              // a title or role
	Speech                  // a verb of speech, a party, an age or an apposition
	Form                    // a legal form, or a noun that names of organisations have
	Institution             // an adjective and a noun that name a body
	FullName                // a surname of whom the article names in full
	Acronym                 // an acronym or short form that the article explains
	Office                  // an office, which the actor holds
	Tagged                  // the statistical tagger, as no other rule did
)

// String says the rule in English, as a reason.
func (r Rule) String() string {
	return [...]string{
		Alias: "name in the knowledge base", Compound: "compound with a name in the knowledge base", FirstName: "first name",
		RoleBefore: "title or role before it", Speech: "verb of speech, party or role beside it",
		Form: "form of an organisation's name", Institution: "adjective and noun that name a body",
		FullName: "surname of a person named in full", Acronym: "short form that the article explains",
		Office: "office of the person", Tagged: "looks like a name here",
	}[r]
}
