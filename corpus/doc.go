// Package corpus reads source files of a news archive (raw text scrapes of web
// pages, saved HTML, web archives, JSON lines, tables, feeds) and turns them into
// clean [Article] values with their readers' comments. It also holds the domain
// types that every other package speaks in.
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
// A page is then read in passes (page.go). Each decides about lines that no pass
// before it has decided about, and notes the rule that did:
//
//   - furniture: front.go, menus.go, trail.go, furniture.go with
//     data/furniture.tsv, patterns.go, form.go, claims.go, offers.go
//   - comments: forum.go and thread.go; heads of comments in heads.go, cut.go,
//     reader.go, headings.go, titles.go; forums without heads in undated.go,
//     initials.go, bare.go, listed.go, induce.go; the forum's own lines in chrome.go, buttons.go,
//     own.go; totals in total.go
//   - datelines and authors: meta.go, dated.go, labels.go, relative.go, issue.go,
//     place.go, byline.go, person.go, names.go, given.go, roles.go
//   - sign-offs: signoff.go
//   - the end of the article: head.go, series.go, teasers.go, about.go
//   - lines that are like furniture: weigh.go, model.go with data/weights.tsv,
//     nouns.go, grams.go; rows.go keeps tables and lists from them
//   - where the text begins and ends: stages.go with data/stages.tsv, clues.go,
//     surroundings.go
//   - captions: credits.go, captions.go, gallery.go, legends.go
//   - section, kicker and title: section.go, department.go, kicker.go, title.go,
//     repeat.go, slug.go, rank.go and traits.go with data/headlines.tsv
//   - lead: lead.go, leads.go and nearby.go with data/leads.tsv
//   - body: body.go, runs.go, blocks.go
//   - what the page says of itself: masthead.go, copyright.go, frames.go and
//     hints.go for the outlet, dating.go and cited.go for the date, writers.go for
//     the authors; assemble.go makes the article
//
// What is left is a paragraph. Nothing is known of single pages or outlets but
// what the tables in data say. The weights in data are learnt by tests, see
// docs/decisions 12 and 14 to 16.
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
