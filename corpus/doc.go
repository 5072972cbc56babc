// Package corpus reads source files of a news archive (raw text scrapes of
// web pages, saved HTML, JSON lines) and turns them into clean [Article] values with their
// readers' comments. It also holds the domain types that every other package
// speaks in.
//
// It is for: encodings, file formats, page furniture, dates, outlets. It is
// not for: linguistic analysis, storage, search. It imports none of the
// project's packages.
//
// All text that leaves the package is valid UTF-8 in NFC, without soft
// hyphens, with ordinary blanks, and with single blanks between words. Only
// the text of a comment has lines, one for each paragraph.
//
// # Raw pages
//
// Every line is looked at once: look.go finds what it is made of, the signs of
// cues.go, and phrases.go the phrases of the furniture and the words that rules
// wait for. Rules ask these signs and cues before they take a line apart, so that
// most rules cost nothing on most lines. The room that a page is taken apart in
// (room.go) goes to the next one.
//
// A page is then read in passes, each of which decides about the lines that no
// pass before it has decided about, and notes the rule that did: furniture
// (front.go, menus.go, furniture.go and data/furniture.tsv, buttons.go, form.go, offers.go), comments (forum.go, listed.go, total.go,
// heads.go, cut.go, reader.go, thread.go, induce.go, own.go, titles.go, undated.go, chrome.go), datelines and authors (meta.go, dated.go, labels.go,
// relative.go, issue.go, byline.go, person.go, names.go, given.go), sign-offs
// (signoff.go, initials.go), the end of the article (head.go, series.go), lines that are like furniture
// (weigh.go, model.go and data/weights.tsv, nouns.go, grams.go; rows.go keeps tables and lists from
// them), captions (credits.go,
// captions.go, gallery.go), teasers behind the text (teasers.go), section, kicker, title and lead (head.go, section.go, title.go,
// rank.go, traits.go and data/headlines.tsv, repeat.go, slug.go, kicker.go, lead.go, leads.go, nearby.go
// and data/leads.tsv), the body (body.go, runs.go). What is left is a paragraph. Nothing is known of
// single pages or outlets but what the tables in data say.
//
// # HTML
//
// A page of HTML is taken apart by internal/webpage, which knows markup and
// schema.org; html.go makes the article of it, with the rules for furniture and
// sign-offs of raw pages.
//
// # Web archives
//
// internal/warc gives the records of WARC and WET one by one; warc.go makes
// articles of those that are pages.
//
// # Archives
//
// container.go reads the files in tar and zip archives as if they lay in a
// folder of that name; guard.go ends what unpacks to too much.
//
// # Metadata
//
// NAME.meta.json beside NAME.txt, and metadata.csv in its folder, win over what
// a page says of itself (sidecar.go).
package corpus
