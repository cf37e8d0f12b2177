// Package picture reads image files (JPEG, PNG, TIFF, WebP, GIF) and makes
// image objects of a PDF from their pages.
//
// Pixels are evidence: compressed data goes into the PDF as it lies in the
// file wherever a PDF reader understands it, and what has to be decoded is
// stored again without loss. What describes a picture or the person who took
// it (EXIF, GPS, XMP, comments, thumbnails, whatever follows its end) never
// gets there: data is copied by naming what is wanted. Only the orientation
// and the resolution are read from it.
//
// [Open] reads a file once, in pieces, without decoding a pixel. It notices a
// file that ends early and, where the format has check sums or restart
// markers, one that is damaged. [File.Check] decodes everything. Dimensions
// are looked at before memory is taken; a decoder that panics has found
// damage.
package picture
