// Package proof reads a finished PDF again, as a stranger would, to tell what is
// in it: pages, labels, bookmarks, links, the words of generated pages and
// stamps, and what must not be there. It shares no code with internal/pdf, which
// writes: one that errs in the same way would prove nothing. It keeps no more
// of a file in memory than its cross-references and a bounded number of
// objects.
package proof
