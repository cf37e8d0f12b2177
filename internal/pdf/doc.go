// Package pdf reads PDF files, copies pages of them, lays words over the
// copies, and writes a new file. It knows nothing of what the pages are for.
//
// A [File] is read lazily and never trusted: offsets, lengths and counts are
// hints, and every walk has a limit. A [Copier] takes from a page what a
// reader sees (contents, fonts, pictures, the appearance of annotations) by a
// white list; what could act, call out or carry a file is not on the list. A
// [Writer] puts objects and streams into one file in a single pass. The data
// of a stream that is only copied is never decoded and never held in memory.
// The same calls give the same bytes, unless the file is encrypted.
package pdf
