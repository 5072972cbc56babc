package actors

import "strconv"

// When an archive tells whom a surname means.
const (
	nearMonths = 6   // before and after the article's own month
	minShare   = 0.8 // of the articles that name a bearer of the surname in full
	minNamed   = 2   // articles that must name that bearer
)

// Namesakes are the persons whom the articles of an archive name in full. They
// tell whom an article means that has no more than a surname: the one whom most
// articles of its time name.
type Namesakes struct {
	bySurname map[string][]bearer
}

// bearer is how many articles of a month name a person.
type bearer struct {
	id, name string
	month    int // months since year 0, or noMonth
	articles int
}

// noMonth is the month of articles without a date.
const noMonth = -1

// Surname is the part of a person's name that stands for the whole, "Leyen" being
// part of "von der Leyen"; it is empty for a name of one word and for a ruler's.
func Surname(name string) string { return surnameOf(name) }

// Add counts articles that name a person in full. The date is ISO 8601, as exact
// as it is known, "" if it is not; of a year alone, the articles count for its
// middle.
func (n *Namesakes) Add(id, name, date string, articles int) {
	surname := surnameOf(name)
	if surname == "" {
		return
	}
	if n.bySurname == nil {
		n.bySurname = map[string][]bearer{}
	}
	n.bySurname[surname] = append(n.bySurname[surname], bearer{id, name, monthOf(date), articles})
}

// Namesake is the person whom a surname means in an archive.
type Namesake struct {
	ID, Name string
	Articles int // near the date that name the person in full
	Of       int // near the date that name any bearer of the surname in full
}

// Who tells whom a surname means in an article of a date; false if that is open.
// Articles without a date are compared with the whole archive.
func (n *Namesakes) Who(surname, date string) (Namesake, bool) {
	month := monthOf(date)
	counts, names := map[string]int{}, map[string]string{}
	all := 0
	for _, b := range n.bySurname[surname] {
		if month != noMonth && (b.month == noMonth || b.month < month-nearMonths || b.month > month+nearMonths) {
			continue
		}
		counts[b.id] += b.articles
		names[b.id] = b.name
		all += b.articles
	}
	for id, articles := range counts {
		if articles >= minNamed && float64(articles) >= minShare*float64(all) {
			return Namesake{id, names[id], articles, all}, true
		}
	}
	return Namesake{}, false
}

// monthOf is the month of a date, July for a year alone, noMonth for none.
func monthOf(date string) int {
	const yearLen, monthLen = len("2015"), len("2015-09")
	if len(date) < yearLen {
		return noMonth
	}
	year, err := strconv.Atoi(date[:yearLen])
	if err != nil {
		return noMonth
	}
	month := 7
	if len(date) >= monthLen {
		if m, err := strconv.Atoi(date[yearLen+1 : monthLen]); err == nil {
			month = m
		}
	}
	return year*12 + month - 1
}
