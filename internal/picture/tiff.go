package picture

import (
	"slices"

	"mappe/internal/pdf"
)

// The tags of a TIFF that say how its pixels lie.
const (
	tagSubfile      = 254
	tagWidth        = 256
	tagHeight       = 257
	tagBits         = 258
	tagCompression  = 259
	tagPhotometric  = 262
	tagFillOrder    = 266
	tagOffsets      = 273
	tagSamples      = 277
	tagRowsPerStrip = 278
	tagCounts       = 279
	tagPlanar       = 284
	tagG3Options    = 292
	tagPredictor    = 317
	tagPalette      = 320
	tagTileWidth    = 322
	tagTileHeight   = 323
	tagTileOffsets  = 324
	tagTileCounts   = 325
	tagExtra        = 338
	tagFormat       = 339
	tagJPEGTables   = 347
	tagOldJPEG      = 513
	tagOldJPEGSize  = 514
)

// Compressions.
const (
	tiffPlain      = 1
	tiffRLE        = 2
	tiffG3         = 3
	tiffG4         = 4
	tiffLZW        = 5
	tiffOldJPEG    = 6
	tiffJPEG       = 7
	tiffDeflate    = 8
	tiffPackBits   = 32773
	tiffOldDeflate = 32946
)

// How samples are to be seen.
const (
	whiteIsZero = 0
	blackIsZero = 1
	tiffRGB     = 2
	tiffPalette = 3
	tiffMask    = 4
	tiffCMYK    = 5
	tiffYCbCr   = 6
)

// tiffImage is one page of a TIFF.
type tiffImage struct {
	src                         *pdf.Source
	little                      bool // its 16-bit samples have their low byte first
	width, height               int
	bits, samples, colours      int // of a sample; of a pixel; of those the ones that are no alpha
	alpha                       int // 0 for none, 1 for multiplied with the colours, 2 for apart
	compression, see, predictor int
	reversed                    bool // bits from the lowest
	separate                    bool // each sample has blocks of its own
	g3                          int
	palette                     []byte
	blockWidth, blockHeight     int
	blocks                      []piece
	tables                      []byte
	jpeg                        *jpegImage // where it is one
}

// piece is a part of the file.
type piece struct{ at, size int64 }

func (f *File) openTIFF(s *pdf.Source) error {
	order, at, ok := tiffHead(s)
	if !ok {
		return damaged("the picture has no readable head")
	}
	var first error
	var data, decoded, parts int64 // of all pages
	seen := map[int64]bool{}
	for at != 0 && !seen[at] {
		seen[at] = true
		d, ok := readDirectory(s, s.Size(), order, at)
		if !ok {
			return errShort
		}
		if len(f.Pages) == maxPages {
			return &fault{ErrTooLarge, "more than 20000 pages"}
		}
		at = d.next
		if d.int(tagSubfile, 0)&5 != 0 { // a smaller copy, or a mask of another page
			f.Left++
			continue
		}
		i, err := readTIFF(s, d)
		if err != nil && first == nil {
			first = err
		}
		if err != nil {
			continue
		}
		p := f.add(i, i.width, i.height)
		p.describe(d)
		p.Passed = i.passed()
		if !p.Passed {
			decoded += int64(i.rowBytes(i.width, i.samples)) * int64(i.height)
		}
		for _, b := range i.blocks {
			data += b.size
		}
		parts += int64(len(i.blocks)) + int64(len(i.tables))/16
		if data > 2*s.Size() || parts > 8*maxPieces {
			return damaged("the picture's pages share their pixels")
		}
		if err := held(decoded, maxDecoded*8); err != nil {
			return err
		}
	}
	if first == nil && len(f.Pages) == 0 {
		return damaged("the picture has no pages")
	}
	return first
}

// readTIFF reads what a directory says of a page, and that its data is there.
func readTIFF(s *pdf.Source, d *directory) (*tiffImage, error) {
	i := &tiffImage{
		src:         s,
		little:      d.order.String() == "LittleEndian",
		samples:     int(d.int(tagSamples, 1)),
		compression: int(d.int(tagCompression, tiffPlain)),
		see:         int(d.int(tagPhotometric, -1)),
		predictor:   int(d.int(tagPredictor, 1)),
		reversed:    d.int(tagFillOrder, 1) == 2,
		separate:    d.int(tagPlanar, 1) == 2,
		g3:          int(d.int(tagG3Options, 0)),
	}
	if i.compression != tiffLZW && i.compression != tiffDeflate && i.compression != tiffOldDeflate {
		i.predictor = 1 // others have none, whatever is said
	}
	w, h := d.int(tagWidth, 0), d.int(tagHeight, 0)
	if err := sized(w, h); err != nil {
		return nil, err
	}
	i.width, i.height = int(w), int(h)
	if i.samples < 1 || i.samples > 16 {
		return nil, foreign("a TIFF with %d samples a pixel", i.samples)
	}
	all := d.ints(tagBits, i.samples)
	if len(all) == 0 {
		all = []int64{1}
	}
	i.bits = int(all[0])
	if slices.ContainsFunc(all, func(b int64) bool { return b != all[0] }) {
		return nil, foreign("a TIFF with samples of unequal size")
	}
	if v := d.int(tagFormat, 1); v != 1 && v != 4 {
		return nil, foreign("a TIFF whose samples are no whole numbers")
	}
	if i.compression == tiffOldJPEG {
		return i, i.old(d)
	}
	if err := i.seen(d); err != nil {
		return nil, err
	}
	if err := i.laid(d); err != nil {
		return nil, err
	}
	if i.compression == tiffJPEG {
		i.tables, _ = d.value(tagJPEGTables, 1<<16)
		return i, i.openJPEG()
	}
	switch i.compression {
	case tiffPlain, tiffLZW, tiffDeflate, tiffOldDeflate, tiffPackBits:
	case tiffRLE, tiffG3, tiffG4:
		if i.bits != 1 || i.samples != 1 {
			return nil, damaged("the fax is not black and white")
		}
	default:
		return nil, foreign("a TIFF of compression %d", i.compression)
	}
	return i, held(int64(i.rowBytes(i.width, i.samples))*h, maxDecoded)
}

