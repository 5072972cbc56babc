package main

import (
	"slices"
	"strings"

	"presseschau/actors"
	"presseschau/archive"
	"presseschau/corpus"
)

// recognize finds the actors of an article and of its comments. Whom a surname
// means that they leave open, the people of the archive tell, if there are any.
func recognize(recognizer *actors.Recognizer, article *corpus.Article, people *actors.Namesakes) archive.Record {
	record := archive.Record{Article: article}
	texts := sections(article)
	for _, actor := range recognizer.Find(texts, string(article.Published)) {
		named := corpus.Actor{ID: actor.ID, Name: actor.Name, Type: corpus.ActorType(actor.Type)}
		if actor.Open {
			open := archive.Surname{Name: actor.Name}
			if people != nil {
				if who, ok := people.Who(actor.Name, string(article.Published)); ok {
					open.Person, named.ID, named.Name = who.ID, who.ID, who.Name
				}
			}
			record.Surnames = append(record.Surnames, open)
		}
		for _, m := range actor.Mentions {
			in := texts[m.Section]
			record.Mentions = append(record.Mentions, corpus.Mention{
				Actor: named, Comment: in.Comment, Field: fieldOf(in.Role), Start: m.Start, End: m.End, Passing: m.Passing,
			})
		}
	}
	slices.SortFunc(record.Surnames, func(a, b archive.Surname) int { return strings.Compare(a.Name, b.Name) })
	return record
}

// sections are the texts of an article in which actors are looked for.
func sections(a *corpus.Article) []actors.Section {
	doc := []actors.Section{
		{Role: actors.Title, Text: a.Headline()},
		{Role: actors.Lead, Text: a.Lead},
		{Role: actors.Body, Text: a.BodyText()},
	}
	for _, c := range a.Comments {
		doc = append(doc,
			actors.Section{Role: actors.CommentTitle, Comment: c.N, Text: c.Title},
			actors.Section{Role: actors.CommentText, Comment: c.N, Text: c.Text})
	}
	return doc
}

// fieldOf is the field of the archive that a section's offsets count in.
func fieldOf(r actors.Role) corpus.Field {
	switch r {
	case actors.Title, actors.CommentTitle:
		return corpus.TitleField
	case actors.Lead:
		return corpus.LeadField
	}
	return corpus.BodyField
}
