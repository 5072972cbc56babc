package actors_test

import (
	"fmt"

	"presseschau/actors"
)

func ExampleRecognizer_Find() {
	r, err := actors.New(actors.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	article := []actors.Section{
		{Role: actors.Title, Text: "Krelling reist nach Moskau"},
		{Role: actors.Body, Text: "US-Botschafter Torben Krelling trifft Putin im Kreml."},
		{Role: actors.CommentText, Comment: 1, Text: "Krellings Reise ist richtig."},
	}
	for _, a := range r.Find(article, "") {
		fmt.Print(a.ID, ":")
		for _, m := range a.Mentions {
			fmt.Print(" ", m.Section, "/", m.Start, " ", m.Text)
		}
		fmt.Println()
	}
	// Output:
	// person:torben-krelling: 0/0 Krelling 1/15 Torben Krelling 2/0 Krelling
	// org:kreml: 1/47 Kreml
	// person:wladimir-putin: 1/38 Putin
	// state:usa: 1/0 US
}