// rowBytes is the length of a row of some pixels.
func (i *tiffImage) rowBytes(width, samples int) int { return (width*samples*i.bits + 7) / 8 }

// seen reads what the samples mean.
func (i *tiffImage) seen(d *directory) error {
	switch i.see {
	case whiteIsZero, blackIsZero, tiffMask, tiffPalette:
		i.colours = 1
	case tiffRGB:
		i.colours = 3
	case tiffCMYK:
		i.colours = 4
	case tiffYCbCr:
		if i.colours = 3; i.compression != tiffJPEG {
			return foreign("a YCbCr TIFF")
		}
	case -1:
		return damaged("the picture does not say what its samples mean")
	default:
		return foreign("a TIFF of photometric interpretation %d", i.see)
	}
	if i.samples < i.colours {
		return damaged("the picture has %d samples a pixel", i.samples)
	}
	depths := []int{1, 2, 4, 8, 16}
	if i.samples > 1 || i.predictor == 2 {
		depths = depths[3:]
	}
	if !slices.Contains(depths, i.bits) || i.see == tiffPalette && i.bits > 8 {
		return foreign("a TIFF with %d-bit samples", i.bits)
	}
	if i.predictor < 1 || i.predictor > 2 {
		return foreign("a TIFF with predictor %d", i.predictor)
	}
	if extra := d.ints(tagExtra, 1); i.samples > i.colours && len(extra) > 0 && extra[0] <= 2 {
		i.alpha = int(extra[0])
	}
	if i.see == tiffPalette {
		n := 1 << i.bits
		colours := d.ints(tagPalette, 3*n)
		if len(colours) < 3*n {
			return damaged("the picture's palette is broken")
		}
		wide := slices.Max(colours) > 255 // some writers forget that they are 16-bit
		for k := range n {
			for c := range 3 {
				v := colours[c*n+k]
				if wide {
					v >>= 8
				}
				i.palette = append(i.palette, byte(v))
			}
		}
	}
	return nil
}

// laid reads where the blocks are: strips, or tiles.
func (i *tiffImage) laid(d *directory) error {
	offsets, counts := uint16(tagTileOffsets), uint16(tagTileCounts)
	bw, bh := d.int(tagTileWidth, 0), d.int(tagTileHeight, 0)
	if tiled := bw != 0; !tiled {
		offsets, counts = tagOffsets, tagCounts
		bw = int64(i.width)
		bh = min(d.int(tagRowsPerStrip, int64(i.height)), int64(i.height))
	} else if bw%8 != 0 || bw > 1<<16 {
		return damaged("the picture's tiles are %d pixels wide", bw)
	}
	if bh < 1 || bh > maxPixels/bw {
		return damaged("the picture's parts are %d by %d pixels", bw, bh)
	}
	i.blockWidth, i.blockHeight = int(bw), int(bh)
	across, down, planes := i.grid()
	n := across * down * planes
	if n > maxPieces {
		return damaged("the picture is in too many pieces")
	}
	at, sizes := d.ints(offsets, n), d.ints(counts, n)
	if len(at) < n {
		return errShort
	}
	if len(sizes) == 0 && n == 1 { // some old writers leave it out
		sizes = []int64{i.src.Size() - at[0]}
	}
	if len(sizes) < n {
		return errShort
	}
	for k := range n {
		if at[k] <= 0 || sizes[k] <= 0 || at[k]+sizes[k] > i.src.Size() {
			return errShort
		}
		i.blocks = append(i.blocks, piece{at[k], sizes[k]})
	}
	return nil
}

// grid is how many blocks there are across and down, and how many such grids.
func (i *tiffImage) grid() (across, down, planes int) {
	planes = 1
	if i.separate && i.samples > 1 {
		planes = i.samples
	}
	return (i.width + i.blockWidth - 1) / i.blockWidth, (i.height + i.blockHeight - 1) / i.blockHeight, planes
}
